"""Comments: what readers wrote below a story, the form to write more, and links to both."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from pydantic import Field

from newsclean.block import Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, between, body, phrased
from newsclean.filters.base import Filter

_SECTIONS: Final = frozenset({"related", "copyright", "legal", "consent", "newsletter", "ad", "paywall"})
"""Families of phrases that open another part of the page."""
_MIN_REPLIES: Final = 3
_TEXT_WORDS: Final = 2


class Comments(Filter):
    """A cue below the article and the thread under it; threads known by their reply buttons; single lines elsewhere.

    The thread goes to where another part of the page begins (other stories, a newsletter, copyright), and as far as
    sentences, names and buttons alternate. Kept: what is likely to be the article going on under a cue, and all
    after it, what scores as the article between two buttons, and sentences about comments.
    """

    name = "comments"
    max_likely_words: int = Field(default=40, ge=0)
    """With more words under a cue in blocks that are likely to be the article, the thread ends at the first of them."""
    max_head: int = Field(default=5, ge=0)
    """Lines in a row within a thread that are neither a sentence nor a button: name, town, date, votes."""
    max_comment: int = Field(default=8, ge=0)
    """Lines from one reply button to the next that may be a comment."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at cues, and at the threads."""
        found = phrased(evidence, "comment")
        for index in found:
            yield Mark(page.blocks[index], "comment", "line of a comment section")
        if not found:
            return
        last = body(evidence).stop
        end = 0
        for cue in found:
            if cue >= max(last, end):
                end = self._end(cue, evidence)
                for index in range(cue + 1, end):
                    yield Mark(page.blocks[index], "comment", "below a cue of comments")
        for index in self._between_replies(found, evidence):
            yield Mark(page.blocks[index], "comment", "between replies to comments")

    def _end(self, cue: int, evidence: Evidence) -> int:
        """Return where the thread under a cue ends; right below the cue where there is none."""
        size = len(evidence.hits)
        end = size
        for index in range(cue + 1, size):
            hit = evidence.hits[index]
            if hit is not None and hit.family in _SECTIONS:
                end = index
                break
        words, scores = evidence.shapes.word_counts, evidence.scores
        goes_on = sum(words[index] for index in range(cue + 1, size) if scores[index] >= LIKELY) > self.max_likely_words
        thread = cue
        for index in range(cue + 1, end):
            if (goes_on and scores[index] >= LIKELY) or "©" in evidence.folded[index]:
                break
            if self._is_of_thread(index, evidence):
                thread = index
            elif index - thread > self.max_head:
                break
        return thread + 1

    def _is_of_thread(self, index: int, evidence: Evidence) -> bool:
        hit = evidence.hits[index]
        if hit is not None:
            return hit.family == "comment"
        return evidence.shapes.ends_sentence[index] and evidence.shapes.word_counts[index] >= _TEXT_WORDS

    def _between_replies(self, found: list[int], evidence: Evidence) -> Iterator[int]:
        """Yield the lines from one button that every comment has to the next."""
        buttons = Counter(evidence.folded[index] for index in found)
        replies = [index for index in found if buttons[evidence.folded[index]] >= _MIN_REPLIES]
        return between(evidence, replies, self.max_comment)
