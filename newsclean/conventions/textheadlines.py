"""The headline of a text dump: its lines in, the one that is the title of the story below it out.

A dump has no markup: the first line may be the page's title with the site's name, menus may stand before the
headline, and in second-hand text the first line may be the story itself.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsclean.block import Block
from newsclean.conventions.bylines import may_be_byline, read_byline
from newsclean.conventions.sections import is_section
from newsclean.conventions.timestamps import timestamp_kind
from newsclean.conventions.titles import guess_headline, parts, squash_folded
from newsclean.phrases import match

MIN_CHARS: Final = 6
MAX_CHARS: Final = 260
_BRIEF: Final = 25
"""Characters of a line that is of a menu or a box, and too short for a headline's neighbour."""
_FEW: Final = 5
"""Words of a line that could be one more entry of a menu."""
MAX_ABOVE: Final = 80
"""How many lines above the body are looked at; further up there are only menus."""
_COST: Final = 40
"""What a line that is no sentence costs a run of sentences, in characters."""
_CJK = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_WORD = re.compile(r"\w{4,}")
_ENDS: Final = (".", "。", "।", ".”", '."', ".»", ";", ",", ":", "：")
_ASKED: Final = ("?", "!", "？", "！", "؟", "”", '"', "»", "」")
_ASKED_CHARS: Final = 140
"""A question of that length is a headline rather than a paragraph."""
_OPENING: Final = "\"'“„«»‘‹¿¡「『【《(#"
_LEAST_SHARE: Final = 0.4
"""The share of the headline in a page's title below which a part of it is the name of a site or a section."""
_BARS: Final = ("|", "»", "›", " > ", "│", "•", "©", "@", "http")
_BODY_CHARS: Final = 6_000
"""How much of the body is read for the words of its headline."""

Found = tuple[str, str, float, int, frozenset[int]]
"""Text, raw line, confidence, block, and the blocks that repeat it."""

SIGNS: Final = (
    "title", "title_words", "body_words", "distance", "short", "long", "very_long", "ended", "asked", "dated_after",
    "dated_before", "alone", "bullet",
    "again", "longer_after", "titled_before", "menu_mark", "first", "in_a_run", "odd_start", "parenthesis",
)  # fmt: skip
WEIGHTS: Final = (
    2.0, 4.1, 2.2, 0.0, -2.7, 0.2, -0.3, -1.2, -0.3, 0.7, 0.4, 0.8, -0.3, -1.1, 0.2, -0.2, -0.1, 0.9, -1.4, -0.5, -0.5,
)  # fmt: skip
"""How much each sign counts: the log odds of a line against the others of its page, fitted on labelled pages."""
NONE: Final = 1.5
"""What the best line must reach; below it, the page has no headline among its lines."""


def main_run(chars: Sequence[int], prose: Sequence[bool]) -> tuple[int, int]:
    """Return the first and the last block of the stretch that holds most of the sentences and little else.

    >>> main_run([10, 10, 200, 12, 300, 10, 10], [False, False, True, False, True, False, False])
    (2, 4)
    """
    best = best_start = best_end = total = start = 0
    for index, (length, sentence) in enumerate(zip(chars, prose, strict=True)):
        if total <= 0:
            total, start = 0, index
        total += min(length, 1000) if sentence else -_COST
        if total > best:
            best, best_start, best_end = total, start, index
    return best_start, best_end


def find_in_text(blocks: Sequence[Block], folded: Sequence[str], prose: Sequence[bool]) -> Found | None:
    """Find the headline among the lines of a dump."""
    scored = [
        (sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True)), -block.index, block)
        for block, signs in candidates(blocks, folded, prose)
    ]
    best: tuple[float, Block] | None = None
    for score, _, block in sorted(scored, key=lambda each: each[:2], reverse=True):
        if score <= NONE:
            break
        if match(folded[block.index]) is None:
            best = score, block
            break
    title = page_title(blocks, folded, prose)
    if best is None:
        return _alone(title)
    score, block = best
    text, lines = _joined(block, blocks, folded, title)
    copies = {other.index for other in blocks if folded[other.index] == folded[block.index]} | lines
    if title is not None and squash_folded(folded[block.index]) in squash_folded(folded[0]):
        copies.add(0)
    return text, block.text, round(min(0.95, 0.5 + (score - NONE) / 12), 2), block.index, frozenset(copies)


def _joined(
    block: Block, blocks: Sequence[Block], folded: Sequence[str], title: str | None
) -> tuple[str, frozenset[int]]:
    """Return the headline that a line is a part of, and its lines: a page's title says what belongs together."""
    if title is not None:
        headline = guess_headline(title)
        whole, own = squash_folded(headline.casefold()), squash_folded(folded[block.index])
        for first in (block.index - 1, block.index):
            pair = blocks[max(0, first) : first + 2]
            if own != whole and "".join(squash_folded(folded[line.index]) for line in pair) == whole:
                return headline, frozenset(line.index for line in pair)
    return block.text, frozenset((block.index,))


def page_title(blocks: Sequence[Block], folded: Sequence[str], prose: Sequence[bool]) -> str | None:
    """Return the first line where it can be the page's title: no word of a menu, no sentence unless it ends in one."""
    if not blocks or match(folded[0]) is not None:
        return None
    text = blocks[0].text
    enough = len(text) >= 8 if _CJK.search(text) else len(text.split()) >= 3  # noqa: PLR2004 - a word or two are a menu's
    if not enough or len(text) > MAX_CHARS or text.endswith(_ENDS) or (prose[0] and not _is_repeated(text, folded)):
        return None
    return text


def _is_repeated(title: str, folded: Sequence[str]) -> bool:
    """Return whether a line below repeats the headline of a title that has more parts than one."""
    headline = guess_headline(title)
    if headline == title:
        return False
    name = squash_folded(headline.casefold())
    return any(len(name) <= len(line) <= 2 * len(name) and squash_folded(line) == name for line in folded[1:])


def _alone(title: str | None) -> Found | None:
    """Return the headline of the page's title where no line below repeats it."""
    if title is None or timestamp_kind(title) or any(mark in title for mark in ("»", " > ")):
        return None
    return guess_headline(title), title, 0.5, 0, frozenset((0,))


def candidates(
    blocks: Sequence[Block], folded: Sequence[str], prose: Sequence[bool]
) -> list[tuple[Block, tuple[float, ...]]]:
    """Return the lines that may be the headline, each with its `SIGNS`."""
    if not blocks:
        return []
    body, end = main_run([len(block.text) for block in blocks], prose)
    title = page_title(blocks, folded, prose)
    title_words = _words(folded[0]) if title is not None else frozenset()
    pieces = _pieces(title) if title is not None else {}
    body_words = _words(" ".join(folded[body : end + 1])[:_BODY_CHARS])
    top = max(0, body - MAX_ABOVE)
    boxes = [_is_box(block, folded) for block in blocks[top : body + 4]]
    sight = _Sight(top, body, title_words, pieces, body_words, boxes)
    found: list[tuple[Block, tuple[float, ...]]] = []
    for block in blocks[: end + 1] if pieces else blocks[top : body + 1]:
        text, index = block.text, block.index
        if not MIN_CHARS <= len(text) <= MAX_CHARS or (text.isascii() and " " not in text):
            continue
        near = top <= index <= body
        if not near and (len(text) > len(blocks[0].text) + 2 or not sight.title_share(folded[index])):
            continue
        if prose[index] and (index == 0 or not text.endswith(_ASKED) or len(text) > _ASKED_CHARS):
            continue
        if index == 0 and body > 2 and title is not None:  # noqa: PLR2004 - a page's title, not its headline
            continue
        if (sight.is_box(index) if near else _is_box(block, folded)) or is_section(text):
            continue
        found.append((block, _signs(block, blocks, folded, sight)))
    return found


@dataclass(frozen=True, slots=True)
class _Sight:
    """What the lines of a page are looked at by."""

    top: int
    body: int
    title_words: frozenset[str]
    pieces: Mapping[str, float]
    """The `squash`ed runs of parts of the page's title, and the share of its headline that each is."""
    body_words: frozenset[str]
    boxes: list[bool]
    """Whether each line from `top` to just below the body's start is of a byline box."""

    def title_share(self, folded: str) -> float:
        """Return how much of the headline in the page's title a line is, 0 to 1; 0 for the name of site or section."""
        share = self.pieces.get(squash_folded(folded), 0.0) if self.pieces else 0.0
        return share if share > _LEAST_SHARE else 0.0

    def is_box(self, index: int) -> bool:
        return 0 <= index - self.top < len(self.boxes) and self.boxes[index - self.top]


def _signs(block: Block, blocks: Sequence[Block], folded: Sequence[str], sight: _Sight) -> tuple[float, ...]:
    index = block.index
    text, key = block.text, folded[block.index]
    own = _words(key)
    count = len(text) / 2 if _CJK.search(text) else len(text.split())
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        sight.title_share(key),
        _share(own, sight.title_words),
        _share(own, sight.body_words),
        min(4.0, 0.1 * max(0, sight.body - index)),
        float(count < 4),  # noqa: PLR2004 - words of a headline
        float(count > 16),  # noqa: PLR2004
        float(count > 28),  # noqa: PLR2004
        float(text.endswith(_ENDS)),
        float(text.endswith(_ASKED)),
        float(any(sight.is_box(index + step) for step in (1, 2, 3))),
        float(sight.is_box(index - 1)),
        float(block.gap > 0 and (after is None or after.gap > 0)),
        float(block.bullet),
        float(folded.count(key) > 1),
        float(after is not None and len(after.text) > 1.3 * len(text) and len(after.text) > 50),  # noqa: PLR2004
        float(before is not None and _BRIEF < len(before.text) < len(text) and not before.text.endswith(_ENDS)),
        float(any(mark in text for mark in _BARS)),
        float(block.index == 0),
        float(before is not None and after is not None
              and len(before.text) < _BRIEF and len(after.text) < _BRIEF and count < _FEW),
        float(not text[0].isalnum() and text[0] not in _OPENING),
        float(text.endswith((")", "]", "）"))),
    )  # fmt: skip


def _is_box(block: Block, folded: Sequence[str]) -> bool:
    return timestamp_kind(block.text) is not None or (
        may_be_byline(folded[block.index]) and read_byline(block.text) is not None
    )


def _words(folded: str) -> frozenset[str]:
    """Return the words of four letters and more, cut to six for their endings' sake; for Chinese, pairs of signs."""
    if _CJK.search(folded):
        return frozenset(folded[at : at + 2] for at in range(len(folded) - 1))
    return frozenset(word[:6] for word in _WORD.findall(folded))


def _share(own: Collection[str], others: frozenset[str]) -> float:
    return sum(word in others for word in own) / len(own) if own else 0.0


def _pieces(title: str) -> dict[str, float]:
    """Return the `squash`ed runs of parts of the page's title, and what share of its headline each is at most."""
    found = parts(title)
    whole = len(squash_folded(guess_headline(title).casefold())) or 1
    runs = (
        squash_folded("".join(found[start:end]).casefold())
        for start in range(0, len(found), 2)
        for end in range(start + 1, len(found) + 1, 2)
    )
    return {run: min(1.0, len(run) / whole) for run in runs if run}
