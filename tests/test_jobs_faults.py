"""Jobs under trouble: pages that hang, grow and kill, inputs that break off, kills at any instant, full disks."""

import json
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import crawl
import pytest
from pyarrow import parquet

from newsclean import Article, Rejected, clean, clean_many
from newsclean.cli import main
from newsclean.jobs.outputs import Lines
from newsclean.pipeline import Cleaner

SEED = 20240312
Records = list[dict[str, object]]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install the filter that troubles its process, for this process and for those that it starts."""
    folder = crawl.plugin(tmp_path / "plugin")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder


def troubled(page: dict[str, object], word: str) -> dict[str, object]:
    return {**page, "html": str(page["html"]).replace("Petra Voln", f"Petra {word} Voln")}


def records(path: Path) -> Records:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def errors(path: Path) -> list[tuple[object, str]]:
    return [(record["id"], record["error"]["kind"]) for record in records(path)]  # type: ignore[index]


@contextmanager
def started(*arguments: str | Path, **settings: object) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "newsclean", "run", "--quiet", "--workers", "2", *map(str, arguments)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **settings) as run:  # type: ignore[call-overload] # noqa: S603
        yield run


def finished(*arguments: str | Path, **settings: object) -> tuple[int, str]:
    with started(*arguments, **settings) as run:
        _, complaints = run.communicate()
    return run.returncode, complaints


@pytest.mark.usefixtures("trouble")
def test_a_page_that_troubles_its_worker_is_rejected_and_the_others_go_on() -> None:
    words = {3: "HANG", 5: "GROW", 8: "DIE", 9: "LEAVE", 11: "FAIL"}
    given = [troubled(page, words.get(number, "")) for number, page in enumerate(crawl.pages(14))]
    cleaner = Cleaner().adjusted(added=["test.trouble"])

    results = list(clean_many(given, workers=2, cleaner=cleaner, page_seconds=5, worker_bytes=600_000_000))

    rejected = {result.id: result for result in results if isinstance(result, Rejected)}
    assert {name: result.error.kind for name, result in rejected.items()} == {
        "p3": "timeout", "p5": "memory", "p8": "worker_died", "p9": "worker_died", "p11": "filter",
    }  # fmt: skip
    assert rejected["p3"].error.message == "took longer than 5 seconds"
    assert rejected["p5"].error.message == "needed more than 600,000,000 bytes of memory"
    assert rejected["p8"].error.message == "its worker was ended by SIGKILL"
    assert rejected["p9"].error.message == "its worker ended with exit code 3"
    assert rejected["p8"].url == "https://site3.example/8"
    assert [number for number, result in enumerate(results) if isinstance(result, Article)] == [
        number for number in range(14) if number not in words
    ]
    assert results[13] == clean(str(given[13]["html"]), url="https://site3.example/13", kind="html", cleaner=cleaner)


def test_a_job_of_bad_pages_and_broken_inputs_survives_ten_kills(tmp_path: Path, trouble: Path) -> None:
    assert trouble
    words = {30: "HANG", 61: "DIE", 90: "GROW", 170: "FAIL"}
    lines = [troubled(page, words.get(number, "")) for number, page in enumerate(crawl.pages(220))]
    first = crawl.written(tmp_path, "a.jsonl", lines[:100])
    second = crawl.written(tmp_path, "b.jsonl", lines[100:])
    first.write_bytes(first.read_bytes() + b'{"id": "broken", "html": <p>}\n')
    packed, archive = (crawl.written(tmp_path, name, crawl.pages(60, 300)) for name in ("c.jsonl.gz", "d.warc.gz"))
    for path in (packed, archive):
        path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    out, rejects = tmp_path / "out.jsonl", tmp_path / "out.rejects.jsonl"
    job = (
        first, second, packed, archive, "-o", out, "--resume", "--with", "test.trouble", "--commit", "7",
        "--page-seconds", "3", "--worker-bytes", "600M",
    )  # fmt: skip
    instants = random.Random(SEED)  # noqa: S311

    for _ in range(10):
        with started(*job) as run:
            begun = out.stat().st_size if out.exists() else 0
            while run.poll() is None and (not out.exists() or out.stat().st_size in {0, begun}):
                time.sleep(0.01)
            time.sleep(instants.uniform(0, 0.4))
            run.kill()
    code, complaints = finished(*job)

    assert (code, complaints) == (1, "")
    ids = [record["id"] for record in records(out)]
    in_packed = [name for name in ids[217:] if not str(name).startswith(str(archive))]
    in_archive = ids[217 + len(in_packed) :]
    assert ids[:216] == [page["id"] for number, page in enumerate(lines) if number not in words]
    assert errors(rejects) == [
        ("p30", "timeout"),
        ("p61", "worker_died"),
        ("p90", "memory"),
        (f"{first}:101", "bad_json"),
        ("p170", "filter"),
        (str(packed), "truncated"),
        (str(archive), "truncated"),
    ]
    assert ids[216:] == [
        *(f"p{300 + number}" for number in range(len(in_packed) + 1)),
        *(f"{archive}:{number + 1}" for number in range(len(in_archive))),
    ]
    assert len(in_packed) >= 20
    assert len(in_archive) >= 20
    article = Article.model_validate(records(out)[100]["article"])
    assert article.text == clean(str(lines[103]["html"])).text


def test_a_parquet_job_survives_kills(tmp_path: Path) -> None:
    source = crawl.written(tmp_path, "pages.jsonl", crawl.pages(150))
    out = tmp_path / "out.parquet"
    job = (source, "-o", out, "--resume", "--commit", "20")
    instants = random.Random(SEED)  # noqa: S311

    for _ in range(3):
        with started(*job) as run:
            begun = len(list(out.glob("part-*")))
            while run.poll() is None and len(list(out.glob("part-*"))) == begun:
                time.sleep(0.01)
            time.sleep(instants.uniform(0, 0.2))
            run.kill()
    assert finished(*job) == (0, "")

    assert parquet.read_table(out).column("id").to_pylist() == [f"p{number}" for number in range(150)]
    assert [path.name for path in sorted(out.iterdir())] == [f"part-{number:06}.parquet" for number in range(8)]


def test_ctrl_c_ends_a_job_and_says_how_to_go_on(tmp_path: Path) -> None:
    source = crawl.written(tmp_path, "pages.jsonl", crawl.pages(150))
    out = tmp_path / "out.jsonl"

    with started(source, "-o", out) as run:
        while not out.exists() or out.stat().st_size == 0:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        _, complaints = run.communicate()

    done = len(records(out))
    assert run.returncode == 1
    assert complaints == f"newsclean: interrupted after {done} pages; the same command with --resume goes on\n"
    assert finished(source, "-o", out, "--resume") == (0, "")
    assert [record["id"] for record in records(out)] == [f"p{number}" for number in range(150)]


def test_a_full_disk_is_one_line_and_the_job_goes_on_when_there_is_room(tmp_path: Path) -> None:
    source = crawl.written(tmp_path, "pages.jsonl", crawl.pages(30))
    out = tmp_path / "out.jsonl"

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    code, complaints = finished(source, "-o", out, "--commit", "5", preexec_fn=little_room)

    assert code == 1
    assert complaints == (f"newsclean: cannot write {out}: File too large; the same command with --resume goes on\n")
    assert finished(source, "-o", out, "--commit", "5", "--resume") == (0, "")
    assert [record["id"] for record in records(out)] == [f"p{number}" for number in range(30)]


def job(*arguments: str | Path) -> int:
    return main(["run", "--workers", "1", "--quiet", *map(str, arguments)])


def test_an_output_is_not_overwritten_unless_that_is_asked_for(tmp_path: Path, capsys: Capture) -> None:
    source, other = (crawl.written(tmp_path, f"{name}.jsonl", crawl.pages(2)) for name in ("pages", "others"))
    out = tmp_path / "out.jsonl"
    assert job(source, "-o", out, "--resume") == 0
    before = out.read_bytes()

    assert job(source, "-o", out) == 2
    assert f"{out} exists; --resume goes on with it, --force writes it anew" in capsys.readouterr().err
    assert job(source, "-o", out, "--resume") == 0
    assert out.read_bytes() == before
    assert job(other, "-o", out, "--resume") == 2
    assert "the job was begun with other inputs" in capsys.readouterr().err
    assert out.read_bytes() == before
    assert job(source, "-o", out, "--force", "--set", "max_bytes=10") == 1
    assert out.read_bytes() == b""
    (tmp_path / "out.jsonl.journal").unlink()
    out.write_bytes(before)
    assert job(source, "-o", out, "--resume") == 2
    assert "is no journal" in capsys.readouterr().err


def test_inputs_that_have_changed_are_not_gone_on_with(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "crawl"
    crawl.written(folder, "b.jsonl", crawl.pages(3))
    out = tmp_path / "out.jsonl"
    assert job(folder, "-o", out) == 0
    journal = tmp_path / "out.jsonl.journal"
    journal.write_text(journal.read_text().replace('"finished":true', '"finished":false'))
    crawl.written(folder, "a.jsonl", crawl.pages(5))

    assert job(folder, "-o", out, "--resume") == 2
    assert f"the inputs are not what they were: page 3 was {folder / 'b.jsonl'}:3" in capsys.readouterr().err


def test_two_jobs_do_not_write_one_output(tmp_path: Path, capsys: Capture) -> None:
    source = crawl.written(tmp_path, "pages.jsonl", crawl.pages(1))
    out = tmp_path / "out.jsonl"
    held = Lines(tmp_path / "out.rejects.jsonl", 0)

    assert job(source, "-o", out) == 1
    assert "another job is writing it" in capsys.readouterr().err
    held.close()
    assert job(source, "-o", out, "--resume") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_workers_end_with_their_job_whatever_they_do(tmp_path: Path, trouble: Path) -> None:
    assert trouble
    pages = [troubled(page, "" if number == 0 else "HANG") for number, page in enumerate(crawl.pages(3))]
    source, out = crawl.written(tmp_path, "pages.jsonl", pages), tmp_path / "out.jsonl"

    with started(source, "-o", out, "--with", "test.trouble", "--page-seconds", "5") as run:
        while not out.exists() or out.stat().st_size == 0:
            time.sleep(0.01)
        workers = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
        run.kill()

    assert len(workers) == 2
    deadline = time.monotonic() + 60
    while any(Path(f"/proc/{worker}/exe").exists() for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.05)
