"""The gate of bylines: which lines can be one, told cheaply by their words; folded lines in, positions out."""

import re
from collections.abc import Sequence
from typing import Final

from newsclean.conventions.who.agencies import agency_words
from newsclean.conventions.who.bylinedates import MAX_CHARS
from newsclean.conventions.who.bylinemarks import openers, spaced
from newsclean.conventions.who.labelledlines import CATEGORIES

_MAX_CREDIT_WORDS: Final = 8
"""Lines that credit nothing but agencies are short."""
_EAST_ASIAN = re.compile(r"[著记記作撰稿文讯訊译譯编編执執筆取構聞写访訪习習评評기특논글취社网網法通透]")


def may_be_byline(folded: str) -> bool:
    """Return whether a line, by its comparison key, can be a byline without being a bare name: a gate, cheap."""
    return bool(_gated(folded))


def may_be_bylines(folded: Sequence[str]) -> frozenset[int]:
    """Return which of a page's lines `may_be_byline`."""
    return frozenset(_gated("\n".join([line if len(line) <= MAX_CHARS else "" for line in folded])))


def _gated(folded: str) -> list[int]:
    """Return which lines of a folded text a mark opens, an agency may fill, or have a sign of East Asian bylines."""
    text = spaced(folded)
    marks, known = openers(), agency_words()
    found = [
        index
        for index, words in enumerate(map(str.split, text.split("\n")))
        if words
        and (
            words[0] in marks
            or words[0].startswith("by")
            or not CATEGORIES.isdisjoint(words)
            or (len(words) <= _MAX_CREDIT_WORDS and not known.isdisjoint(words))
        )
    ]
    if not text.isascii() and _EAST_ASIAN.search(text) is not None:
        found += [index for index, line in enumerate(text.split("\n")) if _EAST_ASIAN.search(line)]
    return found
