"""Words that a headline shares with its story, its address or the page's title; text in, words and shares out."""

import re
from collections.abc import Collection

from newsclean.conventions.languages import EAST_ASIAN

_WORD = re.compile(r"\w{4,}")


def words_of(folded: str) -> frozenset[str]:
    """Return the words of four letters and more, cut to six for their endings' sake; for Chinese, pairs of signs."""
    if not folded.isascii() and EAST_ASIAN.search(folded):
        return frozenset(folded[at : at + 2] for at in range(len(folded) - 1))
    return frozenset(word[:6] for word in _WORD.findall(folded))


def share_of(own: Collection[str], others: frozenset[str]) -> float:
    """Return how many of some words are among others, 0 to 1."""
    return len(others.intersection(own)) / len(own) if own else 0.0
