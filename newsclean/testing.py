"""The case-file reader: tests of a filter written as a diff, for newsclean's filters and for yours.

A case is a comment line and the lines of a small page, each its own block: `- ` before a line that the filter
must point at, two spaces before one that it must leave alone. A blank line parts the cases. `# FIXME ...` names
a known failure. `[text](address)` in a line makes the page HTML, with the text linked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from newsclean.block import Page
from newsclean.evidence import weigh
from newsclean.filters.base import Filter
from newsclean.sources import read

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a case file: a small page, and the lines that the filter must point at."""

    title: str
    lines: tuple[str, ...]
    junk: tuple[int, ...]
    """Positions in `lines` of what must be pointed at."""
    known_failure: bool = False

    def page(self) -> Page:
        """Return the case as a page: a text with a block a line, or HTML where a line has a link."""
        if not any(_LINK.search(line) for line in self.lines):
            return read("\n\n".join(self.lines), kind="text")
        return read("".join(f"<p>{_linked(line)}</p>\n" for line in self.lines), kind="html")

    def found(self, filter_: Filter) -> tuple[int, ...]:
        """Return the positions of the lines that the filter points at."""
        page = self.page()
        return tuple(sorted({mark.block.index for mark in filter_.find(page, weigh(page))}))


def _linked(line: str) -> str:
    return _LINK.sub(r'<a href="\2">\1</a>', escape(line, quote=False))


def read_cases(path: Path) -> Iterator[Case]:
    r"""Yield the cases of a file; ValueError names the first line that is none.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "related.diff")
    ...     _ = file.write_text("# a rail\n- Read more:\n  Work on the bridge starts in May.\n", encoding="utf-8")
    ...     list(read_cases(file))
    [Case(title='a rail', lines=('Read more:', 'Work on the bridge starts in May.'), junk=(0,), known_failure=False)]
    """
    for number, paragraph in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip("\n"))):
        first, *rest = paragraph.split("\n")
        if not first.startswith("# ") or not all(line[:2] in ("- ", "  ") for line in rest):
            message = f"{path.name}, case {number + 1}: a title `# ...`, then lines that start with `- ` or two spaces"
            raise ValueError(message)
        title = first[2:]
        yield Case(
            title=title.removeprefix("FIXME").strip(),
            lines=tuple(line[2:] for line in rest),
            junk=tuple(position for position, line in enumerate(rest) if line.startswith("- ")),
            known_failure=title.startswith("FIXME"),
        )
