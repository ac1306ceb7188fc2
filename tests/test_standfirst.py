"""Standfirsts: the line between headline and body stays in the text, by its markup or by its place."""

import json

import pytest

import newsclean
from newsclean.evidence.shapes import measure
from newsclean.evidence.standfirst import standfirsts
from newsclean.folding import fold, fold_lines
from newsclean.sources import read

TITLE = "Old ferry of Sandwick is saved"
LINE = "Islanders vote by a narrow margin to pay for the boat and its crew themselves"
BODY = (
    "The town of Sandwick voted on Thursday to keep its last ferry, and to pay for it by itself as long as it floats.",
    "Turnout was higher than at any election since the war, the returning officer said on Friday morning.",
    "Fares will rise by a fifth in the summer, and fall again when the visitors have left, the council said.",
    "The crew of four had been given notice in January, and had bought a coffee cart together.",
    "The council will look at the contract again in two years, when the boiler is due for an inspection.",
)
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("News", "Sport", "Weather", "Contact"))


def page(head: str, *, kind: str = "NewsArticle", description: str = "") -> str:
    """Return a news page with this between its headline and its body."""
    data = json.dumps({"@type": kind, "headline": TITLE})
    body = "".join(f"<p>{text}</p>" for text in BODY)
    return (
        f'<html><head><title>{TITLE}</title><meta name="description" content="{description}">'
        f'<script type="application/ld+json">{data}</script></head><body><ul>{MENU}</ul><main><header>'
        f'<h1>{TITLE}</h1>{head}</header><div class="body">{body}</div></main><p>© Sandwick Post</p></body></html>'
    )


def found(html: str, description: str = "") -> list[str]:
    """Return the lines of the standfirst of a page."""
    blocks = (read_page := read(html)).blocks
    until = next(block.index for block in blocks if block.text == BODY[0])
    texts = [block.text for block in blocks]
    words = measure(texts).word_counts
    keys = fold_lines(texts)
    return [texts[i] for i in standfirsts(read_page, keys, words, fold(TITLE), fold(description), until)]


@pytest.mark.parametrize(
    "head",
    [
        f'<p class="article-subtitle">{LINE}</p>',
        f'<p class="byline">By Mara Odell</p><h2 class="font--subhead subheadline">{LINE}</h2>',
        f'<div class="e-standfirst"><p>{LINE}</p></div>',
        f'<p class="post-header__text__dek">{LINE}</p>',
        f'<div class="Artikel_Vorspann">{LINE}</div>',
        f'<p itemprop="abstract">{LINE}</p>',
        f'<div class="newsletter-post"><h3 class="subtitle">{LINE}</h3></div>',
        f'<p class="blog-header__description">{LINE}</p>',
        f'<div class="ContentHeaderAccreditation"><div class="ContentHeaderDek-x7f">{LINE}</div></div>',
    ],
)
def test_markup_names_the_standfirst(head: str) -> None:
    assert found(page(head)) == [LINE]


@pytest.mark.parametrize(
    ("line", "found_lines"),
    [
        ("島民は船と乗組員の費用を自ら負担することを僅差で決めた", 1),
        ("ชาวเกาะลงมติจะจ่ายค่าเรือและลูกเรือเอง", 1),
        ("島の暮らし", 0),
    ],
    ids=["Japanese", "Thai", "a Japanese kicker"],
)
def test_words_are_counted_by_the_script(line: str, found_lines: int) -> None:
    assert found(page(f'<p class="article-subtitle">{line}</p>')) == [line] * found_lines


def test_a_line_that_is_the_description_is_the_standfirst() -> None:
    assert found(page(f'<div class="x7f"><p>{LINE}</p></div>'), LINE) == [LINE]


def test_a_summary_of_several_points_is_one() -> None:
    points = ("Voters keep the ferry for two more years.", "Fares rise by a fifth.", "The crew of four stays aboard.")
    items = "".join(f"<li>{point}</li>" for point in points)
    assert found(page(f'<ul class="summary-list">{items}</ul><p>Not a point of it, and no news.</p>')) == [*points]


@pytest.mark.parametrize(
    "head",
    [
        f"<p>{LINE}</p>",
        f'<a class="teaser" href="/x">{LINE}</a>',
        f'<figure><figcaption class="lead">{LINE}</figcaption></figure>',
        f'<div class="related"><p class="teaser-text">{LINE}</p></div>',
        f'<p class="lead-image__credit">{LINE}</p>',
        f'<p class="text-loader misleading">{LINE}</p>',
        '<p class="subtitle">Island life</p>',
        f'<p class="subtitle">{LINE} {"and so on " * 80}</p>',
    ],
    ids=["no name", "a link", "a caption", "a card", "a credit", "part of a word", "a kicker", "too long"],
)
def test_what_is_no_standfirst(head: str) -> None:
    assert found(page(head)) == []


def test_above_the_headline_and_below_the_first_paragraph_stands_none() -> None:
    html = page("").replace("<h1>", f'<p class="standfirst">{LINE}</p><h1>')
    html = html.replace(BODY[1], f'<span class="standfirst">{BODY[1]}</span>')
    assert found(html) == []


@pytest.mark.parametrize("kind", ["BlogPosting", "WebPage", "Recipe"])
def test_a_page_that_is_no_news_by_its_own_word_is_left_to_the_scorer(kind: str) -> None:
    assert found(page(f'<p class="article-subtitle">{LINE}</p>', kind=kind)) == []


def test_the_standfirst_stays_in_the_text_and_is_a_field() -> None:
    article = newsclean.clean(page(f'<p class="article-subtitle">{LINE}</p>'))
    assert article.text.split("\n\n") == [LINE, *BODY]
    assert article.standfirst == LINE
    assert [(block.text, block.state) for block in article.blocks if block.role == "standfirst"] == [(LINE, "body")]


def dump(line: str) -> str:
    """Return a text dump of a page with this right below its headline."""
    menu = "Home\nNews\nSport\nWeather\nContact\nLog in"
    foot = "About us\nPrivacy policy\nCookie settings\n© Sandwick Post"
    return "\n\n".join((menu, TITLE, line, "By Mara Odell", "12 March 2024", "Share", *BODY, foot))


def test_in_a_dump_the_line_right_below_the_headline_stays() -> None:
    line = (
        "The islanders will pay for the boat and its crew themselves, after a vote that was decided by a narrow margin"
    )
    assert newsclean.clean(dump(line)).text.split("\n\n") == [line, *BODY]


@pytest.mark.parametrize(
    "line", ["Published on Tuesday 12 March 2024 at 12:27 by the news desk of the Post", "Subscribe to our newsletter"]
)
def test_a_date_or_a_prompt_below_the_headline_of_a_dump_goes(line: str) -> None:
    assert newsclean.clean(dump(line)).text.split("\n\n") == [*BODY]


def field(html: str) -> str | None:
    """Return the field of a page, which may be of a line that is not in the text."""
    return newsclean.clean(html).standfirst


@pytest.mark.parametrize(
    "head",
    [
        f'<p class="article-subtitle">{LINE}</p>',
        f'<p class="byline">By Mara Odell</p><h2 class="post__deck">{LINE}</h2>',
        f"<p>{LINE}</p>",
        f'<p class="article-subtitle">{LINE}</p><p class="x7f">{TITLE}</p>',
    ],
    ids=["named", "named below the byline", "in the header", "with the headline again below"],
)
@pytest.mark.parametrize("kind", ["NewsArticle", "BlogPosting"])
def test_the_field_is_read_whether_the_line_is_in_the_text_or_not(head: str, kind: str) -> None:
    assert field(page(head, kind=kind)) == LINE


def test_a_line_that_is_not_in_the_text_is_a_field() -> None:
    article = newsclean.clean(page(f'<p class="article-subtitle">{LINE}</p>', kind="BlogPosting"))
    (block,) = [block for block in article.blocks if block.text == LINE]
    assert (block.state, block.role, block.because) == ("field", "standfirst", "is the standfirst")


def test_a_heading_right_below_the_headline_and_above_a_byline_is_the_standfirst() -> None:
    html = page("").replace("<header>", "<div>").replace("</header>", "</div>")
    below = f'<h2>{LINE}</h2><p class="byline">By Mara Odell</p>'
    assert field(html.replace("</h1>", f"</h1>{below}")) == LINE
    assert field(html.replace("</h1>", f"</h1><h2>{LINE}</h2>")) is None


def test_the_points_of_a_summary_are_lines_of_the_field() -> None:
    points = (
        "Voters keep the ferry for two more years.",
        "Fares rise by a fifth from May.",
        "The crew stays aboard it.",
    )
    items = "".join(f"<li>{point}</li>" for point in points)
    assert field(page(f'<ul class="summary-list">{items}</ul>')) == "\n".join(points)


@pytest.mark.parametrize(
    "html",
    [
        page(""),
        page(f'<p class="kicker">Island votes: {TITLE}</p>'),
        page("<p>Monday, 12 March 2024, 09:15 to 10:45 in the hall</p>"),
        page("<p>Islands and Harbours | Boats and Crews | Money</p>"),
        page("", description=BODY[0]),
        page("").replace('class="body"', 'class="article-intro"'),
        page("").replace("".join(f"<p>{text}</p>" for text in BODY[3:]), "").replace('class="body"', 'class="intro"'),
        page(f'<figure><figcaption class="lead">{LINE}</figcaption></figure>'),
    ],
    ids=[
        "none",
        "the headline behind a kicker",
        "a date",
        "a trail",
        "the description is the first paragraph",
        "all in one name",
        "three paragraphs in one name",
        "a caption",
    ],
)
def test_a_page_without_a_standfirst_has_none(html: str) -> None:
    assert field(html) is None


SUMMARY = (
    "The islanders will pay for the boat and its crew themselves, after a vote that was decided by a narrow margin"
)


@pytest.mark.parametrize("line", [SUMMARY, f"{SUMMARY}."], ids=["no full stop", "a byline below"])
def test_in_a_dump_the_line_right_below_the_headline_is_the_standfirst(line: str) -> None:
    article = newsclean.clean(dump(line))
    assert article.standfirst == line
    assert [block.state for block in article.blocks if block.role == "standfirst"] == ["body"]


def test_the_first_paragraph_of_a_dump_is_no_standfirst() -> None:
    text = dump(SUMMARY)
    assert newsclean.clean(text.replace(f"{SUMMARY}\n\n", "")).standfirst is None
    bare = text.replace("By Mara Odell\n\n12 March 2024\n\nShare\n\n", "")
    assert newsclean.clean(bare.replace(SUMMARY, f"{SUMMARY}.")).standfirst is None
