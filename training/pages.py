"""Training pages: gold rows read, weighed and labelled once, cached as a file a set and style.

In: a data folder. Out: `Sample`s; each holds what the two passes and the report need of one page.
"""

import pickle
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from newsclean.evidence.groups import Groups
from newsclean.evidence.shapes import Floats
from newsclean.evidence.weighing import signs
from newsclean.evidence.words import Vocabulary
from newsclean.witness import Testimony
from training.folds import fold_of, read_held_out
from training.gold import PLANTED_STYLES, is_html, rows, source
from training.labels import labels, tokens
from training.planted import language_of, planted

LIKELY = 0.5
_WHOLE_SET_PAGES = 300
_TITLES = 12
"""Headlines of other stories that a planted page draws its rails from."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page in one style."""

    set: str
    id: str
    style: str
    group: str
    language: str
    title: str | None
    gold: str
    texts: tuple[str, ...]
    table: Floats
    words: Floats
    vocabulary: Vocabulary
    groups: Groups
    targets: Floats
    """1 article text, 0 junk; NaN for the title's lines: trained on as junk, measured neither way."""
    sizes: Floats
    """Tokens of each block."""
    testimony: Floats
    """HTML: what the witness's text says of each block, 0 to 1; empty for text."""

    @property
    def fold(self) -> int:
        """The fold of the page's group."""
        return fold_of(self.group)


def _sample(job: tuple[str, dict[str, Any], str, list[str], Path]) -> Sample:
    name, row, style, titles, cache = job
    title: str | None
    if style in PLANTED_STYLES:
        text, gold, title = planted(row, titles, style)
    else:
        text, gold, title = source(row, style), row["text"], row.get("title")
    page = read_held_out(text, row["group"], cache, kind="html" if is_html(style) else "text")
    found = signs(page)
    shares = labels(page, gold, title)
    targets = np.array([np.nan if s is None else float(s >= LIKELY) for s in shares], dtype=np.float32)
    return Sample(
        name, row["id"], style, row["group"], row.get("lang") or "", title, gold,
        tuple(block.text for block in page.blocks), found.table, found.shapes.words, found.vocabulary,
        found.groups, targets,
        np.array([len(tokens(block.text)) for block in page.blocks], dtype=np.float32),
        Testimony(row["dump_nearly"]).verdicts(found.folded) if style == "html" else np.zeros(0, dtype=np.float32),
    )  # fmt: skip


def _drawn(row: dict[str, Any], style: str, share: float) -> bool:
    return blake2b(f"{style} {row['id']}".encode(), digest_size=1).digest()[0] < share * 256


def _titles(row: dict[str, Any], gold: list[dict[str, Any]]) -> list[str]:
    """Return headlines of the rows of a set that stand nearest after one and are of its language."""
    start = next(number for number, other in enumerate(gold) if other["id"] == row["id"])
    around = gold[start + 1 :] + gold[:start]
    alike = (other for other in around if other.get("title") and language_of(other) == language_of(row))
    return [str(other["title"]) for other in islice(alike, _TITLES)]


def samples(
    data: Path, sets: Iterable[str], styles: Iterable[str], cache: Path, shares: Mapping[str, float]
) -> list[Sample]:
    """Return the samples of the sets and styles, read from `cache` where they were made before.

    `cache` holds the joints of the folds, too: paragraphs are such as a page of a new site has.
    `shares` gives for a style the share, 0 to 1, of the pages that is drawn from sets of more than `_WHOLE_SET_PAGES`.
    """
    cache.mkdir(parents=True, exist_ok=True)
    found: list[Sample] = []
    for name in sets:
        missing = [style for style in styles if not (cache / f"{name}-{style}.pickle").exists()]
        gold = list(rows(data, name)) if missing else []
        for style in styles:
            path = cache / f"{name}-{style}.pickle"
            if style in missing:
                with ProcessPoolExecutor() as pool:
                    jobs = [
                        (name, row, style, _titles(row, gold) if style in PLANTED_STYLES else [], cache)
                        for row in gold
                        if len(gold) <= _WHOLE_SET_PAGES or _drawn(row, style, shares.get(style, 1.0))
                    ]
                    made = list(pool.map(_sample, jobs, chunksize=16))
                path.write_bytes(pickle.dumps(made, protocol=5))
            found.extend(pickle.loads(path.read_bytes()))  # noqa: S301 - a cache that this module wrote
    return found
