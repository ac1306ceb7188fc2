"""Two real pages that must come out exactly; they are not part of the project, so their absence is a skip."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsclean import clean

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
PAGES = sorted(SEEDS.glob("*.txt"))


def test_the_seed_pages_are_there() -> None:
    if not PAGES:
        pytest.skip("../shared/seeds is absent: the seed pages are not part of the project")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_seed_page_comes_out_exactly(path: Path) -> None:
    expected: dict[str, Any] = json.loads((SEEDS / "expected" / f"{path.stem}.json").read_text(encoding="utf-8"))
    article = clean(path.read_text(encoding="utf-8"), kind=expected["kind"])
    assert article.text == expected["text"]
    assert len(article.body) == expected["paragraphs"]
    assert (article.title, article.section) == (expected["title"], expected["section"])
    assert list(article.agencies) == expected["agencies"]
    assert [author.name for author in article.authors] == expected["authors"]
    assert article.published is expected["published"]
    removed = [{"text": block.text, "role": block.role} for block in article.removed]
    assert removed == expected["removed"]
