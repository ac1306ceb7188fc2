"""Embeds: posts of social networks that a story shows, and the lines that say whose they are."""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.block import Element, Mark, Page
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_MARKS: Final = (
    "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "fb-post", "fb-video",
    "reddit-embed", "text-post-media", "truthsocial-embed", "mastodon-embed", "telegram-post",
)  # fmt: skip
"""Classes that the networks' own code for embedding gives its quotes."""
_NEAR: Final = 5
"""Elements, from the block's own upwards, that may be the quote."""
_SIGNATURE: Final = re.compile(r"[—–-] ?.{1,60}? \(@\w{1,30}\)(?: .{4,30}\d)?$|.{0,40}\(@[\w.]{1,30}\)$")
"""Whose a post is, and when it was written: "— Jane Doe (@janedoe) March 12, 2024", "A post shared by … (@janedoe)"."""
_PICTURE: Final = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/)\w+$")
_MAX_SIGNATURE_CHARS: Final = 130


class Embeds(Filter):
    """Posts of social networks, by the markup they are embedded with, and in flat texts by their signatures.

    Kept: the text of a post in a dump, unless it ends with the address of a picture; sentences that name an account
    ("wrote on X (@janedoe) on Friday"); and quotes that the story itself makes.
    """

    name = "embeds"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at posts and signatures."""
        prose = evidence.shapes.prose
        for block in page.blocks:
            text = block.text
            if _is_embedded(block.element):
                yield Mark(block, "embed", "post of a social network")
            elif "(@" in text and len(text) <= _MAX_SIGNATURE_CHARS and _SIGNATURE.match(text):
                if not prose[block.index]:
                    yield Mark(block, "embed", "whose post it is")
            elif "/" in text[-40:] and _PICTURE.search(text, max(0, len(text) - 40)):
                yield Mark(block, "embed", "post that ends with a picture's address")


def _is_embedded(element: Element | None) -> bool:
    for _ in range(_NEAR):
        if element is None:
            return False
        if element.tag == "blockquote":
            hints = element.hints
            return any(mark in hints for mark in _MARKS)
        element = element.parent
    return False
