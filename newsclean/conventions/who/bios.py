"""Author notes: "Jane Doe is a reporter at ...", an agency's self-portrait; a line in, whom it is about out."""

import re
from collections.abc import Collection
from typing import Final

from newsclean.conventions.tables import key
from newsclean.conventions.who.credits import is_calling_word, is_name

MAX_CHARS: Final = 900
_MIN_CHARS: Final = 20
_VERBS: Final = (
    "is", "has been", "has covered", "has worked", "has written", "covers", "writes", "reports", "works", "joined",
    "leads", "serves", "studied", "holds", "lives", "ist", "arbeitet", "schreibt", "berichtet", "studierte",
    "volontierte", "es", "escribe", "cubre", "trabaja", "est", "écrit", "couvre", "travaille", "é", "escreve",
    "cobre", "trabalha", "è", "scrive", "lavora", "—", "–", "pisze", "jest", "är", "skriver", "er", "schrijft",
    "yazıyor",
)  # fmt: skip
_VERB_WORDS: Final = frozenset(verb.split()[0] for verb in _VERBS)
_VERB: Final = re.compile(
    rf"(?P<name>[^\s,.;:!?].{{2,48}}?),?\s+(?:{'|'.join(_VERBS)})\s+(?P<rest>\S.*)", re.IGNORECASE
)
_TITLED: Final = re.compile(
    r"(?:Mr|Ms|Mrs|Mx|Dr|Prof)\.? ([^\W\d_][\w'’-]+) (?:is|was|are|teaches|writes|works|directs|runs) "
)
_HEAD_WORDS: Final = 16
_PRONOUNS: Final = re.compile(r" \((?:he|she|they)/\w{2,6}(?:/\w{2,6})?\)")
"""How its bearer wants to be spoken of, behind a name."""


def about(line: str, authors: Collection[str] = ()) -> str | None:
    """Return the name of the person that a line is an author note of, or None.

    Args:
        line: the whole line.
        authors: the names that bylines of the page give; a note on one of them needs no calling.

    >>> about("Jane Doe is a senior reporter at the Example, covering courts.")
    'Jane Doe'
    >>> about("Jane is a reporter at the Example.", ["Jane Doe"]), about("Joe is a reporter here.", ["Jane Doe"])
    ('Jane Doe', None)
    >>> about("The reporter is a member of the jury."), about("Jane Doe is angry.")
    (None, None)
    """
    if not _MIN_CHARS <= len(line) <= MAX_CHARS:
        return None
    for author in authors:
        if " " in author and line.startswith(author) and line[len(author) : len(author) + 1] in (" ", ","):
            return author
    return _introduced(line, authors)


def introduces(line: str, name: str) -> bool:
    """Return whether a line starts to tell who somebody is.

    >>> introduces("Jane Doe is a newswriter based in Lesk.", "Jane Doe"), introduces("Jane Doe sang.", "Jane Doe")
    (True, False)
    """
    return len(line) <= MAX_CHARS and _introduced(line, (name,)) is not None


def is_about_surname(line: str, authors: Collection[str]) -> bool:
    """Return whether a line says what one of the authors is, by title and surname: a note right below the byline.

    >>> is_about_surname("Ms. Doe is the author of “Minute Hands” and teaches history.", ["Jane Doe"])
    True
    >>> is_about_surname("Mr. Poe is angry with the council.", ["Jane Doe"])
    False
    """
    found = _TITLED.match(line) if len(line) <= MAX_CHARS else None
    return found is not None and any(key(author).split()[-1:] == [key(found[1])] for author in authors)


def _introduced(line: str, authors: Collection[str]) -> str | None:
    """Return the name that a sentence says the calling of, or that is one of the authors."""
    line = _PRONOUNS.sub("", line, count=1) if "/" in line else line
    if _VERB_WORDS.isdisjoint(line.split(None, 8)[1:8]):
        return None
    if not (found := _VERB.match(line)):
        return None
    name = found["name"].strip()
    own = key(name)
    if own in map(key, authors):
        return name
    is_called = any(map(is_calling_word, found["rest"].split()[:_HEAD_WORDS]))
    if len(name.split()) == 1:
        return next((author for author in authors if is_called and own in key(author).split()), None)
    return name if is_called and is_name(name) else None
