"""What the markup says of each block: tag, links, the families of class words around it, its containers' mass.

In: an HTML page's blocks and the weight of their prose. Out: named columns; for a text page there are none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from newsclean.block import Element, Page
from newsclean.evidence.shapes import Floats

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


def _looks() -> Iterator[tuple[str, int, re.Pattern[str] | None]]:
    """Yield a word, the family that it is of as a bit, and what must be found as well where the word is not enough."""
    for number, pattern in enumerate(_FAMILIES.values()):
        for way in pattern.split("|"):
            word = _WORD.search(way)
            if word is not None:
                yield word[0], 1 << number, None if word[0] == way else re.compile(way)


_WORD = re.compile(r"(?<!\\)[a-z]+(?=[a-z]\?)|(?<!\\)[a-z]+(?![a-z?])")
"""Letters that a pattern cannot match without: no letter after them is optional, and none of them is a class."""
_LOOKS = tuple(_looks())
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
    """Fill the markup columns, one row a block, into `out` of shape (blocks, len(COLUMNS)).

    `mass` is the weight of each block's prose: its words where it reads like sentences, else 0.
    """
    blocks = page.blocks
    known: dict[Element, _Node] = {}
    nodes = [_node(block.element, known) if block.element is not None else _ROOT for block in blocks]
    size = len(blocks)
    chars = np.fromiter((len(block.text) for block in blocks), dtype=np.float32, count=size)
    link_chars = np.fromiter((block.link_chars or 0 for block in blocks), dtype=np.float32, count=size)
    bold_chars = np.fromiter((block.bold_chars or 0 for block in blocks), dtype=np.float32, count=size)
    out[:, 0] = link_chars / np.maximum(chars, 1)
    out[:, 1] = np.log1p(np.fromiter((block.links or 0 for block in blocks), dtype=np.float32, count=size))
    out[:, 2] = bold_chars / np.maximum(chars, 1)
    out[:, 3] = np.fromiter((node.depth for node in nodes), dtype=np.float32, count=size)
    out[:, 4] = np.fromiter((block.gap == 0 for block in blocks), dtype=np.float32, count=size)
    start = 5
    for masks, bits in (
        ([1 << _TAGS.index(node.tag) if node.tag in _TAGS else 0 for node in nodes], len(_TAGS)),
        ([node.tags for node in nodes], len(_ANCESTORS)),
        ([node.own for node in nodes], len(_FAMILIES)),
        ([node.near for node in nodes], len(_FAMILIES)),
        ([node.far for node in nodes], len(_FAMILIES)),
    ):
        out[:, start : start + bits] = (np.asarray(masks, dtype=np.int64)[:, None] >> np.arange(bits)) & 1
        start += bits
    _containers(nodes, mass, chars, link_chars, out[:, start:])


class _Node:
    """What an element says of the blocks in it, worked out once an element; families and tags are bit masks."""

    __slots__ = ("depth", "far", "near", "own", "parent", "tag", "tags")

    def __init__(self, element: Element | None, parent: "_Node | None") -> None:
        self.parent = parent
        self.tag = element.tag if element is not None else ""
        self.own = families(element.hints) if element is not None and element.hints else 0
        self.tags = 1 << _ANCESTORS.index(self.tag) if self.tag in _ANCESTORS else 0
        self.depth, self.near, self.far = 0, self.own, 0
        if parent is not None:
            self.depth = parent.depth + 1
            self.tags |= parent.tags
            self.near |= parent.own
            self.far = parent.far
            grand = parent.parent
            if grand is not None:
                self.near |= grand.own
                self.far |= grand.parent.own if grand.parent is not None else 0

    def chain(self) -> "Iterator[_Node]":
        """Yield the node and its ancestors, the nearest first."""
        node: _Node | None = self
        while node is not None:
            yield node
            node = node.parent


@lru_cache(maxsize=8_192)
def families(hints: str) -> int:
    """Return the families of class words in an element's hints, as a bit mask in the order of `FAMILIES`."""
    found = 0
    for word, family, pattern in _LOOKS:
        # most words are in no hints: the plain look goes first
        if word in hints and not found & family and (pattern is None or pattern.search(hints)):
            found |= family
    return found


_ROOT = _Node(None, None)


def _node(element: Element, known: dict[Element, _Node]) -> _Node:
    """Return the element's node, made with those of its ancestors, the outermost first."""
    path: list[Element] = []
    above: Element | None = element
    while above is not None and above not in known:
        path.append(above)
        above = above.parent
    node = known[above] if above is not None else None
    for inner in reversed(path):
        node = known[inner] = _Node(inner, node if node is None or node.depth < _MAX_ELEMENTS else node.parent)
    return node if node is not None else _ROOT


def _containers(nodes: list[_Node], mass: Floats, chars: Floats, link_chars: Floats, out: Floats) -> None:
    """Fill the mass of the three containers around each block, and its distance in the tree to the densest one."""
    numbers: dict[_Node, int] = {}
    levels = np.empty((3, len(nodes)), dtype=np.int64)
    for index, node in enumerate(nodes):
        holder = node.parent or node
        grand = holder.parent or holder
        for level, container in enumerate((holder, grand, grand.parent or grand)):
            levels[level, index] = numbers.setdefault(container, len(numbers))
    count = len(numbers)
    # a container at the top of the page is its own parent: it counts a block once
    once = np.concatenate((np.ones(len(nodes), bool), levels[1] != levels[0], levels[2] != levels[1]))
    flat = levels.reshape(-1)[once]

    def sums(values: Floats) -> Floats:
        return np.bincount(flat, weights=np.tile(values, 3)[once], minlength=count).astype(np.float32)

    within = sums(mass)
    link_share = sums(link_chars) / np.maximum(sums(chars), 1)
    direct = np.bincount(levels[0], weights=mass, minlength=count)
    rank = np.empty(count, dtype=np.float32)
    rank[np.argsort(-direct, kind="stable")] = np.arange(count)
    total = max(float(mass.sum()), 1.0)
    densest = list(numbers)[int(direct.argmax())] if direct.any() else None
    upwards = set(densest.chain()) if densest is not None else set()
    steps: dict[_Node, int] = {}
    holder_of = levels[0]
    out[:, 0] = within[holder_of] / total
    out[:, 1] = sums((mass > 0).astype(np.float32))[holder_of]
    out[:, 2] = np.where(direct[holder_of] > 0, rank[holder_of], 99)
    out[:, 3] = within[levels[1]] / total
    out[:, 4] = within[levels[2]] / total
    out[:, 5] = holder_of == numbers[densest] if densest is not None else 0
    out[:, 6] = [_steps(node, upwards, steps) for node in nodes]
    same: Counter[tuple[int, str]] = Counter()
    for index, (node, holder_number) in enumerate(zip(nodes, holder_of.tolist(), strict=True)):
        same[holder_number, node.tag] += 1
        out[index, 7] = same[holder_number, node.tag]
    out[:, 8] = sums(np.ones(len(nodes), dtype=np.float32))[holder_of]
    out[:, 9] = link_share[holder_of]
    out[:, 10] = link_share[levels[1]]


def _steps(node: _Node, upwards: set[_Node], known: dict[_Node, int]) -> int:
    """Return how many steps up from the node an element stands that is in `upwards`."""
    below: list[_Node] = []
    while node not in known and node not in upwards and node.parent is not None:
        below.append(node)
        node = node.parent
    distance = known.get(node, 0)
    for inner in reversed(below):
        distance += 1
        known[inner] = distance
    return distance
