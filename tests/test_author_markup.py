"""Authors by their markup: names of elements and links that say who wrote, and those that say who took a picture."""

import pytest

from newsclean import Article, clean

TITLE = "Ferry sails again after three winters in dock"
BODY = (
    "The ferry sails again from Monday, the harbour office said, after three winters in the dry dock at Lesk.",
    "It had not left the pier since the flood, and nobody had painted it in the three winters that followed.",
    "Work on its engine took longer than planned because two of the pumps had been sold to another harbour.",
)
BYLINE = "<p class='byline'>By Mia Holt</p>"


def page(above: str = "", below: str = "", *, head: str = "", title: str = TITLE) -> Article:
    body = "".join(f"<p>{line}</p>" for line in BODY)
    heading = f"<h1>{title}</h1>"
    return clean(f"<head>{head}</head><body><article>{heading}{above}{body}{below}</article></body>", kind="html")


def names(article: Article) -> list[str]:
    return [author.name for author in article.authors]


IMAGE = '<img src="/i/ferry.jpg">'


@pytest.mark.parametrize(
    "beside",
    [
        f'<figure>{IMAGE}<figcaption><p itemprop="author"><span>Greg Orr</span></p></figcaption></figure>',
        f'<figure>{IMAGE}<figcaption><a rel="author" href="/author/greg-orr">Greg Orr</a></figcaption></figure>',
        f'<figure>{IMAGE}<figcaption class="author-name">Greg Orr</figcaption></figure>',
        f'<figure>{IMAGE}<figcaption>The ferry</figcaption></figure><div class="image__credit">ASSOCIATED PRESS</div>',
        f'<div>{IMAGE}<div class="photo-credit">By Greg Orr</div></div>',
        f'<div>{IMAGE}<p class="photo-credit"><span class="author-name">Greg Orr</span></p></div>',
        f'<div>{IMAGE}<p class="wp-caption-text">Greg Orr</p></div>',
    ],
)
def test_who_is_named_beside_a_picture_is_not_the_author(beside: str) -> None:
    dated = "<p>5 March 2024</p>"
    assert names(page(f"{beside}{dated}")) == []
    assert names(page(f"{beside}{BYLINE}{dated}")) == ["Mia Holt"]


@pytest.mark.parametrize(
    "box",
    [
        f'<figure class="author">{IMAGE}<figcaption class="author-name">Mia Holt</figcaption></figure>',
        f'<div class="author-photo">{IMAGE}<p class="author-name">Mia Holt</p></div>',
        '<div class="story-credits"><p>By Mia Holt</p></div>',
    ],
)
def test_who_is_named_below_a_portrait_of_the_author_is_the_author(box: str) -> None:
    assert names(page(box)) == ["Mia Holt"]


def test_a_figure_around_the_head_of_the_story_is_no_picture_alone() -> None:
    body = "".join(f"<p>{line}</p>" for line in BODY)
    head = f"<figure>{IMAGE}<figcaption><h1>{TITLE}</h1>{BYLINE}</figcaption></figure>"
    assert names(clean(f"<body><article>{head}{body}</article></body>", kind="html")) == ["Mia Holt"]
