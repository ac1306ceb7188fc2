"""Unlikely: the scorer's verdict as a filter, the last of them."""

from collections.abc import Iterator

from pydantic import Field

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_BECAUSE = tuple(f"unlike the article's text (score {score / 100:.2f})" for score in range(101))


class Unlikely(Filter):
    """Blocks that no other filter knows and that are unlike the article's text in shape and place.

    Kept: every block that scores `min_score` or more, and on a page in doubt what scores a little less; and, by the
    brake of the sift, everything that it points at where that would be nearly all sentences of the page.
    """

    name = "unlikely"
    min_score: float = Field(default=0.5, ge=0, le=1)
    """Blocks that are less likely than this to be article text go, unless the page's own cut is lower."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at every block below the score."""
        cut = min(self.min_score, evidence.cut)
        for block, score in zip(page.blocks, evidence.scores, strict=True):
            if score < cut:
                yield Mark(block, "unlikely", _BECAUSE[int(score * 100 + 0.5)])
