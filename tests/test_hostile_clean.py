"""Hostile input through all of `clean`: an article for each, and time that grows with the length and no faster."""

import time
from collections.abc import Callable
from datetime import datetime

import pytest

from newsclean import Article, clean

SHAPES: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "word " * n,
    "one-word lines": lambda n: "word\n" * n,
    "only punctuation": lambda n: ".,;\n!? " * n,
    "one paragraph over and over": lambda n: "The ferry sails again on Monday, the council said.\n" * (n // 5),
    "different sentences": lambda n: "\n".join(
        f"Boat {k} sails again on Monday, the council said." for k in range(n // 5)
    ),
    "labels": lambda n: "Share:\nRead more: a\nBy Jane Doe\n" * (n // 5),
    "mixed scripts": lambda n: "Ко том\n好的，\nمرحبا\nไทย\nabc\u200b\n" * (n // 5),
    "controls": lambda n: "a\x00b\x01\n\x1f\x0b" * n,
    "surrogates": lambda n: "\ud800a\n" * n,
    "nested tags": lambda n: "<div>" * n + "The bridge is closed.",
    "unclosed tags": lambda n: "<p><b><i>The bridge is closed" * (n // 5),
    "attributes": lambda n: "<p" + " data-a='b'" * n + ">The bridge is closed.</p>",
    "empty spans": lambda n: "<p>" + "<span></span>" * n,
    "line breaks": lambda n: "<p>" + "word<br>" * n,
    "links": lambda n: "<p>" + "<a href='/x' rel='tag' class='author'>word</a> " * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_an_article_comes_out_in_linear_time(shape: str) -> None:
    make = SHAPES[shape]

    def seconds(size: int) -> float:
        start = time.process_time()
        article = clean(make(size))
        spent = time.process_time() - start
        assert Article.model_validate_json(article.model_dump_json()) == article
        return spent

    # garbage that other tests left may be collected in one of two runs
    small, large = (min(seconds(size) for _ in range(2)) for size in (500, 4_000))
    # eight times the length; quadratic work would take sixty-four times as long
    assert large < 30 * max(small, 0.03)


@pytest.mark.parametrize(
    "source", ["", " ", "\n\n\n", "\x00", "\ud800", "<", "<p>", "<plaintext>", "﻿", b"", b"\xff\xfe"]
)
def test_next_to_nothing_is_an_article_too(source: str | bytes) -> None:
    article = clean(source)
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta name="date" content="Tue, 12 Mar 2024 10:15:00 +99999999999999999">',
            datetime(2024, 3, 12, 10, 15),  # noqa: DTZ001 - no zone is stated that exists
        ),
        (
            f'<script type="application/ld+json">{{"@type": "ItemList", "numberOfItems": {"1" * 401}}}</script>',
            None,
        ),
    ],
    ids=["a zone beyond all zones", "a place beyond all places"],
)
def test_numbers_beyond_all_bounds_are_no_errors(head: str, published: datetime | None) -> None:
    article = clean(f"<html><head>{head}</head><body><p>The ferry sails again.</p></body></html>")
    assert article.published == published
