"""The headline of a text dump: its lines in, the one that is the title of the story below it out.

A dump has no markup: the first line may be the page's title with the site's name, menus may stand before the
headline, and in second-hand text the first line may be the story itself.
"""

import re
from collections.abc import Sequence
from typing import Final

from newsclean.block import Block
from newsclean.conventions.bylines import read_byline
from newsclean.conventions.timestamps import timestamp_kind
from newsclean.conventions.titles import guess_headline, parts, squash, squash_folded

MIN_CHARS: Final = 6
MAX_CHARS: Final = 260
MAX_ABOVE: Final = 60
"""How many lines above the body are looked at; further up there are only menus."""
_COST: Final = 40
"""What a line that is no sentence costs a run of sentences, in characters."""
_CJK = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_SENTENCE_ENDS = (".", "。", "।", "।”", ".”", '."', ".»", ";", ",", ":", "：")
_LATIN_WORDS: Final = 4
_CJK_CHARS: Final = 8

Found = tuple[str, str, float, int, frozenset[int]]
"""Text, raw line, confidence, block, and the blocks that repeat it."""


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
    if not blocks:
        return None
    body, _ = main_run([len(block.text) for block in blocks], prose)
    top = _top_line(blocks, folded, prose)
    if top is not None:
        line, block = top
        copies = frozenset(
            {block.index, line.index} | {other.index for other in blocks if folded[other.index] == folded[block.index]}
        )
        return block.text, line.text, 0.95, block.index, copies
    best: tuple[float, Block] | None = None
    for block in blocks[max(0, body - MAX_ABOVE) : body + 2]:
        if prose[block.index]:
            continue
        score = _score(block, blocks, folded, body)
        if score > 0 and (best is None or score >= best[0]):
            best = score, block
    if best is None:
        return _alone(blocks, prose)
    score, block = best
    copies = frozenset(other.index for other in blocks if folded[other.index] == folded[block.index])
    return block.text, block.text, round(min(0.9, 0.4 + score / 10), 2), block.index, copies


def _alone(blocks: Sequence[Block], prose: Sequence[bool]) -> Found | None:
    """Return the headline of the first line's title where no line below repeats it."""
    first = blocks[0]
    if prose[0] or len(first.text) > MAX_CHARS or not _is_title_like(first.text) or len(parts(first.text)) < 3:  # noqa: PLR2004
        return None
    return guess_headline(first.text), first.text, 0.5, 0, frozenset((0,))


def _is_title_like(text: str) -> bool:
    if not MIN_CHARS <= len(text) <= MAX_CHARS or text.endswith(_SENTENCE_ENDS):
        return False
    if _CJK.search(text):
        return len(text) >= _CJK_CHARS
    return len(text.split()) >= _LATIN_WORDS


def _top_line(blocks: Sequence[Block], folded: Sequence[str], prose: Sequence[bool]) -> tuple[Block, Block] | None:
    """Return the page's title line and the line below that is its headline, where the first line is such a title."""
    first = blocks[0]
    if prose[0] or len(first.text) > MAX_CHARS or len(first.text) < MIN_CHARS:
        return None
    title = squash_folded(folded[0])
    least, most = max(MIN_CHARS, len(title) // 2), len(first.text) + 2
    best: Block | None = None
    for block in blocks[1:]:
        if not least <= len(block.text) <= most:
            continue
        name = squash_folded(folded[block.index])
        if len(name) >= MIN_CHARS and (
            name == title or (name in title and 2 * len(name) >= len(title) and _at_parts(first.text, name))
        ):
            # the longest that matches; of equal ones the first, which stands above the body
            if best is None or len(name) > len(squash_folded(folded[best.index])):
                best = block
    return (first, best) if best is not None else None


def _at_parts(title: str, name: str) -> bool:
    """Return whether a name makes up whole parts of a title, not a piece of a phrase."""
    pieces = parts(title)
    return any(
        squash("".join(pieces[start:end])) == name
        for start in range(0, len(pieces), 2)
        for end in range(start + 1, len(pieces) + 1, 2)
    )


def _score(block: Block, blocks: Sequence[Block], folded: Sequence[str], body: int) -> float:
    """Return how much a line above the body looks like its headline; 0 or less for what cannot be one."""
    text = block.text
    if not _is_title_like(text) or timestamp_kind(text) or read_byline(text):
        return 0.0
    distance = max(0, body - block.index)
    words = len(text.split()) if not _CJK.search(text) else len(text) / 2
    score = 3.0 - 0.12 * distance
    score += 1.0 if 5 <= words <= 20 else -0.5  # noqa: PLR2004 - the length of headlines
    following = blocks[block.index + 1 : block.index + 4]
    if any(timestamp_kind(other.text) or read_byline(other.text) for other in following):
        score += 1.5
    if block.gap and (block.index + 1 == len(blocks) or blocks[block.index + 1].gap):
        score += 0.8
    if block.bullet:
        score -= 1.5
    return score
