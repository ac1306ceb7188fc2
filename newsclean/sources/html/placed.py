"""Placed notes: what the markup says of text that stands in a block, kept in step with the blocks; chooses nothing."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeAlias

from newsclean.block import LinkTag, TimeTag

MAX_NOTES: Final = 500
"""So many notes of a kind are kept."""

Mark: TypeAlias = tuple[int, ...]
"""How many notes of each kind there were."""


class NamedText(NamedTuple):
    """What an element states under a name, and the block that it stands in."""

    order: int
    """Of the element, in the page."""
    name: str
    value: str
    block: int | None


class PlacedNotes:
    """The notes of one page that know their block, while blocks are still joined, hidden and put back."""

    def __init__(self) -> None:
        """Start with none."""
        self.items: list[NamedText] = []
        """Microdata and RDFa."""
        self.classed: list[NamedText] = []
        """Texts that are known by their class."""
        self.times: list[TimeTag] = []
        self.links: list[LinkTag] = []
        self._kinds: Final[tuple[list[Any], ...]] = (self.items, self.classed, self.times, self.links)

    def mark(self) -> Mark:
        """Return how much was noted, to go back to."""
        return tuple(map(len, self._kinds))

    def back_to(self, mark: Mark) -> None:
        """Forget what was noted since the mark."""
        for notes, count in zip(self._kinds, mark, strict=True):
            del notes[count:]

    def gather(self, mark: Mark, first: int) -> None:
        """Follow the blocks: those that were noted since the mark have become part of the first of them."""
        self._move(mark, lambda block: min(block, first))

    def shift(self, position: int, by: int) -> None:
        """Follow the blocks: from `position` on they have moved."""
        self._move((0,) * len(self._kinds), lambda block: block + by if block >= position else block)

    def settle(self, blocks: int) -> None:
        """Put notes in the elements' order; a line that was added to the block before it left no block of its own."""
        self._move((0,) * len(self._kinds), lambda block: min(block, blocks - 1) if blocks else None)
        for stated in (self.items, self.classed):
            stated.sort(key=lambda note: note.order)

    def _move(self, mark: Mark, moved: Callable[[int], int | None]) -> None:
        for notes, count in zip(self._kinds, mark, strict=True):
            for at in range(count, len(notes)):
                block = notes[at].block
                if block is not None and (to := moved(block)) != block:
                    notes[at] = notes[at]._replace(block=to)
