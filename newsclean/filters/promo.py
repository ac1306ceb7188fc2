"""Promo: links to other stories between the paragraphs: "READ ALSO: Ten photos of the bridge"."""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
from pydantic import Field

from newsclean.block import HEADING_TAGS, Block, Mark, Page, Trim
from newsclean.evidence import Evidence
from newsclean.evidence.shapes import LOWER, UPPER
from newsclean.evidence.shortparagraphs import resumed
from newsclean.filters.base import Filter
from newsclean.folding import fold
from newsclean.phrases import match

_SURE_SCORE: Final = 0.75
"""A short line under a label that scores as much is the article's: of 204 on gold pages none did, and none was."""
_LINKED: Final = 0.5
_WHOLE: Final = 0.9
_MIN_LOUD_WORDS: Final = 5
_MAX_TAIL: Final = 160
_MIN_KEPT: Final = 40
_LABEL: Final = re.compile(
    r"[.!?…。！？][”’\"'»)\]]*(\s*)(?="
    r"[^\s.!?。！？:：][^.!?。！？:：]{1,38}[:：]"
    r"|[A-Z]{4,} [A-Z]{4,}\b"
    r"|[^\s.!?。！？:：]{2,16}(?: [^\s.!?。！？:：]{2,16}){1,3}$"
    r")"
)
"""After a sentence: what may be a label with its colon, two words in capitals, or a few words to the end."""
_SENTENCES: Final = re.compile(r"[.!?…。！？][”\"»)]?\s+\S")


class Promo(Filter):
    """A label and the headline after it, on one line, on two, or glued to the end of a paragraph; links in capitals.

    Kept: a line that only starts with the words of a label ("Read more books, she said."), the paragraph that a label
    stands above, a sentence after a label that is too long for a headline, and a subheading under one, if the scorer
    takes it for the article's.
    """

    name = "promo"
    max_headline_words: int = Field(default=32, gt=0)
    """What follows a label on its line and has more words is a paragraph, and stays."""
    max_headlines: int = Field(default=3, gt=0)
    """Headlines on lines of their own under one label."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:
        """Point at labels and their headlines, and at glued tails."""
        story = resumed(page, evidence)
        for index in evidence.hit_lines:
            hit = evidence.hits[index]
            if hit is None or hit.family != "promo":
                continue
            block = page.blocks[index]
            if hit.rest:
                if evidence.words(block) <= self.max_headline_words:
                    yield Mark(block, "promo", "headline of another story")
                continue
            yield Mark(block, "promo", "label of another story")
            for below in self._headlines(page, evidence, index, story):
                yield Mark(below, "promo", "headline under a label")
        if page.kind == "html":
            yield from self._shouted(page, evidence)
        shapes = evidence.shapes
        for index in np.flatnonzero((shapes.sentences > 0) & (shapes.chars >= _MIN_KEPT)).tolist():
            text = page.blocks[index].text
            tail = text[-_MAX_TAIL:]
            if evidence.hits[index] is None and (not shapes.ends_sentence[index] or ":" in tail or "：" in tail):
                start = self._tail(text)
                if start:
                    yield Trim(page.blocks[index], slice(0, start), "promo", "link to another story, glued on")

    def _shouted(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at links in capitals that fill a line right between two paragraphs."""
        shapes, prose = evidence.shapes, evidence.shapes.prose
        loud = ~shapes.having(LOWER) & (shapes.words >= _MIN_LOUD_WORDS) & (shapes.words <= self.max_headline_words)
        for index in np.flatnonzero(loud & shapes.having(UPPER)).tolist():
            block = page.blocks[index]
            tag = block.element.tag if block.element is not None else ""
            amid = 0 < index < len(prose) - 1 and prose[index - 1] and prose[index + 1]
            if amid and tag not in HEADING_TAGS and (block.link_chars or 0) >= _WHOLE * len(block.text):
                yield Mark(block, "promo", "linked headline in capitals between paragraphs")

    def _headlines(self, page: Page, evidence: Evidence, label: int, story: frozenset[int]) -> list[Block]:
        """Return the blocks under a label that stands alone: headlines, if a paragraph of the story follows them."""
        found: list[Block] = []
        for block in page.blocks[label + 1 : label + 2 + self.max_headlines]:
            text = evidence.is_prose(block) or evidence.words(block) > self.max_headline_words
            if text or block.index in story or evidence.hit(block) is not None:
                return found
            linked = None if block.link_chars is None else block.link_chars >= _LINKED * len(block.text)
            # a link under a label is a headline whatever its score; without links the score has to tell
            if linked is False or (linked is None and evidence.score(block) >= _SURE_SCORE):
                return found
            found.append(block)
        return []

    def _tail(self, text: str) -> int:
        """Return where a label with a headline begins that is glued to the end of a paragraph; 0 for none."""
        first = max(_MIN_KEPT, len(text) - _MAX_TAIL)
        for found in _LABEL.finditer(text, first):
            rest = text[found.end() :]
            if _SENTENCES.search(rest) or rest.count(" ") > self.max_headline_words:
                continue
            hit = match(fold(rest))
            if hit is not None and hit.family in ("promo", "related"):
                return found.start(1)
        return 0
