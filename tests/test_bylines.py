"""Bylines: the names that printed lines and author fields give, in many languages, and what only looks like one."""

import pytest

from newsclean.conventions.who.agencies import agencies, agency
from newsclean.conventions.who.bios import about
from newsclean.conventions.who.bylinegate import may_be_bylines
from newsclean.conventions.who.bylines import read_byline, read_names
from newsclean.conventions.who.credits import is_name
from newsclean.conventions.who.hanbylines import read_han_closing
from newsclean.conventions.who.koreanbylines import read_korean_closing
from newsclean.folding import fold_lines

PRINTED = [
    ("By Jane Doe", ["Jane Doe"]),
    ("BY JANE DOE AND JOHN ROE", ["JANE DOE", "JOHN ROE"]),
    ("By Jane Doe, health and science reporter", ["Jane Doe"]),
    ("By Jane Doe, Courier harbour and ferries correspondent", ["Jane Doe"]),
    ("By Center for Coastal Policy", ["Center for Coastal Policy"]),
    ("By News Service of Lesk", ["News Service of Lesk"]),
    ("By Jane Doe of the Courier", ["Jane Doe"]),
    ("By JANE DOE AP Science Writer", ["JANE DOE"]),
    ("By Jane Doe Medical correspondent", ["Jane Doe"]),
    ("By Jane Doe LeskCourier.com", ["Jane Doe", "LeskCourier.com"]),
    ("記者：陸一舟 廖晴明 嘉義報導", ["陸一舟", "廖晴明"]),
    ("記者：陸一舟 廖晴明報導", ["陸一舟", "廖晴明"]),
    ("By Jane Doe, AFP By Jane Doe, AFP", ["Jane Doe", "AFP"]),
    ("By Jane Doe, John Q. Roe and Mia van der Berg in Hanoi", ["Jane Doe", "John Q. Roe", "Mia van der Berg"]),
    ("By John A. Roe and Mia E Holt", ["John A. Roe", "Mia E Holt"]),
    ("BY JOHN I. ROE E MIA HOLT", ["JOHN I. ROE", "MIA HOLT"]),
    ("Av Per Holt och Mia Berg", ["Per Holt", "Mia Berg"]),
    ("By Mia Holt For the Example Post", ["Mia Holt"]),
    ("By Mia Holt Transport correspondent", ["Mia Holt"]),
    ("By Mia Holt Twitter", ["Mia Holt"]),
    ("Author: Mia Holt [email protected]", ["Mia Holt"]),
    ("By Mia Holt | [email\u00a0protected]", ["Mia Holt"]),
    ("By Mia Holt Facebook LinkedIn", ["Mia Holt"]),
    ("By Mia Holt@miaholt Dec 6, 2016, 4:08pm EST", ["Mia Holt"]),
    ("Reviewed by Ben Carr, MD — Written by Mia Holt — Updated on March 5, 2024", ["Mia Holt", "Ben Carr, MD"]),
    ("Submitted by Mia Holt on Mon, 11/14/2022 - 16:05", ["Mia Holt"]),
    ("Gespeichert von Mia Holt am Mo., 14.11.2022 - 16:05", ["Mia Holt"]),
    ("By Jane Doe, Mia van der Berg, and John Q. Roe", ["Jane Doe", "Mia van der Berg", "John Q. Roe"]),
    ("By Jane Doe, Staff Writer", ["Jane Doe"]),
    ("By Jane Doe - Associated Press - Friday, April 28, 2023", ["Jane Doe"]),
    ("by Jane Doe Apr. 28, 2023 1:15 pm", ["Jane Doe"]),
    ("Written by Jane Doe", ["Jane Doe"]),
    ("By Jane Doe March 18 at 12:22 PM Follow @JaneDoe", ["Jane Doe"]),
    ("By Jane Doe, Post Senior Supreme Court Analyst", ["Jane Doe"]),
    ("Von Anna Groß und Ben Weiß", ["Anna Groß", "Ben Weiß"]),
    ("Von: Anna Groß", ["Anna Groß"]),
    ("Von Anna Groß, Redakteurin 09.09.2025, 09:58 Uhr", ["Anna Groß"]),
    ("Ein Kommentar von Anna Groß", ["Anna Groß"]),
    ("Veröffentlicht von Anna Groß", ["Anna Groß"]),
    ("Text & Fotos: Anna Groß", ["Anna Groß"]),
    ("By Mia Holt Published in Harbor Notes December 14, 2016 2:24 pm", ["Mia Holt"]),
    ("Text och foto: Per Holt", ["Per Holt"]),
    ("Datum 12.03.2024 Kategorie: Stadt Von: Anna Groß", ["Anna Groß"]),
    ("12.03.2024 | Kategorie: Stadt, Region | Autor: Anna Groß", ["Anna Groß"]),
    ("Date : 12 mars 2024 Rubrique : Culture Par : Luc Petit", ["Luc Petit"]),
    ("By Con Holt", ["Con Holt"]),
    ("BY JANE DOE, DAN ROE", ["JANE DOE", "DAN ROE"]),
    ("Da Redação, São Paulo", ["Redação"]),
    ("Por Redacción, Buenos Aires", ["Redacción"]),
    ("Da Redação, com Reuters", ["Redação", "Reuters"]),
    ("Por Rita Vale, Da Redação", ["Rita Vale", "Da Redação"]),
    ("Von Anna Groß Stand: 5. März 2024", ["Anna Groß"]),
    ("Authors: Jane Doe and John Roe, Extension horticulture educators", ["Jane Doe", "John Roe"]),
    ("Por Nerea Goñi", ["Nerea Goñi"]),
    ("Texto: Nerea Goñi", ["Nerea Goñi"]),
    ("Par Solène Guimard et Luc Petit", ["Solène Guimard", "Luc Petit"]),
    ("Reportagem de Rita Vale", ["Rita Vale"]),
    ("di Fiamma Colaci", ["Fiamma Colaci"]),
    ("A cura di Fiamma Colaci", ["Fiamma Colaci"]),
    ("Автор: Глеб Ростовцев", ["Глеб Ростовцев"]),
    ("记者 蒋凌", ["蒋凌"]),
    ("江畔日报记者 陆一舟 廖晴", ["陆一舟", "廖晴"]),
    ("【江畔報╱記者陸一舟／即時報導】", ["陸一舟"]),
    ("【江畔晚報╱記者陸一舟、廖晴／台北報導】 | 2024.03.12 06:40 pm", ["陸一舟", "廖晴"]),
    ("发布时间：2024-03-12 17:21:17 【编辑：廖晴】", ["廖晴"]),
    ("采写：江畔见习记者 林沐", ["林沐"]),
    ("2019-09-26 12:11来源：江畔新闻网作者：李在川", ["李在川"]),
    ("作者：未知 责任编辑：林沐", ["林沐"]),
    ("作者：李明 王芳", ["李明", "王芳"]),
    ("記者王小明／台北報導", ["王小明"]),
    ("〔記者王小明／台北報導〕", ["王小明"]),
    ("来源：江岸晚报 作者：陈晓燕", ["陈晓燕"]),
    ("作者：陈晓燕 来源：江岸晚报", ["陈晓燕"]),
    ("2024-03-05 09:12 来源：新华网 作者：张三", ["张三"]),
    ("来源：江岸晚报  作者：陈晓燕、李明  编辑：王芳", ["陈晓燕", "李明", "王芳"]),
    ("作者：陈晓燕 来源：江岸晚报 2024-03-05 09:12", ["陈晓燕"]),
    ("2024-06-18 09:20 記者許予安／海口報導", ["許予安"]),
    ("取材・文：田中一郎", ["田中一郎"]),
    ("著者：松村花子", ["松村花子"]),
    ("文● オカモト／港湾編集部", ["オカモト", "港湾編集部"]),
    ("□ 本报记者 陆一舟", ["陆一舟"]),
    ("本报实习生 陆一舟 廖晴", ["陆一舟", "廖晴"]),
    ("本报记者 陆一舟 柯尔曼别 安泽", ["陆一舟", "柯尔曼别", "安泽"]),
    ("本报记者陆一舟发自北京", ["陆一舟"]),
    ("江畔日报记者 陆一舟 河口县报道", ["陆一舟"]),
    ("江畔记者：陆一舟 江畔编辑：廖晴", ["陆一舟", "廖晴"]),
    ("记者丨陆一舟", ["陆一舟"]),
    ("文丨陆一舟 编辑丨廖晴", ["陆一舟", "廖晴"]),
    ("文/图 本报记者 陆一舟", ["陆一舟"]),
    ("江畔晚报全媒体记者 陆一舟 通讯员 廖晴 文/图", ["陆一舟", "廖晴"]),
    ("（通讯员 廖晴 记者 陆一舟）", ["廖晴", "陆一舟"]),
    ("江畔新闻·河口商报记者陆一舟/文受访者供图", ["陆一舟"]),
    ("整合 江畔日报·河口记者 陆一舟", ["陆一舟"]),
    ("江畔网河口频道 记者 陆一舟", ["陆一舟"]),
    ("作者：陆一舟 时间：2025-08-22 19:13:18", ["陆一舟"]),
    ("时间：2025年10月21日14:18 作者：陆一舟 我来说两句(0)", ["陆一舟"]),
    ("2025-11-05 阅读：8169 来源:转载 作者:陆一舟", ["陆一舟"]),
    ("执笔人：陆一舟 廖晴", ["陆一舟", "廖晴"]),
    ("采写/陆一舟", ["陆一舟"]),
    ("編譯陸一舟／綜合報導", ["陸一舟"]),
    ("記者陸一舟台北報導", ["陸一舟"]),
    ("【江畔晚報╱記者陸一舟／整理】", ["陸一舟"]),
    ("圖、文／陸一舟", ["陸一舟"]),
    ("作者：陸一舟（江畔大學教授）", ["陸一舟"]),
    ("陆一舟/文", ["陆一舟"]),
    ("홍길동 기자", ["홍길동"]),
    ("강변신문 홍길동 기자", ["홍길동"]),
    ("[강변신문 홍길동 기자]", ["홍길동"]),
    ("글·사진 홍길동 기자", ["홍길동"]),
    ("홍길동·김영희 기자 hong@river.example", ["홍길동", "김영희"]),
    ("입력 2025.03.05 홍길동 기자", ["홍길동"]),
    ("기자명 홍길동", ["홍길동"]),
    ("홍길동 기자 이메일 보내기", ["홍길동"]),
    ("[홍길동 KB스타 기자]", ["홍길동"]),
    ("P.V. avec AFP", ["P.V.", "AFP"]),
    ("PV avec AFP", ["PV", "AFP"]),
    ("Par Le Courrier avec AFP", ["Le Courrier", "AFP"]),
    ("Par Service vidéo du Courrier (avec Reuters)", ["Service vidéo du Courrier", "Reuters"]),
    ("Par Luc Petit pour Le Courrier (avec AFP)", ["Luc Petit", "AFP"]),
    ("di F. Q. | 19 aprile 2023", ["F. Q."]),
    ("Reportage Anne Petit, Luc Grand", ["Anne Petit", "Luc Grand"]),
    ("By Ann Holt and Rich Moor Reuters", ["Ann Holt", "Rich Moor", "Reuters"]),
    ("By Jill Holt And Colleen Long, The Associated Press", ["Jill Holt", "Colleen Long", "The Associated Press"]),
    ("Authored by: Mia Holt Produced by: Ben Carr", ["Mia Holt", "Ben Carr"]),
    ("بقلم: ليلى القاسمي", ["ليلى القاسمي"]),
    ("लेखक: रवि वर्मा", ["रवि वर्मा"]),
    ("Tác giả: Trần Văn Nam", ["Trần Văn Nam"]),
    ("Haber: Tolga Emirhan", ["Tolga Emirhan"]),
    ("Penulis: Ratna Wilujeng", ["Ratna Wilujeng"]),
    ("By Jane Doe ⋅ Review Editor ⋅ Updated November 18, 2025", ["Jane Doe"]),
    ("By Jane Doe, Mia Berg Reviewed by John Roe, MD", ["Jane Doe", "Mia Berg"]),
    ("By Mia Holt, Science Correspondent", ["Mia Holt"]),
    ("Publié le 5 mars 2024 à 18h30 par Luc Petit", ["Luc Petit"]),
    ("Posted on March 5, 2024 by Jane Doe in News", ["Jane Doe"]),
    ("Publicado el 5 de marzo de 2024 por Nerea Goñi", ["Nerea Goñi"]),
    ("By Dr. Mia Holt", ["Dr. Mia Holt"]),
    ("By J. R. Müller", ["J. R. Müller"]),
    ("By Reuters staff", ["Reuters staff"]),
    ("By MIA HOLT and AFP", ["MIA HOLT", "AFP"]),
    ("By MIA HOLT Associated Press", ["MIA HOLT", "Associated Press"]),
    ("By Mia Holt The Associated Press", ["Mia Holt", "The Associated Press"]),
    ("Von Ben Weiß AFP", ["Ben Weiß", "AFP"]),
    ("מאת: נועם שרעבי", ["נועם שרעבי"]),
    ("מאת נועם שרעבי", ["נועם שרעבי"]),
    ("خبرنگار: مریم احمدی", ["مریم احمدی"]),
    ("نویسنده: مریم احمدی", ["مریم احمدی"]),
    ("โดย : สมชาย ทองดี", ["สมชาย ทองดี"]),
    ("โดย สมชาย ทองดี", ["สมชาย ทองดี"]),
    ("Mwandishi: Fatuma Juma", ["Fatuma Juma"]),
    ("নিজস্ব প্রতিবেদক", ["নিজস্ব প্রতিবেদক"]),
    ("নিজস্ব প্রতিবেদক, সুনামগঞ্জ", ["নিজস্ব প্রতিবেদক"]),
    ("Haber Merkezi", ["Haber Merkezi"]),
    ("Guest column by Mia Holt", ["Mia Holt"]),
    ("By Mia Holt PA", ["Mia Holt PA"]),
    ("By Mia Reuters Holt", ["Mia Reuters Holt"]),
    ("Von Ben Weiß, dpa", ["Ben Weiß", "dpa"]),
    ("Por Nerea Goñi y Pau Serra", ["Nerea Goñi", "Pau Serra"]),
    ("Por Rita Vale e Caio Prado", ["Rita Vale", "Caio Prado"]),
    ("Par Luc Petit (avec AFP)", ["Luc Petit", "AFP"]),
    ("di Fiamma Colaci e Ugo Reni", ["Fiamma Colaci", "Ugo Reni"]),
    ("Текст: Глеб Ростовцев", ["Глеб Ростовцев"]),
    ("كتبت ليلى القاسمي", ["ليلى القاسمي"]),
    ("रिपोर्ट: रवि वर्मा", ["रवि वर्मा"]),
    ("Yazan: Tolga Emirhan", ["Tolga Emirhan"]),
    ("Laporan: Ratna Wilujeng", ["Ratna Wilujeng"]),
    ("Bài và ảnh: Trần Văn Nam", ["Trần Văn Nam"]),
    ("文／王小明", ["王小明"]),
    ("AFP", ["AFP"]),
    ("By Associated Press", ["Associated Press"]),
    ("Source: Reuters", ["Reuters"]),
]
FURTHER = [
    ("By Mia Holt Illustration by Claire Lund", [("Mia Holt", "reporter"), ("Claire Lund", "contributor")]),
    ("Von Anna Groß Illustration von Ben Weiß", [("Anna Groß", "reporter"), ("Ben Weiß", "contributor")]),
    ("Text: Anna Groß Foto: Ben Weiß", [("Anna Groß", "reporter"), ("Ben Weiß", "photographer")]),
    ("Texte : Anne Petit – Photos : Luc Petit", [("Anne Petit", "reporter"), ("Luc Petit", "photographer")]),
    ("Penulis: Ratna Wilujeng | Editor: Citra Dewi", [("Ratna Wilujeng", "reporter"), ("Citra Dewi", "editor")]),
    ("Testo di Fiamma Colaci, foto di Ugo Reni", [("Fiamma Colaci", "reporter"), ("Ugo Reni", "photographer")]),
    ("By Mia Holt; photographs by Ben Carr", [("Mia Holt", "reporter"), ("Ben Carr", "photographer")]),
    ("By Mia Holt, edited by Ben Carr", [("Mia Holt", "reporter"), ("Ben Carr", "editor")]),
    ("By Mia Holt, Photo Editor", [("Mia Holt", "reporter")]),
    ("By Mia Holt Photo by Staff", [("Mia Holt", "reporter")]),
    ("By Mia Holt Image: Getty Images", [("Mia Holt", "reporter")]),
    ("By Mia Holt, medically reviewed by Ben Carr", [("Mia Holt", "reporter")]),
]
NO_BYLINES = [
    "市教育局记者 招待会",
    "作者最新文章",
    "作者：佚名",
    "By Monday, 40 bodies had been found",
    "By Monday",
    "By Jane Doe, health and safety",
    "Published 5 March 2024 by order",
    "著者インタビュー",
    "文化新闻",
    "記者一覽",
    "责任编辑：newsroom",
    "Kategorie: Stadt",
    "Ihre Kategorie: Stadt Von: Anna Groß",
    "Mit Müller",
    "Con Nerea Goñi",
    "記者ページ",
    "By the way",
    "By Author Hub",
    "By Default Title",
    "Published 5 March 2024 by order of the council",
    "Posted on March 5, 2024 by admin",
    "Publié le 5 mars 2024 par temps de pluie",
    "5 marzo 2024 Di Maio",
    "By popular demand",
    "Di Maio ha incontrato il premier",
    "Di Maio",
    "Von der Leyen sagte",
    "Von der Leyen",
    "De la Cruz gana la etapa",
    "Por primera vez en la historia",
    "Par temps de pluie",
    "Theo Bộ Y tế, số ca mắc đã giảm",
    "Text messaging",
    "AFP said on Monday",
    "Written by a committee, the report pleases nobody.",
    "Author of three novels",
    "By our correspondent",
    "By land and by sea",
    "By Tuesday the road was open",
    "Paris Jackson sings at the harbour",
    "London Breed loses the vote",
    "Von Montag an gilt der neue Fahrplan",
    "Por fin llega la lluvia",
    "Por que a ponte fechou",
    "Par la fenêtre",
    "De Gaulle était là",
    "Da Roma a Napoli",
    "Di chi è la colpa",
    "Текст закона опубликован",
    "Автор романа умер в Москве",
    "رسالة من القارئ",
    pytest.param("كتبت المدينة تاريخها بنفسها", marks=pytest.mark.xfail(reason="known failure", strict=True)),
    "लेखक ने पुरस्कार लौटाया",
    "रिपोर्ट में क्या है",
    "Haber ajansı kuruldu",
    "Yazar evinde ölü bulundu",
    "Laporan keuangan desa terbit",
    "Oleh karena itu, jembatan ditutup",
    "Theo ông Nam, giá tăng",
    "خبرنگار ایرانی آزاد شد",
    "نویسنده کتاب درگذشت",
    "โดย ทีมข่าวภูมิภาค",
    "โดย นายกรัฐมนตรีกล่าวว่าจะเปิดสะพาน ในวันจันทร์",
    "প্রতিবেদক হিসেবে কাজ শুরু",
    "নিজস্ব প্রতিবেদক জানান, সেতুটি খুলে দেওয়া হয়েছে",
    "Haber Merkezi yeni binasına taşındı",
    "Mwandishi wa vitabu afariki",
    "作者不详的一封信",
    "来源：江岸晚报 编辑部的故事：春天",
    "资料来源：作者：一个被遗忘的职业",
    "文化の日に祭り",
    "文字の大きさ",
    "文章の長さ",
    "記者調查",
    "編輯精選",
    "编辑推荐",
    "作者為江畔大學教授",
    "作者：网络整理",
    "记者们都说会议很长",
    "首页 / 图片 / 正文",
    "时间：2025年10月21日 地点：江畔公园",
    "评论(5) 阅读(1660)",
    "현장 기자",
    "전문 기자 모집",
    "홍길동 기자가 다리를 건넜다",
    "글 목록",
    "Par exemple avec Reuters",
    "Par accord avec Reuters",
    "La France avec AFP",
    "Von Anfang an mit dpa",
    "By Monday with AP",
]


@pytest.mark.parametrize(("line", "credited"), FURTHER)
def test_further_credits_of_a_byline_have_their_role(line: str, credited: list[tuple[str, str]]) -> None:
    read = read_byline(line)
    assert read is not None
    assert [(credit.name, credit.role) for credit in read.credits] == credited
    assert [(credit.name, credit.role) for credit in read_names(line)] == credited


def test_japanese_names_with_a_part_behind_each_are_credited_by_it() -> None:
    named = read_names("Eric Fosse　著、松村 花子　監訳、山田 太郎　訳、オカモト 写真")
    roles = ["reporter", "contributor", "contributor", "photographer"]
    assert [who.name for who in named] == ["Eric Fosse", "松村 花子", "山田 太郎", "オカモト"]
    assert [who.role for who in named] == roles
    assert read_byline("山田 太郎　訳") is None


def test_who_took_the_pictures_and_who_edited_stand_behind_who_sent_a_chinese_story_in() -> None:
    read = read_byline("渡轮公司宣传科供稿 摄影/张艳 编辑/苏芳")
    assert read is not None
    assert [(credit.name, credit.role) for credit in read.credits] == [("张艳", "photographer"), ("苏芳", "editor")]


BARE = [
    ("Chris Holt, CP24.com Managing Digital Producer", ["Chris Holt"]),
    ("Maxime Petit, Mis à jour le 11 Avril 2023 14:44", ["Maxime Petit"]),
    ("ज्योति वर्मा, संवाददाता", ["ज्योति वर्मा"]),
    ("홍길동 (hong@river.example)", ["홍길동"]),
    ("和田基宏2023年4月2日 21時01分", ["和田基宏"]),
    ("【和田基宏】", ["和田基宏"]),
    ("編集委員・和田基宏", ["和田基宏"]),
]


@pytest.mark.parametrize(("line", "names"), BARE)
def test_a_line_in_the_box_of_a_byline_gives_its_names(line: str, names: list[str]) -> None:
    read = read_byline(line, bare=True)
    assert read is not None
    assert [credit.name for credit in read.credits] == names


@pytest.mark.parametrize(
    "line", ["山口県", "福島市", "高橋一生さん", "Desolate Lage im Eislauf Große will bald zur Presse gehen"]
)
def test_a_place_and_a_sentence_in_the_box_of_a_byline_are_none(line: str) -> None:
    assert read_byline(line, bare=True) is None


def test_what_goes_on_in_quotes_is_no_name() -> None:
    assert read_byline("Geleakte Brücken-Dokumente – „Ein hohes Risiko“", bare=True) is None


def test_an_author_field_names_what_a_body_is_called_and_not_what_it_is() -> None:
    assert [credit.name for credit in read_names("Le Courrier, magazine")] == ["Le Courrier"]
    assert [credit.name for credit in read_names("P.V. avec AFP")] == ["P.V.", "AFP"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("강변 뉴스 홍길동입니다.", ["홍길동"]),
        ("홍길동 기자입니다.", ["홍길동"]),
        ("현장 기자입니다.", []),
        ("홍길동입니다.", []),
    ],
)
def test_a_reporter_of_a_korean_broadcast_is_announced_or_takes_leave(line: str, names: list[str]) -> None:
    assert [credit.name for credit in read_korean_closing(line)] == names


def test_a_chinese_line_gives_each_its_role() -> None:
    lines = {
        "文 陆一舟 图 廖晴": [("陆一舟", "reporter"), ("廖晴", "photographer")],
        "新华社记者廖晴摄": [("廖晴", "photographer")],
        "記者廖晴／攝影": [("廖晴", "photographer")],
        "编辑|廖晴 责编|陆一舟": [("廖晴", "editor"), ("陆一舟", "editor")],
        "译者：廖晴": [("廖晴", "contributor")],
        "文：江畔科技": [("江畔科技", "reporter")],
    }
    for line, credited in lines.items():
        read = read_byline(line)
        assert read is not None
        assert [(credit.name, credit.role) for credit in read.credits] == credited


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("大桥周五重新开放。（记者 陆一舟）", ["陆一舟"]),
        ("“我们等了三年。”（江畔网 陆一舟）", ["陆一舟"]),
        ("大桥周五重新开放。(江畔网/陆一舟)", ["陆一舟"]),
        ("大桥周五重新开放。(陆一舟/编译)", ["陆一舟"]),
        ("大桥周五重新开放。(陆一舟 发自上海)", ["陆一舟"]),
        ("大桥周五重新开放。（陆一舟 廖晴 ）", ["陆一舟", "廖晴"]),
        ("大桥周五重新开放。（总台记者 柯尔曼别）", ["柯尔曼别"]),
        ("（陆一舟）", ["陆一舟"]),
        ("橋は金曜日に再開した。（和田基宏）", ["和田基宏"]),
        ("橋は金曜日に再開した。（政治部 和田基宏）", ["和田基宏"]),
        ("橋は金曜日に再開した。【ワシントン＝和田基宏】", ["和田基宏"]),
        ("橋は金曜日に再開した。【和田 基宏、鈴木花子】", ["和田 基宏", "鈴木花子"]),
        ("橋は金曜日に再開した。（山口県）", []),
        ("橋は金曜日に再開した。（小池都知事）", []),
        ("橋は金曜日に再開した。（敬称略）", []),
        ("大橋週五重新開放。（林歆芳攝）", []),
        ("大桥重新开放（陆一舟）", []),
        ("大桥周五重新开放。（江畔网）", []),
        ("大桥周五重新开放。（详见第三版）", []),
        ("大桥周五重新开放。（记者手记）", []),
        ("大桥周五重新开放。（完）", []),
    ],
)
def test_brackets_at_the_end_of_a_chinese_story_say_who_wrote(paragraph: str, names: list[str]) -> None:
    assert [credit.name for credit in read_han_closing(paragraph)] == names


def test_who_only_drew_is_no_reporter() -> None:
    assert [(who.name, who.role) for who in read_names("Illustration by Claire Lund")] == [
        ("Claire Lund", "contributor")
    ]


@pytest.mark.parametrize(("line", "names"), PRINTED)
def test_a_printed_byline_gives_its_names(line: str, names: list[str]) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert [credit.name for credit in byline.credits] == names


@pytest.mark.parametrize("line", NO_BYLINES)
def test_a_near_miss_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Jane Doe; John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe and AFP", ["Jane Doe", "John Roe", "AFP"]),
        ("Jane Doe, MD", ["Jane Doe, MD"]),
        ("Lesk Institute for Coastal Safety", ["Lesk Institute for Coastal Safety"]),
        ("Jane Doe for The Courier", ["Jane Doe"]),
        ("<author>陆一舟</author>", ["陆一舟"]),
        ("Jane DoeMar 5th, 2024, 8:27 am", ["Jane Doe"]),
        ("Jane Doe Twitter Mar 5, 2024, 7:34 pm", ["Jane Doe"]),
        ("Felix Frei und Jörg Sand, dpa", ["Felix Frei", "Jörg Sand", "dpa"]),
        ("JANE DOE and", ["JANE DOE"]),
        ("Jane Doe,", ["Jane Doe"]),
        ("jane", ["jane"]),
        ("Editorial Team", ["Editorial Team"]),
        ("https://example.org/author/jane", []),
        ("@janedoe", []),
        ("", []),
    ],
)
def test_an_author_field_gives_its_names(value: str, names: list[str]) -> None:
    assert [credit.name for credit in read_names(value)] == names


@pytest.mark.parametrize(
    "line",
    [
        "Editor: Ratna Wilujeng",
        "Editör: Tolga Emirhan",
        "Редактор: Глеб Ростовцев",
        "تحرير: ليلى القاسمي",
        "责编：王芳",
    ],
)
def test_who_edited_is_an_editor(line: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert [credit.role for credit in byline.credits] == ["editor"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("September 1st, 2023 By Jane Doe", "Jane Doe"),
        ("MARCH 5, 2024 BY JANE DOE LEAVE A COMMENT", "JANE DOE"),
        ("05.03.2024 von Anna Groß", "Anna Groß"),
        ("05.03.2024 von Ben Weiß", "Ben Weiß"),
        ("Veröffentlicht am 05.03.2024 von Anna Groß", "Anna Groß"),
        ("5 marzo 2024 di Fiamma Colaci", "Fiamma Colaci"),
        ("5 maart 2024 Mia van der Berg", "Mia van der Berg"),
        ("Jane Doe Tuesday 05 March 2024 17:22 GMT Comments", "Jane Doe"),
        ("Jane Doe Tue 5 Mar 2024 17.22 GMT", "Jane Doe"),
        ("Jane Friday 5 March 2024", "Jane Friday"),
    ],
)
def test_neither_a_marker_nor_a_day_beside_a_date_is_part_of_the_name(line: str, name: str) -> None:
    dated = read_byline(line, bare=True)
    assert dated is not None
    assert [credit.name for credit in dated.credits] == [name]


@pytest.mark.parametrize(
    "line",
    ["👤by Jane Doe  Comments 📅31.03.2025 16:56:46", "✍️ By Jane Doe", "05.03.2024 von Jane Doe Lesezeit: 3 Min."],
)
def test_icons_and_reading_times_are_none_of_a_byline(line: str) -> None:
    read = read_byline(line)
    assert read is not None
    assert [credit.name for credit in read.credits] == ["Jane Doe"]
    assert read_byline("© REUTERS") is None


def test_a_single_word_behind_a_date_and_a_preposition_is_a_name() -> None:
    read = read_byline("March 5, 2024 by LeskWatch 15 Comments")
    assert read is not None
    assert [credit.name for credit in read.credits] == ["LeskWatch"]
    assert read_byline("March 5, 2024 by order") is None


def test_a_team_that_has_the_name_of_its_site_is_a_byline_where_the_place_says_so() -> None:
    team = read_byline("WQRV Staff", bare=True)
    assert team is not None
    assert [(credit.name, credit.kind) for credit in team.credits] == [("WQRV Staff", "organization")]
    assert read_byline("WQRV Staff") is None
    assert [read_byline(line, bare=True) for line in ("Our Staff", "Editorial Staff", "Contact Newsroom")] == [None] * 3


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Katya Lorne, Science Editor", ["Katya Lorne"]),
        ("Katya Lorne Senior Politics Editor", ["Katya Lorne"]),
        ("谢若含2017-03-01 14:27:02", ["谢若含"]),
        ("Real Estate, Sport", []),
        ("Thoughts at Random, Technology", []),
        ("更新日 2017-03-01", []),
    ],
)
def test_a_bare_name_has_a_calling_or_a_date_behind_it(line: str, named: list[str]) -> None:
    read = read_byline(line, bare=True)
    assert ([credit.name for credit in read.credits] if read is not None else []) == named


def test_a_bare_line_without_a_name_is_nobody() -> None:
    assert read_byline("ポスト", bare=True) is None
    assert read_byline("11.07.2026 - 09:58 Uhr Stuttgart", bare=True) is None


def test_bodies_are_told_from_people() -> None:
    assert [credit.kind for credit in read_names("Jane Doe; Reuters; The Example Newsroom")] == [
        "person",
        "organization",
        "organization",
    ]


@pytest.mark.parametrize("text", ["Ludwig van Beethoven", "J. R. Müller", "O’Brien Smith", "MTHOBISI SITHOLE"])
def test_a_name_is_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Filed Under",
        "SHUTTERSTOCK",
        "Social Media",
        "Εγγραφή Αποθήκευση",
        "Блог Капитана",
        "Read More",
        "12 March",
        "the Mayor of Rome",
        "Minutes Ago",
    ],
)
def test_a_label_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_agencies_are_known_by_their_forms() -> None:
    assert [agency(text) for text in ("ТАСС", "रॉयटर्स", "Agence France-Presse", "ap", "Ap")] == [
        "TASS",
        "Reuters",
        "AFP",
        None,
        None,
    ]
    assert agencies("dpa/AFP") == ("dpa", "AFP")
    assert agencies("Foto: AFP") == ()


def test_an_author_note_is_about_a_name() -> None:
    assert about("Jane Doe is a senior reporter at the Example, where she covers courts.") == "Jane Doe"
    assert about("Anna Groß ist Redakteurin im Ressort Wissen.") == "Anna Groß"
    assert about("Jane Doe loves the sea and has three boats.", ("Jane Doe",)) == "Jane Doe"
    assert about("Jane Doe is angry about the new timetable.") is None
    assert about("The mayor is a former reporter of the local paper.") is None


def test_the_gate_lets_every_printed_byline_through() -> None:
    lines = fold_lines([line for line, _ in PRINTED] + ["dpa-AFX", "(AFP)", "Интерфакс-Украина", "AFP/dpa"])
    assert may_be_bylines(lines) == frozenset(range(len(lines)))


def test_the_gate_keeps_most_lines_out() -> None:
    assert not may_be_bylines(fold_lines(["Bridge reopens on Friday", "Weather", "Jane Doe", "мост открыли"]))


@pytest.mark.parametrize("text", ["Mia Holt [email protected] @miaholt", "Mia Holt, [email protected], @miaholt"])
def test_what_stands_for_a_hidden_address_is_none(text: str) -> None:
    assert [(credit.name, credit.email) for credit in read_names(text)] == [("Mia Holt", None)]
