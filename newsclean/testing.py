"""The case-file reader: tests of a filter written as a diff, for newsclean's filters and for yours.

A case is a comment line and the lines of a small page, each its own block: `- ` before a line that the filter
must point at, two spaces before one that it must leave alone; `+ ` below a `- ` line shows what a `Trim` leaves of
it. A blank line parts the cases. `# FIXME ...` names a known failure. `[text](address)` in a line makes the page
HTML, with the text linked.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from newsclean.block import Page, Role
from newsclean.evidence import weigh
from newsclean.filters.base import Filter
from newsclean.sift import Verdict, sift
from newsclean.sources import read

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a case file: a small page, and the lines that the filter must point at."""

    title: str
    lines: tuple[str, ...]
    junk: Mapping[int, str]
    """Positions in `lines` of what must be pointed at, each with what stays of it: "" but for a `Trim`."""
    known_failure: bool = False

    def page(self) -> Page:
        """Return the case as a page: a text with a block a line, or HTML where a line has a link."""
        if not any(_LINK.search(line) for line in self.lines):
            return read("\n\n".join(self.lines), kind="text")
        return read("".join(f"<p>{_linked(line)}</p>\n" for line in self.lines), kind="html")

    def found(self, filter_: Filter) -> dict[int, str]:
        """Return the positions of the lines that the filter points at, each with what stays of it, as in `junk`.

        Raises:
            FilterError: the filter failed, or broke its contract: a role that there is not, a block of its own.
        """
        return {
            verdict.block.index: verdict.block.text[verdict.keep].strip() if verdict.keep else ""
            for verdict in self._touched(filter_)
        }

    def reasons(self, filter_: Filter) -> set[tuple[Role, str]]:
        """Return what the filter says of the lines that it points at: their roles and why."""
        return {
            (said.role, said.because)
            for verdict in self._touched(filter_)
            for said in verdict.cuts or (verdict,)
            if said.role is not None and said.because is not None
        }

    def _touched(self, filter_: Filter) -> Iterator[Verdict]:
        page = self.page()
        # one filter alone, and its word stands: the brake never holds at 1
        sifted = sift(page, weigh(page), (filter_,), max_unlikely_share=1.0)
        return (verdict for verdict in sifted.verdicts if verdict.cuts or not verdict.kept)


def _linked(line: str) -> str:
    return _LINK.sub(r'<a href="\2">\1</a>', escape(line, quote=False))


def read_cases(path: Path) -> Iterator[Case]:
    r"""Yield the cases of a file.

    Raises:
        ValueError: a line is no part of a case, a case has no lines, or two have one title; the message gives the
            number of the line and its text.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "related.diff")
    ...     _ = file.write_text("# a rail\n- Read more:\n  Work on the bridge starts in May.\n", encoding="utf-8")
    ...     list(read_cases(file))  # doctest: +NORMALIZE_WHITESPACE
    [Case(title='a rail', lines=('Read more:', 'Work on the bridge starts in May.'), junk={0: ''},
          known_failure=False)]
    """
    titles: dict[str, int] = {}
    numbered: list[tuple[int, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], start=1):
        if line.strip():
            numbered.append((number, line))
        elif numbered:
            case = _case(path.name, numbered)
            first = titles.setdefault(case.title, numbered[0][0])
            if first != numbered[0][0]:
                raise _no_case(path.name, *numbered[0], f"line {first} has the same title")
            numbered = []
            yield case


def _case(name: str, numbered: Sequence[tuple[int, str]]) -> Case:
    (first, title), *rest = numbered
    label = title[1:].strip()
    if not title.startswith("# ") or not label:
        raise _no_case(name, first, title, "a case starts with its title, `# ...`")
    if not rest:
        raise _no_case(name, first, title, "the case has no lines")
    lines: list[str] = []
    junk: dict[int, str] = {}
    for number, line in rest:
        mark, text = line[:2], line[2:]
        if mark == "+ ":
            whole, stays = _LINK.sub(r"\1", lines[-1]) if junk.get(len(lines) - 1) == "" else "", text.strip()
            if stays in ("", whole) or stays not in whole:
                raise _no_case(name, number, line, "`+ ` shows the part that stays of the `- ` line above it")
            junk[len(lines) - 1] = stays
            continue
        if mark not in ("- ", "  "):
            raise _no_case(name, number, line, "a line starts with `- `, `+ ` or two spaces")
        if mark == "- ":
            junk[len(lines)] = ""
        lines.append(text)
    return Case(label.removeprefix("FIXME").strip(), tuple(lines), junk, known_failure=label.startswith("FIXME"))


def _no_case(name: str, number: int, line: str, problem: str) -> ValueError:
    return ValueError(f"{name}, line {number}: {line!r}: {problem}")
