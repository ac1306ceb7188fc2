"""Dates: JSON-LD, meta, `<time>`, printed timestamps and the address in; published and modified out."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from newsclean.article import FieldSource
from newsclean.conventions.when.dates import NUMERIC, read_date
from newsclean.conventions.when.moments import read_machine_date
from newsclean.fields.printeddates import FoundDate, Printed, Which
from newsclean.fields.view import Reading, View, text_of

_JSON: Final[dict[Which, tuple[str, ...]]] = {
    "published": ("datePublished", "dateCreated", "uploadDate"),
    "modified": ("dateModified",),
}
_META: Final[dict[Which, tuple[str, ...]]] = {
    "published": (
        "article:published_time", "article:published", "og:article:published_time", "og:published_time",
        "datepublished", "parsely-pub-date", "sailthru.date",
        "cxenseparse:recs:publishtime", "publishdate", "publish-date", "publish_date", "published_time", "pubdate",
        "published", "dc.date.issued", "dcterms.issued", "dc.date",
        "dcterms.date", "dc.date.created", "dcterms.created", "dc.created", "date.release",
        "cxenseparse:publishtime", "article.published", "published-date",
        "article_date_original", "originalpublicationdate", "article:post_date", "date", "citation_publication_date",
        "citation_online_date", "creation_date",
        "bt:pubdate", "displaydate", "mediator_published_time", "ptime", "vr:published_time", "article.created",
        "pub_date", "iso-8601-publish-date", "_pubtime",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "article:modified", "datemodified", "lastmod", "last-modified",
        "dc.date.modified", "dcterms.modified",
        "modified_time", "article.updated", "last_updated_date", "cxenseparse:recs:modifiedtime", "updated_time",
        "bt:moddate", "article:updated", "revised",
    ),
}  # fmt: skip
_MICRODATA: Final[dict[Which, tuple[str, ...]]] = {
    "published": ("datePublished", "datepublished", "dateCreated"),
    "modified": ("dateModified", "datemodified"),
}
_DIGIT: Final = re.compile(r"\d")
_NAMED: Final = re.compile(
    r"publi(?:sh|c|k|ée)\w*[-_.:]?(?:date|time|on|at)|(?:date|time)[-_.:]?publi|pub[-_]?date", re.IGNORECASE
)
"""What a `<meta>` that no list has is called where it states when a page was published."""
_NOT_NAMED: Final = re.compile(r"modif|updat|expir|un-?publi|end|image|video|comment", re.IGNORECASE)
_DATA: Final = re.compile(
    r"(?:\"|&quot;|&#34;)(?:datePublished|publishedAt|published_at|publish(?:ed)?_?(?:Date|Time)|firstPublished(?:At|Date)?|"
    r"publicationDate|publication_date|published_time)\\?(?:\"|&quot;|&#34;)\s{0,4}:\s{0,4}\\?(?:\"|&quot;|&#34;)([^\"&\\]{8,40})"
)
"""A date of publication in the data that a page carries for its scripts."""
_MAX_DATA: Final = 4
_URL: Final = re.compile(
    r"(?<![\d])((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|/((?:19|20)\d{2}/(?:\d{1,2}|[a-z]{3,9})/\d{1,2})(?![^/])",
    re.IGNORECASE,
)
"""Numbers of fixed length in any place, or the parts of a path: `/2024/3/12/`, `/2024/mar/12/`."""
_MONTHS: Final = 12
_WESTERNMOST: Final = timedelta(hours=12)
"""How far a clock on earth may be behind Greenwich's."""
_MODIFIED: Final = re.compile(r"modif|updat|lastmod|aktuali|actuali|atualiz|aggiorn", re.IGNORECASE)


def read_dates(view: View, language: str | None) -> Reading:
    """Read when the article was published and modified, each with the page's own words for it."""
    values: dict[str, object] = {}
    sources: list[FieldSource] = []
    printed = Printed(view, language)
    shown = printed.dates
    modified = [
        *_stated(view, printed, "modified"),
        *(found for which, found in shown if which == "modified"),
    ]
    firsts: list[FoundDate] = []
    for which, found in (("published", _published(view, printed, modified)), ("modified", modified)):
        candidates = [each for each in found if not any(_contradicts(each, first) for first in firsts)]
        if not candidates:
            continue
        best = _in_order(candidates[0], (*candidates, *modified))
        same_day = [found for found in candidates if found.moment.value.date() == best.moment.value.date()]
        if best.moment.precision != "minute":
            best = next((found for found in same_day if found.moment.precision == "minute"), best)
        best = _local(best, candidates)
        firsts.append(best)
        values[which] = best.moment.value
        values[f"{which}_raw"] = best.raw
        values[f"{which}_precision"] = best.moment.precision
        confidence = min(0.99, best.confidence + 0.03 * (len(same_day) - 1))
        sources.append(FieldSource(field=which, where=best.where, raw=best.raw, confidence=round(confidence, 2)))
    claims = {found.block: which for which, found in reversed(shown) if found.block is not None}
    return Reading(values, tuple(sources), claims)


def _published(view: View, printed: Printed, modified: list[FoundDate]) -> list[FoundDate]:
    """Return the dates of publication, the most trusted first."""
    stated = list(_stated(view, printed, "published"))
    shown = [found for which, found in printed.dates if which == "published"]
    if not stated and printed.below is None:
        shown = [each for each in shown if not _after(each, modified)]
    found = [*stated, *shown]
    # a page shows the day of its first publication, where what it says of itself has that of a later one
    unseen = found[:1] and found[0].where.startswith(("json-ld", "meta"))
    firsts = (printed.first, printed.beside if unseen else None)
    found[:0] = [each for each in firsts if each and found and _before(each, found[0])]
    if not found:
        found = [*_from_data(view), *_from_address(view)]
    return found or [each for each in (printed.far,) if each is not None and not _after(each, modified)]


def _in_order(best: FoundDate, others: Iterable[FoundDate]) -> FoundDate:
    """Return the date that others state where it has day and month the other way round: "11/01/2021" for 1 November."""
    numeric = NUMERIC.search(best.raw)
    if numeric is None or best.moment.value.day > _MONTHS:
        return best
    moment = best.moment.value
    swapped = date(moment.year, moment.day, moment.month)
    return next((found for found in others if _day(found) == swapped and NUMERIC.search(found.raw) is None), best)


def _after(found: FoundDate, modified: list[FoundDate]) -> bool:
    """Return whether a date that is not printed with the headline comes after a change: it is something else's."""
    return any(_day(found) > _day(change) for change in modified)


def _day(found: FoundDate) -> date:
    return found.moment.value.date()


def _before(found: FoundDate, other: FoundDate) -> bool:
    """Return whether a printed day is before another date, in whatever zone the page was printed."""
    moment = other.moment
    if other.where.startswith("block") or moment.precision not in ("minute", "day"):
        return other.block != found.block and _day(found) < _day(other)
    in_utc = moment.value.tzinfo is not None and not moment.value.utcoffset()
    return _day(found) < (moment.value - _WESTERNMOST if in_utc else moment.value).date()


def _contradicts(change: FoundDate, first: FoundDate) -> bool:
    """Return whether a source of one kind has a change before the publication that it states."""
    if _kind(change) != _kind(first):
        return False
    at, out = change.moment, first.moment
    if at.precision == out.precision == "minute" and (at.value.tzinfo is None) is (out.value.tzinfo is None):
        return at.value < out.value
    return _day(change) < _day(first)


def _kind(found: FoundDate) -> str:
    """Return what kind of source a date is of: "json-ld", "meta", "block"."""
    return found.where.partition("[")[0].partition(" ")[0]


def _local(best: FoundDate, candidates: list[FoundDate]) -> FoundDate:
    """Return the candidate that states the same instant in the zone of the place, where the best has it in UTC."""
    if best.moment.value.tzinfo is None or best.moment.value.utcoffset():
        return best
    same = (found for found in candidates if found.moment.value.tzinfo is not None)
    return next((f for f in same if f.moment.value == best.moment.value and f.moment.value.utcoffset()), best)


def _stated(view: View, printed: Printed, which: Which) -> Iterator[FoundDate]:
    """Yield what the markup states, the most trusted first."""
    for name in _JSON[which]:
        raw = text_of((view.article or {}).get(name))
        if raw and (moment := printed.stated(raw)):
            yield FoundDate(moment, "json-ld", raw, 0.96)
    for name in _META[which] if view.meta else ():
        for raw in view.meta.get(name, ())[:2]:
            if moment := printed.stated(raw):
                yield FoundDate(moment, f"meta[name={name}]", raw, 0.92)
    if which == "published":
        yield from _from_other_meta(view, printed)
    for name, raw, block in view.page.metadata.microdata:
        if (
            name in _MICRODATA[which]
            and raw
            and (block is None or _near(view, block))
            and (moment := printed.stated(raw))
        ):
            yield FoundDate(moment, "microdata", raw, 0.88)
    yield from _from_time_tags(view, printed, which)


def _from_other_meta(view: View, printed: Printed) -> Iterator[FoundDate]:
    """Yield the dates of publication of each `<meta>` that says so in its name and is in no list."""
    for name, (raw, *_) in view.meta.items():
        if name in _META["published"] or _NAMED.search(name) is None or _NOT_NAMED.search(name) is not None:
            continue
        if moment := printed.stated(raw):
            yield FoundDate(moment, f"meta[name={name}]", raw, 0.85)


def _near(view: View, block: int) -> bool:
    """Return whether a block belongs to the story rather than to a list of others."""
    return min(view.top, view.start) - 12 <= block <= view.start + 12


def _from_time_tags(view: View, printed: Printed, which: Which) -> Iterator[FoundDate]:
    blocks = view.page.blocks
    top = view.headline_at or 0
    for tag in sorted(view.page.metadata.times, key=lambda tag: tag.block is not None and tag.block < top):
        if tag.block is not None and not _near(view, tag.block) and not printed.announced(blocks[tag.block]):
            continue
        line = blocks[tag.block].text if tag.block is not None else tag.text
        kind: Which = (
            "modified" if _MODIFIED.search(tag.hints) or _MODIFIED.search(_label(line, tag.text)) else "published"
        )
        if kind != which:
            continue
        raw = tag.datetime or tag.text
        if raw and (moment := printed.stated(raw)):
            yield FoundDate(moment, "time", raw, 0.8)


def _label(line: str, text: str) -> str:
    """Return the words of a line that stand before a text in it: its label."""
    return line.partition(text)[0][-40:] if text else line[:40]


def _from_data(view: View) -> Iterator[FoundDate]:
    """Yield the date in the data of the page's scripts, where all that it names are of one day."""
    found: list[FoundDate] = []
    for match in _DATA.finditer(view.page.source) if view.page.kind == "html" else ():
        if moment := read_machine_date(match[1]):
            found.append(FoundDate(moment, "script", match[1], 0.6))
        if len(found) == _MAX_DATA:
            break
    if len({each.moment.value.date() for each in found}) == 1:
        yield found[0]


def _from_address(view: View) -> Iterator[FoundDate]:
    for url in (view.page.url, view.page.metadata.canonical):
        if url and (match := _URL.search(url)):
            parts = match[4] or "-".join(match.groups()[:3])
            if moment := read_date(parts.replace("/", " ") if parts[5].isalpha() else parts):
                yield FoundDate(moment, "url", match[0], 0.5)
                return
