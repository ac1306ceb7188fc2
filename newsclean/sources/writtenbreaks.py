r"""Written breaks: line ends that a dump has as `<br>`, `<p>` or `\n`, and signs as `&amp;` or `\u00e9`, made real.

In: decoded text that went through a form, a table's cell or JSON. Out: the text with its line ends, as long as before:
what a sign is written with beyond one character becomes invisible ones, so that offsets into the source stay right.
"""

import html
import re
from typing import Final

_FILL: Final = "\u200b"
"""Read as nothing."""
_MIN_BREAKS: Final = 4
_MIN_TAGS: Final = 10
"""With so many tags, none with attributes and no others, a text is a dump; fewer say as much to a reader of HTML."""
_ANY_TAG: Final = re.compile(r"<(?:/?[a-z]|!)", re.IGNORECASE)
_TAG: Final = r"</?(?:p|br|div)\s?/?>"
_BREAK_TAG: Final = re.compile(_TAG, re.IGNORECASE)
_BREAKS: Final = re.compile(rf"{_TAG}(?:\s*{_TAG})*\s*", re.IGNORECASE)
_LINE_BREAK: Final = re.compile(r"<br\s?/?>\s*", re.IGNORECASE)
_BESIDE_TAG: Final = re.compile(r"\n</?(?:p|br|div)\b|>\n", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][\da-fA-F]{1,5});")
_QUOTED_TAG: Final = "`<"
_ESCAPE: Final = re.compile(
    r"(?:\\r)?\\n|\\[rtbf]|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\([\"/'\\])"
)
_SPACE: Final = frozenset(("\\r", "\\t", "\\b", "\\f"))


def has_break_tags(text: str) -> bool:
    """Return whether all tags of a text are breaks without attributes, and many of them: a dump, and no page.

    >>> has_break_tags("Home<br>News<br>Sport<br>" * 4), has_break_tags("<p class=x>Home</p>" * 10)
    (True, False)
    """
    if _QUOTED_TAG in text:
        return False
    breaks = 0
    for tag in _ANY_TAG.finditer(text):
        if _BREAK_TAG.match(text, tag.start()) is None:
            return False
        breaks += 1
    return breaks >= _MIN_TAGS


def with_real_breaks(text: str) -> str:
    r"""Return a text with its written line ends and signs made real where it has hardly any real line ends.

    >>> with_real_breaks(r"Home\nNews\nSport\n\nThe mayor said \"no\".").replace("\u200b", "")
    'Home\nNews\nSport\n\nThe mayor said "no".'
    >>> with_real_breaks(r"C:\news\notes") == r"C:\news\notes"
    True
    """
    if "<" in text and has_break_tags(text):
        if text.count("\n") <= len(_BESIDE_TAG.findall(text)) + len(_BREAK_TAG.findall(text)):
            # a line end in the markup is a space
            text = text.replace("\n", " ")
        text = _BREAKS.sub(_break, text)
        text = _ENTITY.sub(lambda entity: _filled(html.unescape(entity[0]), entity[0]), text)
    if (written := text.count("\\n")) >= _MIN_BREAKS and text.count("\n") * 2 < written:
        text = _ESCAPE.sub(_read_escape, text)
    return text


def _break(found: re.Match[str]) -> str:
    """Return a line end for one `<br>`, and a blank line for more and for paragraphs."""
    return _filled("\n" if _LINE_BREAK.fullmatch(found[0]) else "\n\n", found[0])


def _read_escape(found: re.Match[str]) -> str:
    written = found[0]
    if found[1]:
        return _filled(found[1], written)
    if written.endswith("\\n"):
        return _filled("\n", written)
    if written in _SPACE:
        return _filled(" ", written)
    units = bytes.fromhex(written.replace("\\u", ""))
    return _filled(units.decode("utf-16-be", "replace"), written)


def _filled(sign: str, written: str) -> str:
    """Return a sign as long as it was written."""
    return sign + _FILL * (len(written) - len(sign)) if len(sign) <= len(written) else written
