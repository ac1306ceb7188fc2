"""Rebuild the scorer from the gold sets: `python -m training DATA`.

Reads the gold pages in every style, cross-validates over whole groups, prints the report, calibrates the quality on
the cross-validated scores, fits on all pages and writes the model files that newsclean ships. The scorers of the
folds are kept beside the samples in the cache folder, where `training.crossval` finds them.
"""

import argparse
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from newsclean.evidence.shapes import Floats
from training.calibrate import fit, fit_hearing, rightness, signs_of
from training.fit import Recipe, cross_validate, fit_all
from training.folds import CACHE, FOLDS
from training.gold import BARE_STYLES, LONG_STYLES, MADE_STYLES, PLANTED_STYLES, SETS, SPACED_STYLE, TEXT_STYLES
from training.modelfile import write
from training.pages import samples
from training.report import lines, reliability

KINDS = {
    "html": ("html", BARE_STYLES[0], PLANTED_STYLES[0], LONG_STYLES[0]),
    "text": (*TEXT_STYLES, SPACED_STYLE, BARE_STYLES[1], PLANTED_STYLES[1], LONG_STYLES[1]),
}
SHARES = {
    **dict.fromkeys(("innertext", "textnodes", "layout", "wet", *LONG_STYLES), 0.4),
    SPACED_STYLE: 0.3,
}
"""Of the larger sets' pages: each comes in eight styles of text, and one or two of the whole-page ones are enough."""
MODELS = Path("newsclean/evidence/models")
PLOTS = Path("docs/plots")


def train(data: Path, kind: str, recipe: Recipe, cache: Path) -> None:
    """Train, report and write the model of one input kind."""
    pages = [page for page in samples(data, SETS, KINDS[kind], cache, SHARES) if len(page.table)]
    print(f"{kind}: {len(pages)} pages, {sum(len(page.table) for page in pages)} blocks", flush=True)
    scorers, first, scores = cross_validate(pages, recipe)
    real = [number for number, page in enumerate(pages) if page.style not in MADE_STYLES]
    shown = [pages[n] for n in real]
    for title, by in (
        ("set and style", lambda page: f"{page.set} {page.style}"),
        ("language", lambda page: page.language or "not given"),
    ):
        print(f"\n{kind}, scorer alone, cross-validated, by {title}")
        print("\n".join(lines(shown, [scores[n] for n in real], by)), flush=True)
    hearing = fit_hearing(pages, scores) if kind == "html" else None
    signs, right = signs_of(pages, scores), rightness(pages, scores)
    folds = np.asarray([page.fold for page in pages])
    met = np.asarray([page.style not in (*PLANTED_STYLES, *LONG_STYLES) for page in pages])
    out_of_fold = np.zeros(len(pages), dtype=np.float32)
    for fold, scorer in enumerate(scorers):
        calibration = fit(signs[met & (folds != fold)], right[met & (folds != fold)])
        inside = np.flatnonzero(folds == fold)
        out_of_fold[inside] = [calibration.quality(signs[n]) for n in inside]
        held_in = [n for n in range(len(pages)) if folds[n] != fold]
        heard = fit_hearing([pages[n] for n in held_in], [scores[n] for n in held_in]) if kind == "html" else None
        write(cache / f"{kind}-fold{fold}.npz", scorer, calibration, heard)
    _plot(kind, out_of_fold[real], right[real])
    scorer, splits = fit_all(pages, first, recipe)
    print(f"\n{kind}: most split columns: {', '.join(splits[:40])}")
    write(MODELS / f"{kind}.npz", scorer, fit(signs[met], right[met]), hearing)


def _plot(kind: str, qualities: Floats, right: Floats) -> None:
    """Print and draw how often pages of a quality are right."""
    points = list(reliability(qualities, right))
    print(f"\n{kind}: quality, share right, pages")
    for quality, share, count in points:
        print(f"{quality:8.2f} {share:8.2f} {count:6}")
    figure, axes = plt.subplots(figsize=(4.5, 4.5))
    axes.plot([0, 1], [0, 1], linestyle=":", color="grey")
    axes.plot([p[0] for p in points], [p[1] for p in points], marker="o")
    axes.set(xlabel="quality", ylabel="share of pages with F1 of 0.95 or more", title=f"{kind}, sites never seen")
    PLOTS.mkdir(parents=True, exist_ok=True)
    figure.savefig(PLOTS / f"quality-{kind}.png", dpi=80, bbox_inches="tight")
    plt.close(figure)


def main() -> None:
    """Read the arguments and train."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path, help=f"the folder that holds {', '.join(f'{name}.jsonl.xz' for name in SETS)}")
    ap.add_argument("--kinds", default="html,text")
    ap.add_argument("--cache", type=Path, default=CACHE)
    ap.add_argument("--trees", type=int, default=Recipe().trees)
    args = ap.parse_args()
    print(f"{FOLDS} folds over whole groups")
    for kind in args.kinds.split(","):
        train(args.data, kind, Recipe(trees=args.trees), args.cache)


if __name__ == "__main__":
    main()
