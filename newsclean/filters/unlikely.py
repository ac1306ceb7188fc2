"""Unlikely: the scorer's verdict as a filter, the last of them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pydantic import Field

from newsclean.block import Mark, Page
from newsclean.conventions.headlines.finding import find_headline
from newsclean.evidence import Evidence
from newsclean.evidence.phrased import LIKELY
from newsclean.evidence.sections import lines_set_off, lists, numbered_sections, subheadings, terms
from newsclean.evidence.shapes import DIGIT, HANGUL, IDEOGRAPH, LETTER, LOWER, UNSPACED, UPPER
from newsclean.evidence.shortparagraphs import resumed, sentences_below, sentences_beside, sentences_between
from newsclean.filters.base import Filter

_PARAGRAPH_SENTENCES = 2
_NEAR_ABOVE = 50
"""Lines above the body among which a standfirst may stand alone: menus, share rows and pictures come between."""
_NEAR_BELOW = 10
_FAR_BELOW = 10
_FAR_SHARE = 0.25
"""So many lines below the story, and where so few of the lines since stay, an entry of a widget stays by chance."""
_CERTAIN_CUT = 0.36
"""A page with a lower cut is in doubt: its article may be an island itself."""
_JUNK = 0.2
"""What scores less is no neighbour of the article's text."""
_STANDFIRST_WORDS = 8
_STANDFIRST_DIGITS = 4
"""More are a date's or an hour's."""
_SIGNED_WORDS = 8
_SIGNED_SCORE = 0.1
_SIGNED: Final = re.compile(r"[.!?…。！？][”\"’»」]? ?[(（][^()（）]{1,20}[)）]$")
"""A sentence and who signs it off, in brackets: "… on Friday. (AFP)", the last paragraph of a story."""
_BECAUSE = tuple(f"unlike the article's text (score {score / 100:.2f})" for score in range(101))


class Unlikely(Filter):
    """Blocks that no other filter knows and that are unlike the article's text in shape and place.

    Kept: every block that scores `min_score` or more, and on a page in doubt what scores a little less; a paragraph
    that scores `min_paragraph_score`; subheadings amid text that stays, and lists in it, where the markup names them
    so, with the term of each definition that stays; the lists of dumps by their bullets or numbers, and their numbered
    headings with the sentences between; sentences that a dump's story goes on with right below others, or below "Read
    also" and a headline; what ends with a sign-off below likely text ("… on Friday. (AFP)"); in a dump
    the line right below the headline; and, by the brake of the sift, everything that it points at where that would be
    nearly all sentences of the page.
    """

    name = "unlikely"
    min_score: float = Field(default=0.5, ge=0, le=1)
    """Blocks that are less likely than this to be article text go, unless the page's own cut is lower."""

    min_paragraph_score: float = Field(default=0.25, ge=0, le=1)
    """The same for two sentences or more that end as one: a lost paragraph is worse than a kept one."""

    min_alike_score: float = Field(default=0.3, ge=0, le=1)
    """The same for a sentence of an HTML page in a paragraph right beside one made alike that stays."""

    min_between_score: float = Field(default=0.1, ge=0, le=1)
    """The same for a sentence or a question of an HTML page right between a line and a paragraph that stay."""

    min_unmeasured_paragraph_score: float = Field(default=0.15, ge=0, le=1)
    """The same on a page in letters without capitals, such as Arabic's and Hindi's: no gold page measures the scorer
    there."""

    min_subheading_score: float = Field(default=0.1, ge=0, le=1)
    """The same for a heading of an HTML page in the body, right above a line that stays."""

    min_dump_subheading_score: float = Field(default=0.3, ge=0, le=1)
    """The same for a line of a text dump in the body, of ten words at most, set off between paragraphs that stay."""

    min_list_score: float = Field(default=0.2, ge=0, le=1)
    """The same for the items of a list of an HTML page in the body, on average."""

    min_dump_list_score: float = Field(default=0.3, ge=0, le=1)
    """The same for the lines of a text dump in the body that have bullets, or that count from one, on average."""

    min_dump_sentence_score: float = Field(default=0.3, ge=0, le=1)
    """The same for a sentence of a text dump of five words or more, right below a sentence that stays."""

    min_standfirst_score: float = Field(default=0.1, ge=0, le=1)
    """The same for the line of a text dump right below the headline, of eight words or more and without a date."""

    max_far_entry_words: int = Field(default=6, ge=0)
    """A line of an HTML page far below the last sentence of the body, amid what goes, goes if it is so short."""

    min_lone_score: float = Field(default=0.6, ge=0, le=1)
    """The same for a line of a text dump far from the body whose neighbours are both junk: an island is rarely text."""

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at every block below the score."""
        cut = min(self.min_score, evidence.cut)
        is_measured = not _is_uncased(evidence)
        paragraph_cut = min(self.min_paragraph_score if is_measured else self.min_unmeasured_paragraph_score, cut)
        lone_cut = self.min_lone_score if page.kind == "text" and evidence.cut >= _CERTAIN_CUT else 0.0
        near = range(evidence.run.start - _NEAR_ABOVE, evidence.run.stop + _NEAR_BELOW)
        scores, prose, sentences = evidence.scores, evidence.shapes.prose, evidence.shapes.sentences
        standfirst = self._standfirst(page, evidence)
        cuts = [
            paragraph_cut if is_prose and count >= _PARAGRAPH_SENTENCES else cut
            for is_prose, count in zip(prose, sentences, strict=True)
        ]
        sections = self._sections(page, evidence, cut)
        if page.kind == "html":
            kept = sections.union(index for index, score in enumerate(scores) if score >= cuts[index])
            sections.update(sentences_between(page, evidence, kept, self.min_between_score))
        stays: list[int] = []
        for index, score in enumerate(scores):
            spared = index == standfirst or index in sections or (score < cut and _is_signed(index, page, evidence))
            if not spared and (
                score < cuts[index]
                or (
                    score < lone_cut
                    and index not in near
                    and max(scores[max(0, index - 1) : index], default=0.0) < _JUNK
                    and max(scores[index + 1 : index + 2], default=0.0) < _JUNK
                )
            ):
                yield Mark(page.blocks[index], "unlikely", _BECAUSE[int(score * 100 + 0.5)])
            else:
                stays.append(index)
        if page.kind == "html":
            for index in self._stranded(evidence, stays):
                yield Mark(page.blocks[index], "unlikely", "entry far below the story, amid what is none of it")

    def _stranded(self, evidence: Evidence, stays: Sequence[int]) -> Iterator[int]:
        """Yield the short lines far below the last sentence that stays, each of which stays alone."""
        prose, words = evidence.shapes.prose, evidence.shapes.word_counts
        last = next((at for at in range(len(stays) - 1, -1, -1) if prose[stays[at]]), None)
        if last is None:
            return
        end, kept = stays[last], set(stays)
        for count, index in enumerate(stays[last + 1 :], 1):
            alone = index - 1 not in kept and index + 1 not in kept
            far = index - end >= _FAR_BELOW and count < _FAR_SHARE * (index - end)
            if alone and far and words[index] <= self.max_far_entry_words:
                yield index

    def _sections(self, page: Page, evidence: Evidence, cut: float) -> set[int]:
        """Return the positions of the lists and subheadings that stand amid what is kept."""
        likely = {index for index in evidence.run if evidence.scores[index] >= cut}
        if page.kind == "text":
            listed = lists(page, evidence, self.min_dump_list_score)
            set_off = lines_set_off(page, evidence, likely, self.min_dump_subheading_score)
            stays = {*listed, *set_off, *numbered_sections(page, evidence, likely), *resumed(page, evidence)}
            return stays.union(sentences_below(page, evidence, stays | likely, self.min_dump_sentence_score))
        stays = set(lists(page, evidence, self.min_list_score))
        stays.update(sentences_beside(page, evidence, stays | likely, self.min_alike_score))
        stays.update(terms(page, evidence, stays | likely))
        return stays.union(subheadings(page, evidence, stays | likely, self.min_subheading_score))

    def _standfirst(self, page: Page, evidence: Evidence) -> int | None:
        """Return the position of the line of a dump that stands where standfirsts do."""
        headline = find_headline(page, evidence) if page.kind == "text" else None
        index = headline.block + 1 if headline is not None and headline.block is not None else len(page.blocks)
        if (
            index < len(page.blocks)
            and evidence.scores[index] >= self.min_standfirst_score
            and evidence.shapes.word_counts[index] >= _STANDFIRST_WORDS
            and evidence.shapes.counts[index, DIGIT] <= _STANDFIRST_DIGITS
            and evidence.hits[index] is None
            and index < evidence.run.stop
        ):
            return index
        return None


def _is_uncased(evidence: Evidence) -> bool:
    """Return whether most letters of the page are of scripts without capitals, Chinese, Japanese and Korean aside."""
    counts = evidence.shapes.counts.sum(axis=0)
    return bool(counts[[LETTER, UNSPACED]].sum() > counts[[UPPER, LOWER, IDEOGRAPH, HANGUL]].sum())


def _is_signed(index: int, page: Page, evidence: Evidence) -> bool:
    """Return whether a line right below likely text ends with a sign-off, as the last paragraph of a story does."""
    text = page.blocks[index].text
    return (
        text[-1] in ")）"
        and evidence.scores[index] >= _SIGNED_SCORE
        and index > 0
        and evidence.scores[index - 1] >= LIKELY
        and evidence.shapes.word_counts[index] >= _SIGNED_WORDS
        and _SIGNED.search(text, max(0, len(text) - 30)) is not None
    )
