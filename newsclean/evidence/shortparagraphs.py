"""Short paragraphs: the sentences, a line each, that a story goes on and ends with.

In: a page and its evidence. Out: positions. The scorer takes what stands below a cue for teasers, and a sentence of
five words for a button. Of 40 sentences of five words and more right below kept text of a dump that it scores 0.3 to
0.5, 21 stand in a gold text; of 25 in HTML beside a kept paragraph made alike, 18; of 59 in HTML between a kept line
and a kept paragraph that it scores 0.1 to 0.5, 51, most of them a reader's question above its answer.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from newsclean.block import Page
from newsclean.evidence.phrased import LIKELY
from newsclean.evidence.weighing import Evidence

_MAX_HEADLINES: Final = 2
"""Headlines under a cue between two paragraphs; more are a rail, below which other things may stand."""
_MAX_SUBHEADING_WORDS: Final = 8
_MIN_WORDS: Final = 5
_LAST_SCORE: Final = 0.1
_STOPPED: Final = re.compile(r"[.。．۔।॥।。…][”\"’'»」)\]]*$")
"""How a paragraph ends; headlines, too, ask and shout."""
_ASKS: Final = ("?", "？", "؟")


def resumed(page: Page, evidence: Evidence) -> frozenset[int]:
    """Return the positions of the sentences that a dump's story goes on with below "Read also" and a headline or two.

    A likely sentence stands right above the cue, and below the headlines two in a row, before which a paragraph and its
    subheading may stand: a headline has one teaser. The last paragraph of all needs no other, however many headlines
    stand above it.
    """
    if page.kind == "html":
        return frozenset()
    found: set[int] = set()
    shapes, scores = evidence.shapes, evidence.scores
    for cue in evidence.hit_lines:
        hit = evidence.hits[cue]
        if (
            hit is not None
            and hit.family in ("related", "promo")
            and cue
            and shapes.ends_sentence[cue - 1]
            and scores[cue - 1] >= LIKELY
        ):
            found.update(_below(page, evidence, cue, 0 if hit.rest else _MAX_HEADLINES))
    return frozenset(found)


def sentences_below(page: Page, evidence: Evidence, kept: Collection[int], min_score: float) -> Iterator[int]:
    """Yield the positions of the sentences of a dump that score so much, right below a sentence that is kept.

    An advert or a link to another story may stand between them.
    """
    ends, words, hits = evidence.shapes.ends_sentence, evidence.shapes.word_counts, evidence.hits
    is_below = False
    for block in page.blocks:
        index, hit = block.index, hits[block.index]
        if hit is not None and (hit.family == "ad" or (hit.family in ("promo", "related") and hit.rest)):
            continue
        stays = index in kept
        if (
            is_below
            and not stays
            and evidence.scores[index] >= min_score
            and words[index] >= _MIN_WORDS
            and hit is None
            and "@" not in block.text
            and _is_stopped(block.text)
        ):
            stays = True
            yield index
        is_below = stays and ends[index]


def sentences_beside(page: Page, evidence: Evidence, kept: Collection[int], min_score: float) -> Iterator[int]:
    """Yield the positions of the paragraphs of an HTML page that score so much, beside a kept one made alike."""
    shapes, blocks, scores = evidence.shapes, page.blocks, evidence.scores
    for index in evidence.prose_lines:
        if index in kept or scores[index] < min_score or evidence.hits[index] is not None:
            continue
        element = blocks[index].element
        if element is None or element.tag != "p" or not shapes.ends_sentence[index]:
            continue
        if any(
            beside in kept and shapes.prose[beside] and element.is_made_like(blocks[beside].element)
            for beside in (index - 1, index + 1)
        ):
            yield index


def sentences_between(page: Page, evidence: Evidence, kept: Collection[int], min_score: float) -> Iterator[int]:
    """Yield the positions of the sentences and questions of an HTML page that score so much, between kept neighbours.

    The one below is a paragraph, the answer to the question.
    """
    prose, words, hits = evidence.shapes.prose, evidence.shapes.word_counts, evidence.hits
    for block in page.blocks[1:-1]:
        index = block.index
        if (
            index not in kept
            and index - 1 in kept
            and index + 1 in kept
            and prose[index + 1]
            and evidence.scores[index] >= min_score
            and words[index] >= _MIN_WORDS
            and hits[index] is None
            and (block.text.endswith(_ASKS) or _is_stopped(block.text))
        ):
            yield index


def _below(page: Page, evidence: Evidence, cue: int, max_headlines: int) -> range:
    """Return the lines of the story below a cue and its headlines; none where there are not two sentences."""
    hits, shapes, size = evidence.hits, evidence.shapes, len(page.blocks)
    first = cue + 1
    while first < size and hits[first] is None and not shapes.ends_sentence[first] and not shapes.cut_off[first]:
        first += 1
    if _is_last(evidence, first):
        return range(first, first + 1)
    if first - cue - 1 > max_headlines or (max_headlines and first == cue + 1):
        return range(0)
    end = index = first
    paired = False
    while index < size and hits[index] is None and not shapes.cut_off[index]:
        if shapes.ends_sentence[index]:
            if not paired and not _is_stopped(page.blocks[index].text):
                break
            paired = paired or (index > first and index == end)
            end = index + 1
        elif end < index or end == first or shapes.word_counts[index] > _MAX_SUBHEADING_WORDS:
            # a subheading stands alone above a sentence
            break
        elif not paired and (end - first > 1 or not shapes.prose[first]):
            # cards alternate, and a story has two sentences in a row by then
            break
        index += 1
    return range(first, end) if paired else range(0)


def _is_last(evidence: Evidence, index: int) -> bool:
    """Return whether a line is a paragraph of two sentences below which no other stands: a card has one above the next.

    Of such paragraphs that score 0.1 to 0.25, below a likely sentence and a rail, a gold page has one, which is junk.
    """
    paragraphs, shapes = evidence.prose_lines, evidence.shapes
    return (
        bool(paragraphs)
        and index == paragraphs[-1]
        and shapes.sentences[index] > 1
        and evidence.scores[index] >= _LAST_SCORE
        and evidence.hits[index] is None
    )


def _is_stopped(text: str) -> bool:
    return _STOPPED.search(text, max(0, len(text) - 4)) is not None
