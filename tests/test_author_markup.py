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


def test_a_link_to_a_section_names_no_author() -> None:
    box = '<div class="byline">in <a href="/review/?category=Ferry%20Pumps">Ferry Pumps</a></div>'
    assert names(page(box)) == []
    assert names(page(box.replace("category=Ferry%20Pumps", "by=mia-holt").replace("Ferry Pumps", "Mia Holt"))) == [
        "Mia Holt"
    ]


def test_the_caption_of_a_byline_is_none_of_a_picture() -> None:
    name = '<p class="post__byline-name"><a itemprop="author">Mia Holt</a></p>'
    side = f'<div class="post__byline-caption">By — {name}</div>'
    other = "<ul><li><h3>Harbour sells its pumps</h3><p>By Greg Orr</p></li></ul>"
    assert names(page(side, other)) == ["Mia Holt"]


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


@pytest.mark.parametrize(
    "markup",
    [
        '<span class="writer">Mia Holt</span>',
        '<span class="authorname-txt"><span>Mia Holt</span></span> <span class="place">Lesk</span>',
        '<a href="/author/mia-holt"><span class="author-card__details__name">Mia Holt</span></a>',
        '<div class="author-card"><a rel="author" href="/author/mia-holt">Mia Holt</a><p>Ferries</p></div>',
        '<div class="story-team"><a href="/authors/mia-holt/">Mia Holt</a></div>',
        '<div class="author">Mia Holt <div class="author__modal">Ferries and piers are what she writes of.</div></div>',
        '<div class="meta"><span class="post-author">Mia Holt</span> <span>Share</span></div>',
    ],
)
def test_the_name_that_markup_gives_the_author_is_read(markup: str) -> None:
    assert names(page(markup)) == ["Mia Holt"]


@pytest.mark.parametrize(
    "markup",
    [
        '<span class="writer">Read more</span>',
        '<span class="author-name">Written By</span>',
        '<span class="authored">Mia Holt</span>',
        '<div class="comments"><span class="author">Mia Holt</span></div>',
        '<blockquote><span class="quote-author">Mia Holt</span></blockquote>',
        '<div class="teaser-card"><span class="author">Mia Holt</span></div>',
        '<aside><span class="author">Mia Holt</span></aside>',
        '<div class="more"><a href="/town/mia-holt">Mia Holt</a></div>',
        '<div class="more"><a href="/authors/ben-carr">Mia Holt</a></div>',
    ],
)
def test_a_name_that_markup_gives_nobody_or_somebody_else_is_no_author(markup: str) -> None:
    assert names(page(markup)) == []


def test_links_to_the_authors_of_other_stories_name_nobody() -> None:
    cards = "".join(
        f'<div><a href="/{number}/">Lesk buys {number} new boats</a></div><div>{IMAGE}</div>'
        f'<div><a rel="author" href="/{name[0]}">{name}</a></div>'
        for number, name in enumerate(("Greg Orr", "Ines Vale", "Tom Ong", "Deb Yend", "Ann Lee", "Bo Ek"))
    )
    body = "".join(f"<p>{line}</p>" for line in BODY)
    assert names(clean(f"<body>{cards}<article><h1>{TITLE}</h1>{body}</article></body>", kind="html")) == []


@pytest.mark.parametrize("name", ["writer", "reporter", "author_name"])
def test_the_meta_of_a_writer_names_the_author(name: str) -> None:
    assert names(page(head=f'<meta name="{name}" content="Mia Holt">')) == ["Mia Holt"]


JAPANESE = (
    "市長は、古い橋が金曜日に再び開通すると述べたが、トラックはまだ通れないという。橋は三つの冬の間閉鎖されていた。",
    "技術者は四百本の鋲を取り替え、誰も動かす気になれなかった鳥の巣を見つけたと、市の担当者が記者会見で説明した。",
    "最初に渡ったのは小学生の一団で、橋のために歌を作り、全部の節を歌い終えるまで市長は辛抱強く待っていたという。",
)


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ('<span class="writer">松村花子</span>', ["松村花子"]),
        ('<a class="articleHeader_name" href="/author/180/">著者：松村花子</a>', ["松村花子"]),
        ('<p class="author"><a>文● オカモト／港湾編集部</a></p>', ["オカモト", "港湾編集部"]),
        ('<div id="byline"><b>[</b>松村花子，<b>Harbor Times]</b></div>', ["松村花子", "Harbor Times"]),
        ('<div class="author"><a rel="author" href="/a/1">記者ページ</a></div>', []),
        ("<p>著者インタビュー</p><p>2024年3月5日</p>", []),
    ],
)
def test_japanese_bylines_are_read_by_their_markup_and_labels(markup: str, named: list[str]) -> None:
    body = "".join(f"<p>{line}</p>" for line in JAPANESE)
    html = f"<html lang=ja><body><article><h1>古い橋が金曜日に再び開通</h1>{markup}{body}</article></body></html>"
    assert names(clean(html, kind="html")) == named


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    "head",
    [
        meta("author", "Harbour Press Group") + meta("article:author", "Mia Holt"),
        meta("author", "The Harbour Team"),
        meta("author", "HARBOUR PRESS GROUP, Lesk, Norland"),
        meta("author", "mholt"),
        meta("twitter:label1", "Written by") + meta("twitter:data1", "Greg Orr"),
    ],
    ids=["another source agrees with the byline", "a body", "a body and where it is", "an account", "who posted it"],
)
def test_the_byline_goes_before_a_stated_author_that_nothing_else_bears_out(head: str) -> None:
    assert names(page(BYLINE, head=head)) == ["Mia Holt"]


@pytest.mark.parametrize(
    ("below", "named"),
    [("", "Greg Orr"), ("<p>Reviewed by Mia Holt</p>", "Greg Orr")],
    ids=["no byline", "who looked through it"],
)
def test_a_stated_author_stays_where_no_byline_says_otherwise(below: str, named: str) -> None:
    assert names(page(below, head=meta("author", "Greg Orr")))[:1] == [named]


def test_a_stated_person_stays_against_a_byline_alone() -> None:
    assert names(page(BYLINE, head=meta("author", "Greg Orr"))) == ["Greg Orr"]


@pytest.mark.parametrize(
    ("stated", "named"),
    [
        ("Holt, Mia", ["Mia Holt"]),
        ("Reuters, AFP", ["Reuters", "AFP"]),
        ("Mia Holt, Greg Orr", ["Mia Holt", "Greg Orr"]),
    ],
)
def test_a_last_name_before_a_comma_goes_behind_the_first(stated: str, named: list[str]) -> None:
    assert names(page(head=meta("author", stated))) == named


@pytest.mark.parametrize("stated", ["未知", "佚名", "администратор", "관리자"])
def test_a_placeholder_in_another_script_is_nobody(stated: str) -> None:
    assert names(page(head=meta("author", stated))) == []
