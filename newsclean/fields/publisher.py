"""Publisher, canonical address and rights: JSON-LD, OpenGraph, links and the copyright line in; values out."""

from typing import Final
from urllib.parse import urljoin, urlsplit

from newsclean.article import FieldSource
from newsclean.fields.view import Reading, View, text_of

_NAMES: Final = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
)
_RIGHTS: Final = ("copyright", "dc.rights", "dcterms.rights", "rights", "dcterms.rightsholder")
_MAX_RIGHTS: Final = 300


def read_publisher(view: View) -> Reading:
    """Read who publishes the page, under which address, and with which rights."""
    values: dict[str, object] = {}
    sources: list[FieldSource] = []
    claims: dict[int, str] = {}

    def state(field: str, value: str, where: str, confidence: float) -> None:
        values[field] = value
        sources.append(FieldSource(field=field, where=where, raw=value, confidence=confidence))

    publisher = _publisher(view)
    if publisher is not None:
        state("publisher", *publisher)
    canonical = _canonical(view)
    if canonical is not None:
        state("canonical_url", *canonical)
    notice = text_of((view.article or {}).get("copyrightNotice"))
    if notice:
        state("rights", notice, "json-ld", 0.9)
    elif (line := _rights_line(view)) is not None:
        claims[line] = "rights"
        state("rights", view.page.blocks[line].text, f"block {line}", 0.8)
    elif (meta := view.first(*_RIGHTS)) and any(character.isalpha() for character in meta[1]):
        state("rights", meta[1], f"meta[name={meta[0]}]", 0.8)
    return Reading(values, tuple(sources), claims)


def _publisher(view: View) -> tuple[str, str, float] | None:
    for item in view.resolve((view.article or {}).get("publisher")):
        name = item if isinstance(item, str) else text_of(item.get("name"))
        if name and "://" not in name:
            return name, "json-ld", 0.95
    if found := view.first(*_NAMES):
        return found[1], f"meta[name={found[0]}]", 0.9
    return None


def _canonical(view: View) -> tuple[str, str, float] | None:
    """Return the canonical address, absolute."""
    base = view.page.metadata.base or view.page.url or ""
    for value, where in (
        (view.page.metadata.canonical, "link[rel=canonical]"),
        ((view.first("og:url") or ("", None))[1], "og:url"),
    ):
        if not value:
            continue
        try:
            url = urljoin(base, value.strip())
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc:
            return url, where, 0.95
    return None


def _rights_line(view: View) -> int | None:
    """Return the first line that was removed as a copyright notice, or is one by its phrase."""
    hits, verdicts = view.evidence.hits, view.sifted.verdicts
    noticed = {verdict.block.index for verdict in verdicts if verdict.role == "copyright"}
    for index in view.evidence.hit_lines:
        if (hit := hits[index]) is not None and hit.family == "copyright":
            noticed.add(index)
    lines = [index for index in sorted(noticed) if not verdicts[index].kept]
    return next((index for index in lines if len(verdicts[index].block.text) <= _MAX_RIGHTS), None)
