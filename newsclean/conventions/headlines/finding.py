"""Headlines: which line of a page is its title; a page in, the headline and the blocks that print it out.

The sources of an HTML page check each other: JSON-LD, OpenGraph, microdata, `<title>`, `<h1>` and the headings above
the body. A text dump has its first line, where that is the page's title, and the lines above the body.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

from newsclean.block import Block, Page
from newsclean.conventions.headlines.addresses import plain, slug_words
from newsclean.conventions.headlines.bodyrun import Lines
from newsclean.conventions.headlines.headings import Heading, headings
from newsclean.conventions.headlines.sharedwords import share_of, words_of
from newsclean.conventions.headlines.statedtitles import site_names, stated_titles
from newsclean.conventions.headlines.textheadlines import find_in_text
from newsclean.conventions.headlines.titles import guess_headline, squash, squash_folded, without_site
from newsclean.folding import fold
from newsclean.phrases import match

MAX_CHARS: Final = 400
_WEIGHTS: Final = {
    "h1": 3.0, "json-ld": 2.0, "og:title": 1.7, "twitter:title": 0.8, "microdata": 1.5, "meta": 0.7,
    "title": 1.3, "heading": 1.5, "above": 1.5,
}  # fmt: skip
_PRINTED: Final = frozenset(("h1", "heading"))
_STATED: Final = frozenset(("json-ld", "og:title", "twitter:title", "microdata", "meta", "title"))
_UNSHARED: Final = -1.6
"""For what has no word in common with any stated title: the name of a site or a section, of which h1 are made, too."""
_SLUG: Final = 1.5
"""For what has the words of the page's address; many addresses keep those of an earlier headline."""
_ENOUGH_SLUG_WORDS: Final = 4
_FEW_WORDS: Final = -0.8
"""For what has fewer than four words, and is not Chinese or Japanese."""
_NEAR: Final = 25
"""How many blocks above the body a headline may stand: between them byline, date, share row and pictures."""
_BELOW: Final = 2
"""How many blocks below the first sentence a headline that the markup states may still stand."""
_MIN_BEHIND: Final = 15
"""Letters of a headline that a kicker may stand before, or a subtitle behind, in one heading."""
_LEAST_BEHIND: Final = 2 / 3
"""The share of such a heading that is the headline: "How much does a meditation class cost?" has no kicker."""
_MIN_LINE: Final = 12
"""Letters of a line that may be the headline though no markup says so, because a stated title has it whole."""
_JOINS: Final = tuple(":–—-|,;&+/([")
"""Signs that join the halves of a headline."""
_MAX_ABOVE: Final = 60
_MIN_KICKER: Final = 5
"""Characters of a kicker: more than an article or a number."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of a page."""

    text: str
    where: str
    """The source that gave the text, as in `FieldSource`."""
    raw: str
    confidence: float
    block: int | None = None
    """The block that is the headline above the body."""
    copies: frozenset[int] = frozenset()
    """All blocks that print it, with or without the name of the site."""


def find_headline(page: Page, lines: Lines) -> Headline | None:
    """Find the title of a page, or None where no line and no metadata gives one.

    Filters and a field ask the same question of the same page: the answer is remembered as long as the evidence is.

    Args:
        page: the page.
        lines: what is known of its blocks: the page's evidence.
    """
    if lines not in _FOUND:
        _FOUND[lines] = _find(page, lines)
    return _FOUND[lines]


_FOUND: Final[WeakKeyDictionary[Lines, Headline | None]] = WeakKeyDictionary()


def _find(page: Page, lines: Lines) -> Headline | None:
    # a text may come with a head of its own that states the title
    is_stated = page.kind == "html" or page.metadata.title or page.metadata.meta
    stated = _find_stated(page, lines) if is_stated else None
    if stated is not None:
        return stated
    found = find_in_text(page.blocks, lines)
    if found is None:
        return None
    text, raw, confidence, block, copies = found
    return Headline(text, f"block {block}", raw, confidence, block, copies)


@dataclass(slots=True)
class _Candidate:
    text: str
    raw: str
    sources: dict[str, float]
    blocks: list[int]
    kickered: tuple[int, ...] = ()
    """The blocks that print it behind a kicker, or before a subtitle or a button."""
    weight: float = 0.0


def _find_stated(page: Page, lines: Lines) -> Headline | None:
    body, _ = lines.sentences
    given = [(where, raw) for where, raw in stated_titles(page) if len(raw) <= 2 * MAX_CHARS]
    candidates = _candidates(page, lines, given, body)
    if not candidates:
        return None
    ranked = sorted(candidates.values(), key=lambda candidate: candidate.weight, reverse=True)
    best = next((candidate for candidate in ranked if not _is_phrase(candidate)), None)
    if best is None:
        return None
    names = {squash(best.text), *(squash(page.blocks[index].text) for index in best.kickered)}
    names |= {squash(raw) for where, raw in given if squash(best.text) in squash(raw)}
    copies = _copies(page.blocks, lines.folded, names)
    block = max((index for index in best.blocks if index <= body + 2), default=None)
    total = sum(max(0.0, candidate.weight) for candidate in ranked)
    confidence = min(0.99, 0.4 + 0.6 * max(0.0, best.weight) / total) if total else 0.4
    sources = best.sources.keys() - {"above", "line"}
    where = max(sorted(sources), key=lambda source: best.sources[source]) if sources else f"block {best.blocks[0]}"
    return Headline(" ".join(best.text.split()).lstrip(":| "), where, best.raw, round(confidence, 2), block, copies)


def _is_phrase(candidate: _Candidate) -> bool:
    """Return whether a candidate is a phrase of the page's furniture; a stated title may start with its label."""
    hit = match(fold(candidate.text))
    return hit is not None and (not hit.rest or candidate.sources.keys().isdisjoint(_STATED))


def _candidates(page: Page, lines: Lines, given: Sequence[tuple[str, str]], body: int) -> dict[str, _Candidate]:
    """Return what may be the title, by its `squash`: what the markup states, and the headings up to the body."""
    heads = headings(page.blocks, body)
    sites = site_names(page) | _mastheads(page, heads)
    repeated = _repeated(lines, {squash(raw) for _, raw in given}, body)
    whole = {squash(text) for text, source, _ in heads if source == "h1"}
    others = _others(page, given, heads, body) | repeated.keys()
    candidates: dict[str, _Candidate] = {}
    bare_of = _without_marked_kickers(page, heads, [squash(raw) for _, raw in given])

    def add(text: str, raw: str, source: str, weight: float) -> _Candidate | None:
        name = squash(text)
        if not name or len(text) > MAX_CHARS or name in sites:
            return None
        found = candidates.setdefault(name, _Candidate(text, raw, {}, []))
        found.sources[source] = max(weight, found.sources.get(source, 0.0))
        return found

    for where, raw in given:
        # a title that stands on the page as it is has no site's name
        text, sure = (raw, True) if squash(raw) in whole else without_site(raw, sites=sites, others=others)
        if where == "title" and not sure and squash(text) not in others:
            text = guess_headline(text)
        add(text, raw, where, _WEIGHTS[where])
    stated = frozenset(candidates)
    agreed = [name for name, candidate in candidates.items() if len(candidate.sources) > 1]
    for printed, source, indexes in heads:
        texts = [page.blocks[index].text for index in indexes]
        bare = bare_of.get(squash(printed), printed)
        is_glued = bare != printed
        if not is_glued and source in _PRINTED:
            kickerless = _without_kicker(printed, texts, stated)
            bare = _without_tail(kickerless, agreed)
            is_glued = bare != kickerless
        found = add(bare, printed, source, _WEIGHTS.get(source, 0.3))
        if found is not None and source != "aside":
            found.blocks.extend(indexes)
            found.kickered = indexes if len(indexes) == 1 and is_glued else found.kickered
    asides = {index for _, source, indexes in heads if source == "aside" for index in indexes}
    for index in repeated.values():
        text = page.blocks[index].text
        found = add(text, text, "line", 0.0) if index not in asides else None
        if found is not None:
            found.blocks.append(index)
    _weigh(candidates, [words_of(fold(raw)) for _, raw in given], body, slug_words(page.url or page.metadata.canonical))
    return candidates


def _mastheads(page: Page, heads: Sequence[Heading]) -> frozenset[str]:
    """Return the `squash`ed h1 that the page's title has before a colon and another heading: the name of a blog."""
    named, colon, told = (page.metadata.title or "").partition(": ")
    name, headline = squash(named), squash(told)
    texts = {squash(text): source for text, source, _ in heads}
    return frozenset((name,)) if colon and texts.get(name) == "h1" and headline in texts else frozenset()


def _weigh(
    candidates: Mapping[str, _Candidate], stated: Sequence[frozenset[str]], body: int, slug: frozenset[str]
) -> None:
    """Add to what the sources weigh what speaks for a candidate by its place and its words."""
    titles = frozenset().union(*stated)
    for name, candidate in candidates.items():
        own = words_of(fold(candidate.text))
        printed = [index for index in candidate.blocks if index <= body + _BELOW]
        # a sentence above the headline may be taken for the body's first
        if printed and body - max(printed) <= _NEAR:
            candidate.sources["above"] = _WEIGHTS["above"] * (1 - max(0, body - max(printed)) / (2 * _NEAR))
        candidate.weight = sum(candidate.sources.values())
        if titles and own.isdisjoint(titles):
            candidate.weight += _UNSHARED
        if name.isascii() and len(candidate.text.split()) < 4:  # noqa: PLR2004 - words
            candidate.weight += _FEW_WORDS
        if slug:
            sure = _SLUG * min(1.0, len(slug) / _ENOUGH_SLUG_WORDS)
            candidate.weight += sure * share_of(slug, words_of(plain(candidate.text)))


def _repeated(lines: Lines, stated: Collection[str], body: int) -> dict[str, int]:
    """Return the lines above the body that stand whole in a stated title, by their `squash`: the first of each."""
    titles = "\n".join(stated)
    found: dict[str, int] = {}
    for index in range(max(0, body - _MAX_ABOVE), min(len(lines.folded), body + 1)):
        if _MIN_LINE <= len(lines.folded[index]) <= MAX_CHARS and lines.hits[index] is None:
            name = squash_folded(lines.folded[index])
            if len(name) >= _MIN_LINE and name in titles:
                found.setdefault(name, index)
    return found


def _others(page: Page, given: Sequence[tuple[str, str]], heads: Sequence[Heading], body: int) -> frozenset[str]:
    """Return the `squash`ed headlines by which the parts of a title are told from the names of site and section."""
    others = {squash(text) for where, text in given if where != "title"}
    titles = [squash(text) for _, text in given]
    for text, _, indexes in heads:
        # below the body's start stand subheadings, whose words a headline may end with
        if indexes[0] <= body or any(title.startswith(squash(text)) for title in titles):
            others |= {squash(text), *(squash(page.blocks[index].text) for index in indexes)}
    return frozenset(others)


def _without_marked_kickers(page: Page, heads: Sequence[Heading], stated: Sequence[str]) -> dict[str, str]:
    """Return the headlines behind what the markup calls a kicker, by the `squash` of the heading that has both.

    Where a title that the page states has both, they are one headline: "Engineering: Why the bridge took so long".
    """
    kickers = {block: text for text, block in page.metadata.kickers}
    found: dict[str, str] = {}
    for text, _, indexes in heads:
        kicker, whole = kickers.get(indexes[0], ""), squash(text)
        if not kicker or not text.startswith(kicker) or any(whole in title for title in stated):
            continue
        behind = text[len(kicker) :].lstrip(" :|–—-·")
        if len(behind) >= _MIN_BEHIND:
            found[whole] = behind
    return found


def _without_kicker(heading: str, lines: Sequence[str], stated: Collection[str]) -> str:
    """Return the part of a heading that is a stated title, without a kicker before it; else the heading.

    Args:
        heading: the text of the heading.
        lines: the texts of its blocks.
        stated: the `squash`ed titles that the markup states.
    """
    whole = squash(heading)
    if whole in stated:
        return heading
    if len(lines) > 1:
        return next((line for line in lines if squash(line) in stated), heading)
    least = max(_MIN_BEHIND, _LEAST_BEHIND * len(whole))
    behind = [name for name in stated if len(name) >= least and whole.endswith(name)]
    if behind:
        for at, character in enumerate(heading):
            if character == " " and at >= _MIN_KICKER and squash(heading[at:]) in behind:
                return heading[at:].strip()
    return heading


def _without_tail(heading: str, agreed: Collection[str]) -> str:
    """Return the start of a heading that two stated titles are, without what is glued on; else the heading.

    A short title goes on in small letters or behind a sign: "Web addicts have brain changes, research suggests".
    """
    whole = squash(heading)
    least = max(_MIN_BEHIND, _LEAST_BEHIND * len(whole))
    before = [name for name in agreed if least <= len(name) < len(whole) and whole.startswith(name)]
    if before:
        for at, character in enumerate(heading):
            head = heading[:at].rstrip()
            if character.isupper() and " " in heading[at:] and not head.endswith(_JOINS) and squash(head) in before:
                return head
    return heading


def _copies(blocks: Sequence[Block], folded: Sequence[str], names: Collection[str]) -> frozenset[int]:
    """Return the blocks that print one of the names; `folded` texts are at most half punctuation and spaces."""
    least, most = min(map(len, names)), 2 * max(map(len, names))
    return frozenset(
        block.index
        for block in blocks
        if least <= len(block.text) <= most and squash_folded(folded[block.index]) in names
    )
