"""Numbers of links, as text browsers print them: "[3]Weather" and the addresses below the page come off it.

In: the lines of a text dump. Out: the same without the numbers and the list of addresses; decided once a page.
"""

import re
from itertools import pairwise
from typing import Final

from newsclean.sources.text.lines import Lines

_NUMBER: Final = re.compile(r"(?<![\w.,;:!?…%’”»])\[(\d{1,4})\](?=[^\s.,;:!?])")
"""A number right before the words of its link; that of a footnote stands behind a word."""
_ADDRESS: Final = re.compile(
    r"(?:\[(\d{1,4})\]|(\d{1,4})\.)\s+(?:(?:https?|ftp|file|feed|news|whatsapp|android-app)://|mailto:|tel:|javascript:|data:)\S+"
)
_MIN_NUMBERS: Final = 3
_SURE_NUMBERS: Final = 6
"""So many that count up are a browser's where the list of addresses was cut off."""
_MAX_STEP: Final = 3
_COUNTING_SHARE: Final = 0.9
_HEADINGS: Final = 2
_HEADING_WORDS: Final = 2
"""So many lines of so many words stand above the addresses, and some amid them: "References", "Visible links"."""


def take_link_numbers(lines: Lines) -> Lines:
    r"""Return the lines without the numbers of their links, without the addresses, and without the links of the head.

    >>> from newsclean.sources.text.lines import read_lines
    >>> source = "[1]Home\n[2]Ferry\nThe [3]old ferry sails.[4]\n\nReferences\n\n"
    >>> source += "\n".join(f"{n}. https://example.org/{n}" for n in (1, 2, 3))
    >>> take_link_numbers(read_lines(source)).texts
    ['Home', 'Ferry', 'The old ferry sails.[4]']
    """
    numbers = [int(found[1]) for text in lines.texts if "[" in text for found in _NUMBER.finditer(text)]
    listed = _listed(lines) if numbers else frozenset()
    if not listed and (len(numbers) < _SURE_NUMBERS or not _count_up(numbers)):
        return lines
    plain = Lines(surrogates=lines.surrogates)
    head = _head(lines)
    for i, text in enumerate(lines.texts):
        if i in listed or i < head:
            continue
        bare = _NUMBER.sub("", text) if "[" in text else text
        plain.add(lines, i)
        plain.texts[-1] = bare
    return plain


def _count_up(numbers: list[int]) -> bool:
    steps = [after - before for before, after in pairwise(numbers)]
    return sum(0 < step <= _MAX_STEP for step in steps) >= _COUNTING_SHARE * len(steps)


def _listed(lines: Lines) -> frozenset[int]:
    """Return the lines of the list of addresses below the page, with its headings."""
    addresses = [i for i, text in enumerate(lines.texts) if text[0] in "[0123456789" and _ADDRESS.fullmatch(text)]
    # a few addresses are the list where they end the page
    if len(addresses) < _MIN_NUMBERS and addresses[-1:] != [len(lines) - 1]:
        return frozenset()
    found = set(addresses)
    for i in range(max(0, addresses[0] - _HEADINGS), addresses[-1]):
        if i not in found and lines.texts[i].count(" ") < _HEADING_WORDS:
            found.add(i)
    return frozenset(found)


def _head(lines: Lines) -> int:
    """Return where the links of the page's head end, that a browser prints above it: "#[1]Feed [2]Home"."""
    if not lines.texts or not lines.texts[0].startswith("#["):
        return 0
    return next((i for i in range(1, len(lines)) if lines.gaps[i]), 1)
