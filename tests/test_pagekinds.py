"""Page kinds: small pages of each kind in several languages, and articles about such pages, are told apart."""

from collections import Counter
from pathlib import Path

import pytest
from newsroom import DESKS, Desk, Story, simple_dump, simple_html

from newsclean import Article, clean

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


BANNERS = {
    "en": (
        "We and our partners store and/or access information on a device, such as cookies.",
        "Accept all",
        "Reject all",
    ),
    "de": ("Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten.", "Alle akzeptieren", "Alle ablehnen"),
    "fr": ("Nos partenaires et nous-mêmes utilisons des cookies.", "Tout accepter", "Tout refuser"),
    "es": ("Utilizamos cookies propias y de terceros.", "Aceptar todas", "Rechazar todas"),
    "it": ("Noi e i nostri partner utilizziamo cookie.", "Accetta tutti", "Rifiuta tutti"),
    "nl": ("Wij gebruiken cookies om uw ervaring te verbeteren.", "Alles accepteren", "Alles weigeren"),
}
SHORT = {
    "scores": (
        "en",
        "High school roundup: Tuesday’s scores",
        "By Jane Doe",
        (
            "Lena Moss scored 24 points, and Millport’s girls won their ninth game in a row on Tuesday.",
            "GIRLS BASKETBALL",
            "Millport 61, Fairhaven 40",
            "Harbor City 55, Linden 52 (OT)",
        ),
    ),
    "bulletin": (
        "en",
        "Bridge opens after long repairs",
        "By Jane Doe",
        (
            "The harbour bridge in the town reopened on Friday after three winters of repairs, the mayor said.",
            "Its deck will be painted before the summer begins.",
        ),
    ),
    "horoskop": (
        "de",
        "Das Horoskop für Dienstag, den 12. März",
        "Von Petra Groß",
        (
            "Widder: Sagen Sie am Vormittag ruhig einmal Ja, bevor Sie ganz genau wissen, wozu.",
            "Stier: Eine Tür, die lange klemmte, geht am Abend von selbst auf.",
        ),
    ),
    "brève": (
        "fr",
        "Le pont de l’Arvelle rouvre vendredi",
        "Par Anne Morel",
        ("Fermé depuis janvier, le pont de l’Arvelle rouvrira vendredi à midi, a annoncé la mairie.",),
    ),
    "preguntas": (
        "es",
        "Qué se sabe del choque en el puente del río Lesk",
        "Por Marta Ruiz",
        (
            "Un carguero chocó el martes contra un pilar del puente del río Lesk, informó el puerto.",
            "¿Hubo heridos?",
            "No, según los bomberos.",
        ),
    ),
    "risultati": (
        "it",
        "I risultati della domenica nel girone della laguna",
        "Di Anna Costa",
        ("Porto 2, Laguna 1", "Marina 0, Faro 0", "La partita di Ponte è stata rinviata per la nebbia."),
    ),
    "kort": (
        "nl",
        "Veerboot naar het eiland vaart weer",
        "Door Anna de Wit",
        ("De veerboot vaart sinds vrijdag weer, zei de havenmeester, nadat de ijzel van de kade was gehaald.",),
    ),
}


def _banner(language: str) -> str:
    notice, yes, no = BANNERS[language]
    return f"<div class='cmp'><p>{notice}</p><button>{yes}</button><button>{no}</button></div>"


def _frame(language: str, main: str, *, above: str = "", below: str = "") -> str:
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("News", "Sport", "Kultur", "Video", "Auto"))
    return (
        f"<html lang={language}><head><title>The Lesk Courier</title></head><body>{above}"
        f"<nav><a href='/'>The Lesk Courier</a><ul>{menu}</ul></nav><main>{main}</main>"
        f"<footer><ul>{menu}</ul><p>© 2024 The Lesk Courier</p></footer>{below}</body></html>"
    )


@pytest.mark.parametrize("name", SHORT)
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_short_story_with_a_banner_keeps_its_kind_its_author_and_its_date(name: str, place: str) -> None:
    language, headline, byline, lines = SHORT[name]
    told = "".join(f"<p>{line}</p>" for line in lines)
    main = f"<article><h1>{headline}</h1><div class=byline>{byline}</div><time>2024-03-12</time>{told}</article>"
    article = clean(_frame(language, main, **{place: _banner(language)}))
    assert article.page_kind == "article"
    assert [author.name for author in article.authors] == [byline.partition(" ")[2]]
    assert article.published is not None
    assert article.published.date().isoformat() == "2024-03-12"
    assert article.text == "\n\n".join(lines)


@pytest.mark.parametrize("language", BANNERS)
def test_a_page_of_a_notice_and_menus_is_a_wall(language: str) -> None:
    assert clean(_frame(language, "<h1>The Lesk Courier</h1>", above=_banner(language))).page_kind == "consent_wall"
    assert clean(_frame(language, f"<h1>The Lesk Courier</h1>{_banner(language)}")).page_kind == "consent_wall"


@pytest.mark.parametrize("name", [name for name, story in SHORT.items() if len(story[3]) == 1])
def test_a_notice_right_below_the_first_lines_of_a_story_is_a_wall(name: str) -> None:
    language, headline, byline, lines = SHORT[name]
    main = f"<article><h1>{headline}</h1><div class=byline>{byline}</div><time>2024-03-12</time><p>{lines[0]}</p>"
    assert clean(_frame(language, f"{main}{_banner(language)}</article>")).page_kind == "consent_wall"


SEALS = (
    "At dusk, when the last whale-watching boat has tied up, the harbour seals of Millport come ashore to argue.",
    "That, at least, is how it sounds to Naomi Feld, who has been recording them every night since October.",
    "Her tapes, she says, have taught her that the oldest seal on the slipway always gets the last word.",
)
WALL = ("This story is for subscribers", "Already a subscriber? Log in", "Subscribe now")
TEASERS = (
    "Ferry fares to rise again in spring",
    "The operator says fuel costs leave it no choice, and passengers say they have heard that before.",
    "1h ago",
    "The last video shop on the coast",
    "Customers still come on Fridays, and the owner still rewinds the tapes himself.",
    "2h ago",
)


def _seals(*below: str) -> str:
    menu = ("The Daily Tern", "News", "Politics", "Business", "Sports", "Culture", "Games", "Log inSubscribe")
    end = ("About", "Contact", "Privacy Policy", "© 2024 Tern Media Inc.")
    return "\n".join(
        (*menu, "The secret life of the harbour seals", "By Carla Menendez", "March 5, 2024", *below, *end)
    )


@pytest.mark.parametrize("told", [2, 3])
@pytest.mark.parametrize("cue", ["More from The Daily Tern", "Related stories", "Most read"])
def test_a_story_cut_by_a_wall_is_a_paywall_though_a_teaser_below_it_stays(told: int, cue: str) -> None:
    article = clean(_seals(*SEALS[:told], *WALL, cue, *TEASERS), kind="text")
    assert (article.page_kind, article.access) == ("paywall", "locked")


@pytest.mark.parametrize(
    "below",
    [
        (*SEALS[:1], "Already a subscriber? Log in", *SEALS[1:], "More from The Daily Tern", *TEASERS),
        (*SEALS, "More from The Daily Tern", *TEASERS),
        (*SEALS[:2], "Related stories", TEASERS[0], SEALS[2]),
    ],
    ids=["prompt amid the story", "no prompt", "cue amid the story"],
)
def test_a_story_that_goes_on_below_a_prompt_is_no_paywall(below: tuple[str, ...]) -> None:
    article = clean(_seals(*below), kind="text")
    assert (article.page_kind, article.access) == ("article", None)


def test_an_article_whose_text_is_loaded_by_scripts_is_empty_and_keeps_what_it_states() -> None:
    stated = (
        '{"@type": "NewsArticle", "headline": "Ferry sails again after three winters", "datePublished": "2024-03-12", '
        '"author": {"@type": "Person", "name": "Petra Voln"}}'
    )
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in map(str, range(40)))
    for body in ("", f"<nav><ul>{menu}</ul></nav><h1>Ferry sails again after three winters</h1>"):
        article = clean(
            f'<html><head><script type="application/ld+json">{stated}</script></head><body>{body}</body></html>',
            url="https://news.example/2024/03/12/ferry-sails-again-after-three-winters",
        )
        assert article.page_kind == "empty"
        assert str(article.published)[:10] == "2024-03-12"
        assert [author.name for author in article.authors] == ["Petra Voln"]


UPDATES = {
    "10:15": "The ferry has left the pier with forty people and one goat aboard, the harbour master says.",
    "10:32": "A pump has failed, and the crew are bailing with buckets from the kitchen of the old inn.",
    "11:05": "Two tugs are on their way from the north pier, but the tide is against them this morning.",
    "11:40": "All forty passengers are ashore, and the goat has been given a blanket and a bowl of oats.",
    "12:10": "The harbour office says the ferry will sail again on Monday, whatever the pump may think.",
}


def timed(entry: str, title: str) -> Article:
    body = "".join(entry.format(time, text) for time, text in UPDATES.items())
    head = f"<title>{title}</title>"
    return clean(f"<html lang=en><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>")


@pytest.mark.parametrize(
    "entry",
    [
        "<p>{}</p><p>{}</p>",
        "<p><strong>{}</strong> {}</p>",
        "<p>{} – {}</p>",
        "<p>{} CET: {}</p>",
        "<div><time>March 12, 2024 {} AM</time><p>{}</p></div>",
    ],
)
def test_the_times_of_a_page_that_calls_itself_live_open_its_entries(entry: str) -> None:
    article = timed(entry, "Ferry live: all ashore")
    assert article.page_kind == "live_blog"
    assert [part.text for part in article.entries] == list(UPDATES.values())
    assert all(time in (part.time or "") for time, part in zip(UPDATES, article.entries, strict=True))


def test_a_heading_behind_the_time_is_the_title_of_its_entry() -> None:
    article = timed("<h3>{0} – The goat at {0}</h3><p>{1}</p>", "Ferry live: all ashore")
    assert [part.title for part in article.entries] == [f"The goat at {time}" for time in UPDATES]


@pytest.mark.parametrize("entry", ["<p><strong>{}</strong> {}</p>", "<p>{} – {}</p>", "<p>{}: {}</p>"])
def test_a_chronology_that_is_not_live_has_no_entries(entry: str) -> None:
    article = timed(entry, "How the ferry came home")
    assert (article.page_kind, article.entries) == ("article", ())
