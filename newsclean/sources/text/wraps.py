"""Hard wraps undone: lines that were broken at a fixed width become the paragraphs that they were.

In: the lines of a page. Out: the same, or fewer and longer ones where the page was wrapped; decided once a page.
"""

from collections.abc import Iterable
from typing import Final

from newsclean.sources.text.lines import Lines

_SOFT_HYPHEN: Final = "\xad"
_MIN_WIDTH: Final = 45
"""Narrower text is not wrapped prose but a list, a poem or a table."""
_MAX_WIDTH: Final = 120
_MAX_WORD: Final = 15
"""No wrapped line falls further short of the width: a longer word is an address, and proves nothing."""
_MAX_SHORT: Final = _MIN_WIDTH - _MAX_WORD - 1
"""A line of no more characters is not full at any width, whatever follows."""
_MIN_FULL: Final = 4
"""How many lines must be full for the page to be called wrapped."""
_MIN_FULL_INDENTED: Final = 2
"""The same on a page that a text browser indented and kept to its width."""
_INDENTED_SHARE: Final = 0.8
_MAX_BROWSER_WIDTH: Final = 82
_MIN_UNCASED: Final = 6
"""The same, where no small letter at the start of a line bears it out."""
_FULL_SHARE: Final = 0.6
_OPEN_SHARE: Final = 0.6
"""The share of the full lines that end inside a sentence and go on with a letter."""
_LOWER_SHARE: Final = 0.6
_LOWER_SHARE_OF_ALL: Final = 0.45
"""The same on a page without a longer line."""
_SAMPLE: Final = 100
_MIN_SPACES: Final = 4
_OPEN_ENDS: Final = frozenset(",;-–—،、，；\xad")


def join_wraps(lines: Lines) -> Lines:
    r"""Return the lines with what was wrapped joined; blank lines and bullets part paragraphs, so do short lines.

    >>> from newsclean.sources.text.lines import read_lines
    >>> wrapped = "The old bridge over the river was opened on Friday\nafter two years of work that had cost the town "
    >>> wrapped += "and\nits people more than anybody had thought when the\nfirst stone was laid, and more than "
    >>> wrapped += "the paper had\never dared to guess.\nThe mayor said so."
    >>> join_wraps(read_lines(wrapped)).texts[1:]
    ['The mayor said so.']
    """
    texts, gaps, bullets = lines.texts, lines.gaps, lines.bullets
    inner = [
        (i, size, size + _first_size(texts[i + 1]))
        for i, size in enumerate(map(len, texts[:-1]))
        if size > _MAX_SHORT
        and not gaps[i + 1]
        and not bullets[i + 1]
        and "   " not in texts[i]
        and "   " not in texts[i + 1]
    ]
    least = _MIN_FULL_INDENTED if _is_of_browser(lines) else _MIN_FULL
    if len(inner) < least:
        return lines
    width, found = _width([(low, high) for _, low, high in inner])
    if found < least:
        return lines
    full = [i for i, low, high in inner if low <= width < high]
    lower_share = _LOWER_SHARE if max(map(len, texts)) > width else _LOWER_SHARE_OF_ALL
    if not _is_wrapped(texts, full, sum(low >= _MIN_WIDTH for _, low, _ in inner), lower_share):
        return lines
    return _join(lines, frozenset(i + 1 for i in full))


def _is_of_browser(lines: Lines) -> bool:
    """Return whether nearly all lines are indented and none is longer than a terminal is wide."""
    if not lines.texts:
        return False
    indented = len(lines) - lines.indents.count(0)
    return indented >= _INDENTED_SHARE * len(lines) and max(map(len, lines.texts)) <= _MAX_BROWSER_WIDTH


def _first_size(text: str) -> int:
    """Return the columns that the first word of a line would have taken on the line before."""
    return 2 if _is_wide(text[0]) else min(len(text.split(None, 1)[0]), _MAX_WORD) + 1


def _width(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the width at which most lines are full (no longer, but too long for one word more), and how many are."""
    steps = [0] * (_MAX_WIDTH + 2)
    for low, high in spans:
        if low <= _MAX_WIDTH and high > _MIN_WIDTH:
            steps[max(low, _MIN_WIDTH)] += 1
            steps[min(high, _MAX_WIDTH + 1)] -= 1
    best = (_MIN_WIDTH, 0)
    count = 0
    for width in range(_MIN_WIDTH, _MAX_WIDTH + 1):
        count += steps[width]
        if count > best[1]:
            best = (width, count)
    return best


def _is_wrapped(texts: list[str], full: list[int], candidates: int, lower_share: float) -> bool:
    """Return whether full lines are the rule, and break inside sentences, as no list of headlines does."""
    count = len(full)
    opens = [i for i in full if _goes_on(texts[i], texts[i + 1])]
    if count < _FULL_SHARE * candidates or len(opens) < _OPEN_SHARE * count:
        return False
    lower, upper = _cased([texts[i + 1] for i in opens])
    if (lower + upper) * 2 < len(opens):
        return len(opens) >= _MIN_UNCASED
    # a wrap falls before a small word as often as one stands inside a line: German has many capitals, headlines more
    small, capital = _cased([word for i in opens[:_SAMPLE] for word in texts[i].split()[1:]])
    return lower * (small + capital) >= lower_share * small * (lower + upper) > 0


def _cased(texts: Iterable[str]) -> tuple[int, int]:
    """Return how many texts start with a small letter, and how many with a capital one."""
    firsts = [text[0] for text in texts]
    return sum(map(str.islower, firsts)), sum(map(str.isupper, firsts))


def _goes_on(text: str, after: str) -> bool:
    """Return whether a line of some words ends inside a sentence, and the next starts with a letter."""
    is_prose = text.count(" ") >= _MIN_SPACES or _is_wide(text[-1])
    return is_prose and after[0].isalpha() and (text[-1].isalpha() or text[-1] in _OPEN_ENDS)


def _join(lines: Lines, joints: frozenset[int]) -> Lines:
    joined = Lines(surrogates=lines.surrogates)
    pieces: list[str] = []
    words: frozenset[str] | None = None
    for i, text in enumerate(lines.texts):
        if i not in joints:
            if pieces:
                joined.texts[-1] = "".join(pieces)
            joined.add(lines, i)
            pieces = [text]
            continue
        last = pieces[-1]
        if last[-1] == _SOFT_HYPHEN:
            pieces[-1] = last[:-1]
        elif last[-1] == "-" and last[-2:-1].isalpha() and text[0].islower():
            words = words if words is not None else frozenset(" ".join(lines.texts).casefold().split())
            # a hyphen that only the wrap put there can be told from the word's own where the page has the whole word
            whole = (last.rsplit(None, 1)[-1][:-1] + text.split(None, 1)[0]).casefold().strip(".,;:!?\"'”»)")
            pieces[-1] = last[:-1] if whole in words else last
        elif not (_is_wide(last[-1]) and _is_wide(text[0])):
            pieces.append(" ")
        pieces.append(text)
        joined.ends[-1], joined.trailing[-1] = lines.ends[i], lines.trailing[i]
    joined.texts[-1] = "".join(pieces)
    return joined


def _is_wide(character: str) -> bool:
    """Return whether the character takes two columns; Thai, which has no spaces either, takes one."""
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uff65"
