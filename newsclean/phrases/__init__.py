"""The language packs and the whole-line matcher: a folded line in, the family of junk phrase that fills it out."""

from newsclean.phrases.hit import FAMILIES, Family, Hit
from newsclean.phrases.index import MAX_CHARS
from newsclean.phrases.matching import match, match_all

__all__ = ["FAMILIES", "MAX_CHARS", "Family", "Hit", "match", "match_all"]
