"""Weighing: what the page as a whole changes about the verdict on its blocks."""

import numpy as np
import pytest

from newsclean.evidence import weigh
from newsclean.evidence.scorer import Scorer
from newsclean.evidence.shapes import measure
from newsclean.evidence.weighing import PROSE_CUT
from newsclean.sources import read

STORY = (
    "Turnout was higher than at any election since the war, the returning officer said on Friday.",
    "Fares will rise by a fifth in the summer, and fall again when the visitors have left.",
    "The crew of four had been given notice in January, and had bought a coffee cart together.",
)
MENU = ("News", "Sport and races", "The weather", "Letters to us", "Log in", "Contact", "About the Post", "Jobs") * 3


@pytest.mark.parametrize(
    ("lines", "chance", "is_left_alone"),
    [(STORY, 0.1, True), (STORY, 0.9, False), ((*MENU, *STORY), 0.1, False)],
    ids=["sentences in doubt", "sentences without doubt", "a page with menus"],
)
def test_a_page_of_sentences_in_doubt_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], chance: float, *, is_left_alone: bool
) -> None:
    monkeypatch.setattr(Scorer, "score", lambda _, table, *__: np.full(len(table), 0.2, dtype=np.float32))
    monkeypatch.setattr(Scorer, "quality", lambda *_: chance)
    evidence = weigh(read("\n\n".join(lines), kind="text"))
    assert (evidence.cut <= PROSE_CUT) is is_left_alone


LONG = tuple(f"{' '.join(STORY)} {sentence}" for sentence in STORY)
"""Paragraphs of sixty words."""


@pytest.mark.parametrize(
    ("chance", "score", "kind", "stay"),
    [
        (0.1, 0.05, "text", True),
        (0.1, 0.05, "html", False),
        (0.4, 0.05, "text", False),
    ],
)
def test_long_paragraphs_that_stand_together_stay_on_a_dump_in_doubt(
    monkeypatch: pytest.MonkeyPatch, chance: float, score: float, kind: str, *, stay: bool
) -> None:
    lines = (*MENU, *LONG, "Sandwick today", " ".join(STORY))
    page = read("".join(f"<p id=x>{line}</p>" for line in lines) if kind == "html" else "\n\n".join(lines))
    assert page.kind == kind
    scores = np.where([len(block.text) > 200 for block in page.blocks], score, 0.01).astype(np.float32)
    scores[-1] = 0.9
    monkeypatch.setattr(Scorer, "score", lambda *_: scores)
    monkeypatch.setattr(Scorer, "quality", lambda *_: chance)
    evidence = weigh(page)
    assert all((evidence.score(block) >= evidence.cut) is stay for block in page.blocks if block.text in LONG)


def test_an_offer_printed_twice_amid_them_is_not_saved_so(monkeypatch: pytest.MonkeyPatch) -> None:
    offer = "Daily puzzles, a replica of the print edition, and all that our columnists write, for a shilling a month."
    page = read("\n\n".join((*MENU, LONG[0], offer, LONG[1], offer, LONG[2], "Sandwick today", " ".join(STORY))))
    scores = np.where([len(block.text) > 80 for block in page.blocks], 0.05, 0.01).astype(np.float32)
    scores[-1] = 0.9
    monkeypatch.setattr(Scorer, "score", lambda *_: scores)
    monkeypatch.setattr(Scorer, "quality", lambda *_: 0.1)
    evidence = weigh(page)
    assert [block.text for block in page.blocks if evidence.score(block) >= evidence.cut] == [*LONG, " ".join(STORY)]


def test_short_paragraphs_are_not_saved_so(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read("\n\n".join((*MENU, *STORY)), kind="text")
    monkeypatch.setattr(Scorer, "score", lambda *_: np.full(len(page.blocks), 0.01, dtype=np.float32))
    monkeypatch.setattr(Scorer, "quality", lambda *_: 0.1)
    evidence = weigh(page)
    assert not any(score >= evidence.cut for score in evidence.scores)


def test_of_a_page_like_no_other_the_likeliest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (*MENU, *STORY)
    page = read("\n\n".join(lines), kind="text")
    scores = np.asarray([0.2 if line in STORY else 0.01 for line in lines], dtype=np.float32)
    monkeypatch.setattr(Scorer, "score", lambda *_: scores)
    evidence = weigh(page)
    assert {block.text for block in page.blocks if evidence.score(block) >= evidence.cut} == set(STORY)


SENTENCE = "The mayor of the old town said on Friday that the bridge works well"
THAI = (
    "เช้าวันจันทร์ เสียงระฆังทองเหลืองของโรงเรียนบ้านหนองบัวดังขึ้นอีกครั้ง"
    " หลังจากหายไปในคืนหนึ่งของปี 2527 คนงานพบระฆังจมอยู่ใต้โคลนระหว่างขุดลอกบ่อน้ำเก่า"
)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (f"{SENTENCE}.[22]", True),
        (f"{SENTENCE}.[1][2]", True),
        (f"{SENTENCE}. [MD]", True),
        (f"{SENTENCE}. (AFP)", True),
        (f"{SENTENCE}.”5", True),
        ("警方正在追查资金来源，而且没有什么可说的。（完）", True),
        (THAI, True),
        ("တရားရုံးက သူ့ကို ပြန်လွှတ်ပေးလိုက်တယ်လို့ ရှေ့နေက ပြောပါတယ်။", True),
        (f"{SENTENCE} (AP)", False),
        (f"{SENTENCE} [22]", False),
        ("The old town has version 2.5 of it, and before had version 1.5", False),
        ("The old town paid $3.50", False),
        (f"{SENTENCE}. (What the mayor of the other town had to say of it, nobody knows)", False),
        (THAI[:60], False),
    ],
)
def test_a_sentence_may_end_in_a_note(text: str, *, ends: bool) -> None:
    assert measure([text]).ends_sentence == (ends,)


def test_soft_hyphens_change_no_shape_and_no_score() -> None:
    plain = "Menu of words\nWork on the bridge starts in May, the mayor said on Friday.\nMost read"
    soft = plain.replace("or", "o\xadr").replace("ri", "r\xadi")
    assert weigh(read(soft, kind="text")).scores == weigh(read(plain, kind="text")).scores
