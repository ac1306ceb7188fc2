"""Newsletter: prompts to sign up, follow, get the app, allow notifications or listen, and the text of their box."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from pydantic import Field

from newsclean.block import Block, Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, phrased
from newsclean.filters.base import Filter
from newsclean.phrases import match

_OWN: Final = frozenset({"newsletter", "legal", "consent"})
"""Families of phrases that the text of a box is made of."""
_MIN_WORDS: Final = 4
_SHORT_WORDS: Final = 14
_MIN_CUE_WORDS: Final = 3
"""A shorter prompt, "Subscribe", is the button that ends a box."""
_BODY_WORDS: Final = 60
_MAX_NAME_WORDS: Final = 8
_PROMPT_WORDS: Final = 2
"""Words of the prompt that the name of a letter stands behind: "Sign up to First Edition"."""


class Newsletter(Filter):
    """Prompts for the site's letters, channels and apps, and the lines beside them that name and advertise these.

    Kept: amid the article every sentence below a prompt, unless it is short and the next line is a prompt again; below
    it what is long or may be the article's by its score; quotes and sentences that only start with such words
    ("Sign up now, the recruiter urged"); single words that the scorer takes for a subheading.
    """

    name = "newsletter"
    max_box_sentences: int = Field(default=3, ge=0)
    """Sentences below a prompt that may belong to it."""
    max_words: int = Field(default=30, gt=0)
    """A longer line is no advertisement of a letter."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at prompts and their sentences."""
        found = phrased(evidence, "newsletter", max_word_score=LIKELY)
        for index in evidence.hit_lines:
            hit = evidence.hits[index]
            # "Editor's note: Sign up for ..." is a prompt, and no note
            if hit is not None and hit.family == "note" and hit.rest:
                prompt = match(hit.rest)
                if prompt is not None and prompt.family == "newsletter":
                    yield Mark(page.blocks[index], "newsletter", "prompt to sign up or follow, as a note")
        if not found:
            return
        run = evidence.run
        # where hardly an article was found, what looks unlike one says nothing
        last = run.stop if sum(evidence.shapes.word_counts[run.start : run.stop]) >= _BODY_WORDS else len(page.blocks)
        for cue in found:
            yield Mark(page.blocks[cue], "newsletter", "prompt to sign up or follow")
            if cue and self._names_letter(cue - 1, evidence):
                yield Mark(page.blocks[cue - 1], "newsletter", "name of a letter above a prompt")
            below = page.blocks[cue + 1 : cue + 2 + self.max_box_sentences]
            lines = list(takewhile(lambda block: self._is_of_box(block, evidence), below))[: self.max_box_sentences]
            sentences = list(takewhile(evidence.ends_sentence, lines))
            short = all(evidence.words(block) <= _SHORT_WORDS for block in lines)
            if short and self._is_own(cue + 1 + len(lines), evidence):
                sentences = lines
            else:
                opens = cue >= last and evidence.shapes.word_counts[cue] >= _MIN_CUE_WORDS
                sentences = list(takewhile(lambda block: evidence.score(block) < LIKELY, sentences if opens else ()))
            for block in sentences:
                yield Mark(block, "newsletter", "below a prompt to sign up or follow")

    def _names_letter(self, index: int, evidence: Evidence) -> bool:
        """Return whether a line starts with a prompt's words and goes on with a few that are no sentence."""
        words = evidence.folded[index].split()
        if evidence.hits[index] is not None or evidence.shapes.ends_sentence[index] or len(words) > _MAX_NAME_WORDS:
            return False
        hit = match(" ".join(words[:_PROMPT_WORDS])) if len(words) > _PROMPT_WORDS else None
        return hit is not None and hit.family in ("newsletter", "nav")

    def _is_own(self, index: int, evidence: Evidence) -> bool:
        hit = evidence.hits[index] if index < len(evidence.hits) else None
        return hit is not None and hit.family in _OWN

    def _is_of_box(self, block: Block, evidence: Evidence) -> bool:
        return evidence.hit(block) is None and _MIN_WORDS <= evidence.words(block) <= self.max_words
