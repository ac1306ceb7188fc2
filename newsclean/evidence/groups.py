"""Groups: blocks of one page that were made alike, so that what is said of some can be said of the rest.

In: a page. Out: group numbers. In HTML blocks are alike by tag and class words, or stand in one container; in a
text, by indent and bullet, or in one run without blank lines.
"""

from collections.abc import Hashable, Iterable

import numpy as np
import numpy.typing as npt

from newsclean.block import Element, Page
from newsclean.evidence.shapes import Floats

Groups = npt.NDArray[np.int64]
KINDS = ("alike", "parent", "grand")


def group(page: Page) -> Groups:
    """Return the group of each block, numbered from 0, for each of `KINDS`; shape (len(KINDS), blocks)."""
    if page.kind == "html":
        keys: tuple[Iterable[Hashable], ...] = (
            (_signature(block.element) for block in page.blocks),
            (_above(block.element, 1) for block in page.blocks),
            (_above(block.element, 2) for block in page.blocks),
        )
    else:
        runs = np.cumsum([block.gap > 0 for block in page.blocks]).tolist()
        wide = np.cumsum([block.gap > 1 for block in page.blocks]).tolist()
        keys = (((block.indent, block.bullet, block.gap > 0) for block in page.blocks), runs, wide)
    out = np.empty((len(KINDS), len(page.blocks)), dtype=np.int64)
    for row, values in zip(out, keys, strict=True):
        numbers: dict[Hashable, int] = {}
        row[:] = [numbers.setdefault(value, len(numbers)) for value in values]
    return out


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
    sums: npt.NDArray[np.float64] = np.bincount(flat.ravel(), weights=np.broadcast_to(values, groups.shape).ravel())
    totals: npt.NDArray[np.float64] = sums[flat]
    return totals


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
