"""Hostile text dumps: each is read, and in time that grows with its length and no faster."""

import time
from collections.abc import Callable

import pytest

from newsclean.sources.text.dump import read_text

SHAPES: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "word " * n,
    "one-word lines": lambda n: "word\n" * n,
    "broken lines": lambda n: "Word\nof it\n, that\n" * (n // 3),
    "only punctuation": lambda n: ".,;\n!? " * n,
    "one paragraph over and over": lambda n: (
        ("The ferry sails again on Monday, the council said. " * 3 + "\n") * (n // 9)
    ),
    "only spaces": lambda n: " " * (9 * n),
    "labels and spaces": lambda n: ("a:" + " " * 40) * (n // 4),
    "columns": lambda n: "a    b" * n,
    "bullets": lambda n: "• * " * n,
    "dashes": lambda n: "- a\n" * n,
    "mixed scripts": lambda n: "Ко том\n好的，\nمرحبا\n, that\nabc\u200b\n" * (n // 5),
    "joiners": lambda n: "\u200d" * (9 * n),
    "surrogates": lambda n: "\ud800a" * n,
    "hyphenated wraps": lambda n: ("the word is " * 5 + "exam-\nple ") * (n // 9),
    "lone quotes": lambda n: '"\na\n, ' * (n // 2),
    "odd line ends": lambda n: "\r\n\r\x0b\u2028\x85" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length_and_no_faster(shape: str) -> None:
    make = SHAPES[shape]

    def seconds(source: str) -> float:
        times = []
        for _ in range(3):
            start = time.process_time()
            read_text(source)
            times.append(time.process_time() - start)
        return min(times)

    small, large = seconds(make(3_000)), seconds(make(24_000))
    # eight times the length; quadratic work would take sixty-four times as long
    assert large < 30 * max(small, 0.002)


def test_a_long_line_is_one_block() -> None:
    source = "word " * 200_000
    assert [block.text for block in read_text(source).blocks] == [source.strip()]


def test_copies_of_a_paragraph_are_all_kept() -> None:
    line = "The ferry sails again on Monday, the council said."
    assert len(read_text("\n".join([line] * 10_000)).blocks) == 10_000
