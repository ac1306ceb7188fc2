"""Bylines: points at the lines that say who wrote, near the headline, at the end of the story and in rails."""

from collections.abc import Iterator
from typing import Final

from pydantic import Field

from newsclean.block import Block, Element, Mark, Page
from newsclean.conventions.when.timestamps import timestamp_kind
from newsclean.conventions.who.bylinebox import below_details
from newsclean.conventions.who.bylinedates import MAX_CHARS, is_dated
from newsclean.conventions.who.bylinemarks import is_label, is_newsroom
from newsclean.conventions.who.bylines import Byline, read_byline, read_labelled
from newsclean.conventions.who.credits import is_name
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_MAX_WORDS = 25
_MAX_NAME_WORDS: Final = 8
_MAX_BARE_WORDS: Final = 12
"""With a date: "John Timmer - Aug 4, 2023 2:07 pm UTC"."""
_LIKELY: Final = 0.6
"""A labelled name amid the body that scores as much is what the text is about: the author of a book, a publisher."""
_TAIL: Final = 3
"""Lines at the body's end that may sign the story off."""
_SURE: Final = 0.8
"""A name without a label that scores as much is a subheading."""


class Bylines(Filter):
    """Lines that say who wrote: "By Jane Doe", "Written By" and the name after it, a lone agency.

    Keeps sentences, "Di Maio ha incontrato" among them, names without a label inside the body, and there what is
    likely to be text ("Author: Jane Doe" in a list of books).
    """

    name = "byline"
    head_lines: int = Field(default=14, ge=0)
    """How many lines above the body belong to its head, where a name beside a date is a byline."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Yield the lines of byline boxes."""
        blocks = page.blocks
        start, _ = evidence.story
        head = range(max(0, start - self.head_lines), min(len(blocks), start + 5))
        amid = range(head.stop, evidence.run.stop - _TAIL)
        found: dict[int, str] = {}
        boxes: dict[Element, bool] = {}
        prose, words, scores = evidence.shapes.prose, evidence.shapes.word_counts, evidence.scores
        gated = evidence.may_be_bylines
        for index in range(len(blocks)) if page.kind == "html" else sorted(gated):
            if prose[index] or words[index] > _MAX_WORDS or len(evidence.folded[index]) > MAX_CHARS:
                continue
            block = blocks[index]
            marked = index in gated
            if marked and is_label(block.text):
                found |= _label(blocks, index)
            elif marked and (scores[index] < _LIKELY or index not in amid) and read_byline(block.text) is not None:
                found[index] = "line that says who wrote"
            elif _says_author(block, boxes) and (is_name(block.text) or read_byline(block.text, bare=True)):
                found[index] = "name in the markup of a byline"
        for index in head:
            if index not in found and self._is_bare(blocks, index, found, evidence):
                found[index] = "name beside a date or a byline"
        for index, because in found.items():
            yield Mark(blocks[index], "byline", because)

    def _is_bare(self, blocks: tuple[Block, ...], index: int, found: dict[int, str], evidence: Evidence) -> bool:
        """Return whether a line without a marker is a name that stands beside a date or a byline."""
        block = blocks[index]
        if evidence.is_prose(block) or evidence.words(block) > _MAX_BARE_WORDS:
            return False
        dated = is_dated(block.text)
        # two names have eight words at most; a likely line below the byline is a subheading
        if not dated and (evidence.words(block) > _MAX_NAME_WORDS or evidence.score(block) >= _SURE):
            return False
        if timestamp_kind(block.text) is not None or (block.text.isascii() and " " not in block.text):
            return False
        beside = [blocks[index - 1]] if index else []
        if any(is_newsroom(above.text) for above in beside):
            # the place that it writes from
            return False
        if (below := below_details(blocks, index)) is not None:
            beside.append(below)
        # where it stands is told faster than whether it is a name
        near = dated or any(other.index in found or timestamp_kind(other.text) for other in beside)
        return near and _is_credit(block)


def _label(blocks: tuple[Block, ...], index: int) -> dict[int, str]:
    """Return the label of a byline and the names beside it, with the reason for each."""
    found = {index: "label of a byline"}
    if is_newsroom(blocks[index].text):
        return found
    for beside in (index - 1, index + 1):
        if 0 <= beside < len(blocks) and _names_someone(read_labelled(blocks[beside].text), blocks[beside]):
            found[beside] = "name beside the label of a byline"
    return found


def _is_credit(block: Block) -> bool:
    read = read_byline(block.text, bare=True)
    # behind a date and "by" one word is a name, too
    return _names_someone(read, block) or (read is not None and read.marked == "strong")


def _names_someone(read: Byline | None, block: Block) -> bool:
    """Return whether a reading is of two names at least, of a body, or of a name in a script that has one."""
    return read is not None and (
        len(read.credits[0].name.split()) > 1 or read.credits[0].kind == "organization" or not block.text.isascii()
    )


def _says_author(block: Block, known: dict[Element, bool]) -> bool:
    """Return whether the markup around a block says that an author stands there; `known` holds what was asked."""
    element = block.element
    if element is None:
        return False
    if element not in known:
        # further out stand wrappers of the whole page
        above = element.parent or element
        top = above.parent or above
        around = f"{element.hints} {above.hints} {top.hints}"
        told = "author" in around or "byline" in around or "autor" in around or "writer" in around
        known[element] = told and "comment-author" not in around
    return known[element]
