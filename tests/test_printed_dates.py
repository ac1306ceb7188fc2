"""Dates that a page prints: which is the story's, which the markup's wins over, and which are nobody's."""

import pytest

from newsclean import Article, clean

BODY = (
    "The ferry sails again from Monday, the harbour office said, after three winters in the dry dock at Lesk.",
    "It had not left the pier since the flood, and nobody had painted it in the three winters that followed.",
    "Work on its engine took longer than planned because two of the pumps had been sold to another harbour.",
    "The first to buy a ticket was a baker, who had taken the long way round the bay since the flood of 2022.",
)
TITLE = "Ferry sails again after three winters in dock"


def dump(*, above: tuple[str, ...] = (), below: tuple[str, ...] = (), end: tuple[str, ...] = ()) -> Article:
    return clean("\n\n".join((*above, TITLE, *below, *BODY, *end)), kind="text")


def page(*, head: str = "", below: str = "", end: str = "", url: str | None = None) -> Article:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    head = f"<title>{TITLE}</title>{head}"
    return clean(f"<html lang=en><head>{head}</head><body><h1>{TITLE}</h1>{below}{body}{end}</body></html>", url=url)


def day(article: Article) -> str | None:
    return None if article.published is None else str(article.published.date())


def test_the_date_below_the_headline_is_the_storys_and_the_one_at_the_top_the_visits() -> None:
    article = dump(above=("Sunday, November 24, 2024", "Home", "News"), below=("By Petra Voln November 21, 2024",))
    assert day(article) == "2024-11-21"


def test_a_page_without_another_date_takes_what_a_line_at_its_end_announces() -> None:
    assert day(dump(end=("About us", "Contact", "Published: 12 March 2024", "Imprint"))) == "2024-03-12"


@pytest.mark.parametrize("line", ["Last updated: 12 March 2024", "© 2024 Lesk Courier", "Copyright 12/2024"])
def test_updates_and_rights_are_no_dates_of_publication(line: str) -> None:
    assert day(dump(end=(line,))) is None
    assert day(dump(below=(line,))) is None


def test_the_printed_day_wins_where_the_markup_has_that_of_a_later_publication() -> None:
    again = '<meta property="article:published_time" content="2025-06-24T10:00:00Z">'
    assert day(page(head=again, below="<p class=date>August 25, 2024</p>")) == "2024-08-25"
    assert day(page(head=again, below="<p class=date>June 24, 2025</p>")) == "2025-06-24"
    assert day(page(head=again, below="<p class=date>August 25, 2025</p>")) == "2025-06-24"


def test_a_day_that_only_a_zone_sets_apart_leaves_the_stated_moment() -> None:
    stated = '<meta property="article:published_time" content="2025-12-19T02:41:41+00:00">'
    assert day(page(head=stated, below="<p class=date>December 18, 2025</p>")) == "2025-12-19"
    assert day(page(head=stated, below="<p class=date>December 17, 2025</p>")) == "2025-12-17"


@pytest.mark.parametrize("never", ["1969-12-31T13:00:01+00:00", "1970-01-01", "January 1, 1970"])
def test_the_day_on_which_computers_start_to_count_is_no_date(never: str) -> None:
    stated = f'<meta property="article:published_time" content="{never}">'
    assert day(page(head=stated)) is None
    assert day(page(head=stated, below="<p class=date>August 25, 2024</p>")) == "2024-08-25"
    assert day(dump(below=("By Petra Voln December 31, 1969",))) is None


def test_a_note_on_the_first_publication_is_believed() -> None:
    note = "<p>This story was originally published on 26 September 2019 at 4:12pm and has been changed since.</p>"
    assert day(page(below="<p class=date>30 September 2022</p>", end=note)) == "2019-09-26"


def test_a_date_after_the_last_change_is_another_storys() -> None:
    below = "<p>Last modified: August 8, 2023</p>"
    assert day(page(below=below, end="<h3>Grants</h3><p>March 5, 2026</p>")) is None


def test_day_and_month_are_ordered_by_the_other_dates_of_the_page_or_by_its_host() -> None:
    teasers = ("Harbour news", "8/27/2024", "Pump found in a garden")
    assert day(dump(below=("8/1/2024",), end=teasers)) == "2024-08-01"
    assert day(dump(below=("8/1/2024",))) is None
    assert day(page(below="<p>8/1/2024</p>", url="https://courier.example.co.uk/ferry")) == "2024-01-08"


@pytest.mark.parametrize("path", ["2024/mar/12/ferry", "2024/3/12/ferry", "2024/march/12", "ferry-20240312"])
def test_an_address_may_have_the_date_in_parts(path: str) -> None:
    assert day(page(url=f"https://courier.example/{path}")) == "2024-03-12"


@pytest.mark.parametrize("path", ["2024/99/12/ferry", "2024/ferry/12/", "2024/may/ferry", "120240312"])
def test_other_numbers_of_an_address_are_no_date(path: str) -> None:
    assert day(page(url=f"https://courier.example/{path}")) is None


@pytest.mark.parametrize("line", ["令和6年3月5日", "5-Mar-24", "05 มี.ค. 67 09:30 น.", "03/05/2024 06:14 PM EST"])
def test_a_day_of_another_era_or_with_a_short_year_is_the_storys(line: str) -> None:
    assert day(page(below=f"<p>{line}</p>")) == "2024-03-05"


def test_the_country_of_the_page_orders_a_date_before_its_zone_does() -> None:
    line = "<p>05/03/2024 06:14 PM EST</p>"
    assert day(page(below=line, url="https://news.example.com.au/ferry")) == "2024-03-05"


STATED = '<meta property="article:published_time" content="2024-11-21T10:00:00Z">'


@pytest.mark.parametrize(
    "below",
    [
        "<blockquote class=twitter-tweet><p>It sails!</p>— Lesk Port (@leskport) March 12, 2024</blockquote>",
        "<p>— Lesk Port (@leskport) March 12, 2024</p>",
    ],
    ids=["an embedded post", "whose post it is"],
)
def test_the_day_of_something_else_is_no_earlier_publication(below: str) -> None:
    article = page(head=STATED, below=below)
    assert day(article) == "2024-11-21"
    assert [author.name for author in article.authors] == []


def test_day_and_month_are_as_another_date_of_the_page_has_them() -> None:
    head = '<meta property="article:published_time" content="2021-11-01T04:00:14Z">'
    assert day(page(head=head, below="<p class=date>11/01/2021</p>", url="https://news.example.at/a")) == "2021-11-01"
    head = '<meta name="date" content="11/01/2021 12:43:42">'
    assert day(page(head=head, below="<p class=date>Published: 1 November 2021</p>")) == "2021-11-01"


def test_a_day_in_the_headline_or_in_the_story_yields_to_a_byline() -> None:
    headline = "Regatta at Lesk on 11 July 2020"
    lines = ("12 July 2020 10:15", "From 1.9.2020 the ferry sails twice a day")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (*lines, *BODY))
    assert day(clean(f"<html lang=en><title>{headline}</title><h1>{headline}</h1>{body}")) == "2020-07-12"


@pytest.mark.parametrize(
    "line",
    [
        "Updated: March 14, 2024 Original: March 12, 2024",
        "Original: March 12, 2024 Updated: March 14, 2024",
        "Updated: Mar 14, 2024 10:15 AM | Original: Mar 12, 2024 9:00 AM",
        "Mis à jour : 14 mars 2024 - Publication originale : 12 mars 2024",
        "Aktualisiert am 14. März 2024, erschienen am 12. März 2024",
    ],
)
def test_the_original_of_an_update_is_the_publication(line: str) -> None:
    article = page(below=f"<p>{line}</p>")
    assert (day(article), str(article.modified)[:10]) == ("2024-03-12", "2024-03-14")


META = '<meta property="article:{}_time" content="{}">'


@pytest.mark.parametrize(
    ("published", "modified", "kept"),
    [
        ("2024-03-12T10:00:00+01:00", "2024-03-11T10:00:00+01:00", False),
        ("2024-03-12T10:00:00+01:00", "2024-03-12T08:59:00Z", False),
        ("2024-03-12T10:00:00+01:00", "2024-03-12T09:00:00Z", True),
        ("2024-03-12T10:00:00+01:00", "2024-03-12", True),
    ],
)
def test_a_change_before_the_publication_that_the_same_source_states_is_none(
    published: str, modified: str, *, kept: bool
) -> None:
    article = page(head=META.format("published", published) + META.format("modified", modified))
    assert day(article) == "2024-03-12"
    assert (article.modified is not None) is kept


def test_a_change_that_another_source_states_stands() -> None:
    article = page(head=META.format("published", "2024-03-12T10:00:00Z"), below="<p>Updated: March 11, 2024</p>")
    assert article.modified is not None


def test_a_day_before_the_web_amid_words_is_of_what_the_story_tells() -> None:
    told = "The first ferry was launched on August 14, 1935"
    assert day(page(below=f"<ul><li>{told}</li></ul>")) is None
    assert day(page(below=f"<ul><li>{told.replace('1935', '2023')}</li></ul>")) == "2023-08-14"
    assert day(page(below="<p class=date>August 14, 1935</p>")) == "1935-08-14"


def test_the_day_in_a_caption_is_not_the_storys() -> None:
    caption = "The baker at the 74th harbour fair in Lesk on 13 July 2021. AFP/Petra Voln"
    assert day(dump(below=(caption, "10", "By Petra Voln with AFP", "On 7 March 2024 at 18:39"))) == "2024-03-07"


def test_a_line_that_announces_a_date_is_the_storys_though_buttons_part_them_and_no_headline_is_found() -> None:
    buttons = [f"Share on {network}" for network in ("Messenger", "Facebook", "Twitter", "Flipboard", "Pinterest")]
    box = (
        "Published 10 March 2024 at 08:52",
        "19 comments 19 shares",
        *buttons,
        "Print",
        "Mail",
        "Save",
        "Font",
        "Share",
    )
    story = [line.replace("sails again", "moves").replace("dry dock", "shed") for line in BODY]
    article = clean("\n\n".join((*box, *story)), kind="text")
    assert (article.title, day(article)) == (None, "2024-03-10")
