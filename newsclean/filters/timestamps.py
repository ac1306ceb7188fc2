"""Timestamps: points at lines that are nothing but dates, times and reading times."""

import re
from collections.abc import Iterable, Iterator

import numpy as np

from newsclean.block import Block, Mark, Page
from newsclean.conventions.when.timestamps import MAX_CHARS, Kind, is_placed, is_reading_time, timestamp_kind
from newsclean.conventions.who.bylines import read_byline
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY
from newsclean.evidence.shapes import DIGIT
from newsclean.filters.base import Filter
from newsclean.phrases import Hit
from newsclean.sources.html.tables import CELL_MARK

_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LIVE_STAMPS = 4
"""So many times of day below the head of a body are the stamps of a live blog's entries."""

_HALVES = (".m.", ".M.", " m.", "hrs.", "Hrs.", " hs.", " h.")
"""Ends of a time that look like the end of a sentence: "9:30 a.m.", "10:12 hrs."."""


class Timestamps(Filter):
    """Dates and times outside the body, and labelled ones ("Updated 3 hours ago", "4 min read") anywhere.

    Keeps a bare date inside the body, where it is the subheading of a chronology, and the first and the last of these,
    a lone time, and the row of a table that scores as the article's: a day and its prices.
    """

    name = "timestamps"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Yield the lines that are timestamps."""
        start, end = evidence.story
        shapes = evidence.shapes
        numbered = np.flatnonzero(shapes.having(DIGIT) & (shapes.chars <= MAX_CHARS)).tolist()
        blocks = page.blocks
        lines = [blocks[index] for index in numbered if not shapes.prose[index] or blocks[index].text.endswith(_HALVES)]
        # a labelled date further down is of an e-mail that the story quotes
        labels = {block.index: evidence.hits[block.index] for block in lines if block.index <= start + 1}
        found = [
            (block, kind)
            for block in lines
            if (kind := _kind(block.text, labels.get(block.index))) is not None
            and (kind is Kind.LABELLED or evidence.score(block) < LIKELY or not _is_row(blocks, block.index))
        ]
        live = sum(kind is Kind.CLOCK and block.index > start for block, kind in found) >= _LIVE_STAMPS
        heads = self._subheadings(page, evidence, [block for block, kind in found if kind is Kind.DATED])
        for block, kind in found:
            if kind is Kind.LABELLED:
                yield Mark(block, "timestamp", "line of date, time or reading time")
            elif block.index not in heads and not start + 1 < block.index < end:
                yield Mark(block, "timestamp", "date outside the body")
            elif live and kind is Kind.CLOCK:
                yield Mark(block, "timestamp", "time of an entry of a live blog")
        for block in lines:
            if block.index < start and is_reading_time(block.text):
                yield Mark(block, "timestamp", "reading time above the body")

    @staticmethod
    def _subheadings(page: Page, evidence: Evidence, dates: Iterable[Block]) -> frozenset[int]:
        """Return the dates of a chronology: of one form, each right above a likely line, one of them amid the body."""
        start, end = evidence.story
        heads: dict[str, list[int]] = {}
        for block in dates:
            below = block.index + 1
            if block.index > start and below < len(page.blocks) and evidence.scores[below] >= LIKELY:
                heads.setdefault(_form(block.text), []).append(block.index)
        amid = (group for group in heads.values() if any(start + 1 < index < end for index in group))
        return frozenset(index for group in amid for index in group)


def _kind(text: str, hit: Hit | None) -> Kind | None:
    """Return what kind of timestamp a line is, with a place before it or a label that a phrase knows, too."""
    kind = timestamp_kind(text)
    if kind is None and hit is not None and hit.family == "timestamp" and hit.rest:
        kind = timestamp_kind(hit.rest)
        return Kind.DATED if kind is Kind.LABELLED else kind
    if kind is None and is_placed(text) and read_byline(text, bare=True) is None:
        return Kind.DATED
    return kind


def _form(date: str) -> str:
    """Return how a date is written, whatever its numbers and names are.

    >>> _form("Monday, Feb. 26") == _form("Friday, March 1"), _form("Friday, March 1") == _form("March 5, 2024")
    (True, False)
    """
    return _WORD.sub("a", _NUMBER.sub("0", date)).replace(".", "")


def _is_row(blocks: tuple[Block, ...], index: int) -> bool:
    """Return whether a line stands in a table: it and a line beside it have cells."""
    beside = blocks[max(0, index - 1) : index] + blocks[index + 1 : index + 2]
    return CELL_MARK in blocks[index].text and any(CELL_MARK in other.text for other in beside)
