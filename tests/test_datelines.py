"""Datelines: where, when and by whom stories in many languages were filed, and openings that are no dateline."""

import pytest

from newsclean.conventions.where.datelines import closing_agencies, read_dateline


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
        ("CLEVELAND (WOIO) - The bridge is open.", ("CLEVELAND",), None, None),
        ("LINDEN HEIGHTS, Ohio (WQRV) — The bridge is open.", ("LINDEN HEIGHTS", "Ohio"), None, None),
        ("CLEVELAND (19 News) - The bridge is open.", ("CLEVELAND",), None, None),
        ("NAIROBI, March 5 (KBC) - The bridge is open.", ("NAIROBI",), "March 5", None),
        (
            "CAMBRIDGE, Mass., March 5, 2024 /PRNewswire/ -- The firm said.",
            ("CAMBRIDGE", "Mass."),
            "March 5, 2024",
            "PR Newswire",
        ),
        ("NEW YORK, March 5, 2024 (GLOBE NEWSWIRE) -- The firm.", ("NEW YORK",), "March 5, 2024", "GlobeNewswire"),
        ("NEW YORK--(BUSINESS WIRE)--The firm said.", ("NEW YORK",), None, "Business Wire"),
        ("CAMBRIDGE, Mass.--(BUSINESS WIRE)--The firm said.", ("CAMBRIDGE", "Mass"), None, "Business Wire"),
        ("Москва. 5 марта. INTERFAX.RU - Мост открыт.", ("Москва",), "5 марта", "Interfax"),
        ("Київ. 5 березня. УНН. Міст відкрито.", ("Київ",), "5 березня", "UNN"),
        ("إزمير/ الأناضول", ("إزمير",), None, "Anadolu"),
        ("إسطنبول / محمد علي / الأناضول", ("إسطنبول",), None, "Anadolu"),
        (
            "NEW DELHI: The old bridge over the river reopened on Friday after three winters.",
            ("NEW DELHI",),
            None,
            None,
        ),
        (
            "KOTA KINABALU: The old bridge over the river reopened on Friday after three winters.",
            ("KOTA KINABALU",),
            None,
            None,
        ),
        (
            "PORT ANSELM, March 5: The old bridge over the river reopened on Friday after repairs.",
            ("PORT ANSELM",),
            "March 5",
            None,
        ),
        ("القاهرة (رويترز) - قالت الحكومة إن المحادثات مستمرة.", ("القاهرة",), None, "Reuters"),
        ("नई दिल्ली, 12 मार्च (भाषा) - सरकार ने फैसला किया।", ("नई दिल्ली",), "12 मार्च", "PTI"),
        ("ANKARA (AA) - Bakan açıklama yaptı.", ("ANKARA",), None, "Anadolu"),
        ("PARIS (AFP) - Le pont a rouvert vendredi.", ("PARIS",), None, "AFP"),
        ("Paris, 12 mars (Reuters) - Le pont a rouvert.", ("Paris",), "12 mars", "Reuters"),
        ("BRASÍLIA, 12 mar (Reuters) - O governo disse.", ("BRASÍLIA",), "12 mar", "Reuters"),
        ("Lisboa, 12 mar 2024 (Lusa) – O governo disse.", ("Lisboa",), "12 mar 2024", "Lusa"),
        ("SÃO PAULO — O prefeito disse.", ("SÃO PAULO",), None, None),
        ("(ANSA) - ROMA, 12 MAR - Il governo ha detto.", ("ROMA",), "12 MAR", "ANSA"),
        ("Wien/Graz (APA) - Die Brücke ist offen.", ("Wien", "Graz"), None, "APA"),
        ("МОСКВА, 12 марта. /ТАСС/. Мост открыт.", ("МОСКВА",), "12 марта", "TASS"),
        ("КИЕВ, 12 марта (Укринформ) - Мост открыт.", ("КИЕВ",), "12 марта", "Ukrinform"),
        ("بيروت (أ ف ب) - قال رئيس البلدية.", ("بيروت",), None, "AFP"),
        ("دبي 12 مارس (رويترز) - قالت الحكومة.", ("دبي",), "12 مارس", "Reuters"),
        ("नई दिल्ली (एएनआई): सरकार ने कहा।", ("नई दिल्ली",), None, "ANI"),
        ("JAKARTA (ANTARA) - Banjir merendam desa.", ("JAKARTA",), None, "Antara"),
        ("Hà Nội (TTXVN) - Cầu cũ mở lại.", ("Hà Nội",), None, "VNA"),
        ("中新网北京3月12日电 会议举行。", ("北京",), "3月12日", "China News Service"),
        ("【東京共同】首相は述べた。", ("東京",), None, "Kyodo"),
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
        "NEW DELHI: A guide to the old bridges of the city and to those who cross them by night",
        "WARNING: The bridge over the river is shut until Friday, the mayor of the town has said.",
        "UPDATE: The bridge over the river is open again since Friday, the mayor of the town has said.",
        "EXCLUSIVE: The bridge over the river is to be sold in parts, the mayor of the town has said.",
        "JANE DOE: I crossed the bridge on Friday, and I can tell you that it moved under my feet.",
        "Q: Who crossed the bridge on Friday, and what did they say when they came to the other side?",
        "THE MAYOR, March: I crossed the bridge on Friday, and I can tell you that it moved under my feet.",
        "Berlin (ZDF) - und dann kam der Regen.",
        "NATO (OTAN) - the alliance met.",
        "NASA (ESA) - the agencies met.",
        "CLEVELAND (Ohio river) - the bridge is open.",
        "Moscow. 5 goals. Two of them were own goals - both late.",
        "Он приехал в Москву. 5 марта. Мост открыт.",
        "Ferries--(or what is left of them)--sail again.",
        "3月12日，会议在京举行。",
        "(사진=연합뉴스) 회의가 열렸다.",
        "[단독=속보] 회의가 열렸다.",
        "北京3月12日的天气很好。",
        "東京は12日に晴れた。",
        "London mayor opens bridge - and gets wet",
        "Paris: la Seine monte encore - jusqu'où ?",
        "Moscow — the city, not the mule — is cold.",
        "Madrid y Barcelona - dos ciudades.",
        "Roma - Lazio 2-1 - la cronaca.",
        "Киев - столица Украины.",
        "NEW: The bridge is open - at last.",
        pytest.param("NATO - das Bündnis - tagt.", marks=pytest.mark.xfail(reason="known failure", strict=True)),
        pytest.param(
            "BERLIN WAR GESTERN - heute ist Hamburg.", marks=pytest.mark.xfail(reason="known failure", strict=True)
        ),
        "12 March - a day to remember.",
        "江畔网讯 昨日，会议举行。",
        "本报讯（详见第三版）昨日，会议举行。",
        "新华社电视节目获奖（图）",
        "[강변신문] 회의가 열렸다.",
        "",
    ],
)
def test_an_opening_that_is_no_dateline_is_none(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "places", "agency", "reporters"),
    [
        ("中新社北京3月5日电 (记者 王敏)会议在京举行。", ("北京",), "China News Service", ("王敏",)),
        ("新华社北京3月5日电（记者王敏、李明）会议在京举行。", ("北京",), "Xinhua", ("王敏", "李明")),
        ("新华社北京3月5日电（记者们都说会议很长）会议在京举行。", ("北京",), "Xinhua", ()),
        ("（中央社記者林佳蓉花蓮5日電）立法院今天開議。", ("花蓮",), "CNA", ("林佳蓉",)),
        ("（中央社記者林佳蓉德國柏林5日電）立法院今天開議。", (), "CNA", ()),
        ("(서울=연합뉴스) 홍길동 기자 = 회의가 열렸다.", ("서울",), "Yonhap", ("홍길동",)),
        ("[서울=뉴시스] 홍길동 김철수 기자 = 회의가 열렸다.", ("서울",), "Newsis", ("홍길동", "김철수")),
        ("[서울=뉴시스] 회의가 열렸다.", ("서울",), "Newsis", ()),
        ("(남해=지역신문) 홍길동 기자 = 회의가 열렸다.", ("남해",), None, ("홍길동",)),
        ("[강변신문=홍길동 기자] 회의가 열렸다.", (), None, ("홍길동",)),
        ("本报讯（记者 陆一舟）昨日，会议举行。", (), None, ("陆一舟",)),
        ("本报北京讯（记者 陆一舟 通讯员 廖晴）昨日，会议举行。", ("北京",), None, ("陆一舟", "廖晴")),
        ("江畔日报3月5日讯（记者 陆一舟）会议举行。", (), None, ("陆一舟",)),
        ("据新华社拉萨电（记者 柯尔曼别）记者近日获悉，会议举行。", ("拉萨",), "Xinhua", ("柯尔曼别",)),
        ("据新华社北京3月5日电 会议举行。", ("北京",), "Xinhua", ()),
        ("〔記者陸一舟／台北報導〕會議舉行。", (), None, ("陸一舟",)),
        ("【江畔報記者陸一舟台北報導】會議舉行。", (), None, ("陸一舟",)),
        ("記者陸一舟／台北報導 會議舉行。", (), None, ("陸一舟",)),
        ("【江畔2025年03月05日訊】（江畔記者陸一舟綜合報導）會議舉行。", (), None, ("陸一舟",)),
        ("【北京＝山田花子】会議が開かれた。", ("北京",), None, ("山田花子",)),
    ],
)
def test_an_east_asian_dateline_names_its_reporters(
    text: str, places: tuple[str, ...], agency: str | None, reporters: tuple[str, ...]
) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.places, found.agency, found.reporters) == (places, agency, reporters)


def test_the_end_of_a_story_credits_agencies() -> None:
    assert closing_agencies("Die Ermittlungen dauern an. (dpa/abc)") == ("dpa",)
    assert closing_agencies("The road is open again. AFP") == ("AFP",)
    assert closing_agencies("The road is open (for cars).") == ()
