"""Renew the table of filters in README.md from the docstrings of the filters: `python docs/readme.py`."""

import re
from pathlib import Path

from newsclean import FILTERS
from newsclean.report.catalogue import as_markdown, entry_of

README = Path(__file__).parent.parent / "README.md"
_TABLE = re.compile(r"(?<=<!-- filters -->\n).*?(?=<!-- /filters -->)", re.DOTALL)


def renewed(readme: str) -> str:
    """Return the README with the table of filters as the docstrings have it."""
    table = as_markdown([entry_of(type(filter_)) for filter_ in FILTERS])
    return _TABLE.sub(lambda _: f"{table}\n", readme)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
