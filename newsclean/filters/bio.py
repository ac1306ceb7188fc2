"""Author notes: points at the lines about the author after a story, and at an agency's self-portrait."""

from collections.abc import Iterator

import numpy as np
from pydantic import Field

from newsclean.block import Block, Mark, Page
from newsclean.conventions.when.timestamps import timestamp_kind
from newsclean.conventions.who.bios import MAX_CHARS, about, introduces, is_about_surname
from newsclean.conventions.who.bylinemarks import is_label
from newsclean.conventions.who.bylines import read_byline
from newsclean.conventions.who.credits import is_name
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_HEAD = 14
"""How many lines above the body may hold its byline."""
_MAX_BOX_WORDS = 20
_MIN_WORDS = 7
_SURE = 0.85
"""A paragraph that scores as much is the story's, whoever is named above it and in it."""
_NAME_WORDS = 4
_NEAR = 3
"""How many lines below a byline its note may stand."""
_NEAR_MARKED = 5
"""The same below one with a marker, between which and the note a date and a picture may stand."""


class Bios(Filter):
    """Notes about the author at the end of a story or under a byline: "Jane Doe is a reporter at ...".

    Keeps what is said of people in the body, reporters among them.
    """

    name = "bio"
    tail_lines: int = Field(default=4, ge=0)
    """How many lines at the end of the body may be notes."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Yield the author notes."""
        blocks = page.blocks
        start, end = evidence.story
        # below the story teasers may go on in sentences
        end = min(end, max(evidence.run.stop, start))
        shapes = evidence.shapes
        words, prose = shapes.word_counts, shapes.prose
        authors: set[str] = set()
        boxes: dict[int, set[str]] = {}
        for index in sorted(evidence.may_be_bylines):
            if index < start - _HEAD or prose[index] or words[index] > _MAX_BOX_WORDS:
                continue
            text = blocks[index].text
            read = read_byline(text)
            names = {credit.name for credit in read.credits} if read else set()
            if index > start + 4 and (is_label(text) or (names and index >= end - self.tail_lines)):
                names |= _names_beside(blocks, index)
                boxes[index] = names
            authors |= names
            if names and index + 1 < len(blocks) and is_about_surname(blocks[index + 1].text, names):
                yield Mark(blocks[index + 1], "bio", "note about the author below the byline")
        above = list(_above_story(page, evidence))
        yield from (Mark(blocks[index], "bio", "note about the author below the byline") for index, _ in above)
        noted = above[0] if above else (-1, "")
        tail = min((*boxes, end - self.tail_lines))
        for index in np.flatnonzero((shapes.words >= _MIN_WORDS) & (shapes.chars <= MAX_CHARS)).tolist():
            below_name = blocks[index - 1].text in authors
            goes_on = index == noted[0] + 1
            if index <= start or (index < tail and not below_name and not goes_on):
                continue
            block = blocks[index]
            who = about(block.text, authors) if below_name or index >= end - self.tail_lines else None
            if who is not None:
                noted = index, who
                yield Mark(block, "bio", "note about the author")
            elif goes_on and not set(noted[1].split()).isdisjoint(block.text.replace(",", " ").split()):
                noted = index, noted[1]
                yield Mark(block, "bio", "note about the author that goes on")
            elif boxes and prose[index] and evidence.scores[index] < _SURE and _is_portrait(block, boxes):
                yield Mark(block, "bio", "note under a byline about who is named there")


def _above_story(page: Page, evidence: Evidence) -> Iterator[tuple[int, str]]:
    """Yield where the story starts with a note about its author, and whom it is about: once at most."""
    start, _ = evidence.story
    # a standfirst may start the story above its byline
    for block in page.blocks[max(1, start - 1) : min(max(start, evidence.run.start), start + _HEAD) + 2]:
        if evidence.is_prose(block) and (who := _noted_above(page.blocks, block.index)) is not None:
            yield block.index, who
            return


def _noted_above(blocks: tuple[Block, ...], index: int) -> str | None:
    """Return the name that a block is a note about, where it stands above it, beside a date."""
    text = blocks[index].text
    above = [block.text for block in blocks[max(0, index - _NEAR_MARKED) : index]]
    if not any(timestamp_kind(line) is not None for line in above):
        return None
    lines = (name for name in above[-_NEAR:] if 1 <= name.count(" ") < _NAME_WORDS and is_name(name))
    marked = (credit.name for line in above if (read := read_byline(line)) for credit in read.credits)
    names = (name for name in (*lines, *marked) if " " in name and text.startswith(f"{name} "))
    return next((name for name in names if introduces(text, name)), None)


def _names_beside(blocks: tuple[Block, ...], index: int) -> set[str]:
    names: set[str] = set()
    for beside in (index - 1, index + 1):
        if 0 <= beside < len(blocks) and (read := read_byline(blocks[beside].text, bare=True)):
            names |= {credit.name for credit in read.credits}
    return names


def _is_portrait(block: Block, boxes: dict[int, set[str]]) -> bool:
    """Return whether a block right below a closing byline speaks of those who are named there."""
    for index, names in boxes.items():
        if 0 < block.index - index <= _NEAR and any(name in block.text for name in names):
            return True
    return False
