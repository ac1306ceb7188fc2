"""Repeats: copies of what stands elsewhere on the page, as `evidence.twins` found them."""

import re
from collections.abc import Iterator
from itertools import islice

from newsclean.block import Element, Mark, Page
from newsclean.evidence import Evidence
from newsclean.filters.base import Filter

_PULL_QUOTE = re.compile(r"pull-?_?quote")
_MAX_PULL_QUOTES = 50
_MIN_MORE = 8
"""Characters that the paragraph has and the pull quote has not: "she said" at least."""
_EDGES = " \"'.,;:!?-"


class Repeats(Filter):
    """Copies: a body printed twice, a paragraph repeated outside the body, a pull quote.

    Kept: refrains, quotes and list items repeated within the body; what a second copy alone has; lines of fewer
    than five words, which repeat by nature; a summary in other words.
    """

    name = "repeats"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        """Point at every copy, and name the block that stays."""
        for index, stays in enumerate(evidence.twins):
            if stays is not None:
                yield Mark(page.blocks[index], "duplicate", f"copy of block {stays}", twin_of=stays)
        if page.kind == "html":
            yield from _pull_quotes(page, evidence)


def _pull_quotes(page: Page, evidence: Evidence) -> Iterator[Mark]:
    """Yield what the markup calls a pull quote, where another block has its words amid others."""
    found = (block for block in page.blocks if block.element is not None and _is_pull_quote(block.element))
    for block in islice(found, _MAX_PULL_QUOTES):
        words = evidence.folded[block.index].strip(_EDGES)
        longer = (k for k, key in enumerate(evidence.folded) if len(key) > len(words) + _MIN_MORE and words in key)
        source = next(longer, None) if words else None
        if source is not None and evidence.twins[source] is None:
            yield Mark(block, "duplicate", f"pull quote from block {source}", twin_of=source)


def _is_pull_quote(element: Element) -> bool:
    """Return whether an element, its parent or the one above is called a pull quote."""
    above = element.parent or element
    top = above.parent or above
    # the plain look first, for every block of every page comes by here
    if "quote" not in element.hints and "quote" not in above.hints and "quote" not in top.hints:
        return False
    return any(_PULL_QUOTE.search(each.hints) for each in (element, above, top))
