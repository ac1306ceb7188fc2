"""Paywall: prompts to subscribe, sign in or pay to read on."""

from collections.abc import Iterator

from pydantic import Field

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, between, phrased
from newsclean.filters.base import Filter


class Paywall(Filter):
    """Prompts to subscribe or sign in, and the few lines between two of them that are unlike the article.

    Kept: the paragraphs of the article that a paywall left readable, above and below the prompt; sentences about
    subscribers and their money; single words that the scorer takes for a subheading.
    """

    name = "paywall"
    max_lines_between: int = Field(default=4, ge=0)
    """More lines in a row without a phrase are no part of the prompt."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at prompts, and at the offers between them."""
        found = phrased(evidence, "paywall", max_word_score=LIKELY)
        for index in found:
            yield Mark(page.blocks[index], "paywall", "prompt to subscribe")
        for index in between(evidence, found, self.max_lines_between):
            if evidence.hits[index] is None:
                yield Mark(page.blocks[index], "paywall", "between prompts to subscribe")
