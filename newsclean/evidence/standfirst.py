"""Standfirsts: the lines between headline and body that the markup names so, or that are the page's own description.

In: an HTML page and its comparison keys. Out: positions; no score is looked at, and nothing is kept here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from newsclean.block import Block, Element, Page
from newsclean.conventions.schematypes import types_of

_NAMES: Final = re.compile(
    r"(?:^|[\s_-]|article|entry|header|headline|page|post|story)"
    r"(?:abstract|anri(?:ss|sz)|bajada|chapeau|chapo|copete|dec?k|desc(?:r|rp|p|ription)?|entradilla|excerpt|headnote|ingress|intro|kurzfassung"
    r"|lead|lede|manchet|occhiello|perex|sommario|sottotitolo|stand-?first|strap(?:line)?"
    r"|sub-?(?:head(?:er|ing|line)?|line|title)|summary|teaser|vorspann|zajawka)"
    r"(?:$|[\s_-]|copy|list|text)"
)
_OTHER: Final = re.compile(
    r"author|bio|byline|caption|card|carousel|comment|(?<!ac)credit|figure|gallery|image|img|newsletter(?!-post)|photo|picture|promo"
    r"|related|sign-?up|slide|video"
)
_OTHER_TAGS: Final = frozenset({"a", "aside", "figcaption", "figure", "nav"})
_NEWS: Final = frozenset(
    (
        "analysisnewsarticle", "askpublicnewsarticle", "backgroundnewsarticle", "liveblogposting", "newsarticle",
        "opinionnewsarticle", "reportagenewsarticle", "reviewnewsarticle",
    )
)  # fmt: skip
"""The types of schema.org that are news."""
_NEAR: Final = 2
"""Elements, from the block's own upwards, whose hints may name it."""
_AROUND: Final = 4
"""Elements, from the block's own upwards, that may show it to be no part of the story's head."""
MAX_BLOCKS: Final = 25
"""Below the headline: menus of sharing, pictures and dates come between."""
_MAX_CHARS: Final = 600
MIN_WORDS: Final = 5
_MAX_LINK_SHARE: Final = 0.3


def is_named(element: Element) -> bool:
    """Return whether the markup calls an element's text a standfirst.

    >>> is_named(Element("p", "article__standfirst", None, 0, 1, 1)), is_named(Element("p", "loader", None, 0, 1, 1))
    (True, False)
    """
    return any(_NAMES.search(above.hints) for above in islice(element.ancestors(), _NEAR) if above.hints)


def standfirsts(  # noqa: PLR0913, PLR0917 - what is known of the page's head, each part made once
    page: Page, folded: Sequence[str], words: Sequence[int], title: str, description: str, until: int
) -> Iterator[int]:
    """Yield the positions of the standfirst's lines, which stand together; nothing where there is none.

    Only of a page that calls itself news. Of such lines that the scorer would drop, all 19 of the gold set of news
    stand in its text, and 2 of 10 of the set of mixed pages; where pages say of themselves nothing, or that they are
    blogs, gold texts leave out four in five.

    Args:
        page: an HTML page.
        folded: the comparison keys of its blocks.
        words: their number of words, by the script's measure.
        title: the comparison key of the title that the markup gives.
        description: that of the description.
        until: the position at which the body begins.
    """
    if not any(_NEWS & types_of(thing) for thing in page.metadata.json_ld):
        return
    blocks = page.blocks
    head = next(
        (i for i in range(until) if (element := blocks[i].element) and (element.tag == "h1" or folded[i] == title)),
        until,
    )
    first: Element | None = None
    for index in range(head + 1, min(until, head + MAX_BLOCKS)):
        element = blocks[index].element
        if (
            first is None
            and element is not None
            and words[index] >= MIN_WORDS
            and folded[index] != title
            and may_be_standfirst(blocks[index], element)
        ):
            first = element if folded[index] == description or is_named(element) else None
        # a summary of several points stands together
        if first is not None and element is not None:
            if element.parent is not first.parent or element.hints != first.hints:
                break
            yield index


def may_be_standfirst(block: Block, element: Element) -> bool:
    """Return whether a block is short, hardly linked and in no picture, list of links or author's box."""
    text = block.text
    return (
        len(text) <= _MAX_CHARS
        and (block.link_chars or 0) <= _MAX_LINK_SHARE * len(text)
        and not any(
            above.tag in _OTHER_TAGS or (above.hints and _OTHER.search(above.hints))
            for above in islice(element.ancestors(), _AROUND)
        )
    )
