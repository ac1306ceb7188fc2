"""The guide "Add a filter" does what it says: its files run, its cases notice a broken filter, its commands answer."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from textwrap import indent
from types import ModuleType
from typing import Any, get_args

import pytest

from newsclean import Cleaner, Filter
from newsclean.block import Role
from newsclean.cli import main
from newsclean.plugins import GROUP
from newsclean.sources import read
from newsclean.testing import read_cases

GUIDE = (Path(__file__).parent.parent / "docs" / "add-a-filter.md").read_text(encoding="utf-8")
SAVED = re.findall(r"`([\w.]+\.\w+)`[^`]*:\n\n```\w+\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
"""The files that the reader saves, in order; the filter twice."""
FILES = dict(SAVED)


def fences(language: str) -> list[str]:
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    return found


def pytest_in(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider"],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the reader's folder as it is at the end, with the plugin installed in it."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    project = tomllib.loads(FILES["pyproject.toml"])["project"]
    [(name, target)] = project["entry-points"][GROUP].items()
    info = tmp_path / "acme_weather-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-weather\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {target}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the plugin of the guide, and go to its folder."""
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "acme_weather", raising=False)


def test_a_filter_that_points_at_nothing_fails_its_cases(folder: Path) -> None:
    untouched = next(text for name, text in SAVED if name == "acme_weather.py")
    (folder / "acme_weather.py").write_text(untouched, encoding="utf-8")

    tried = pytest_in(folder)

    assert tried.returncode == 1
    assert "2 failed, 3 passed, 1 xfailed" in tried.stdout
    assert "{} == {0: '', 1: '', 2: ''}" in tried.stdout


def test_the_finished_filter_passes_its_cases(folder: Path) -> None:
    tried = pytest_in(folder)

    assert tried.returncode == 0, tried.stdout
    assert "5 passed, 1 xfailed" in tried.stdout


@pytest.mark.usefixtures("installed")
def test_the_example_prints_what_the_guide_shows(capsys: pytest.CaptureFixture[str]) -> None:
    exec(fences("python")[-1], {})  # noqa: S102 - our own page

    assert capsys.readouterr().out == fences("text")[-1]


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        (".fullmatch(", ".match("),
        (".fullmatch(", ".search("),
        (r'r"\w+ ', r'r"'),
        (r"\w+ -?\d+ °C", r"\w+ \d+ °C"),
        (r"\w+ -?\d+ °C", r"\w+ -?\d °C"),
        (r"/ -?\d+ °C", r"/ \d+ °C"),
        (r"/ -?\d+ °C", r"/ -?\d °C"),
        ("is not None", "is None"),
        ("min_lines: int = 2", "min_lines: int = 1"),
        ("min_lines: int = 2", "min_lines: int = 3"),
        (">= self.min_lines", "> self.min_lines"),
        ("if forecast and len", "if len"),
        ("for line in lines)", "for line in lines[1:])"),
        ("for line in lines)", "for line in lines[:-1])"),
        ('"other"', '"ad"'),
        ('"weather forecast"', '"forecast"'),
    ],
)
def test_the_cases_of_the_guide_notice_a_broken_line(
    line: str, broken: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = FILES["acme_weather.py"]
    assert source.count(line) == 1

    def failures(source: str) -> list[str]:
        module = ModuleType("acme_weather")
        exec(source, module.__dict__)  # noqa: S102 - our own page
        monkeypatch.setitem(sys.modules, "acme_weather", module)
        tests: dict[str, Any] = {"__file__": str(folder / "test_weather.py")}
        exec(FILES["test_weather.py"], tests)  # noqa: S102
        failed = []
        for case in tests["CASES"]:
            try:
                if not case.known_failure:
                    tests["test_weather"](case, None)
            except AssertionError:
                failed.append(case.title)
        return failed

    assert failures(source) == []
    assert failures(source.replace(line, broken)) != []


def test_the_trim_of_the_guide_leaves_what_its_case_shows(tmp_path: Path) -> None:
    body = next(fence for fence in fences("python") if "Trim(" in fence)
    case_file = tmp_path / "glued.diff"
    case_file.write_text(next(fence for fence in fences("diff") if "\n+ " in fence), encoding="utf-8")
    imports = re.findall(r"`(from newsclean.block import [^`]*)`", GUIDE)
    scope: dict[str, Any] = {"Filter": Filter}
    find = f"def find(self, page, evidence):\n{indent(body, '    ')}"
    exec("\n".join(("import re", *imports)), scope)  # noqa: S102 - our own page
    exec(f"class Glued(Filter):\n    name = 'acme.glued'\n{indent(find, '    ')}", scope)  # noqa: S102

    [case] = read_cases(case_file)

    assert list(case.junk.values()) != [""]
    assert case.found(scope["Glued"]()) == case.junk


@pytest.mark.usefixtures("installed")
def test_the_commands_of_the_guide_answer(capsys: pytest.CaptureFixture[str]) -> None:
    answers = []
    for command in fences("sh")[0].splitlines():
        assert main(command.split()[1:]) == 0
        answers.append(capsys.readouterr().out)
    shown, explained, cleaned = answers

    assert "min_lines: int = 2\n    The shortest run, in lines." in shown
    assert explained.count("<- acme.weather: weather forecast") == len(["Today", "Tomorrow"])
    assert "ferry goes on" in cleaned


@pytest.mark.usefixtures("installed")
def test_the_list_of_filters_ends_with_the_installed_plugins(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["filters"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Installed plugins, added by --with: acme.weather"


@pytest.mark.usefixtures("installed")
def test_a_setting_of_a_plugin_that_was_not_added_says_how_to_add_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "--set", "acme.weather.min_lines=3", "bridge.txt"]) != 0
    assert "add it: --with acme.weather" in capsys.readouterr().err


@pytest.mark.usefixtures("installed")
def test_a_plugin_that_is_added_goes_before_every_other() -> None:
    assert Cleaner().adjusted(added=["acme.weather"]).filters[0].name == "acme.weather"


def test_the_roles_of_the_guide_are_roles() -> None:
    named = re.findall(r"`(\w+)`", GUIDE[GUIDE.index("The likely roles:") : GUIDE.index("all are in `newsclean.block")])

    assert set(named) <= set(get_args(Role))
    assert "other" in named


@pytest.mark.parametrize(
    ("source", "text", "bullet"),
    [
        ("• Today\n• Tomorrow", "Today", True),
        ("* Today\n* Tomorrow", "Today", True),
        ("- Today\n- Tomorrow", "Today", True),
        ("  1. Today\n  2. Tomorrow", "1. Today", True),
        ("1. Today\n2. Tomorrow", "1. Today", False),
        ("* Today", "* Today", False),
        ("- Today\n\n- Tomorrow", "- Today", False),
    ],
)
def test_list_marks_are_what_the_guide_says(source: str, text: str, bullet: bool) -> None:  # noqa: FBT001
    first, *_ = read(source, kind="text").blocks

    assert (first.text, first.bullet) == (text, bullet)
