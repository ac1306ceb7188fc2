"""Gathering: every reader of fields is asked, in order; the first claim on a block wins.

In: a page, its evidence and the sift's verdicts. Out: `Fields`: values, where each came from, and which blocks
they were read from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from newsclean.article import FieldSource
from newsclean.block import Page
from newsclean.evidence import Evidence
from newsclean.fields.authors import read_authors
from newsclean.fields.dates import read_dates
from newsclean.fields.images import read_images
from newsclean.fields.kind import read_kind
from newsclean.fields.language import order_language, read_language
from newsclean.fields.live import read_entries
from newsclean.fields.place import read_place
from newsclean.fields.publisher import read_publisher
from newsclean.fields.standfirst import read_standfirst
from newsclean.fields.summary import read_summary
from newsclean.fields.title import read_title
from newsclean.fields.topics import read_topics
from newsclean.fields.view import Reading, look
from newsclean.sift import Sifted


@dataclass(frozen=True, slots=True)
class Fields:
    """What was read off a page."""

    values: Mapping[str, Any]
    """The values, by the names of the fields of `Article`; what is unknown is left out."""
    sources: tuple[FieldSource, ...]
    claims: Mapping[int, str]
    """Block index to the name of the field that was read from it; a removed block that is claimed is a field."""


_STORYLESS: Final = frozenset(("index", "consent_wall", "blocked", "error"))
"""Kinds of page without a story: what looks like its author or date belongs to something else. What an empty page
states belongs to the story that it would show if its scripts ran."""


def gather(page: Page, evidence: Evidence, sifted: Sifted) -> Fields:
    """Read every field of the page."""
    view = look(page, evidence, sifted)
    language = read_language(view)
    authors = read_authors(view)
    dates = read_dates(view, order_language(view, language.values.get("language")))
    entries = read_entries(view)
    place = read_place(view, authors.values.get("authors", ()))
    kind = read_kind(view, dates, authors, place, live=bool(entries.values))
    readings = [read_title(view), read_topics(view), read_summary(view), read_publisher(view)]
    readings += [read_standfirst(view), language, kind]
    if kind.values["page_kind"] not in _STORYLESS:
        readings[1:1] = [
            authors,
            dates,
            place,
            read_images(view),
            entries if kind.values["page_kind"] == "live_blog" else Reading(),
        ]
    values: dict[str, Any] = {}
    claims: dict[int, str] = {}
    for reading in readings:
        values |= reading.values
    # the first reader's claim on a block wins
    for reading in reversed(readings):
        claims |= reading.claims
    return Fields(values, tuple(source for reading in readings for source in reading.sources), claims)
