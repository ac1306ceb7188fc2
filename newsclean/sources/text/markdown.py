"""Markdown read as what it says: the marks of links, pictures, headings, quotations and emphasis come off the lines.

In: the lines of a text dump. Out: the same, fewer where one was a picture or a rule; decided once a page.
"""

import re
from typing import Final

from newsclean.sources.text.lines import Lines

_ADDRESS: Final = r"(?:<[^<>]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,2000}){0,9})"
_LINKING: Final = rf"\([ ]?({_ADDRESS})(?:[ ]+(?:\"[^\"]{{0,500}}\"|'[^']{{0,500}}'))?[ ]?\)"
_WORDS: Final = r"(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,600}"
_PICTURE: Final = re.compile(rf"!\[{_WORDS}\](?:{_LINKING}|\[[^\[\]]{{0,60}}\])")
_LINK: Final = re.compile(rf"(?<!\\)\[({_WORDS})\]{_LINKING}")
_NUMBERED: Final = re.compile(rf"(?<!\\)\[({_WORDS})\]\[(\d{{1,4}})\]")
_DEFINITION: Final = re.compile(r"\[(\d{1,4})\]: ?<?\S+>?(?: +(?:\"[^\"]*\"|\([^()]*\)))?")
_SIGNS: Final = frozenset("/:#?=.")
"""What an address has one of, unless it is empty."""
_HEADING: Final = re.compile(r"#{1,6} +(?=\S)")
_SURE_HEADING: Final = re.compile(r"#{2,6} +(?=[^\W\d_]|[“\"'‘«„¿¡(])")
_QUOTED: Final = re.compile(r"(?:> ?)+(?=\S)")
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}")
_DOUBLE: Final = re.compile(r"={3,}")
_DELIMITERS: Final = re.compile(r"\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~&])")
_STRONG: Final = re.compile(r"(?<![\w\\])(\*\*\*?|__)(?=\S)(.{1,300}?)(?<=\S)\1(?![\w])")
_STRESSED: Final = re.compile(r"(?<![\w\\*_])([*_])(?=[^\s*_])([^*_]{1,300}?)(?<=\S)\1(?![\w*_])")
_OPEN_ENDS: Final = frozenset(",;–—")
_MIN_WIDTH: Final = 55
_MAX_WIDTH: Final = 82
"""Characters of a line that was wrapped, its marks counted."""
_MIN_LINKS: Final = 2
_MAX_WRAPPED: Final = 8
"""Lines that one link may be wrapped onto."""


def is_markdown(lines: Lines) -> bool:
    r"""Return whether a page was written as Markdown: two links with their addresses, or a heading of its second level.

    >>> from newsclean.sources.text.lines import read_lines
    >>> is_markdown(read_lines("The [ferry](/ferry) sails.\n[Home](https://example.org)"))
    True
    >>> is_markdown(read_lines("#1 in the charts\nThe court [of appeal](sitting in Bergen) said so."))
    False
    """
    links = 0
    for text in lines.texts:
        if text[0] == "#" and _SURE_HEADING.match(text):
            return True
        if "](" in text:
            links += sum(_is_address(found[2]) for found in _LINK.finditer(text)) + len(_PICTURE.findall(text))
        elif text[0] == "[" and _DEFINITION.fullmatch(text):
            links += 1
        if links >= _MIN_LINKS:
            return True
    return False


def sole_heading(lines: Lines) -> str | None:
    r"""Return the heading of the first level of a page in Markdown, if it has one alone: it is the title, as in HTML.

    >>> from newsclean.sources.text.lines import read_lines
    >>> sole_heading(read_lines("# The [ferry](/ferry) sails\n\n## A long winter"))
    'The ferry sails'
    >>> sole_heading(read_lines("Ferry sails\n===\n\nBus fares\n===")) is None
    True
    """
    texts, gaps = lines.texts, lines.gaps
    heads = [text for text in texts if text.startswith("# ")]
    heads += [texts[i - 1] for i, text in enumerate(texts) if i and not gaps[i] and _DOUBLE.fullmatch(text)]
    return (_unmarked(heads[0], set()) or None) if len(heads) == 1 else None


def take_marks(lines: Lines) -> Lines:
    r"""Return the lines of a page in Markdown without its marks; what prints no text, such as a picture, is no line.

    >>> from newsclean.sources.text.lines import read_lines
    >>> source = "## A long winter\n![Ferry](f.jpg)\n> The [old *ferry*](/ferry \"Ferry\") sails **again**."
    >>> take_marks(read_lines(source)).texts
    ['A long winter', 'The old ferry sails again.']
    """
    lines = _join_links(lines)
    numbers = {found[1] for text in lines.texts if text[0] == "[" and (found := _DEFINITION.fullmatch(text))}
    plain = Lines(surrogates=lines.surrogates)
    gap = 0
    for i, text in enumerate(lines.texts):
        bare = "" if _is_rule(lines, i, numbers) else _unmarked(text, numbers)
        if not bare:
            gap = max(gap, lines.gaps[i])
            continue
        if plain.texts and not gap and _is_wrapped(lines, i, plain.texts[-1], bare):
            plain.texts[-1] += f" {bare}"
            plain.ends[-1], plain.trailing[-1] = lines.ends[i], lines.trailing[i]
            continue
        plain.add(lines, i)
        plain.texts[-1] = bare
        plain.gaps[-1] = max(gap, lines.gaps[i])
        gap = 0
    return plain


def _is_wrapped(lines: Lines, i: int, above: str, text: str) -> bool:
    """Return whether a line goes on with the sentence of the line above it, which is as long as converters wrap at."""
    return (
        not lines.gaps[i]
        and not lines.bullets[i]
        and text[0].islower()
        and (above[-1].isalpha() or above[-1] in _OPEN_ENDS)
        and _MIN_WIDTH <= lines.ends[i - 1] - lines.starts[i - 1] <= _MAX_WIDTH
    )


def _is_address(address: str) -> bool:
    return not address or not _SIGNS.isdisjoint(address)


def _is_rule(lines: Lines, i: int, numbers: set[str]) -> bool:
    """Return whether a line underlines a heading, parts a table's head from its rows, or gives a link's address."""
    text = lines.texts[i]
    if text[0] == "[":
        found = _DEFINITION.fullmatch(text)
        return found is not None and found[1] in numbers
    if text[0] in "=-" and _UNDERLINE.fullmatch(text):
        return i > 0 and not lines.gaps[i]
    return text[0] in "|-:" and "|" in text and _DELIMITERS.fullmatch(text) is not None


def _unmarked(text: str, numbers: set[str]) -> str:
    if "![" in text:
        text = _PICTURE.sub("", text)
    if "](" in text:
        text = _LINK.sub(lambda found: found[1] if _is_address(found[2]) else found[0], text)
    if numbers and "][" in text:
        text = _NUMBERED.sub(lambda found: found[1] if found[2] in numbers else found[0], text)
    text = text.rstrip("\\ ").strip()
    for head in (_QUOTED, _HEADING):
        found = head.match(text)
        if found is not None:
            text = text[found.end() :]
            if head is _HEADING:
                text = text.rstrip("#").rstrip()
    if "*" in text or "_" in text:
        text = _STRESSED.sub(r"\2", _STRONG.sub(r"\2", text))
    return (_ESCAPED.sub(r"\1", text) if "\\" in text else text).strip()


def _join_links(lines: Lines) -> Lines:
    """Return the lines with links that were wrapped onto several joined."""
    ends = {i: end for i, text in enumerate(lines.texts) if "[" in text and (end := _link_end(lines, i)) > i}
    if not ends:
        return lines
    joined = Lines(surrogates=lines.surrogates)
    end = -1
    for i, text in enumerate(lines.texts):
        if i > end:
            joined.add(lines, i)
        else:
            joined.texts[-1] += f" {text}"
            joined.ends[-1], joined.trailing[-1] = lines.ends[i], lines.trailing[i]
        end = max(end, ends.get(i, -1))
    return joined


def _link_end(lines: Lines, i: int) -> int:
    """Return the line on which a link ends that starts on a line and is wrapped; the line itself where none is."""
    if lines.texts[i].rfind("[") < lines.texts[i].rfind("]"):
        return i
    for below in range(i + 1, min(i + _MAX_WRAPPED, len(lines))):
        text = lines.texts[below]
        if lines.gaps[below] or lines.bullets[below]:
            return i
        head = text[: text.find("](") + 1] if "](" in text else text
        if "[" in head or "](" in text:
            return i if "[" in head else below
    return i
