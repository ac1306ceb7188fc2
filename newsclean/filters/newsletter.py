"""Newsletter: prompts to sign up, follow, get the app, allow notifications or listen, and the text of their box."""

from collections.abc import Iterator
from typing import Final

from pydantic import Field

from newsclean.block import Block, Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, body, phrased
from newsclean.filters.base import Filter

_OWN: Final = frozenset({"newsletter", "legal", "consent"})
"""Families of phrases that the text of a box is made of."""
_MIN_WORDS: Final = 4
_MAX_SCORE: Final = 0.25
"""A sentence below a prompt amid the article that scores more may be the article's."""


class Newsletter(Filter):
    """Prompts for the site's letters, channels and apps, and the sentences right below that advertise them.

    Kept: a sentence below a prompt that is long or may be the article's by its score, and all that follows it; quotes and
    sentences that only start with such words ("Sign up now, the recruiter urged"); single words that the scorer
    takes for a subheading.
    """

    name = "newsletter"
    max_box: int = Field(default=3, ge=0)
    """Sentences below a prompt that may belong to it."""
    max_words: int = Field(default=30, gt=0)
    """A longer line is no advertisement of a letter."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at prompts and their sentences."""
        found = phrased(evidence, "newsletter", max_word_score=LIKELY)
        last = body(evidence).stop if found else 0
        for cue in found:
            yield Mark(page.blocks[cue], "newsletter", "prompt to sign up or follow")
            for below in page.blocks[cue + 1 : cue + 1 + self.max_box]:
                if not self._is_of_box(below, evidence, _MAX_SCORE if cue < last else LIKELY):
                    break
                yield Mark(below, "newsletter", "below a prompt to sign up or follow")

    def _is_of_box(self, block: Block, evidence: Evidence, max_score: float) -> bool:
        hit = evidence.hit(block)
        return (
            (hit is None or hit.family in _OWN)
            and evidence.score(block) < max_score
            and evidence.ends_sentence(block)
            and _MIN_WORDS <= evidence.words(block) <= self.max_words
        )
