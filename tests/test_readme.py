"""The README and the docs do what they say: examples run, tables are current, links lead somewhere."""

import re
import runpy
from pathlib import Path
from typing import NamedTuple

import pytest

from newsclean import FILTERS, clean
from newsclean.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_OPTION = re.compile(r"(?<![\w-])--\w[\w-]*")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


class Fence(NamedTuple):
    """A fenced block of a page: its language and its text."""

    language: str
    text: str


def fences(page: str, language: str) -> list[str]:
    return [fence.text for fence in (Fence(*found) for found in _FENCE.findall(page)) if fence.language == language]


def test_the_table_of_filters_is_current() -> None:
    renewed = runpy.run_path(str(ROOT / "docs" / "readme.py"))["renewed"]

    assert renewed(README) == README, "make fix renews it"
    assert all(f"| `{filter_.name}` |" in README for filter_ in FILTERS)


def test_the_page_of_the_readme_comes_out_as_it_says() -> None:
    before, after = fences(README, "text")[:2]

    article = clean(before)

    assert article.text == after.strip()
    assert all(block.filter and block.because for block in article.removed)


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, *_ = fences(README, "text")
    (tmp_path / "bridge.txt").write_text(before, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    for example in fences(README, "python"):
        exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_option_that_the_docs_name_is_one(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("clean", "explain", "run", "filters"):
        assert main([command, "--help"]) == 0
    known = set(_OPTION.findall(capsys.readouterr().out)) | {"--version"}

    assert set(_OPTION.findall(page.read_text(encoding="utf-8"))) <= known
