"""Dates: JSON-LD, meta, `<time>`, printed timestamps and the address in; published and modified out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from newsclean.article import FieldSource
from newsclean.conventions.dates import at_time, read_date
from newsclean.conventions.moments import Moment, read_machine_date
from newsclean.conventions.timestamps import MAX_CHARS, date_labels, timestamp_kind
from newsclean.fields.view import Reading, View, text_of

Which = Literal["published", "modified"]
_JSON: Final[dict[Which, tuple[str, ...]]] = {
    "published": ("datePublished", "dateCreated", "uploadDate"),
    "modified": ("dateModified",),
}
_META: Final[dict[Which, tuple[str, ...]]] = {
    "published": (
        "article:published_time", "article:published", "og:article:published_time", "og:published_time",
        "datepublished", "parsely-pub-date", "sailthru.date",
        "cxenseparse:recs:publishtime", "publishdate", "publish-date", "publish_date", "published_time", "pubdate",
        "dc.date.issued", "dcterms.issued", "dc.date",
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
_ANNOUNCED_CHARS: Final = 30
_ANNOUNCED: Final = re.compile(
    r"(?:date )?(?:first |originally )?(?:published|posted|publish(?:ing)? date|publication date|date of publication|"
    r"veröffentlicht(?: am)?|erschienen(?: am)?|publicado(?: el| em)?|fecha de publicación|data de publicação|"
    r"publié(?: le)?|date de publication|pubblicato(?: il)?|data di pubblicazione|опубликовано|дата публикации|"
    r"发布时间|发布日期|公開日|掲載日|تاريخ النشر|yayın tarihi|ngày đăng|tanggal terbit|gepubliceerd(?: op)?|"
    r"publicerad)\s?[:：]?",
    re.IGNORECASE,
)
"""A line that only announces the date of publication below it."""
_URL: Final = re.compile(r"(?<![\d])((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_MODIFIED: Final = re.compile(r"modif|updat|lastmod|aktuali|actuali|atualiz|aggiorn", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    moment: Moment
    where: str
    raw: str
    confidence: float
    block: int | None = None


def read_dates(view: View, language: str | None) -> Reading:
    """Read when the article was published and modified, each with the page's own words for it."""
    values: dict[str, object] = {}
    sources: list[FieldSource] = []
    claims: dict[int, str] = {}
    printed = _printed(view, language)
    for which in ("published", "modified"):
        candidates = [*_stated(view, which, language), *(found for kind, found in printed if kind == which)]
        if which == "published" and not candidates:
            candidates = [*_from_data(view), *_from_address(view)]
        if not candidates:
            continue
        best = candidates[0]
        same_day = [found for found in candidates if found.moment.value.date() == best.moment.value.date()]
        if best.moment.precision != "minute":
            best = next((found for found in same_day if found.moment.precision == "minute"), best)
        best = _local(best, candidates)
        values[which] = best.moment.value
        values[f"{which}_raw"] = best.raw
        values[f"{which}_precision"] = best.moment.precision
        confidence = min(0.99, best.confidence + 0.03 * (len(same_day) - 1))
        sources.append(FieldSource(field=which, where=best.where, raw=best.raw, confidence=round(confidence, 2)))
    claims |= {found.block: kind for kind, found in reversed(printed) if found.block is not None}
    return Reading(values, tuple(sources), claims)


def _local(best: _Found, candidates: list[_Found]) -> _Found:
    """Return the candidate that states the same instant in the zone of the place, where the best has it in UTC."""
    if best.moment.value.tzinfo is None or best.moment.value.utcoffset():
        return best
    same = (found for found in candidates if found.moment.value.tzinfo is not None)
    return next((f for f in same if f.moment.value == best.moment.value and f.moment.value.utcoffset()), best)


def _read(text: str, language: str | None) -> Moment | None:
    return read_machine_date(text) or read_date(text, language)


def _stated(view: View, which: Which, language: str | None) -> Iterator[_Found]:
    """Yield what the markup states, the most trusted first."""
    for name in _JSON[which]:
        raw = text_of((view.article or {}).get(name))
        if raw and (moment := _read(raw, language)):
            yield _Found(moment, "json-ld", raw, 0.96)
    for name in _META[which]:
        for raw in view.meta.get(name, ())[:2]:
            if moment := _read(raw, language):
                yield _Found(moment, f"meta[name={name}]", raw, 0.92)
    if which == "published":
        yield from _from_other_meta(view)
    for name, raw, block in view.page.metadata.microdata:
        if (
            name in _MICRODATA[which]
            and raw
            and (block is None or _near(view, block))
            and (moment := _read(raw, language))
        ):
            yield _Found(moment, "microdata", raw, 0.88)
    yield from _from_time_tags(view, which, language)


def _from_other_meta(view: View) -> Iterator[_Found]:
    """Yield the dates of publication of each `<meta>` that says so in its name and is in no list."""
    for name, (raw, *_) in view.meta.items():
        if name in _META["published"] or _NAMED.search(name) is None or _NOT_NAMED.search(name) is not None:
            continue
        if moment := read_machine_date(raw):
            yield _Found(moment, f"meta[name={name}]", raw, 0.85)


def _near(view: View, block: int) -> bool:
    """Return whether a block belongs to the story rather than to a list of others."""
    top = view.headline.block if view.headline is not None and view.headline.block is not None else view.start
    return min(top, view.start) - 12 <= block <= view.start + 12


def _from_time_tags(view: View, which: Which, language: str | None) -> Iterator[_Found]:
    for tag in view.page.metadata.times:
        if tag.block is not None and not _near(view, tag.block) and not _announced(view, tag.block):
            continue
        line = view.page.blocks[tag.block].text if tag.block is not None else tag.text
        kind: Which = (
            "modified" if _MODIFIED.search(tag.hints) or _MODIFIED.search(_before(line, tag.text)) else "published"
        )
        if kind != which:
            continue
        raw = tag.datetime or tag.text
        if raw and (moment := _read(raw, language)):
            yield _Found(moment, "time", raw, 0.8)


def _announced(view: View, block: int) -> bool:
    """Return whether the line above a block, below the story's head, only says that a date of publication follows."""
    line = view.page.blocks[block - 1].text if block else ""
    return len(line) <= _ANNOUNCED_CHARS and _ANNOUNCED.fullmatch(line) is not None


def _before(line: str, text: str) -> str:
    """Return the words of a line that stand before a text in it: its label."""
    return line.partition(text)[0][-40:] if text else line[:40]


def _printed(view: View, language: str | None) -> list[tuple[Which, _Found]]:
    """Return the dates that the page prints near the head of its story, or at its end."""
    found: list[tuple[Which, _Found]] = []
    blocks = [*view.head(8, 8), *view.page.blocks[view.end + 1 : view.end + 5]]
    for block in blocks:
        text = block.text
        if len(text) > MAX_CHARS or view.evidence.is_prose(block) or _DIGIT.search(text) is None:
            continue
        if (
            view.role(block.index) not in ("timestamp", "byline")
            and timestamp_kind(text) is None
            and not _labelled(text)
        ):
            continue
        day: Moment | None = None
        for which, piece in date_labels(text):
            moment = read_date(piece, language)
            if moment is None and day is not None:
                # a clock alone is of the day before it: "published on 14 June 2021, updated at 11:02"
                moment = at_time(day, piece)
            if moment is None or moment.precision not in ("minute", "day"):
                continue
            day = moment
            raw = piece[moment.start : moment.end].strip(" ,(") or text
            found.append((which, _Found(moment, f"block {block.index}", raw, 0.7, block.index)))
    return found


def _labelled(text: str) -> bool:
    """Return whether a line that holds more than a date is short enough to be of a byline box."""
    return len(text) <= 100  # noqa: PLR2004


def _from_data(view: View) -> Iterator[_Found]:
    """Yield the date in the data of the page's scripts, where all that it names are of one day."""
    found: list[_Found] = []
    for match in _DATA.finditer(view.page.source) if view.page.kind == "html" else ():
        if moment := read_machine_date(match[1]):
            found.append(_Found(moment, "script", match[1], 0.6))
        if len(found) == _MAX_DATA:
            break
    if len({each.moment.value.date() for each in found}) == 1:
        yield found[0]


def _from_address(view: View) -> Iterator[_Found]:
    for url in (view.page.url, view.page.metadata.canonical):
        if url and (match := _URL.search(url)) and (moment := read_machine_date("-".join(match.groups()))):
            yield _Found(moment, "url", match[0], 0.5)
            return
