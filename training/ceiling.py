"""The ceiling of choosing whole blocks: what a perfect scorer would get with today's readers and labels.

    python -m training.ceiling DATA [--styles html,innertext] [--sets fundus_a] [--limit 100] [--show 3]

F1, paragraph F1 and exact are measured as the referee of the gold sets measures them.
"""

import argparse
import sys
from pathlib import Path

from newsclean.sources import read
from training.gold import SETS, STYLES, rows, source
from training.labels import labels
from training.pages import LIKELY


def main() -> None:
    """Print the ceiling per set and style."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("--sets", default=",".join(SETS))
    ap.add_argument("--styles", default=",".join(STYLES))
    ap.add_argument("--limit", type=int, default=10_000)
    ap.add_argument("--show", type=int, default=0, help="print lost and leaked lines of the worst pages")
    args = ap.parse_args()
    sys.path.insert(0, str(args.data.parent / "bench"))
    import score  # noqa: PLC0415

    print(f"{'set':10} {'style':9} {'pages':>5} {'F1':>6} {'leak':>6} {'harm':>6} {'para':>6} {'exact':>6} {'<.5':>6}")
    for name in args.sets.split(","):
        all_rows = list(rows(args.data, name))
        step = max(1, len(all_rows) // args.limit)
        picked = all_rows[::step][: args.limit]
        for style in args.styles.split(","):
            preds, golds = [], []
            for row in picked:
                page = read(source(row, style), kind="html" if style == "html" else "text")
                kept = [
                    block.text
                    for block, label in zip(page.blocks, labels(page, row["text"], row.get("title")), strict=True)
                    if label is not None and label >= LIKELY
                ]
                preds.append(score.without_title("\n\n".join(kept), row.get("title")))
                golds.append(score.without_title(row["text"], row.get("title")))
            s = score.text_scores(preds, golds)
            figures = (s["f1"], 1 - s["p"], 1 - s["r"], s["para"], s["exact"], s["under_half"])
            print(f"{name:10} {style:9} {len(picked):5} " + " ".join(f"{v:6.3f}" for v in figures), flush=True)
            if args.show:
                order = sorted(range(len(picked)), key=lambda k: score.paragraph_f1(preds[k], golds[k]))
                for k in order[: args.show]:
                    have, want = (
                        set(map(score.fold, score.lines(preds[k]))),
                        set(map(score.fold, score.lines(golds[k]))),
                    )
                    print("##", picked[k]["id"], round(score.own_f1(score.page_counts(preds[k], golds[k])), 3))
                    for line in score.lines(preds[k]):
                        if score.fold(line) not in want:
                            print("   leaked", line[:150])
                    for line in score.lines(golds[k]):
                        if score.fold(line) not in have:
                            print("   lost  ", line[:150])


if __name__ == "__main__":
    main()
