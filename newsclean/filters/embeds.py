"""Embeds: posts of social networks that a story shows, and the lines that say whose they are."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

import numpy as np

from newsclean.block import Element, Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.shapes import BRACKET, SEPARATOR
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
_MAX_ADDRESS_CHARS: Final = 40


class Embeds(Filter):
    """Posts of social networks, by the markup they are embedded with, and in flat texts by their signatures.

    Kept: the text of a post in a dump, unless it ends with the address of a picture; sentences that name an account
    ("wrote on X (@janedoe) on Friday"); and quotes that the story itself makes.
    """

    name = "embeds"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at posts and signatures."""
        if page.kind == "html":
            for block in page.blocks:
                if _is_embedded(block.element):
                    yield Mark(block, "embed", "post of a social network")
        # an account stands in brackets, an address has a slash
        for index in np.flatnonzero(evidence.shapes.having(BRACKET, SEPARATOR)).tolist():
            block, text = page.blocks[index], page.blocks[index].text
            if "(@" in text and len(text) <= _MAX_SIGNATURE_CHARS and _SIGNATURE.match(text):
                if not evidence.shapes.prose[index]:
                    yield Mark(block, "embed", "whose post it is")
            elif "/" in text[-_MAX_ADDRESS_CHARS:] and _PICTURE.search(text, max(0, len(text) - _MAX_ADDRESS_CHARS)):
                yield Mark(block, "embed", "post that ends with a picture's address")


def _is_embedded(element: Element | None) -> bool:
    around = islice(element.ancestors(), _NEAR) if element is not None else ()
    quote = next((each for each in around if each.tag == "blockquote"), None)
    return quote is not None and any(mark in quote.hints for mark in _MARKS)
