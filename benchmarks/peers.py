"""newsclean beside other extractors on gold pages: quality and time, a table for a README.

In: a folder of gold sets and an input style. Out: a table a set, in Markdown with `--markdown`. An extractor that fails
on a page returned nothing for it. `x traf` is the sum of an extractor's times over trafilatura's with metadata on the
same pages' HTML; figures of extractors that learned on the same pages flatter them: see benchmarks/README.md.

    python benchmarks/peers.py DATA --limit 100
    python benchmarks/peers.py DATA --sets wcxb_dev --styles innertext --extractors newsclean,trafilatura
"""

import argparse
import time
from pathlib import Path

from extractors import EXTRACTORS, Extract, load
from gold import GoldPage, pages_of, score, sets_of

_HEADS = ("F1", "harm", "leak", "para", "exact", "<.5", "x traf", "failed")


def run(extract: Extract, pages: list[GoldPage]) -> tuple[list[str], float, int]:
    """Return the texts of the pages, the seconds of processor time, and on how many pages it failed."""
    texts: list[str] = []
    failed = 0
    spent = 0.0
    for page in pages:
        start = time.process_time()
        try:
            texts.append(extract(page.source, page.url))
        except Exception:  # noqa: BLE001 - whatever another extractor stumbles over, its page counts as empty
            texts.append("")
            failed += 1
        spent += time.process_time() - start
    return texts, spent, failed


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="a folder of gold sets")
    parser.add_argument("--sets", help="names, by commas; all of the folder without")
    parser.add_argument("--styles", default="html")
    parser.add_argument("--limit", type=int, help="pages of a set")
    parser.add_argument("--extractors", default=",".join(EXTRACTORS))
    parser.add_argument("--markdown", action="store_true")
    args = parser.parse_args()
    extractors = {name: load(name) for name in args.extractors.split(",")}
    trafilatura = load("trafilatura")
    for name in args.sets.split(",") if args.sets else sets_of(args.data):
        for style in args.styles.split(","):
            pages = pages_of(args.data, name, style, args.limit)
            if not pages:
                continue
            for extract in extractors.values():
                run(extract, pages[:1])
            html = [GoldPage(page.html, page.html, page.text, page.url, page.title) for page in pages]
            reference = run(trafilatura, html)
            print(f"\n{name}, {style}, {len(pages)} pages\n")
            if args.markdown:
                print(f"| extractor | {' | '.join(_HEADS)} |\n|---|{'---:|' * len(_HEADS)}")
            else:
                print(f"{'extractor':18}" + "".join(f"{head:>8}" for head in _HEADS))
            for label, extract in extractors.items():
                # what trafilatura was asked before, it answers from its caches
                again = label == "trafilatura" and style == "html"
                texts, spent, failed = reference if again else run(extract, pages)
                got = score(texts, pages)
                figures = (got.f1, got.harm, got.leak, got.para, got.exact, got.disasters)
                cells = [*(f"{figure:.3f}" for figure in figures), f"{spent / reference[1]:.2f}", str(failed)]
                if args.markdown:
                    print(f"| {label} | {' | '.join(cells)} |", flush=True)
                else:
                    print(f"{label:18}" + "".join(f"{cell:>8}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
