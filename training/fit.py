"""Fitting: samples in, the two tree ensembles of a `Scorer` out; the same samples give the same trees.

Training needs CatBoost (the `training` extra); what comes out is evaluated by numpy alone.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from catboost import CatBoostClassifier, Pool

from newsclean.evidence.context import CONTEXT_COLUMNS, with_context
from newsclean.evidence.scorer import Scorer
from newsclean.evidence.shapes import Floats
from newsclean.evidence.table import HTML_COLUMNS, TEXT_COLUMNS
from newsclean.evidence.trees import Trees
from training.folds import FOLDS
from training.gold import is_html
from training.pages import Sample


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the trees are grown."""

    trees: int = 300
    depth: int = 7
    rate: float = 0.1
    far_share: float = 0.1
    """Of the junk that is far from article text and reads like a menu, this share is trained on, with its weight."""
    seed: int = 7


_NEAR_BLOCKS = 15
"""Junk this near to article text is always trained on."""


def columns_of(sample: Sample) -> tuple[str, ...]:
    """Return the names of the sample's table columns."""
    return HTML_COLUMNS if is_html(sample.style) else TEXT_COLUMNS


def weights_of(sample: Sample) -> Floats:
    """Return the weight of each block: what it counts in the page's own F1."""
    weights = np.log1p(sample.sizes) + 0.3
    article = weights[sample.targets == 1].sum()
    weights = weights / max(float(article), 8.0) ** 0.5
    narrow: Floats = weights.astype(np.float32)
    return narrow


_STYLE_WEIGHTS = {"leaky": 2.0, "nearly": 2.0, "planted_text": 3.0, "planted_html": 3.0}
"""What a page counts that has few blocks, of which losing one is losing much."""


def _set_weights(train: Sequence[Sample]) -> dict[str, float]:
    """Return what a page of each set counts: a small set's pages more, by the root of the sets' sizes."""
    sizes = Counter(sample.set for sample in train)
    mean = len(train) / max(len(sizes), 1)
    return {name: float((mean / size) ** 0.5) for name, size in sizes.items()}


def _chosen(sample: Sample, recipe: Recipe, rng: np.random.Generator) -> tuple[npt.NDArray[np.int64], Floats]:
    weights = weights_of(sample)
    near = np.convolve(sample.targets == 1, np.ones(2 * _NEAR_BLOCKS + 1))[_NEAR_BLOCKS:-_NEAR_BLOCKS] > 0
    prose = sample.table[:, columns_of(sample).index("prose")] > 0
    keep = near | prose | (rng.random(len(weights)) < recipe.far_share)
    weights = np.where(near | prose, weights, weights / recipe.far_share)
    keep &= weights > 0
    rows = np.flatnonzero(keep)
    return rows, weights[rows].astype(np.float32)


def _aims(train: Sequence[Sample], picks: Sequence[tuple[npt.NDArray[np.int64], Floats]]) -> tuple[Floats, Floats]:
    """Return the targets of the picked rows, and their weights by what their page's set and style count."""
    of_set = _set_weights(train)
    targets = [np.nan_to_num(sample.targets[rows]) for sample, (rows, _) in zip(train, picks, strict=True)]
    weights = [
        own * np.float32(of_set[sample.set] * _STYLE_WEIGHTS.get(sample.style, 1.0))
        for sample, (_, own) in zip(train, picks, strict=True)
    ]
    return np.concatenate(targets), np.concatenate(weights)


def grow(table: Floats, targets: Floats, weights: Floats, columns: tuple[str, ...], recipe: Recipe) -> Trees:
    """Grow an ensemble over a table: a row a case, with its target, 0 or 1, and what it counts."""
    model = CatBoostClassifier(
        iterations=recipe.trees, depth=recipe.depth, learning_rate=recipe.rate, loss_function="Logloss",
        boosting_type="Plain", bootstrap_type="Bernoulli", subsample=0.6, rsm=0.25, border_count=48, l2_leaf_reg=6,
        random_seed=recipe.seed, thread_count=2, verbose=False, allow_writing_files=False,
    )  # fmt: skip
    model.fit(Pool(table, targets, weight=weights))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        grown = json.loads(path.read_text())
    depth, count = recipe.depth, len(grown["oblivious_trees"])
    splits = np.zeros((depth, count), dtype=np.int32)
    borders = np.full((depth, count), np.finfo(np.float32).max, dtype=np.float32)
    leaves = np.zeros((count, 2**depth), dtype=np.float32)
    for number, tree in enumerate(grown["oblivious_trees"]):
        for level, split in enumerate(tree.get("splits") or []):
            splits[level, number] = split["float_feature_index"]
            borders[level, number] = split["border"]
        values = tree["leaf_values"]
        leaves[number, : len(values)] = values
    scale, bias = grown["scale_and_bias"]
    return Trees(
        columns, splits, borders, leaves * np.float32(scale), float(bias[0] if isinstance(bias, list) else bias)
    )


def grow_first(train: Sequence[Sample], recipe: Recipe) -> Trees:
    """Grow the first pass over the samples' tables."""
    rng = np.random.default_rng(recipe.seed)
    picks = [_chosen(sample, recipe, rng) for sample in train]
    table = np.concatenate([sample.table[rows] for sample, (rows, _) in zip(train, picks, strict=True)])
    return grow(table, *_aims(train, picks), columns_of(train[0]), recipe)


def grow_second(train: Sequence[Sample], scores: Sequence[Floats], recipe: Recipe) -> Trees:
    """Grow the second pass over the samples' tables and the first pass's out-of-fold scores."""
    rng = np.random.default_rng(recipe.seed + 1)
    picks = [_chosen(sample, recipe, rng) for sample in train]
    table = np.concatenate(
        [
            with_context(sample.table, score, sample.words, sample.vocabulary, sample.groups)[rows]
            for sample, score, (rows, _) in zip(train, scores, picks, strict=True)
        ]
    )
    return grow(table, *_aims(train, picks), (*columns_of(train[0]), *CONTEXT_COLUMNS), recipe)


def fit_all(pages: Sequence[Sample], out_of_fold: Sequence[Floats], recipe: Recipe) -> tuple[Scorer, list[str]]:
    """Return the scorer grown on all pages, and its columns by how often the trees ask for them.

    `out_of_fold` are first-pass scores that each page got from trees that never saw it: what the second pass learns
    from is what it will be given.
    """
    scorer = Scorer(grow_first(pages, recipe), grow_second(pages, out_of_fold, recipe))
    asked = Counter(
        trees.columns[column]
        for trees in (scorer.first, scorer.second)
        for column in trees.splits[trees.borders < np.finfo(np.float32).max].tolist()
    )
    return scorer, [name for name, _ in asked.most_common()]


def cross_validate(
    pages: Sequence[Sample], recipe: Recipe, folds: int = FOLDS
) -> tuple[list[Scorer], list[Floats], list[Floats]]:
    """Return a scorer for each fold, trained without its groups, and each page's scores of both passes."""
    firsts = []
    scores: list[Floats] = [np.zeros(0, dtype=np.float32)] * len(pages)
    for fold in range(folds):
        first = grow_first([p for p in pages if p.fold % folds != fold], recipe)
        firsts.append(first)
        for number, page in enumerate(pages):
            if page.fold % folds == fold:
                scores[number] = first.predict(page.table) if len(page.table) else scores[number]
        print(f"  first pass, fold {fold + 1} of {folds}", flush=True)
    scorers = []
    final = list(scores)
    for fold in range(folds):
        seen = [number for number, page in enumerate(pages) if page.fold % folds != fold]
        second = grow_second([pages[n] for n in seen], [scores[n] for n in seen], recipe)
        scorers.append(Scorer(firsts[fold], second))
        for number, page in enumerate(pages):
            if page.fold % folds == fold and len(page.table):
                final[number] = second.predict(
                    with_context(page.table, scores[number], page.words, page.vocabulary, page.groups)
                )
        print(f"  second pass, fold {fold + 1} of {folds}", flush=True)
    return scorers, scores, final
