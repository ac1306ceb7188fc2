"""Page kinds: small pages of each kind in several languages, and articles about such pages, are told apart."""

from collections import Counter
from pathlib import Path

import pytest
from newsroom import DESKS, Desk, Story, simple_dump, simple_html

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


@pytest.mark.parametrize("desk", DESKS, ids=lambda desk: desk.language)
def test_a_plain_story_of_any_language_is_an_article(desk: Desk) -> None:
    whos = [desk.who[number % len(desk.who)] for number in range(len(desk.what))]
    said = [desk.sentence.format(who=who, what=what) for who, what in zip(whos, desk.what, strict=True)]
    paragraphs = tuple(desk.join.join(said[at : at + 2]) for at in range(0, len(said), 2))
    story = Story(desk, desk.headlines[0], paragraphs, desk.headlines[1:4])
    assert clean(simple_html(story)).page_kind == "article"
    assert clean(simple_html(story), url="https://courier.example/news/2024/03/bridge-closed").page_kind == "article"
    assert clean(simple_dump(story)).page_kind == "article"


def test_times_in_a_list_of_products_are_no_live_blog() -> None:
    rows = "".join(
        f"<li><a href='/p/{number}'>Lamp {number}</a><p>1{number}:30</p>"
        f"<p>This lamp lights a room of nine square metres and costs $ {number}9 in the shop, with a bulb.</p></li>"
        for number in range(8)
    )
    shop = '<script type="application/ld+json">{"@type": "Product", "name": "Lamp"}</script>'
    article = clean(f"<html><head>{shop}</head><body><h1>Lamps</h1><ul>{rows}</ul></body></html>")
    assert (article.page_kind in STORIES, article.entries) == (False, ())
