"""Cross-validated cleaning: each page by scorers whose training never saw its group; what the referee calls.

The scorers of the folds are those that `python -m training DATA` left in its cache folder, and the joints those of
`python -m training.joints DATA`.
"""

from functools import cache
from typing import Any
from unittest.mock import patch

import numpy as np

from newsclean.evidence import weigh
from newsclean.evidence.scorer import Scorer
from newsclean.pipeline import Cleaner
from newsclean.sources import nodes, read
from newsclean.sources.joints import Weights, read_weights
from training.gold import source
from training.pages import CACHE, fold_of

_CLEANER = Cleaner()


@cache
def scorer_of(kind: str, fold: int) -> Scorer:
    """Return the scorer of an input kind that was trained without a fold."""
    with np.load(CACHE / f"{kind}-fold{fold}.npz") as arrays:
        return Scorer.load(arrays)


@cache
def joints_of(fold: int) -> Weights:
    """Return the weights of the joints of text-node dumps that were learned without a fold."""
    return read_weights(CACHE / f"joints-fold{fold}.npz")


def extract(row: dict[str, Any], style: str) -> dict[str, Any]:
    """Clean a gold row in a style with scorer and joints of its fold; the fields are those that the referee reads."""
    fold = fold_of(row["group"])
    with patch.object(nodes, "weights", lambda: joints_of(fold)):
        page = read(source(row, style), url=row.get("url"))
    article = _CLEANER.settle(page, weigh(page, scorer=scorer_of(page.kind, fold))).article
    return {
        "text": article.text,
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "date": article.published and str(article.published)[:10],
        "kind": article.page_kind,
    }
