"""The entries of a live blog: JSON-LD's updates, or else times that each have text below them."""

from typing import Final

from newsclean.article import LiveEntry
from newsclean.block import Block
from newsclean.conventions.schematypes import article_objects
from newsclean.conventions.timestamps import Kind, timestamp_kind
from newsclean.fields.view import Reading, View, text_of

_MIN_ENTRIES: Final = 4
_MAX_ENTRIES: Final = 500
_MAX_TITLE: Final = 120


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
    blocks, verdicts = view.page.blocks, view.sifted.verdicts
    times = [
        index
        for index in range(max(0, view.start - 3), view.end + 1)
        if len(blocks[index].text) <= 40 and timestamp_kind(blocks[index].text) is Kind.CLOCK  # noqa: PLR2004
    ]
    if len(times) < _MIN_ENTRIES:
        return ()
    entries: list[LiveEntry] = []
    for index, following in zip(times, [*times[1:], view.end + 1], strict=True):
        body: list[Block] = [blocks[at] for at in range(index + 1, following) if verdicts[at].kept]
        if not body:
            continue
        titled = len(body) > 1 and not view.evidence.is_prose(body[0]) and len(body[0].text) <= _MAX_TITLE
        title = body[0].text if titled else None
        text = "\n\n".join(block.text for block in (body[1:] if titled else body))
        entries.append(LiveEntry(time=blocks[index].text, title=title, text=text))
    return tuple(entries) if len(entries) >= _MIN_ENTRIES else ()
