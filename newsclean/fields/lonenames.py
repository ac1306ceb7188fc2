"""Lone names: a line of a dump below the headline that is a name and nothing else; a view in, who it names out.

Where no byline says who wrote, many pages print the name alone, away from the date, and their markup, which a dump
lacks, says who that is. Of 141 such lines on gold pages, of which no word stands on the page in lower case, 133 name
an author.
"""

import re
from typing import Final

from newsclean.block import Block
from newsclean.conventions.who.bylinemarks import is_newsroom
from newsclean.conventions.who.bylines import read_byline
from newsclean.fields.credited import FoundAuthors, author_of, each_once
from newsclean.fields.view import View

_REACH: Final = 12
"""Lines below the headline."""
_NEAR: Final = 3
"""So near, the story may have a word of a name: its author's family may be in it."""
_NOTES: Final = 3
_MAX_CHARS: Final = 80
_WORD: Final = re.compile(r"[^\W\d_][^\W\d_'’]+")
_NO_NAME: Final = re.compile(
    r"(?<!von )(?<!van )(?<!zu )\bd(?:er|es|em|as)\b|\w{14}|^\w*(?:isch|lich|haft|gemein|ig)e[rsnm]?\b", re.IGNORECASE
)
"""German articles, compounds and adjectives, for German has its nouns in capitals, too."""
_SIGNS: Final = re.compile(r"\W+")


def lone_names(view: View) -> FoundAuthors | None:
    """Return who the first line of names between the headline of a dump and its story names."""
    top = view.headline_at
    if top is None or view.page.kind == "html":
        return None
    for block in view.page.blocks[top + 1 : min(top + 1 + _REACH, _second_paragraph(view))]:
        found = _names(view, block)
        if found is None or any(_is_told_of(view, author.name) for author in found.authors):
            continue
        if block.index - top <= _NEAR or not _shares_words(view, found):
            return found
    return None


def is_common(view: View, name: str) -> bool:
    """Return whether a name is made of common words: all of them stand on the page in lower case, too."""
    words = _capitals(name)
    return bool(words) and all(_in_lower_case(view, word) for word in words)


def _second_paragraph(view: View) -> int:
    """Return where the second sentence of the story stands, for the first may be its standfirst."""
    prose = [block.index for block in view.sifted.body if view.evidence.is_prose(block) and block.index > view.top]
    return prose[min(1, len(prose) - 1)] if prose else len(view.page.blocks)


def _names(view: View, block: Block) -> FoundAuthors | None:
    """Return whom a line names that is nothing but the first and last names of people."""
    if len(block.text) > _MAX_CHARS or view.role(block.index) not in ("byline", "unlikely"):
        return None
    read = read_byline(block.text, bare=True)
    if read is None or any(
        credit.kind != "person" or " " not in credit.name or _NO_NAME.search(credit.name) for credit in read.credits
    ):
        return None
    names = " ".join(credit.name for credit in read.credits)
    if any(_reads_as_name(beside) or is_newsroom(beside.text) for beside in _beside(view, block)):
        # a list of names, or of words that look like them; the place of a newsroom
        return None
    words = _capitals(names) if _SIGNS.sub("", names) == _SIGNS.sub("", block.text) else []
    if not words or any(_in_lower_case(view, word) for word in words):
        return None
    authors = each_once(map(author_of, read.credits))
    return FoundAuthors(authors, f"block {block.index}", block.text, 0.5, (block.index,))


def _beside(view: View, block: Block) -> list[Block]:
    """Return the lines above and below one, the headline left out."""
    blocks, index = view.page.blocks, block.index
    return [other for other in (*blocks[index - 1 : index], *blocks[index + 1 : index + 2]) if other.index != view.top]


def _reads_as_name(block: Block) -> bool:
    return read_byline(block.text, bare=True) is not None


def _is_told_of(view: View, name: str) -> bool:
    """Return whether the story, but for its end, where a note may stand, tells of whom a line names in full."""
    return any(name in block.text and view.evidence.is_prose(block) for block in view.sifted.body[:-_NOTES])


def _shares_words(view: View, found: FoundAuthors) -> bool:
    """Return whether the story has a word of the names."""
    words = {word for author in found.authors for word in _capitals(author.name)}
    return any(not words.isdisjoint(_WORD.findall(block.text)) for block in view.sifted.body)


def _capitals(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if word[0].isupper()]


def _in_lower_case(view: View, word: str) -> bool:
    """Return whether a word stands on the page in lower case, addresses and handles aside."""
    pattern = re.compile(rf"(?<![\w@#./-]){re.escape(word.lower())}(?![\w@/-]|\.\w)")
    return any(pattern.search(block.text) for block in view.page.blocks)
