"""Author notes: points at the lines about the author after a story, and at an agency's self-portrait."""

from collections.abc import Iterator

from newsclean.block import Block, Mark, Page
from newsclean.conventions.bios import MAX_CHARS, about
from newsclean.conventions.bylines import is_label, may_be_byline, read_byline
from newsclean.conventions.textheadlines import main_run
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_HEAD = 14
"""How many lines above the body may hold its byline."""
_MAX_BOX_WORDS = 20
_MIN_WORDS = 7
_NEAR = 3
"""How many lines below a byline its note may stand."""


class Bios(Filter):
    """Notes about the author at the end of a story or under a byline: "Jane Doe is a reporter at ...".

    Keeps what is said of people in the body, reporters among them.
    """

    name = "bio"
    tail: int = 4
    """How many blocks at the end of the body may be notes."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Yield the author notes."""
        blocks = page.blocks
        start, end = main_run([len(block.text) for block in blocks], evidence.shapes.prose)
        authors: set[str] = set()
        boxes: dict[int, set[str]] = {}
        for block in blocks[max(0, start - _HEAD) :]:
            if evidence.shapes.prose[block.index] or evidence.words(block) > _MAX_BOX_WORDS:
                continue
            if not may_be_byline(evidence.folded[block.index]):
                continue
            read = read_byline(block.text)
            names = {credit.name for credit in read.credits} if read else set()
            labelled = is_label(block.text)
            if block.index > start + 4 and (labelled or (names and block.index >= end - self.tail)):
                boxes[block.index] = names | _names_beside(blocks, block.index)
            authors |= names
        tail = min((*boxes, end - self.tail))
        for block in blocks[max(0, start, tail) :]:
            if not evidence.words(block) >= _MIN_WORDS or len(block.text) > MAX_CHARS or block.index == start:
                continue
            if block.index >= end - self.tail and about(block.text, authors) is not None:
                yield Mark(block, "bio", "note about the author")
            elif evidence.is_prose(block) and _is_portrait(block, boxes):
                yield Mark(block, "bio", "note under a byline about who is named there")


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
