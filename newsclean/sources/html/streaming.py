"""Streamed pages: parts that a React server sent late, hidden at the page's end, put where they belong; judges nothing.

Such a page has `<template id="B:0">` (or `P:0`) where a part belongs, `<div hidden id="S:0">` with the part, and a
script that moves it there. Without the scripts the page would seem to be empty.
"""

import re
from typing import Final

LATE_PART: Final = b' id="S:'
"""In a page without it no part is late."""
_PART: Final = re.compile(r'<div hidden(?:="")? id="S:([0-9a-f]{1,8})">')
_PLACE: Final = re.compile(r'<template id="[BP]:([0-9a-f]{1,8})">(?:</template>)?')
_DIV: Final = re.compile(r"<(/?)div[\s>]")
_MAX_ROUNDS: Final = 20


def in_place(text: str) -> str:
    """Return the page with its late parts in their places.

    >>> in_place(
    ...     '<main><template id="B:0"></template>Loading</main>'
    ...     '<div hidden id="S:0"><div>The bridge is open.</div></div><script>$RC("B:0","S:0")</script>'
    ... )
    '<main><div>The bridge is open.</div>Loading</main><script>$RC("B:0","S:0")</script>'
    """
    parts: dict[str, str] = {}
    rest: list[str] = []
    found = list(_PART.finditer(text))
    at = 0
    for number, part in enumerate(found):
        bound = found[number + 1].start() if number + 1 < len(found) else len(text)
        end = _end(text, part.end(), bound)
        if end >= 0 and part[1] not in parts:
            parts[part[1]] = text[part.end() : end]
            rest.append(text[at : part.start()])
            at = end + len("</div>")
    rest.append(text[at:])
    # each part is used once, so that the page cannot grow beyond its size
    page = "".join(rest)
    for _ in range(_MAX_ROUNDS):
        page, count = _PLACE.subn(lambda place: parts.pop(place[1], place[0]), page)
        if not count or not parts:
            break
    return page + "".join(parts.values())


def _end(text: str, start: int, bound: int) -> int:
    """Return where the end tag of a part that starts here stands, or -1 if it has none before the bound."""
    depth = 1
    for div in _DIV.finditer(text, start, bound):
        depth += -1 if div[1] else 1
        if not depth:
            return div.start()
    return text.rfind("</div>", start, bound)
