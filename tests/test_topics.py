"""Tags and breadcrumbs that a page prints: read where its data states none, and near-misses that are neither."""

import pytest

from newsclean import Article, clean

STORY = (
    "The town of Sandwick voted on Thursday to keep its last ferry, and to pay for it by itself.",
    "Turnout was higher than at any election since the war, the returning officer of the county said.",
    "Fares will rise by a fifth in the summer, and fall again when the visitors have left for the year.",
)
HEADLINE = "Sandwick keeps its last ferry"
TOPICS = ("Ferries", "Herring")


def dump(*below: str, above: tuple[str, ...] = ()) -> Article:
    return clean("\n\n".join((*above, HEADLINE, "By Jane Doe", *STORY, *below)), kind="text")


def markup(below: str, *, above: str = "", head: str = "") -> Article:
    told = "".join(f"<p>{line}</p>" for line in STORY)
    story = f"<article><h1>{HEADLINE}</h1><p>By Jane Doe</p>{told}{below}</article>"
    return clean(f"<html><head><title>{HEADLINE}</title>{head}</head><body>{above}{story}</body></html>", kind="html")


@pytest.mark.parametrize(
    "lines",
    [
        ("Topics: Ferries, Herring",),
        ("Tags: Ferries | Herring",),
        ("Filed under: Ferries • Herring",),
        ("Schlagworte: #Ferries #Herring",),
        ("Теги: Ferries, Herring",),
        ("标签：Ferries、Herring",),
        ("Tags", "Ferries", "Herring"),
        ("Etiquetas:", "Ferries", "Herring"),
        ("Mots-clés", "Ferries, Herring"),
    ],
    ids=lambda lines: lines[0],
)
def test_the_topics_after_a_cue_are_the_tags_of_a_dump(lines: tuple[str, ...]) -> None:
    article = dump(*lines)
    assert article.tags == TOPICS
    assert [(source.confidence, source.raw) for source in article.sources if source.field == "tags"] == [
        (0.7, "\n".join(lines))
    ]
    assert {block.state for block in article.blocks if block.text in lines} == {"field"}


@pytest.mark.parametrize(
    "below",
    [
        '<div class="tags">Tags: <a href="/tag/f">Ferries</a> <a href="/tag/h">Herring</a></div>',
        '<h4>Tags</h4><ul><li><a href="/tag/f">Ferries</a></li><li><a href="/tag/h">Herring</a></li></ul>',
        "<p>Tags: Ferries, Herring</p>",
    ],
    ids=["links on a line", "a link each", "commas"],
)
def test_the_topics_after_a_cue_are_the_tags_of_markup_that_states_none(below: str) -> None:
    assert markup(below).tags == TOPICS


def test_stated_tags_come_before_printed_ones() -> None:
    head = '<meta name="news_keywords" content="Sandwick, Elections">'
    assert markup("<p>Tags: Ferries, Herring</p>", head=head).tags == ("Sandwick", "Elections")


def test_the_category_of_a_post_is_its_section_and_no_tag() -> None:
    links = (
        '<a href="/c" rel="category tag">{}</a> <a href="/t" rel="tag">Ferries</a> <a href="/h" rel="tag">Herring</a>'
    )
    article = markup(f"<p>{links.format('Council')}</p>")
    assert (article.section, article.tags) == ("Council", TOPICS)
    assert markup(f"<p>{links.format('Uncategorized')}</p>").section is None


def test_one_word_after_a_cue_is_a_tag() -> None:
    assert dump("Tags: Herring").tags == ("Herring",)
    assert dump("Topics", "Herring fishing").tags == ("Herring fishing",)


@pytest.mark.parametrize(
    "lines",
    [
        ("Tags: read more",),
        ("Tags: ferries herring elections",),
        ("Topics", "ferries herring elections"),
        ("Topics: the council has said nothing of herring, of ferries, or of what it will cost.",),
        ("Tags on the birds showed that they had flown from Sandwick to the pole, and back.",),
        ("Rubrik: Sport",),
        ("Related stories", "Ten photos of the flood", "Tags: Ferries, Herring"),
    ],
    ids=["a prompt", "words that nothing parts", "a glued row", "a sentence", "a story", "a section", "others' tags"],
)
def test_what_is_no_list_of_topics_gives_no_tags(lines: tuple[str, ...]) -> None:
    assert dump(*lines).tags == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Home > News > Ferries", ("Home", "News", "Ferries")),
        ("Startseite » Region » Hafen", ("Startseite", "Region", "Hafen")),
        (f"Home / News / {HEADLINE}", ("Home", "News")),
        ("You are here: Home › News › Ferries", ("Home", "News", "Ferries")),
        ("首页 → 新闻中心 → 地方新闻", ("首页", "新闻中心", "地方新闻")),
        ("Главная » Регион", ("Главная", "Регион")),
    ],
)
def test_a_breadcrumb_above_the_story_gives_breadcrumbs_and_section(line: str, names: tuple[str, ...]) -> None:
    article = dump(above=(line,))
    telling = names[2] if len(names) > 2 and names[1] in ("News", "新闻中心") else names[1]
    assert (article.breadcrumbs, article.section) == (names, telling)
    assert markup("", above=f"<div>{line}</div>").breadcrumbs == names


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | Sport | Culture | Weather",
        "News > Sport > Culture",
        "Home > News > Sport > Culture > Weather > Letters > Video > Jobs",
        "Home / News > Sport",
        "Home > What the town of Sandwick has to pay for its ferry",
        "Home",
    ],
)
def test_a_menu_is_no_breadcrumb(line: str) -> None:
    article = dump(above=(line,))
    assert (article.breadcrumbs, article.section) == ((), None)


LINKS = '<li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/n/f">Ferries</a></li>'
ITEMS = "".join(
    f'<li itemprop="itemListElement"><a itemprop="item" href="/{name}"><span itemprop="name">{name}</span></a></li>'
    for name in ("Home", "News", "Ferries")
)


@pytest.mark.parametrize(
    "above",
    [
        f'<nav aria-label="breadcrumb"><ol>{LINKS}</ol></nav>',
        f'<nav aria-label="Fil d’Ariane"><ol>{LINKS}</ol></nav>',
        f'<nav aria-label="Brotkrumen"><ol>{LINKS}</ol></nav>',
        f'<nav aria-label="Migas de pan"><div><ol>{LINKS}</ol></div></nav>',
        f'<ul class="breadcrumbs">{LINKS}<li>{HEADLINE}</li></ul>',
        f'<ul id="breadcrumb">{LINKS}<li><a href="/n/f/1">{HEADLINE}</a></li></ul>',
        f'<ol itemtype="https://schema.org/BreadcrumbList">{ITEMS}</ol>',
    ],
)
def test_the_links_of_a_breadcrumb_give_breadcrumbs_and_section(above: str) -> None:
    article = markup("", above=above)
    assert (article.breadcrumbs, article.section) == (("Home", "News", "Ferries"), "Ferries")


@pytest.mark.parametrize(
    "above",
    [
        f'<nav aria-label="Main menu"><ol>{LINKS}</ol></nav>',
        f'<div class="has-breadcrumbs"><ol>{LINKS}</ol></div>',
        '<ul class="breadcrumbs"><li><a href="/">Home</a></li></ul>',
        '<ul class="breadcrumbs"><li><a href="https://www.sandwick.example/">Sandwick Post</a></li></ul>',
        '<ul class="breadcrumbs"><li><a href="/blog">Blog</a></li></ul>',
        '<ul class="breadcrumbs"><li><a href="/a">&lt; Back to ferries</a></li></ul>',
        f'<ul class="breadcrumbs">{LINKS}{LINKS}{LINKS}</ul>',
        '<ul class="breadcrumbs"><li><a href="/a">What the town of Sandwick has to pay now</a></li></ul>',
    ],
)
def test_links_that_are_no_breadcrumb_give_none(above: str) -> None:
    article = markup("", above=above)
    assert (article.breadcrumbs, article.section) == ((), None)


def test_the_category_on_the_line_of_a_byline_is_the_section() -> None:
    told = "".join(f"<p>{line}</p>" for line in STORY)
    line = "Datum 12.03.2024 Kategorie: Hafen, Region Von: Anna Groß"
    article = clean(f"<h1>{HEADLINE}</h1><div>{line}</div>{told}", kind="html")
    assert (article.section, [who.name for who in article.authors]) == ("Hafen", ["Anna Groß"])
    assert str(article.published)[:10] == "2024-03-12"
    assert line not in article.text


def test_the_name_of_the_site_and_the_way_back_are_no_crumbs() -> None:
    links = '<li><a href="/">Sandwick Post</a></li><li><a href="/f">Ferries</a></li><li><a href="/f">Back</a></li>'
    article = markup("", above=f'<ul class="breadcrumbs">{links}</ul>')
    assert (article.breadcrumbs, article.section) == (("Ferries",), "Ferries")
