"""A corpus for tests of many pages: the fixture pages in turn, each a little changed, as rows of a crawler's output."""

from itertools import cycle, islice
from pathlib import Path

from conftest import PAGES


def rows(count: int) -> list[dict[str, object]]:
    """Return so many pages; every seventh is a PDF, and every eleventh row has no page at all."""
    paths = islice(cycle(sorted(PAGES.glob("*/page.*"))), count)
    return [_row(number, path) for number, path in enumerate(paths)]


def _row(number: int, path: Path) -> dict[str, object]:
    row: dict[str, object] = {
        "id": f"page-{number}",
        "url": f"https://example.org/{number}/{path.parent.name}",
        "html": None,
        "text": None,
        "charset": "utf-8",
        "desk": number % 5,
    }
    page = path.read_bytes().decode().replace("2024", str(1990 + number % 35))
    if number % 7 == 3:
        row["html"] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256))
    elif number % 11 == 5:
        row["charset"] = None
    elif path.suffix == ".html":
        row["html"] = page.encode()
    else:
        row["text"] = page
    return row
