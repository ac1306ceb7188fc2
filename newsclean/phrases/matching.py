"""Matching: a folded line in, the family of junk phrase that fills it out."""

from collections.abc import Sequence
from functools import cache

from newsclean.phrases.hit import Hit
from newsclean.phrases.index import Index
from newsclean.phrases.pack import packs


@cache
def _index() -> Index:
    """Return the index of all packs; they are data of the package, so it never changes."""
    return Index(packs())


def match(line: str) -> Hit | None:
    """Return the phrase that fills the folded line, or stands as a label at its head, or None.

    A phrase is never found inside a sentence.

    Args:
        line: a line as `newsclean.folding.fold` gives it; above `MAX_CHARS` characters nothing matches.

    >>> match("share this article")
    Hit(family='share', rest='', language='en')
    >>> match("read also: bridge reopens in may")
    Hit(family='promo', rest='bridge reopens in may', language='en')
    >>> match("share prices fell 3% after the announcement.")
    """
    return _index().match(line)


def match_all(lines: Sequence[str]) -> tuple[Hit | None, ...]:
    """Return what `match` says of each of a page's lines, at a fraction of the cost of asking for each.

    >>> [hit and hit.family for hit in match_all(["share this article", "the bridge reopened on friday."])]
    ['share', None]
    """
    return tuple(_index().match_all(lines))
