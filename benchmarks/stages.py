"""Where a page's time goes: milliseconds by stage, and the whole beside other extractors in one run.

In: a folder of gold sets; without one, the fixture pages. Out: a line a set and input style. Every time is the least
of `--rounds`, in processor time, which other programs on the machine disturb least; extractors take turns page by page.

    python benchmarks/stages.py                         # the fixtures
    python benchmarks/stages.py DATA --limit 40 --styles html,innertext --beside trafilatura,resiliparse
"""

import argparse
import contextlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from extractors import Extract, load
from gold import GoldPage, fixture_pages, pages_of, sets_of

from newsclean import Cleaner
from newsclean.article import Meta
from newsclean.assemble import assemble
from newsclean.evidence import weigh
from newsclean.fields import gather
from newsclean.sift import sift
from newsclean.sources import read

STAGES: Final = ("read", "weigh", "sift", "fields", "assemble")
_CLEANER: Final = Cleaner()
Value = TypeVar("Value")


def stage_times(page: GoldPage) -> list[float]:
    """Return the seconds of each stage for one page."""
    spent: list[float] = []

    def timed(work: Callable[[], Value]) -> Value:
        start = time.process_time()
        value = work()
        spent.append(time.process_time() - start)
        return value

    read_page = timed(lambda: read(page.source, url=page.url))
    evidence = timed(lambda: weigh(read_page))
    brake = _CLEANER.max_unlikely_share
    sifted = timed(lambda: sift(read_page, evidence, _CLEANER.filters, max_unlikely_share=brake))
    fields = timed(lambda: gather(read_page, evidence, sifted))
    meta = Meta(newsclean_version="", config_hash="", input_kind=read_page.kind)
    timed(lambda: assemble(read_page, sifted, fields, quality=evidence.quality, meta=meta))
    return spent


def extraction_time(extract: Extract, page: GoldPage) -> float:
    """Return the seconds that another extractor takes for the page's HTML."""
    start = time.process_time()
    with contextlib.suppress(Exception):
        extract(page.html, page.url)
    return time.process_time() - start


def measure(pages: Sequence[GoldPage], beside: dict[str, Extract], rounds: int) -> str:
    """Return a line: the stages' means, the whole, and the ratio to each of the others by summed times."""
    ours: list[list[float]] = []
    others: dict[str, list[float]] = {name: [] for name in beside}
    for page in pages:
        times = [stage_times(page) for _ in range(rounds)]
        ours.append([min(column) for column in zip(*times, strict=True)])
        for name, extract in beside.items():
            if page.html:
                others[name].append(min(extraction_time(extract, page) for _ in range(rounds)))
    totals = [sum(times) for times in ours]
    means = [sum(column) / len(ours) * 1_000 for column in zip(*ours, strict=True)]
    figures = "".join(f"{mean:9.2f}" for mean in (*means, sum(means)))
    for theirs in others.values():
        if theirs:
            ratios = sorted(own / other for own, other in zip(totals, theirs, strict=True))
            figures += f"{sum(totals) / sum(theirs):10.3f} ({ratios[int(0.95 * (len(ratios) - 1))]:.2f})"
        else:
            figures += f"{'-':>17}"
    return figures


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", help="a folder of gold sets; the fixtures without one")
    parser.add_argument("--sets", help="names, by commas; all of the folder without")
    parser.add_argument("--styles", default="html,innertext,textnodes")
    parser.add_argument("--limit", type=int, default=40, help="pages of a set")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--beside", default="trafilatura,resiliparse,readability-lxml", help="extractors, by commas")
    args = parser.parse_args()
    beside = {name: load(name) for name in args.beside.split(",") if name}
    heads = "".join(f"{stage:>9}" for stage in (*STAGES, "all")) + "".join(f"{'x ' + name[:9]:>17}" for name in beside)
    print("milliseconds of processor time a page; then the share of summed times, and its 95th percentile")
    print(f"{'set':14}{'style':10}{'pages':>6}{heads}")
    names = args.sets.split(",") if args.sets else sets_of(args.data) if args.data else ["fixtures"]
    for name in names:
        for style in args.styles.split(","):
            pages = pages_of(args.data, name, style, args.limit) if args.data else fixture_pages(style)
            if pages:
                print(f"{name:14}{style:10}{len(pages):6}{measure(pages, beside, args.rounds)}", flush=True)


if __name__ == "__main__":
    main()
