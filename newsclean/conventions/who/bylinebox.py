"""Boxes of bylines: what stands between a name and its date and names nobody; lines in, the line below them out."""

import re
from collections.abc import Sequence
from typing import Final

from newsclean.block import Block
from newsclean.conventions.sections import is_section
from newsclean.conventions.tables import key, words
from newsclean.conventions.who.agencies import agency
from newsclean.conventions.who.credits import is_calling_word, vocabulary

_MAX_DETAILS: Final = 2
"""A calling and an address, or an address and a handle."""
_MAX_CHARS: Final = 80
_MAX_WORDS: Final = 8
_ADDRESS: Final = re.compile(
    r"(?:e-?mail\s?:\s?)?(?:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|@\w{2,40})", re.IGNORECASE
)
_OF: Final = words("for of at in the & and für bei der des de du del da do di della et y e van voor på för")
"""Words between a calling and whom or what it is for."""


def is_detail(line: str) -> bool:
    """Return whether a whole line only tells more of who is named above it: a calling, an address, an agency.

    >>> is_detail("Senior Political Correspondent"), is_detail("jane@courier.example"), is_detail("@jane")
    (True, True, True)
    >>> is_detail("Jane Doe"), is_detail("Jane Doe, Reporter"), is_detail("Reporter bitten by a mule")
    (False, False, False)
    """
    if len(line) > _MAX_CHARS:
        return False
    return _ADDRESS.fullmatch(line) is not None or agency(line) is not None or _is_calling(line.split())


def _is_calling(tokens: list[str]) -> bool:
    """Return whether a line is a calling with what qualifies it, one name of an outlet, and whom it is for."""
    at = next((index for index, token in enumerate(tokens) if is_calling_word(token)), None)
    if at is None or len(tokens) > _MAX_WORDS or tokens[-1][-1] in ".!?":
        return False
    before = [token for token in tokens[:at] if not (key(token) in vocabulary("qualifiers") or is_section(token))]
    after = [
        token for token in tokens[at + 1 :] if not (token[0].isupper() or key(token) in _OF or is_calling_word(token))
    ]
    return len(before) <= 1 and not after


def below_details(blocks: Sequence[Block], index: int) -> Block | None:
    """Return the line that stands below a name and what tells more of it; None where the page ends."""
    return next((block for block in blocks[index + 1 : index + 2 + _MAX_DETAILS] if not is_detail(block.text)), None)
