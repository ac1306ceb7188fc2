"""Text-node dumps mended: the pieces that a paragraph fell into at each link and bold word become one line again.

In: the lines of a page. Out: the same, or fewer and longer ones where the page is broken so; decided once a page.
"""

from typing import Final

from newsclean.sources.joints import observe, weights
from newsclean.sources.lines import Lines

_CONTINUES: Final = frozenset(",.;:)]}!?…%’”»،؛。，、；：）」』】？！")
"""Characters that no line of a whole paragraph starts with."""
_LEFT: Final = frozenset(",.;:)]}!?…%’”»›،؛؟।。，、；：）」』】》〉？！")
"""Characters that stand close to the word before them."""
_RIGHT: Final = frozenset("([{“„«‹¿¡（「『【《〈‘")
"""Characters that stand close to the word after them."""
_TIGHT: Final = frozenset("/@#$€£’'")
"""Characters that stand close to both, at the end of a piece."""
_STOPS: Final = frozenset(".!?:;…")
_PROSE: Final = 25
"""Characters from which a line may be the start of a sentence."""
_SURE: Final = 0.6


def is_broken(lines: Lines) -> bool:
    """Return whether the page may be a dump of text nodes: a line on it can only be a continuation."""
    before = ""
    for text, gap in zip(lines.texts, lines.gaps, strict=True):
        first = text[0]
        if (
            not gap
            and before
            and (first in _CONTINUES or (first.islower() and len(before) >= _PROSE and before[-1] not in _STOPS))
        ):
            return True
        before = text
    return False


def join_nodes(lines: Lines, threshold: float = _SURE) -> Lines:
    """Return the lines with the pieces of each paragraph joined; blank lines are never joined across."""
    indented = [indent > 0 for indent in lines.indents]
    likely = weights().probabilities(observe(lines.texts, lines.trailing, indented)) > threshold
    joined = Lines(surrogates=lines.surrogates)
    joined.add(lines, 0)
    for i, joint in enumerate(likely.tolist(), start=1):
        if not joint or lines.gaps[i] or lines.bullets[i]:
            joined.add(lines, i)
            continue
        spaced = lines.trailing[i - 1] or indented[i]
        joined.texts[-1] += ("" if not spaced and _is_close(joined.texts[-1], lines.texts[i]) else " ") + lines.texts[i]
        joined.ends[-1] = lines.ends[i]
        joined.trailing[-1] = lines.trailing[i]
    return joined


def _is_close(left: str, right: str) -> bool:
    """Return whether no space stands between two pieces of a sentence."""
    last, first = left[-1], right[0]
    if first in _LEFT or last in _RIGHT or last in _TIGHT:
        return True
    if _is_wide(last) and _is_wide(first):
        return True
    if first in "\"'":
        # an even number of quotes before it means that this one opens
        return right[1:2] in ("", " ", ",", ".", ";", ":", ")") or left.count(first) % 2 == 1
    return last == '"' and left.count('"') % 2 == 1


def _is_wide(character: str) -> bool:
    """Return whether the character is written without spaces: kana, an ideograph, their punctuation, or Thai."""
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uff65" or "\u0e00" <= character <= "\u0eff"
