"""Comments: what readers wrote below a story, the form to write more, links to both, and their count by paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pydantic import Field

from newsclean.block import Mark, Page, Trim
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY, between, phrased
from newsclean.evidence.threads import thread_start
from newsclean.filters.base import Filter

_SECTIONS: Final = frozenset({"related", "copyright", "legal", "consent", "newsletter", "ad", "paywall"})
"""Families of phrases that open another part of the page."""
_MIN_REPLIES: Final = 3
_COUNT: Final = re.compile(r"\d{1,3} ?(?=[^\W\d_a-z]|[\"«“„]|[-–—] ?[^\W\d_])")
_MIN_COUNTS: Final = 3
_BESIDE: Final = 3
"""Lines above the first such paragraph and below the last that may start so, too."""
_TEXT_WORDS: Final = 2
_MAY_STAY: Final = 0.1
"""What scores less goes without the help of a cue."""
_SEVERAL: Final = 3
_QUOTED: Final = re.compile(r"[\"「《] ?(.{4,}?) ?[\"」》]")
_SHORT_SHARE: Final = 5
"""Below a cue that quotes a line above it, the headline, the story may be so many times shorter."""
_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_NONE_YET: Final = re.compile(r"(?<!\d)0(?!\d)")
"""A count of comments below which none stand: "0 comments"."""
_FIELD: Final = re.compile(r"δ|website|.{1,20}(?: ?\*| ?\(required\))")
"""A field of a form: a newsletter's within the story has them as well."""
_CLOSED: Final = re.compile(
    r"\bcomment\w* .{0,12}\bclosed\b|kommentar\w* .{0,40}\bgeschlossen\b|commentaires .{0,12}\bferm[eé]s\b"
    r"|comentarios .{0,12}\bcerrados\b|comentários .{0,12}\b(?:encerrados|fechados)\b|commenti .{0,12}\bchiusi\b"
    r"|комментари\w+ .{0,12}закрыт|评论已关闭|評論已關閉"
)


class Comments(Filter):
    """A cue below the article and the thread under it; threads known by their reply buttons; single lines elsewhere.

    Two different cues together below the story, a line that says that comments are closed, a cue that quotes the
    headline, or three lines that say in the same form who wrote when, end the story: nothing below them is kept.
    The thread under a single cue goes to where another part of the page begins (other stories, a newsletter,
    copyright), and as far as sentences, names and buttons alternate. Where most paragraphs of the story start with
    a zero, that is how often each was commented. Kept: what is likely to be the article going on under a single
    cue, and all after it, what scores as the article between two buttons, sentences about comments, and the numbers
    of a list.
    """

    name = "comments"
    max_likely_words: int = Field(default=40, ge=0)
    """With more words under a cue in blocks that are likely to be the article, the thread ends at the first of them."""
    max_head_lines: int = Field(default=5, ge=0)
    """Lines in a row within a thread that are neither a sentence nor a button: name, town, date, votes."""
    max_comment_lines: int = Field(default=8, ge=0)
    """Lines from one reply button to the next that may be a comment."""
    min_story_words: int = Field(default=150, ge=0)
    """With fewer words of likely text above it, or half as many above three cues together, a section of comments may be
    a menu within the story."""
    max_lines_apart: int = Field(default=5, ge=1)
    """Lines from one cue to another that with it opens a section of comments."""
    max_post_lines: int = Field(default=15, ge=1)
    """Lines from the name and hour of one comment to those of the next."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark | Trim]:
        """Point at cues, at the threads, and at the counts of comments that paragraphs start with."""
        yield from _counts(page, evidence)
        found = phrased(evidence, "comment")
        for index in found:
            yield Mark(page.blocks[index], "comment", "line of a comment section")
        section = self._section(found, evidence) if found else len(evidence.scores)
        section = min(section, thread_start(page, evidence, self.min_story_words, self.max_post_lines))
        for index in range(section, len(evidence.scores)):
            if evidence.scores[index] >= _MAY_STAY or (evidence.shapes.prose[index] and evidence.hits[index] is None):
                yield Mark(page.blocks[index], "comment", "below the section of comments")
        cues = [index for index in found if not _FIELD.fullmatch(evidence.folded[index])]
        last = evidence.run.stop
        end = 0
        for cue in cues:
            if cue >= max(last, end) and not _NONE_YET.search(evidence.folded[cue]):
                end = self._end(cue, evidence)
                for index in range(cue + 1, end):
                    yield Mark(page.blocks[index], "comment", "below a cue of comments")
        for index in self._between_replies(cues, evidence):
            yield Mark(page.blocks[index], "comment", "between replies to comments")

    def _section(self, found: list[int], evidence: Evidence) -> int:
        """Return where comments open below the story: two cues together, one that quotes it, that they are closed.

        Of 2,323 lines that stand below one on gold pages none is of a gold text.
        """
        words, scores, folded = evidence.shapes.word_counts, evidence.scores, evidence.folded
        keys = [_NO_LETTERS.sub("", folded[index]) for index in found]
        above = at = 0
        lines_above: set[str] = set()
        for place, (cue, key, after, other) in enumerate(
            zip(found, keys, [*found[1:], None], [*keys[1:], ""], strict=True)
        ):
            above += sum(words[index] for index in range(at, cue) if scores[index] >= LIKELY)
            lines_above.update(folded[at:cue])
            at = cue
            paired = after is not None and after - cue <= self.max_lines_apart and other != key
            if _FIELD.fullmatch(folded[cue]):
                continue
            told = words[cue] > 1 or any(map(str.isdigit, folded[cue])) or (after is not None and words[after] > 1)
            # three of them together are no menu within a short story
            near = slice(place, place + _SEVERAL)
            least = self.min_story_words / 2 if self._are_three(found[near], keys[near]) else self.min_story_words
            if above >= least and ((paired and told) or _CLOSED.search(folded[cue])):
                return cue + 1
            quoted = _QUOTED.search(folded[cue])
            if quoted and quoted[1] in lines_above and above >= self.min_story_words / _SHORT_SHARE:
                return cue + 1
        return len(scores)

    def _are_three(self, found: list[int], keys: list[str]) -> bool:
        """Return whether cues are three that differ and stand together."""
        return len({*keys}) == _SEVERAL and found[-1] - found[0] <= self.max_lines_apart

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
            elif index - thread > self.max_head_lines:
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
        return between(evidence, replies, self.max_comment_lines)


def _counts(page: Page, evidence: Evidence) -> Iterator[Trim]:
    """Point at the counts of comments, on most still none, that the paragraphs and the lines amid them start with."""
    paragraphs = evidence.prose_lines
    counted = [index for index in paragraphs if page.blocks[index].text[0] == "0"]
    if len(counted) < max(_MIN_COUNTS, len(paragraphs) // 2):
        return
    amid = range(max(0, counted[0] - _BESIDE), min(len(page.blocks), counted[-1] + _BESIDE + 1))
    for index in sorted({*paragraphs, *amid}):
        block = page.blocks[index]
        count = _COUNT.match(block.text)
        if count is not None and (evidence.is_prose(block) or count[0].rstrip() == "0"):
            keep = slice(count.end(), len(block.text))
            yield Trim(block, keep, "comment", "count of a paragraph's comments")
