"""Cross-validated cleaning: each page by scorers whose training never saw its group; what the referee calls.

The scorers and the joints of the folds are those that the training left in its cache folder.
"""

from typing import Any

from newsclean.evidence import weigh
from newsclean.pipeline import Cleaner
from training.folds import CACHE, read_held_out, scorer_held_out
from training.gold import source

_CLEANER = Cleaner()


def extract(row: dict[str, Any], style: str) -> dict[str, Any]:
    """Clean a gold row in a style with scorer and joints of its fold; the fields are those that the referee reads."""
    page = read_held_out(source(row, style), row["group"], CACHE, url=row.get("url"))
    article = _CLEANER.settle(page, weigh(page, scorer=scorer_held_out(page.kind, row["group"], CACHE))).article
    return {
        "text": article.text,
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "date": article.published and str(article.published)[:10],
        "kind": article.page_kind,
    }
