"""Bullets and columns of a text dump: marks of lists and cells taken off the lines, side-by-side pieces set apart.

In: the lines of a page. Out: lines whose `bullets` say where a list mark stood. A dialogue's dash is no list mark.
"""

import re
from typing import Final

from newsclean.sources.text.lines import Lines

_CERTAIN: Final = frozenset("•◦▪‣∙⁃▸·")
"""Marks that start nothing but a list item."""
_STARRED: Final = frozenset("*+")
"""Marks that a lone footnote may start with too."""
_HEADS: Final = _CERTAIN | _STARRED | {"-"}
"""What a list item without an indent may start with."""
_MARKS: Final = "".join((*_CERTAIN, *_STARRED, "- "))
_LETTER: Final = "o "
"""The third level of text browsers: a letter, so it counts only under their other marks."""
_NUMBER: Final = re.compile(r"(\d{1,3})\.[ ]+(?=\S)")
_CELL: Final = re.compile(r"(?!o |\d{1,3}\.)[\w\"'“„«‘¿¡(]")
"""How the text of a cell starts."""
_COLUMNS: Final = re.compile(r"(?<![:： ])[ ]{3,}")
"""What parts columns; after a colon it parts a label from its value."""
_MAX_ITEM_DASH_CHARS: Final = 300


def take_bars(lines: Lines) -> None:
    r"""Take the bars off lines that are the only cell of their row: a page laid out by tables, written as Markdown.

    What a list mark would follow keeps its bar, so that the blocks read again are the same.

    >>> from newsclean.sources.text.lines import read_lines
    >>> lines = read_lines("| The mayor said so. |  |\n| Lunde | 11 |")
    >>> take_bars(lines)
    >>> lines.texts
    ['The mayor said so.', '| Lunde | 11 |']
    """
    for i, text in enumerate(lines.texts):
        if "|" in text and _CELL.match(cell := text.strip("| ")) and "|" not in cell:
            lines.texts[i] = cell


def split_columns(lines: Lines) -> Lines:
    r"""Return the lines with pieces that stood side by side, three spaces or more apart, as lines of their own.

    >>> from newsclean.sources.text.lines import read_lines
    >>> split_columns(read_lines("Home      Weather\nThe mayor said so.")).texts
    ['Home', 'Weather', 'The mayor said so.']
    """
    apart = Lines(surrogates=lines.surrogates)
    columns = [_columns(lines, i) if "   " in text else () for i, text in enumerate(lines.texts)]
    for i, text in enumerate(lines.texts):
        if not columns[i] or _is_row(columns, i):
            apart.add(lines, i)
            continue
        start, indent, gap = 0, lines.indents[i], lines.gaps[i]
        straight = lines.ends[i] - lines.starts[i] == len(text)
        for piece in _COLUMNS.split(text):
            at = text.index(piece, start)
            apart.texts.append(piece)
            # where invisible characters went, the pieces share the line's span
            apart.starts.append(lines.starts[i] + at if straight else lines.starts[i])
            apart.ends.append(lines.starts[i] + at + len(piece) if straight else lines.ends[i])
            apart.gaps.append(gap)
            apart.indents.append(indent + at)
            apart.trailing.append(False)
            apart.bullets.append(lines.bullets[i])
            start, gap = at + len(piece), 0
    return apart


def _columns(lines: Lines, i: int) -> tuple[int, ...]:
    """Return the columns at which the pieces of a line start, but for the first."""
    return tuple(lines.indents[i] + found.end() for found in _COLUMNS.finditer(lines.texts[i]))


def _is_row(columns: list[tuple[int, ...]], i: int) -> bool:
    """Return whether a line is a row of a table: a line beside it has a column at the same place."""
    own = set(columns[i])
    return any(not own.isdisjoint(columns[k]) for k in (i - 1, i + 1) if 0 <= k < len(columns))


def take_bullets(lines: Lines) -> None:
    """Take list marks off the lines, in place, and note in `bullets` where one stood.

    Signs that are nothing but bullets always go; stars and pluses where the page has two; hyphens in a run of short
    items; numbers and a text browser's letter `o` in an indented list. A line of nothing but marks stays.
    """
    texts, indents = lines.texts, lines.indents
    heads = [text[0] for text in texts]
    starred = sum([texts[i][1:2] == " " for i, head in enumerate(heads) if head in _STARRED]) > 1
    for i, head in enumerate(heads):
        if indents[i] == 0 and head not in _HEADS:
            continue
        if head in _CERTAIN or (starred and head in _STARRED and texts[i][1:2] == " "):
            _take(lines, i, 0)
        elif head == "-" and texts[i][1:2] == " ":
            if _is_dashed_item(lines, i):
                _take(lines, i, 2)
        elif starred and indents[i] > 0 and texts[i].startswith(_LETTER):
            _take(lines, i, 2)
        elif indents[i] > 0 and head.isdigit():
            number = _number(lines, i)
            if number is not None and _counts(lines, i, number):
                lines.bullets[i] = True


def _take(lines: Lines, i: int, at: int) -> None:
    """Take a mark of some characters off a line, and every mark behind it: nested lists print two on one line."""
    text = lines.texts[i]
    while at < len(text) and (
        text[at] in _CERTAIN or text[at] == " " or (text[at] in _STARRED and text[at + 1 : at + 2] == " ")
    ):
        at += 1
    rest = text[at:]
    if not rest.strip(_MARKS):
        return
    if lines.ends[i] - lines.starts[i] == len(text):
        lines.starts[i] += at
    lines.texts[i] = rest
    lines.bullets[i] = True


def _is_dashed_item(lines: Lines, i: int) -> bool:
    """Return whether a hyphen starts a list item, not speech: in a run of two, none of which has a second dash."""
    texts, gaps = lines.texts, lines.gaps
    before = i > 0 and gaps[i] == 0 and (lines.bullets[i - 1] or texts[i - 1].startswith("- "))
    after = i + 1 < len(texts) and gaps[i + 1] == 0 and texts[i + 1].startswith("- ")
    run = [k for k, near in ((i - 1, before), (i, True), (i + 1, after)) if near]
    return len(run) > 1 and not any(_is_speech(texts[k]) for k in run)


def _is_speech(text: str) -> bool:
    return " - " in text or " – " in text or " — " in text or len(text) > _MAX_ITEM_DASH_CHARS


def _number(lines: Lines, i: int) -> int | None:
    found = _NUMBER.match(lines.texts[i]) if 0 <= i < len(lines.texts) else None
    return int(found[1]) if found else None


def _counts(lines: Lines, i: int, number: int) -> bool:
    """Return whether the number of an indented line goes on counting from the line before, or is gone on from after."""
    follows = lines.gaps[i] == 0 and i > 0 and lines.bullets[i - 1] and lines.indents[i - 1] == lines.indents[i]
    leads = i + 1 < len(lines.texts) and lines.gaps[i + 1] == 0 and _number(lines, i + 1) == number + 1
    return follows or (leads and lines.indents[i + 1] == lines.indents[i])
