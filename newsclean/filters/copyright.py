"""Copyright: lines that say whose the page is and that all rights are reserved."""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, is_standing, phrased
from newsclean.filters.base import Filter

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MAX_CHARS: Final = 160


class Copyright(Filter):
    """Copyright notices: below the article; anywhere if they are known sentences or the scorer takes them for no text.

    Kept: numbers and years alone, sentences about rights that no pack knows, and amid the article other lines that the
    scorer takes for its text.
    """

    name = "copyright"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at copyright notices."""
        found = set(phrased(evidence, "copyright", max_word_score=LIKELY))
        signed = [(index, line) for index, line in enumerate(evidence.folded) if line[:1] == "©"]
        found.update(index for index, line in signed if evidence.hits[index] or _YEAR.search(line, 0, _MAX_CHARS))
        marked = [index for index, line in signed if len(line) <= _MAX_CHARS]
        last = evidence.run.stop if found or marked else 0
        while last - 1 in found:
            # what closes the body with a notice is below it
            last -= 1
        # without a year the sign may credit a picture of the article
        found.update(index for index in marked if index >= last)
        for index in sorted(found):
            text = page.blocks[index].text
            # a number alone is a cell or a counter
            lettered = "©" in text or any(map(str.isalpha, text))
            # a pack's phrase with the sign is no sentence of any article
            sure = is_standing(evidence, index) or ("©" in text and evidence.hits[index] is not None)
            if lettered and (sure or index >= last or evidence.scores[index] < LIKELY):
                yield Mark(page.blocks[index], "copyright", "copyright notice")
