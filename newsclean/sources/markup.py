"""Notes of what the markup says: meta, JSON-LD, microdata, times, pictures, telling links; chooses nothing.

The block builder calls it during its one pass; text of an element is read off the builder when the element ends.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from newsclean.block import Element, ImageTag, JsonObject, LinkTag, Metadata, TimeTag
from newsclean.sources.jsonld import parse_json_ld

if TYPE_CHECKING:
    from newsclean.sources.blockbuilder import BlockBuilder

MAX_HINTS: Final = 200
_MAX_NOTES: Final = 500
_MAX_VALUE: Final = 300
_TELLING_DATA: Final = frozenset(
    "data-component data-component-name data-testid data-test-id data-test data-qa data-type data-module data-block "
    "data-widget data-widget-type data-name data-role data-area data-section data-content-type data-cy data-e2e".split()
)
_TELLING_NAMES: Final = ("role", "itemprop", "id")
_TELLING: Final = _TELLING_DATA | {*_TELLING_NAMES, "class"}
_TELLING_LINK: Final = re.compile(
    r"author|autor|byline|writer|reporter|journalist|contributor|columnist|tag|topic|keyword|section|categor|rubri"
    r"|kicker|breadcrumb|crumb|channel|label",
    re.IGNORECASE,
)
_TELLING_ADDRESS: Final = re.compile(
    r"/(?:authors?|autore?s?|autoren|byline|people|profiles?|staff|columnists?|journalists?|reporters?|contributors?"
    r"|tags?|topics?|themen?|keywords?)(?:/|=)",
    re.IGNORECASE,
)
_SILENT_RELS: Final = frozenset(
    (
        "nofollow",
        "noopener",
        "noreferrer",
        "noopener noreferrer",
        "noreferrer noopener",
        "external",
        "nofollow noopener",
    )
)
_ANCESTORS_ASKED: Final = 4


def hints(attributes: Mapping[str, str]) -> str:
    """Return what an element's names say it is for: role, itemprop, id, telling data-* values, class; lower case.

    >>> hints({"class": "Story-Body  wide", "id": "main", "data-testid": "Body", "style": "color: red"})
    'main body story-body wide'
    """
    if not attributes:
        return ""
    if len(attributes) == 1:
        names = next(iter(attributes))
        return " ".join(attributes[names][: 2 * MAX_HINTS].lower().split())[:MAX_HINTS] if names in _TELLING else ""
    parts = [attributes[name] for name in _TELLING_NAMES if name in attributes]
    parts.extend(value[:60] for name, value in attributes.items() if name in _TELLING_DATA)
    if "class" in attributes:
        parts.append(attributes["class"][: 2 * MAX_HINTS])
    return " ".join(" ".join(parts).lower().split())[:MAX_HINTS]


class MarkupNotes:
    """What one page's markup says, gathered during the builder's pass."""

    def __init__(self, builder: "BlockBuilder") -> None:
        """Note for this builder."""
        self._builder = builder
        self._values: dict[str, str] = {}
        self._meta: list[tuple[str, str]] = []
        self._json_ld: list[JsonObject] = []
        self._errors = 0
        self._microdata: list[tuple[str, str, int | None]] = []
        self._times: list[TimeTag] = []
        self._images: list[ImageTag] = []
        self._links: list[LinkTag] = []
        self._source = ""
        self._told: dict[tuple[str | None, ...], bool] = {}

    def metadata(self) -> Metadata:
        """Return all that was noted."""
        return Metadata(
            title=self._values.get("title"),
            language=self._values.get("language"),
            canonical=self._values.get("canonical"),
            base=self._values.get("base"),
            meta=tuple(self._meta),
            json_ld=tuple(self._json_ld),
            json_ld_errors=self._errors,
            microdata=tuple(self._microdata),
            times=tuple(self._times),
            images=tuple(self._images),
            links=tuple(self._links),
        )

    def mark(self) -> tuple[int, int, int]:
        """Return how much was noted of what stands in blocks, to go back to."""
        return len(self._microdata), len(self._times), len(self._links)

    def back_to(self, mark: tuple[int, int, int]) -> None:
        """Forget what was noted since the mark."""
        microdata, times, links = mark
        del self._microdata[microdata:], self._times[times:], self._links[links:]

    def shift(self, position: int, by: int) -> None:
        """Follow the blocks: from `position` on they have moved."""

        def moved(block: int | None) -> int | None:
            return block + by if block is not None and block >= position else block

        self._microdata = [(name, value, moved(block)) for name, value, block in self._microdata]
        self._times = [replace(time, block=moved(time.block)) for time in self._times]
        self._links = [replace(link, block=moved(link.block)) for link in self._links]

    def gather(self, last: int) -> None:
        """Follow the blocks: those after `last`, the newest of the page, have become part of it."""
        for position in range(len(self._microdata) - 1, -1, -1):
            name, value, block = self._microdata[position]
            if block is None or block <= last:
                break
            self._microdata[position] = name, value, last
        for notes in (self._times, self._links):
            for position in range(len(notes) - 1, -1, -1):
                block = notes[position].block
                if block is None or block <= last:
                    break
                notes[position] = replace(notes[position], block=last)

    def html(self, attributes: Mapping[str, str]) -> None:
        """Note the language of the page."""
        self._set("language", attributes.get("lang") or attributes.get("xml:lang"))

    def json_ld(self, text: str) -> None:
        """Note the objects of a JSON-LD script."""
        found, readable = parse_json_ld(text)
        self._json_ld.extend(found)
        self._errors += not readable

    def noted(self, frame: list[Any]) -> None:
        """Note an element that is there for its attributes, or for a text of its own."""
        tag, attributes = frame[0], frame[1]
        if tag == "meta":
            self._note_meta(attributes)
        elif tag == "link":
            if "canonical" in attributes.get("rel", "").lower().split():
                self._set("canonical", attributes.get("href"))
        elif tag == "base":
            self._set("base", attributes.get("href"))
        elif tag == "title":
            self._note_title(frame)
        elif tag == "time" and len(self._times) < _MAX_NOTES:
            self._note_time(frame)

    def image(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note a picture, unless it is a spacer or only its data; the best of several addresses."""
        url = _image_url(attributes)
        if tag == "source":
            if not attributes.get("type", "").startswith(("video", "audio")):
                self._source = self._source or url
            return
        url, self._source = url or self._source, ""
        width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
        if not url or width in (0, 1) or height in (0, 1) or len(self._images) >= _MAX_NOTES:
            return
        self._images.append(ImageTag(url, " ".join(attributes.get("alt", "").split()), self._builder.element(), width))

    def link(self, frame: list[Any]) -> None:
        """Note a link that its rel, its address or the names around it say more of than where it leads."""
        attributes = frame[1]
        if len(self._links) >= _MAX_NOTES:
            return
        rel = attributes.get("rel", "").lower()
        if not (
            self._near(len(self._builder.stack) - 1, _ANCESTORS_ASKED)
            or (rel and rel not in _SILENT_RELS)
            or _TELLING_ADDRESS.search(attributes["href"][:300])
        ):
            return
        around = self._builder.stack[-1 : -2 - _ANCESTORS_ASKED : -1]
        text = " ".join(filter(None, (hints(outer[1]) for outer in around)))
        read = self._reader()

        def close() -> None:
            value, block = read()
            self._links.append(LinkTag(attributes["href"].strip(), value, rel, block, text[:MAX_HINTS]))

        _on_close(frame, close)

    def _near(self, depth: int, levels: int) -> int:
        """Return how many levels below this open element its names, or those around it, still tell of a link."""
        stack = self._builder.stack
        frame = stack[depth]
        near: int | None = frame[7]
        if near is None:
            above = depth
            while levels and above and stack[above][7] is None:
                above -= 1
                levels -= 1
            near = stack[above][7] or 0
            for outer in stack[above + 1 : depth + 1]:
                near = outer[7] = _ANCESTORS_ASKED if self._tells(outer[1]) else max(near - 1, 0)
        return near

    def _tells(self, attributes: Mapping[str, str]) -> bool:
        """Return whether an element's names speak of authors, tags, sections or breadcrumbs."""
        if not attributes:
            return False
        names = attributes.get("class"), attributes.get("id"), attributes.get("itemprop")
        known = self._told.get(names)
        if known is None:
            known = self._told[names] = _TELLING_LINK.search(hints(attributes)) is not None
        return known

    def item(self, frame: list[Any]) -> None:
        """Note an itemprop with its value: content, datetime, address or text; for a long text only where it starts."""
        tag, attributes = frame[0], frame[1]
        names = attributes["itemprop"].split()
        if tag == "meta" or not names or len(self._microdata) >= _MAX_NOTES:
            return
        stated = attributes.get("content") or attributes.get("datetime")
        if stated is None and tag in ("link", "img"):
            stated = attributes.get("href") or attributes.get("src")
        if stated is not None:
            self._microdata.extend((name, " ".join(stated.split()), None) for name in names)
            return
        read = self._reader()

        def close() -> None:
            value, block = read()
            for name in names:
                self._microdata.append((name, "" if name == "articleBody" else value, block))

        _on_close(frame, close)

    def _set(self, name: str, value: str | None) -> None:
        """Keep the first value that is not empty."""
        value = " ".join((value or "").split())
        if value:
            self._values.setdefault(name, value)

    def _note_meta(self, attributes: Mapping[str, str]) -> None:
        content = attributes.get("content")
        if content is None or len(self._meta) >= _MAX_NOTES:
            return
        for key in ("property", "name", "itemprop", "http-equiv"):
            if key in attributes:
                self._meta.append((attributes[key].strip().lower(), " ".join(content.split())))

    def _note_title(self, frame: list[Any]) -> None:
        pieces = self._builder.pieces
        mark = len(pieces)

        def close() -> None:
            self._set("title", "".join(pieces[mark:]))
            del pieces[mark:]

        _on_close(frame, close)

    def _note_time(self, frame: list[Any]) -> None:
        attributes = frame[1]
        read = self._reader()

        def close() -> None:
            value, block = read()
            around = " ".join(filter(None, (hints(frame[1]) for frame in self._builder.stack[-1:-4:-1])))
            self._times.append(TimeTag(attributes.get("datetime", "").strip(), value, block, around[:MAX_HINTS]))

        _on_close(frame, close)

    def _reader(self) -> Callable[[], tuple[str, int | None]]:
        """Return a function that, when the element ends, gives its first characters and the block they stand in."""
        builder = self._builder
        first, flushes, mark = len(builder.blocks), builder.flushes, len(builder.pieces)

        def read() -> tuple[str, int | None]:
            parts: list[str] = []
            size = 0
            for block in builder.blocks[first : first + 20]:
                parts.append(block.text)
                size += len(block.text)
                if size > _MAX_VALUE:
                    break
            else:
                start = mark if builder.flushes == flushes else builder.base
                parts.append("".join(builder.pieces[start : start + 50]))
            text = " ".join(" ".join(parts)[: 4 * _MAX_VALUE].split())[:_MAX_VALUE]
            return text, first if text else None

        return read


def _on_close(frame: list[Any], close: Callable[[], None]) -> None:
    if frame[6] is None:
        frame[6] = [close]
    else:
        frame[6].append(close)


def _image_url(attributes: Mapping[str, str]) -> str:
    for name in ("data-src", "data-original", "data-lazy-src", "src"):
        url = attributes.get(name, "").strip()
        if url and not url.startswith(("data:", "about:", "blob:")):
            return url
    return _best_of(attributes.get("srcset") or attributes.get("data-srcset") or "")


def _best_of(srcset: str) -> str:
    """Return the widest candidate of a srcset."""
    best, best_size = "", -1.0
    for candidate in srcset[:5000].split(", "):
        address, _, size = candidate.strip().strip(",").partition(" ")
        try:
            weight = float(size.strip().rstrip("wxh") or 1)
        except ValueError:
            weight = 0.0
        if address and not address.startswith("data:") and weight > best_size:
            best, best_size = address, weight
    return best


def _pixels(value: str | None) -> int | None:
    digits = (value or "").strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None  # noqa: PLR2004


__all__ = ["MAX_HINTS", "Element", "MarkupNotes", "hints"]
