"""Newsletter: prompts to sign up, follow, get the app, allow notifications or listen, and the text of their box."""

from collections.abc import Iterator
from typing import Final

from pydantic import Field

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, box, phrased
from newsclean.filters.base import Filter

_OWN: Final = frozenset({"newsletter", "legal", "consent"})
"""Families of phrases that the text of a box is made of."""


class Newsletter(Filter):
    """Prompts for the site's letters, channels and apps, and the sentences right below that advertise them.

    Kept: every sentence below a prompt that may be the article's by its score, and all that follows it; quotes and
    sentences that only start with such words ("Sign up now, the recruiter urged"); single words that the scorer
    takes for a subheading.
    """

    name = "newsletter"
    max_box: int = Field(default=3, ge=0)
    """Sentences below a prompt that may belong to it."""
    max_score: float = Field(default=LIKELY, ge=0, le=1)
    """A sentence below a prompt that scores as much is the article's."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at prompts and their sentences."""
        found = phrased(evidence, "newsletter", max_word_score=LIKELY)
        for index in found:
            yield Mark(page.blocks[index], "newsletter", "prompt to sign up or follow")
        for index in box(evidence, found, self.max_box, self.max_score, _OWN):
            yield Mark(page.blocks[index], "newsletter", "below a prompt to sign up or follow")
