"""Threads: where the comments of a page begin, told by the lines that say in one form who wrote each and when.

In: a page and its evidence. Out: the position of the first comment's head. A live blog's entries have their hour, too,
but no name, and no story of their length above them. Of 1,324 lines that stand below such a head on gold pages and
that were kept, 5 are in a gold text.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from newsclean.block import Element, Page
from newsclean.conventions.when.postmarks import AGE, NAME, SAID, may_be_postmark, postmark
from newsclean.evidence.phrased import likely_words
from newsclean.evidence.shapes import DIGIT
from newsclean.evidence.weighing import Evidence

_MIN_POSTS: Final = 3
_MIN_TOLD: Final = 2
"""Of what stands between them, this many have words: a menu of dates has none."""
_TOLD_WORDS: Final = 4
_NAME_WORDS: Final = 4
"""A line that long above a postmark is the name of who wrote."""
_CUE_LINES: Final = 5
"""Lines from a cue of comments to the first of them; a number after `#` is one, too."""
_CUED_SHARE: Final = 3
"""Below a cue the story may be so many times shorter, and shorter than its comments."""
_RIGHT_BELOW: Final = 2
_HEADED_SHARE: Final = 5
"""The same where the first comment stands right below the cue: no list of other stories with their hours."""


def thread_start(page: Page, evidence: Evidence, min_story_words: int, max_post_lines: int) -> int:
    """Return the position of the first line of a page's comments; that after the last line where there are none."""
    words = evidence.shapes.word_counts
    end = len(words)
    threads = list(_threads(page, evidence, max_post_lines))
    if not threads:
        return end
    likely, tops = likely_words(evidence), _tops(page)
    starts = [end]
    # of one form, runs come in the order of the page
    lasts = {form: found[-1][0] for form, found in threads}
    for form, found in threads:
        posts = [index for index, _ in found]
        first, last = posts[0], posts[-1]
        told = sum(max(words[one + 1 : other], default=0) >= _TOLD_WORDS for one, other in pairwise(posts))
        if told < _MIN_TOLD:
            continue
        hits = evidence.hits[max(0, first - _CUE_LINES) : first]
        cues = [place for place, hit in enumerate(reversed(hits)) if hit is not None and hit.family == "comment"]
        cued = bool(cues) or page.blocks[first].text[0] == "#"
        share = _HEADED_SHARE if cues and cues[0] < _RIGHT_BELOW else _CUED_SHARE if cued else 1
        if likely[first] < min_story_words / share:
            continue
        if page.kind == "html" and 2 * (likely[first] - likely[_top(page, posts, tops)]) >= likely[first]:
            # the element that holds them holds half of the story
            continue
        above = {evidence.folded[post - 1] for post in posts if words[post - 1] <= _NAME_WORDS}
        named = sum(map(_may_be_name, above)) > len(posts) // 2
        # "Review 2 May 2024 at 8:11" has a name in its form, and always the same
        signed = NAME in form and len({said for _, said in found}) > 1
        # the age of a teaser has no name beside it, either
        dated = NAME not in form and form[-1] != AGE and (cued or likely[last] - likely[first] < likely[first])
        # a blog's sidebar may have more text than the story; a comment may be longer than the lines that part posts
        goes_on = form[-1] != SAID and likely[-1] - likely[min(lasts[form] + max_post_lines, end)] > likely[first]
        if (named or signed or dated) and not goes_on:
            starts.append(first - 1 if named and words[first - 1] <= _NAME_WORDS else first)
    return min(starts)


def _tops(page: Page) -> dict[Element, int]:
    """Return the position of the first block in each element."""
    tops: dict[Element, int] = {}
    for block in page.blocks:
        for element in block.element.ancestors() if block.element is not None else ():
            if element in tops:
                break
            tops[element] = block.index
    return tops


def _top(page: Page, posts: Sequence[int], tops: Mapping[Element, int]) -> int:
    """Return the position of the first block in the innermost element that holds both ends of a thread."""
    first, last = (page.blocks[index].element for index in (posts[0], posts[-1]))
    around = set(last.ancestors()) if last is not None else set()
    shared = first.ancestors() if first is not None else ()
    return next((tops[element] for element in shared if element in around), 0)


def _may_be_name(line: str) -> bool:
    """Return whether a line above a postmark may be a name, and is no price."""
    return not line[:1].isdigit() and not any(unicodedata.category(sign) == "Sc" for sign in line)


def _threads(
    page: Page, evidence: Evidence, max_post_lines: int
) -> Iterator[tuple[Sequence[str], list[tuple[int, str]]]]:
    """Yield a form, and positions and words of the postmarks of that form, three and more, so many lines apart."""
    threads: dict[tuple[str, ...], list[list[tuple[int, str]]]] = defaultdict(list)
    shapes, blocks = evidence.shapes, page.blocks
    told = shapes.having(DIGIT) | np.asarray(shapes.cut_off, dtype=bool)
    lines = np.flatnonzero(told & ~np.asarray(shapes.prose, dtype=bool)).tolist()
    lines = [index for index in lines if may_be_postmark(blocks[index].text)]
    for index in lines if len(lines) >= _MIN_POSTS else ():
        mark = postmark(blocks[index].text)
        if mark is None:
            continue
        found = threads[mark.form]
        if not found or index - found[-1][-1][0] > max_post_lines:
            found.append([])
        found[-1].append((index, mark.words))
    for form, runs in threads.items():
        for posts in runs:
            if len(posts) >= _MIN_POSTS:
                yield form, posts
