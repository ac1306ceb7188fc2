"""Words told by numbers: what is shared, what counts as a function word, and scripts without spaces."""

import numpy as np
import pytest

from newsclean.evidence.words import read_words

ALL = np.ones(2, dtype=np.float32)


def shared(*lines: str) -> list[float]:
    return [round(float(share), 2) for share in read_words(lines).shared(ALL)]


def test_words_that_stand_in_two_blocks_are_shared() -> None:
    assert shared("bridge reopens friday", "the bridge was closed") == [0.33, 0.5]


def test_a_word_is_the_same_wherever_it_stands_in_its_line() -> None:
    assert shared("bridge over troubled water", "water, bridge!") == [0.5, 1.0]


def test_letters_in_another_order_are_another_word() -> None:
    assert shared("listen", "silent") == [0.0, 0.0]


def test_words_longer_than_any_of_ours_are_told_apart_by_their_first_letters() -> None:
    assert shared("a" * 80 + "b", "b" + "a" * 80) == [0.0, 0.0]


@pytest.mark.parametrize(
    ("line", "share"), [("the mayor of the town", 0.6), ("мэр и совет", 0.33), ("", 0.0), ("1 2 3", 0.0)]
)
def test_the_share_of_function_words_is_of_all_words(line: str, share: float) -> None:
    assert read_words([line]).function_share[0] == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("大桥星期五重新开放", "市长说大桥重新开放"),
        ("สะพานเปิดอีกครั้ง", "นายกกล่าวว่าสะพานเปิด"),
        ("橋は金曜日に開通した", "市長は橋が開通したと"),
    ],
)
def test_pairs_of_characters_are_words_where_no_spaces_are(first: str, second: str) -> None:
    assert min(shared(first, second)) > 0.2


def test_a_page_of_nothing_has_no_words() -> None:
    vocabulary = read_words(["", "", ""])
    assert not vocabulary.per_block.any()
    assert not vocabulary.shared(np.ones(3, dtype=np.float32)).any()
