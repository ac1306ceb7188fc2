"""What a phrase match says: the family of junk phrase, what follows the label, and the pack's language."""

from dataclasses import dataclass
from typing import Literal, get_args

Family = Literal[
    "nav", "share", "related", "promo", "newsletter", "ad", "consent", "paywall", "comment", "byline", "bio",
    "timestamp", "tags", "credit", "copyright", "legal", "signoff", "note", "blocked",
]  # fmt: skip
FAMILIES: tuple[Family, ...] = get_args(Family)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that fills a line, or a label at its head with something after it."""

    family: Family
    rest: str
    """What follows the label on the line, folded; empty where the phrase fills the line."""
    language: str
    """The pack that knew the phrase; "mul" for what is the same in all languages."""
