"""Advert: the labels of adverts, "story continues below", notes on affiliate links, buttons that sell."""

from collections.abc import Iterator

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import ANY_SCORE, phrased
from newsclean.filters.base import Filter


class Advert(Filter):
    """Lines that say that an advert stands here, or that the story goes on below it.

    Kept: sentences about advertising ("Advertisement spending rose 8% last year"), lines of three words and more that
    the scorer is sure of, and what stands under the label: a flat page does not say whether it is the advert or the
    next paragraph.
    """

    name = "advert"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at the labels of adverts."""
        # nothing but a label is a line of its own that says "Advertisement"
        for index in phrased(evidence, "ad", max_word_score=ANY_SCORE):
            yield Mark(page.blocks[index], "ad", "label of an advert")
