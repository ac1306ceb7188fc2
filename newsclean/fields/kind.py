"""What the page is: an article, or a wall, an index, an error, nothing; with its access, notes and warnings."""

from dataclasses import dataclass
from itertools import accumulate, compress, pairwise
from typing import Final

from newsclean.article import Access, PageKind, PageWarning
from newsclean.block import Json, Role
from newsclean.conventions.errorpages import says_error, says_status
from newsclean.conventions.headlines.titles import parts
from newsclean.conventions.schematypes import ARTICLE_TYPES, types_of
from newsclean.evidence.phrased import LIKELY
from newsclean.fields.storysigns import LIST_TYPES, Story, story_chance
from newsclean.fields.view import Reading, View
from newsclean.folding import fold
from newsclean.phrases import match

_SHORT: Final = 1_500
"""Characters of a body that a wall may have cut."""
_ENOUGH: Final = 400
"""Characters of body sentences that make an article of a page that says nothing of itself."""
_WALL_HITS: Final = 3
"""A notice with its buttons; a banner at the foot of an article has fewer, and the article has text."""
_WALL_CHARS: Final = 900
"""Characters of sentences that may be left of a consent wall's own text."""
_TOLD_CHARS: Final = 40
"""Characters below a headline and away from any notice that make a story of a page with a date or an author."""
_TOLD_LONG: Final = 200
"""The same for a page with neither."""
_APART: Final = 4
"""A notice that starts so many lines below a story is a banner; one right below it may be the wall that cuts it."""
_WALL_LINES: Final = 8
"""So many lines below the end of a story a prompt to subscribe may stand that cuts it."""
_OTHERS: Final[frozenset[Role | None]] = frozenset(("related", "comment", "copyright"))
"""Roles of lines below which no story goes on."""
_NOTICE_LINES: Final = 10
"""A page of so few lines has no article around its notice."""
_MENU_LINES: Final = 12
"""So many lines without a sentence are a section front or a menu."""
_LONG_WORDS: Final = 15
_LINKED: Final = 0.6
"""The share of letters inside links above which a page without much text is a list."""
_EVEN: Final = 0.5
_TIERS: Final[dict[str, Access]] = {
    "free": "free", "metered": "metered", "registered": "metered", "locked": "locked",
    "premium": "locked", "paid": "locked",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Signals:
    """What is counted on a page to tell what it is."""

    lines: int
    body: int
    """Characters of the sentences that stay."""
    kept: int
    """Lines that stay."""
    long: int
    """Characters of the lines that stay and are longer than a headline, whether or not they end as a sentence."""
    prose: int
    """Characters of all sentences."""
    link_share: float
    types: frozenset[str]
    families: dict[str, int]
    told: int
    """Characters of the likely lines that stay below the headline and away from any consent notice."""
    error: bool
    """Whether a line that is no article's says that a page is missing or a server failed."""
    failed: bool
    """Whether its title says so."""
    story: bool
    """Whether its markup speaks of an article."""


def read_kind(view: View, dates: Reading, authors: Reading, place: Reading, *, live: bool) -> Reading:
    """Say what the page is, how it may be read, and what a careful reader should know.

    Args:
        view: the page.
        dates: what was found of its dates.
        authors: what was found of its authors.
        place: what was found of its dateline and agencies.
        live: whether entries of a live blog were found.
    """
    story = tell_story(view, dates, authors, place)
    signals = _signals(view, story)
    access = _stated_access(view)
    kind = _wall(signals)
    if kind is None:
        # a dump says nothing of itself: what has sentences that stay is taken for a story
        likely = view.page.kind == "text" or story_chance(view, story) > _EVEN
        if access is None and likely and _cut_by_wall(view, signals):
            access = "locked"
        kind = _story_kind(signals, likely=likely, locked=access == "locked", live=live)
    values: dict[str, object] = {"page_kind": kind}
    if access is not None:
        values["access"] = access
    notes = [
        verdict.block
        for verdict, hit in zip(view.sifted.verdicts, view.evidence.hits, strict=True)
        if verdict.role == "note" or (hit is not None and hit.family == "note")
    ]
    if notes:
        values["notes"] = tuple(block.text for block in notes)
    warnings = _warnings(kind, signals)
    if warnings:
        values["warnings"] = warnings
    return Reading(values, (), {block.index: "notes" for block in notes})


def tell_story(view: View, dates: Reading, authors: Reading, place: Reading) -> Story:
    """Return what was found of a story, as `story_chance` asks for it."""
    written = authors.values.get("authors", ())
    return Story(
        dated=_where(dates, "published"),
        authored=(_where(authors, "authors") or "signoff") if written else None,
        person=any(author.kind == "person" for author in written),
        place=frozenset(place.values),
        types=frozenset().union(*map(types_of, view.page.metadata.json_ld)),
    )


def _where(reading: Reading, field: str) -> str | None:
    return next((source.where for source in reading.sources if source.field == field), None)


def _signals(view: View, story: Story) -> _Signals:
    blocks = view.page.blocks
    families: dict[str, int] = {}
    error = False
    for block, hit in zip(blocks, view.evidence.hits, strict=True):
        if hit is not None:
            families[hit.family] = families.get(hit.family, 0) + 1
            error = error or (hit.family == "blocked" and says_error(block.text))
    sentences = list(compress(view.sifted.verdicts, view.evidence.shapes.prose))
    linked = sum(block.link_chars or 0 for block in blocks) if view.page.kind == "html" else 0
    return _Signals(
        lines=len(blocks),
        body=sum(len(verdict.block.text) for verdict in sentences if verdict.kept),
        kept=len(view.sifted.body),
        long=sum(len(block.text) for block in view.sifted.body if view.evidence.words(block) >= _LONG_WORDS),
        prose=sum(len(verdict.block.text) for verdict in sentences),
        link_share=linked / sum(len(block.text) for block in blocks) if linked else 0.0,
        types=story.types,
        families=families,
        told=_told(view) if families.get("consent") else 0,
        error=error,
        failed=_is_failed(view.page.metadata.title or ""),
        story=bool(story.dated or story.authored or story.types & ARTICLE_TYPES),
    )


def _is_failed(title: str) -> bool:
    """Return whether a part of a page's title is what servers say of a missing page: "404", "Page not found"."""
    for part in (*parts(title)[::2], title.partition(": ")[0]):
        hit = match(fold(part))
        if says_status(part) or (hit is not None and hit.family == "blocked" and says_error(part)):
            return True
    return False


def _told(view: View) -> int:
    """Return the most characters that one print of the headline has below it before a consent notice stands there."""
    if view.headline is None:
        return 0
    hits, evidence = view.evidence.hits, view.evidence
    notice = [index for index in evidence.hit_lines if (hit := hits[index]) is not None and hit.family == "consent"]
    kept = [block for block in view.sifted.body if evidence.score(block) >= LIKELY]
    most = 0
    for top in view.headline.copies:
        first = next((index for index in notice if index > top), None)
        below = [block for block in kept if top < block.index and (first is None or block.index < first)]
        if below and (first is None or first - below[-1].index >= _APART):
            most = max(most, sum(len(block.text) for block in below))
    return most


def _wall(signals: _Signals) -> PageKind | None:
    """Return what stands where an article should: nothing, a bot check, a consent wall."""
    if signals.lines == 0:
        return "empty"
    if signals.families.get("blocked", 0) and signals.body < _ENOUGH and signals.prose < _SHORT:
        return "error" if signals.error else "blocked"
    if signals.failed and signals.body < _ENOUGH and signals.long < _ENOUGH:
        return "error"
    consent = signals.families.get("consent", 0)
    if signals.told >= (_TOLD_CHARS if signals.story else _TOLD_LONG):
        return None
    if consent >= (_WALL_HITS if signals.lines > _NOTICE_LINES else _WALL_HITS - 1) and signals.body < (
        _ENOUGH // 2 if signals.story else _WALL_CHARS
    ):
        return "consent_wall"
    return None


def _story_kind(signals: _Signals, *, likely: bool, locked: bool, live: bool) -> PageKind:
    if "liveblogposting" in signals.types:
        return "live_blog"
    if locked and signals.body < _SHORT:
        return "paywall"
    if signals.body == 0 and signals.long == 0:
        if likely and signals.story and signals.prose == 0:
            return "article" if signals.kept else "empty"
        listed = signals.types & LIST_TYPES or signals.lines > _MENU_LINES
        return "index" if listed else "empty" if signals.prose == 0 else "other"
    if likely:
        return "live_blog" if live else "article"
    listed = signals.types & LIST_TYPES or (signals.link_share > _LINKED and signals.body < _SHORT)
    return "index" if listed else "other"


def _stated_access(view: View) -> Access | None:
    stated = _truth((view.article or {}).get("isAccessibleForFree"))
    if stated is not None:
        return "free" if stated else "locked"
    tier = view.first("article:content_tier", "article:opinion_tier")
    return None if tier is None else _TIERS.get(tier[1].casefold())


def _cut_by_wall(view: View, signals: _Signals) -> bool:
    """Return whether a prompt to subscribe stands where a short story ends."""
    if signals.body >= _SHORT or view.end < 0:
        return False
    end = _end_at_wall(view)
    hits = view.evidence.hits[max(0, end - 1) : end + _WALL_LINES]
    return any(hit is not None and hit.family == "paywall" for hit in hits)


def _end_at_wall(view: View) -> int:
    """Return the story's last line; its last above a prompt, where what stays below that is less, and of other stories.

    Between a prompt in mid-story and the next paragraph there is no cue of other stories.
    """
    verdicts = view.sifted.verdicts
    prose = [index for index in view.evidence.prose_lines if verdicts[index].kept]
    chars = list(accumulate(len(verdicts[index].block.text) for index in prose))
    for at, (end, following) in enumerate(pairwise(prose)):
        roles = [verdict.role for verdict in verdicts[end + 1 : following]]
        if "paywall" in roles and not _OTHERS.isdisjoint(roles[roles.index("paywall") :]):
            return end if chars[-1] < 2 * chars[at] else view.end
    return view.end


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
    if kind == "consent_wall":
        return (PageWarning(code="consent_wall", message="the page asks for consent and shows no article"),)
    if signals.body == 0:
        return (PageWarning(code="no_body", message="no sentence of the page looked like article text"),)
    return (PageWarning(code="no_article", message=f"the page looks like {kind}, not like an article"),)
