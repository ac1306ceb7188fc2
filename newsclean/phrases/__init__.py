"""The language packs and the whole-line matcher: a folded line in, the family of junk phrase that fills it out."""

from dataclasses import dataclass
from typing import Literal

Family = Literal[
    "nav", "share", "related", "promo", "newsletter", "ad", "consent", "paywall", "comment", "byline", "bio",
    "timestamp", "tags", "credit", "copyright", "legal", "signoff", "note", "blocked",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that fills a line, or a label at its head with something after it."""

    family: Family
    rest: str
    """What follows the label on the line, folded; empty where the phrase fills the line."""
    language: str


def match(line: str) -> Hit | None:
    """Return the phrase that fills the folded line, or None."""
    return None
