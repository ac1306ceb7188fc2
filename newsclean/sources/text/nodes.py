"""Text-node dumps mended: the pieces that a paragraph fell into at each link and bold word become one line again.

In: the lines of a page. Out: the same, or fewer and longer ones where the page is broken so; decided once a page.
"""

from typing import Final

from newsclean.sources.text.joints import observe, weights
from newsclean.sources.text.lines import Lines

_CONTINUES: Final = frozenset(",.;:!?…%’”»،؛。，、；：）」』】？！")
"""Characters that no line of a whole paragraph starts with."""
_LEFT: Final = frozenset(",.;:)]}!?…%’”»›،؛؟।。，、；：）」』】》〉？！")
"""Characters that stand close to the word before them."""
_RIGHT: Final = frozenset("([{“„«‹¿¡（「『【《〈‘")
"""Characters that stand close to the word after them."""
_TIGHT: Final = frozenset("/@#$€£’'")
"""Characters that stand close to both, at the end of a piece."""
_QUOTE_ENDS: Final = frozenset(("", " ", ",", ".", ";", ":", ")"))
_CLITIC: Final = 4
"""Characters of the longest short form after an apostrophe, with a full stop: `'ll.`."""
_STOPS: Final = frozenset(".!?:;…")
_BLANK_SHARE: Final = 0.05
_CERTAIN_SHARE: Final = 0.02
_MIN_CERTAIN: Final = 3
_MIN_BROKEN: Final = 2
_PROSE: Final = 25
"""Characters from which a line may be the start of a sentence."""
_LINES_AT_ONCE: Final = 8192
_SURE: Final = 0.6
"""Above it; a paragraph that stays split does less harm than one joined to a menu entry."""


def is_broken(lines: Lines) -> bool:
    """Return whether the page may be a dump of text nodes: a line on it can only be a continuation.

    A dump with blank lines parts its paragraphs by them; there, code and lists start in lower case too.
    """
    texts, gaps = lines.texts, lines.gaps
    pairs = [(before, text) for before, text, gap in zip(texts, texts[1:], gaps[1:], strict=False) if not gap]
    certain = sum([text[0] in _CONTINUES for _, text in pairs])
    if len(gaps) - gaps.count(0) > _BLANK_SHARE * len(lines):
        return certain >= _MIN_CERTAIN and certain > _CERTAIN_SHARE * len(lines)
    possible = [text for before, text in pairs if len(before) >= _PROSE and before[-1] not in _STOPS]
    return certain + sum([text[0].islower() for text in possible]) >= _MIN_BROKEN


def join_nodes(lines: Lines) -> Lines:
    """Return the lines with the pieces of each paragraph joined; blank lines and bullets are never joined across."""
    indented = [indent > 0 for indent in lines.indents]
    likely = _likely(lines, indented)
    loose = zip(likely, lines.gaps[1:], lines.bullets[1:], strict=True)
    heads = [0, *(i for i, (joint, gap, bullet) in enumerate(loose, start=1) if not joint or gap or bullet)]
    tails = [*(head - 1 for head in heads[1:]), len(lines) - 1]
    if len(heads) == len(lines):
        return lines
    return Lines(
        texts=[
            lines.texts[head] if head == tail else _joined(lines, head, tail, indented)
            for head, tail in zip(heads, tails, strict=True)
        ],
        starts=[lines.starts[i] for i in heads],
        ends=[lines.ends[i] for i in tails],
        gaps=[lines.gaps[i] for i in heads],
        indents=[lines.indents[i] for i in heads],
        trailing=[lines.trailing[i] for i in tails],
        bullets=[lines.bullets[i] for i in heads],
        surrogates=lines.surrogates,
    )


def _likely(lines: Lines, indented: list[bool]) -> list[bool]:
    """Return for each boundary whether it is a joint; what is no page any more is weighed in parts."""
    likely: list[bool] = []
    for start in range(0, len(lines) - 1, _LINES_AT_ONCE):
        part = slice(start, start + _LINES_AT_ONCE + 1)
        seen = observe(lines.texts[part], lines.trailing[part], indented[part])
        likely.extend((weights().probabilities(seen) > _SURE).tolist())
    return likely


def _joined(lines: Lines, head: int, tail: int, indented: list[bool]) -> str:
    """Return the lines from head to tail as one, with a space where one stood or belongs."""
    texts, quotes = lines.texts, 0
    pieces = [texts[head]]
    for i in range(head + 1, tail + 1):
        left, right = texts[i - 1], texts[i]
        quotes += left.count('"')
        spaced = lines.trailing[i - 1] or indented[i]
        if spaced or not _is_close(left[-1], right, quoted=quotes % 2 == 1):
            pieces.append(" ")
        pieces.append(right)
    return "".join(pieces)


def _is_close(last: str, right: str, *, quoted: bool) -> bool:
    """Return whether no space stands between two pieces of a sentence; `quoted`: a straight quotation is open."""
    first = right[0]
    if first in _LEFT or last in _RIGHT or last in _TIGHT or (_is_wide(last) and _is_wide(first)):
        return True
    if first == '"':
        return quoted or right[1:2] in _QUOTE_ENDS
    if first == "'":
        return len(right.split(" ", 1)[0]) <= _CLITIC or not right[1].isalpha()
    return last == '"' and quoted


def _is_wide(character: str) -> bool:
    """Return whether the character is written without spaces: kana, an ideograph, their punctuation, or Thai."""
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uff65" or "\u0e00" <= character <= "\u0eff"
