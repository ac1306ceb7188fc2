"""The feature table of a page: one row a block, named columns of shapes, positions, neighbours and cues.

In: a page, its shapes, folded lines, phrase hits, copies and words. Out: one preallocated array. No column reads
a word but the phrase families and the share of function words; markup columns exist for HTML only.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from newsclean.block import Page
from newsclean.evidence import markup
from newsclean.evidence.groups import KINDS, Groups, group_sums, others_mean
from newsclean.evidence.shapes import (
    BRACKET,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    HANGUL,
    IDEOGRAPH,
    LETTER,
    LOWER,
    MARK,
    QUOTE,
    SEPARATOR,
    SYMBOL,
    UNSPACED,
    UPPER,
    Floats,
    Shapes,
)  # fmt: skip
from newsclean.evidence.words import Vocabulary
from newsclean.phrases import FAMILIES, Family, Hit

_TIME = re.compile(r"\d[:.h]\d\d|(?:19|20)\d\d|\d\d?[./-]\d\d?[./-]\d\d|[年月日]")
_CUE_REACH = 40.0
"""Blocks; a cue further away than this says nothing of a block."""
_CUES: tuple[Family, ...] = ("related", "comment", "share", "byline", "timestamp", "tags", "copyright", "newsletter")
_MAX_DATE_LINE_CHARS = 300
_SHARES = [
    UPPER,
    LOWER,
    LETTER,
    IDEOGRAPH,
    UNSPACED,
    HANGUL,
    DIGIT,
    COMMA,
    COLON,
    QUOTE,
    DASH,
    BRACKET,
    SEPARATOR,
    SYMBOL,
]
_SPREAD = (-3, -2, -1, 1, 2, 3)

_SHAPE = (
    "chars", "words", "sentences", "words_per_sentence", "ends_sentence", "cut_off", "prose", "capitalised",
    "upper", "lower", "letter", "ideograph", "unspaced", "hangul", "digit", "comma", "colon", "quote", "dash",
    "bracket", "separator", "symbol", "commas", "digits", "starts_upper", "starts_lower", "starts_quote",
    "starts_digit", "starts_mark", "ends_colon", "ends_question", "ends_letter", "ends_quote", "time", "address",
    "function_share", "chars_per_word", "bullet", "gap", "indent",
)  # fmt: skip
_PLACE = (
    "index", "from_end", "chars_before", "chars_after", "prose_before", "prose_after", "log_index", "log_from_end",
    "to_prose_before", "to_prose_after", "mass_3", "mass_8", "mass_20", "short_run", "prose_run", "repeats",
    "is_twin", "first_of_repeats", "shared", "shared_prose", "title_shared", "lead_shared",
    "description_shared", "body_shared", "has_body_witness",
)  # fmt: skip
_NEIGHBOUR = ("words", "prose", "ends_sentence", "capitalised", "time", "gap", "function_share", "hit")
_PAGE = (
    "page_blocks", "page_words", "page_prose_share", "page_prose_blocks", "page_median_words", "page_gap_share",
    "page_ideograph", "page_caseless", "page_is_flat",
)  # fmt: skip
_HITS = (
    *(f"hit_{family}" for family in FAMILIES),
    *(f"since_{f}" for f in _CUES),
    *(f"until_{f}" for f in _CUES),
    "hits_near",
)
_GROUP = tuple(f"{name}_{kind}" for kind in KINDS for name in ("size", "words", "prose", "spread"))
_TEXT = (*_SHAPE, *_PLACE, *(f"{name}{step:+d}" for step in _SPREAD for name in _NEIGHBOUR), *_HITS, *_PAGE, *_GROUP)
_HTML_NEIGHBOUR = ("link_share", "tag_p", "bold_share")

TEXT_COLUMNS: tuple[str, ...] = _TEXT
HTML_COLUMNS: tuple[str, ...] = (
    *_TEXT,
    *markup.COLUMNS,
    *(f"{name}{step:+d}" for step in _SPREAD for name in _HTML_NEIGHBOUR),
    "same_parent-1",
    "same_parent+1",
)
_AT = {name: number for number, name in enumerate(_TEXT)}


def table(  # noqa: PLR0913, PLR0917 - the evidence of a page, each part made once
    page: Page,
    shapes: Shapes,
    folded: Sequence[str],
    hits: Sequence[Hit | None],
    twins: Sequence[int | None],
    vocabulary: Vocabulary,
    groups: Groups,
) -> Floats:
    """Return the table, shape (blocks, columns): `HTML_COLUMNS` for an HTML page, `TEXT_COLUMNS` for a text.

    `vocabulary` holds the blocks and then three texts more: title, description, article body as the markup says.
    """
    columns = HTML_COLUMNS if page.kind == "html" else TEXT_COLUMNS
    size = len(page.blocks)
    # a column a row, as it is filled here and as the trees read it
    rows = np.zeros((len(columns), size), dtype=np.float32)
    if not size:
        return rows.T
    _fill_shapes(page, shapes, vocabulary, rows)
    _fill_places(shapes, folded, twins, vocabulary, rows[len(_SHAPE) :])
    first = len(_SHAPE) + len(_PLACE) + len(_SPREAD) * len(_NEIGHBOUR)
    hit = _fill_hits(hits, rows[first : first + len(_HITS)])
    near = np.stack([rows[_AT[name]] if name != "hit" else hit for name in _NEIGHBOUR])
    shift(near, _SPREAD, rows[len(_SHAPE) + len(_PLACE) : first])
    last = len(_TEXT) - len(_GROUP)
    rows[first + len(_HITS) : last] = np.reshape(_page(page, shapes, rows), (-1, 1))
    _fill_groups(shapes, groups, rows[last : len(_TEXT)])
    if page.kind == "html":
        start, end = len(_TEXT), len(_TEXT) + len(markup.COLUMNS)
        markup.fill(page, rows[_AT["words"]] * rows[_AT["prose"]], rows[start:end])
        shift(rows[[columns.index(name) for name in _HTML_NEIGHBOUR]], _SPREAD, rows[end:-2])
        parents = [block.element.parent if block.element is not None else None for block in page.blocks]
        same = np.fromiter((a is b for a, b in pairwise(parents)), dtype=np.float32, count=size - 1)
        rows[-2, 1:] = same
        rows[-1, :-1] = same
    return rows.T


def _fill_shapes(page: Page, shapes: Shapes, vocabulary: Vocabulary, out: Floats) -> None:
    size = len(page.blocks)
    counts = shapes.counts
    chars = np.maximum(shapes.chars, 1)
    words = np.maximum(shapes.words, 1)
    first, last = shapes.firsts, shapes.lasts
    texts = [block.text for block in page.blocks]
    lasts = [text[-1:] for text in texts]
    may_date = ((shapes.chars < _MAX_DATE_LINE_CHARS) & (counts[:, DIGIT] > 1)).tolist()
    dated = [may and _TIME.search(text) is not None for may, text in zip(may_date, texts, strict=True)]
    values: tuple[npt.NDArray[np.generic] | Floats, ...] = (
        np.log1p(shapes.chars), np.log1p(shapes.words), np.log1p(shapes.sentences),
        shapes.words / np.maximum(shapes.sentences, 1), np.asarray(shapes.ends_sentence),
        np.asarray(shapes.cut_off), np.asarray(shapes.prose), shapes.capitalised / words,
        *(counts[:, _SHARES] / chars[:, None]).T,
        np.minimum(counts[:, COMMA], 9), np.minimum(counts[:, DIGIT], 9),
        first == UPPER, first == LOWER, first == QUOTE, first == DIGIT, (first > DIGIT) & (first != QUOTE),
        last == COLON, np.asarray([c in "?？؟" for c in lasts]), (last >= UPPER) & (last <= MARK), last == QUOTE,
        np.asarray(dated), np.asarray(["@" in t or "www." in t or "://" in t or ".com" in t for t in texts]),
        vocabulary.function_share[:size], shapes.chars / words,
        np.asarray([block.bullet for block in page.blocks]),
        np.minimum(np.asarray([block.gap for block in page.blocks]), 5),
        np.minimum(np.asarray([block.indent or 0 for block in page.blocks]), 20),
    )  # fmt: skip
    for row, value in zip(out, values, strict=False):
        row[:] = value


def _fill_places(
    shapes: Shapes, folded: Sequence[str], twins: Sequence[int | None], vocabulary: Vocabulary, out: Floats
) -> None:
    size = len(folded)
    index = np.arange(size, dtype=np.float32)
    prose = np.asarray(shapes.prose, dtype=np.float32)
    mass = shapes.words * prose
    total_chars = max(float(shapes.chars.sum()), 1.0)
    total_mass = max(float(mass.sum()), 1.0)
    chars_before = np.cumsum(shapes.chars) - shapes.chars
    mass_before = np.cumsum(mass) - mass
    short = shapes.words < 6  # noqa: PLR2004 - menu entries, names and labels
    times = Counter(folded)
    # the first of equal lines is the last that is noted from the end
    first_of_repeats = np.zeros(size, dtype=np.float32)
    first_of_repeats[list(dict(zip(reversed(folded), range(size - 1, -1, -1), strict=True)).values())] = 1
    values: tuple[npt.NDArray[np.generic] | float, ...] = (
        index / size, (size - 1 - index) / size, chars_before / total_chars,
        (total_chars - chars_before - shapes.chars) / total_chars, mass_before / total_mass,
        (total_mass - mass_before - mass) / total_mass, np.log1p(index), np.log1p(size - 1 - index),
        np.minimum(since(prose > 0), _CUE_REACH), np.minimum(since(prose[::-1] > 0)[::-1], _CUE_REACH),
        *(np.log1p(sums[0]) for sums in windows(mass[None], (3, 8, 20))),
        np.log1p(_run_length(short)), np.log1p(_run_length(prose > 0)),
        np.minimum(np.asarray([times[line] for line in folded]), 9),
        np.asarray([twin is not None for twin in twins]), first_of_repeats,
        *(vocabulary.shared(weights)[:size] for weights in _weights(shapes, prose, len(vocabulary.per_block))),
        float(vocabulary.per_block[size + 2] > 0),
    )  # fmt: skip
    for row, value in zip(out, values, strict=False):
        row[:] = value


def _weights(shapes: Shapes, prose: Floats, size: int) -> Floats:
    """Return for each of the columns of shared words how much each block counts, the witnesses' texts included."""
    blocks = len(prose)
    weights = np.zeros((6, size), dtype=np.float32)
    weights[0, :blocks] = 1
    weights[1, :blocks] = np.where(shapes.words >= 20, prose, 0)  # noqa: PLR2004 - a paragraph, not a teaser
    # title, the first line, description, article body
    weights[(2, 3, 4, 5), (blocks, 0, blocks + 1, blocks + 2)] = 1
    return weights


def _fill_hits(hits: Sequence[Hit | None], out: Floats) -> Floats:
    """Fill the phrase columns and return whether each block has a hit."""
    families = {family: number for number, family in enumerate(FAMILIES)}
    for index, found in enumerate(hits):
        if found is not None:
            out[families[found.family], index] = 1 if found.rest else 2
    present = out[: len(FAMILIES)] > 0
    cues = present[[families[cue] for cue in _CUES]]
    out[len(FAMILIES) : -1 - len(_CUES)] = np.minimum(since(cues), _CUE_REACH)
    out[-1 - len(_CUES) : -1] = np.minimum(since(cues[:, ::-1])[:, ::-1], _CUE_REACH)
    hit = np.asarray(present.any(axis=0), dtype=np.float32)
    (out[-1:],) = windows(hit[None], (5,))
    return hit


def _page(page: Page, shapes: Shapes, rows: Floats) -> tuple[float, ...]:
    """Return what is the same for all blocks of the page."""
    total = max(float(shapes.words.sum()), 1.0)
    prose = np.asarray(shapes.prose, dtype=np.float32)
    counts = shapes.counts.sum(axis=0)
    letters = max(float(counts[[UPPER, LOWER, LETTER, IDEOGRAPH, UNSPACED, HANGUL]].sum()), 1.0)
    ordered, middle = np.sort(shapes.words), len(prose) // 2
    return (
        np.log1p(len(page.blocks)), np.log1p(total), float((shapes.words * prose).sum()) / total,
        np.log1p(prose.sum()), float((ordered[middle] + ordered[~middle]) / 2), float((rows[_AT["gap"]] > 0).mean()),
        (counts[IDEOGRAPH]) / letters, (counts[LETTER] + counts[UNSPACED]) / letters, float(prose.mean()),
    )  # fmt: skip


def _fill_groups(shapes: Shapes, groups: Groups, out: Floats) -> None:
    """Fill the size of each block's groups, and the words, prose and place on the page of their other blocks."""
    prose = np.asarray(shapes.prose, dtype=np.float32)
    ones = np.ones(len(prose), dtype=np.float32)
    place = np.linspace(0, 1, len(prose), dtype=np.float32)
    out[::4] = np.log1p(group_sums(ones, groups))
    out[1::4] = np.log1p(np.maximum(others_mean(shapes.words, ones, groups), 0))
    out[2::4] = others_mean(prose, ones, groups)
    out[3::4] = np.abs(others_mean(place, ones, groups) - place)


def shift(rows: Floats, steps: Sequence[int], out: Floats) -> None:
    """Fill `out`, for each step in turn, with each row's values so many blocks away; -1 off the page."""
    rows = np.atleast_2d(rows)
    count, size = rows.shape
    reach = max(map(abs, steps))
    wide = np.full((count, size + 2 * reach), -1, dtype=np.float32)
    wide[:, reach : reach + size] = rows
    for number, step in enumerate(steps):
        out[number * count : (number + 1) * count] = wide[:, reach + step : reach + step + size]


def since(flags: npt.NDArray[np.bool_]) -> Floats:
    """Return how many blocks back the last flagged one before each block stands; large where there is none."""
    index = np.arange(flags.shape[-1])
    last = np.maximum.accumulate(np.where(flags, index, -1_000), axis=-1)
    found = np.full(flags.shape, 1_000, dtype=np.float32)
    np.minimum(index[1:] - last[..., :-1], 1_000, out=found[..., 1:], casting="unsafe")
    return found


def windows(rows: Floats, widths: Sequence[int]) -> Iterator[Floats]:
    """Yield for each width the sums of each row's values within so many blocks on either side, the own included."""
    count, size = rows.shape
    sums = np.zeros((count, size + 1))
    np.cumsum(rows, axis=1, dtype=np.float64, out=sums[:, 1:])
    index = np.arange(size)
    for width in widths:
        after, before = np.minimum(index + (width + 1), size), np.maximum(index - width, 0)
        yield (sums[:, after] - sums[:, before]).astype(np.float32)


def _run_length(flags: npt.NDArray[np.bool_]) -> Floats:
    """Return for each flagged block the length of the run of flagged blocks that it stands in, else 0."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    lengths = np.zeros(len(flags), dtype=np.float32)
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        lengths[start:end] = end - start
    return lengths
