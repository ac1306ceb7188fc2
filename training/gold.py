"""Gold pages: the sets of a data folder, read one row a page; nothing is changed."""

import json
import lzma
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

SETS = ("fundus_a", "wcxb_dev", "daniel_a")
TEXT_STYLES = ("innertext", "textnodes", "layout", "wet", "leaky", "nearly")
STYLES = ("html", *TEXT_STYLES)
SPACED_STYLE = "spaced"
"""A whole page as text with a blank line between any two lines: gaps say nothing of such a dump."""
BARE_STYLES = ("bare_html", "bare_text")
"""The gold text itself as a page: what has no junk must stay whole."""
PLANTED_STYLES = ("planted_html", "planted_text")
"""Stories, many cut short, with junk of the phrase packs put between their paragraphs: see `training.planted`."""
LONG_STYLES = ("long_html", "long_text")
"""Pages whose story goes on in the paragraphs of others: see `training.lengthened`."""
MADE_STYLES = (*BARE_STYLES, *PLANTED_STYLES, *LONG_STYLES)
"""Styles that no page of a set came in: trained on, not reported."""


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a set that have a gold text; SystemExit says what is missing."""
    path = folder / f"{name}.jsonl.xz"
    if not path.exists():
        message = f"{path} is missing: the data folder holds {', '.join(f'{s}.jsonl.xz' for s in SETS)}"
        raise SystemExit(message)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from (row for row in map(json.loads, lines) if row.get("text"))


def is_html(style: str) -> bool:
    """Return whether the style is HTML."""
    return style.endswith("html")


def source(row: dict[str, Any], style: str) -> str:
    """Return the page in an input style."""
    if style in BARE_STYLES:
        paragraphs = [line for line in str(row["text"]).split("\n") if line.strip()]
        if style == "bare_text":
            return "\n\n".join(paragraphs)
        return "".join(f"<p>{escape(paragraph, quote=False)}</p>\n" for paragraph in paragraphs)
    if style == SPACED_STYLE:
        return "\n\n".join(line for line in str(row["dump_innertext"]).split("\n") if line.strip())
    return str(row["html" if style == "html" else f"dump_{style}"])
