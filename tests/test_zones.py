"""Zones: the names that pages print beside a time, read where they mean one zone, and no wrong one elsewhere."""

import pytest

from newsclean import clean
from newsclean.conventions.when.dates import read_date
from newsclean.conventions.when.moments import read_machine_date
from newsclean.conventions.when.zones import country_of

STORY = (
    "The ferry sails again from Monday, the harbour office said, after three winters in the dry dock at Lesk.",
    "It had not left the pier since the flood, and nobody had painted it in the three winters that followed.",
    "Work on its engine took longer than planned because two of the pumps had been sold to another harbour.",
)


@pytest.mark.parametrize(
    ("time", "zone"),
    [
        ("10:15 AM ET", "-04:00"),
        ("10:15 CET", "+01:00"),
        ("10:15 AEST", "+10:00"),
        ("10:15 ACST", "+09:30"),
        ("10:15 SGT", "+08:00"),
        ("10:15 WIB", "+07:00"),
        ("10:15 am PT", "-07:00"),
        ("10:15 AM AKST", "-09:00"),
        ("10:15 NPT", "+05:45"),
        ("10:15 IST", ""),
        ("10:15 BST", ""),
        ("10:15 AM CST", ""),
    ],
)
def test_a_name_that_means_one_zone_is_read(time: str, zone: str) -> None:
    read = read_date(f"March 12, 2024 {time}", "en")
    assert read is not None
    assert read.value.isoformat() == f"2024-03-12T10:15:00{zone}"


@pytest.mark.parametrize(
    ("name", "language", "country", "zone"),
    [
        ("IST", "en", "in", "+05:30"),
        ("IST", "en", "ie", "+01:00"),
        ("IST", "en", "il", ""),
        ("BST", "en-gb", "gb", "+01:00"),
        ("BST", "bn", "bd", "+06:00"),
        ("CST", "en-us", "us", "-06:00"),
        ("CST", "zh", "cn", "+08:00"),
        ("CST", "en", "cu", ""),
        ("EST", "en-au", "au", "+10:00"),
        ("EST", "en", None, "-05:00"),
        ("est", "fr", "fr", ""),
        ("et", "fr", "fr", ""),
        ("ET", "en", "au", ""),
    ],
)
def test_a_name_that_means_several_zones_is_read_by_the_country(
    name: str, language: str, country: str | None, zone: str
) -> None:
    read = read_date(f"2024-03-12, 10:15 {name}", language, country)
    assert read is not None
    assert read.value.isoformat() == f"2024-03-12T10:15:00{zone}"


@pytest.mark.parametrize(
    ("day", "zone"),
    [("January 5, 2024", "-05:00"), ("July 4, 2024", "-04:00"), ("March 10, 2024", ""), ("May 5, 1999", "")],
)
def test_a_name_of_both_seasons_is_read_by_the_day(day: str, zone: str) -> None:
    read = read_date(f"{day} 9:30 AM ET", "en")
    assert read is not None
    assert read.value.isoformat()[19:] == zone


@pytest.mark.parametrize(
    ("language", "url", "country"),
    [
        ("en-IN", None, "in"),
        ("en", "https://www.lesk.example.co.uk/a", "gb"),
        ("en-US", "https://lesk.in/a", "in"),
        ("en-US", "https://lesk.io/a", "us"),
        ("hi", "https://lesk.com/a", "in"),
        ("en-IN", "https://lesk.ie/a", None),
        (None, "https://[lesk", None),
    ],
)
def test_the_country_is_that_of_address_and_language(
    language: str | None, url: str | None, country: str | None
) -> None:
    assert country_of(language, url) == country


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Mon Aug 03 12:45:00 EDT 2015", None, "2015-08-03T12:45:00-04:00"),
        ("Tue, 07 Apr 2020 07:36:07 +0530", None, "2020-04-07T07:36:07+05:30"),
        ("Tue Apr 07 07:36:07 IST 2020", "in", "2020-04-07T07:36:07+05:30"),
        ("Tue Apr 07 07:36:07 IST 2020", None, "2020-04-07T07:36:07"),
        ("Tue Apr 07 07:36:07 CST 2020", "cn", "2020-04-07T07:36:07+08:00"),
        ("Tue Apr 07 07:36:07 CST 2020", None, "2020-04-07T07:36:07"),
        ("Tue Apr 07 2020 07:36:07 GMT+0100 (Central European Time)", None, "2020-04-07T07:36:07+01:00"),
        ("Tue, 07 APR 2020 07:36:07 GMT", None, "2020-04-07T07:36:07+00:00"),
    ],
)
def test_the_zone_of_a_date_for_machines_is_never_anothers(text: str, country: str | None, expected: str) -> None:
    read = read_machine_date(text, country)
    assert read is not None
    assert read.value.isoformat() == expected


@pytest.mark.parametrize(
    ("language", "url", "zone"),
    [("en", "https://lesk.example.ie/a", "+01:00"), ("en-IN", "https://lesk.com/a", "+05:30"), ("en", None, "")],
)
def test_the_time_of_a_page_is_in_the_zone_of_its_country(language: str, url: str | None, zone: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in STORY)
    html = f"<html lang={language}><body><h1>Ferry sails again</h1><p>March 12, 2024 10:15 IST</p>{body}</body></html>"
    published = clean(html, url=url, kind="html").published
    assert published is not None
    assert published.isoformat() == f"2024-03-12T10:15:00{zone}"
