"""What tells the headline of a text dump: its lines in, those that may be it with their signs out.

A dump has no markup: the first line may be the page's title with the site's name, menus may stand before the
headline, and in second-hand text the first line may be the story itself.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from newsclean.block import Block
from newsclean.conventions.headlines.bodyrun import Lines, body_head, turns_of
from newsclean.conventions.headlines.sharedwords import share_of, words_of
from newsclean.conventions.headlines.titles import guess_headline, parts, squash_folded
from newsclean.conventions.languages import EAST_ASIAN
from newsclean.conventions.sections import is_section
from newsclean.conventions.when.dates import read_date
from newsclean.conventions.when.timestamps import CLOCK, NUMERIC_DATE, timestamp_kind
from newsclean.conventions.who.bylinedates import is_dated
from newsclean.phrases import Hit

MIN_CHARS: Final = 6
MAX_CHARS: Final = 260
_BRIEF: Final = 25
"""Characters of a line that is of a menu or a box, and too short for a headline's neighbour."""
_FEW: Final = 5
"""Words of a line that could be one more entry of a menu."""
_MAX_BOX: Final = 70
"""Characters of a line of a name and a date."""
_BOX: Final = 3
"""Lines below a headline in which a date or a byline stands."""
_MAX_NEAR: Final = 20
"""How many lines above the body are looked at that do not repeat the page's title; further up there are only menus."""
_MAX_SHORT: Final = 10
"""How many of them may be of two to four words."""
_MAX_BETWEEN: Final = 20
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_ENDS: Final = (".", "。", "।", ".”", '."', ".»", ";", ",", ":", "：")
_LEADS_ON: Final = (":", "：")
"""What a line ends with that leads on to a list or a quotation below it."""
_ASKED: Final = ("?", "!", "？", "！", "؟", "”", '"', "»", "」", "’", "'")
_ASKED_CHARS: Final = 140
"""A question of that length is a headline rather than a paragraph."""
_TITLE_CASE: Final = 0.7
"""The share of words with a capital from which a line is written like an English headline, and not like a sentence."""
_OPENING: Final = "\"'“„«»‘‹¿¡「『【《(#"
_LEAST_SHARE: Final = 0.4
"""The share of the headline in a page's title below which a part of it is the name of a site or a section."""
_MAX_TIMES: Final = 5
"""A line that stands on the page more often is a subheading of each of its parts, or a control."""
_BARS = re.compile(r"[|»›│•©@]| > |http")
_LEAD_CHARS: Final = 350
_MAX_DATELINE: Final = 60
_MAX_BESIDE: Final = 14
"""Letters beside a date and its time in a line that is no headline."""
_MIN_REPEAT: Final = 12
"""Letters of a line that ends another, as the headline ends a breadcrumb."""


def page_title(blocks: Sequence[Block], lines: Lines) -> str | None:
    """Return the first line where it can be the page's title: no word of a menu, no sentence unless it ends in one."""
    if not blocks or _is_phrase(lines.hits[0]) or (lines.hits[0] is not None and lines.hits[0].family == "timestamp"):
        return None
    text = blocks[0].text
    enough = len(text) >= 8 if EAST_ASIAN.search(text) else len(text.split()) >= 3  # noqa: PLR2004 - a word or two are a menu's
    if not enough or len(text) > MAX_CHARS or text.endswith(_ENDS):
        return None
    sentence = lines.shapes.prose[0] and not _is_repeated(text, lines.folded)
    return None if sentence and not _is_asked_above_box(blocks, lines) else text


def _is_asked_above_box(blocks: Sequence[Block], lines: Lines) -> bool:
    """Return whether the first line is a question with a date, or with a byline by its marker, close below it."""
    text = blocks[0].text
    if len(text) > _ASKED_CHARS or not text.endswith(_ASKED):
        return False
    return any(_is_box(index, blocks, lines) for index in range(1, min(_BOX + 1, len(blocks))))


def _is_box(index: int, blocks: Sequence[Block], lines: Lines) -> bool:
    hit, text = lines.hits[index], blocks[index].text
    if hit is not None:
        return hit.family in {"byline", "timestamp"}
    return timestamp_kind(text) is not None or (
        len(text) <= _MAX_BOX and not lines.shapes.prose[index] and is_dated(text)
    )


def _is_phrase(hit: Hit | None) -> bool:
    """Return whether a phrase fills a line, not only its label: a headline may start with "Video:"."""
    return hit is not None and not hit.rest


def _is_repeated(title: str, folded: Sequence[str]) -> bool:
    """Return whether a line below repeats the headline of a title that has more parts than one."""
    headline = guess_headline(title)
    if headline == title:
        return False
    name = squash_folded(headline.casefold())
    return any(len(name) <= len(line) <= 2 * len(name) and squash_folded(line) == name for line in folded[1:])


def candidates(blocks: Sequence[Block], lines: Lines) -> dict[int, tuple[float, ...]]:
    """Return the lines that may be the headline, by their index, each with its signs in the order of the weights."""
    if not blocks:
        return {}
    sight = _look(blocks, lines)
    counts = lines.shapes.word_counts
    above = 0
    """Lines that could be headlines and stand between a line and the body."""
    found: dict[int, tuple[float, ...]] = {}
    for index in sight.shares:
        found[index] = sight.signs(index, min(above, _MAX_BETWEEN))
        above += index < sight.body and counts[index] >= 4  # noqa: PLR2004 - words
    return found


def _look(blocks: Sequence[Block], lines: Lines) -> "_Sight":
    """Choose the lines that may be the headline, and gather what they are looked at by."""
    folded = lines.folded
    body, _ = lines.story
    title = page_title(blocks, lines)
    shares = _choose(blocks, lines, title)
    squashed = {index: squash_folded(folded[index]) for index in shares}
    running = body_head(lines)
    boxes: dict[int, bool] = {}
    for index in shares:
        for below in range(index + 1, min(index + 1 + _BOX, len(blocks))):
            if below not in boxes:
                boxes[below] = _is_box(below, blocks, lines)
    return _Sight(
        blocks, lines, body, shares,
        boxes={index for index, box in boxes.items() if box},
        squashed=squashed,
        joined="\n".join(("", *squashed.values(), "")),
        title=squash_folded(folded[0]) if title is not None else "",
        title_words=words_of(folded[0]) if title is not None else frozenset(),
        body_words=words_of(running),
        lead_words=words_of(running[:_LEAD_CHARS]),
        first_copy=min((index for index, share in shares.items() if share >= 1), default=len(blocks)),
    )  # fmt: skip


def _choose(blocks: Sequence[Block], lines: Lines, title: str | None) -> dict[int, float]:
    """Return the lines that may be the headline, the lowest first, and how much of the title's headline each is."""
    folded, hits, shapes = lines.folded, lines.hits, lines.shapes
    body, end = lines.story
    pieces = _pieces(title) if title is not None else {}
    chars = shapes.chars[: end + 1 if pieces else body + 1]
    repeats = (chars >= min(map(len, pieces), default=0)) & (chars <= (len(blocks[0].text) + 2 if pieces else 0))
    wordy = shapes.words[: len(chars)] >= 2  # noqa: PLR2004 - words
    wordy[body + 1 :] = False
    fits = (chars >= MIN_CHARS) & (chars <= MAX_CHARS) & (repeats | wordy)
    shares: dict[int, float] = {}
    times = Counter(folded)
    turns = turns_of(folded)
    near = 0
    for index in np.flatnonzero(fits)[::-1].tolist():
        share = pieces.get(squash_folded(folded[index]), 0.0) if repeats[index] else 0.0
        if hits[index] is not None and (share < 1 or _is_phrase(hits[index])):
            continue
        if not share and (
            near == _MAX_NEAR or not wordy[index] or (near >= _MAX_SHORT and shapes.word_counts[index] < _FEW)
        ):
            continue
        text = blocks[index].text
        if shapes.prose[index] and (index == 0 or not _may_have_stop(index, text, lines)):
            continue
        if index == 0 and body > 2 and title is not None:  # noqa: PLR2004 - a page's title, not its headline
            continue
        if is_section(text) or timestamp_kind(text) is not None or _is_dateline(text) or index in turns:
            continue
        if not share and (times[folded[index]] > _MAX_TIMES or text.endswith(_LEADS_ON)):
            continue
        near += not share
        shares[index] = share
        if not pieces and near == _MAX_NEAR:
            break
    return shares


def _may_have_stop(index: int, text: str, lines: Lines) -> bool:
    """Return whether a headline may read like a sentence: a question, a cry, words with a capital each."""
    cased = lines.shapes.capitalised[index] >= _TITLE_CASE * lines.shapes.words[index]
    return len(text) <= _ASKED_CHARS and (cased or text.endswith(_ASKED))


def _is_dateline(text: str) -> bool:
    """Return whether a line is a name or a place and a date with its time: "Kompas.com - 06/03/2024, 07:15 WIB"."""
    if len(text) > _MAX_DATELINE or CLOCK.search(text) is None:
        return False
    moment = read_date(text)
    beside = f"{text[: moment.start]} {text[moment.end :]}" if moment is not None else text
    dated = moment is not None or NUMERIC_DATE.search(text) is not None
    return dated and sum(map(str.isalpha, beside)) <= _MAX_BESIDE


@dataclass(frozen=True, slots=True)
class _Sight:
    """What the lines of a page are looked at by."""

    blocks: Sequence[Block]
    lines: Lines
    body: int
    shares: Mapping[int, float]
    """The lines that may be the headline, and how much of the headline in the page's title each is."""
    boxes: Collection[int]
    """The lines below those that are dates or, by their marker, bylines."""
    squashed: Mapping[int, str]
    joined: str
    """All of `squashed`, a line each."""
    title: str
    """The page's title, `squash`ed; empty where the page has none."""
    title_words: frozenset[str]
    body_words: frozenset[str]
    lead_words: frozenset[str]
    first_copy: int
    """The first line that repeats the title."""

    def ends_another(self, name: str) -> bool:
        """Return whether another line ends in this one, as a breadcrumb does in the headline."""
        line = f"{name}\n"
        return len(name) >= _MIN_REPEAT and self.joined.count(line) > self.joined.count(f"\n{line}")

    def is_headlike(self, index: int) -> bool:
        """Return whether a line might be a headline, and is long enough for one."""
        return index in self.shares and self.lines.shapes.word_counts[index] >= _FEW

    def signs(self, index: int, between: int) -> tuple[float, ...]:
        """Return the signs of a line, `between` whose like stand between it and the body."""
        blocks, hits, counts = self.blocks, self.lines.hits, self.lines.shapes.word_counts
        text, key, name = blocks[index].text, self.lines.folded[index], self.squashed[index]
        words, own, share = counts[index], words_of(key), self.shares[index]
        distance = max(0, self.body - index)
        last = index + 1 == len(blocks)
        before, after = blocks[index - 1].text if index else "", "" if last else blocks[index + 1].text
        above, below = hits[index - 1] if index else None, None if last else hits[index + 1]
        in_title = share_of(own, self.title_words)
        sentences = self.lines.shapes.sentences[index]
        headlike = self.is_headlike(index - 1)
        return (
            1.0,
            share,
            share >= 1,
            share >= 1 and index == self.first_copy,
            share < 1 and index > self.first_copy,
            in_title,
            share < 1 and in_title >= 0.5 and share_of(self.title_words, own) >= 0.5,  # noqa: PLR2004
            share < 1 and len(name) >= _MIN_REPEAT and name in self.title,
            bool(self.title) and not in_title,
            self.ends_another(name),
            share_of(own, self.body_words),
            share_of(own, self.lead_words),
            words < 4, words < 6, words > 12, words > 16, words > 32,  # noqa: PLR2004
            distance == 0, distance == 1, distance > 8, distance > 20, math.log1p(distance) / 4.4,  # noqa: PLR2004
            between == 0, between == 1, between > 4, math.log1p(between) / 3.5,  # noqa: PLR2004
            index + 1 in self.boxes,
            index + 2 in self.boxes or index + 3 in self.boxes,
            headlike,
            headlike and self.is_headlike(index - 2),
            self.is_headlike(index + 1),
            blocks[index].bullet,
            blocks[index].gap > 0 and (last or blocks[index + 1].gap > 0),
            len(before) < _BRIEF and len(after) < _BRIEF and words < _FEW,
            len(after) > max(50.0, 1.3 * len(text)),
            above is not None,
            above is not None and above.family == "nav",
            below is not None,
            index > 0 and counts[index - 1] <= 3,  # noqa: PLR2004
            text.endswith(_ENDS),
            text.endswith(_ASKED),
            text[0].islower(),
            not text[0].isalnum() and text[0] not in _OPENING,
            _BARS.search(text) is not None,
            _NUMBERED.match(text) is not None,
            ":" in text,
            text.count(",") > 1,
            bool(sentences > 1),
            bool(sentences == 1) and not self.lines.shapes.ends_sentence[index],
            words > 4 and bool(self.lines.shapes.capitalised[index] > 0.75 * words),  # noqa: PLR2004
            index == 0,
        )  # fmt: skip


def _pieces(title: str) -> dict[str, float]:
    """Return the `squash`ed runs of parts of the page's title that may be its headline, and how much of it each is."""
    found = parts(title)
    whole = len(squash_folded(guess_headline(title).casefold())) or 1
    runs = (
        squash_folded("".join(found[start:end]).casefold())
        for start in range(0, len(found), 2)
        for end in range(start + 1, len(found) + 1, 2)
    )
    return {run: min(1.0, len(run) / whole) for run in runs if len(run) > _LEAST_SHARE * whole}
