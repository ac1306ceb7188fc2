"""The README and the docs do what they say: examples run, tables are current, links lead somewhere."""

import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from newsclean import FILTERS, clean
from newsclean.cli import main
from newsclean.plugins import GROUP

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "add-a-filter.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([\w.]+\.\w+)`[^`]*:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
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
    for command in ("clean", "explain", "filters"):
        assert main([command, "--help"]) == 0
    known = set(re.findall(r"--\w+", capsys.readouterr().out)) | {"--version"}

    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if "newsclean " in line]

    assert {option for line in lines for option in re.findall(r"(?<=\s)--\w+", line)} <= known


def test_a_new_user_can_follow_the_guide(tmp_path: Path) -> None:
    failures = []
    for name, text in _FILE.findall(GUIDE):
        (tmp_path / name).write_text(text, encoding="utf-8")
        if name == "acme_weather.py":
            failures.append(run(tmp_path, "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider"))
    untouched, finished = failures

    assert untouched.returncode == 1
    assert "1 failed, 2 passed, 1 xfailed" in untouched.stdout
    assert finished.returncode == 0, finished.stdout
    assert "3 passed, 1 xfailed" in finished.stdout

    example = run(tmp_path, "-c", fences(GUIDE, "python")[-1])
    assert example.stdout == fences(GUIDE, "text")[-1], example.stderr


def test_the_guide_announces_the_filter_that_it_writes(tmp_path: Path) -> None:
    files = dict(_FILE.findall(GUIDE))
    project = tomllib.loads(files["pyproject.toml"])
    [(name, target)] = project["project"]["entry-points"][GROUP].items()
    module, _, filter_ = target.partition(":")
    (tmp_path / f"{module}.py").write_text(files[f"{module}.py"], encoding="utf-8")

    assert project["tool"]["setuptools"]["py-modules"] == [module]
    found = run(tmp_path, "-c", f"from {module} import {filter_}; print({filter_}().name)")
    assert found.stdout.strip() == name, found.stderr


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - our own pages
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
