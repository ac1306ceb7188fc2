"""Marks of bylines: the labels and prepositions that introduce who wrote; a line in, its mark and the rest out."""

import re
from functools import cache
from typing import Final, Literal

import regex

from newsclean.conventions.tables import key
from newsclean.conventions.who.credits import entries

Marked = Literal["strong", "weak", "none"]
_LABEL_CHARS: Final = 40
_FIRST = regex.compile(r"[\p{L}\p{M}.()]+")
_NEWSROOMS = frozenset(
    ("da redacao", "da nossa redacao", "de la redaccion", "de nuestra redaccion", "dalla redazione", "de la redaction")
)
"""The `key`s of how a newsroom signs."""
_NO_LABELS = frozenset(
    (
        "text", "texto", "testo", "texte", "words", "redaktion", "redacción", "haber", "laporan", "bài",
        "tekst", "reporter", "journalist", "editor", "edição", "reportagem", "reportage", "του", "της",
        "writer", "writers", "story", "contributor", "signé", "interview", "essay", "خبرنگار", "نویسنده", "گزارشگر",
        "প্রতিবেদক", "লেখক", "ผู้เขียน", "mwandishi",
    )
)  # fmt: skip
"""Labels that are everyday words: a colon and a name must follow."""


@cache
def _markers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of strong and of weak markers at the head of a line."""

    def pattern(entries: tuple[str, ...], end: str) -> re.Pattern[str]:
        longest_first = sorted(entries, key=len, reverse=True)
        return re.compile(f"(?:{'|'.join(re.escape(entry) for entry in longest_first)}){end}", re.IGNORECASE)

    return pattern(entries("strong"), r"(?:\s*[:：]\s*|\s+[-–—]\s+|\s+|$)"), pattern(
        entries("weak"), r"(?:\s*:\s*|\s+|(?<=\bBy)(?=[A-Z][a-z]+ [A-Z]))"
    )


@cache
def _first_words(strength: str) -> frozenset[str]:
    return frozenset(entry.split()[0] for entry in entries(strength))


def spaced(folded: str) -> str:
    """Return a folded text with spaces in the place of what stands around and between the words of bylines."""
    for sign in "().,:[]©*-/":
        folded = folded.replace(sign, " ")
    return folded


@cache
def openers() -> frozenset[str]:
    """Return the first words of all marks, as `spaced` leaves them: what most lines lack."""
    lists = (*entries("strong"), *entries("weak"), *entries("desks"))
    return frozenset(spaced(entry).split()[0] for entry in lists)


def marker(line: str) -> tuple[Marked, str, str]:
    """Return what kind of marker a line starts with, the marker, and the rest of the line."""
    word = _FIRST.match(line)
    first = word[0].casefold() if word else ""
    if first in _first_words("strong") and (found := _markers()[0].match(line)):
        bare = found[0].strip().casefold()
        if bare not in _NO_LABELS or bare.endswith((":", "：")):
            return "strong", found[0], line[found.end() :]
    if (first in _first_words("weak") or first.startswith("by")) and (found := _markers()[1].match(line)):
        return "weak", found[0], line[found.end() :]
    return "none", "", line


def is_desk(text: str) -> bool:
    """Return whether a text is how a newsroom signs, where its words look like a name.

    >>> is_desk("নিজস্ব প্রতিবেদক"), is_desk("Haber Merkezi"), is_desk("Jane Doe")
    (True, True, False)
    """
    return key(text) in _desks()


@cache
def _desks() -> frozenset[str]:
    return frozenset(key(entry) for entry in entries("desks"))


def is_newsroom(line: str) -> bool:
    """Return whether a whole line says that the newsroom wrote: below it stands its place, and no name.

    >>> is_newsroom("Da Redação"), is_newsroom("Texto:")
    (True, False)
    """
    return key(line.strip(" :.")) in _NEWSROOMS


def is_label(line: str) -> bool:
    """Return whether a whole line only announces who wrote: "Written By", "Autor:".

    >>> is_label("Written By"), is_label("Autor:"), is_label("By the way")
    (True, True, False)
    """
    if len(line) > _LABEL_CHARS:
        return False
    return line.strip(" :：|-–—").casefold() in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(entries("strong")) - _NO_LABELS | {"by"}
