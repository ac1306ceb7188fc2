"""What the markup says of each block: tag, links, the families of class words around it, its containers' mass.

In: an HTML page's blocks and the weight of their prose. Out: named columns; for a text page there are none.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add

import numpy as np

from newsclean.block import Element, Page
from newsclean.evidence.shapes import Floats, Ints

_TAGS = ("p", "div", "li", "h1", "h2", "h3", "h4", "td", "span", "figcaption", "blockquote", "section", "button")
_ANCESTORS = (
    "nav",
    "header",
    "footer",
    "aside",
    "article",
    "main",
    "figure",
    "form",
    "table",
    "ul",
    "ol",
    "blockquote",
    "section",
)
_FAMILIES = {
    "content": r"content|article|body|story|entry|post|text|texto|artikel|noticia|news",
    "body": r"article[-_]?body|article[-_]?content|article[-_]?text|entry[-_]content|post[-_]content|post[-_]body"
    r"|story[-_]?body|body[-_]?text",
    "comment": r"comment|disqus|reply|replies|discuss|respond|forum|opinie|komment",
    "related": r"relat|recommend|more[-_]|popular|trend|most[-_]|teaser|promo|recirc|read[-_]?more|also|suggest|similar"
    r"|latest|next",
    "share": r"share|social|sharing|facebook|twitter|whatsapp|follow",
    "nav": r"nav|menu|breadcrumb|crumb|pagination|pager|skip|tabs?\b",
    "footer": r"foot|copyright|legal|disclaimer|bottom",
    "header": r"head(?!line)|masthead|topbar|logo|banner",
    "side": r"side|aside|widget|rail|column|col-|right|left",
    "ad": r"\bads?\b|\bad[-_]|[-_]ad\b|advert|sponsor|promot|werbung|publi|reklam|commercial|affiliate",
    "caption": r"caption|credit|figure|photo|image|img|gallery|media|video|foto|wp-caption|copyright",
    "author": r"author|byline|\bbio\b|contributor|writer|autor",
    "time": r"date|time|publish|stamp|meta|info",
    "tags": r"\btags?\b|tag[-_]|topic|categor|keyword|label|section[-_]name|kicker",
    "signup": r"newsletter|subscri|signup|sign-up|paywall|regist|login|premium|modal|popup|overlay|cookie|consent|gdpr",
    "title": r"title|headline|heading|titel",
    "lead": r"lead|intro|standfirst|dek|summary|abstract|excerpt|subtitle|sub-?head|description|teaser|chapo"
    r"|vorspann|anrisz|lid\b",
    "card": r"card|grid|list|item|tile|carousel|slider|swiper|feed|box|block",
}


_Look = tuple[str, int, re.Pattern[str] | None]
"""A word, the family that it is of as a bit, and what must be found as well where the word is not enough."""


def _looks() -> dict[str, list[_Look]]:
    """Return what to look for in a class word, by the two letters that it starts with."""
    found: dict[str, list[_Look]] = {}
    for number, pattern in enumerate(_FAMILIES.values()):
        for way in pattern.split("|"):
            word = _WORD.search(way)
            if word is not None:
                look = word[0], 1 << number, None if word[0] == way else re.compile(way)
                found.setdefault(word[0][:2], []).append(look)
    return found


_WORD = re.compile(r"(?<!\\)[a-z]+(?=[a-z]\?)|(?<!\\)[a-z]+(?![a-z?])")
"""Letters that a pattern cannot match without: no letter after them is optional, and none of them is a class."""
_LOOKS = _looks()
_TAG_BITS = {tag: 1 << number for number, tag in enumerate(_TAGS)}
_ANCESTOR_BITS = {tag: 1 << number for number, tag in enumerate(_ANCESTORS)}
_MAX_ELEMENTS = 64
"""Ancestors above this count are not looked at: no page that people read is nested deeper."""

COLUMNS: tuple[str, ...] = (
    "link_share", "links", "bold_share", "depth", "from_break",
    *(f"tag_{tag}" for tag in _TAGS),
    *(f"in_{tag}" for tag in _ANCESTORS),
    *(f"own_{name}" for name in _FAMILIES),
    *(f"near_{name}" for name in _FAMILIES),
    *(f"far_{name}" for name in _FAMILIES),
    "parent_mass", "parent_prose", "parent_rank", "grand_mass", "great_mass", "in_densest", "to_densest",
    "same_tag_before", "parent_blocks", "parent_link_share", "grand_link_share",
)  # fmt: skip


def fill(page: Page, mass: Floats, out: Floats) -> None:
    """Fill the markup columns, one a row, into `out` of shape (len(COLUMNS), blocks).

    `mass` is the weight of each block's prose: its words where it reads like sentences, else 0.
    """
    blocks = page.blocks
    nodes = _nodes([block.element for block in blocks])
    at = nodes.of_block
    counts = [
        (len(block.text), block.link_chars or 0, block.bold_chars or 0, block.links or 0, block.gap == 0)
        for block in blocks
    ]
    chars, link_chars, bold_chars, links, broken = np.asarray(counts, dtype=np.float32).T
    out[0] = link_chars / np.maximum(chars, 1)
    out[1] = np.log1p(links)
    out[2] = bold_chars / np.maximum(chars, 1)
    out[3] = nodes.depth[at]
    out[4] = broken
    start = 5
    for masks, bits in (
        (nodes.tag_bit, len(_TAGS)),
        (nodes.within, len(_ANCESTORS)),
        (nodes.own, len(_FAMILIES)),
        (nodes.near, len(_FAMILIES)),
        (nodes.far, len(_FAMILIES)),
    ):
        out[start : start + bits] = (masks[at] >> np.arange(bits)[:, None]) & 1
        start += bits
    _containers(nodes, mass, chars, link_chars, out[start:])


@dataclass(frozen=True, slots=True, eq=False)
class _Nodes:
    """The elements around a page's blocks, numbered parents first; families and tags are bit masks."""

    of_block: Ints
    """The element of each block."""
    parent: Ints
    """The parent of each element; the topmost are their own."""
    depth: Ints
    tags: list[str]
    tag_bit: Ints
    within: Ints
    """The tags of the element and of all around it."""
    own: Ints
    near: Ints
    """The families of the element and of the two around it."""
    far: Ints
    """The families of those further out."""


def _nodes(elements: Sequence[Element | None]) -> _Nodes:
    known: dict[Element | None, int] = {}
    parent: list[int] = []
    depth: list[int] = []
    for element in elements:
        path: list[Element | None] = []
        above = element
        while above not in known:
            path.append(above)
            if above is None or above.parent is None:
                break
            above = above.parent
        number = known.get(above, -1)
        for inner in reversed(path):
            if number >= 0 and depth[number] >= _MAX_ELEMENTS:
                number = parent[number]
            known[inner] = len(parent)
            parent.append(number if number >= 0 else len(parent))
            depth.append(depth[number] + 1 if number >= 0 else 0)
            number = len(parent) - 1
    tags = [element.tag if element is not None else "" for element in known]
    own = [families(element.hints) if element is not None and element.hints else 0 for element in known]
    within = [_ANCESTOR_BITS.get(tag, 0) for tag in tags]
    # bits of the families of all around an element, its own included
    around = own.copy()
    for number, above_it in enumerate(parent):
        within[number] |= within[above_it]
        around[number] |= around[above_it]
    up, depths, bits = np.asarray(parent), np.asarray(depth), np.asarray(own)
    grand = up[up]
    return _Nodes(
        of_block=np.asarray([known[element] for element in elements]),
        parent=up,
        depth=depths,
        tags=tags,
        tag_bit=np.asarray([_TAG_BITS.get(tag, 0) for tag in tags]),
        within=np.asarray(within),
        own=bits,
        near=bits | bits[up] | bits[grand],
        far=np.where(depths > 2, np.asarray(around)[up[grand]], 0),  # noqa: PLR2004 - beyond the two around it
    )


def families(hints: str) -> int:
    """Return the families of class words in an element's hints, as a bit mask in the order of `_FAMILIES`."""
    found = 0
    for word in hints.split():
        found |= _families_of(word)
    return found


@lru_cache(maxsize=8_192)
def _families_of(word: str) -> int:
    found = 0
    # most words of pages hold few of ours: what two letters rule out is not looked for
    for pair in _LOOKS.keys() & set(map(add, word, word[1:])):
        for part, family, pattern in _LOOKS[pair]:
            if part in word and not found & family and (pattern is None or pattern.search(word)):
                found |= family
    return found


def _containers(nodes: _Nodes, mass: Floats, chars: Floats, link_chars: Floats, out: Floats) -> None:
    """Fill the mass of the three containers around each block, and its distance in the tree to the densest one."""
    holder = nodes.parent[nodes.of_block]
    grand = nodes.parent[holder]
    great = nodes.parent[grand]
    count = len(nodes.parent)
    # a container at the top of the page is its own parent: it counts a block once
    once = np.concatenate((np.ones(len(holder), bool), grand != holder, great != grand))
    flat = np.concatenate((holder, grand, great))[once]

    def sums(values: Floats) -> Floats:
        return np.bincount(flat, weights=np.tile(values, 3)[once], minlength=count).astype(np.float32)

    within = sums(mass)
    link_share = sums(link_chars) / np.maximum(sums(chars), 1)
    direct = np.bincount(holder, weights=mass, minlength=count)
    rank = np.empty(count, dtype=np.float32)
    rank[np.argsort(-direct, kind="stable")] = np.arange(count)
    total = max(float(mass.sum()), 1.0)
    densest = int(direct.argmax()) if direct.any() else None
    out[0] = within[holder] / total
    out[1] = sums((mass > 0).astype(np.float32))[holder]
    out[2] = np.where(direct[holder] > 0, rank[holder], 99)
    out[3] = within[grand] / total
    out[4] = within[great] / total
    out[5] = holder == densest if densest is not None else 0
    out[6] = _steps(nodes.parent.tolist(), densest)[nodes.of_block]
    seen: Counter[tuple[int, str]] = Counter()
    for index, (element, container) in enumerate(zip(nodes.of_block.tolist(), holder.tolist(), strict=True)):
        key = container, nodes.tags[element]
        seen[key] += 1
        out[7, index] = seen[key]
    out[8] = sums(np.ones(len(holder), dtype=np.float32))[holder]
    out[9] = link_share[holder]
    out[10] = link_share[grand]


def _steps(parents: list[int], target: int | None) -> Ints:
    """Return how many steps up from each element `target` or one around it stands, or else the topmost."""
    around: set[int] = set()
    while target is not None and target not in around:
        around.add(target)
        target = parents[target]
    steps = [0] * len(parents)
    for number, parent in enumerate(parents):
        if number not in around and parent != number:
            steps[number] = steps[parent] + 1
    return np.asarray(steps)
