"""What is stated above a text: the head that readers and converters write over the Markdown of a page, as metadata.

In: the lines of a text dump. Out: the lines below the head, and what it says; the same lines where there is none.
"""

import re
from typing import Final

from newsclean.block import Metadata
from newsclean.sources.text.lines import Lines

_RULE: Final = "---"
_MAX_HEAD: Final = 40
"""Lines of a head between two rules."""
_MAX_ABOVE: Final = 8
"""Lines of a reader's head above the text."""
_FIELD: Final = re.compile(r"([A-Za-z][\w .-]{0,30}):(?: +(.*))?")
_READER: Final = frozenset(("url source", "markdown content"))
_NAMES: Final = {
    "title": "og:title",
    "author": "author",
    "authors": "author",
    "description": "description",
    "sitename": "og:site_name",
    "site": "og:site_name",
    "publisher": "og:site_name",
    "language": "language",
    "lang": "language",
    "date": "article:published_time",
    "published": "article:published_time",
    "published time": "article:published_time",
    "modified": "article:modified_time",
    "tags": "keywords",
    "keywords": "keywords",
}
_ADDRESSES: Final = frozenset(("url", "url source", "source url", "canonical", "link"))


def take_head(lines: Lines) -> tuple[Lines, Metadata]:
    r"""Return the lines below what is stated above them, and what that says.

    >>> from newsclean.sources.text.lines import read_lines
    >>> source = "Title: Ferry sails\n\nURL Source: https://example.org/ferry\n\nMarkdown Content:\nShe sailed."
    >>> below, metadata = take_head(read_lines(source))
    >>> below.texts, metadata.meta, metadata.canonical
    (['She sailed.'], (('og:title', 'Ferry sails'),), 'https://example.org/ferry')
    >>> take_head(read_lines("Title: a farce\nThe council said so."))[1] == Metadata()
    True
    """
    stated = _between_rules(lines) or _of_reader(lines)
    if stated is None:
        return lines, Metadata()
    end, fields = stated
    below = Lines(surrogates=lines.surrogates)
    for i in range(end, len(lines)):
        below.add(lines, i)
    address = next((value for name, value in fields if name in _ADDRESSES), None)
    meta = tuple((_NAMES[name], value) for name, value in fields if name in _NAMES)
    return below, Metadata(canonical=address, meta=meta)


def _field(text: str) -> tuple[str, str] | None:
    found = _FIELD.fullmatch(text)
    return (found[1].lower(), (found[2] or "").strip().strip("\"'").strip()) if found else None


def _between_rules(lines: Lines) -> tuple[int, list[tuple[str, str]]] | None:
    """Return where the head ends that stands between two rules, and its fields: a title or an address, and others."""
    texts = lines.texts
    if texts[0] != _RULE:
        return None
    end = next((i for i in range(1, min(len(texts), _MAX_HEAD)) if texts[i] == _RULE), 0)
    fields = [field for text in texts[1:end] if (field := _field(text)) is not None]
    named = {name for name, _ in fields}
    # a value may be a list, of which each item is a line
    if end and len(fields) * 2 >= end - 1 and ("title" in named or not named.isdisjoint(_ADDRESSES)):
        return end + 1, [(name, value) for name, value in fields if value]
    return None


def _of_reader(lines: Lines) -> tuple[int, list[tuple[str, str]]] | None:
    """Return where the head of a reader ends, and its fields."""
    fields: list[tuple[str, str]] = []
    end = 0
    for i, text in enumerate(lines.texts[:_MAX_ABOVE]):
        field = _field(text)
        if field is None:
            break
        fields.append(field)
        if field[0] in _READER:
            end = i + 1
        if field[0] == "markdown content":
            break
    if not end or not any(name in _ADDRESSES and "://" in value for name, value in fields[:end]):
        return None
    return end, [(name, value) for name, value in fields[:end] if value]
