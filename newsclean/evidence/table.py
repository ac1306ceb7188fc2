"""The feature table of a page: one row a block, named columns of shapes, positions, neighbours and cues.

In: a page, its shapes, folded lines, phrase hits, copies and words. Out: one preallocated array. No column reads
a word but the phrase families and the share of function words; markup columns exist for HTML only.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

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
from newsclean.phrases import Family, Hit

_FAMILIES: tuple[Family, ...] = get_args(Family)
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
    *(f"hit_{family}" for family in _FAMILIES),
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
    out = np.zeros((size, len(columns)), dtype=np.float32)
    if not size:
        return out
    _fill_shapes(page, shapes, vocabulary, out)
    _fill_places(shapes, folded, twins, vocabulary, out)
    first = len(_SHAPE) + len(_PLACE) + len(_SPREAD) * len(_NEIGHBOUR)
    hit = _fill_hits(hits, out[:, first : first + len(_HITS)])
    at = {name: number for number, name in enumerate(_TEXT)}
    sources = [out[:, at[name]] if name != "hit" else hit for name in _NEIGHBOUR]
    _spread(sources, out[:, len(_SHAPE) + len(_PLACE) :])
    last = len(_TEXT) - len(_GROUP)
    _fill_page(page, shapes, out, out[:, first + len(_HITS) : last])
    _fill_groups(shapes, groups, out[:, last : len(_TEXT)])
    if page.kind == "html":
        start, end = len(_TEXT), len(_TEXT) + len(markup.COLUMNS)
        markup.fill(page, out[:, at["words"]] * out[:, at["prose"]], out[:, start:end])
        _spread([out[:, columns.index(name)] for name in _HTML_NEIGHBOUR], out[:, end:])
        parents = [block.element.parent if block.element is not None else None for block in page.blocks]
        same = np.fromiter((a is b for a, b in pairwise(parents)), dtype=np.float32, count=size - 1)
        out[1:, -2] = same
        out[:-1, -1] = same
    return out


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
    for number, value in enumerate(values):
        out[:, number] = value


def _fill_places(
    shapes: Shapes, folded: Sequence[str], twins: Sequence[int | None], vocabulary: Vocabulary, out: Floats
) -> None:
    size = len(folded)
    at = {name: len(_SHAPE) + number for number, name in enumerate(_PLACE)}
    index = np.arange(size, dtype=np.float32)
    prose = np.asarray(shapes.prose, dtype=np.float32)
    mass = shapes.words * prose
    total_chars = max(float(shapes.chars.sum()), 1.0)
    total_mass = max(float(mass.sum()), 1.0)
    chars_before = np.cumsum(shapes.chars) - shapes.chars
    mass_before = np.cumsum(mass) - mass
    out[:, at["index"]] = index / size
    out[:, at["from_end"]] = (size - 1 - index) / size
    out[:, at["chars_before"]] = chars_before / total_chars
    out[:, at["chars_after"]] = (total_chars - chars_before - shapes.chars) / total_chars
    out[:, at["prose_before"]] = mass_before / total_mass
    out[:, at["prose_after"]] = (total_mass - mass_before - mass) / total_mass
    out[:, at["log_index"]] = np.log1p(index)
    out[:, at["log_from_end"]] = np.log1p(size - 1 - index)
    out[:, at["to_prose_before"]] = np.minimum(since(prose > 0), _CUE_REACH)
    out[:, at["to_prose_after"]] = np.minimum(since(prose[::-1] > 0)[::-1], _CUE_REACH)
    for width in (3, 8, 20):
        out[:, at[f"mass_{width}"]] = np.log1p(window(mass, width))
    short = shapes.words < 6  # noqa: PLR2004 - menu entries, names and labels
    out[:, at["short_run"]] = np.log1p(_run_length(short))
    out[:, at["prose_run"]] = np.log1p(_run_length(prose > 0))
    times = Counter(folded)
    out[:, at["repeats"]] = np.minimum(np.asarray([times[line] for line in folded]), 9)
    out[:, at["is_twin"]] = np.asarray([twin is not None for twin in twins])
    first_at = {line: number for number, line in zip(range(size - 1, -1, -1), reversed(folded), strict=True)}
    out[list(first_at.values()), at["first_of_repeats"]] = 1
    everywhere = np.ones(len(vocabulary.per_block), dtype=np.float32)
    everywhere[size:] = 0
    out[:, at["shared"]] = vocabulary.shared(everywhere)[:size]
    for number, name in enumerate(("shared_prose", "title_shared", "description_shared", "body_shared")):
        weights = np.zeros(len(vocabulary.per_block), dtype=np.float32)
        if number:
            weights[size + number - 1] = 1
        else:
            weights[:size] = np.where(shapes.words >= 20, prose, 0)  # noqa: PLR2004 - a paragraph, not a teaser
        out[:, at[name]] = vocabulary.shared(weights)[:size]
    first_lines = np.zeros(len(vocabulary.per_block), dtype=np.float32)
    first_lines[0] = 1
    out[:, at["lead_shared"]] = vocabulary.shared(first_lines)[:size]
    out[:, at["has_body_witness"]] = float(vocabulary.per_block[size + 2] > 0)


def _fill_hits(hits: Sequence[Hit | None], out: Floats) -> Floats:
    """Fill the phrase columns and return whether each block has a hit."""
    size = len(hits)
    families = {family: number for number, family in enumerate(_FAMILIES)}
    for index, found in enumerate(hits):
        if found is not None:
            out[index, families[found.family]] = 1 if found.rest else 2
    present = out[:, : len(_FAMILIES)] > 0
    for number, cue in enumerate(_CUES):
        column = present[:, families[cue]]
        if column.any():
            out[:, len(_FAMILIES) + number] = np.minimum(since(column), _CUE_REACH)
            out[:, len(_FAMILIES) + len(_CUES) + number] = np.minimum(since(column[::-1])[::-1], _CUE_REACH)
        else:
            out[:, len(_FAMILIES) + number] = _CUE_REACH
            out[:, len(_FAMILIES) + len(_CUES) + number] = _CUE_REACH
    hit = np.asarray(present.any(axis=1), dtype=np.float32)
    out[:, len(_HITS) - 1] = window(hit, 5) if size else 0
    return hit


def _fill_page(page: Page, shapes: Shapes, table_: Floats, out: Floats) -> None:
    total = max(float(shapes.words.sum()), 1.0)
    prose = np.asarray(shapes.prose, dtype=np.float32)
    counts = shapes.counts.sum(axis=0)
    letters = max(float(counts[[UPPER, LOWER, LETTER, IDEOGRAPH, UNSPACED, HANGUL]].sum()), 1.0)
    gaps = table_[:, _SHAPE.index("gap")]
    out[:] = (
        np.log1p(len(page.blocks)), np.log1p(total), float((shapes.words * prose).sum()) / total,
        np.log1p(prose.sum()), float(np.median(shapes.words)), float((gaps > 0).mean()),
        (counts[IDEOGRAPH]) / letters, (counts[LETTER] + counts[UNSPACED]) / letters, float(prose.mean()),
    )  # fmt: skip


def _fill_groups(shapes: Shapes, groups: Groups, out: Floats) -> None:
    """Fill the size of each block's groups, and the words, prose and place on the page of their other blocks."""
    prose = np.asarray(shapes.prose, dtype=np.float32)
    ones = np.ones(len(prose), dtype=np.float32)
    place = np.linspace(0, 1, len(prose), dtype=np.float32)
    for number, row in enumerate(groups):
        out[:, 4 * number] = np.log1p(group_sums(ones, row))
        out[:, 4 * number + 1] = np.log1p(np.maximum(others_mean(shapes.words, ones, row), 0))
        out[:, 4 * number + 2] = others_mean(prose, ones, row)
        out[:, 4 * number + 3] = np.abs(others_mean(place, ones, row) - place)


def _spread(sources: Sequence[Floats], out: Floats) -> None:
    """Fill the columns of the neighbours: for each step, each source's value that many blocks away; -1 off the page."""
    for number, step in enumerate(_SPREAD):
        for offset, source in enumerate(sources):
            shift(source, step, out[:, number * len(sources) + offset])


def shift(values: Floats, step: int, out: Floats) -> None:
    """Fill `out` with the value `step` blocks away from each block; -1 off the page."""
    out[:] = -1
    if abs(step) >= len(out):
        return
    if step < 0:
        out[-step:] = values[:step]
    else:
        out[:-step] = values[step:]


def since(flags: npt.NDArray[np.bool_]) -> Floats:
    """Return how many blocks back the last flagged one before each block stands; large where there is none."""
    index = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, index, -1))
    before = np.concatenate(([-1], last[:-1]))
    return np.where(before >= 0, index - before, 1_000).astype(np.float32)


def window(values: Floats, width: int) -> Floats:
    """Return the sum of the values within `width` blocks on either side, the block's own included."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    index = np.arange(len(values))
    return (sums[np.minimum(index + width + 1, len(values))] - sums[np.maximum(index - width, 0)]).astype(np.float32)


def _run_length(flags: npt.NDArray[np.bool_]) -> Floats:
    """Return for each flagged block the length of the run of flagged blocks that it stands in, else 0."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    lengths = np.zeros(len(flags), dtype=np.float32)
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        lengths[start:end] = end - start
    return lengths
