"""Lines of a text dump: the decoded source in, its lines with offsets, indents and blank-line gaps out.

Spaces of every kind become plain ones, invisible and control characters go; no line is joined or split here.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from newsclean.sources.invisible import LITTER_JOINERS
from newsclean.sources.mojibake import WINDOWS

_ODD: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_SPACES: Final = frozenset(
    "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_BREAKS: Final = frozenset("\r\x0b\x0c\x1c\x1d\x1e\x1f\u2029")
_JOINER_MARKS: Final = "\u200c\u200d"
_SOFT_BREAKS: Final = {"\u2028": " ", "\x85": "…"}
_PLAIN: Final = dict.fromkeys(_SPACES, " ") | {
    chr(code): mark for code, mark in WINDOWS.items() if chr(code) not in _SOFT_BREAKS
}


@dataclass(slots=True)
class Lines:
    """The lines of a page that are not blank, as columns: the i-th of each belongs to the i-th line."""

    texts: list[str] = field(default_factory=list)
    """Without outer white space; inner runs of white space stand as they came, each a plain space."""
    starts: list[int] = field(default_factory=list)
    """Offset of the first character in the source."""
    ends: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    """Blank lines before the line."""
    indents: list[int] = field(default_factory=list)
    """Leading columns."""
    trailing: list[bool] = field(default_factory=list)
    """Whether white space stood after the line's last character."""
    bullets: list[bool] = field(default_factory=list)
    """Whether a list bullet was taken off the line."""
    surrogates: int = 0
    """How many lone surrogates became U+FFFD."""

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.texts)

    def add(self, other: "Lines", i: int) -> None:
        """Append the i-th line of another page."""
        self.texts.append(other.texts[i])
        self.starts.append(other.starts[i])
        self.ends.append(other.ends[i])
        self.gaps.append(other.gaps[i])
        self.indents.append(other.indents[i])
        self.trailing.append(other.trailing[i])
        self.bullets.append(other.bullets[i])


def read_lines(source: str) -> Lines:
    r"""Return the lines of a text, in time linear in its length.

    Line ends are those of any system; vertical tabs, form feeds and paragraph separators end a line too. Where the
    text has no other line ends, line separators (U+2028) and NEL do; else they are a space and an ellipsis misread.

    >>> lines = read_lines("\ufeffBridge\u00a0reopens\r\n\r\n  The mayor said so.")
    >>> lines.texts, lines.starts, lines.gaps, lines.indents
    (['Bridge reopens', 'The mayor said so.'], [1, 21], [0, 1], [0, 2])
    """
    lines = Lines()
    # every replacement is one character for one, so that offsets stay those of the source
    plain, invisible, lines.surrogates = _plain(source)
    edges = "".join(invisible) + " " if invisible else None
    offset = gap = 0
    texts, starts, ends, gaps, indents, trailing = (
        lines.texts, lines.starts, lines.ends, lines.gaps, lines.indents, lines.trailing,
    )  # fmt: skip
    for raw in plain.split("\n"):
        if not raw:
            gap += 1
            offset += 1
            continue
        left = raw.lstrip(edges)
        text = left.rstrip(edges)
        if text:
            lead = len(raw) - len(left)
            start = offset + lead
            end = start + len(text)
            starts.append(start)
            ends.append(end)
            trailing.append(end < offset + len(raw))
            if invisible:
                text = _visible(text, invisible)
                lead = raw.count(" ", 0, lead)
            texts.append(text)
            indents.append(lead)
            gaps.append(gap)
            gap = 0
        else:
            gap += 1
        offset += len(raw) + 1
    lines.bullets = [False] * len(texts)
    return lines


def _visible(text: str, invisible: list[str]) -> str:
    joiners = False
    for character in invisible:
        if character in _JOINER_MARKS:
            joiners = True
        else:
            text = text.replace(character, "")
    return LITTER_JOINERS.sub("", text) if joiners else text


def _plain(source: str) -> tuple[str, list[str], int]:
    """Return the text with spaces, line ends and misread characters made plain, what to drop, and lone surrogates."""
    odd = sorted(set(_ODD.findall(source)))
    if "\r" in odd:
        source = source.replace("\r\n", " \n")
    for character in odd:
        if character in _BREAKS:
            source = source.replace(character, "\n")
    soft = _SOFT_BREAKS if "\n" in source else dict.fromkeys(_SOFT_BREAKS, "\n")
    invisible: list[str] = []
    surrogates = 0
    for character in odd:
        plain = _PLAIN.get(character) or soft.get(character)
        if plain is not None:
            source = source.replace(character, plain)
        elif "\ud800" <= character <= "\udfff":
            surrogates += source.count(character)
            source = source.replace(character, "\ufffd")
        elif character not in _BREAKS:
            invisible.append(character)
    return source, invisible, surrogates
