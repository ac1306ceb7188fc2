"""Legal: links to terms and policies, disclaimers, imprints, registered offices."""

from collections.abc import Iterator

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, body, is_standing, phrased
from newsclean.filters.base import Filter


class Legal(Filter):
    """Lines about terms and liability: below the article; known sentences, and what scores as no text, anywhere.

    Kept: sentences of the article about laws and privacy, and single words or labelled lines amid the article that
    the scorer takes for its own: a subheading "Privacy".
    """

    name = "legal"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at terms, policies and disclaimers."""
        found = phrased(evidence, "legal", max_word_score=LIKELY)
        last = body(evidence).stop if found else 0
        while last - 1 in found:
            # what closes the body with such a phrase is below it
            last -= 1
        for index in found:
            if index >= last or evidence.scores[index] < LIKELY or is_standing(evidence, index):
                yield Mark(page.blocks[index], "legal", "terms, policy or disclaimer")
