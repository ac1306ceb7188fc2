"""Labels: which blocks of a page are article text, by an order-preserving alignment of page and gold tokens.

In: a page and its gold text. Out: for each block the share of its tokens that the alignment found in the gold, or
None for the title's lines, which the gold sets count neither way. Of two copies only one can be aligned.
"""

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np
import regex

from newsclean.block import Page

_TOKEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]"
    r"|[[\p{L}\p{M}\p{N}_]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]]+",
    regex.V1,
)
_SHINGLE = 4
_MAX_PLACES = 12
"""A shingle at more places of the gold than this anchors nothing."""
_MAX_GAP_TOKENS = 400
_MIN_PIECE_TOKENS = 3
"""A common piece this long counts although it does not fill its block."""


def tokens(text: str) -> list[str]:
    """Return the words of a text; in scripts without spaces, its characters."""
    return _TOKEN.findall(text.casefold())


def labels(page: Page, gold: str, title: str | None = None) -> list[float | None]:
    """Return for each block the share of its tokens that is article text; None where it is the title's line."""
    key = "".join(tokens(title or ""))
    gold_tokens = [t for line in gold.split("\n") if not key or "".join(tokens(line)) != key for t in tokens(line)]
    owner: list[int] = []
    page_tokens: list[str] = []
    sizes: list[int] = []
    neutral: set[int] = set()
    for block in page.blocks:
        words = tokens(block.text)
        sizes.append(len(words))
        if key and "".join(words) == key:
            neutral.add(block.index)
            continue
        owner.extend([block.index] * len(words))
        page_tokens.extend(words)
    aligned = _align(page_tokens, gold_tokens, owner)
    hits = (
        np.bincount(np.asarray(owner, dtype=np.int64)[aligned], minlength=len(sizes)) if owner else np.zeros(len(sizes))
    )
    return [
        None if index in neutral else float(hits[index]) / size if size else 0.0 for index, size in enumerate(sizes)
    ]


def _align(page: Sequence[str], gold: Sequence[str], owner: Sequence[int]) -> np.ndarray:
    """Return a mask over the page's tokens: those that the best ordered chain of common runs pairs with the gold."""
    mask = np.zeros(len(page), dtype=bool)
    runs = _runs(page, gold)
    chain = _chain(runs)
    for i, _, length in chain:
        mask[i : i + length] = True
    # short blocks between two anchors: paired where the gold's gap holds the whole block
    edges = [(0, 0, 0), *chain, (len(page), len(gold), 0)]
    for (i, j, length), (k, m, _) in pairwise(edges):
        lo, hi, glo, ghi = i + length, k, j + length, m
        if glo >= ghi or lo >= hi or ghi - glo > _MAX_GAP_TOKENS:
            continue
        if hi - lo > _MAX_GAP_TOKENS:
            # near an anchor only: the far middle of a long gap is another part of the page
            spans = [(lo, lo + _MAX_GAP_TOKENS // 2), (hi - _MAX_GAP_TOKENS // 2, hi)]
        else:
            spans = [(lo, hi)]
        used = glo
        for start, stop in spans:
            matcher = SequenceMatcher(None, page[start:stop], gold[used:ghi], autojunk=False)
            last = used
            for a, b, size in matcher.get_matching_blocks():
                first, after = start + a, start + a + size
                opens = first == 0 or owner[first - 1] != owner[first] or mask[first - 1] if size else False
                closes = (after == len(page) or owner[after - 1] != owner[after] or mask[after]) if size else False
                if size and ((opens and closes) or size >= _MIN_PIECE_TOKENS):
                    mask[first:after] = True
                    last = used + b + size
            used = last
    return mask


def _runs(page: Sequence[str], gold: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the maximal common runs (page position, gold position, length) of a shingle or more."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(gold) - _SHINGLE + 1):
        places[tuple(gold[j : j + _SHINGLE])].append(j)
    open_runs: dict[int, int] = {}
    runs: list[tuple[int, int, int]] = []
    for i in range(len(page) - _SHINGLE + 2):
        found = places.get(tuple(page[i : i + _SHINGLE]), ()) if i <= len(page) - _SHINGLE else ()
        if len(found) > _MAX_PLACES:
            found = [j for j in found if j - i in open_runs]
        now: dict[int, int] = {}
        for j in found:
            now[j - i] = open_runs.pop(j - i, i)
        for diagonal, start in open_runs.items():
            runs.append((start, start + diagonal, i - start + _SHINGLE - 1))
        open_runs = now
    runs.sort()
    return runs


def _chain(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the ordered chain of runs that pairs most tokens, of equal ones the one that jumps least."""
    if not runs:
        return []
    table = np.asarray(runs, dtype=np.float64)
    i, j, length = table[:, 0], table[:, 1], table[:, 2]
    best = length.copy()
    back = np.full(len(runs), -1)
    for r in range(1, len(runs)):
        before = (i[:r] < i[r]) & (j[:r] < j[r])
        if not before.any():
            continue
        overlap = np.maximum(0, np.maximum(i[:r] + length[:r] - i[r], j[:r] + length[:r] - j[r]))
        jump = np.log1p(np.maximum(0, i[r] - i[:r] - length[:r])) * 0.15
        gain = np.where(before, best[:r] - overlap - jump, -np.inf)
        q = int(gain.argmax())
        if gain[q] > 0:
            best[r] = gain[q] + length[r]
            back[r] = q
    chain: list[tuple[int, int, int]] = []
    r = int(best.argmax())
    while r >= 0:
        chain.append(runs[r])
        r = int(back[r])
    chain.reverse()
    trimmed: list[tuple[int, int, int]] = []
    for run in chain:
        a, b, size = run
        if trimmed:
            pa, pb, psize = trimmed[-1]
            cut = max(0, pa + psize - a, pb + psize - b)
            a, b, size = a + cut, b + cut, size - cut
        if size > 0:
            trimmed.append((a, b, size))
    return trimmed
