"""Reading HTML: blocks, elements, visibility and metadata of one pass."""

import pytest

from newsclean.block import Block, Page
from newsclean.sources.html.page import read_html


def texts(markup: str) -> list[str]:
    return [block.text for block in read_html(markup).blocks]


def block(page: Page, start: str) -> Block:
    return next(block for block in page.blocks if block.text.startswith(start))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("foo<b>bar</b>baz", ["foobarbaz"]),
        ("<p>The br<i>id</i>ge</p>", ["The bridge"]),
        ("<p>D<span>er Bürgermeister</span></p>", ["Der Bürgermeister"]),
        ("<div>one</div><div>two</div>", ["one", "two"]),
        ("<div>one</div>two", ["one", "two"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<a href=/a>Sport</a><a href=/b>Weather</a>", ["Sport Weather"]),
        ("<a href=/a></a><a href=/b>Weather</a>", ["Weather"]),
        ("<span class=name>Mia Holt</span><span class=job>Reporter</span>", ["Mia Holt Reporter"]),
        ("<span>Mia Holt</span><span>12 May</span>", ["Mia Holt 12 May"]),
        ("<span>e</span>Bay", ["eBay"]),
        ("<span class=cap>T</span><span class=rest>he mayor</span>", ["The mayor"]),
        ("By Mia Holt<time>12 May</time>", ["By Mia Holt 12 May"]),
        ("Updated in May<img src=/a.jpg>The old bridge", ["Updated in May The old bridge"]),
        ("<p>a\n  b\t c&nbsp;d\u3000e</p>", ["a b c d e"]),
        ("<p>co\u00adop</p><p>\u200b</p><p>\ufeffx</p>", ["co\u00adop", "x"]),
        ("<p>long<wbr>word</p>", ["longword"]),
        ("<p>a<!-- b --><![CDATA[c]]>d</p>", ["ad"]),
        ("<?php echo '<p>secret</p>'; if ($a > 1) {} ?><p>shown</p>", ["shown"]),
        ("<pre>one\n\ntwo\nthree</pre>", ["one", "two", "three"]),
        ("<dl><dt>When</dt><dd>In May</dd></dl>", ["When", "In May"]),
        ("<figure><img src=a><figcaption>The bridge</figcaption></figure>", ["The bridge"]),
        ("<details><summary>More</summary>The rest</details>", ["More", "The rest"]),
        ("<p>&lt;b&gt; &amp; &bogus; &#x20AC;</p>", ["<b> & &bogus; €"]),
        ("</body></html><p>after the end</p>", ["after the end"]),
    ],
)
def test_words_are_never_glued_or_split(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


def test_a_break_ends_a_block_and_two_breaks_part_paragraphs() -> None:
    blocks = read_html("<p>First line.<br>Second line.<br><br>Third line.</p><p>Fourth.</p>").blocks
    assert [(block.text, block.gap) for block in blocks] == [
        ("First line.", 1),
        ("Second line.", 0),
        ("Third line.", 1),
        ("Fourth.", 1),
    ]


def test_a_line_that_was_broken_for_its_length_is_joined() -> None:
    line = "The council met for the third time this week to"
    assert texts(f"<p>{line}<br>\nsettle the matter of the bridge, and of\n<br>the road to it.</p>") == [
        f"{line} settle the matter of the bridge, and of the road to it."
    ]
    assert texts(f"<p>{line}.<br>settle</p>") == [f"{line}.", "settle"]


def test_a_row_of_data_is_one_block_and_a_table_for_layout_is_not() -> None:
    data = "<table><tr><th>Team</th><th>Points</th></tr><tr><td>Nordby</td><td>12</td></tr></table>"
    assert texts(data) == ["Team | Points", "Nordby | 12"]
    assert read_html(data).blocks[1].element.tag == "tr"  # type: ignore[union-attr]
    prose = "The old bridge was opened again on Friday, the mayor of Nordby told reporters at the ceremony. " * 2
    layout = f"<table><tr><td>Menu</td><td><p>{prose}</p><p>Second.</p></td></tr></table>"
    assert texts(layout) == ["Menu", prose.strip(), "Second."]


def test_links_and_bold_are_counted_in_characters() -> None:
    first, second = read_html("<p>See <a href=/a>the <b>plan</b></a> now</p><p><a href=/b>All of it</a></p>").blocks
    assert (first.link_chars, first.links, first.bold_chars) == (len("the plan"), 1, len("plan"))
    assert (second.link_chars, second.links) == (len(second.text), 1)
    assert [b.link_chars for b in read_html("<a href=/a><div>one</div><div>two</div></a>").blocks] == [3, 3]
    assert read_html("<a name=top>no link</a>").blocks[0].links == 0


def test_elements_tell_where_a_block_stands() -> None:
    page = read_html(
        '<main ID=m class="Story-Body"><p>one</p><div><p data-testid=Lead>two</p><p>three</p></div></main>'
    )
    three = page.blocks[2].element
    assert three is not None
    assert [(e.tag, e.nth) for e in three.ancestors()] == [("p", 2), ("div", 1), ("main", 1), ("body", 1), ("html", 1)]
    assert [e.depth for e in three.ancestors()] == [4, 3, 2, 1, 0]
    assert page.blocks[1].element.hints == "lead"  # type: ignore[union-attr]
    assert page.blocks[0].element.parent.hints == "m story-body"  # type: ignore[union-attr]
    assert page.blocks[1].element.parent is three.parent  # type: ignore[union-attr]
    orders = [b.element.order for b in page.blocks if b.element]
    assert orders == sorted(orders)


def test_list_items_have_bullets() -> None:
    assert [b.bullet for b in read_html("<p>a</p><ul><li>b</li><li><p>c</p></li></ul><p>d</p>").blocks] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "names", ["comments_count toggler", "Comment-Count", "article-num-comments", "comments-number"]
)
def test_the_number_of_comments_on_a_paragraph_is_no_word_of_it(names: str) -> None:
    text = "The old ferry of Sandwick was moored at the slip on Thursday."
    assert texts(f"<h1>Moored <span class='{names}'>12</span></h1><p><a class='{names}' href='#'>0</a>{text}</p>") == [
        "Moored",
        text,
    ]


@pytest.mark.parametrize("inner", ["<p class='comment-count'>12</p>", "<p><b class='comments'>12</b></p>"])
def test_a_line_of_its_own_and_what_is_not_named_a_number_stay(inner: str) -> None:
    assert texts(inner) == ["12"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>p{}</style>",
        "<template><p>x</p></template>",
        "<noscript><p>x</p></noscript>",
        "<p hidden>x</p>",
        '<div style="color:red; DISPLAY : none"><p>x</p></div>',
        '<span style="visibility:hidden">x</span>',
        '<span class="link__note visually-hidden">opens in a new tab</span>',
        '<span style="position:absolute;clip:rect(0 0 0 0)">opens</span>',
        "<svg><title>Icon</title><desc>x</desc></svg>",
        "<iframe>x</iframe>",
        "<select><option>x<option>y</select>",
        "<textarea><p>x</p></textarea>",
        "<dialog><p>Accept all</p></dialog>",
        "<video>Your browser is too old.</video>",
        "<ruby><rt>x</rt></ruby>",
    ],
)
def test_hidden_elements_are_absent(hidden: str) -> None:
    assert texts(f"<p>before</p>{hidden}<p>after</p>") == ["before", "after"]
    assert texts(f"<div>word {hidden} word</div>") == ["word word"]
    assert texts(f"<b>bold {hidden}</b> plain") == ["bold plain"]
    line = "The old bridge over the river reopened after two years of repairs and"
    assert "x" not in " ".join(texts(f"<div>{line}<br>{hidden} a long wait</div>"))


@pytest.mark.parametrize(
    "shown",
    [
        "<p aria-hidden=true>x</p>",
        "<dialog open>x</dialog>",
        "<p hidden=until-found>x</p>",
        "<button>x</button>",
        "<label>x</label>",
        "<template shadowrootmode=open><p>x</p></template>",
    ],
)
def test_what_a_reader_sees_stays(shown: str) -> None:
    assert texts(f"<p>before</p>{shown}<p>after</p>") == ["before", "x", "after"]


PROSE = [
    f"Paragraph {n} tells of the bridge at length, so that nobody could take it for a menu entry." for n in range(9)
]
STORY = "".join(f"<p>{line}</p>" for line in PROSE)


@pytest.mark.parametrize(
    "wrapper",
    [
        "<div hidden>{}</div>",
        '<div style="display:none">{}</div>',
        "<noscript>{}</noscript>",
        "<article hidden>{}</article>",
    ],
)
def test_a_text_that_is_hidden_until_scripts_run_is_read_in_its_place(wrapper: str) -> None:
    page = read_html(f"<h1>Bridge</h1>{wrapper.format(STORY)}<time>1 May</time>")
    assert [b.text for b in page.blocks] == ["Bridge", *PROSE, "1 May"]
    assert [b.index for b in page.blocks] == list(range(len(PROSE) + 2))
    assert page.metadata.times[0].block == len(PROSE) + 1


@pytest.mark.parametrize(
    "line",
    [
        "島の商店には週に二回、漁船で品物が届けられていたが、冬のあいだに物価は三割近く上がり、牛乳の棚は空だった。",
        "섬의 가게에는 일주일에 두 번 어선이 물건을 실어 날랐고 겨우내 물가는 삼분의 일 가까이 올랐다고 말했다.",
    ],
)
def test_a_hidden_text_in_dense_letters_is_as_long_as_what_it_says(line: str) -> None:
    story = [f"{line}{n}" for n in range(8)]
    hidden = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    assert texts(f"<h1>橋</h1><div hidden>{hidden}</div>") == ["橋", *story]
    assert texts(f"<h1>橋</h1><div hidden><p>{line}</p></div>") == ["橋"]


def test_a_hidden_copy_or_a_hidden_consent_text_is_left_out() -> None:
    assert texts(f"{STORY}<div hidden>{STORY}</div>") == PROSE
    assert texts(f"<p>Short.</p><div hidden id=cookie-consent>{STORY}</div>") == ["Short."]


def test_parts_that_a_page_streams_late_stand_where_they_belong() -> None:
    page = read_html(
        '<main><h1>Bridge</h1><template id="B:0"></template><p>Foot.</p></main>'
        '<div hidden id="S:0"><p>One.</p><template id="P:1"></template></div><script>$RC("B:0","S:0")</script>'
        '<div hidden id="S:1"><p>Two.</p></div><script>$RS("S:1","P:1")</script>'
    )
    assert [b.text for b in page.blocks] == ["Bridge", "One.", "Two.", "Foot."]


HEAD = """<!doctype html><html lang="de-AT"><head><title> The
bridge </title><base href="/x/"><link rel="Canonical" href="https://news.example/bridge">
<meta property="OG:Title" content="Bridge  opens"><meta name=author content="Mia Holt"><meta charset=utf-8>
<script type="application/ld+json">/*<![CDATA[*/{"@context":"x","@graph":[{"@type":"NewsArticle",
"headline":"Bridge
opens",},{"@type":"Person","name":"Mia \\ud800"}]}/*]]>*/</script>
<script type='application/ld+json'>{broken</script></head>"""


def test_metadata_of_the_head_is_read_in_the_same_pass() -> None:
    found = read_html(HEAD + "<body><p>x</p><svg><title>Logo</title></svg>").metadata
    assert (found.title, found.language, found.base) == ("The bridge", "de-AT", "/x/")
    assert found.canonical == "https://news.example/bridge"
    assert found.meta == (("og:title", "Bridge opens"), ("author", "Mia Holt"))
    assert found.json_ld == (
        {"@type": "NewsArticle", "headline": "Bridge opens"},
        {"@type": "Person", "name": "Mia \ufffd"},
    )


def test_nothing_of_the_head_is_a_block() -> None:
    assert texts(HEAD + "<body><p>x</p>") == ["x"]


def test_a_link_that_is_too_deep_to_be_told_of_takes_nothing_from_the_next() -> None:
    deep = "<b><i><a href=/1>Deep</a></i></b>"
    page = read_html(f"<div class=byline><p><span>{deep} <a href=/2>Ann Lee</a></span></p></div>")
    assert [link.text for link in page.metadata.links] == ["Ann Lee"]


def test_microdata_times_pictures_and_links_know_their_blocks() -> None:
    page = read_html(
        '<h1 itemprop=headline>Bridge</h1><div itemprop=author itemscope>By <a rel=author href="/people/mia">'
        "<span itemprop=name>Mia Holt</span></a></div><p class=date><time datetime=2024-05-01>1 May</time></p>"
        '<div itemprop=articleBody><p>Body.</p></div><img itemprop=image src="data:x" data-src="/b.jpg" alt=" A  b " '
        "width=640>"
        '<img src=/pixel.gif width=1><picture><source srcset="/s.webp 1x, /l.webp 2x"><img></picture>'
        '<noscript><img src="/lazy.jpg"></noscript><ul class=breadcrumbs><li><a href=/n>News</a></ul>'
        "<a href=/z>Other</a>"
    )
    found = page.metadata
    assert found.microdata == (
        ("headline", "Bridge", 0),
        ("author", "By Mia Holt", 1),
        ("name", "Mia Holt", 1),
        ("articleBody", "", 3),
        ("image", "/b.jpg", None),
    )
    assert [(t.datetime, t.text, t.block, t.hints) for t in found.times] == [("2024-05-01", "1 May", 2, "date")]
    assert [(i.url, i.alt, i.width) for i in found.images] == [
        ("/b.jpg", "A b", 640),
        ("/l.webp", "", None),
        ("/lazy.jpg", "", None),
    ]
    assert [(link.url, link.text, link.rel, link.block) for link in found.links] == [
        ("/people/mia", "Mia Holt", "author", 1),
        ("/n", "News", "", 4),
    ]
    assert "breadcrumbs" in found.links[1].hints


def test_notes_in_a_joined_row_point_at_the_row() -> None:
    page = read_html("<table><tr><td>Mia<td><time>1 May</time><tr><td>Ole<td><time>2 May</time></table><p>x</p>")
    assert [page.blocks[t.block].text for t in page.metadata.times if t.block is not None] == [
        "Mia | 1 May",
        "Ole | 2 May",
    ]


def test_a_note_never_points_beyond_the_page() -> None:
    line = "a line of more than forty characters that goes on"
    page = read_html(f"<p>{line}<br><time>after the break</time></p>")
    assert len(page.blocks) == 1
    assert page.metadata.times[0].block == 0


def test_lone_surrogates_are_replaced_with_a_warning() -> None:
    page = read_html("<p>a\ud800b</p>")
    assert page.blocks[0].text == "a\ufffdb"
    assert page.source == "<p>a\ufffdb</p>"
    assert [code for code, _ in page.warnings] == ["surrogates"]


def test_an_encoding_that_a_str_states_is_of_no_account() -> None:
    markup = (
        '<?xml version="1.0" encoding="iso-8859-1"?><html><head><meta charset="koi8-r"></head><p>Brücke – 橋 😀</p>'
    )
    assert texts(markup) == ["Brücke – 橋 😀"]


def test_a_page_does_not_depend_on_how_it_is_cut_into_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    markup = HEAD + "<div class=é>Brücke – <b>橋</b> &amp; &eacute;</div><script>if (a < b) {}</script>" * 40
    whole = read_html(markup)
    monkeypatch.setattr("newsclean.sources.html.page._CHUNK", 7)
    pieces = read_html(markup)
    assert [b.text for b in pieces.blocks] == [b.text for b in whole.blocks]
    assert pieces.metadata.json_ld == whole.metadata.json_ld
