"""What the markup calls a caption or a credit: an element in, its role out; and copies of which one is a caption."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from newsclean.block import HEADING_TAGS, Block, Element, Role

_NEAR: Final = 3
"""Elements, from the block's own upwards, whose hints speak of the block."""
_NO_CAPTION: Final = frozenset({"table", "thead", "tbody", "tr", "td", "th", "article", "main", "body"})
_FIGURE_REACH: Final = 6
"""Elements, from a block's own upwards, among which the figure around it is."""
_OF_PICTURE: Final = re.compile(
    r"(?:image|img|photo|foto|picture|figure|caption|bild|media)[a-z]*[\w-]{0,16}(?:credit|source|copyright|owner)"
    r"|(?:photo|image|picture)[_-]{1,2}author|photographer"
    r"|credits?[_-]{0,2}(?:of-)?(?:image|photo|picture|caption)|(?<![a-z])(?<!byline-)(?:caption|cutline)|wp-caption"
)
"""Names of elements that say who took a picture, or what it shows."""
_OF_AUTHOR: Final = re.compile(r"author|byline|(?<![a-z])bio(?![a-z])|avatar")


def is_of_picture(element: Element | None, headline: Element | None) -> bool:
    """Return whether the markup sets an element's blocks beside a picture: who is named there took it.

    A figure within the box of an author is a portrait, and one around the headline is the head of the story.
    """
    if element is None:
        return False
    story = frozenset(headline.ancestors()) if headline is not None else frozenset[Element]()
    for depth, above in enumerate(islice(element.ancestors(), _FIGURE_REACH)):
        if above in story:
            return False
        if depth < _NEAR and above.tag not in HEADING_TAGS and _OF_PICTURE.search(above.hints) is not None:
            return True
        if above.tag == "figure":
            return not any(_OF_AUTHOR.search(around.hints) for around in islice(above.ancestors(), _NEAR))
    return False


def says_picture(hints: str) -> bool:
    """Return whether the names of an element, or of those around it, say that it tells of a picture.

    >>> says_picture("image__credit"), says_picture("author-photo"), says_picture("story-credits")
    (True, False, False)
    """
    return _OF_PICTURE.search(hints) is not None


def stated_role(element: Element | None, known: dict[Element, Role | None]) -> Role | None:
    """Return "caption" or "credit" where the markup gives that role to an element's blocks.

    `known` remembers what was looked up.
    """
    if element is None:
        return None
    if element in known:
        return known[element]
    role: Role | None = None
    for above in islice(element.ancestors(), _NEAR):
        if above.tag in _NO_CAPTION:
            break
        hints = above.hints
        # plain looks, for every element of every page comes by here; the id of a heading may say "tax-credit"
        if above.tag not in HEADING_TAGS and ("credit" in hints or "photo-author" in hints or "image-source" in hints):
            role = "credit"
            break
        if above.tag == "figcaption" or "caption" in hints or "cutline" in hints or "photo-legend" in hints:
            role = "caption"
            break
    known[element] = role
    return role


def text_stays(twins: Sequence[int | None], blocks: Sequence[Block]) -> tuple[int | None, ...]:
    """Return for each copy the block that stays: where that is a caption and a copy is none, it is the copy.

    Some sites print the lead as the caption of the picture above it, and captions go.
    """
    copies: dict[int, list[int]] = {}
    for index, stays in enumerate(twins):
        if stays is not None:
            copies.setdefault(stays, []).append(index)
    chosen = list(twins)
    known: dict[Element, Role | None] = {}
    for stays, group in copies.items():
        if stated_role(blocks[stays].element, known) is None:
            continue
        text = next((index for index in group if stated_role(blocks[index].element, known) is None), None)
        if text is not None:
            for index in (stays, *group):
                chosen[index] = text if index != text else None
    return tuple(chosen)
