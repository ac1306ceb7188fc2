"""Titles: which of a page's headings, stated titles and lines is the headline, and what is no headline."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import clean, explain
from newsclean.conventions.headlines.bodyrun import main_run
from newsclean.conventions.headlines.headlinesigns import candidates
from newsclean.conventions.headlines.textheadlines import WEIGHTS, out_of_trail
from newsclean.conventions.headlines.titles import without_site

STORY = (
    "The old bridge over the Lesk reopened on Friday after fourteen months of repairs, the mayor said.",
    "Engineers had replaced four hundred rivets, and found a bird’s nest that nobody had the heart to move.",
    "The first to cross were a class of schoolchildren, who had written a song about it and sang all verses.",
)
HEADLINE = "Old Lesk bridge reopens after fourteen months"
MENU = ("Home", "News", "Sport", "Culture", "Letters")


def title_of(body: str, *, head: str = "") -> str | None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return clean(f"<html><head>{head}</head><body>{body}{paragraphs}</body></html>", kind="html").title


def title_of_text(*lines: str) -> str | None:
    return clean("\n\n".join((*lines, *STORY)), kind="text").title


def test_a_line_that_leads_on_to_a_list_is_no_headline() -> None:
    countries = [f"{number}. {name}" for number, name in enumerate(("Norway", "Japan", "Chad", "Peru") * 3, 1)]
    lines = (*STORY[:2], "These are the countries with the most such bridges:", *countries, *STORY)
    assert clean("\n\n".join(lines), kind="text").title is None


def test_a_headline_that_the_page_gives_as_the_name_of_its_application_is_no_site() -> None:
    head = f'<title>{HEADLINE}</title><meta name="application-name" content="{HEADLINE}">'
    assert title_of(f"<h1>{HEADLINE}</h1><h1>Back to the home of the Post</h1>", head=head) == HEADLINE


@pytest.mark.parametrize("label", ["Video: ", "Photo: ", "Watch: "])
def test_a_stated_title_may_start_with_a_label(label: str) -> None:
    headline = f"{label}{HEADLINE}"
    head = f'<title>{headline}</title><meta property="og:title" content="{headline}">'
    assert title_of(f"<h1>{headline}</h1><h2>Fourteen months later</h2>", head=head) == headline
    assert title_of_text(f"{headline} | The Post", *MENU, headline) == headline


def test_an_h1_that_shares_no_word_with_the_title_names_the_site() -> None:
    head = f"<title>{HEADLINE}</title>"
    assert title_of(f"<h1>Voices of the valley</h1><h2>{HEADLINE}</h2>", head=head) == HEADLINE


def test_the_h1_is_the_headline_where_the_title_says_it_in_other_words() -> None:
    head = "<title>Bridge: what the repairs of fourteen months have cost</title>"
    assert title_of(f"<h1>{HEADLINE}</h1>", head=head) == HEADLINE


def test_a_line_that_the_title_has_whole_is_the_headline_without_markup() -> None:
    head = f"<title>Valley Press ::: {HEADLINE} ::: 12.03.24</title>"
    assert title_of(f"<div>Valley Press</div><div>{HEADLINE}</div>", head=head) == HEADLINE


def test_the_source_of_a_title_is_the_strongest_that_gives_it() -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    head = f"<title>{HEADLINE}</title>"
    lined = clean(f"{head}<p>{HEADLINE}</p>{paragraphs}", kind="html")
    headed = clean(f"{head}<h1>{HEADLINE}</h1>{paragraphs}", kind="html")
    assert [source.where for page in (lined, headed) for source in page.sources if source.field == "title"] == [
        "title",
        "h1",
    ]


def test_of_the_parts_of_a_title_that_stand_on_the_page_the_longest_is_the_headline() -> None:
    head = f'<meta property="og:title" content="valley.example - ON THE RIVER - {HEADLINE}">'
    assert title_of(f"<h2>ON THE RIVER</h2><div>{HEADLINE}</div>", head=head) == HEADLINE


def test_a_title_that_is_the_h1_keeps_its_parts() -> None:
    title = "Bridge on the Lesk - four hundred rivets later"
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    assert title_of(f"<h1>{title}</h1><p>four hundred rivets later</p>", head=head) == title


def test_a_title_of_a_thousand_parts_is_read_in_no_time() -> None:
    title = " - ".join(f"part {number}" for number in range(1000))
    assert title_of(f"<h1>{HEADLINE}</h1>", head=f"<title>{title}</title>") == HEADLINE


@pytest.mark.parametrize(
    "below",
    [
        ("Fourteen months of work have cost twice what the town had set aside for its river bridge in the spring",),
        ("The bridge on Friday morning, with the class that crossed it first (Photo: Petra Voln)",),
        ("Jane Doe", "12 March 2024"),
    ],
    ids=["standfirst", "caption", "byline"],
)
def test_the_headline_of_a_dump_stands_above_standfirst_caption_and_byline(below: Sequence[str]) -> None:
    menu = "\n".join(MENU)
    assert title_of_text(menu, HEADLINE, *below) == HEADLINE


def test_a_name_with_a_date_and_a_time_is_no_headline() -> None:
    lines = ("Lesk Courier - 06/03/2024, 07:15 WIB", "Penulis", "Mia Holt")
    assert title_of_text(HEADLINE, *lines) == HEADLINE


def test_a_breadcrumb_that_ends_in_the_headline_is_not_it() -> None:
    assert title_of_text("\n".join(MENU), f"You are here: Home News River {HEADLINE}", HEADLINE) == HEADLINE


SEARCHED = "Lesk bridge: what fourteen months of repairs have cost the town"


@pytest.mark.parametrize("home", ["Home", "Startseite", "Accueil"])
def test_where_a_breadcrumb_ends_in_the_pages_title_the_headline_stands_below_the_kicker(home: str) -> None:
    assert title_of_text(SEARCHED, "\n".join(MENU), f"{home}\nRegion", SEARCHED, "River", HEADLINE) == HEADLINE


@pytest.mark.parametrize(
    "below",
    [(STORY[0],), ("By Jane Doe", "12 March 2024"), ("12 March 2024", "Council pays for the bridge again")],
    ids=["standfirst", "byline", "date"],
)
def test_where_a_breadcrumb_ends_in_the_headline_what_is_below_is_none(below: Sequence[str]) -> None:
    assert title_of_text(HEADLINE, "\n".join(MENU), "Home\nRegion", HEADLINE, *below) == HEADLINE


def test_a_numbered_teaser_above_the_headline_is_not_it() -> None:
    teasers = "1. Ferry crews end their strike after a night\n2. Mayor opens the swimming pool of Obernau"
    assert title_of_text(teasers, "River", HEADLINE, "By Jane Doe") == HEADLINE


SITES = [
    "The Lesk Courier",
    "Der Bote vom Berge",
    "Η ΚΑΘΗΜΕΡΙΝΗ, ηλεκτρονική έκδοση",
    "公共電視台 新聞網",
    "Sauti ya Pwani",
]
LONG_MENU = "\n".join((*MENU, "World", "Politics", "Opinion", "Travel", "Archive"))


@pytest.mark.parametrize("site", SITES)
def test_the_name_of_the_site_above_its_menu_is_no_title(site: str) -> None:
    assert title_of_text(site, LONG_MENU, "Bridge sails again", "By Tobias Ambrose", "Share on Facebook") in (
        "Bridge sails again",
        None,
    )
    assert title_of_text(site, LONG_MENU, "Share on Facebook") is None


@pytest.mark.parametrize("menu", [(), (LONG_MENU,)], ids=["second-hand text", "menu"])
def test_the_first_line_is_the_title_where_the_story_has_its_words(menu: tuple[str, ...]) -> None:
    title = "Bridge of the old engineers: what the fourteen months of repairs on the Lesk have cost the mayor"
    assert title_of_text(title, *menu, "Share on Facebook") == title


@pytest.mark.parametrize("title", ["We should all be a little more bored", "The night shift at the last lighthouse"])
@pytest.mark.parametrize("site", [(), ("The Northern Courier",)], ids=["no site", "site"])
def test_a_line_that_leads_by_far_is_the_headline_though_the_story_has_none_of_its_words(
    title: str, site: tuple[str, ...]
) -> None:
    dump = ("\n".join((*site, LONG_MENU, title, "By Tobias Ambrose", "Thu 7 Mar 2024 06.00 GMT")), "Share on Facebook")
    assert title_of_text(*dump) == title


def test_of_two_lines_that_may_be_the_headline_and_lead_by_little_neither_is() -> None:
    assert (
        title_of_text("\n".join((*MENU, "Ten quiet ways of going home", "Six long years by the water")), "Share")
        is None
    )


STANDFIRST = "The repairs have cost twice what the council had set aside, and the town wants to know from the mayor why"


def test_a_longer_line_right_below_a_headline_is_its_standfirst() -> None:
    assert title_of_text("\n".join((*MENU, "Old bridge reopens", STANDFIRST)), "By Jane Doe") != STANDFIRST
    assert title_of_text("\n".join((*MENU, "Town gets its old bridge back", STANDFIRST)), "By Jane Doe") == (
        "Town gets its old bridge back"
    )


def test_the_upper_of_two_lines_of_one_length_is_the_headline() -> None:
    headline = "The old bridge over the Lesk is officially open for the season"
    deck = "The bridge is the longest one that still crosses the river"
    assert title_of_text("\n".join((*MENU, headline, deck)), "By Jane Doe Mar 5, 2024, 10:28 am") == headline
    trail = f"Home » News » {deck}"
    assert title_of_text("\n".join((*MENU, trail, deck)), "By Jane Doe Mar 5, 2024, 10:28 am") == deck


def test_a_headline_in_title_case_may_end_with_a_full_stop() -> None:
    headline = "Mayor Denies Bridge Builders’ Request to Return to U.S."
    assert title_of_text("\n".join((*MENU, headline)), "By Jane Doe", "March 5, 2024 3:13 PM") == headline
    told = "The council will not pay, but the mayor has a plan to mend the old bridge in any case."
    assert title_of_text("\n".join((*MENU, told)), "By Jane Doe", "March 5, 2024 3:13 PM") != told


@pytest.mark.parametrize(
    "box",
    ["谢若含2017-03-01 14:27:02", "Mia Holt / LNN / Mar 5, 2024, 11:05 IST", "By Mia Holt@mia Dec 6, 2016, 4:08pm EST"],
)
def test_a_name_and_a_date_on_one_line_stand_below_the_headline(box: str) -> None:
    seen = explain(
        "\n\n".join((*MENU, "Six old boats of the Lesk", box, "A boat for all", "Read it", *STORY)), kind="text"
    )
    signs = {
        index: dict(zip(WEIGHTS, line, strict=True))
        for index, line in candidates(seen.page.blocks, seen.evidence).items()
    }
    assert [bool(signs[index]["box_next"]) for index in (5, 7)] == [True, False]


@pytest.mark.parametrize("quote", ["'", "’", "”"])
def test_a_headline_may_end_with_what_somebody_cried(quote: str) -> None:
    headline = f"Mayor of Lesk on her eight years at the bridge: 'I crossed it twice and did not even notice it!{quote}"
    below = "She told the story behind the painted railing to a television crew"
    assert title_of_text("\n".join((*MENU, headline, below)), "By Jane Doe") == headline


@pytest.mark.parametrize("above", ["River", "The river is closed today.", "12 March 2024"])
def test_a_long_headline_is_no_standfirst_of_a_kicker_a_sentence_or_a_date(above: str) -> None:
    headline = (
        "Old Lesk bridge reopens after fourteen months of repairs that nobody in the valley had wanted to pay for"
    )
    assert title_of_text("\n".join((*MENU, above, headline)), "By Jane Doe") == headline


def test_every_sign_has_its_weight() -> None:
    seen = explain("\n\n".join((HEADLINE, *STORY)), kind="text")
    found = candidates(seen.page.blocks, seen.evidence)
    assert [len(signs) for signs in found.values()] == [len(WEIGHTS)]


@given(st.lists(st.tuples(st.integers(1, 1500), st.booleans()), max_size=20))
def test_the_run_of_sentences_is_the_one_that_gains_most(lines: list[tuple[int, bool]]) -> None:
    gains = [min(chars, 1000) if prose else -40 for chars, prose in lines]
    start, end = main_run([chars for chars, _ in lines], [prose for _, prose in lines])
    best = max((sum(gains[a : b + 1]) for a in range(len(gains)) for b in range(a, len(gains))), default=0)
    assert sum(gains[start : end + 1]) == best or best <= 0


@pytest.mark.parametrize("kicker", ["Regional", "Bridges and ferries", "1 February 2026"])
def test_a_kicker_in_one_piece_with_the_headline_is_not_of_the_title(kicker: str) -> None:
    head = f'<title>{HEADLINE} | The Post</title><meta property="og:title" content="{HEADLINE}">'
    assert title_of(f"<h1><span>{kicker}</span> {HEADLINE}</h1>", head=head) == HEADLINE


def test_what_a_short_stated_title_leaves_out_is_no_kicker() -> None:
    head = '<title>Bridge repairs cost</title><meta property="og:title" content="Bridge repairs cost">'
    heading = "How much did the bridge repairs cost"
    assert title_of(f"<h1>{heading}</h1>", head=head) == heading


@pytest.mark.parametrize("tail", [" Add to ...", " A letter to the mayor", "Comments: 12"])
def test_a_subtitle_or_button_in_one_piece_with_the_headline_is_not_of_the_title(tail: str) -> None:
    head = f'<title>{HEADLINE} | The Post</title><meta property="og:title" content="{HEADLINE}">'
    article = clean(f"<head>{head}</head><h1>{HEADLINE}{tail}</h1><p>{STORY[0]}</p><p>{STORY[1]}</p>", kind="html")
    assert article.title == HEADLINE
    assert [block.filter for block in article.blocks if tail in block.text] == ["headline"]


@pytest.mark.parametrize(
    "rest", [" as the mayor warns", ": The mayor warns", " – Mayor warns of it", " & More to Come", " Again"]
)
def test_a_title_that_goes_on_behind_a_short_stated_one_stays_whole(rest: str) -> None:
    head = f'<title>{HEADLINE} | The Post</title><meta property="og:title" content="{HEADLINE}">'
    assert title_of(f"<h1>{HEADLINE}{rest}</h1>", head=head) == f"{HEADLINE}{rest}"


def test_one_stated_title_alone_cuts_no_heading() -> None:
    head = f'<meta property="og:title" content="{HEADLINE}">'
    assert title_of(f"<h1>{HEADLINE} A letter to the mayor</h1>", head=head) == f"{HEADLINE} A letter to the mayor"


def test_the_address_tells_the_headline_from_the_name_of_the_site() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    source = (
        f"<html><title>Fourteen Springs » Archive » {HEADLINE}</title><body><h1><a href=/>Fourteen Springs</a></h1>"
        f"<h2>{HEADLINE}</h2>{story}</body></html>"
    )
    assert clean(source, url="https://fs.example/2026/old-lesk-bridge-reopens-after-fourteen-months").title == HEADLINE


def test_the_headline_stands_above_the_first_sentence_of_a_guide_and_not_above_its_longest_part() -> None:
    boats = ("Sandwick Post", "Tarn Clipper", "Lesk Runner", "Old Mary", "Bay Queen")
    lines = ("Twelve berths", "Bar on deck", "Nine knots", "Two decks", "Dogs allowed", "Dry in rain", "Not in fog")
    dump = (
        "Home", "Ferries", "Harbours", "Timetables",
        "Five boats across the bay, tested by our readers",
        "Five boats cross the bay every day of the week, and no two of them are alike. Our readers took all of them.",
        *(line for boat in boats for line in (boat, "Per crossing", *lines)),
        "Every boat was tested by readers twice",
        "Every boat was taken twice, once by day and once by night, by readers who had paid for their own tickets.",
        "They filled in a sheet of forty questions, of which the last was whether they would cross with it again.",
        "We left out boats that carry no more than twelve passengers, for those are hired and have no timetable.",
        "The points of the three were then added up, and the boat with the most of them is the one that we call best.",
        "Privacy policy",
    )  # fmt: skip
    assert clean("\n".join(dump)).title == dump[4]


KICKED_BODY = (
    "The old bridge over the Lesk reopened on Friday after fourteen months of repairs, the mayor said.",
    "Crews had replaced four hundred rivets, and found a bird’s nest that nobody had the heart to move.",
    "The first to cross were a class of schoolchildren, who had written a song about it and sang all verses.",
)
KICKED = "Why the old bridge over the Lesk took fourteen months"
KICKER = '<span class="kicker">Engineering</span><span class="sr-only">: </span><span class="title">{}</span>'


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<title>{} | Lesk Courier</title>",
        "<title>Lesk Courier</title><meta property=og:site_name content='Lesk Courier'>",
    ],
)
@pytest.mark.parametrize(
    "inner",
    [
        KICKER,
        '<small class="overline">Engineering</small> {}',
        '<div class="article-kicker">Engineering</div><p>{}</p>',
    ],
)
def test_what_the_markup_calls_a_kicker_is_none_of_the_title(inner: str, head: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in KICKED_BODY)
    markup = f"<head>{head.format(KICKED)}</head><body><h1>{inner.format(KICKED)}</h1>{body}</body>"
    article = clean(markup, kind="html")
    assert article.title == KICKED
    assert "Engineering" not in article.text


def test_a_kicker_that_a_stated_title_has_too_is_of_the_title() -> None:
    body = "".join(f"<p>{line}</p>" for line in KICKED_BODY)
    head = f"<title>Engineering: {KICKED} | Lesk Courier</title>"
    article = clean(f"<head>{head}</head><body><h1>{KICKER.format(KICKED)}</h1>{body}</body>", kind="html")
    assert article.title == f"Engineering: {KICKED}"


@pytest.mark.parametrize(
    "inner", ['<span class="kicker">{}</span>', '<span class="title">Bridges:</span> {}', "<span>Bridges:</span> {}"]
)
def test_the_whole_of_a_heading_and_its_other_parts_stay_in_the_title(inner: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in KICKED_BODY)
    article = clean(f"<body><h1>{inner.format(KICKED)}</h1>{body}</body>", kind="html")
    assert article.title in (KICKED, f"Bridges: {KICKED}")
    assert (article.title == KICKED) is ("kicker" in inner)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Home Health {}", 3),
        ("You are here: Home News Health {}", 3),
        ("Startseite » Ratgeber » {}", 3),
        ("After the flood: {}", 2),
        ("Homecoming: {}", 2),
    ],
)
def test_a_breadcrumb_on_one_line_leads_to_the_headline_that_it_ends_in(line: str, at: int) -> None:
    lines = ("News", "Log in", line.format(HEADLINE), HEADLINE, "", *KICKED_BODY)
    seen = explain("\n".join(lines), kind="text")
    assert out_of_trail(2, candidates(seen.page.blocks, seen.evidence), seen.evidence) == at


def test_a_question_of_an_interview_is_no_title() -> None:
    turns = (
        "Q: Do you miss it?",
        "A: Every night about ten. Then I remember the stairs.",
        "Q: What did you eat at Skerry Point in winter?",
        "A: Soup. Then other soup.",
        "Arne Hollis spent 31 winters at Skerry Point, and none of them alone, for there was a goat on the rock.",
        "We met him in his kitchen in Sandwick, where he makes soup and does not answer the telephone.",
    )
    assert clean("\n\n".join(("By Paula Grant", "March 2, 2024", *turns)), kind="text").title is None
    titled = clean("\n\n".join(("By Paula Grant", "March 2, 2024", "Q: Is soup enough?", *turns[4:])), kind="text")
    assert titled.title == "Q: Is soup enough?"


def test_the_prompt_to_view_a_letter_in_a_browser_is_no_title() -> None:
    lines = ("View this email in your browser", "Tuesday, March 12, 2024", "By Dana Whitlock")
    story = "The council voted last night to shut the old fish market, and almost nobody noticed, traders said."
    assert clean("\n\n".join((*lines, story, story.replace("last", "that"))), kind="text").title is None


def test_a_question_above_a_byline_is_the_title_of_a_dump() -> None:
    question = "What is the quarrel about the old bridge, and why should you care?"
    found = clean("\n\n".join((question, "Here is what it means.", "By Mara Odell", *STORY)), kind="text")
    assert found.title == question
    assert question not in found.text
    assert question in clean("\n\n".join((question, *STORY)), kind="text").text


def test_a_line_that_says_when_a_page_changed_is_no_title_of_a_dump() -> None:
    line = "Oppdatert for 2 timer siden"
    assert title_of_text(line) != line


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("Sandwick defiant over keeping its last ferry", True),
        ("Island | Ferries | 11.2.2025 | Updated", False),
        ("SANDWICK AND ITS LAST FERRY", False),
        ("The captain at the quay. Photo of the harbour", False),
    ],
)
def test_the_first_line_is_the_title_above_a_longer_line_without_a_full_stop(first: str, *, is_title: bool) -> None:
    standfirst = "Mayor suggests that the town will go on paying for the ferry and for all of its crew until the spring"
    lines = [first, standfirst, "By Ines Vallet", *(f"{sentence} {sentence}" for sentence in reversed(STORY))]
    assert clean("\n\n".join(lines), kind="text").title == (first if is_title else standfirst)


def test_a_section_that_is_a_heading_above_the_story_is_no_title() -> None:
    title = "The river: engineers close the old iron bridge - Shipping"
    assert without_site(title, others=("shipping",)) == (title, False)
    assert without_site("Bridge closed - Traffic", others=("bridgeclosed",)) == ("Bridge closed", True)


TOPICS = ("Bridges", "Repairs", "Lesk", "Mayor", "Schoolchildren", "Letters", "Songs")
LONG = "Nobody thought it would take so long"


@pytest.mark.parametrize(
    "lines",
    [
        (*TOPICS, " ".join(TOPICS), LONG),
        (
            "Search",
            LONG,
            "Share",
            "Text:",
            "Mia Holt And Ben Carr, The Associated Press",
            "Sunday, April 2, 2023 2:45PM EDT",
        ),
        (*TOPICS, "Lesk bridge 13/04/2024 07:32 Updated 13/04/2024 09:50", LONG),
    ],
)
def test_a_menu_on_one_line_a_credit_and_a_date_are_no_title_of_a_dump(lines: tuple[str, ...]) -> None:
    standfirst = "It had been shut for repairs since the flood, and the town had waited for its bells to ring again."
    assert title_of_text(*lines, standfirst) == LONG
