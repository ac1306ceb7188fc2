"""The page on jobs does what it says: its commands are run, and print what it shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parent.parent / "docs" / "jobs.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n((?:[^$].*\n)*)", re.MULTILINE)
FENCES = dict(_FENCE.findall(PAGE))


def shell(folder: Path, command: str) -> str:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(  # noqa: S602 - our own page
        command, shell=True, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    ).stdout


def test_the_commands_print_what_the_page_shows(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text(FENCES["jsonl"], encoding="utf-8")

    commands = _COMMAND.findall(FENCES["console"])

    assert len(commands) == 4
    for command, shown in commands:
        assert shell(tmp_path, command) == shown, command


def test_the_python_prints_what_the_page_shows(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(FENCES["python"], encoding="utf-8")

    assert shell(tmp_path, f"python {script}") == FENCES["text"]


@pytest.mark.parametrize("module", ["pyarrow", "fastwarc", "zstandard"])
def test_an_extra_that_is_not_installed_is_named(module: str, tmp_path: Path) -> None:
    names = {"pyarrow": ("parquet", "arrow"), "fastwarc": ("warc", "warc"), "zstandard": ("jsonl.zst", "zstd")}
    ending, extra = names[module]
    (tmp_path / f"pages.{ending}").write_bytes(b"\x28\xb5\x2f\xfd")
    hide = f"import sys; sys.modules[{module!r}] = None; from newsclean.cli import main; sys.exit(main(sys.argv[1:]))"

    completed = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", hide, "run", f"pages.{ending}", "-o", "out.jsonl"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert completed.returncode == 2
    assert f"pip install 'newsclean[{extra}]'" in completed.stderr
    assert len(completed.stderr.splitlines()) == 1
