"""Tags: the label of an article's topics, and the topics after it."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from pydantic import Field

from newsclean.block import Block, Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY
from newsclean.evidence.shapes import TERMINALS
from newsclean.filters.base import Filter

_HEAD: Final = 12
"""Lines above the article's body that may be its own: headline, byline, topics."""

_LINKED: Final = 0.8
_ROW: Final = re.compile(r"[^:|]{0,40}\|[^|]*\|")
"""A row of a table, with the word of a label in its first cell."""
_MANY: Final = 4
_MEAN_WORDS: Final = 4
"""So many topics on a line may have some of more words, as titles of films do."""
_COMMA: Final = re.compile("[,،、]")


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
        for index in evidence.hit_lines:
            hit, likely = evidence.hits[index], evidence.scores[index] >= LIKELY
            if hit is None or hit.family != "tags" or _ROW.match(page.blocks[index].text):
                continue
            if hit.rest:
                if not likely or self._is_list(hit.rest):
                    yield Mark(page.blocks[index], "tags", "label of topics")
                continue
            below = page.blocks[index + 1 : index + 2 + self.max_tags]
            topics = list(takewhile(lambda block: self._is_topic(block, evidence), below))
            # without links, lines that the scorer takes for junk tell a label from a subheading
            listed = any(map(_is_linked, topics)) or (page.kind == "text" and topics)
            if index < evidence.run.start - _HEAD or (likely and not listed):
                continue
            yield Mark(page.blocks[index], "tags", "label of topics")
            if len(topics) <= self.max_tags:
                for block in topics:
                    yield Mark(block, "tags", "topic of the article")

    def _is_list(self, rest: str) -> bool:
        """Return whether what follows a label is topics with commas between, and no sentence."""
        words = [len(topic.split()) for topic in _COMMA.split(rest)]
        short = max(words) <= self.max_words or (len(words) >= _MANY and sum(words) <= _MEAN_WORDS * len(words))
        return len(words) > 1 and rest[-1] not in TERMINALS and short

    def _is_topic(self, block: Block, evidence: Evidence) -> bool:
        hit = evidence.hit(block)
        return (
            (hit is None or hit.family == "tags")
            and evidence.words(block) <= self.max_words
            and not evidence.ends_sentence(block)
            and (_is_linked(block) if block.link_chars is not None else evidence.score(block) < LIKELY)
            and any(map(str.isalpha, block.text))
        )


def _is_linked(block: Block) -> bool:
    return block.link_chars is not None and block.link_chars >= _LINKED * len(block.text)
