"""Tables of contents: the lines below "In this article" that the article's own headings repeat further down.

In: the folded lines of a page, and their words and sentences. Out: the position of each entry and of its heading. No
entry is lost with its table: its heading has a paragraph below it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from newsclean.conventions.headlines.titles import squash_folded

_CUES: Final = (
    "table of contents", "contents", "in this article", "in this guide", "in this post", "in this story",
    "on this page", "jump to", "jump to section", "jump to a section", "what's in this article",
    "inhaltsverzeichnis", "inhalt", "in diesem artikel", "auf dieser seite", "sommaire", "dans cet article",
    "table des matières", "au sommaire", "índice", "índice de contenidos", "tabla de contenidos", "contenido",
    "en este artículo", "índice de conteúdo", "conteúdo", "neste artigo", "indice", "indice dei contenuti",
    "in questo articolo", "inhoud", "inhoudsopgave", "in dit artikel", "spis treści", "w tym artykule", "obsah",
    "obsah článku", "содержание", "оглавление", "содержание статьи", "зміст", "зміст статті", "içindekiler",
    "innehåll", "innehållsförteckning", "indhold", "innhold", "sisällys", "sisällysluettelo", "tartalomjegyzék",
    "tartalom", "cuprins", "περιεχόμενα", "目录", "目錄", "目次", "목차", "daftar isi", "mục lục", "nội dung chính",
    "فهرست", "فهرست مطالب", "المحتويات", "محتويات المقال", "תוכן עניינים", "विषय सूची", "সূচিপত্র", "สารบัญ",
)  # fmt: skip
_BUTTONS: Final = ("", ":", " hide", " show", " toggle", " [hide]", " [show]", " verbergen", " anzeigen")
_LINES: Final = frozenset(cue + button for cue in _CUES for button in _BUTTONS)
_MAX_TABLES: Final = 20
_MIN_ENTRIES: Final = 3
_MAX_ENTRIES: Final = 80
_REACH: Final = 3
"""So many lines below a heading its paragraph begins, at the latest."""
_MAX_WORDS: Final = 25
"""A longer line is a paragraph, and the table ends above it."""
_NUMBER: Final = re.compile(r"^\W*(?:\d{1,2}[.):]?)*")


def contents(folded: Sequence[str], words: Sequence[int], prose: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the positions of each entry of a table of contents and of the heading that it names.

    >>> lines = ["in this article", "1. the flood", "2. the bridge", "3. the bill"]
    >>> lines += ["the flood", "It rose.", "the bridge", "It fell.", "the bill", "Who pays?"]
    >>> list(contents(lines, [3] * 10, [False] * 5 + [True, False, True, False, True]))
    [(1, 4), (2, 6), (3, 8)]
    """
    if _LINES.isdisjoint(folded):
        return
    names = [_name(line) for line in folded]
    headings: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        if name and words[index] <= _MAX_WORDS and any(prose[index + 1 : index + 1 + _REACH]):
            headings.setdefault(name, []).append(index)
    for cue in islice((index for index, line in enumerate(folded) if line in _LINES), _MAX_TABLES):
        end = min(len(folded), cue + 1 + _MAX_ENTRIES)
        stop = next((at for at in range(cue + 1, end) if prose[at] or words[at] > _MAX_WORDS), end)
        table = range(cue + 1, stop)
        while True:
            found = [(entry, below) for entry in table if (below := _below(headings, names[entry], table.stop))]
            end = found[-1][0] + 1 if found else table.start
            if end == table.stop or not found:
                break
            # headings may stand right below the table
            table = range(table.start, end)
        if len(found) >= _MIN_ENTRIES:
            yield from found


def _below(headings: dict[str, list[int]], name: str, stop: int) -> int:
    """Return the position of the first heading of a name from there on; 0 for none."""
    found = headings.get(name, [])
    at = bisect_left(found, stop)
    return found[at] if at < len(found) else 0


def _name(line: str) -> str:
    """Return the letters and digits of a line behind the number that it may start with."""
    return squash_folded(_NUMBER.sub("", line))
