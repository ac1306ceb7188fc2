"""Groups: blocks of one page that were made alike, so that what is said of some can be said of the rest.

In: a page. Out: group numbers. In HTML blocks are alike by tag and class words, or stand in one container; in a
text, by indent and bullet, or in one run without blank lines.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from itertools import count

import numpy as np
import numpy.typing as npt

from newsclean.block import Element, Page
from newsclean.evidence.shapes import Floats

Groups = npt.NDArray[np.int64]
KINDS = ("alike", "parent", "grand")


def group(page: Page) -> Groups:
    """Return the group of each block, numbered from 0, for each of `KINDS`; shape (len(KINDS), blocks)."""
    blocks = page.blocks
    out = np.empty((len(KINDS), len(blocks)), dtype=np.int64)
    if page.kind == "html":
        elements = [block.element for block in blocks]
        signatures: dict[Element | None, Hashable] = {element: _signature(element) for element in elements}
        out[0] = _numbered([signatures[element] for element in elements])
        out[1] = _numbered(_above(element, 1) for element in elements)
        out[2] = _numbered(_above(element, 2) for element in elements)
    elif blocks:
        gaps = np.asarray([block.gap for block in blocks])
        out[0] = _numbered([(block.indent, block.bullet, block.gap > 0) for block in blocks])
        for row, ends in zip(out[1:], (gaps > 0, gaps > 1), strict=True):
            np.cumsum(ends, out=row)
            np.subtract(row, row[0], out=row)
    return out


def _numbered(values: Iterable[Hashable]) -> list[int]:
    numbers: defaultdict[Hashable, int] = defaultdict(count().__next__)
    return [numbers[value] for value in values]


def others_mean(values: Floats, weights: Floats, groups: Groups) -> Floats:
    """Return the weighted mean of `values` over the other blocks of each block's groups; -1 where there are none."""
    own = values * weights
    total = _totals(own, groups) - own
    weight = _totals(weights, groups) - weights
    return np.where(weight > 1e-6, total / np.maximum(weight, 1e-6), -1).astype(np.float32)  # noqa: PLR2004 - no weight


def group_sums(values: Floats, groups: Groups) -> Floats:
    """Return the sum of `values` over each block's groups."""
    return _totals(values, groups).astype(np.float32)


def _totals(values: Floats, groups: Groups) -> npt.NDArray[np.float64]:
    kinds = np.arange(len(groups))[:, None]
    # one count for all kinds: the numbers of the groups of each begin where those of the last end
    flat = groups + kinds * (groups.max(initial=-1) + 1)
    sums = np.bincount(flat.ravel(), weights=np.concatenate([values] * len(groups)))
    return np.asarray(sums[flat], dtype=np.float64)


def _signature(element: Element | None) -> Hashable:
    if element is None:
        return None
    parent = element.parent
    return element.tag, element.hints, (parent.tag, parent.hints) if parent is not None else None


def _above(element: Element | None, steps: int) -> Hashable:
    for _ in range(steps):
        if element is None or element.parent is None:
            break
        element = element.parent
    return element
