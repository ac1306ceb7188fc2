"""Jobs: many pages in, in every format; one record each out, in order, whatever the number of workers."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import crawl
import pytest
import zstandard
from pyarrow import parquet

from newsclean import Article, Rejected, clean, clean_many
from newsclean.arrow import OUTPUT_SCHEMA
from newsclean.block import Mark, Page
from newsclean.cli import main
from newsclean.errors import ConfigurationError, JobError
from newsclean.evidence import Evidence
from newsclean.filters import FILTERS
from newsclean.filters.base import Filter
from newsclean.jobs.formats import Reading, warc_responses
from newsclean.jobs.page import FieldNames, identity
from newsclean.jobs.streams import Stream
from newsclean.pipeline import Cleaner

FORMATS = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet", "warc", "warc.gz", "warc.zst")
Capture = pytest.CaptureFixture[str]
Records = list[dict[str, object]]


def job(*arguments: str | Path) -> int:
    return main(["run", "--workers", "1", "--quiet", *map(str, arguments)])


def records(path: Path) -> Records:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    elif path.suffix == ".zst":
        data = zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    return [json.loads(line) for line in data.decode().splitlines()]


def texts(path: Path) -> list[str]:
    return [Article.model_validate(record["article"]).text for record in records(path)]


def errors(path: Path) -> list[tuple[object, str]]:
    return [(record["id"], record["error"]["kind"]) for record in records(path)]  # type: ignore[index]


def test_many_pages_come_out_in_order_as_clean_has_them() -> None:
    sources = [crawl.story(number) for number in range(40)]

    articles = list(clean_many(sources, workers=2))

    assert articles == [clean(source) for source in sources]


def test_a_page_is_a_source_or_a_mapping_and_what_is_neither_is_rejected() -> None:
    text = "The old bridge reopened on Friday, the mayor of the town said."
    given: list[object] = [
        {"text": text, "id": "a", "url": "https://example.org/a", "seen": 3},
        {"html": f"<p>{text}</p>".encode("utf-16"), "charset": "utf-16"},
        {"id": 9, "url": "https://example.org/none"},
        b"%PDF-1.7\n%\xe2\xe3",
        17,
        {"id": "d", "html": lambda: text},
    ]

    bridge, wide, nothing, pdf, number, odd = clean_many(given)  # type: ignore[arg-type]

    assert isinstance(bridge, Article)
    assert (bridge.text, bridge.url, bridge.meta.input_kind) == (text, "https://example.org/a", "text")
    assert isinstance(wide, Article)
    assert wide.text == text
    assert isinstance(nothing, Rejected)
    assert (nothing.id, nothing.url, nothing.error.kind) == (9, "https://example.org/none", "source")
    assert [each.id for each in (pdf, number, odd) if isinstance(each, Rejected)] == ["3", "4", "d"]


def test_pages_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[str]:
        while True:
            taken.append(1)
            yield crawl.story(len(taken))

    results = clean_many(endless())
    first = [next(results) for _ in range(3)]
    results.close()  # type: ignore[attr-defined]

    assert len(first) == 3
    assert len(taken) < 50


class Local(Filter):
    """A filter of a script."""

    name = "local"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        del page, evidence
        yield from ()


def test_a_filter_that_no_other_process_can_import_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Local, "__module__", "__main__")

    with pytest.raises(ConfigurationError, match="put the filter 'local' into a module"):
        next(clean_many(["page"], cleaner=Cleaner(filters=[Local(), *FILTERS])))


def test_workers_that_do_not_start_end_the_job() -> None:
    with pytest.raises(JobError, match=r"workers do not start; needed more than 1,000 bytes"):
        next(clean_many(["page"], worker_bytes=1000))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_articles(name: str, tmp_path: Path) -> None:
    given = crawl.pages(20)
    source = crawl.written(tmp_path, f"pages.{name}", given)

    assert job(source, "-o", tmp_path / "out.jsonl") == 0

    out = records(tmp_path / "out.jsonl")
    assert [record["url"] for record in out] == [page["url"] for page in given]
    assert texts(tmp_path / "out.jsonl") == [clean(str(page["html"])).text for page in given]
    if "warc" in name:
        assert out[2]["id"] == f"{source}:3"
        assert out[2]["fetched"] == "2024-03-12T10:15:00Z"
    else:
        assert out[2] == {"id": "p2", "url": given[2]["url"], "article": out[2]["article"]}


def test_folders_and_globs_of_pages_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "crawl"
    (folder / "sub").mkdir(parents=True)
    for number, name in enumerate(("b.html", "a.txt", "sub/c.htm", "notes.md", ".hidden.html")):
        (folder / name).write_text(crawl.story(number) if name != "a.txt" else "The tram is late.", encoding="utf-8")
    crawl.written(folder, "sub/more.jsonl", crawl.pages(2))

    assert job(folder, "-o", folder / "out.jsonl") == 0
    ids = [str(record["id"]).removeprefix(f"{folder}/") for record in records(folder / "out.jsonl")]
    assert ids == ["a.txt", "b.html", "sub/c.htm", "p0", "p1"]

    assert job(str(folder / "*.html"), "-o", tmp_path / "glob.jsonl") == 0
    assert [record["id"] for record in records(tmp_path / "glob.jsonl")] == [str(folder / "b.html")]


def test_the_fields_have_the_names_that_are_said(tmp_path: Path) -> None:
    html = crawl.story(1)
    rows: Records = [
        {"body": html, "link": "https://example.org/1", "key": 7, "seen": None, "tags": ["a", "ü"], "html": "no"},
        {"plain": "The tram is late, the mayor said.", "link": None, "key": "ä", "tags": float("nan")},
    ]
    source = crawl.written(tmp_path, "rows.jsonl", rows)
    names = ["--html-field=body", "--text-field=plain", "--url-field=link", "--id-field=key"]

    assert job(source, "-o", tmp_path / "named.jsonl", *names, "--keep=tags", "--keep=seen") == 0
    first, second = records(tmp_path / "named.jsonl")
    assert {name: first[name] for name in first if name != "article"} == {
        "id": 7, "url": "https://example.org/1", "tags": ["a", "ü"], "seen": None,
    }  # fmt: skip
    assert (second["id"], second["tags"], second["seen"]) == ("ä", None, None)
    assert texts(tmp_path / "named.jsonl")[0] == clean(html).text

    assert job(source, "-o", tmp_path / "all.jsonl", *names, "--keep=*") == 0
    assert [sorted(record) for record in records(tmp_path / "all.jsonl")] == [
        ["article", "html", "id", "seen", "tags", "url"],
        ["article", "id", "tags", "url"],
    ]


def test_a_page_without_an_id_is_called_by_its_place_and_the_same_id_may_come_twice(tmp_path: Path) -> None:
    rows: Records = [{"html": crawl.story(1)}, {"html": crawl.story(2), "id": "x"}, {"html": crawl.story(3), "id": "x"}]
    source = crawl.written(tmp_path, "rows.jsonl", rows)
    source.write_bytes(b"\n" + source.read_bytes())

    assert job(source, "-o", tmp_path / "out.jsonl") == 0
    assert [record["id"] for record in records(tmp_path / "out.jsonl")] == [f"{source}:2", "x", "x"]


def test_ids_and_addresses_of_bytes_are_text() -> None:
    fields = {"id": b"7", "url": b"https://example.org/ferry", "html": crawl.story(1)}
    assert identity(fields, FieldNames(), "row 1") == ("7", "https://example.org/ferry")
    (article,) = clean_many([fields])
    assert isinstance(article, Article)
    assert article.url == "https://example.org/ferry"


def test_what_no_article_can_be_made_of_goes_to_the_rejects(tmp_path: Path) -> None:
    source = tmp_path / "rows.jsonl"
    source.write_bytes(
        b'{"html": \n[1]\n{"id": "none", "url": "u"}\n{"id": "pdf", "html": 17}\n\xff\n'
        + crawl.json_lines(crawl.pages(1))
        + b'{"id": "half", "html": "<p>The tr'
    )
    missing = tmp_path / "folder.html"
    missing.mkdir()

    assert job(source, missing, "-o", tmp_path / "out.jsonl") == 1
    assert [record["id"] for record in records(tmp_path / "out.jsonl")] == ["p0"]
    assert errors(tmp_path / "out.rejects.jsonl") == [
        (f"{source}:1", "bad_json"),
        (f"{source}:2", "bad_json"),
        ("none", "source"),
        ("pdf", "source"),
        (f"{source}:5", "bad_json"),
        (f"{source}:7", "bad_json"),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_of_an_input_that_breaks_off_what_came_before_is_used(name: str, tmp_path: Path) -> None:
    whole = crawl.written(tmp_path, f"whole.{name}", crawl.pages(30))
    data = whole.read_bytes()
    broken = tmp_path / f"broken.{name}"
    broken.write_bytes(data[: len(data) * 4 // 5])
    after = crawl.written(tmp_path, "after.jsonl", crawl.pages(1, 50))

    assert job(broken, after, "-o", tmp_path / "out.jsonl") == 1

    out = [record["url"] for record in records(tmp_path / "out.jsonl")]
    assert out == [page["url"] for page in crawl.pages(len(out) - 1)] + ["https://site0.example/50"]
    assert len(out) > (0 if name == "parquet" else 15)
    [(where, kind)] = errors(tmp_path / "out.rejects.jsonl")
    if name == "jsonl":
        assert (where, kind) == (f"{broken}:{len(out)}", "bad_json")
    else:
        assert (where, kind) == (str(broken), "unreadable" if name == "parquet" else "truncated")


def test_a_warc_may_break_off_anywhere(tmp_path: Path) -> None:
    data = crawl.warc(crawl.pages(2))
    reading = Reading(FieldNames(), (), 1_000_000)

    for cut in range(1, len(data) // 2, 97):
        path = tmp_path / "cut.warc"
        path.write_bytes(data[:-cut])
        with Stream(str(path)) as stream:
            whole = list(warc_responses("cut.warc", stream, reading))
        assert (len(whole), stream.failure and stream.failure.kind) == (1 if cut > 4 else 2, "truncated"), cut


@pytest.mark.parametrize("name", ["jsonl", "jsonl.gz", "jsonl.zst", "parquet"])
def test_the_output_is_the_same_whatever_the_number_of_workers(name: str, tmp_path: Path) -> None:
    source = crawl.written(tmp_path, "pages.jsonl", crawl.pages(50))
    one, two = tmp_path / f"one.{name}", tmp_path / f"two.{name}"

    assert job(source, "-o", one, "--keep=n", "--commit=20") == 0
    assert job(source, "-o", two, "--keep=n", "--commit=20", "--workers=2") == 0

    if name == "parquet":
        parts = sorted(path.name for path in one.iterdir())
        assert parts == ["part-000000.parquet", "part-000001.parquet", "part-000002.parquet"]
        assert all((one / part).read_bytes() == (two / part).read_bytes() for part in parts)
        table = parquet.read_table(one)
        assert table.schema.names == [*OUTPUT_SCHEMA.names, "n"]
        assert table.schema.field("article") == OUTPUT_SCHEMA.field("article")
        rows = table.to_pylist()
        assert [row["n"] for row in rows] == [str(number) for number in range(50)]
        assert Article.model_validate(rows[7]["article"]) == clean(
            crawl.story(7), url="https://site2.example/7", kind="html"
        )
    else:
        assert one.read_bytes() == two.read_bytes()
        assert [record["n"] for record in records(one)] == list(range(50))


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        pytest.param(["pages.jsonl", "-o", "out.csv"], "the ending of out.csv tells nothing; .jsonl", id="output"),
        pytest.param(["pages.pdf", "-o", "out.jsonl"], "the ending of pages.pdf tells nothing", id="input"),
        pytest.param(["none.jsonl", "-o", "out.jsonl"], "there is no none.jsonl", id="missing"),
        pytest.param(["*.warc", "-o", "out.jsonl"], "there is no *.warc", id="glob"),
        pytest.param(["pages.jsonl", "-o", "-", "--resume"], "--resume cannot go with standard output", id="resume"),
        pytest.param(["pages.jsonl", "-o", "o.jsonl", "--force", "--resume"], "cannot go with --force", id="both"),
        pytest.param(["pages.jsonl", "-o", "o.jsonl", "--keep", "article"], "newsclean has a field", id="keep"),
        pytest.param(["pages.jsonl", "-o", "o.parquet", "--keep", "*"], "name the fields", id="columns"),
        pytest.param(["pages.jsonl", "-o", "o.jsonl", "--worker-bytes", "much"], "write 500M or 2G", id="memory"),
        pytest.param(["pages.jsonl", "-o", "o.jsonl", "--set", "x"], "--set takes FILTER.SETTING=VALUE", id="set"),
        pytest.param(["pages.jsonl"], "Missing option '-o' / '--output'", id="no output"),
    ],
)
def test_a_wrong_call_writes_nothing(
    arguments: list[str], problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("pages.jsonl", "pages.pdf"):
        (tmp_path / name).write_bytes(b"")

    assert main(["run", *arguments]) == 2
    assert problem in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pages.jsonl", "pages.pdf"]


def test_the_cleaner_is_the_one_that_was_asked_for(tmp_path: Path) -> None:
    source = crawl.written(tmp_path, "pages.jsonl", crawl.pages(1))

    assert job(source, "-o", tmp_path / "out.jsonl", "--set", "max_bytes=50") == 1
    assert errors(tmp_path / "out.rejects.jsonl") == [("p0", "source")]


def test_the_report_says_what_was_done(tmp_path: Path, capsys: Capture) -> None:
    source = crawl.written(tmp_path, "pages.jsonl", [*crawl.pages(7), {"id": "none"}])

    assert main(["run", str(source), "-o", str(tmp_path / "out.jsonl"), "--report", str(tmp_path / "report.json")]) == 1

    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["pages"], report["articles"], report["rejected"]) == (8, 7, {"source": 1})
    assert sum(report["page_kinds"].values()) == 7
    assert report["characters_in"] > report["characters_out"] > 7 * 200
    assert report["blocks_removed_by_filter"]["navigation"] == report["blocks_removed_by_role"]["nav"] == 14
    assert report["sites_with_most_junk"]["site0.example"]["pages"] == 2
    assert len(report["slowest"]) == 7
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("8 pages: 7 articles, 1 rejected\n")
    assert "\x1b" not in captured.err


def test_progress_can_be_json_lines_or_nothing(tmp_path: Path, capsys: Capture) -> None:
    source = str(crawl.written(tmp_path, "pages.jsonl", crawl.pages(2)))

    assert main(["run", source, "-o", str(tmp_path / "a.jsonl"), "--log-json"]) == 0
    assert json.loads(capsys.readouterr().err.splitlines()[-1])["event"] == "report"
    assert main(["run", source, "-o", str(tmp_path / "b.jsonl"), "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def newsclean(*arguments: str | Path, **settings: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "newsclean", *map(str, arguments)], **settings)  # type: ignore[call-overload, no-any-return] # noqa: S603


@pytest.mark.parametrize("name", ["jsonl", "jsonl.gz", "jsonl.zst", "warc.gz"])
def test_pages_come_and_go_by_pipes(name: str, tmp_path: Path) -> None:
    bad: dict[str, object] = {"html": "%PDF-1.7\n\0" if "warc" in name else 17, "url": "u"}
    source = crawl.written(tmp_path, f"pages.{name}", [*crawl.pages(3), bad])

    with newsclean(
        "run", "-o", "-", "--quiet", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        out, rejects = run.communicate(source.read_bytes())

    assert run.returncode == 1
    assert [json.loads(line)["url"] for line in out.splitlines()] == [page["url"] for page in crawl.pages(3)]
    [rejected] = [json.loads(line) for line in rejects.splitlines()]
    assert (rejected["id"], rejected["error"]["kind"]) == ("-:4", "source")


def test_a_reader_that_has_seen_enough_ends_the_job_quietly(tmp_path: Path) -> None:
    source = crawl.written(tmp_path, "pages.jsonl", crawl.pages(400))

    with (
        source.open("rb") as given,
        newsclean("run", "-", "-o", "-", stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run,
        subprocess.Popen(["head", "-1"], stdin=run.stdout, stdout=subprocess.PIPE) as head,  # noqa: S607
    ):
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        out, _ = head.communicate()
        complaints = run.stderr.read()

    assert json.loads(out)["id"] == "p0"
    assert (complaints, run.returncode) == (b"", 0)
