"""Headings: the blocks of an HTML page that its markup prints as headings, down to the body.

In: blocks. Out: text, what the markup makes of it, and the blocks; what stands in a menu or a logo is told apart.
"""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from newsclean.block import Block, Element
from newsclean.sources.html.telling import names_kicker

_ASIDE_TAGS: Final = frozenset(("nav", "aside", "footer", "li", "ol", "ul", "dialog"))
_ASIDE_HINTS: Final = (
    "breadcrumb", "logo", "site-title", "sitetitle", "site-name", "masthead", "brand", "is_blind", "nowrap",
)  # fmt: skip
_TAGS: Final = frozenset(("h1", "h2", "h3"))
_MAX_DEPTH: Final = 5
"""Elements from a block outwards: headings hold little markup."""

Heading = tuple[str, str, tuple[int, ...]]
"""The text; "h1" for the first, "heading" for others, "aside" for one in a menu or a logo; and the blocks."""


def headings(blocks: Sequence[Block], body: int) -> list[Heading]:
    """Return the headings up to the body."""
    groups: dict[Element, list[Block]] = {}
    for block in blocks:
        if block.index > body + 2 and groups:
            break
        heading = _heading_around(block.element)
        if heading is not None:
            groups.setdefault(heading, []).append(block)
    found: list[Heading] = []
    first = True
    for element, members in groups.items():
        aside = _is_aside(element)
        text = " ".join(block.text for block in members)
        source = "aside" if aside else "h1" if element.tag == "h1" else "heading"
        if source == "h1" and not first:
            source = "heading"
        first = first and source != "h1"
        found.append((text, source, tuple(block.index for block in members)))
    return found


def _heading_around(element: Element | None) -> Element | None:
    if element is not None and element.tag not in _TAGS and names_kicker(element.hints):
        return None
    if element is None or "headline" in element.hints or "title" in element.hints:
        return element
    return next((each for each in islice(element.ancestors(), _MAX_DEPTH) if each.tag in _TAGS), None)


def _is_aside(element: Element) -> bool:
    for depth, ancestor in enumerate(element.ancestors()):
        if ancestor.tag in _ASIDE_TAGS or (depth <= 2 and any(hint in ancestor.hints for hint in _ASIDE_HINTS)):  # noqa: PLR2004
            return True
    return False
