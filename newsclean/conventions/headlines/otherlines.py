"""Lines that are no headline however well they stand: credits, menus, dates; a line in, whether it is one out."""

from collections.abc import Sequence
from typing import Final

from newsclean.block import Block
from newsclean.conventions.headlines.bodyrun import Lines
from newsclean.conventions.when.dates import read_date
from newsclean.conventions.who.agencies import agency
from newsclean.conventions.who.bylinegate import may_be_byline
from newsclean.conventions.who.bylines import read_byline

_STAMP_WORDS: Final = 6
"""Words beside an hour: a section, and the label of another."""
_MENU_WORDS: Final = 6
_MENU_REACH: Final = 80
"""Lines above in which the entries of a menu stand, of so many words at most."""
_ENTRY_WORDS: Final = 3
_ENTRIES: Final = 4
"""A line of so many entries, and with a word in so many that is of none, is a menu."""


def is_other(index: int, blocks: Sequence[Block], lines: Lines) -> bool:
    """Return whether a line of a dump is a credit, a menu or a date."""
    text = blocks[index].text
    return is_credit(text, lines.folded[index]) or _is_menu(index, lines) or _is_stamp(text)


def is_credit(text: str, folded: str) -> bool:
    """Return whether a line says who wrote, perhaps for an agency."""
    if not may_be_byline(folded):
        return False
    read = read_byline(text) or read_byline(text, bare=True)
    return read is not None and (read.marked != "none" or any(agency(credit.name) for credit in read.credits))


def _is_stamp(text: str) -> bool:
    """Return whether a line is an hour of a day and little else: "World 07/04/2023 07:32 Updated 09:50"."""
    moment = read_date(text)
    if moment is None or moment.precision != "minute":
        return False
    return len((text[: moment.start] + text[moment.end :]).split()) <= _STAMP_WORDS


def _is_menu(index: int, lines: Lines) -> bool:
    """Return whether a line is made of entries of the menu above it: "Politics World Life Sport Video"."""
    counts, rest = lines.shapes.word_counts, f" {lines.folded[index]} "
    if counts[index] < _MENU_WORDS:
        return False
    entries = {lines.folded[at] for at in range(max(0, index - _MENU_REACH), index) if counts[at] <= _ENTRY_WORDS}
    held = sorted((entry for entry in entries if entry and f" {entry} " in rest), key=len, reverse=True)
    for entry in held:
        rest = rest.replace(f" {entry} ", "  ")
    return len(held) >= _ENTRIES and len(rest.split()) * _ENTRIES <= counts[index]
