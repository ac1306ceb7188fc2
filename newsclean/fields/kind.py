"""What the page is: an article, or a wall, an index, an error, nothing; with its access, notes and warnings."""

from dataclasses import dataclass
from typing import Final

from newsclean.article import Access, PageKind, PageWarning
from newsclean.block import Json
from newsclean.conventions.headlines import ARTICLE_TYPES
from newsclean.fields.view import Reading, View

_SHORT: Final = 1_500
"""Characters of a body that a wall may have cut."""
_ENOUGH: Final = 400
"""Characters of body sentences that make an article whatever else the page has."""
_WALL_HITS: Final = 3
"""A notice with its buttons; a banner at the foot of an article has fewer, and the article has text."""
_TIERS: Final[dict[str, Access]] = {
    "free": "free",
    "metered": "metered",
    "locked": "locked",
    "premium": "locked",
    "paid": "locked",
    "registered": "metered",
}
_OTHER_TYPES: Final = frozenset(
    (
        "product", "offer", "itemlist", "collectionpage", "searchresultspage", "faqpage", "qapage",
        "discussionforumposting", "profilepage", "localbusiness", "store", "course", "event", "jobposting",
        "softwareapplication", "service", "hotel", "restaurant", "realestatelisting", "vehicle", "apireference",
        "productgroup", "individualproduct", "webapplication", "movie", "book", "videogame",
    )
)  # fmt: skip
_INDEX_TYPES: Final = frozenset(("collectionpage", "itemlist", "searchresultspage"))
_OTHER_OG: Final = frozenset(
    (
        "product", "website", "profile", "book", "video.movie", "product.item", "og:product", "place",
        "business.business", "forum",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Signals:
    """What is counted on a page to tell what it is."""

    body: int
    """Characters of the sentences that stay."""
    prose: int
    """Characters of all sentences."""
    lines: int
    link_share: float
    types: frozenset[str]
    og_type: str
    dated: bool
    authored: bool
    marked_up: bool
    """Whether there is markup that could speak for an article; a text dump has none."""
    families: dict[str, int]


def read_kind(view: View, *, dated: bool, authored: bool, live: bool) -> Reading:
    """Say what the page is, how it may be read, and what a careful reader should know."""
    signals = _signals(view, dated=dated, authored=authored)
    access = _access(view, signals)
    kind = _kind(signals, access, live=live)
    values: dict[str, object] = {"page_kind": kind}
    if access is not None:
        values["access"] = access
    notes = [verdict for verdict in view.sifted.verdicts if _is_note(view, verdict.block.index)]
    if notes:
        values["notes"] = tuple(verdict.block.text for verdict in notes)
    warnings = _warnings(kind, signals)
    if warnings:
        values["warnings"] = warnings
    return Reading(values, (), {verdict.block.index: "notes" for verdict in notes})


def _is_note(view: View, index: int) -> bool:
    hit = view.evidence.hits[index]
    return view.role(index) == "note" or (hit is not None and hit.family == "note")


def _signals(view: View, *, dated: bool, authored: bool) -> _Signals:
    blocks, evidence = view.page.blocks, view.evidence
    prose = [block for block in blocks if evidence.is_prose(block)]
    body = sum(len(block.text) for block in prose if view.sifted.verdicts[block.index].kept)
    linked = sum(block.link_chars or 0 for block in blocks)
    chars = sum(len(block.text) for block in blocks)
    families: dict[str, int] = {}
    for hit in evidence.hits:
        if hit is not None:
            families[hit.family] = families.get(hit.family, 0) + 1
    types: set[str] = set()
    for thing in view.page.metadata.json_ld:
        value = thing.get("@type")
        types.update(
            str(kind).rsplit("/", 1)[-1].casefold() for kind in (value if isinstance(value, list) else (value,)) if kind
        )
    og_type = view.first("og:type")
    return _Signals(
        body=body,
        prose=sum(len(block.text) for block in prose),
        lines=len(blocks),
        link_share=linked / chars if chars else 0.0,
        types=frozenset(types),
        og_type=og_type[1].casefold() if og_type else "",
        dated=dated,
        authored=authored,
        marked_up=view.page.kind == "html",
        families=families,
    )


def _kind(signals: _Signals, access: Access | None, *, live: bool) -> PageKind:
    if signals.lines == 0:
        return "empty"
    blocked, consent = signals.families.get("blocked", 0), signals.families.get("consent", 0)
    storyless = not (signals.dated or signals.authored or signals.types & ARTICLE_TYPES)
    if blocked and signals.body < _ENOUGH:
        return "blocked" if signals.prose < _SHORT else "other"
    if consent >= _WALL_HITS and signals.body < (_SHORT if storyless else _ENOUGH // 2):
        return "consent_wall"
    if live or "liveblogposting" in signals.types:
        return "live_blog"
    if access == "locked" and signals.body < _SHORT:
        return "paywall"
    if signals.body == 0:
        return "index" if signals.lines > 12 else "empty" if signals.prose == 0 else "other"  # noqa: PLR2004
    return _article_or_not(signals)


def _article_or_not(signals: _Signals) -> PageKind:
    """Weigh what speaks for an article and what for a list, a product or a forum."""
    score = 0.0 if signals.marked_up else 1.0
    score += 2.0 if signals.types & ARTICLE_TYPES else 0.0
    score += 1.0 if signals.og_type.startswith("article") else -1.0 if signals.og_type in _OTHER_OG else 0.0
    score -= 2.0 if signals.types & _OTHER_TYPES and not signals.types & ARTICLE_TYPES else 0.0
    score += 1.0 if signals.dated else 0.0
    score += 1.0 if signals.authored else 0.0
    score += 1.0 if signals.body >= _SHORT else 0.0 if signals.body >= _ENOUGH else -1.0
    score -= 1.0 if signals.link_share > 0.6 else 0.0  # noqa: PLR2004 - most of its letters are links
    if score >= 0:
        return "article"
    if signals.types & _INDEX_TYPES or (signals.link_share > 0.6 and signals.body < _SHORT):  # noqa: PLR2004
        return "index"
    return "other"


def _access(view: View, signals: _Signals) -> Access | None:
    stated = _truth((view.article or {}).get("isAccessibleForFree"))
    if stated is not None:
        return "free" if stated else "locked"
    if tier := view.first("article:content_tier", "article:opinion_tier"):
        return _TIERS.get(tier[1].casefold())
    if signals.body >= _SHORT or view.end < 0:
        return None
    cut = range(max(0, view.end - 1), min(len(view.page.blocks), view.end + 8))
    walls = sum(1 for index in cut if (hit := view.evidence.hits[index]) is not None and hit.family == "paywall")
    return "locked" if walls else None


def _truth(value: Json) -> bool | None:
    """Return a JSON-LD truth value, which many pages write as a string."""
    if isinstance(value, bool):
        return value
    text = str(value).rsplit("/", 1)[-1].casefold()
    return True if text in ("true", "1", "yes") else False if text in ("false", "0", "no") else None


def _warnings(kind: PageKind, signals: _Signals) -> tuple[PageWarning, ...]:
    if kind == "paywall":
        return (PageWarning(code="possibly_truncated", message="the page is behind a paywall; its text may be cut"),)
    if kind in ("article", "live_blog"):
        return ()
    if signals.body == 0:
        return (PageWarning(code="no_body", message="no sentence of the page looked like article text"),)
    return (PageWarning(code="no_article", message=f"the page looks like {kind}, not like an article"),)
