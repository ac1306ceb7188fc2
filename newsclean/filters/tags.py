"""Tags: the label of an article's topics, and the topics after it."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from pydantic import Field

from newsclean.block import Block, Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, body, phrased
from newsclean.filters.base import Filter

_HEAD: Final = 12
"""Lines above the article's body that may be its own: headline, byline, topics."""

_ROW: Final = re.compile(r"[^:|]{0,40}\|[^|]*\|")
"""A row of a table, with the word of a label in its first cell."""


class Tags(Filter):
    """A label such as "Topics:", with its topics on the same line or as short lines under it.

    Kept: sentences that start with such a word, a label alone far above the article (the head of a menu), what stands
    under the label and ends as a sentence or is long, short lines that the scorer takes for the article, on a page
    with links what is not linked, more lines than topics have, and rows of a table.
    """

    name = "tags"
    max_tags: int = Field(default=15, ge=0)
    """More short lines under a label are no topics."""
    max_words: int = Field(default=5, gt=0)
    """A longer line is no topic."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at labels and topics."""
        found = phrased(evidence, "tags", max_word_score=LIKELY)
        first = body(evidence).start if found else 0
        for index in found:
            hit = evidence.hits[index]
            if hit is None or evidence.scores[index] >= LIKELY or (index < first - _HEAD and not hit.rest):
                continue
            if _ROW.match(page.blocks[index].text):
                continue
            yield Mark(page.blocks[index], "tags", "label of topics")
            if hit.rest:
                continue
            below = page.blocks[index + 1 : index + 2 + self.max_tags]
            topics = list(takewhile(lambda block: self._is_topic(block, evidence), below))
            if len(topics) <= self.max_tags:
                for block in topics:
                    yield Mark(block, "tags", "topic of the article")

    def _is_topic(self, block: Block, evidence: Evidence) -> bool:
        hit = evidence.hit(block)
        return (
            (hit is None or hit.family == "tags")
            and evidence.words(block) <= self.max_words
            and not evidence.ends_sentence(block)
            and evidence.score(block) < LIKELY
            and (block.link_chars is None or block.link_chars > 0)
            and any(map(str.isalpha, block.text))
        )
