"""Authors that a page prints without a label: names in the box between the headline and the story, and what is none."""

import pytest

from newsclean import Article, clean

TITLE = "Ferry sails again after three winters in dock"
BODY = (
    "The ferry sails again from Monday, the harbour office said, after three winters in the dry dock at Lesk.",
    "It had not left the pier since the flood, and nobody had painted it in the three winters that followed.",
    "Work on its engine took longer than planned because two of the pumps had been sold to another harbour.",
)


def dump(*box: str) -> Article:
    return clean("\n".join((TITLE, *box, "", *(f"{line}\n" for line in BODY))), kind="text")


def page(*box: str) -> Article:
    lines = "".join(f"<div>{line}</div>" for line in box)
    body = "".join(f"<p>{line}</p>" for line in BODY)
    head = f"<head><title>{TITLE}</title></head>"
    return clean(f"<html>{head}<body><article><h1>{TITLE}</h1>{lines}{body}</article></body></html>", kind="html")


def names(article: Article) -> list[str]:
    return [author.name for author in article.authors]


@pytest.mark.parametrize(
    "between",
    [
        ("Reporter",),
        ("Staff Writer",),
        ("Courier Staff Writer",),
        ("Senior Political Correspondent",),
        ("Chief Reporter at the Courier",),
        ("petra.voln@lesk-courier.example",),
        ("@petravoln",),
        ("Redakteurin", "voln@lesk-courier.example"),
    ],
)
def test_a_name_is_the_author_where_its_calling_or_address_parts_it_from_the_date(between: tuple[str, ...]) -> None:
    for read in (page, dump):
        assert names(read("Petra Voln", *between, "March 5, 2024")) == ["Petra Voln"]


def test_whom_the_story_tells_of_in_full_is_no_author_though_right_below_the_headline() -> None:
    told = "“Nobody asked me,” said Petra Voln, who had kept the key to the dock in her kitchen for all three winters."
    assert names(dump("Petra Voln", "", BODY[0])) == ["Petra Voln"]
    assert names(dump("Petra Voln", "", told)) == []


@pytest.mark.parametrize(
    "box",
    [
        ("Lesk Harbour", "Reporter bitten by a mule", "March 5, 2024"),
        ("Lesk Harbour", "Ferries of the north", "March 5, 2024"),
        ("Lesk Harbour", "Staff Writer", "Letters to us", "March 5, 2024"),
        ("LESK Tue Mar 5, 2024 8:57pm GMT",),
        ("Petra Voln Says:", "March 5, 2024 at 10:09 am"),
        ("文章目录 显示", "2024-03-05"),
    ],
)
def test_a_name_that_something_else_parts_from_the_date_is_nobody(box: tuple[str, ...]) -> None:
    for read in (page, dump):
        assert names(read(*box)) == []


@pytest.mark.parametrize(
    ("name", "date", "row"),
    [
        ("陈晓燕", "2024-03-05 09:12", "分享"),
        ("Szabó Eszter", "2024. március 5. 08:15", "Megosztás Küldés"),
        ("Ioana Munteanu", "5 martie 2024", "Distribuie Trimite"),
        ("Aino Kettunen", "5.3.2024", "Jaa Tallenna"),
        ("Petra Voln", "March 5, 2024", "Lesk Harbour"),
    ],
)
def test_a_line_below_the_date_of_a_name_is_nobody(name: str, date: str, row: str) -> None:
    for read in (page, dump):
        assert names(read(name, date, row)) == [name]


@pytest.mark.parametrize(
    "row",
    [
        "Megosztás Küldés",
        "Distribuie Trimite",
        "Jaa Tallenna",
        "Udostępnij Zapisz",
        "Compartir Guardar",
        "分享",
        "打印",
        "关注",
    ],
)
def test_a_row_of_share_buttons_beside_a_date_is_nobody(row: str) -> None:
    for read in (page, dump):
        assert names(read("5.3.2024", row)) == []


def test_a_name_below_the_date_is_the_author() -> None:
    for read in (page, dump):
        assert names(read("March 5, 2024", "Petra Voln")) == ["Petra Voln"]


@pytest.mark.parametrize("first", ["Words by Petra Voln", "By Petra Voln"])
def test_who_took_the_pictures_below_a_byline_is_a_photographer(first: str) -> None:
    for read in (page, dump):
        article = read(first, "Photographs by Ines Vallet", "5 March 2024")
        assert [(who.name, who.role) for who in article.authors] == [
            ("Petra Voln", "reporter"),
            ("Ines Vallet", "photographer"),
        ]


@pytest.mark.parametrize("below", ["Photos by the hundred", "Pictures by our readers", "Lesk Harbour"])
def test_a_line_below_a_byline_that_credits_no_pictures_is_nobody(below: str) -> None:
    for read in (page, dump):
        assert names(read("By Petra Voln", below, "5 March 2024")) == ["Petra Voln"]


@pytest.mark.parametrize("between", [(), ("Follow us",), ("Politics", "Three minutes"), ("Send us a hint",)])
@pytest.mark.parametrize("line", ["Petra Voln", "PETRA VOLN", "Jens van Oost", "Petra Voln/Jens Oost"])
def test_a_lone_name_below_the_headline_is_the_author(line: str, between: tuple[str, ...]) -> None:
    assert names(dump(*between, line, "Lesk")) == line.split("/")


@pytest.mark.parametrize(
    "lines",
    [
        ("Harbour Office",),
        ("Dry Dock",),
        ("Petra Voln", "Jens Oost"),
        ("Petra Voln, who paints",),
        ("A row of buttons", "Share", "Print", "Petra Voln of Lesk"),
        ("Allgemeine Auskünfte",),
        ("Kostenvergleich der Stadt Lesk",),
        ("Ende des Beitrags",),
    ],
)
def test_words_of_the_page_and_lists_of_names_are_no_lone_name(lines: tuple[str, ...]) -> None:
    assert names(dump(*lines)) == []


def test_whom_the_story_tells_of_is_no_author_from_further_below_the_headline() -> None:
    story = ("Share", "Print", "Comment", "Petra Voln", "Lesk")
    assert names(clean("\n".join((TITLE, *story, "", *BODY)), kind="text")) == ["Petra Voln"]
    told = (*BODY, "“We are glad,” said Petra Voln, who has sold the tickets of the ferry for thirty years.")
    assert names(clean("\n".join((TITLE, *story, "", *told)), kind="text")) == []


@pytest.mark.parametrize("line", ["Dry Dock", "Recent Pumps", "Painted Pier"])
def test_common_words_beside_a_date_are_nobody(line: str) -> None:
    assert names(dump(line, "March 5, 2024", "The recent winters were mild.")) == []


def test_a_byline_goes_before_a_name_without_a_label() -> None:
    assert names(dump("Lesk Runner", "March 5, 2024", "By Petra Voln")) == ["Petra Voln"]


@pytest.mark.parametrize(
    "checked", ["Reviewed by Jens Oost", "Fact checked by: Jens Oost", "Medically reviewed by Jens Oost"]
)
def test_who_only_looked_through_a_story_stands_behind_who_wrote_it(checked: str) -> None:
    article = dump(checked, "Petra Voln", "March 5, 2024")
    assert [(who.name, who.role) for who in article.authors] == [
        ("Petra Voln", "reporter"),
        ("Jens Oost", "contributor"),
    ]


@pytest.mark.parametrize("newsroom", ["Da Redação", "De la Redacción", "Dalla redazione"])
def test_the_place_below_a_newsroom_is_nobody(newsroom: str) -> None:
    assert "São Paulo" not in names(dump(newsroom, "São Paulo", "12/03/2024 12h30"))
    assert "São Paulo" not in names(dump(newsroom, "São Paulo", "12/03/2024 12h30", "Ouvir artigo"))


def test_the_place_that_a_story_opens_with_is_nobody() -> None:
    opening = "PORT LESK — Engineers opened two of the four sluice gates of"
    assert names(dump("04/02/2024 06:15:00 PM", opening)) == []
    assert names(dump("04/02/2024 06:15:00 PM", "Petra Voln — Lesk Courier")) == ["Petra Voln"]


def test_a_byline_below_the_headline_goes_before_an_agency_above_it() -> None:
    article = clean("\n".join(("Reuters", TITLE, "By Petra Voln", "March 12, 2024 9:14 AM", *BODY)), kind="text")
    assert names(article) == ["Petra Voln"]
    agency = clean("\n".join(("Reuters", TITLE, "March 12, 2024 9:14 AM", *BODY)), kind="text")
    assert names(agency) == ["Reuters"]


@pytest.mark.parametrize("line", ["Mia Holt / LNN / Updated: Mar 5, 2024, 11:05 IST", "Mia Holt/March 5, 2024"])
def test_slashes_part_a_name_from_an_agency_and_a_date(line: str) -> None:
    assert names(dump(line)) == ["Mia Holt"]


@pytest.mark.parametrize("line", ["Food/March 5, 2024", "Harbour Life / Boats and Crews / March 5, 2024"])
def test_a_section_and_a_date_behind_slashes_are_nobody(line: str) -> None:
    assert names(dump(line)) == []


def test_a_byline_behind_its_date_goes_before_a_breadcrumb_above_the_headline() -> None:
    lines = ("Harbour Repair Mistakes", TITLE, "March 5, 2024 by Mia Holt", "", *(f"{line}\n" for line in BODY))
    assert names(clean("\n".join(lines), kind="text")) == ["Mia Holt"]


MENU = ("Home", "News", "Harbour", "Weather", "Letters", "Sport", "Notices", "Culture", "Archive", "Contact")


def test_bylines_and_agencies_of_other_stories_far_below_are_not_the_storys() -> None:
    card = ("Goats eat the mayor's hedge", "By Greg Orr", "Harbour opens at noon", "Reuters")
    rail = [line for number in range(6) for line in (f"Boats of pier {number}", *card)]
    article = clean("\n".join((TITLE, "", *(f"{line}\n" for line in BODY), *MENU, "Most read", *rail)), kind="text")
    assert names(article) == []
    assert article.agencies == ()


def test_who_wrote_a_comment_is_no_author() -> None:
    story = "".join(f"{line} {line}\n\n" for line in BODY)
    said = "She sank twice in those three winters, and nobody in the office would say who had raised her."
    comments = "".join(
        f"Report this comment\n2024-03-{day} 09:00:42 AM\nPosted by: {name}\n{said}\n\n"
        for day, name in ((12, "Klara Sel"), (13, "Tom Ong"), (14, "Deb Yend"))
    )
    assert names(clean(f"{TITLE}\n\n{story}Comments\n{comments}", kind="text")) == []


def test_comments_of_a_page_go_by_their_heads_and_do_not_bring_the_brake_down() -> None:
    story = "".join(f"<p>{line}</p>" for line in BODY)
    said = " ".join(f"She sank twice in winter {number}, and was sold to another harbour." for number in range(9))
    comments = "".join(
        f"<div>Ann {chr(65 + number)}. • 12 March 2024, 10:{10 + number} am • Reply</div><p>{number}: {said}</p>"
        for number in range(26)
    )
    article = clean(f"<h1>{TITLE}</h1>{story}<section>26 Comments • Add a comment{comments}</section>", kind="html")
    assert [warning.code for warning in article.warnings if warning.code == "brake"] == []
    assert article.text.split("\n\n") == list(BODY)


@pytest.mark.parametrize("section", ["Uncategorized", "Sin categoría", "Без рубрики"])
def test_the_section_of_stories_without_one_is_none_of_a_name(section: str) -> None:
    for read in (page, dump):
        assert names(read(f"Petra Voln {section} March 5, 2024 3 Minutes")) == ["Petra Voln"]


def test_the_markup_of_a_comment_names_no_author() -> None:
    assert names(page("</p><div class='comment-author vcard'>Petra Voln</div><p>")) == []


@pytest.mark.parametrize("stamp", ["Mar 5, 2024", "March 5, 2024 2:07 pm UTC"])
def test_a_name_and_a_date_on_one_line_below_the_headline_are_none_of_the_text(stamp: str) -> None:
    article = dump(f"Petra Voln - {stamp}")
    assert names(article) == ["Petra Voln"]
    assert article.text.split("\n\n")[0] == BODY[0]


def test_a_link_to_the_story_before_is_nobody() -> None:
    for read in (page, dump):
        assert names(read("« Balloon Parade", "March 5, 2024")) == []


def test_hours_within_the_element_of_a_story_are_no_comments() -> None:
    story = "".join(f"<p>{line}</p>" for line in BODY * 3)
    hours = "".join(f"<p>Tuesday, March {day}, 2024, 10:15 am</p><p>{line}</p>" for day, line in enumerate(BODY, 12))
    within = clean(f"<article><h1>{TITLE}</h1>{story}{hours}</article>", kind="html")
    beside = clean(f"<article><h1>{TITLE}</h1>{story}</article><section>{hours}</section>", kind="html")
    assert sum(block.role == "comment" for block in within.blocks) == 0
    assert sum(block.role == "comment" for block in beside.blocks) > 2


@pytest.mark.parametrize(
    "box",
    [
        ("Petra Voln · The Associated Press · Posted: Mar 05, 2024 12:47 AM EDT | Last Updated: March 6",),
        ("Petra Voln", "Lesk", "The Associated Press"),
        ("Petra Voln, CP24.com Managing Digital Producer", "Published Monday, March 4, 2024 11:28AM EDT"),
    ],
)
def test_a_name_beside_its_agency_is_the_author(box: tuple[str, ...]) -> None:
    assert names(dump(*box, "", *BODY[:1])) == ["Petra Voln"]


def test_a_byline_below_the_second_copy_of_the_story_is_its_own() -> None:
    copies = "".join(f"{line}\n\n" for line in BODY * 2)
    assert names(clean(f"{TITLE}\n\n{copies}By Petra Voln\n", kind="text")) == ["Petra Voln"]


HAN_TITLE = "渡轮在船坞停了三个冬天之后重新起航"
HAN_BODY = (
    "渡轮从周一起重新起航，莱斯克港务局说，它在船坞里停了三个冬天，工人换了四百个铆钉和两台水泵。",
    "自洪水以来它没有离开过码头，在随后的三个冬天里没有人给它上过漆，船长说钥匙一直放在厨房里。",
    "发动机的修理比计划的时间长，因为有两台水泵卖给了另一个港口，直到去年秋天才从那里买了回来。",
)


def han(*lines: str, meta: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f'<head><title>{HAN_TITLE}</title><meta name="author" content="{meta}"></head>'
    return f'<html lang="zh">{head}<body><article><h1>{HAN_TITLE}</h1>{body}</article></body></html>'


@pytest.mark.parametrize(
    "lines",
    [
        (f"本报讯（记者 陆一舟）{HAN_BODY[0]}", *HAN_BODY[1:], "责任编辑：廖晴"),
        (*HAN_BODY[:2], f"{HAN_BODY[2]}（记者 陆一舟）", "责任编辑：廖晴"),
        (*HAN_BODY[:2], f"{HAN_BODY[2]}（陆一舟）", "责任编辑：廖晴"),
    ],
)
def test_the_reporter_whom_a_chinese_story_names_stands_before_its_editor(lines: tuple[str, ...]) -> None:
    article = clean(han(*lines), kind="html")
    assert [(author.name, author.role) for author in article.authors] == [("陆一舟", "reporter"), ("廖晴", "editor")]
    assert article.byline is not None
    assert article.byline.startswith("（")
    assert "陆一舟" in article.text


def test_the_reporter_in_a_chinese_story_is_believed_before_an_outlet_in_the_markup() -> None:
    told = (*HAN_BODY[:2], f"{HAN_BODY[2]}（记者 陆一舟）")
    assert names(clean(han(*told, meta="江畔科技"), kind="html")) == ["陆一舟"]
    assert names(clean(han(*HAN_BODY, meta="江畔科技"), kind="html")) == ["江畔科技"]


def test_brackets_on_a_page_without_a_story_name_nobody() -> None:
    assert names(clean("首页\n新闻\n（陆一舟）\n天气\n", kind="text")) == []
