"""Legal: links to terms and policies, disclaimers, imprints, registered offices."""

from collections.abc import Iterator
from typing import Final

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import ANY_SCORE, LIKELY, between, is_standing, phrased
from newsclean.filters.base import Filter

_MAX_BETWEEN: Final = 2


class Legal(Filter):
    """Lines about terms and liability: below the article; known sentences, and what scores as no text, anywhere.

    A line or two between whole sentences on terms and rights are of them, however likely they look. Kept: sentences of
    the article about laws and privacy, and single words or labelled lines amid the article that the scorer takes for
    its own: a subheading "Privacy".
    """

    name = "legal"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at terms, policies and disclaimers."""
        found = phrased(evidence, "legal", max_word_score=LIKELY)
        last = evidence.run.stop if found else 0
        while last - 1 in found:
            # what closes the body with such a phrase is below it
            last -= 1
        for index in found:
            if index >= last or evidence.scores[index] < LIKELY or is_standing(evidence, index):
                yield Mark(page.blocks[index], "legal", "terms, policy or disclaimer")
        yield from _between_notices(page, evidence)


def _between_notices(page: Page, evidence: Evidence) -> Iterator[Mark]:
    """Point at a line or two between whole sentences on terms and rights, on a page with more sentences elsewhere."""
    notices = [
        index
        for index in phrased(evidence, "legal", "copyright")
        if evidence.shapes.prose[index] and is_standing(evidence, index)
    ]
    found = list(between(evidence, notices, _MAX_BETWEEN, max_score=ANY_SCORE))
    if found:
        words = evidence.shapes.word_counts
        elsewhere = set(evidence.prose_lines).difference(notices, found)
        if sum(words[index] for index in elsewhere) > sum(words[index] for index in found):
            for index in found:
                yield Mark(page.blocks[index], "legal", "between notices of terms and rights")
