"""Folds: which pages are held out together, and what was learned without them.

In: the group of a page, and the cache folder where `python -m training.joints DATA` and `python -m training DATA` leave
what they learned without each fold. Out: the page as joints read it that never saw its group, and such a scorer.
"""

from functools import cache
from hashlib import blake2b
from pathlib import Path
from unittest.mock import patch

import numpy as np

from newsclean.block import InputKind, Page
from newsclean.evidence.scorer import Scorer
from newsclean.sources import read
from newsclean.sources.text import nodes
from newsclean.sources.text.joints import Weights, read_weights

FOLDS = 4
CACHE = Path("build/training")
"""Where samples, and the scorers and joints of the folds, are kept."""


def fold_of(group: str) -> int:
    """Return the fold of a group, from its name alone: the same over all sets and styles."""
    return blake2b(group.encode(), digest_size=4).digest()[0] % FOLDS


def read_held_out(
    source: str, group: str, folder: Path, *, url: str | None = None, kind: InputKind | None = None
) -> Page:
    """Read a page with the joints of text-node dumps that were learned without its group.

    Raises:
        SystemExit: there are none yet; the message says how to get them.
    """
    with patch.object(nodes, "weights", lambda: _joints(fold_of(group), folder)):
        return read(source, url=url, kind=kind)


def scorer_held_out(kind: str, group: str, folder: Path) -> Scorer:
    """Return the scorer of an input kind that was trained without a group.

    Raises:
        SystemExit: there is none yet; the message says how to get it.
    """
    return _scorer(kind, fold_of(group), folder)


@cache
def _scorer(kind: str, fold: int, folder: Path) -> Scorer:
    with np.load(_learned(folder / f"{kind}-fold{fold}.npz", "python -m training DATA")) as arrays:
        return Scorer.load(arrays)


@cache
def _joints(fold: int, folder: Path) -> Weights:
    return read_weights(_learned(folder / f"joints-fold{fold}.npz", "python -m training.joints DATA"))


def _learned(path: Path, command: str) -> Path:
    if not path.exists():
        message = f"{path} is missing: `{command}` writes it"
        raise SystemExit(message)
    return path
