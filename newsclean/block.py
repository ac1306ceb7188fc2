"""The page as newsclean sees it: blocks in source order, what the markup said, and what filters point at.

Both kinds of input become the same blocks. What plain text lacks (tags, links) is `None`, and every reader
says what it does then. Nothing here decides anything, and nobody changes a page, a block or an element once it is
read: those that a page has by the hundred are not frozen, for a frozen one takes seven times as long to make.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = Mapping[str, Json]
InputKind = Literal["html", "text"]

Role = Literal[
    "headline", "subtitle", "standfirst", "paragraph", "subheading", "list_item", "quote", "caption", "credit",
    "table", "embed", "live_update", "note", "dateline", "byline", "bio", "signoff", "timestamp", "section", "nav",
    "share", "related", "promo", "newsletter", "ad", "consent", "paywall", "comment", "tags", "copyright", "legal",
    "duplicate", "unlikely", "other",
]  # fmt: skip


HEADING_TAGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""What HTML calls a heading."""


@dataclass(slots=True, eq=False)
class Element:
    """An element of an HTML page that holds blocks, as far as evidence needs it; compared by identity."""

    tag: str
    """Lower-case tag name, without a namespace."""
    hints: str
    """The values of class, id, role, itemprop and data-* names that say what the element is for, lower-case."""
    parent: "Element | None"
    depth: int
    """Number of ancestors; 0 for the root."""
    order: int
    """Position among all elements of the page, in document order."""
    nth: int
    """Position among the siblings of the same tag, from 1, as in a CSS path."""

    def ancestors(self) -> "Iterator[Element]":
        """Yield the element itself and its ancestors, the nearest first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def is_made_like(self, other: "Element | None") -> bool:
        """Return whether another element has the same tag and names, and stands in the same one."""
        return other is not None and self.parent is other.parent and (self.tag, self.hints) == (other.tag, other.hints)


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, heading, list item, caption or menu entry: the smallest thing that is kept or removed whole."""

    index: int
    """Position on the page, from 0; never renumbered."""
    text: str
    """One line of text without outer white space; white space runs are single spaces."""
    gap: int = 1
    """Text: blank lines before the block. HTML: 1 where a block-level boundary stands before it, 0 after a `<br>`."""
    indent: int | None = None
    """Text: leading columns of its first line. HTML: None."""
    bullet: bool = False
    """Whether a list bullet stood before it (text), or it is a list item (HTML)."""
    start: int | None = None
    """Text: offset of its first character in the decoded source. HTML: None."""
    end: int | None = None
    """Text: offset after its last character. HTML: None."""
    element: Element | None = None
    """HTML: the nearest block-level element around it. Text: None."""
    link_chars: int | None = None
    """HTML: number of its characters that stand inside `<a href>`. Text: None."""
    links: int | None = None
    """HTML: number of links in it. Text: None."""
    bold_chars: int | None = None
    """HTML: number of its characters in `<b>`, `<strong>` or `<em>`, `<i>`. Text: None."""


class TimeTag(NamedTuple):
    """A `<time>` element: its machine-readable and its visible value, and the block that it stands in."""

    datetime: str
    text: str
    block: int | None
    hints: str = ""


class ImageTag(NamedTuple):
    """An `<img>` or `<source>` of the page, with the element around it to find its caption by."""

    url: str
    alt: str
    element: Element
    width: int | None = None


class LinkTag(NamedTuple):
    """A visible link: address, text, `rel`, the block that it stands in, and its own and its parents' hints."""

    url: str
    text: str
    rel: str
    block: int | None
    hints: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the markup says about the page, as it says it: nothing chosen, nothing parsed but JSON."""

    title: str | None = None
    """The text of `<title>`."""
    language: str | None = None
    """`<html lang>`."""
    canonical: str | None = None
    """`<link rel=canonical>`."""
    base: str | None = None
    """`<base href>`."""
    meta: tuple[tuple[str, str], ...] = ()
    """(name, property, itemprop or http-equiv in lower case; content) of each `<meta>`, in order."""
    json_ld: tuple[JsonObject, ...] = ()
    """The objects of the page's JSON-LD scripts, `@graph` and lists flattened, in order."""
    microdata: tuple[tuple[str, str, int | None], ...] = ()
    """(itemprop, its content, datetime or text; the block that it stands in), in order, outside `<meta>`."""
    bylines: tuple[tuple[str, int | None], ...] = ()
    """(text, the block that it stands in) of each inline element with the class of an author's name."""
    kickers: tuple[tuple[str, int | None], ...] = ()
    """The same of each inline element with the class of a kicker."""
    times: tuple[TimeTag, ...] = ()
    images: tuple[ImageTag, ...] = ()
    links: tuple[LinkTag, ...] = ()
    """Links with a `rel`, or in an element whose hints speak of authors, tags, sections or breadcrumbs."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page that was read: its blocks in source order, and what its markup says."""

    kind: InputKind
    source: str
    """The decoded page."""
    blocks: tuple[Block, ...]
    url: str | None = None
    encoding: str | None = None
    """The encoding that the bytes were decoded by; None where the page came as `str`."""
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[tuple[str, str], ...] = ()
    """(code, message) of what was odd about the source: damaged bytes, surrogates, a cap that was hit."""


class Mark(NamedTuple):
    """A filter's finger on a block: what it is, and why it is no article text."""

    block: Block
    role: Role
    because: str
    """A lower-case noun phrase that a journalist understands: "headline under a cue"."""
    twin_of: int | None = None
    """For copies: the index of the copy that is judged in its place."""


class Trim(NamedTuple):
    """A filter's finger on the head or tail of a block: only the slice `keep` of its text is article text."""

    block: Block
    keep: slice
    role: Role
    because: str
