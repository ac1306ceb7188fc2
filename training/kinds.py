"""Grow the trees that tell an article from other pages: `python -m training.kinds DATA` writes and measures them.

Reads the gold articles and a set of pages that are none, and weighs each with the scorer of its fold, so that its signs
are those of a page never seen. A page counts three times: as it is, without its address, and without what its markup
states, so that nothing is learned of how a set was made; an article once more as its first paragraphs alone. The
figures are of groups held out, and of languages.
"""

import argparse
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import Any, Final

import numpy as np

from newsclean.block import Metadata, Page
from newsclean.evidence import Evidence, weigh
from newsclean.evidence.shapes import Floats
from newsclean.evidence.trees import Trees
from newsclean.fields.authors import read_authors
from newsclean.fields.dates import read_dates
from newsclean.fields.kind import tell_story
from newsclean.fields.language import order_language, read_language
from newsclean.fields.place import read_place
from newsclean.fields.storysigns import story_signs
from newsclean.fields.view import look
from newsclean.pipeline import Cleaner
from newsclean.sift import sift
from newsclean.sources import read
from training.fit import Recipe, grow
from training.folds import CACHE, fold_of, scorer_held_out
from training.gold import SETS, rows
from training.modelfile import arrays_of

OTHER: Final = "wcxb_dev_other"
"""Forums, products, lists, services and manuals: no articles."""
BESIDE: Final = "daniel_a"
"""Articles of five languages, which count beside those that are balanced with the other pages, and less each."""
SHARES: Final = {"whole": 1.0, "no address": 0.3, "bare": 0.3, "short": 0.2}
"""The forms of a page, and what each counts."""
MOST_SHORT: Final = 5
BESIDE_SHARE: Final = 0.4
RECIPE: Final = Recipe(trees=300, depth=3, rate=0.06)
MODEL: Final = Path("newsclean/fields/story.npz")
_CLEANER: Final = Cleaner()


@dataclass(frozen=True, slots=True)
class Case:
    """A page in one form."""

    set: str
    group: str
    form: str
    language: str
    signs: dict[str, float] | None
    """None for a page that has no text left, which is no article."""


def forms(page: Page) -> Iterator[tuple[str, Page]]:
    """Yield a page as it is, without its address, and with no more markup than its title, pictures and times."""
    stated = page.metadata
    yield "whole", page
    meta = tuple(each for each in stated.meta if each[0] != "og:url")
    yield "no address", replace(page, url=None, metadata=replace(stated, canonical=None, meta=meta))
    yield "bare", replace(page, metadata=Metadata(title=stated.title, images=stated.images, times=stated.times))


def short(row: dict[str, Any]) -> Page:
    """Return a page of the first one to five paragraphs of a gold text under their title, and of nothing else."""
    count = 1 + blake2b(row["id"].encode(), digest_size=1).digest()[0] % MOST_SHORT
    lines = [line for line in row["text"].split("\n") if line.strip()]
    title = row.get("title") or lines.pop(0)
    parts = [f"<title>{escape(title)}</title><h1>{escape(title)}</h1>", *(f"<p>{escape(p)}</p>" for p in lines[:count])]
    return read("".join(parts), kind="html")


def cases(name: str, row: dict[str, Any]) -> list[Case]:
    """Return a gold row in each form."""
    page = read(row["html"], url=row.get("url"), kind="html")
    scorer = scorer_held_out("html", row["group"], CACHE)
    evidence = weigh(page, scorer=scorer)
    made = [(form, changed, evidence) for form, changed in forms(page)]
    if name != OTHER:
        made.append(("short", few := short(row), weigh(few, scorer=scorer)))
    return [
        Case(name, row["group"], form, row.get("lang") or "", _signs(changed, weighed))
        for form, changed, weighed in made
    ]


def _signs(page: Page, evidence: Evidence) -> dict[str, float] | None:
    view = look(page, evidence, sift(page, evidence, _CLEANER.filters, max_unlikely_share=_CLEANER.max_unlikely_share))
    if view.end < 0:
        return None
    authors = read_authors(view)
    dates = read_dates(view, order_language(view, read_language(view).values.get("language")))
    place = read_place(view, authors.values.get("authors", ()))
    return story_signs(view, tell_story(view, dates, authors, place))


def grown(train: list[Case], columns: tuple[str, ...]) -> Trees:
    """Grow the trees over cases, the articles balanced with the other pages."""
    train = [case for case in train if case.signs is not None]
    table = table_of(train, columns)
    articles = np.array([case.set != OTHER for case in train], dtype=np.float32)
    beside = np.array([case.set == BESIDE for case in train])
    weights = np.array([SHARES[case.form] for case in train], dtype=np.float32)
    balanced = (articles == 1) & ~beside
    weights[balanced] *= weights[articles == 0].sum() / weights[balanced].sum()
    weights[beside] *= BESIDE_SHARE
    return grow(table, articles, weights, columns, RECIPE)


def table_of(chosen: list[Case], columns: tuple[str, ...]) -> Floats:
    """Return the signs of cases, a row a case; what has no signs is 0."""
    return np.array([[(case.signs or {}).get(name, 0.0) for name in columns] for case in chosen], dtype=np.float32)


def held_out(every: list[Case], columns: tuple[str, ...], part: Callable[[Case], object]) -> list[bool]:
    """Return which cases are taken for articles by trees that saw no case of the same part; None is always seen."""
    taken = [False] * len(every)
    for each in sorted({str(part(case)) for case in every if part(case) is not None}):
        trees = grown([case for case in every if str(part(case)) != each], columns)
        inside = [number for number, case in enumerate(every) if str(part(case)) == each]
        chances = trees.predict(table_of([every[number] for number in inside], columns))
        for number, chance in zip(inside, chances, strict=True):
            taken[number] = every[number].signs is not None and bool(chance > 0.5)  # noqa: PLR2004 - even
    return taken


def report(every: list[Case], taken: list[bool], by: Callable[[Case], str | None]) -> None:
    """Print the share of cases that are taken for articles."""
    for name in sorted({by(case) or "" for case in every} - {""}):
        own = [took for case, took in zip(every, taken, strict=True) if by(case) == name]
        print(f"  {name:32}{len(own):6}{sum(own) / len(own):8.3f}")


def main() -> None:
    """Measure on groups and on languages held out, grow on all pages, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    every: list[Case] = []
    with ProcessPoolExecutor() as pool:
        for name in (*SETS, OTHER):
            for found in pool.map(partial(cases, name), rows(data, name), chunksize=8):
                every.extend(found)
    columns = tuple(sorted(next(case.signs for case in every if case.signs is not None)))
    print(f"{len(every)} cases, {len(columns)} signs; share taken for articles, groups held out")
    taken = held_out(every, columns, lambda case: fold_of(case.group))
    report(every, taken, lambda case: f"{case.set}, {case.form}")
    print("languages held out")
    spoken = held_out(every, columns, lambda case: case.language or None)
    report(every, spoken, lambda case: f"{case.language}, {case.form}" if case.language else None)
    with MODEL.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays_of("story", grown(every, columns)))


if __name__ == "__main__":
    main()
