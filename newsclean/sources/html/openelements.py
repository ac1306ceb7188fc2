"""The elements that are open while a page is read, and an `Element` of each that turns out to hold a block."""

from collections.abc import Callable, Mapping
from typing import Final

from newsclean.block import Element
from newsclean.sources.html.hints import hints

MAX_DEPTH: Final = 200
"""Levels of elements that blocks are told of; deeper ones are read as part of this level."""
NO_ATTRIBUTES: Final[Mapping[str, str]] = {}
"""The parser's own empty mapping is slow to ask."""


class Frame:
    """An open element."""

    __slots__ = ("at_end", "attributes", "counts", "element", "hinted", "near", "nth", "order", "show", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], order: int, nth: int, near: int) -> None:
        """Open an element that nothing is known of yet but its start tag and what is around it."""
        self.tag = tag
        self.attributes = attributes
        self.order = order
        self.nth = nth
        self.element: Element | None = None
        self.counts: dict[str, int] | None = None
        """How many children it has, by tag."""
        self.at_end: list[Callable[[], None]] | None = None
        """What is to be noted when it ends, while its text is still at hand."""
        self.hinted: str | None = None
        """Its hints, once somebody asked for them."""
        self.near = near
        """How many levels below it a link is still told of by the names of it and of those around it."""
        self.show: Callable[[], None] | None = None
        """For a hidden element: takes up the block around it."""

    def hints(self) -> str:
        """Return what its names say it is for."""
        hinted = self.hinted
        if hinted is None:
            hinted = self.hinted = hints(self.attributes)
        return hinted


class OpenElements:
    """The open elements, the outermost first, under a root that stands for the page."""

    def __init__(self) -> None:
        """Start at the root."""
        self.stack = [Frame("", NO_ATTRIBUTES, 0, 1, 0)]
        self.holders = [0]
        """Depths of the open elements that are block-level."""
        self.order = 0
        self.is_too_deep = False

    def push(self, tag: str, attributes: Mapping[str, str]) -> Frame:
        """Open an element in the innermost one."""
        self.order += 1
        outer = self.stack[-1]
        counts = outer.counts
        if counts is None:
            outer.counts = counts = {}
        counts[tag] = nth = counts.get(tag, 0) + 1
        near = outer.near
        frame = Frame(tag, attributes, self.order, nth, near - 1 if near else 0)
        self.stack.append(frame)
        return frame

    def element(self) -> Element:
        """Return the nearest block-level element that is open, made on demand with its ancestors."""
        stack = self.stack
        at = self.holders[-1]
        if at > MAX_DEPTH:
            at = MAX_DEPTH
            self.is_too_deep = True
        found = stack[at].element
        if found is not None:
            return found
        missing = max(at, 1)
        while missing > 1 and stack[missing - 1].element is None:
            missing -= 1
        found = stack[missing - 1].element
        for depth in range(missing, at + 1):
            frame = stack[depth]
            frame.element = found = Element(frame.tag, frame.hints(), found, depth - 1, frame.order, frame.nth)
        return found or Element("html", "", None, 0, 0, 1)
