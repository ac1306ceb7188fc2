"""Credits in the story itself: reporters in its dateline, in brackets at its end; a view in, who they name out."""

from collections.abc import Iterator
from typing import Final

from newsclean.article import Author
from newsclean.conventions.who.hanbylines import read_han_byline, read_han_closing
from newsclean.conventions.who.koreanbylines import read_korean_closing
from newsclean.fields.credited import MARKED, FoundAuthors, author_of
from newsclean.fields.place import datelines
from newsclean.fields.view import View

_BRACKETS: Final = "（(【〔["
_BARE: Final = 0.55
"""The trust in names without a label."""
_LAST: Final = 3
"""Blocks at the end of the body, and below it, among which the brackets stand."""


def story_credits(view: View) -> Iterator[FoundAuthors]:
    """Yield whom the dateline names, "本报讯（记者王敏）", and whom the last brackets do, "……开放。（记者 陆一舟）"."""
    for block, dateline in datelines(view.sifted.body):
        if dateline.reporters:
            authors = tuple(Author(name=name) for name in dateline.reporters)
            yield FoundAuthors(authors, f"block {block.index}", _from_bracket(dateline.raw), MARKED)
    body = view.sifted.body[-_LAST:]
    below = view.page.blocks[view.end + 1 : view.end + 1 + _LAST] if body else ()
    for block in (*reversed(body), *below):
        if credits_ := read_han_closing(block.text) or read_korean_closing(block.text):
            raw = _from_bracket(block.text)
            trust = _BARE if raw[0] in _BRACKETS and not read_han_byline(raw) else MARKED
            yield FoundAuthors(tuple(map(author_of, credits_)), f"block {block.index}", raw, trust)
            return


def _from_bracket(text: str) -> str:
    """Return a text from its last opening bracket on, where it has one."""
    return text[max(0, *(text.rfind(bracket) for bracket in _BRACKETS)) :]
