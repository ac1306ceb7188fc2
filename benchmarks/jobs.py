"""How fast, steady and exact jobs are: `python benchmarks/jobs.py speed`, `python benchmarks/jobs.py memory`.

In: the fixture pages and generated ones, each with changes, so that no two are the same. Out: figures on standard
output, and exit code 1 where a goal is missed. Both need two cores that nobody else uses; `memory` takes a quarter of
an hour on such a machine.
"""

import hashlib
import json
import resource
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*/page.*"))
TOWNS = ("Obernau", "Velkov", "Port Tessel", "Brine Hill", "Ostra", "Carrow", "Lumen Bay")
SHORT = (
    "<h1>The bridge of {town} reopens</h1><p>The old bridge of {town} reopened on Friday after {number} days of "
    "repairs, the mayor said.</p><p>Work on the roof took longer than planned, and the town will pay for it until "
    "May.</p><p>Share this article</p>"
)
SECOND_WORKER, OVERHEAD, GROWTH = 1.8, 0.10, 0.10
SETTLED = 5_000
"""Pages after which no process may grow."""

BARE = """
import json, sys, time
from newsclean import clean
pages = [json.loads(line) for line in open(sys.argv[1], "rb")]
for page in pages:
    clean(page.get("html", page.get("text")), url=page["url"], kind="html" if "html" in page else "text")
"""


class Run(NamedTuple):
    """What was seen of a job."""

    seconds: float
    pages: int
    memory: dict[str, list[tuple[int, int]]]
    """By process: how many pages were done, and the bytes it held then."""


def write_pages(path: Path, count: int, *, every_fixture: int) -> None:
    """Write so many pages, of which one in `every_fixture` is a fixture with changes."""
    fixtures = [(page.suffix, page.read_text(encoding="utf-8", errors="replace")) for page in FIXTURES]
    with path.open("wb") as file:
        for number in range(count):
            town = TOWNS[number % len(TOWNS)]
            field, source = "html", SHORT.format(town=town, number=number)
            if number % every_fixture == 0:
                suffix, fixture = fixtures[number // every_fixture % len(fixtures)]
                field, source = "html" if suffix == ".html" else "text", fixture.replace(" the ", f" the {number} ", 1)
            record = {"id": number, "url": f"https://site{number % 200}.example/{number}", field: source}
            file.write(json.dumps(record).encode() + b"\n")


def run_job(pages: Path, out: Path, workers: int) -> Run:
    """Run a job in processes of its own, and look at their memory once a second."""
    command = [sys.executable, "-m", "newsclean", "run", pages, "-o", out, "--force", "--workers", workers, "--quiet"]
    report = out.with_suffix(".report.json")
    begun = time.monotonic()
    memory: dict[str, list[tuple[int, int]]] = {}
    with subprocess.Popen([*map(str, command), "--report", str(report)]) as job:  # noqa: S603
        while job.poll() is None:
            time.sleep(1)
            for name, held in _memory(job.pid):
                memory.setdefault(name, []).append((_done(out), held))
        if job.returncode:
            message = f"the job ended with {job.returncode}"
            raise RuntimeError(message)
    return Run(time.monotonic() - begun, json.loads(report.read_text())["articles"], memory)


def run_bare(pages: Path) -> float:
    """Return the seconds that a loop over `clean()` takes, as a script of its own."""
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", BARE, pages], check=True)  # noqa: S603 - our own code
    return time.monotonic() - begun


def speed(folder: Path, count: int, rounds: int) -> bool:
    """Compare a bare loop, a job with one worker and one with two, side by side; say whether the goals are met."""
    pages = folder / "pages.jsonl"
    write_pages(pages, count, every_fixture=1)
    bare, one, two = [], [], []
    used = [_processor()]
    for _ in range(rounds):
        bare.append(run_bare(pages))
        used.append(_processor())
        one.append(run_job(pages, folder / "one.jsonl", 1).seconds)
        used.append(_processor())
        two.append(run_job(pages, folder / "two.jsonl", 2).seconds)
        used.append(_processor())
    overhead, gain = min(one) / min(bare) - 1, min(one) / min(two)
    same = _digest(folder / "one.jsonl") == _digest(folder / "two.jsonl")
    print(f"{count:,} pages, best of {rounds}, start-up included")
    spent = [after - before for before, after in pairwise(used)]
    for way, (name, seconds) in enumerate((("bare loop over clean()", bare), ("1 worker", one), ("2 workers", two))):
        processor = min(spent[way::3]) / count * 1000
        print(f"{name:24}{min(seconds):8.1f} s{count / min(seconds):10.1f} pages/s{processor:8.2f} processor ms/page")
    print(f"1 worker costs {overhead:+.1%} over the bare loop (at most {OVERHEAD:+.0%})")
    print(f"2 workers are {gain:.2f} times as fast as 1 (at least {SECOND_WORKER})")
    print(f"outputs {'are the same, byte for byte' if same else 'DIFFER'}")
    return overhead <= OVERHEAD and gain >= SECOND_WORKER and same


def memory(folder: Path, count: int) -> bool:
    """Run a long job with two workers and with one; say whether memory is flat and the outputs are the same."""
    pages = folder / "pages.jsonl"
    write_pages(pages, count, every_fixture=20)
    two = run_job(pages, folder / "two.jsonl", 2)
    print(f"{count:,} pages, {count - two.pages} lost; with 2 workers {count / two.seconds:.1f} pages/s")
    flat = True
    for name, seen in two.memory.items():
        settled = [held for done, held in seen if done >= min(SETTLED, count // 4)]
        if not settled:
            continue
        growth = max(settled) / settled[0] - 1
        flat = flat and growth <= GROWTH
        after, most = settled[0] / 1e6, max(settled) / 1e6
        print(f"{name}: {after:.0f} MB after the first pages, then at most {most:.0f} MB ({growth:+.1%})")
    one = run_job(pages, folder / "one.jsonl", 1)
    same = _digest(folder / "one.jsonl") == _digest(folder / "two.jsonl")
    print(f"with 1 worker {count / one.seconds:.1f} pages/s")
    print(f"outputs {'are the same, byte for byte' if same else 'DIFFER'}")
    return flat and same and two.pages == one.pages == count


def _processor() -> float:
    """Return the processor seconds of all processes that have ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(pid: int) -> Iterator[tuple[str, int]]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        for name, process in (("job", str(pid)), *((f"worker {child}", child) for child in children)):
            yield name, int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * 4096
    except (FileNotFoundError, ProcessLookupError, IndexError):
        return


def _done(out: Path) -> int:
    try:
        return int(json.loads(out.with_name(f"{out.name}.journal").read_bytes())["pages"])
    except FileNotFoundError:
        return 0


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> int:
    """Run the measurement that is asked for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["speed", "memory"])
    parser.add_argument("--pages", type=int, help="3,000 for speed, 100,000 for memory")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        if given.what == "speed":
            return 0 if speed(folder, given.pages or 3_000, given.rounds) else 1
        return 0 if memory(folder, given.pages or 100_000) else 1


if __name__ == "__main__":
    sys.exit(main())
