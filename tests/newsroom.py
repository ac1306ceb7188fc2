"""A small newsroom: strategies that write stories in six scripts, and the rails, share rows and menus around them.

Sentences are "who said that what", sampled without repeats, so that each reads as news in its language and no two
paragraphs of a story are copies of each other.
"""

from dataclasses import dataclass
from html import escape
from typing import Final

from hypothesis import strategies as st


@dataclass(frozen=True, slots=True, repr=False)
class Desk:
    """What a newsroom of one language writes with."""

    language: str
    sentence: str
    """With {who} and {what}."""
    who: tuple[str, ...]
    what: tuple[str, ...]
    headlines: tuple[str, ...]
    cue: str
    share: tuple[str, ...]
    menu: tuple[str, ...]
    join: str = " "

    def __repr__(self) -> str:
        """Return the language, so that a failing story can be read."""
        return f"Desk({self.language!r})"


DESKS: Final = (
    Desk(
        "en",
        "{who} said that {what}.",
        (
            "The harbour master",
            "Two nurses from the night shift",
            "A spokeswoman for the council",
            "Residents of Arch Terrace",
            "The head of the fire service",
            "One of the divers",
            "Shopkeepers in the old town",
            "The owner of the mill",
        ),
        (
            "the bridge would stay closed until the middle of June",
            "nobody had been told about the second pipe",
            "the cost of the repairs had risen to four million pounds",
            "share prices in the town’s only listed company fell by three per cent",
            "the school would reopen on Monday with half of its pupils",
            "related work on the sea wall had been stopped by the storm",
            "she would comment on the report once she had read it",
            "the boats had followed the lights of the wrong pier",
            "it had taken eleven volunteers to carry the piano down the hill",
            "the new timetable left out every village north of the river",
            "they had found 214 letters behind a cupboard in the post office",
            "the ducks were there first and should be asked",
        ),
        (
            "Harbour wall gives up a Bronze Age boat",
            "Goalkeeper scores twice in Saltings draw",
            "Why the school bus takes the long way round",
            "Chip shop wins county award at last",
            "Ferry crews back at work on Thursday",
            "Man finds own stolen bicycle in museum",
        ),
        "You may also like:",
        ("Share on Facebook", "Share on X", "Copy link"),
        ("Home", "News", "Sport", "Business", "Opinion", "Weather"),
    ),
    Desk(
        "de",
        "{who} sagten, dass {what}.",
        (
            "Anwohner der Hafenstraße",
            "Mitarbeiter der Stadtwerke",
            "Zwei Zeugen aus der Nachbarschaft",
            "Vertreter des Kreises",
            "Die Betreiber der Fähre",
            "Mehrere Händler in der Altstadt",
        ),
        (
            "die Brücke bis Mitte Juni gesperrt bleibt",
            "niemand von der zweiten Leitung gewusst hat",
            "die Kosten auf vier Millionen Euro gestiegen sind",
            "in Teilen des Landkreises der Strom ausgefallen ist",
            "eine Anzeige gegen unbekannt bei der Polizei eingegangen ist",
            "die Schule am Montag mit der Hälfte der Klassen öffnet",
            "die Werbung am Rathaus schon am Freitag verschwindet",
            "elf Helfer das Klavier den Berg hinuntergetragen haben",
            "der neue Fahrplan alle Dörfer nördlich des Flusses auslässt",
            "hinter einem Schrank der Post 214 Briefe gelegen haben",
        ),
        (
            "Freibad öffnet zwei Wochen früher",
            "Der Kreisel, der niemandem gehört",
            "Bäcker backt tausend Brezeln gegen den Lärm",
            "Biber hält Bauausschuss auf Trab",
            "Die kleinste Brücke des Landes",
        ),
        "Das könnte Sie auch interessieren",
        ("Artikel teilen", "Drucken", "Merken"),
        ("Startseite", "Lokales", "Politik", "Sport", "Kultur"),
    ),
    Desk(
        "ru",
        "{who} рассказали, что {what}.",
        (
            "Жители Кузнечной улицы",
            "Сотрудники депо",
            "Представители городской мэрии",
            "Водители седьмого маршрута",
            "Двое очевидцев происшествия",
            "Владельцы магазинов на площади",
        ),
        (
            "мост останется закрытым до середины июня",
            "о второй трубе никого не предупредили",
            "стоимость ремонта выросла до четырёх миллионов рублей",
            "реклама с остановок исчезнет уже в пятницу",
            "источник финансирования назовут после проверки",
            "школа откроется в понедельник для младших классов",
            "пианино спускали с горы одиннадцать добровольцев",
            "новое расписание не учитывает посёлки за рекой",
            "за шкафом на почте нашли двести четырнадцать писем",
            "подробнее о планах расскажут на собрании в четверг",
        ),
        (
            "Последний кондуктор города отметил столетие",
            "Как депо пережило три наводнения",
            "Медведь пришёл на почту",
            "Пять маяков, до которых можно дойти пешком",
            "В Заречье открыли мост",
        ),
        "Читайте также:",
        ("Поделиться", "ВКонтакте", "Телеграм"),
        ("Главная", "Город", "Происшествия", "Спорт", "Афиша"),
    ),
    Desk(
        "zh",
        "{who}表示，{what}。",
        ("海口村的居民", "负责施工的工程师", "市交通局发言人", "两名目击者", "学校的老校长", "老城区的商户"),
        (
            "大桥将继续封闭到六月中旬，车辆需要绕行",
            "事先没有人知道地下还有第二条水管",
            "维修费用已经上升到四百万元，资金来源尚未确定",
            "学校将在星期一恢复上课，但只有一半学生到校",
            "那块广告牌被大风吹落，幸好没有伤到行人",
            "十一名志愿者花了一个下午才把钢琴抬下山",
            "新的时刻表没有照顾到河北岸的几个村庄",
            "邮局的柜子后面发现了二百一十四封旧信",
            "渔船把另一座码头的灯光当成了灯塔",
        ),
        (
            "外婆的杂货店变身深夜图书馆",
            "百年灯塔周末开放夜间参观",
            "三条公交线路下周起调整",
            "守着一座桥的修表匠",
            "漁港拍卖员退休",
        ),
        "相关阅读：",
        ("分享到微信", "分享到微博", "复制链接"),
        ("首页", "新闻", "社会", "体育", "财经"),
        join="",
    ),
    Desk(
        "ar",
        "قال {who} إن {what}.",
        (
            "سكان الحي القديم",
            "مهندسو البلدية",
            "شهود عيان من القرية",
            "أصحاب المحال في الميناء",
            "معلمو المدرسة الإعدادية",
        ),
        (
            "الجسر سيبقى مغلقاً حتى منتصف حزيران",
            "أحداً لم يخبرهم بوجود الأنبوب الثاني تحت الطريق",
            "كلفة الترميم ارتفعت إلى أربعة ملايين دينار",
            "إعلان موعد الافتتاح تأخر بسبب العاصفة الأخيرة",
            "أحد عشر متطوعاً شاركوا في نقل البيانو من أعلى التل",
            "المدرسة ستفتح أبوابها يوم الاثنين لنصف الصفوف فقط",
            "عمال البريد عثروا على مئتين وأربع عشرة رسالة خلف خزانة",
            "المزيد من القوارب سيصل إلى المرفأ قبل نهاية الأسبوع",
        ),
        (
            "حكاية المنارة التي لا تنطفئ",
            "أسعار السردين تتراجع مع بداية الموسم",
            "معلمة تحول حافلة قديمة إلى مكتبة",
            "مهرجان الزيتون يعود بعد غياب",
            "سبعة ينابيع جفت في عامين",
        ),
        "مقالات ذات صلة",
        ("شارك على فيسبوك", "شارك على واتساب", "نسخ الرابط"),
        ("الرئيسية", "سياسة", "محليات", "رياضة", "ثقافة"),
    ),
    Desk(
        "hi",
        "{who} ने कहा कि {what}।",
        ("गांव के लोगों", "नगर निगम के अधिकारियों", "दो चश्मदीदों", "स्कूल की प्रधानाध्यापिका", "पुराने बाजार के दुकानदारों"),
        (
            "पुल जून के मध्य तक बंद रहेगा और गाड़ियों को घूमकर जाना होगा",
            "दूसरी पाइपलाइन के बारे में किसी को नहीं बताया गया था",
            "मरम्मत का खर्च बढ़कर चार करोड़ रुपये हो गया है",
            "कंपनी के शेयर करीब तीन फीसदी गिर गए हैं",
            "स्कूल सोमवार से आधे बच्चों के साथ खुलेगा",
            "ग्यारह लोगों ने मिलकर पियानो को पहाड़ी से नीचे उतारा",
            "डाकघर की अलमारी के पीछे दो सौ चौदह चिट्ठियां मिलीं",
            "विज्ञापन का बोर्ड आंधी में गिर गया लेकिन कोई घायल नहीं हुआ",
        ),
        (
            "नदी पार कर स्कूल पहुंचते हैं तीस बच्चे",
            "रिटायर शिक्षक ने घर को बनाया पुस्तकालय",
            "मेले में पहली बार कठपुतली उत्सव",
            "जिले में नई बस सेवा शुरू",
            "अस्पताल को मिली नई एंबुलेंस",
        ),
        "यह भी पढ़ें:",
        ("शेयर करें", "फेसबुक", "व्हाट्सएप"),
        ("होम", "देश", "राज्य", "खेल", "मनोरंजन"),
    ),
)


@dataclass(frozen=True, slots=True)
class Story:
    """A headline, the paragraphs under it, and the junk that its newsroom would put around them."""

    desk: Desk
    headline: str
    paragraphs: tuple[str, ...]
    teasers: tuple[str, ...]
    """Headlines of other stories."""

    @property
    def text(self) -> str:
        """The body as `Article.text` has it."""
        return "\n\n".join(self.paragraphs)

    @property
    def rail(self) -> tuple[str, ...]:
        """A cue and the headlines under it."""
        return (self.desk.cue, *self.teasers)


@st.composite
def stories(draw: st.DrawFn, *, min_paragraphs: int = 4) -> Story:
    """Write a story of one language: paragraphs of two or three sentences, none of them twice."""
    desk = draw(st.sampled_from(DESKS))
    most = len(desk.what) // 2
    count = draw(st.integers(min_paragraphs, max(min_paragraphs, most)))
    whats = draw(st.permutations(desk.what))
    whos = draw(st.lists(st.sampled_from(desk.who), min_size=len(whats), max_size=len(whats)))
    sentences = [desk.sentence.format(who=who, what=what) for who, what in zip(whos, whats, strict=True)]
    size = len(sentences) // count
    paragraphs = tuple(desk.join.join(sentences[i * size : (i + 1) * size]) for i in range(count))
    headline, *teasers = draw(st.permutations(desk.headlines))
    return Story(desk, headline, paragraphs, tuple(teasers[: draw(st.integers(3, 4))]))


def planted(story: Story, junk: tuple[str, ...], place: int) -> tuple[str, ...]:
    """Return the story's lines, headline first, with junk before the paragraph `place`, or after the last one."""
    return (story.headline, *story.paragraphs[:place], *junk, *story.paragraphs[place:])


def simple_html(story: Story) -> str:
    """Return the story as a plain page: a menu, the headline, the paragraphs, a rail of links."""
    menu = "".join(f'<li><a href="/{i}">{escape(entry)}</a></li>' for i, entry in enumerate(story.desk.menu))
    rail = "".join(f'<li><a href="/r{i}">{escape(teaser)}</a></li>' for i, teaser in enumerate(story.teasers))
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{story.desk.language}"><head><meta charset="utf-8">'
        f"<title>{escape(story.headline)}</title></head><body>\n<nav><ul>{menu}</ul></nav>\n"
        f"<article><h1>{escape(story.headline)}</h1>\n{body}</article>\n"
        f"<aside><h3>{escape(story.desk.cue)}</h3><ul>{rail}</ul></aside></body></html>"
    )


def simple_dump(story: Story) -> str:
    """Return what a text dump of `simple_html` is."""
    blocks = ("\n".join(story.desk.menu), story.headline, *story.paragraphs, story.desk.cue, "\n".join(story.teasers))
    return "\n\n".join(blocks)


@st.composite
def dumps(draw: st.DrawFn) -> str:
    """Write a story as a text dump with a menu above it, a share row, a rail, and now and then another menu below."""
    story = draw(stories())
    share, rail = "\n".join(story.desk.share), "\n\n".join(story.rail)
    place = draw(st.integers(1, len(story.paragraphs)))
    top = draw(st.sampled_from(["\n".join(story.desk.menu) + "\n\n", ""]))
    tail = draw(st.sampled_from(["", "\n\n© 2024", "\n\n" + "\n".join(story.desk.menu)]))
    headline, *lines = planted(story, (rail,), place)
    return top + "\n\n".join((headline, share, *lines)) + tail


_LINES = st.one_of(
    st.sampled_from([line for desk in DESKS for line in (*desk.menu, *desk.headlines, *desk.share, desk.cue)]),
    st.sampled_from(
        [desk.sentence.format(who=who, what=what) for desk in DESKS for who in desk.who for what in desk.what]
    ),
    st.sampled_from(
        ["-", "3 min read", "© 2024", "12 March 2024, 10:15", "AFP", "By Ann Example", "1.", "| Home | News |"]
    ),
)


def messy_dumps() -> st.SearchStrategy[str]:
    """Return dumps of any lines in any order, parted by one line end or two."""
    piece = st.tuples(_LINES, st.sampled_from(["\n", "\n\n"])).map("".join)
    return st.lists(piece, max_size=25).map("".join)


def odd_texts() -> st.SearchStrategy[str]:
    """Return texts of any code points: surrogates, control and direction marks, private use."""
    return st.text(st.characters(), max_size=120)
