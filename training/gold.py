"""Gold pages: the sets of a data folder, read one row a page; nothing is changed."""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SETS = ("fundus_a", "wcxb_dev", "daniel_a")
TEXT_STYLES = ("innertext", "textnodes", "layout", "wet", "leaky", "nearly")
STYLES = ("html", *TEXT_STYLES)


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a set that have a gold text; SystemExit says what is missing."""
    path = folder / f"{name}.jsonl.xz"
    if not path.exists():
        raise SystemExit(f"{path} is missing: the data folder holds {', '.join(f'{s}.jsonl.xz' for s in SETS)}")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from (row for row in map(json.loads, lines) if row.get("text"))


def source(row: dict[str, Any], style: str) -> str:
    """Return the page in an input style."""
    return str(row["html" if style == "html" else f"dump_{style}"])
