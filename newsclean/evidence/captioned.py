"""What the markup calls a caption or a credit: an element in, its role out; and copies of which one is a caption."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from newsclean.block import HEADING_TAGS, Block, Element, Role

_NEAR: Final = 3
"""Elements, from the block's own upwards, whose hints speak of the block."""
_NO_CAPTION: Final = frozenset({"table", "thead", "tbody", "tr", "td", "th", "article", "main", "body"})


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
