"""The entries of a live blog: JSON-LD's updates, or else times that each have text below them."""

import re
from typing import Final, NamedTuple

from newsclean.article import LiveEntry
from newsclean.conventions.schematypes import article_objects
from newsclean.conventions.when.timestamps import CLOCK, Kind, timestamp_kind
from newsclean.fields.view import Reading, View, text_of

_MIN_ENTRIES: Final = 4
_MAX_ENTRIES: Final = 500
_MAX_TITLE: Final = 120
_MAX_TIME: Final = 40
_TIMED: Final = re.compile(
    r"((?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:(?i:uhr|[ap]\.?m\b\.?)|[A-Z]{2,4}\b))?)(?:\s*[-–—:|]\s*|\s+)(?=[^\W\d]|[“\"„«])"
)
"""A time and what starts behind it on its line: "10:15 – Doors open"."""
_LIVE_NAME: Final = re.compile(
    r"live-?(?:blog|ticker|updates?|feed|story)|(?<![a-z])ticker(?![a-z])|/live/|minuto-a-minuto"
)
_LIVE_TITLE: Final = re.compile(
    r"\blive(?:blog|ticker)?\b|\bticker\b|minuto a minuto|en direct|en vivo|ao vivo|in diretta|онлайн|实时|直播|速報",
    re.IGNORECASE,
)
"""How pages call what they add to all day."""


def read_entries(view: View) -> Reading:
    """Read the entries of a live blog; none where the page is not one."""
    entries = _stated(view) or _printed(view)
    return Reading({"entries": entries}) if entries else Reading()


def _stated(view: View) -> tuple[LiveEntry, ...]:
    for thing in article_objects(view.page):
        entries: list[LiveEntry] = []
        for update in view.resolve(thing.get("liveBlogUpdate"))[:_MAX_ENTRIES]:
            if isinstance(update, str):
                continue
            body = update.get("articleBody")
            text = body.strip() if isinstance(body, str) else text_of(update.get("text") or update.get("description"))
            title = text_of(update.get("headline"))
            if text or title:
                entries.append(
                    LiveEntry(time=text_of(update.get("datePublished")), title=title, text=text or title or "")
                )
        if entries:
            return tuple(entries)
    return ()


def _printed(view: View) -> tuple[LiveEntry, ...]:
    """Return what stands below each printed time, where times part most of the body."""
    named = _is_named_live(view)
    heads = [
        (index, head)
        for index in range(max(0, view.start - 3), view.end + 1)
        if (head := _head(view.page.blocks[index].text, named=named)) is not None
    ]
    if len(heads) < _MIN_ENTRIES:
        return ()
    ends = [*(index for index, _ in heads[1:]), view.end + 1]
    found = (_entry(view, index, head, end) for (index, head), end in zip(heads, ends, strict=True))
    entries = tuple(entry for entry in found if entry is not None)
    return entries if len(entries) >= _MIN_ENTRIES else ()


def _is_named_live(view: View) -> bool:
    """Return whether the title, the address or the markup around the story calls it a live blog."""
    element = view.page.blocks[view.start].element if view.start < len(view.page.blocks) else None
    around = " ".join(above.hints for above in element.ancestors()) if element is not None else ""
    title = view.headline.text if view.headline is not None else ""
    address = view.page.url or view.page.metadata.canonical or ""
    return _LIVE_TITLE.search(title) is not None or _LIVE_NAME.search(f"{address} {around}") is not None


class _Head(NamedTuple):
    """The start of an entry: its time, and what else stands on the line."""

    time: str
    rest: str


def _head(text: str, *, named: bool) -> _Head | None:
    """Return the time that a line is, or starts with where the page calls itself a live blog; None for no time."""
    kind = timestamp_kind(text) if len(text) <= _MAX_TIME else None
    if kind is Kind.CLOCK or (named and kind is not None and CLOCK.search(text) is not None):
        return _Head(text, "")
    found = _TIMED.match(text) if named else None
    return _Head(found[1], text[found.end() :]) if found is not None else None


def _entry(view: View, index: int, head: _Head, end: int) -> LiveEntry | None:
    """Return the entry between two times; None where nothing of it stayed."""
    blocks, verdicts = view.page.blocks, view.sifted.verdicts
    texts = [blocks[at].text for at in range(index + 1, end) if verdicts[at].kept]
    first = next((blocks[at] for at in range(index + 1, end) if verdicts[at].kept), None)
    title: str | None = None
    if head.rest and verdicts[index].kept and (view.evidence.is_prose(blocks[index]) or not texts):
        texts.insert(0, head.rest)
    elif head.rest:
        title = head.rest
    elif len(texts) > 1 and first is not None and not view.evidence.is_prose(first) and len(texts[0]) <= _MAX_TITLE:
        title = texts.pop(0)
    return LiveEntry(time=head.time, title=title, text="\n\n".join(texts)) if texts else None
