"""Tags: the label of an article's topics, and the topics after it."""

from collections.abc import Iterator

from pydantic import Field

from newsclean.block import Block, Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, phrased
from newsclean.filters.base import Filter


class Tags(Filter):
    """A label such as "Topics:", with its topics on the same line or as short lines under it.

    Kept: sentences that start with such a word, what stands under the label and ends as a sentence or is long,
    short lines that the scorer takes for the article, and on a page with links what is not linked.
    """

    name = "tags"
    max_tags: int = Field(default=20, ge=0)
    """Lines under a label that may be topics."""
    max_words: int = Field(default=5, gt=0)
    """A longer line is no topic."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at labels and topics."""
        for index in phrased(evidence, "tags", max_word_score=LIKELY):
            hit = evidence.hits[index]
            if hit is None or evidence.scores[index] >= LIKELY:
                continue
            yield Mark(page.blocks[index], "tags", "label of topics")
            if not hit.rest:
                for below in page.blocks[index + 1 : index + 1 + self.max_tags]:
                    if not self._is_topic(below, evidence):
                        break
                    yield Mark(below, "tags", "topic of the article")

    def _is_topic(self, block: Block, evidence: Evidence) -> bool:
        hit = evidence.hit(block)
        return (
            (hit is None or hit.family == "tags")
            and evidence.words(block) <= self.max_words
            and not evidence.ends_sentence(block)
            and evidence.score(block) < LIKELY
            and (block.link_chars is None or block.link_chars > 0)
        )
