"""Addresses: what the URL of a page says of its site and its headline; a URL in, names and words out."""

import re
import unicodedata
from typing import Final
from urllib.parse import unquote, urlsplit

from newsclean.conventions.headlines.sharedwords import words_of
from newsclean.conventions.headlines.titles import squash

_HOST = re.compile(r"(?:https?:)?//(?:www\d?\.|m\.|amp\.|edition\.)?([^/:?#]+)", re.IGNORECASE)
_SUFFIX: Final = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_MIN_WORDS: Final = 2
"""Fewer words of an address are a section's or a number."""


def host_name(url: str | None) -> str | None:
    """Return the name that a site goes by in its address: "example" of "https://www.example.co.uk/x"."""
    found = _HOST.match(url or "")
    if not found:
        return None
    labels = found[1].casefold().split(".")
    while len(labels) > 1 and (len(labels[-1]) <= 3 or labels[-1] in ("info", "news", "online")):  # noqa: PLR2004 - "com", "uk"
        labels.pop()
    return squash(labels[-1]) or None


def slug_words(url: str | None) -> frozenset[str]:
    """Return the words of the last part of an address, as `words_of` cuts them; none where they are no headline's.

    >>> sorted(slug_words("https://www.example.org/2026/the-old-bridge-reopens-friday.html"))
    ['bridge', 'friday', 'reopen']
    """
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return frozenset()
    last = _SUFFIX.sub("", unquote(path.rstrip("/").rpartition("/")[2]))
    words = words_of(plain(last).replace("_", "-"))
    return words if len(words) >= _MIN_WORDS else frozenset()


def plain(text: str) -> str:
    """Return a text without its accents, as addresses have it.

    >>> plain("Événement à Genève")
    'evenement a geneve'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
