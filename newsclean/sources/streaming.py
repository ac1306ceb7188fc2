"""Streamed pages: parts that a React server sent late, hidden at the page's end, put where they belong; judges nothing.

Such a page has `<template id="B:0">` (or `P:1`) where a part belongs, `<div hidden id="S:0">` with the part, and a
script that calls `$RC("B:0","S:0")` to move it. Without the scripts the page would seem to be empty.
"""

import re
from typing import Final

_SIGN: Final = ' id="S:'
_PART: Final = re.compile(r'<div hidden(?:="")? id="(S:[0-9a-f]{1,8})">')
_MOVE: Final = re.compile(r'\$R[A-Z]\("([BPS]:[0-9a-f]{1,8})","([BPS]:[0-9a-f]{1,8})"')
_PLACE: Final = re.compile(r'<template id="([BP]:[0-9a-f]{1,8})">(?:</template>)?')
_MAX_ROUNDS: Final = 20


def in_place(text: str) -> str:
    """Return the page with its late parts in their places; a page without any comes back as it is.

    >>> in_place(
    ...     '<main><template id="B:0"></template>Loading</main>'
    ...     '<div hidden id="S:0"><p>The bridge is open.</p></div><script>$RC("B:0","S:0")</script>'
    ... )
    '<main><p>The bridge is open.</p>Loading</main><script>$RC("B:0","S:0")</script>'
    """
    if _SIGN not in text:
        return text
    places: dict[str, str] = {}
    ends: dict[str, int] = {}
    for move in _MOVE.finditer(text):
        first, second = move.groups()
        part, place = (first, second) if first.startswith("S:") else (second, first)
        places.setdefault(place, part)
        ends.setdefault(part, move.start())
    parts: dict[str, str] = {}
    rest: list[str] = []
    at = 0
    for found in _PART.finditer(text):
        end = text.rfind("</div>", found.end(), ends.get(found[1], 0))
        if end > 0 and found.start() >= at:
            parts[found[1]] = text[found.end() : end]
            rest.append(text[at : found.start()])
            at = end + len("</div>")
    rest.append(text[at:])
    if not parts:
        return text
    # each part is used once, so that the page cannot grow beyond its size
    page = "".join(rest)
    for _ in range(_MAX_ROUNDS):
        page, count = _PLACE.subn(lambda place: parts.pop(places.get(place[1], ""), place[0]), page)
        if not count or not parts:
            break
    return page + "".join(parts.values())
