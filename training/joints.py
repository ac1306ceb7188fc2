"""Trains the joints of text-node dumps: which lines of such a dump go on in the next.

    python -m training.joints DATA [--epochs 15] [--cache build/training] [--out newsclean/sources/text/joints.npz]

Truth comes from the same page's `innertext` dump, which breaks lines where the page does, and inside the article
from the gold paragraphs. Held-out figures are by whole groups, in the folds of the scorer; the weights of the folds are
kept in the cache folder, where `training.crossval` finds them, and those of all pages are written to `--out`.
"""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from newsclean.sources.text.bullets import take_bullets
from newsclean.sources.text.characters import NAMES
from newsclean.sources.text.joints import PLACES, SCALARS, Boundaries, Weights, observe
from newsclean.sources.text.lines import Lines, read_lines
from newsclean.sources.text.nodes import is_broken
from newsclean.sources.text.wraps import join_wraps
from training.folds import CACHE, FOLDS, fold_of
from training.gold import SETS, TEXT_STYLES, rows

Floats = npt.NDArray[np.float32]

JOINTS = Path("newsclean/sources/text/joints.npz")
_SPACE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\xad]+")
_NEAR = 6000
"""How far ahead a lost line is looked for, in characters."""
_SURE, _LONG = 10, 25
"""Characters from which a lost line is looked for near by, and anywhere."""
_CELLS, _NEAR_CELLS, _FAR_CELLS = 96, 64, 48
_INPUTS = 60
"""How many numbers of some size a boundary gives: sixteen places, and scalars of which half are small."""
_DROPPED_SHARE = 0.15
_SEED = 7
_GOLD_WEIGHT, _EDGE_WEIGHT, _MENU_WEIGHT = 4.0, 3.0, 0.3
_OTHER_WEIGHT = 0.5
_BATCH, _RATE, _DECAY = 2048, 4e-3, 2e-3
_BLIND_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Sample:
    """The boundaries of a page, what they are, and how much each counts."""

    group: str
    seen: Boundaries
    blind: Boundaries
    """The same without capitals."""
    joint: Floats
    weight: Floats
    gold: npt.NDArray[np.bool_]
    """Whether both sides are article text."""


def _places(texts: Sequence[str], reference: str) -> list[tuple[int, int] | None]:
    """Return where each line stands in the reference, white space aside; None where it does not, in order."""
    places: list[tuple[int, int] | None] = []
    squashed = [_SPACE.sub("", text) for text in texts]
    at = 0
    for i, text in enumerate(squashed):
        found = at if reference.startswith(text, at) else -1
        if found < 0 and len(text) >= _SURE:
            found = reference.find(text, at, at + _NEAR)
        if found < 0 and len(text) >= _LONG:
            found = reference.find(text, at)
        if found < 0:
            together = "".join(squashed[i : i + 3])
            found = reference.find(together, at, at + _NEAR) if len(together) >= _SURE + 2 else -1
        if found < 0 or not text:
            places.append(None)
        else:
            at = found + len(text)
            places.append((found, at))
    return places


def _truth(texts: Sequence[str], reference: str) -> npt.NDArray[np.int8]:
    """Return for each boundary 1 for a joint, 0 for a break of the reference, -1 where it is not known."""
    pieces = [_SPACE.sub("", line) for line in reference.split("\n")]
    breaks = set(np.cumsum([len(piece) for piece in pieces]).tolist())
    places = _places(texts, "".join(pieces))
    truth = np.full(len(texts) - 1, -1, dtype=np.int8)
    for i, (one, two) in enumerate(pairwise(places)):
        if one and two and one[1] == two[0]:
            truth[i] = one[1] not in breaks
    return truth


def sample(row: dict[str, Any], style: str = "textnodes") -> Sample | None:
    """Return the boundaries of a dump; None for one that is whole at first sight."""
    lines = read_lines(row[f"dump_{style}"])
    take_bullets(lines)
    lines = join_wraps(lines)
    if len(lines) < 2 or not is_broken(lines):  # noqa: PLR2004
        return None
    shown, gold = _truth(lines.texts, row["dump_innertext"]), _truth(lines.texts, row["text"])
    # where the two disagree (tables, labels, line breaks), the page is right about the page, but counts little
    joint = np.where(shown >= 0, shown, gold)
    inside = (gold >= 0) & (joint == gold)
    edges = np.isin(np.arange(len(joint)), [k for g in np.flatnonzero(gold >= 0) for k in (g - 1, g, g + 1)])
    weight = np.where(inside, _GOLD_WEIGHT, np.where(edges, _EDGE_WEIGHT, np.where(joint == 1, _MENU_WEIGHT, 1.0)))
    weight = weight * (joint >= 0) * np.where((gold >= 0) & ~inside, 0.2, 1.0)
    weight *= np.asarray(lines.gaps[1:]) == 0
    return _sample(row["group"], lines, joint, weight * (1.0 if style == "textnodes" else _OTHER_WEIGHT), inside)


def _sample(
    group: str, lines: Lines, joint: npt.NDArray[Any], weight: npt.NDArray[Any], gold: npt.NDArray[np.bool_]
) -> Sample:
    indented = [indent > 0 for indent in lines.indents]
    seen, blind = (observe(lines.texts, lines.trailing, indented, cased=cased) for cased in (True, False))
    weight = weight / np.sqrt(len(lines))
    return Sample(group, seen, blind, joint.clip(0).astype(np.float32), weight.astype(np.float32), gold)


def train(samples: Sequence[Sample], epochs: int) -> Weights:
    """Learn the weights by AdamW on the weighted cross-entropy; a third of the pages is read without capitals.

    Cells are dropped out in training (Srivastava et al. 2014): on sites never seen that finds two joints in a hundred
    more, at the same precision.
    """
    torch.manual_seed(_SEED)
    torch.set_num_threads(1)
    rng = np.random.default_rng(_SEED)
    values = {name: value.requires_grad_() for name, value in _start().items()}
    count = sum(len(s.joint) for s in samples)
    scale = count / sum(float(s.weight.sum()) for s in samples)
    batches = max(1, count // _BATCH)
    optimizer = torch.optim.AdamW(values.values(), lr=_RATE, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs * batches)
    for _ in range(epochs):
        # whole pages, so that each boundary keeps its neighbours
        for chosen in np.array_split(rng.permutation(len(samples)), batches):
            pages = [samples[k] for k in chosen]
            views = [page.blind if rng.random() < _BLIND_SHARE else page.seen for page in pages]
            answers = _answers(values, views)
            joint = torch.from_numpy(np.concatenate([page.joint for page in pages]))
            weight = torch.from_numpy(np.concatenate([page.weight for page in pages]) * np.float32(scale))
            loss = functional.binary_cross_entropy_with_logits(answers, joint, weight)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    learned = {name: value.detach().numpy() for name, value in values.items()}
    return Weights(places=learned.pop("places").reshape(PLACES, len(NAMES), _CELLS), **learned)


def _start() -> dict[str, torch.Tensor]:
    """Return the weights before training: small random numbers, as large as lets the layers' answers be of one size."""
    near, far = 3 * _CELLS, 3 * _NEAR_CELLS
    return {
        "places": torch.randn(PLACES * len(NAMES), _CELLS) * (2 / _INPUTS) ** 0.5,
        "scalars": torch.randn(SCALARS, _CELLS) * (2 / _INPUTS) ** 0.5,
        "bias": torch.zeros(_CELLS),
        "near": torch.randn(near, _NEAR_CELLS) * (2 / near) ** 0.5,
        "near_bias": torch.zeros(_NEAR_CELLS),
        "far": torch.randn(far, _FAR_CELLS) * (2 / far) ** 0.5,
        "far_bias": torch.zeros(_FAR_CELLS),
        "out": torch.randn(_FAR_CELLS) * (2 / _FAR_CELLS) ** 0.5,
        "out_bias": torch.zeros(1),
    }


def _answers(values: Mapping[str, torch.Tensor], views: Sequence[Boundaries]) -> torch.Tensor:
    """Return the log-odds of each boundary of some pages: what `Weights.probabilities` does, with cells dropped out."""
    rows = torch.from_numpy(np.concatenate([view.places for view in views]).astype(np.int64))
    rows += torch.arange(PLACES) * len(NAMES)
    cells = functional.embedding_bag(rows, values["places"], mode="sum") + values["bias"]
    cells += torch.from_numpy(np.concatenate([view.scalars for view in views])) @ values["scalars"]
    for layer in ("near", "far"):
        cells = functional.dropout(functional.relu(cells), _DROPPED_SHARE)
        none = torch.zeros_like(cells[:1])
        wide = torch.cat([cells, torch.cat([none, cells[:-1]]), torch.cat([cells[1:], none])], dim=1)
        cells = wide @ values[layer] + values[f"{layer}_bias"]
    return functional.dropout(functional.relu(cells), _DROPPED_SHARE) @ values["out"] + values["out_bias"]


def figures(samples: Sequence[Sample], weights: Weights) -> Iterator[str]:
    """Yield precision and recall of the joints at some thresholds, over all known boundaries and inside articles."""
    p = np.concatenate([weights.probabilities(s.seen) for s in samples])
    blind = np.concatenate([weights.probabilities(s.blind) for s in samples])
    y = np.concatenate([s.joint for s in samples]) > 0.5  # noqa: PLR2004
    w = np.concatenate([s.weight for s in samples])
    gold = np.concatenate([s.gold for s in samples])
    for name, score, mask in (("all", p, w > 0), ("gold", p, gold), ("blind gold", blind, gold)):
        for threshold in (0.3, 0.5, 0.7):
            said = score[mask] > threshold
            right = w[mask] * (said & y[mask])
            yield (
                f"{name:10} > {threshold}: precision {right.sum() / (w[mask] * said).sum():.4f} "
                f"recall {right.sum() / (w[mask] * y[mask]).sum():.4f}"
            )


def main() -> None:
    """Train, print held-out figures, write the weights."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("--epochs", type=int, default=15)
    ap.add_argument("--cache", type=Path, default=CACHE)
    ap.add_argument("--out", type=Path, default=JOINTS)
    args = ap.parse_args()
    found = (sample(row, style) for name in SETS for row in rows(args.data, name) for style in TEXT_STYLES)
    samples = [s for s in found if s is not None]
    print(f"{len(samples)} pages, {sum(len(s.joint) for s in samples)} boundaries", flush=True)
    args.cache.mkdir(parents=True, exist_ok=True)
    for fold in range(FOLDS):
        weights = train([s for s in samples if fold_of(s.group) != fold], args.epochs)
        _write(args.cache / f"joints-fold{fold}.npz", weights)
        held_out = [s for s in samples if fold_of(s.group) == fold]
        print(f"fold {fold}:", *figures(held_out, weights), sep="\n  ", flush=True)
    _write(args.out, train(samples, args.epochs))


def _write(path: Path, weights: Weights) -> None:
    np.savez_compressed(path, **{name: getattr(weights, name).astype(np.float16) for name in Weights.__slots__})
    print(f"{path}: {path.stat().st_size:,} bytes", flush=True)


if __name__ == "__main__":
    main()
