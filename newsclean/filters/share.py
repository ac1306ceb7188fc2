"""Share: buttons to share a story, names of networks, and the counters among them."""

import re
from collections.abc import Iterator
from typing import Final

from pydantic import Field

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import ANY_SCORE, LIKELY, between, phrased
from newsclean.filters.base import Filter

_COUNTER: Final = re.compile(r"[+(]?\d[\d.,]{0,8} ?[kKmM]?[+)]?")
_MAX_COUNTER: Final = 14
_MAX_BETWEEN_WORDS: Final = 3


class Share(Filter):
    """Rows of share buttons: a prompt, networks one a line or glued into one, and counters right beside them.

    Kept: sentences about shares and networks ("Share prices fell"), the name of a network alone that the scorer takes
    for a subheading and that stands beside no button, and numbers that stand beside no button.
    """

    name = "share"
    max_lines_between: int = Field(default=3, ge=0)
    """Short lines between two buttons that go with them."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at buttons, and at what stands among them."""
        # three words that ask to share are no sentence of any article, whatever they score
        found = _rows(evidence, phrased(evidence, "share", max_score=ANY_SCORE, max_word_score=LIKELY))
        for index in found:
            yield Mark(page.blocks[index], "share", "share button or prompt")
        for index in between(evidence, found, self.max_lines_between, max_words=_MAX_BETWEEN_WORDS):
            hit = evidence.hits[index]
            if hit is None or hit.family == "nav":
                yield Mark(page.blocks[index], "share", "among share buttons")
        for index in found:
            for step in (-1, 1):
                beside = index + step
                if 0 <= beside < len(page.blocks) and evidence.scores[beside] < LIKELY:
                    text = page.blocks[beside].text
                    if len(text) <= _MAX_COUNTER and _COUNTER.fullmatch(text):
                        yield Mark(page.blocks[beside], "share", "counter beside a share button")


def _rows(evidence: Evidence, found: list[int]) -> list[int]:
    """Return the buttons with those that stand in a row: two subheadings never stand right below each other."""
    buttons = set(phrased(evidence, "share"))
    return sorted({*found, *(index for index in buttons if index - 1 in buttons or index + 1 in buttons)})
