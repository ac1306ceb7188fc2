"""The headline of a text dump: its lines in, the one that is the title of the story below it out.

A dump has no markup: the first line may be the page's title with the site's name, menus may stand before the
headline, and in second-hand text the first line may be the story itself.
"""

import re
from collections.abc import Collection, Sequence
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
_BARS: Final = ("|", "»", "›", " > ", "│", "•", "©", "@", "http")
_BODY_CHARS: Final = 6_000
"""How much of the body is read for the words of its headline."""

Found = tuple[str, str, float, int, frozenset[int]]
"""Text, raw line, confidence, block, and the blocks that repeat it."""

SIGNS: Final = (
    "title", "title_words", "body_words", "distance", "short", "long", "very_long", "ended", "asked", "dated_after",
    "dated_before", "alone", "bullet",
    "again", "longer_after", "titled_before", "menu_mark", "first", "in_a_run",
)  # fmt: skip
WEIGHTS: Final = (
    2.1,
    1.2,
    2.4,
    -0.2,
    -2.1,
    -0.7,
    -0.4,
    -1.3,
    -0.4,
    1.2,
    0.5,
    1.9,
    -1.6,
    0.1,
    -0.1,
    -0.6,
    -1.4,
    -1.5,
    -0.8,
)
"""How much each sign counts: the log odds of a line against the others of its page, fitted on labelled pages."""
NONE: Final = 2.1
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
    copies = {other.index for other in blocks if folded[other.index] == folded[block.index]}
    if title is not None and squash_folded(folded[block.index]) in squash_folded(folded[0]):
        copies.add(0)
    return block.text, block.text, round(min(0.95, 0.5 + (score - NONE) / 12), 2), block.index, frozenset(copies)


def page_title(blocks: Sequence[Block], folded: Sequence[str], prose: Sequence[bool]) -> str | None:
    """Return the first line where it can be the page's title: no sentence, no word of a menu."""
    if not blocks or prose[0] or match(folded[0]) is not None:
        return None
    text = blocks[0].text
    enough = len(text) >= 8 if _CJK.search(text) else len(text.split()) >= 3  # noqa: PLR2004 - a word or two are a menu's
    return text if enough and len(text) <= MAX_CHARS and not text.endswith(_ENDS) else None


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
    pieces = _pieces(title) if title is not None else frozenset()
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
        if not near and (len(text) > MAX_CHARS or squash_folded(folded[index]) not in pieces):
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
    pieces: frozenset[str]
    body_words: frozenset[str]
    boxes: list[bool]
    """Whether each line from `top` to just below the body's start is of a byline box."""

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
        float(bool(sight.pieces) and squash_folded(key) in sight.pieces),
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


def _pieces(title: str) -> frozenset[str]:
    """Return the `squash`ed runs of parts of the page's title."""
    found = parts(title)
    return frozenset(
        squash_folded("".join(found[start:end]).casefold())
        for start in range(0, len(found), 2)
        for end in range(start + 1, len(found) + 1, 2)
    )
