"""The weights of `newsclean.conventions.headlines.textheadlines`: gold pages as text in, a line of weights a sign out.

    python -m training.headlines DATA [--limit PAGES]

Of each dump the lines that may be the headline compete with each other and with there being none: a conditional logit,
fitted with a penalty. Prints how often the line with the highest score is the gold title, whole groups held out, and
the weights fitted on all pages, as they stand in the module.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from newsclean.block import Block
from newsclean.conventions.headlines.bodyrun import main_run, story_prose
from newsclean.conventions.headlines.headlinesigns import candidates, page_title
from newsclean.conventions.headlines.otherlines import is_other
from newsclean.conventions.headlines.textheadlines import WEIGHTS, in_full, is_clear, lone_title
from newsclean.conventions.headlines.titles import squash
from newsclean.evidence.shapes import Shapes, measure
from newsclean.folding import fold_lines
from newsclean.phrases import Hit, match_all
from newsclean.sources import read
from training.folds import FOLDS, fold_of
from training.gold import SETS, TEXT_STYLES, rows, source

Floats = npt.NDArray[np.float64]

PENALTY: Final = 2.0
ADDED: Final = {"copy": 1.5}
"""What is added to the fitted weights: titles of guides are written for search engines, those of news less."""
OF_STYLES: Final = {"innertext": 1.0, "textnodes": 0.6, "layout": 0.6, "wet": 0.6, "leaky": 0.8, "nearly": 0.8}
OF_SETS: Final = {"fundus_a": 750.0, "wcxb_dev": 500.0, "daniel_a": 500.0}
"""What all pages of a set weigh together; in it, a group weighs as the root of its pages."""


@dataclass(frozen=True, slots=True)
class Dump:
    """A page in a text style."""

    set: str
    style: str
    group: str
    signs: Floats
    """A row a line that may be the headline."""
    right: npt.NDArray[np.bool_]
    """Whether it is the gold title."""
    titled: bool
    """Whether the first line may be taken for the title, where no other line is."""
    title_right: bool


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is known of the lines of a page; of evidence, what a headline is looked for by."""

    shapes: Shapes
    folded: tuple[str, ...]
    hits: tuple[Hit | None, ...]
    sentences: tuple[int, int]

    @property
    def story(self) -> tuple[int, int]:
        """`sentences`, for nothing is scored here."""
        return self.sentences


def _see(blocks: Sequence[Block]) -> Seen:
    texts = [block.text for block in blocks]
    shapes, folded = measure(texts), fold_lines(texts)
    hits = match_all(folded)
    return Seen(shapes, folded, hits, main_run(shapes.chars, story_prose(shapes.prose, hits)))


def dumps(data: Path, limit: int | None) -> Iterator[Dump]:
    """Yield the pages of all sets in all text styles."""
    for name in SETS:
        for row in islice(rows(data, name), limit):
            gold = squash(str(row.get("title") or ""))
            for style in TEXT_STYLES if gold else ():
                page = read(source(row, style), kind="text")
                found = _look(page.blocks, _see(page.blocks), gold)
                yield Dump(name, style, str(row["group"]), *found)


def _look(blocks: Sequence[Block], lines: Seen, gold: str) -> tuple[Floats, npt.NDArray[np.bool_], bool, bool]:
    """Return the last four fields of a `Dump`."""
    found = {index: each for index, each in candidates(blocks, lines).items() if not is_other(index, blocks, lines)}
    title = page_title(blocks, lines)
    right = [squash(in_full(index, blocks, lines.folded, title)[0]) == gold for index in found]
    alone = lone_title(title, lines)
    table = np.array(list(found.values()), dtype=np.float64).reshape(len(found), len(WEIGHTS))
    return table, np.array(right, dtype=bool), alone is not None, squash(alone or "") == gold


def fit(pages: Sequence[Dump]) -> Floats:
    """Return the weights that make the gold lines likeliest."""
    table = np.concatenate([page.signs for page in pages])
    owner = np.repeat(np.arange(len(pages)), [len(page.right) for page in pages])
    right = np.concatenate([page.right for page in pages]).astype(np.float64)
    titled = np.array([page.titled for page in pages], dtype=np.float64)
    known = np.bincount(owner, right, len(pages)) > 0
    title_right = ~known & np.array([page.title_right for page in pages], dtype=bool)
    weighs = _weighs(pages)

    def loss(values: Floats) -> tuple[float, Floats]:
        """Return the penalised log loss and its gradient; the last value is the title's own log odds."""
        scores = table @ values[:-1]
        top = np.full(len(pages), max(0.0, values[-1]))
        np.maximum.at(top, owner, scores)
        odds = np.exp(scores - top[owner])
        none, alone = np.exp(-top), titled * np.exp(values[-1] - top)
        every = np.bincount(owner, odds, len(pages)) + none + alone
        good = np.bincount(owner, odds * right, len(pages))
        good = np.where(known, good, np.where(title_right, alone, none))
        pulls = odds / every[owner] - right * odds / np.where(known, good, 1.0)[owner]
        steps = np.append(table.T @ (weighs[owner] * pulls), (weighs * (alone / every - title_right)).sum())
        held = np.append(values[:-1], 0.0)
        return float((weighs * np.log(every / good)).sum() + PENALTY * (held**2).sum()), steps + 2 * PENALTY * held

    start = np.zeros(len(WEIGHTS) + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x[:-1]
    return np.asarray(found + [ADDED.get(name, 0.0) for name in WEIGHTS])


def _weighs(pages: Sequence[Dump]) -> Floats:
    many = Counter((page.set, page.group) for page in pages)
    weighs = np.array([OF_STYLES[page.style] / many[page.set, page.group] ** 0.5 for page in pages])
    for name, whole in OF_SETS.items():
        of_set = np.array([page.set == name for page in pages])
        if of_set.any():
            weighs[of_set] *= whole / weighs[of_set].sum()
    return weighs


def is_right(page: Dump, weights: Floats) -> bool:
    """Return whether the title is found as `find_in_text` finds it."""
    scores = page.signs @ weights
    if is_clear(np.sort(scores)[::-1], titled=page.titled):
        return bool(page.right[scores.argmax()])
    return page.title_right


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, help="at most so many pages of a set")
    args = parser.parse_args()
    pages = list(dumps(args.data, args.limit))
    held_out: dict[tuple[str, str], list[bool]] = {}
    for fold in range(FOLDS):
        weights = fit([page for page in pages if fold_of(page.group) != fold])
        for page in pages:
            if fold_of(page.group) == fold:
                held_out.setdefault((page.set, page.style), []).append(is_right(page, weights))
    for (name, style), right in held_out.items():
        print(f"{name:10} {style:10} {len(right):5} {np.mean(right):.3f}")
    for name, weight in zip(WEIGHTS, fit(pages), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
