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
_COUNTED: Final = re.compile(
    r"(?=.*(?:Retweet|Repost|\d ?[KM]? ?Likes?\s?\d))"
    r"(?:\d[\d.,]*\s?[KM]?\s?(?:Retweets?|Reposts?|Likes?|Repl(?:y|ies)|Quotes?|Views?|Bookmarks?|Comments?)\s?){1,5}"
)
"""How often a post was liked and passed on; dumps have no space between: "44 Retweets601 Likes"."""
_POSTED: Final = re.compile(
    r"\d{1,2}:\d{2}(?: ?[AP]M)? [∙·] (?=[^∙·]{0,16}\d[^∙·\d]{1,12}\d{4})[^∙·]{5,24}\d{4}(?: [∙·] [^∙·]{3,40}){0,2}"
)
"""The foot of a post: the hour first, a dot and the day."""
_POSTER: Final = re.compile(r"[^\s@].{0,44}?@\w{2,30}")
"""The head of a post: a name and an account."""
_MAX_FOOT_CHARS: Final = 80
_MAX_POST_LINES: Final = 6
_PICTURE: Final = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/)\w+$")
_MAX_SIGNATURE_CHARS: Final = 130
_MAX_ADDRESS_CHARS: Final = 40


class Embeds(Filter):
    """Posts of social networks, by the markup they are embedded with, and in flat texts by their signatures.

    Kept: the text of a post in a dump, unless it ends with the address of a picture; sentences that name an account
    ("wrote on X (@janedoe) on Friday"); and quotes that the story itself makes. The foot of a post ("6:46 PM · Mar 5,
    2024", "44 Retweets 601 Likes") is told by its form, and its head by the foot.
    """

    name = "embeds"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at posts and signatures."""
        if page.kind == "html":
            for block in page.blocks:
                if _is_embedded(block.element):
                    yield Mark(block, "embed", "post of a social network")
        yield from _feet(page)
        # an account stands in brackets, an address has a slash
        for index in np.flatnonzero(evidence.shapes.having(BRACKET, SEPARATOR)).tolist():
            block, text = page.blocks[index], page.blocks[index].text
            if "(@" in text and len(text) <= _MAX_SIGNATURE_CHARS and _SIGNATURE.match(text):
                if not evidence.shapes.prose[index]:
                    yield Mark(block, "embed", "whose post it is")
            elif "/" in text[-_MAX_ADDRESS_CHARS:] and _PICTURE.search(text, max(0, len(text) - _MAX_ADDRESS_CHARS)):
                yield Mark(block, "embed", "post that ends with a picture's address")


def _feet(page: Page) -> Iterator[Mark]:
    """Point at the feet of posts, and at the names and accounts above them."""
    blocks = page.blocks
    above = 0
    for block in blocks:
        text = block.text
        if not text[0].isdecimal() or len(text) > _MAX_FOOT_CHARS:
            continue
        if _COUNTED.fullmatch(text) or _POSTED.fullmatch(text):
            yield Mark(block, "embed", "foot of a post")
            for head in reversed(blocks[max(above, block.index - _MAX_POST_LINES) : block.index]):
                if "@" in head.text and _POSTER.fullmatch(head.text):
                    yield Mark(head, "embed", "whose post it is")
                    break
            above = block.index + 1


def _is_embedded(element: Element | None) -> bool:
    around = islice(element.ancestors(), _NEAR) if element is not None else ()
    quote = next((each for each in around if each.tag == "blockquote"), None)
    return quote is not None and any(mark in quote.hints for mark in _MARKS)
