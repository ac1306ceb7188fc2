"""Twins: which blocks are copies, which copy stays, and what only looks like one."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import clean
from newsclean.evidence.twins import find_twins
from newsclean.folding import fold

STRAIGHT = (
    '"We counted the boats twice," said Mara Odell, the harbour master of Sandwick.',
    "The ferry -- the last of its kind -- sank in April without loss of life...",
    "Divers raised the ship's bell - all forty kilos of it - on Tuesday.",
    '"It\'s in tune," the organist said, and went home to his dinner.',
)
TYPESET = (
    "“We counted the boats twice,” said Mara Odell, the harbour master of Sandwick.",
    "The ferry — the last of its kind — sank in April without loss of life…",
    "Divers raised the ship’s bell – all forty kilos of it – on Tuesday.",
    "“It’s in tune,” the organist said, and went home to his dinner.",
)
OTHER = tuple(
    f"In {year} the ferry carried {count} passengers and one whale, the museum says."
    for year, count in zip(range(1950, 1962), range(4000, 40_000, 3000), strict=True)
)


def twins(lines: Sequence[str]) -> dict[int, int]:
    """Return the copies that go, each with the one that stays; eight words and a full stop make prose."""
    prose = [len(line.split()) >= 8 and line.rstrip("\"'”’ ")[-1:] in ".!?…。" for line in lines]
    found = find_twins([fold(line) for line in lines], lines, prose)
    assert len(found) == len(lines)
    return {index: stays for index, stays in enumerate(found) if stays is not None}


def test_a_page_without_copies_has_none() -> None:
    assert twins([]) == {}
    assert twins([*OTHER, "Home", "News"]) == {}


@pytest.mark.parametrize("between", [(), ("AFP",), ("Written by", "Ines Vallet", "4 March")], ids=len)
def test_of_a_body_printed_twice_the_typeset_copy_stays(between: tuple[str, ...]) -> None:
    shift = len(STRAIGHT) + len(between)
    assert twins([*STRAIGHT, *between, *TYPESET]) == {index: index + shift for index in range(4)}
    assert twins([*TYPESET, *between, *STRAIGHT]) == {index + shift: index for index in range(4)}


def test_of_equal_copies_the_first_stays() -> None:
    assert twins([*TYPESET, *TYPESET]) == {4: 0, 5: 1, 6: 2, 7: 3}


def test_what_follows_the_second_copy_does_not_decide() -> None:
    bio = "The agency covers the coast with nine reporters and a boat of its own, day and night."
    page = [*TYPESET, *STRAIGHT, "AFP", "Written By", bio, "You may also like:"]
    assert twins(page) == {4: 0, 5: 1, 6: 2, 7: 3}


def test_the_copy_with_more_text_stays_whatever_its_typography() -> None:
    longer = [*STRAIGHT[:2], OTHER[0], *STRAIGHT[2:]]
    assert twins([*TYPESET, "AFP", *longer]) == {0: 5, 1: 6, 2: 8, 3: 9}
    assert twins([*longer, "AFP", *TYPESET]) == {6: 0, 7: 1, 8: 3, 9: 4}


def test_what_the_losing_copy_alone_has_is_no_copy() -> None:
    alone = "Nobody knows who rang for help."
    page = [STRAIGHT[0], STRAIGHT[1], alone, *STRAIGHT[2:], *TYPESET[:2], OTHER[0], *TYPESET[2:]]
    assert twins(page) == {0: 5, 1: 6, 3: 8, 4: 9}


def test_short_lines_within_copied_runs_are_copies_too() -> None:
    page = ["The bell", STRAIGHT[0], "What now", *STRAIGHT[1:], "The bell", TYPESET[0], "What now", *TYPESET[1:]]
    assert twins(page) == {index: index + 6 for index in range(6)}


def test_of_three_copies_one_stays() -> None:
    assert twins([*STRAIGHT, *TYPESET, *STRAIGHT]) == {0: 4, 1: 5, 2: 6, 3: 7, 8: 4, 9: 5, 10: 6, 11: 7}


def test_a_teaser_of_first_paragraphs_goes_and_the_body_stays() -> None:
    assert twins([*OTHER[:3], "Harbour news", *OTHER]) == {0: 4, 1: 5, 2: 6}
    assert twins([*OTHER, "Home", "News", "Harbour", "Weather", *OTHER[:3]]) == {16: 0, 17: 1, 18: 2}


def test_the_copy_that_begins_a_longer_text_stays() -> None:
    far = ("Home", "News", "Harbour", "Weather", "Fish")
    body = [*OTHER[:3], "What now", *OTHER[3:8], "What then", *OTHER[8:]]
    assert twins([*OTHER[:3], *far, *body]) == {0: 8, 1: 9, 2: 10}


def test_runs_within_runs_never_point_at_each_other() -> None:
    lines = [OTHER[kind] + " It was sold." for kind in (6, 1, 3, 2, 1, 2, 6, 1, 3, 2)]
    found = twins(lines)
    assert not set(found) & set(found.values())


def test_one_long_paragraph_is_a_run() -> None:
    long = " ".join(OTHER[:6])
    assert twins([long, "Ines Vallet", "4 March", long.replace(",", ",")]) == {3: 0}


def test_every_paragraph_printed_twice_in_a_row() -> None:
    page = [line for line in OTHER for _ in range(2)]
    assert twins([line + " It was sold." for line in page]) == {index + 1: index for index in range(0, 24, 2)}


def test_side_by_side_the_typeset_paragraph_stays() -> None:
    assert twins([TYPESET[1] * 2, STRAIGHT[1] * 2, *OTHER]) == {1: 0}
    assert twins([STRAIGHT[1] * 2, TYPESET[1] * 2, *OTHER]) == {0: 1}


def test_a_paragraph_repeated_outside_the_body_goes() -> None:
    far = ("Home", "News", "Harbour", "Weather", "Fish")
    assert twins([OTHER[2], *far, *OTHER]) == {0: 8}
    assert twins([*OTHER, *far, OTHER[2]]) == {17: 2}


def test_a_refrain_within_the_body_stays() -> None:
    refrain = "And the tide comes in, and the tide goes out."
    assert twins([line for verse in OTHER for line in (verse, refrain)]) == {}


def test_a_chorus_of_four_lines_stays() -> None:
    chorus = (
        "Oh the tide comes in, my love",
        "and the tide goes out again",
        "and the bell is in the bay",
        "so ring it",
    )
    verses = [f"In {year} my father bought the boat of uncle {year}" for year in range(1950, 1956)]
    assert twins([line for verse in verses for line in (verse, *chorus)]) == {}


def test_a_quote_of_several_paragraphs_amid_others_stays() -> None:
    assert twins([*OTHER[:3], *STRAIGHT[:2], *OTHER[3:6], *STRAIGHT[:2], *OTHER[6:]]) == {}
    assert twins([*OTHER[:3], *STRAIGHT, *OTHER[3:6], *STRAIGHT, *OTHER[6:]]) == {}


def test_lists_and_tables_may_repeat_themselves() -> None:
    rows = [f"{team} 3 1 2 4 points" for team in ("Sandwick", "Tarn", "Lesk", "Oruna")]
    assert twins([*rows, OTHER[0], *rows, OTHER[1], *rows]) == {}


def test_short_lines_are_no_copies_by_themselves() -> None:
    assert twins(["Home", "News", "Share this article", *OTHER, "Home", "News", "Share this article"]) == {}


def test_scripts_without_spaces_count_by_length() -> None:
    body = [
        "周二上午，潜水员从港口底部打捞出渡轮的铜钟。",
        "这口钟重四十公斤，没有人知道它是怎样脱落的。",
        "博物馆馆长周三表示，希望把它陈列在鲸鱼展厅里。",
    ]
    prose = [True] * 3
    page = [*body, "记者 王小明", *body]
    found = find_twins([fold(line) for line in page], page, [*prose, False, *prose])
    assert found == (None, None, None, None, 0, 1, 2)
    assert twins(["首页", "新闻", "首页", "新闻"]) == {}


_LINES = st.sampled_from([*STRAIGHT, *TYPESET, *OTHER[:4], "Home", "By Ines Vallet", "-", " ".join(OTHER[:6])])


@st.composite
def repetitive(draw: st.DrawFn) -> list[str]:
    """Write a page of a run of lines that comes again and again, with other lines between."""
    run = draw(st.lists(_LINES, min_size=1, max_size=7))
    between = draw(st.lists(st.lists(_LINES, max_size=3), min_size=1, max_size=6))
    return [line for others in between for line in (*run, *others)]


@given(repetitive())
def test_what_stays_stays_and_nothing_is_lost(lines: list[str]) -> None:
    found = twins(lines)
    keys = [fold(line) for line in lines]
    for index, stays in found.items():
        assert keys[index] == keys[stays]
        assert stays not in found
    assert {key for index, key in enumerate(keys) if index not in found} == set(keys)


@pytest.mark.parametrize("kinds", [1, 2, 3, 200, 5000, 10_000])
def test_ten_thousand_blocks_take_no_time(kinds: int) -> None:
    lines = [
        f"The council said on Monday that bridge {index % kinds} would reopen in time for the fair in the old town."
        for index in range(10_000)
    ]
    start = time.process_time()
    found = twins(lines)
    assert time.process_time() - start < 1.5
    assert len(found) >= 10_000 - 2 * kinds


@pytest.mark.parametrize("caption", ["<figcaption>{}</figcaption>", '<div class="photo-caption">{}</div>'])
@pytest.mark.parametrize("first", ["caption", "paragraph"])
def test_of_a_paragraph_and_a_caption_in_the_same_words_the_paragraph_stays(caption: str, first: str) -> None:
    lead, *rest = (*STRAIGHT, *OTHER[:3])
    copies = [caption.format(lead), f"<p>{lead}</p>"]
    story = "".join((*(copies if first == "caption" else reversed(copies)), *(f"<p>{line}</p>" for line in rest)))
    article = clean(f"<article><h1>The bell of Sandwick</h1>{story}</article>", kind="html")
    assert article.text.count(lead) == 1
