"""What every reader of authors hands on: who one source names, where it stands, and how far it is to be trusted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from newsclean.article import Author, AuthorKind
from newsclean.conventions.tables import key
from newsclean.conventions.who.credits import Credit, is_body

MARKED: Final = 0.75
"""The trust in a byline with a label."""


@dataclass(frozen=True, slots=True)
class FoundAuthors:
    """The authors that one source names."""

    authors: tuple[Author, ...]
    where: str
    raw: str
    confidence: float
    blocks: tuple[int, ...] = ()
    complete: bool = False
    """Whether it is one line or one value that names all: where it has more names than others, they are forgetful."""


def author_of(credit: Credit) -> Author:
    """Return the author that a credit names."""
    is_one = credit.kind == "person" and not is_body(credit.name)
    kind: AuthorKind = "person" if is_one else "organization"
    return Author(name=credit.name, kind=kind, role=credit.role, email=credit.email)


def each_once(authors: Iterable[Author]) -> tuple[Author, ...]:
    """Return the authors without those of a name that stood before."""
    found: dict[str, Author] = {}
    for author in authors:
        found.setdefault(key(author.name), author)
    return tuple(found.values())
