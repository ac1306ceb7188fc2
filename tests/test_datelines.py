"""Datelines: where, when and by whom stories in many languages were filed, and openings that are no dateline."""

import pytest

from newsclean.conventions.datelines import closing_agencies, read_dateline


@pytest.mark.parametrize(
    ("text", "places", "date", "agency"),
    [
        ("HANOI (AFP) — The summit ended early on Thursday.", ("HANOI",), None, "AFP"),
        ("HANOI (AFP) The summit ended early on Thursday.", ("HANOI",), None, "AFP"),
        ("WASHINGTON, March 12 (Reuters) - The court ruled.", ("WASHINGTON",), "March 12", "Reuters"),
        ("NEW YORK (AP) -- Stocks fell.", ("NEW YORK",), None, "AP"),
        ("BEIJING/MOSCOW, 12 March (Reuters) - Leaders met.", ("BEIJING", "MOSCOW"), "12 March", "Reuters"),
        ("PORT ANSELM — The terminal will reopen.", ("PORT ANSELM",), None, None),
        ("Berlin (dpa) – Der Bundestag hat entschieden.", ("Berlin",), None, "dpa"),
        ("Hamburg (dpa/lno) - Die Polizei sucht Zeugen.", ("Hamburg",), None, "dpa"),
        ("ROMA, 12 MAR - Il governo ha approvato il decreto.", ("ROMA",), "12 MAR", None),
        ("Madrid, 12 mar (EFE).- El Gobierno aprobó la ley.", ("Madrid",), "12 mar", "EFE"),
        ("МОСКВА, 12 мар — РИА Новости. Суд вынес решение.", ("МОСКВА",), "12 мар", "RIA Novosti"),
        ("新华社北京3月12日电 会议在京举行。", ("北京",), "3月12日", "Xinhua"),
        ("（中央社台北12日電）立法院今天開議。", ("台北",), "12日", "CNA"),
        ("【ワシントン共同】大統領は会見した。", ("ワシントン",), None, "Kyodo"),
        ("القاهرة (رويترز) - قالت الحكومة إن المحادثات مستمرة.", ("القاهرة",), None, "Reuters"),
        ("नई दिल्ली, 12 मार्च (भाषा) - सरकार ने फैसला किया।", ("नई दिल्ली",), "12 मार्च", "PTI"),
        ("ANKARA (AA) - Bakan açıklama yaptı.", ("ANKARA",), None, "Anadolu"),
        ("SUMBERWANGI, HARIAN.com - Banjir merendam desa.", ("SUMBERWANGI",), None, None),
    ],
)
def test_a_dateline_is_read(text: str, places: tuple[str, ...], date: str | None, agency: str | None) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.places, found.date, found.agency) == (places, date, agency)
    assert text.startswith(found.raw)


@pytest.mark.parametrize(
    "text",
    [
        "Berlin - und dann Hamburg - so ging die Reise.",
        "UPDATE - The road is open again.",
        "EXCLUSIVE — The mayor will resign.",
        "Paris is closing its schools, the minister said.",
        "The bridge - the oldest in town - is shut.",
        "Trump — who left early — said nothing.",
        "IT - das ist mehr als Computer.",
        "Zeit (und Geld) - beides fehlt.",
        "3月12日，会议在京举行。",
        "12 March - a day to remember.",
        "",
    ],
)
def test_an_opening_that_is_no_dateline_is_none(text: str) -> None:
    assert read_dateline(text) is None


def test_the_end_of_a_story_credits_agencies() -> None:
    assert closing_agencies("Die Ermittlungen dauern an. (dpa/abc)") == ("dpa",)
    assert closing_agencies("The road is open again. AFP") == ("AFP",)
    assert closing_agencies("The road is open (for cars).") == ()
