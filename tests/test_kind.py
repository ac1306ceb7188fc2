"""Telling HTML from plain text."""

import time

import pytest

from newsclean.sources.kind import detect_kind

PARAGRAPH = "The old bridge was opened again on Friday, the mayor told reporters."
SHARE_CODE = '<div style="margin:0"><a href="/bridge"><img src="/b.jpg"></a><p>The old bridge</p></div>'


@pytest.mark.parametrize(
    "text",
    [
        "<p>One.</p><p>Two.</p>",
        "<P>ONE.</P>",
        "<p>One.",
        "<div class=story>One.",
        "<h1>Bridge</h1>\nThe text.\n<p>More.</p>",
        "Intro.<br><br>More of it.<br>And more.<br/>The end.",
        "<span>By Mia</span> <p>Text.</p>",
        "<ul><li>one<li>two</ul>",
        "<!DOCTYPE html><html><body>x",
        "  \r\n\ufeff<!-- made by hand --><!-- twice -->\n<HTML lang=en>",
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="y">',
        "<?php session_start(); ?>\n<html>",
        '<meta charset="utf-8"><title>Bridge</title>One.',
        "<script>\n" + "let a = 1\n" * 2_000 + "</script><p>One.</p>",
        "<div id=story>\n" + "\n".join(f"<p>\n{PARAGRAPH}\n{PARAGRAPH}\n</p>" for _ in range(9)) + "\n</div>",
        '<text id="7">\n<form>\n' + "let a = 1\n" * 200 + f"<div>{PARAGRAPH}</div>\n" * 20 + "</form></text>\n",
    ],
)
def test_html(text: str) -> None:
    assert detect_kind(text) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "",
        PARAGRAPH,
        "The tag <b> makes text bold.\n\nIt is closed with </b>, and <p> starts a paragraph.",
        "<p> is the tag of a paragraph.\n\n" + PARAGRAPH,
        "a < b and c > d, if x <y",
        "<b>Breaking:</b> the bridge is open\n\n" + PARAGRAPH,
        "From: Mia Holt <mia@news.example>\n\n" + PARAGRAPH,
        "<note><to>Ole</to><from>Mia</from></note>",
        f"{PARAGRAPH}\n\n{SHARE_CODE}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{PARAGRAPH}",
        f"```html\n{SHARE_CODE}\n```\n",
        f"{PARAGRAPH}\n```\n{SHARE_CODE}\n{SHARE_CODE}\n```\n",
        "<3 this bridge, and <nobody> said so",
        "Home<br>News<br/>Sport<br />\n" * 4 + PARAGRAPH,
        f"<p>{PARAGRAPH}</p>\n" * 9,
        "<br>\n\n" * 90_000,
        "<3 this bridge\n" + f"{PARAGRAPH}\n" * 200 + f"<div>{PARAGRAPH}</div>\n" * 20 + "The end.",
    ],
)
def test_text(text: str) -> None:
    assert detect_kind(text) == "text"


@pytest.mark.parametrize("unit", ["<", "<p ", "<!--", "<?xml ", "<?>", "<p>x\n", "< p>", "a<b", " "])
def test_only_a_bounded_part_is_read(unit: str) -> None:
    start = time.process_time()
    detect_kind(unit * 2_000_000)
    assert time.process_time() - start < 5
