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
from training.gold import LONG_STYLES, PLANTED_STYLES, is_html, rows, source
from training.labels import labels, tokens
from training.lengthened import lengthened
from training.planted import language_of, planted

LIKELY = 0.5
_WHOLE_SET_PAGES = 300
_OTHERS = 40
"""Other stories that a made page draws on: their headlines for its rails, their paragraphs to go on in."""
_TITLES = 12
"""The first of them, of which headlines are taken."""


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


def _sample(job: tuple[str, dict[str, Any], str, list[tuple[str, str]], Path]) -> Sample:
    name, row, style, others, cache = job
    title: str | None
    if style in PLANTED_STYLES:
        text, gold, title = planted(row, [title for title, _ in others[:_TITLES]], style)
    elif style in LONG_STYLES:
        title = row.get("title")
        text, gold = lengthened(row, [text for _, text in others], [title for title, _ in others[:_TITLES]], style)
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


def _others(row: dict[str, Any], gold: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return headlines and texts of the rows of a set that stand nearest after one, of its language and its fold."""
    start = next(number for number, other in enumerate(gold) if other["id"] == row["id"])
    around = gold[start + 1 :] + gold[:start]
    alike = (
        other
        for other in around
        if other.get("title")
        and other["group"] != row["group"]
        and fold_of(other["group"]) == fold_of(row["group"])
        and language_of(other) == language_of(row)
    )
    return [(str(other["title"]), str(other["text"])) for other in islice(alike, _OTHERS)]


def samples(
    data: Path, sets: Iterable[str], styles: Iterable[str], cache: Path, shares: Mapping[str, float]
) -> list[Sample]:
    """Return the samples of the sets and styles, read from `cache` where they were made before.

    `cache` holds the joints of the folds, too: paragraphs are such as a page of a new site has.
    `shares` gives for a style the share, 0 to 1, of the pages that is drawn from sets of more than `_WHOLE_SET_PAGES`.
    """
    cache.mkdir(parents=True, exist_ok=True)
    made_of_others = (*PLANTED_STYLES, *LONG_STYLES)
    found: list[Sample] = []
    for name in sets:
        missing = [style for style in styles if not (cache / f"{name}-{style}.pickle").exists()]
        gold = list(rows(data, name)) if missing else []
        for style in styles:
            path = cache / f"{name}-{style}.pickle"
            if style in missing:
                with ProcessPoolExecutor() as pool:
                    jobs = [
                        (name, row, style, _others(row, gold) if style in made_of_others else [], cache)
                        for row in gold
                        if len(gold) <= _WHOLE_SET_PAGES or _drawn(row, style, shares.get(style, 1.0))
                    ]
                    made = list(pool.map(_sample, jobs, chunksize=16))
                path.write_bytes(pickle.dumps(made, protocol=5))
            found.extend(pickle.loads(path.read_bytes()))  # noqa: S301 - a cache that this module wrote
    return found
