"""Unlikely: the scorer's verdict as a filter, the last of them."""

from collections.abc import Iterator

from pydantic import Field

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_PARAGRAPH_SENTENCES = 2
_BECAUSE = tuple(f"unlike the article's text (score {score / 100:.2f})" for score in range(101))


class Unlikely(Filter):
    """Blocks that no other filter knows and that are unlike the article's text in shape and place.

    Kept: every block that scores `min_score` or more, and on a page in doubt what scores a little less; a paragraph
    that scores `min_paragraph_score`; and, by the brake of the sift, everything that it points at where that would be
    nearly all sentences of the page.
    """

    name = "unlikely"
    min_score: float = Field(default=0.5, ge=0, le=1)
    """Blocks that are less likely than this to be article text go, unless the page's own cut is lower."""

    min_paragraph_score: float = Field(default=0.25, ge=0, le=1)
    """The same for two sentences or more that end as one: a lost paragraph is worse than a kept one."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at every block below the score."""
        cut = min(self.min_score, evidence.cut)
        paragraph_cut = min(self.min_paragraph_score, cut)
        prose, sentences = evidence.shapes.prose, evidence.shapes.sentences
        for index, score in enumerate(evidence.scores):
            if score < cut and (score < paragraph_cut or not prose[index] or sentences[index] < _PARAGRAPH_SENTENCES):
                yield Mark(page.blocks[index], "unlikely", _BECAUSE[int(score * 100 + 0.5)])
