"""Dates: what is read of them in many languages, calendars and digits, and what is never guessed."""

from datetime import date

import pytest
from babel.dates import format_date

from newsclean.conventions.when.dates import read_date
from newsclean.conventions.when.moments import read_machine_date
from newsclean.conventions.when.timestamps import Kind, date_labels, timestamp_kind

WRITTEN = [
    ("March 12, 2024 10:15 AM", "2024-03-12T10:15:00"),
    ("Published 10:15 AM EDT, March 12, 2024", "2024-03-12T10:15:00-04:00"),
    ("12 mar 2024 - 10:15", "2024-03-12T10:15:00"),
    ("martes, 12 de marzo de 2024", "2024-03-12T00:00:00"),
    ("Publié le 12 mars 2024 à 10h15", "2024-03-12T10:15:00"),
    ("1er août 2023", "2023-08-01T00:00:00"),
    ("Stand: 12.03.2024, 10:15 Uhr", "2024-03-12T10:15:00"),
    ("12. März 2024", "2024-03-12T00:00:00"),
    ("12/03/2024 10h15", "2024-03-12T10:15:00"),
    ("12 marzo 2024 alle 10:15", "2024-03-12T10:15:00"),
    ("12 марта 2024, 10:15", "2024-03-12T10:15:00"),
    ("2024年3月12日 10時15分", "2024-03-12T10:15:00"),
    ("2024-03-12 10:15", "2024-03-12T10:15:00"),
    ("12 مارس 2024 - 10:15", "2024-03-12T10:15:00"),
    ("١٢ مارس ٢٠٢٤", "2024-03-12T00:00:00"),
    ("الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24T21:22:00"),
    ("08 مارس 2024 09:45 م", "2024-03-08T21:45:00"),
    ("2024.03.05. 오후 2:14", "2024-03-05T14:14:00"),
    ("2024.03.05. 오전 12:05", "2024-03-05T00:05:00"),
    ("2024年3月5日下午2点14分", "2024-03-05T14:14:00"),
    ("2024年3月5日 午後2時14分", "2024-03-05T14:14:00"),
    ("5 Μαρτίου 2024 9:14 μ.μ.", "2024-03-05T21:14:00"),
    ("26 | 01 | 2022 | Region | Video", "2022-01-26T00:00:00"),
    ("१२ मार्च २०२४", "2024-03-12T00:00:00"),
    ("12 मार्च 2024, 10:15", "2024-03-12T10:15:00"),
    ("Thứ ba, 12/3/2024, 10:15 (GMT+7)", "2024-03-12T10:15:00+07:00"),
    ("12 tháng 3 năm 2024", "2024-03-12T00:00:00"),
    ("12 Mart 2024 10:15", "2024-03-12T10:15:00"),
    ("9 ARALIK 2024", "2024-12-09T00:00:00"),
    ("Selasa, 12 Maret 2024 10:15 WIB", "2024-03-12T10:15:00+07:00"),
    ("12 มีนาคม 2567", "2024-03-12T00:00:00"),
    ("2024년 3월 12일 10:15", "2024-03-12T10:15:00"),
    ("12 Μαρτίου 2024, 10:15", "2024-03-12T10:15:00"),
    ("12 marca 2024", "2024-03-12T00:00:00"),
    ("05 มี.ค. 67 09:30 น.", "2024-03-05T09:30:00"),
    ("5 มี.ค. 2567 เวลา 09:30 น.", "2024-03-05T09:30:00"),
    ("Jumanne, Machi 05, 2024", "2024-03-05T00:00:00"),
    ("令和6年3月5日", "2024-03-05T00:00:00"),
    ("令和元年５月１日 18時30分", "2019-05-01T18:30:00"),
    ("民國113年3月5日", "2024-03-05T00:00:00"),
    ("5-Mar-24", "2024-03-05T00:00:00"),
    ("03/05/2024 06:14 PM EST", "2024-03-05T18:14:00-05:00"),
    ("Published 03/05/2024, 6:14 p.m. (CDT)", "2024-03-05T18:14:00-05:00"),
    ("13/03/2024", "2024-03-13T00:00:00"),
    ("Jane DoeMarch 13, 2024", "2024-03-13T00:00:00"),
    ("Jane DoeMar 13th, 2024, 8:27 am", "2024-03-13T08:27:00"),
    ("03/13/2024", "2024-03-13T00:00:00"),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_a_written_date_is_read(text: str, expected: str) -> None:
    moment = read_date(text)
    assert moment is not None
    assert moment.value.isoformat() == expected


@pytest.mark.parametrize(
    "language",
    [
        "ar",
        "bg",
        "bn",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "fa",
        "fi",
        "fr",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "ko",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sv",
        "sw",
        "ta",
        "th",
        "tr",
        "uk",
        "ur",
        "vi",
        "zh",
    ],
)
@pytest.mark.parametrize("form", ["medium", "long", "full"])
def test_dates_are_read_as_unicode_says_that_a_language_writes_them(language: str, form: str) -> None:
    days = [date(2024, month, 3 + month) for month in range(1, 13)]
    read = [read_date(format_date(day, form, locale=language), language) for day in days]
    assert [moment and moment.value.date() for moment in read] == days


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("03/04/2024", None, None),
        ("03/04/2024", "en", None),
        ("03/04/2024", "en-US", (3, 4)),
        ("03/04/2024", "en-GB", (4, 3)),
        ("03/04/2024", "es", (4, 3)),
        ("03/04/2024 06:14 PM", "en", None),
        ("03/04/2024 18:14 EST", "en", None),
        ("03/04/2024 06:14 PM GMT", "en", None),
        ("03/04/2024 06:14 PM EST", "en-AU", (4, 3)),
        ("03/04/2024 06:14 PM EST", "en", (3, 4)),
        ("5 listopada 2024", "pl", (11, 5)),
        ("5. listopada 2024.", "hr", (10, 5)),
    ],
)
def test_day_and_month_are_ordered_by_language_and_never_guessed(
    text: str, language: str | None, expected: tuple[int, int] | None
) -> None:
    moment = read_date(text, language)
    assert (moment and (moment.value.month, moment.value.day)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "05 มี.ค. 09:30 น.",
        "۱۵ اسفند ۱۴۰۲",
        "1402/12/15",
        "5-Foo-24",
        "5-Mar",
        "令和6年",
        "3 hours ago",
        "yesterday",
        "40 bodies",
        "31/02/2024",
        "in May he said",
        "12:30",
        "99/99/2024",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-12T10:15:00Z", "2024-03-12T10:15:00+00:00"),
        ("2024-03-12T10:15:00.123+0100", "2024-03-12T10:15:00+01:00"),
        ("2024-03-12 10:15:00 +05:30", "2024-03-12T10:15:00+05:30"),
        ("2024-03-12", "2024-03-12T00:00:00"),
        ("20240312", "2024-03-12T00:00:00"),
        ("Tue, 12 Mar 2024 10:15:00 GMT", "2024-03-12T10:15:00+00:00"),
        ("1710238500", "2024-03-12T10:15:00+00:00"),
    ],
)
def test_a_date_for_machines_is_read(text: str, expected: str) -> None:
    moment = read_machine_date(text)
    assert moment is not None
    assert moment.value.isoformat() == expected


@pytest.mark.parametrize("text", ["", "n/a", "0000-00-00", "12345", "999999999999999999", "Tue, 99 Foo"])
def test_rubbish_for_machines_is_none(text: str) -> None:
    assert read_machine_date(text) is None


def test_precision_is_what_was_stated() -> None:
    moments = [read_date(text) for text in ("12 March 2024, 10:15", "12 March 2024", "March 2024")]
    assert [moment and moment.precision for moment in moments] == ["minute", "day", "month"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Updated 3 hours ago", Kind.LABELLED),
        ("4 min read", Kind.LABELLED),
        ("Lesezeit: 4 Minuten", Kind.LABELLED),
        ("Temps de lecture : 4 minutes", Kind.LABELLED),
        ("Опубликовано 12 марта 2024", Kind.LABELLED),
        ("2024-03-12 10:15 来源：某某晚报", Kind.DATED),
        ("12 March 2024", Kind.DATED),
        ("10:32 am", Kind.CLOCK),
        ("By Monday, 40 bodies had been found", None),
        ("14 days", None),
        ("May 2024 be kind", None),
        ("World War 1939", None),
        ("3-2", None),
    ],
)
def test_a_whole_line_is_a_timestamp_or_not(line: str, kind: Kind | None) -> None:
    assert timestamp_kind(line) is kind


def test_published_and_updated_on_one_line_are_parted() -> None:
    labelled = date_labels("Published 12 March 2024, updated 13 March 2024")
    assert [which for which, _ in labelled] == ["published", "modified"]
    assert date_labels("12 March 2024") == [("published", "12 March 2024")]
