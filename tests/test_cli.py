"""The command: what it prints, where, and with which exit code."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import FILTERS, Article, Filter
from newsclean.block import Mark, Page
from newsclean.cli import main
from newsclean.evidence import Evidence
from newsclean.pipeline import VERSION, Cleaner

SENTENCE = "The old bridge reopened on Friday, the mayor of the town said."
OTHER = "The harbour office counted 41 boats at the new pier on Sunday."
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def page(tmp_path: Path) -> str:
    return written(tmp_path / "bridge.txt", SENTENCE)


@pytest.fixture
def other(tmp_path: Path) -> str:
    return written(tmp_path / "pier.txt", OTHER)


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


class Bridges(Filter):
    """Lines about bridges."""

    name = "bridges"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:
        if not evidence.scores:
            message = "nothing to weigh"
            raise ValueError(message)
        yield from (Mark(block, "other", "line about a bridge") for block in page.blocks if "bridge" in block.text)


@pytest.fixture
def bridges_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a cleaner that removes bridges the default one."""
    monkeypatch.setattr("newsclean.cli.options.Cleaner", lambda: Cleaner(filters=[Bridges()]))


def test_a_page_comes_out_as_text(page: str, capsys: Capture) -> None:
    assert main(["clean", page]) == 0
    assert capsys.readouterr().out == f"{SENTENCE}\n"


def test_a_page_comes_in_by_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode())))

    assert main(["clean", "-"]) == 0
    assert capsys.readouterr().out == f"{SENTENCE}\n"


def test_files_are_read_as_bytes(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(
        "Die Brücke über die Ache ist seit Freitag wieder offen, sagte der Bürgermeister.".encode("cp1252")
    )

    assert main(["clean", "--kind", "text", "--charset", "cp1252", str(path)]) == 0
    assert "Die Brücke über" in capsys.readouterr().out


def test_one_article_is_indented_json(page: str, capsys: Capture) -> None:
    assert main(["clean", "--format", "json", "--url", "https://example.org/bridge", page]) == 0

    article = Article.model_validate_json(capsys.readouterr().out)
    assert (article.text, article.url) == (SENTENCE, "https://example.org/bridge")


def test_several_articles_are_json_lines(page: str, other: str, capsys: Capture) -> None:
    assert main(["clean", "--format", "json", page, other]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [Article.model_validate_json(line).text for line in lines] == [SENTENCE, OTHER]


@pytest.mark.parametrize(("form", "rule"), [("text", "\n\n\n"), ("markdown", "\n\n---\n\n")])
def test_several_articles_are_parted(form: str, rule: str, page: str, other: str, capsys: Capture) -> None:
    assert main(["clean", "--format", form, page, other]) == 0
    assert capsys.readouterr().out == f"{SENTENCE}{rule}{OTHER}\n"


@pytest.mark.usefixtures("bridges_removed")
def test_a_filter_can_be_left_out(page: str, capsys: Capture) -> None:
    assert main(["clean", page]) == 0
    assert capsys.readouterr().out == "\n"

    assert main(["clean", "--without", "bridges", page]) == 0
    assert capsys.readouterr().out == f"{SENTENCE}\n"


def test_a_missing_file_is_one_line_on_stderr_and_the_others_go_on(page: str, tmp_path: Path, capsys: Capture) -> None:
    missing = tmp_path / "missing.html"

    assert main(["clean", str(missing), str(tmp_path), page]) == 1

    captured = capsys.readouterr()
    assert captured.out == f"{SENTENCE}\n"
    assert captured.err.splitlines() == [
        f"newsclean: {missing}: No such file or directory; name a file, or - for standard input",
        f"newsclean: {tmp_path}: Is a directory; name a file, or - for standard input",
    ]


def test_what_is_no_page_is_one_line_on_stderr(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")

    assert main(["clean", str(path)]) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"newsclean: {path}: ")
    assert len(captured.err.splitlines()) == 1


@pytest.mark.usefixtures("bridges_removed")
def test_a_failing_filter_is_named_with_the_way_around_it(tmp_path: Path, capsys: Capture) -> None:
    empty = written(tmp_path / "empty.txt", "")

    assert main(["clean", "--kind", "text", empty]) == 1
    assert capsys.readouterr().err == (
        f"newsclean: {empty}: filter 'bridges': ValueError: nothing to weigh; leave it out with --without bridges\n"
    )


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        pytest.param(
            ["clean", "--without", "relatd", "-"], "there is no filter 'relatd' here; there are:", id="without"
        ),
        pytest.param(["clean", "--with", "acme.no", "-"], "there is no filter 'acme.no'; built in:", id="with"),
        pytest.param(["clean", "--set", "max_byte=3", "-"], "cleaner has no setting 'max_byte'; it has:", id="set"),
        pytest.param(
            ["clean", "--set", "max_bytes", "-"], "--set takes FILTER.SETTING=VALUE, not 'max_bytes'.", id="="
        ),
        pytest.param(["clean", "--kind", "pdf", "-"], "'pdf' is not one of 'html', 'text'", id="kind"),
        pytest.param(["clean", "--url", "u", "a", "b"], "--url is the address of one page", id="url"),
        pytest.param(["clean", "--frmat", "json"], "No such option", id="option"),
        pytest.param(["tidy"], "No such command 'tidy'. 'newsclean --help' shows", id="command"),
        pytest.param([], "Missing command. 'newsclean --help' shows", id="nothing"),
        pytest.param(["filters", "relatd"], "there is no filter 'relatd'; built in:", id="filters"),
    ],
)
def test_a_wrong_call_is_one_line_that_says_what_is_allowed(
    arguments: list[str], problem: str, capsys: Capture
) -> None:
    assert main(arguments) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("newsclean: ")
    assert problem in captured.err
    assert len(captured.err.splitlines()) == 1


def test_without_a_file_at_a_keyboard_the_command_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    keyboard = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keyboard)

    assert main(["clean"]) == 2
    assert "Name a file, or pipe a page in." in capsys.readouterr().err


@pytest.mark.usefixtures("bridges_removed")
def test_a_piped_explanation_is_a_plain_line_a_block(tmp_path: Path, capsys: Capture) -> None:
    page = written(tmp_path / "page.txt", f"{SENTENCE}\n\n{OTHER * 5}")

    assert main(["explain", page]) == 0

    first, second, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("-   0 ")
    assert first.endswith(f"other       {SENTENCE}  <- bridges: line about a bridge")
    assert second.startswith("+   1 ")
    assert second.endswith(OTHER)
    assert "removed     1 block, 62 characters: other, by bridges" in rest


@pytest.mark.usefixtures("bridges_removed")
def test_an_explanation_comes_as_json(page: str, other: str, capsys: Capture) -> None:
    assert main(["explain", "--format", "json", page, other]) == 0

    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["summary"]["removed"] == [{"blocks": 1, "characters": 62, "role": "other", "filter": "bridges"}]
    assert first["article"]["text"] == ""
    assert second["evidence"][0]["is_prose"] is True


@pytest.mark.usefixtures("bridges_removed")
def test_many_pages_are_explained_a_line_each(page: str, other: str, capsys: Capture) -> None:
    assert main(["explain", "--format", "line", page, other]) == 0

    first, second = capsys.readouterr().out.splitlines()
    assert f"{page}: " in first
    assert "kept 0 of 1 blocks, 0 of 62 characters" in first
    assert "kept 1 of 1 blocks, 62 of 62 characters" in second


def test_the_filters_are_listed_in_order(capsys: Capture) -> None:
    assert main(["filters"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines() if line] == [f.name for f in FILTERS]


def test_a_filter_is_shown_with_its_docstring_and_settings(capsys: Capture) -> None:
    assert main(["filters", "related"]) == 0

    shown = capsys.readouterr().out
    assert shown.startswith("related\n\nA cue and the headlines, ")
    assert "\n\nThe rail ends where the article visibly goes on" in shown
    assert "\n\nSettings:\n  max_headline_words: int = 32\n    A line without a sentence end " in shown


def test_the_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"newsclean, version {VERSION}\n"


def test_the_command_runs_as_a_process_in_any_locale(page: str) -> None:
    quoted = "“The crossing stays open”, said the mayor of Obernau — and nobody in the hall objected to it."
    completed = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-m", "newsclean", "clean", page, "-"],
        input=quoted.encode(),
        env={"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )

    assert completed.stdout.decode() == f"{SENTENCE}\n\n\n{quoted}\n"
    assert completed.stderr == b""


def test_a_closed_pipe_ends_the_command_quietly(tmp_path: Path) -> None:
    pages = [written(tmp_path / f"{number}.txt", f"{OTHER}\n\n" * 2000) for number in range(5)]
    with subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-m", "newsclean", "clean", "--format", "json", *pages],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        complaint = process.stderr.read()
        process.wait()

    assert complaint == b""
    assert process.returncode == 0
