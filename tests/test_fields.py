"""Fields: where each value is taken from, that sources check each other, and that what is absent stays None."""

import json
from typing import Any

import pytest

from newsclean import Article, clean

STORY = (
    "The old bridge over the Lesk reopened on Friday after fourteen months of repairs, the mayor said.",
    "Engineers had replaced four hundred rivets, and found a bird’s nest that nobody had the heart to move.",
    "The first to cross were a class of schoolchildren, who had written a song about it and sang all verses.",
)


HEADLINE = "Bridge reopens after repairs"


def page(
    *, head: str = "", ld: dict[str, Any] | None = None, above: str = "", below: str = "", h1: str = HEADLINE
) -> Article:
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    title = f"<h1>{h1}</h1>" if h1 else ""
    article = f"<article>{title}{above}{body}{below}</article>"
    return clean(
        f"<html lang='en'><head>{head}{script}</head><body>{article}</body></html>",
        url="https://www.lesk-courier.example/news/bridge",
        kind="html",
    )


def news(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON-LD takes any value
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **fields}


def test_a_page_without_fields_has_none() -> None:
    article = clean("\n\n".join(STORY), kind="text")
    assert (article.title, article.authors, article.published, article.section) == (None, (), None, None)
    assert (article.dateline, article.agencies, article.tags, article.images, article.access) == (
        None,
        (),
        (),
        (),
        None,
    )
    assert article.page_kind == "article"
    assert article.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "title", [f"{HEADLINE} | Lesk Courier", f"Lesk Courier - {HEADLINE}", f"{HEADLINE} - News - Lesk Courier"]
)
def test_the_title_is_the_headline_without_the_site(title: str) -> None:
    assert page(head=f"<title>{title}</title>").title == HEADLINE
    shared = f'<meta property="og:title" content="{HEADLINE}">'
    assert page(head=f"<title>{title}</title>{shared}", h1="").title == HEADLINE


@pytest.mark.parametrize("title", ["Lesk Courier: {}", "{} (Lesk Courier)", "{} < Lesk Courier"])
def test_the_name_of_the_site_before_a_colon_or_in_brackets_is_none_of_the_title(title: str) -> None:
    head = f'<title>{title.format(HEADLINE)}</title><meta property="og:site_name" content="Lesk Courier">'
    assert page(head=head, h1="").title == HEADLINE


def test_a_heading_that_the_title_has_before_a_colon_and_the_headline_is_the_name_of_the_site() -> None:
    article = page(head=f"<title>Harbour Notes: {HEADLINE}</title>", h1="Harbour Notes", above=f"<h3>{HEADLINE}</h3>")
    assert article.title == HEADLINE


def test_a_heading_is_the_title_without_its_kicker_where_the_markup_states_one() -> None:
    shared = '<meta property="og:title" content="Why the old bridge took fourteen months">'
    line = "<h1 class='breadcrumb'>Lesk bridge: repairs, costs, opening</h1>"
    above = f"{line}<h2>Comment Why the old bridge took fourteen months</h2>"
    assert page(head=shared, above=above, h1="").title == "Why the old bridge took fourteen months"


def test_the_last_words_of_a_title_are_no_title_where_a_subheading_repeats_them() -> None:
    title = "Bridge on the Lesk opens again after repairs - what we know"
    head = f"<title>{title}</title><meta property='og:title' content='{title}'>"
    assert page(head=head, h1=title, below="<h2>What we know</h2>").title == title


def test_a_headline_on_two_lines_of_a_dump_is_joined_as_the_title_of_the_page_has_it() -> None:
    lines = ("Lesk hopes: Bridge to open again | Lesk Courier", "Lesk hopes", ": Bridge to open again", *STORY)
    assert clean("\n\n".join(lines), kind="text").title == "Lesk hopes: Bridge to open again"


def test_the_headline_line_of_a_dump_is_found_below_its_menu() -> None:
    menu = "Lesk Courier\nHome\nNews\nSport\nCulture"
    article = clean("\n\n".join((menu, HEADLINE, "By Jane Doe", "12 March 2024", *STORY)), kind="text")
    assert article.title == HEADLINE
    assert [author.name for author in article.authors] == ["Jane Doe"]
    assert (str(article.published), article.published_precision) == ("2024-03-12 00:00:00", "day")
    assert article.text == "\n\n".join(STORY)


def test_authors_of_nested_and_referenced_json_ld() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {**news(author=[{"@id": "#jane"}, {"@type": "Organization", "name": "AFP"}, "John Roe"])},
            {"@type": "Person", "@id": "#jane", "name": "Jane Doe", "url": "https://lesk-courier.example/jane"},
        ],
    }
    article = page(ld=graph)
    assert [(who.name, who.kind) for who in article.authors] == [
        ("Jane Doe", "person"),
        ("AFP", "organization"),
        ("John Roe", "person"),
    ]
    assert article.authors[0].url == "https://lesk-courier.example/jane"
    assert article.agencies == ("AFP",)


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["Organization"], "organization"),
        ("https://schema.org/NewsMediaOrganization", "organization"),
        (["Person", "Organization"], "person"),
        (None, "person"),
    ],
)
def test_an_author_is_what_its_types_say(types: str | list[str] | None, kind: str) -> None:
    assert [who.kind for who in page(ld=news(author={"@type": types, "name": "Jane Doe"})).authors] == [kind]


def test_people_come_before_the_site_itself() -> None:
    site = {"@type": "Organization", "name": "Lesk Courier"}
    ld = news(author=site, publisher=site)
    assert [who.name for who in page(ld=ld, above="<p class='byline'>By Jane Doe</p>").authors] == ["Jane Doe"]
    assert [who.name for who in page(ld=ld).authors] == ["Lesk Courier"]


def test_a_body_with_an_and_in_its_name_is_one_author() -> None:
    centre = {"@type": "Organization", "name": "Center for Ports and Ferries"}
    (author,) = page(ld=news(author=centre)).authors
    assert (author.name, author.kind) == ("Center for Ports and Ferries", "organization")
    both = {"@type": "Organization", "name": "Jane Doe and John Roe"}
    assert [who.name for who in page(ld=news(author=both)).authors] == ["Jane Doe", "John Roe"]


@pytest.mark.parametrize("name", ["Name", "page.head.extra.author", "{{ author }}", "%author%"])
def test_what_a_template_left_is_nobody(name: str) -> None:
    assert page(head=f'<meta name="author" content="{name}">').authors == ()


def test_the_link_of_an_authors_card_names_the_author_and_that_of_another_card_does_not() -> None:
    for hint, names in (
        ("author vcard", ["Mia Holt"]),
        ("author-card", ["Mia Holt"]),
        ("card", []),
        ("author-bio", []),
    ):
        link = f"<p><span class='{hint}'><a rel='author' href='/mia'>Mia Holt</a></span></p>"
        assert [who.name for who in page(above=link).authors] == names


def test_the_name_that_a_system_gives_its_first_user_is_nobody() -> None:
    article = page(head='<meta name="author" content="Super User">', above="<p>By Mia Holt</p>")
    assert [who.name for who in article.authors] == ["Mia Holt"]


def test_an_address_and_a_placeholder_are_nobody() -> None:
    head = (
        '<meta property="article:author" content="https://facebook.example/lesk"><meta name="author" content="admin">'
    )
    assert page(head=head).authors == ()


def test_a_section_and_the_headline_are_nobody() -> None:
    assert page(ld=news(author="Politics")).authors == ()
    dated = "<p>November 28, 2025/Family Matters/Wellness</p>"
    assert page(above=dated).authors == ()


def test_the_markup_of_a_name_and_a_label_above_it_name_the_author() -> None:
    assert [who.name for who in page(above="<p class='authorName'>Lesk Staff</p>").authors] == ["Lesk Staff"]
    assert [who.name for who in page(above="<div>By</div><div>The Lesk Team</div>").authors] == ["The Lesk Team"]


def test_dates_keep_their_zone_or_have_none() -> None:
    article = page(ld=news(datePublished="2024-03-12T10:15:00+01:00", dateModified="2024-03-13T08:00:00"))
    assert article.published is not None
    assert article.modified is not None
    assert article.published.isoformat() == "2024-03-12T10:15:00+01:00"
    assert article.modified.isoformat() == "2024-03-13T08:00:00"
    assert article.published_raw == "2024-03-12T10:15:00+01:00"


@pytest.mark.parametrize(
    "markup",
    [
        '<abbr class="published" title="2024-03-12T10:15:00+01:00">12 March 2024</abbr>',
        '<abbr itemprop="datePublished" title="2024-03-12T10:15:00+01:00">12 March 2024</abbr>',
        '<span property="dc:date dc:created" content="2024-03-12T10:15:00+01:00">12 March 2024</span>',
        '<time property="schema:datePublished" content="2024-03-12T10:15:00+01:00">12 March 2024</time>',
    ],
)
def test_a_date_of_a_microformat_or_of_rdfa_has_its_time_and_zone(markup: str) -> None:
    published = page(above=f"<p>{markup}</p>").published
    assert published is not None
    assert published.isoformat() == "2024-03-12T10:15:00+01:00"


def test_the_address_is_the_last_hint_of_a_date() -> None:
    markup = f"<h1>{HEADLINE}</h1><p>{STORY[0]}</p>"
    article = clean(markup, url="https://a.example/2024/03/12/bridge", kind="html")
    source = next(source for source in article.sources if source.field == "published")
    assert (str(article.published)[:10], source.where) == ("2024-03-12", "url")
    assert source.confidence <= 0.5


def test_a_date_in_the_data_of_scripts_is_a_late_hint_and_counts_only_where_all_are_of_one_day() -> None:
    data = '<script>window.state = {{"story": {{"publishedAt": "{}"}}, "next": {{"publishedAt": "{}"}}}}</script>'
    article = page(head=data.format("2024-03-12T10:15:00Z", "2024-03-12T10:15:00Z"))
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-12T10:15:00+00:00"
    assert page(head=data.format("2024-03-12T10:15:00Z", "2024-02-01T08:00:00Z")).published is None


def test_one_instant_is_given_in_the_zone_of_the_place() -> None:
    meta = '<meta property="article:published_time" content="2024-03-13T03:05:00+00:00">'
    article = page(head=meta, above="<time datetime='2024-03-12T19:05:00-08:00'>March 12, 2024</time>")
    assert article.published is not None
    assert article.published.isoformat() == "2024-03-12T19:05:00-08:00"


@pytest.mark.parametrize("types", ["WebPage", ["WebPage", "FAQPage"], "http://schema.org/ItemPage"])
def test_what_is_said_of_the_page_is_said_of_its_article(types: str | list[str]) -> None:
    article = page(ld={"@type": types, "datePublished": "2024-03-12"})
    assert str(article.published)[:10] == "2024-03-12"


def test_a_page_that_states_only_its_update_has_no_date_of_publication() -> None:
    article = page(above="<p class='date'>Updated March 12, 2024</p>")
    assert (article.published, str(article.modified)[:10]) == (None, "2024-03-12")


@pytest.mark.parametrize("types", ["BreadcrumbList", ["BreadcrumbList"], "https://schema.org/BreadcrumbList"])
def test_section_tags_publisher_and_breadcrumbs(types: str | list[str]) -> None:
    publisher = {"name": "Lesk Courier"}
    story = news(articleSection=["Transport", "News"], keywords="Railways, Bridges", publisher=publisher)
    crumbs = [{"position": at, "name": name} for at, name in ((2, "News"), (1, "Home"), (3, HEADLINE))]
    ld = {"@graph": [story, {"@type": types, "itemListElement": crumbs}]}
    article = page(ld=ld, head='<link rel="canonical" href="/news/bridge?x=1">')
    assert (article.section, article.tags, article.publisher) == ("Transport", ("Railways", "Bridges"), "Lesk Courier")
    assert article.breadcrumbs == ("Home", "News")
    assert article.canonical_url == "https://www.lesk-courier.example/news/bridge?x=1"
    assert article.language == "en"


def test_a_language_that_the_script_belies_is_left_out() -> None:
    russian = "<p>Старый мост через реку открыли в пятницу после долгого ремонта, сообщил мэр города.</p>" * 2
    assert clean(f"<html lang='en'><body>{russian}</body></html>", kind="html").language is None
    greek = "<p>Η παλιά γέφυρα άνοιξε ξανά την Παρασκευή μετά από επισκευές, είπε ο δήμαρχος της πόλης.</p>" * 2
    assert clean(f"<html lang='en'><body>{greek}</body></html>", kind="html").language == "el"


ENGLISH = (
    "The mayor said that the old bridge would be open to all on Friday, for the first time in three years. ",
    "It had been shut since a barge struck it in the storm, and those who live by it had to go the long way round. ",
)
GERMAN = (
    "Die Bürgermeisterin sagte, dass die alte Brücke am Freitag für alle offen sei, zum ersten Mal seit Jahren. ",
    "Sie war gesperrt, seit ein Kahn sie im Sturm gerammt hatte, und wer an ihr wohnt, musste den langen Weg nehmen. ",
)
CATALAN = (
    "L'alcaldessa va dir que el pont vell es tornarà a obrir divendres per a tothom, per primera vegada en tres anys. ",
    "Era tancat des que una barcassa hi va xocar durant la tempesta, i els veïns de la riba havien de fer la volta. ",
)


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        ("fr", ENGLISH, "en"),
        ("zz", ENGLISH, "en"),
        ("en-US", GERMAN, "de"),
        ("ca", CATALAN, "ca"),
        ("en-GB", ENGLISH, "en-GB"),
        ("en", ("Bridge open. ", "Die Brücke ist auf. "), "en"),
    ],
)
def test_the_words_of_a_text_go_before_the_language_that_its_page_states(
    stated: str, text: tuple[str, str], language: str
) -> None:
    body = "".join(f"<p>{sentence * 2}</p>" for sentence in text)
    assert clean(f"<html lang='{stated}'><body>{body}</body></html>", kind="html").language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said that the bridge would be open on Friday, and that it had cost more than was planned.", "en"),
        ("Der Bürgermeister sagte, dass die Brücke am Freitag öffnet und mehr gekostet hat, als geplant war.", "de"),
        ("Le maire a dit que le pont sera ouvert vendredi et que les travaux ont coûté plus cher que prévu.", "fr"),
        ("El alcalde dijo que el puente se abrirá el viernes y que las obras han costado más de lo previsto.", "es"),
        ("O prefeito disse que a ponte não será aberta na sexta e que as obras custaram mais do que o previsto.", "pt"),
        ("Il sindaco ha detto che il ponte della città non è ancora aperto e che i lavori sono più cari.", "it"),
        ("Мэр сказал, что мост откроют в пятницу, и что это было не так дорого, как он говорил после аварии.", "ru"),
        ("Мер сказав, що міст відкриють у п'ятницю, і що це було не так дорого, як він говорив після аварії.", "uk"),
        ("قال رئيس البلدية إن الجسر القديم سيفتح يوم الجمعة بعد أن كان مغلقاً من دون سبب على مدى عام.", "ar"),
        ("मेयर ने कहा कि शहर का पुराना पुल शुक्रवार को खुल जाएगा और यह काम एक साल में पूरा हुआ है।", "hi"),
        ("Belediye başkanı eski köprünün cuma günü açılacağını ve bu işin çok daha uzun sürdüğünü için dedi.", "tr"),
        ("Wali kota mengatakan bahwa jembatan itu akan dibuka pada hari Jumat dan tidak untuk truk yang besar.", "id"),
        ("Thị trưởng cho biết cây cầu cũ sẽ được mở lại vào thứ sáu và không có xe tải nào được đi qua các làn.", "vi"),
        ("市长表示，老桥将于星期五重新开放，但是卡车仍然需要绕行，维修费用也比原来计划的要高得多。", "zh"),
        ("市長は、古い橋が金曜日に再び開通すると述べたが、トラックはまだ通れないという。", "ja"),
    ],
)
def test_the_language_of_a_dump_is_told_by_its_words(text: str, language: str) -> None:
    assert clean(f"{text} {text}", kind="text").language == language


def test_images_have_captions_and_credits() -> None:
    caption = "<figcaption>The bridge on Friday. Photo: Ines Okafor</figcaption>"
    figure = f'<figure><img src="/i/bridge.jpg" alt="A bridge">{caption}</figure>'
    image = page(above=figure).images[0]
    assert (image.url, image.alt) == ("https://www.lesk-courier.example/i/bridge.jpg", "A bridge")
    assert (image.caption, image.credit) == ("The bridge on Friday.", "Ines Okafor")


@pytest.mark.parametrize(
    ("told", "credit"),
    [
        ("The bridge on Friday. Ines Okafor/AFP", "Ines Okafor/AFP"),
        ("The bridge on Friday. (Ines Okafor/AFP)", "Ines Okafor/AFP"),
        ("The bridge on Friday. Ines Okafor/Getty Images", "Ines Okafor/Getty Images"),
        ("<span class=a>The bridge on Friday.</span><span class=b>Ines Okafor/AFP</span>", "Ines Okafor/AFP"),
        ("The bridge on Friday.", None),
    ],
)
@pytest.mark.parametrize(
    "box", ["<figure>{}<figcaption>{}</figcaption></figure>", "<div>{}<p class='wp-caption-text'>{}</p></div>"]
)
def test_captions_of_figures_and_of_other_boxes_have_their_credit_apart(
    box: str, told: str, credit: str | None
) -> None:
    image = page(above=box.format('<img src="/i/bridge.jpg">', told)).images[0]
    assert (image.caption, image.credit) == ("The bridge on Friday.", credit)


def test_a_caption_beside_two_pictures_is_of_neither() -> None:
    pictures = '<img src="/i/bridge.jpg"><img src="/i/ferry.jpg">'
    images = page(above=f"<div>{pictures}<p class='caption'>The bridge on Friday.</p></div>").images
    assert [image.caption for image in images] == [None, None]


DATA = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


@pytest.mark.parametrize(
    "markup",
    [
        f'<img src="{DATA}" data-src="/i/bridge.jpg">',
        f'<img src="{DATA}" data-srcset="/i/small.jpg 320w, /i/bridge.jpg 640w">',
        '<img src="/spacer.png" data-lazy-srcset="/i/small.jpg 320w,/i/bridge.jpg 640w">',
        '<img src="/blank.gif" data-lazy-src="/i/bridge.jpg">',
        '<img src="/img/placeholder.svg" data-original="/i/bridge.jpg">',
        '<img src="/i/bridge.jpg" data-src="/i/{width}/bridge.jpg">',
        '<img src="/i/bridge.jpg" srcset="/i/small.jpg 320w">',
        '<img src="/i/bridge.jpg" data-full-src="/i/poster.jpg">',
        f'<picture><source srcset="/i/small.jpg 1x,/i/bridge.jpg 2x"><img src="{DATA}"></picture>',
        '<picture><source data-srcset="/i/bridge.jpg"><img src="/i/1x1.gif"></picture>',
        '<amp-img src="/i/bridge.jpg" width=640><amp-img placeholder src="/i/small.jpg"></amp-img></amp-img>',
        '<img src="/transparent.png"><noscript><img src="/i/bridge.jpg"></noscript>',
    ],
)
def test_a_picture_that_a_script_loads_has_its_own_address(markup: str) -> None:
    (image,) = page(above=f"<div>{markup}</div>").images
    assert image.url == "https://www.lesk-courier.example/i/bridge.jpg"


@pytest.mark.parametrize(
    "markup", [f'<img src="{DATA}">', '<img src="/1x1.gif">', '<amp-img src="/blank.gif"></amp-img>']
)
def test_a_placeholder_is_no_picture(markup: str) -> None:
    assert page(above=f"<div>{markup}</div>").images == ()


@pytest.mark.parametrize(
    ("markup", "is_picture"),
    [
        ('<img src="/i/iconic-bridge.jpg">', True),
        ('<img src="/i/catalogo.jpg">', True),
        ('<div class="lead-image"><img src="/i/bridge.jpg"></div>', True),
        ('<img src="/w_568/d_transparent.gif/i/bridge.jpg">', True),
        ('<header><p><img src="/i/bridge.jpg"></p></header>', True),
        ('<img src="/i/icon-32.png">', False),
        ('<img src="/i/site_logo.png">', False),
        ('<div class="ad-slot"><img src="/i/boots.jpg"></div>', False),
        ('<aside><p><img src="/i/bridge.jpg"></p></aside>', False),
    ],
)
def test_pictures_are_told_from_signs_and_adverts_by_whole_words(markup: str, *, is_picture: bool) -> None:
    assert bool(page(above=markup).images) is is_picture


def test_a_locked_page_is_a_paywall_only_where_its_text_is_short() -> None:
    article = page(ld=news(isAccessibleForFree="False"))
    assert (article.access, article.page_kind) == ("locked", "paywall")
    assert page(ld=news(isAccessibleForFree=True)).access == "free"


def test_the_updates_of_a_live_blog_are_its_entries() -> None:
    update = {
        "@type": "BlogPosting",
        "headline": "Doors open",
        "datePublished": "2024-03-12T09:00:00Z",
        "articleBody": "The doors are open.",
    }
    article = page(ld={**news(liveBlogUpdate=[update]), "@type": "LiveBlogPosting"})
    assert article.page_kind == "live_blog"
    assert [(entry.title, entry.text, entry.time) for entry in article.entries] == [
        ("Doors open", "The doors are open.", "2024-03-12T09:00:00Z")
    ]


def test_a_page_without_blocks_is_empty() -> None:
    assert clean("<html><body></body></html>", kind="html").page_kind == "empty"


@pytest.mark.parametrize(
    "ld",
    [
        {"@type": "NewsArticle", "author": 7, "datePublished": [], "headline": {}, "image": [[]], "keywords": None},
        {"@type": ["NewsArticle", None], "author": {"@id": "x"}, "publisher": [None], "isAccessibleForFree": {}},
        {"@type": "BreadcrumbList", "itemListElement": [1, {"item": 2}]},
        {"@type": "LiveBlogPosting", "liveBlogUpdate": [None, "x", {}]},
    ],
)
def test_broken_metadata_gives_no_field_and_no_error(ld: dict[str, Any]) -> None:
    article = page(ld=ld)
    assert (article.authors, article.published, article.entries) == ((), None, ())


def test_every_source_names_a_field_and_its_confidence() -> None:
    article = page(ld=news(author="Jane Doe", datePublished="2024-03-12", articleSection="News"))
    assert {"title", "authors", "published", "section"} <= {source.field for source in article.sources}
    assert all(0 < source.confidence <= 1 for source in article.sources)


def test_the_reporter_of_a_dateline_is_the_author_where_nobody_else_is_named() -> None:
    lead = "新华社北京3月5日电（记者王敏）会议在京举行，代表们听取了关于修桥的报告，并讨论了渡轮的班次和票价。"
    rest = "报告说，大桥关闭了三个冬天，期间居民只能乘坐渡轮过河，每天最多四百人，周末还要排队两个小时。"
    assert [who.name for who in clean(f"大桥重新开放\n\n{lead}\n\n{rest}\n", kind="text").authors] == ["王敏"]
    printed = clean(f"大桥重新开放\n\n作者：陈晓燕\n\n{lead}\n\n{rest}\n", kind="text")
    assert [who.name for who in printed.authors] == ["陈晓燕"]


def test_a_note_on_when_a_story_first_ran_and_what_was_corrected_is_a_note() -> None:
    note = "This story was first published on Nov. 18, 2022. It was updated on Feb. 28, 2024, to correct two names."
    article = clean(
        "What is a ferry and why is it going away?\n\nUpdated 11:02 AM EST, February 28, 2024\n\n"
        "A ferry is a boat that goes where no bridge does. There have been 27 of them on this coast since 1972.\n\n"
        "The council of Sandwick voted to sell the last of them, and to build a bridge with what it will fetch.\n\n"
        f"{note}"
    )
    assert article.notes == (note,)
    assert article.text.endswith(note)
    assert article.published is None or article.published.year == 2022
