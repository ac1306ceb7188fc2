"""Related: rails of other stories: a cue such as "You may also like" and the cards under it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from pydantic import Field

from newsclean.block import Block, Element, Mark, Page
from newsclean.evidence import Evidence
from newsclean.evidence.cards import cards_below
from newsclean.evidence.kickers import carded
from newsclean.evidence.phrased import LIKELY
from newsclean.evidence.sections import number_of
from newsclean.evidence.shortparagraphs import resumed
from newsclean.filters.base import Filter

_ENDS: Final = frozenset(
    {"comment", "newsletter", "consent", "copyright", "legal", "paywall", "blocked", "note", "signoff", "bio", "share"}
)
"""Families of phrases that open another part of the page."""
_HINTS: Final = re.compile(
    r"relat|recommend|recirc|most-?_?(?:read|popular|viewed)|popular|trend|teaser|read-?_?(?:more|also|next)|also-?_?like|outbrain|taboola|suggest"
)
_MAX_HINTED: Final = 6
"""Ancestors of a cue whose hints are read."""
_MAX_STEPS: Final = 48
"""Elements that are climbed from a block to the one it shares with the cue."""
_WHOLES: Final = frozenset({"html", "body", "main", "article"})
_LONG_WORDS: Final = 45
"""A paragraph as long as this is no teaser."""
_PARAGRAPH_WORDS: Final = 15
"""Two sentences on one line with so many words are no teaser, if the scorer thinks so too."""
_PAIR_WORDS: Final = 22
"""A sentence, or two in a row, with so many words look like the article going on, if the scorer thinks so too."""
_SURE_PAIR_WORDS: Final = 28
"""Two sentences in a row with so many words are the article going on."""
_FRAGMENT_WORDS: Final = 20
"""A line as long as this, right above the article, is a paragraph that a link cut in two."""
_MAX_BETWEEN: Final = 3
"""Lines back from the article that may hold a piece of it, with an advert or a link between."""
_STEP: Final = 0.25
_SURE: Final = 0.6
_SURE_SUBHEADING: Final = 0.85
"""What the last line of a rail scores at least to be a subheading where no markup tells it from a card."""
_MIN_BRAKED: Final = 8
"""A rail amid the article that is so long and scores so much as a whole is no rail."""
_MENU_LINES: Final = 6
_MENU_WORDS: Final = 3
_LINKED: Final = 0.5
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4"})
_TOP_LINES: Final = 12
"""Lines above the article's body that may be its own headline, standfirst, byline, date and picture."""
_SENTENCES: Final = 3
"""So many likely sentences, a line each, are a story's below headlines that are none."""
_ASKED: Final = re.compile(r"[?!؟？！][”\"'»)\]]*$")
"""How a headline ends that is a sentence."""
_MAX_CUE: Final = 40
_MAX_ITEM: Final = 6
"""Lines of one numbered item, its number first."""


class Related(Filter):
    """A cue and the headlines, labels, teaser sentences and cut-off captions under it, and cards of other stories.

    The rail ends where the article visibly goes on (two sentences in a row, a long paragraph), where another part of
    the page begins (comments, newsletter, copyright), and in HTML where the element around the cue ends. Kept: what
    stands right above the article's first paragraph, a subheading after the rail, lines that the scorer takes for
    the article, and links inside a paragraph.
    """

    name = "related"
    max_headline_words: int = Field(default=32, gt=0)
    """A line without a sentence end that has more words is a paragraph, and ends the rail."""
    max_blocks: int = Field(default=80, gt=0)
    """The longest rail, in blocks."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at cues and the cards under them, at articles below the story, and in dumps at cards with kickers."""
        if page.kind == "text":
            for cards in carded(page, evidence):
                yield from (Mark(page.blocks[index], "related", "card with a kicker") for index in cards)
        else:
            yield from (Mark(page.blocks[index], "related", "card of a story") for index in cards_below(page, evidence))
        end = 0
        story = resumed(page, evidence)
        for index in evidence.hit_lines:
            hit = evidence.hits[index]
            if hit is None or hit.family not in ("related", "promo") or index < end:
                continue
            block = page.blocks[index]
            if hit.rest:
                if hit.family == "related" and not self._is_paragraph(block, evidence):
                    yield Mark(block, "related", "headline after a cue")
                continue
            if "://" in block.text:
                # a link with its address ends an item of a letter, and opens nothing
                yield Mark(block, "related", "link to the whole story")
                continue
            rail = _Rail(page, evidence, index, self.max_headline_words, self.max_blocks, story)
            end = rail.end()
            # a lone "Read also" between paragraphs is an inline promo
            if end == index or (hit.family == "promo" and (rail.resumes or end - index < _MENU_LINES)):
                end = index + 1
                continue
            yield Mark(block, "related", "cue of other stories")
            because = f"under “{_shortened(block.text)}”"
            yield from (Mark(below, "related", because) for below in page.blocks[index + 1 : end])

    def _is_paragraph(self, block: Block, evidence: Evidence) -> bool:
        return evidence.is_prose(block) and evidence.words(block) > self.max_headline_words


@dataclass(slots=True)
class _Rail:
    """The blocks under a cue."""

    page: Page
    evidence: Evidence
    cue: int
    max_headline_words: int
    max_blocks: int
    resumed: frozenset[int]
    """Lines that are known to be the article going on."""
    resumes: bool = False
    """Whether the article was seen to go on below."""

    def end(self) -> int:
        """Return the index after the last block of the rail; the cue's own where it is none."""
        first = self.cue + 1
        limit = min(len(self.page.blocks), first + self.max_blocks)
        end = self._container_end(first, limit) if self.page.kind == "html" else limit
        stop = self._text_end(first, end)
        if stop == first:
            return first
        shapes, scores = self.evidence.shapes, self.evidence.scores
        if not any(shapes.prose[max(0, self.cue - _TOP_LINES) : self.cue]):
            body = self.evidence.run.start
            if self.cue < body:
                stop = max(first, min(stop, body - _TOP_LINES))
        if self.resumes and self._ends_in_subheading(first, stop):
            stop -= 1
        words = shapes.word_counts[first:stop]
        likely = sum(score * count for score, count in zip(scores[first:stop], words, strict=True))
        return self.cue if self.resumes and len(words) >= _MIN_BRAKED and likely > _SURE * sum(words) else stop

    def _ends_in_subheading(self, first: int, stop: int) -> bool:
        """Return whether the line above the article's continuation is its subheading: set off, or scored so."""
        last = stop - 1
        if last <= first or self.evidence.shapes.prose[last]:
            return False
        gaps = [block.gap for block in self.page.blocks[first:stop]]
        if self.page.kind == "text" and gaps[-1] > max(gaps[:-1]):
            return True
        score = self.evidence.scores[last]
        least = _SURE if self.page.kind == "html" else _SURE_SUBHEADING
        return score >= least and score > max(self.evidence.scores[first:last]) + _STEP

    def _text_end(self, first: int, limit: int) -> int:
        """Return where the rail ends by what is written below: another part of the page, or the article itself."""
        hits, words = self.evidence.hits, self.evidence.shapes.word_counts
        small = 0
        plain = True
        counted = self._counted()
        paragraph: int | None = None
        for index in range(first, limit):
            hit = hits[index]
            if hit is not None and (hit.family in _ENDS or (hit.family == "related" and not hit.rest)):
                return self._sentences_from(first, index)
            small = small + 1 if words[index] <= _MENU_WORDS else 0
            if small == _MENU_LINES:
                return max(first, index + 1 - _MENU_LINES)
            if counted and index > first and number_of(self.page.blocks[index].text) == counted + 1:
                self.resumes = True
                return index
            speaks = index in self.resumed or (plain and self._speaks_on(index))
            if self._is_text(index) or speaks:
                if speaks or self._goes_on(index) or (plain and self._stands_last(index)):
                    self.resumes = True
                    return self._sentences_from(first, self._back(index if paragraph is None else paragraph, first))
                if paragraph is None and (index == first or words[index] >= _PAIR_WORDS):
                    paragraph = index
                plain = False
        return self._sentences_from(first, limit)

    def _counted(self) -> int:
        """Return the number of the last numbered line of the article above the cue; nought where there is none."""
        above = range(self.cue - 1, max(self.evidence.run.start, self.cue - _MAX_ITEM) - 1, -1)
        return next((number for index in above if (number := number_of(self.page.blocks[index].text))), 0)

    def _sentences_from(self, first: int, stop: int) -> int:
        """Return where the last lines of a dump's rail are all sentences, below headlines that are none.

        A story whose paragraphs are short goes on so; the scorer then decides on each.
        """
        shapes, start = self.evidence.shapes, stop
        while start > first and shapes.ends_sentence[start - 1] and not shapes.cut_off[start - 1]:
            start -= 1
        if self.page.kind == "html" or start == first or any(shapes.ends_sentence[first:start]):
            return stop
        return start

    def _goes_on(self, index: int) -> bool:
        """Return whether a text block is visibly the article's: long, or with another sentence right after it."""
        shapes, scores = self.evidence.shapes, self.evidence.scores
        words = shapes.word_counts[index]
        if words >= _LONG_WORDS:
            return True
        if (
            scores[index] >= LIKELY
            and words >= _PARAGRAPH_WORDS
            and (words >= _PAIR_WORDS or shapes.sentences[index] > 1)
        ):
            return True
        after = index + 1
        if after == len(scores) or not shapes.ends_sentence[after] or shapes.cut_off[after]:
            return False
        pair = words + shapes.word_counts[after]
        return pair >= _SURE_PAIR_WORDS or (pair >= _PAIR_WORDS and scores[index] + scores[after] >= 2 * LIKELY)

    def _speaks_on(self, index: int) -> bool:
        """Return whether three likely lines of a dump, the first below a card, are all sentences: cards alternate."""
        shapes, three = self.evidence.shapes, slice(index, index + _SENTENCES)
        return (
            self.page.kind == "text"
            and index > self.cue + 1
            and len(shapes.prose[three]) == _SENTENCES
            and all(shapes.ends_sentence[three])
            and not any(shapes.cut_off[three])
            and not any(self.evidence.hits[three])
            and not shapes.ends_sentence[index - 1]
            and sum(self.evidence.scores[three]) >= _SENTENCES * LIKELY
            and sum(_ASKED.search(block.text) is None for block in self.page.blocks[three]) > 1
        )

    def _stands_last(self, index: int) -> bool:
        """Return whether no card follows on a text block: the last paragraph, below headlines alone."""
        shapes, after = self.evidence.shapes, index + 1
        if shapes.word_counts[index] < _PARAGRAPH_WORDS or shapes.cut_off[index]:
            return False
        return after == len(shapes.prose) or shapes.ends_sentence[after] or self.evidence.hits[after] is not None

    def _back(self, index: int, first: int) -> int:
        """Return the first block of the article's continuation: what an advert parts from it belongs to it."""
        words, cut_off = self.evidence.shapes.word_counts, self.evidence.shapes.cut_off
        before = index - 1
        while before >= max(first, index - _MAX_BETWEEN):
            if self._is_text(before) or (words[before] >= _FRAGMENT_WORDS and not cut_off[before]):
                index = before
            before -= 1
        return index

    def _is_text(self, index: int) -> bool:
        shapes = self.evidence.shapes
        return shapes.prose[index] or (
            shapes.word_counts[index] > self.max_headline_words and not shapes.cut_off[index]
        )

    def _container_end(self, first: int, limit: int) -> int:
        """Return where the element around the cue and its cards ends, in HTML."""
        blocks = self.page.blocks
        element = blocks[self.cue].element
        if element is None:
            return limit
        near = tuple(islice(element.ancestors(), _MAX_STEPS))
        above = {ancestor: ancestor.depth for ancestor in near}
        depth = min((_shared_depth(block, above) for block in blocks[first : min(first + 2, limit)]), default=0)
        hinted = [
            ancestor.depth
            for ancestor in near[:_MAX_HINTED]
            if ancestor.tag not in _WHOLES and _HINTS.search(ancestor.hints)
        ]
        depth = min(depth, *hinted) if hinted else depth
        end = next((index for index in range(first, limit) if _shared_depth(blocks[index], above) < depth), limit)
        before = range(max(0, self.cue - 8), self.cue)
        if any(self._is_text(index) and _shared_depth(blocks[index], above) >= depth for index in before):
            # the cue stands loose among paragraphs: only linked lines are cards
            end = next((index for index in range(first, end) if not _is_card(blocks[index])), end)
        return end


def _shared_depth(block: Block, above: dict[Element, int]) -> int:
    near = islice(block.element.ancestors(), _MAX_STEPS) if block.element is not None else ()
    return next((above[element] for element in near if element in above), 0)


def _is_card(block: Block) -> bool:
    heading = block.element is not None and block.element.tag in _HEADINGS
    return not heading and (block.link_chars or 0) >= _LINKED * len(block.text)


def _shortened(text: str) -> str:
    return text if len(text) <= _MAX_CUE else f"{text[: _MAX_CUE - 1]}…"
