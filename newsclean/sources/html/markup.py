"""Notes of what the markup says: meta, JSON-LD, microdata, times, pictures, telling links; chooses nothing.

The block builder calls it during its one pass; text of an element is read off the builder when the element ends.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from newsclean.block import ImageTag, JsonObject, LinkTag, Metadata, TimeTag
from newsclean.sources.html.blockwriter import BlockWriter
from newsclean.sources.html.hints import MAX_HINTS
from newsclean.sources.html.jsonld import parse_json_ld
from newsclean.sources.html.openelements import Frame, OpenElements
from newsclean.sources.html.pictures import image_url, is_placeholder, pixels
from newsclean.sources.html.placed import MAX_NOTES, NamedText, PlacedNotes
from newsclean.sources.html.telling import TRAIL, is_trail
from newsclean.sources.invisible import one_line

_MAX_VALUE: Final = 300
_TELLING_ADDRESS: Final = re.compile(
    r"/(?:authors?|autore?s?|autoren|byline|people|profiles?|staff|columnists?|journalists?|reporters?|contributors?"
    r"|tags?|topics?|themen?|keywords?)(?:/|=)"
)
_MAX_ADDRESS: Final = 300
_SILENT_RELS: Final = frozenset(
    ("nofollow", "noopener", "noreferrer", "referrer", "opener", "external", "sponsored", "ugc", "false", "alternate")
)
STATING: Final = frozenset(("itemprop", "property", "title"))
"""Attributes by which an element may state more than its text does."""
_RDFA: Final = {
    "dc:date": "datePublished", "dc:created": "datePublished", "dc:modified": "dateModified",
    "dc:issued": "datePublished", "dcterms:issued": "datePublished", "dcterms:modified": "dateModified",
}  # fmt: skip
_ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d")
BYLINE: Final = "byline"
KICKER: Final = "kicker"
"""What the text of an inline element is by its class."""
ANCESTORS_ASKED: Final = 4
"""How many levels below an element whose names tell of authors or tags a link is noted for it."""
TRAIL_LEVELS: Final = 6
"""The same for an element that is labelled as a breadcrumb."""


class MarkupNotes:
    """What one page's markup says, gathered during the builder's pass."""

    def __init__(self, text: BlockWriter, elements: OpenElements) -> None:
        """Note for the page that is written there, in these elements."""
        self._text = text
        self._open = elements
        self.placed = PlacedNotes()
        """What stands in blocks; whoever moves these tells it."""
        self._values: dict[str, str] = {}
        self._meta: list[tuple[str, str]] = []
        self._json_ld: list[JsonObject] = []
        self._images: list[ImageTag] = []
        self._sources: list[Mapping[str, str]] = []
        """The `<source>` elements before the next `<img>`."""

    def metadata(self, blocks: int) -> Metadata:
        """Return all that was noted of a page with so many blocks."""
        placed = self.placed
        placed.settle(blocks)

        def classed(name: str) -> tuple[tuple[str, int | None], ...]:
            return tuple((note.value, note.block) for note in placed.classed if note.name == name and note.value)

        return Metadata(
            title=self._values.get("title"),
            language=self._values.get("language"),
            canonical=self._values.get("canonical"),
            base=self._values.get("base"),
            meta=tuple(self._meta),
            json_ld=tuple(self._json_ld),
            microdata=tuple((note.name, note.value, note.block) for note in placed.items),
            bylines=classed(BYLINE),
            kickers=classed(KICKER),
            times=tuple(placed.times),
            images=tuple(self._images),
            links=tuple(placed.links),
        )

    def html(self, attributes: Mapping[str, str]) -> None:
        """Note the language of the page."""
        self._set("language", attributes.get("lang") or attributes.get("xml:lang"))

    def json_ld(self, text: str) -> None:
        """Note the objects of a JSON-LD script."""
        self._json_ld.extend(parse_json_ld(text))

    def noted(self, frame: Frame) -> None:
        """Note an element that is there for its attributes, or for a text of its own."""
        tag, attributes = frame.tag, frame.attributes
        if tag == "meta":
            self._note_meta(attributes)
        elif tag == "link":
            if "canonical" in attributes.get("rel", "").lower().split():
                self._set("canonical", attributes.get("href"))
        elif tag == "base":
            self._set("base", attributes.get("href"))
        elif tag == "title":
            self._note_title(frame)
        elif tag == "time" and len(self.placed.times) < MAX_NOTES:
            self._note_time(frame, frame.attributes.get("datetime", ""))

    def image(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note a picture, unless it is a spacer or only its data; the best of several addresses."""
        if tag == "source":
            if not attributes.get("type", "").startswith(("video", "audio")):
                self._sources.append(attributes)
            return
        if "placeholder" in attributes and tag == "amp-img":
            return
        url = image_url(attributes)
        if not url or is_placeholder(url):
            url = next(filter(None, map(image_url, self._sources)), url)
        self._sources.clear()
        width, height = pixels(attributes.get("width")), pixels(attributes.get("height"))
        if not url or width in (0, 1) or height in (0, 1) or len(self._images) >= MAX_NOTES:
            return
        if "itemprop" in attributes and len(self.placed.items) < MAX_NOTES:
            self.placed.items.append(NamedText(self._open.order, attributes["itemprop"], url, None))
        self._images.append(ImageTag(url, one_line(attributes.get("alt", "")), self._open.element(), width))

    def link(self, frame: Frame) -> None:
        """Note a link that its rel, its address or the names around it say more of than where it leads."""
        attributes = frame.attributes
        if len(self.placed.links) >= MAX_NOTES:
            return
        rel = attributes.get("rel", "").lower()
        if not (
            frame.near
            or (rel and not _SILENT_RELS.issuperset(rel.split()))
            or _TELLING_ADDRESS.search(attributes["href"][:_MAX_ADDRESS].lower())
        ):
            return
        self._note_link(frame, rel)

    def _note_link(self, frame: Frame, rel: str) -> None:
        around = self._open.stack[-1 : -2 - ANCESTORS_ASKED : -1]
        text = " ".join(filter(None, [outer.hints() for outer in around]))[:MAX_HINTS]
        if any(is_trail(outer.attributes) for outer in self._open.stack[-1 : -2 - TRAIL_LEVELS : -1]):
            text = f"{TRAIL} {text}"
        read = self._reader()

        def close() -> None:
            value, block = read()
            self.placed.links.append(LinkTag(frame.attributes["href"].strip(), value, rel, block, text))

        _on_close(frame, close)

    def named(self, frame: Frame, name: str) -> None:
        """Note the text of an inline element whose class is that of an author's name or of a kicker."""
        if len(self.placed.classed) >= MAX_NOTES:
            return
        read = self._reader()

        def close() -> None:
            self.placed.classed.append(NamedText(frame.order, name, *read()))

        _on_close(frame, close)

    def stated(self, frame: Frame) -> None:
        """Note what an element states by microdata, by RDFa, or as the date that an `<abbr>` is short for."""
        if "itemprop" in frame.attributes:
            self._note_item(frame)
        elif "property" in frame.attributes:
            self._note_property(frame)
        elif frame.tag == "abbr" and _ISO_DATE.match(frame.attributes["title"]) and len(self.placed.times) < MAX_NOTES:
            self._note_time(frame, frame.attributes["title"])

    def _note_property(self, frame: Frame) -> None:
        """Note the content of an element with the names that RDFa gives it, those of Dublin Core by schema.org's."""
        content = frame.attributes.get("content")
        if frame.tag == "meta" or content is None or len(self.placed.items) >= MAX_NOTES:
            return
        names = dict.fromkeys(_RDFA.get(name, name.rpartition(":")[2]) for name in frame.attributes["property"].split())
        self.placed.items.extend(NamedText(frame.order, name, one_line(content), None) for name in names)

    def _note_item(self, frame: Frame) -> None:
        """Note an itemprop with its value: content, datetime, address or text; for a long text only where it starts."""
        tag, attributes, order = frame.tag, frame.attributes, frame.order
        names = attributes["itemprop"].split()
        if tag == "meta" or not names or len(self.placed.items) >= MAX_NOTES:
            return
        stated = attributes.get("content") or attributes.get("datetime")
        if stated is None and tag == "abbr":
            stated = attributes.get("title")
        if stated is None and tag == "link":
            stated = attributes.get("href")
        if stated is not None:
            self.placed.items.extend(NamedText(order, name, one_line(stated), None) for name in names)
            return
        read = self._reader()

        def close() -> None:
            value, block = read()
            self.placed.items.extend(
                NamedText(order, name, "" if name == "articleBody" else value, block) for name in names
            )

        _on_close(frame, close)

    def _set(self, name: str, value: str | None) -> None:
        """Keep the first value that is not empty."""
        value = one_line(value or "")
        if value:
            self._values.setdefault(name, value)

    def _note_meta(self, attributes: Mapping[str, str]) -> None:
        content = attributes.get("content")
        if content is None or len(self._meta) >= MAX_NOTES:
            return
        for key in ("property", "name", "itemprop", "http-equiv"):
            if key in attributes:
                self._meta.append((attributes[key].strip().lower(), one_line(content)))

    def _note_title(self, frame: Frame) -> None:
        pieces = self._text.pieces
        mark = len(pieces)

        def close() -> None:
            self._set("title", "".join(pieces[mark:]))
            del pieces[mark:]

        _on_close(frame, close)

    def _note_time(self, frame: Frame, moment: str) -> None:
        read = self._reader()

        def close() -> None:
            value, block = read()
            around = " ".join(filter(None, [outer.hints() for outer in self._open.stack[-1:-4:-1]]))
            self.placed.times.append(TimeTag(moment.strip(), value, block, around[:MAX_HINTS]))

        _on_close(frame, close)

    def _reader(self) -> Callable[[], tuple[str, int | None]]:
        """Return a function that, when the element ends, gives its first characters and the block they stand in."""
        text_so_far = self._text
        first, flushes, mark = len(text_so_far.blocks), text_so_far.flushes, len(text_so_far.pieces)

        def read() -> tuple[str, int | None]:
            parts: list[str] = []
            size = 0
            for block in text_so_far.blocks[first : first + 20]:
                parts.append(block.text)
                size += len(block.text)
                if size > _MAX_VALUE:
                    break
            else:
                start = mark if text_so_far.flushes == flushes else text_so_far.current.base
                parts.append("".join(text_so_far.pieces[start : start + 50]))
            text = one_line(" ".join(parts)[: 4 * _MAX_VALUE])[:_MAX_VALUE]
            return text, first if text else None

        return read


def _on_close(frame: Frame, close: Callable[[], None]) -> None:
    if frame.at_end is None:
        frame.at_end = [close]
    else:
        frame.at_end.append(close)
