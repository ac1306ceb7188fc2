"""Page kinds: small pages of each kind in several languages, and articles about such pages, are told apart."""

from collections import Counter
from pathlib import Path

import pytest

from newsclean import clean

FOLDER = Path(__file__).parent.parent / "fixtures" / "kinds"
PAGES = sorted(path for path in FOLDER.glob("*/*") if path.is_file())
STORIES = ("article", "live_blog", "paywall")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_page_is_what_its_folder_says(path: Path) -> None:
    article = clean(path.read_bytes(), kind="html" if path.suffix == ".html" else "text")
    assert article.page_kind == path.parent.name
    if article.page_kind not in STORIES:
        assert article.warnings, "a page that is no article warns"
        assert (article.authors, article.dateline, article.entries) == ((), None, ())


def test_each_kind_has_six_pages_in_four_languages() -> None:
    kinds = Counter(path.parent.name for path in PAGES)
    languages = Counter(kind for kind, _ in {(path.parent.name, path.name.partition("-")[0]) for path in PAGES})
    assert all(count >= 6 for count in kinds.values()), kinds
    assert all(count >= 4 for count in languages.values()), languages
    assert len(kinds) == 9
