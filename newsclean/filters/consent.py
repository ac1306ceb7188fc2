"""Consent: cookie notices, their switches and buttons, and what stands between them."""

from collections.abc import Iterator

from pydantic import Field

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import ANY_SCORE, LIKELY, between, phrased
from newsclean.filters.base import Filter


class Consent(Filter):
    """Lines of a consent dialogue, and the lines between them that are unlike the article.

    Kept: sentences of an article about cookies, single words that the scorer takes for a subheading, and whatever
    stands above the first and below the last line of the dialogue.
    """

    name = "consent"
    max_lines_between: int = Field(default=4, ge=0)
    """More lines in a row without a phrase are no part of the dialogue."""
    min_lines: int = Field(default=3, gt=1)
    """Fewer lines with a phrase are links in a footer, not a dialogue: nothing between them goes with them."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at lines of consent, and at what they frame."""
        # a wall of nothing but consent looks like an article
        found = phrased(evidence, "consent", max_score=ANY_SCORE, max_word_score=LIKELY)
        if len(found) < self.min_lines:
            found = phrased(evidence, "consent", max_word_score=LIKELY)
        for index in found:
            yield Mark(page.blocks[index], "consent", "line of a consent notice")
        if len(found) >= self.min_lines:
            for index in between(evidence, found, self.max_lines_between):
                if evidence.hits[index] is None:
                    yield Mark(page.blocks[index], "consent", "between lines of a consent notice")
