"""Hostile pages: they finish, in time that grows with their size, and what is cut is said."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.sources.html.page import read_html

PAGES = {
    "nested": "<div>" * 50_000 + "hello",
    "nested with text": "<div>word" * 20_000 + "hello",
    "nested inline": "<b>" * 50_000 + "hello",
    "unclosed paragraphs": "<p>" * 50_000 + "hello",
    "unclosed tables": "<table><tr><td>" * 5_000 + "hello",
    "unclosed lists": "<ul><li>" * 10_000 + "hello",
    "unclosed links": "<a href=x class=tag>" * 10_000 + "hello",
    "wrong end tags": "<i>" * 10_000 + "</span>" * 50_000 + "hello",
    "attributes": "<div " + " ".join(f"data-{n}=1" for n in range(50_000)) + ">hello",
    "long attribute": '<p class="' + "x " * 1_000_000 + '">hello',
    "long style": '<p style="' + "a:b;" * 500_000 + '">hello',
    "script": "<script>" + "a<b;" * 1_000_000 + "</script>hello",
    "empty spans": "<span class=a></span>" * 50_000 + "hello",
    "breaks": "<br>" * 100_000 + "hello",
    "broken lines": "a lowercase line of more than forty characters<br>" * 10_000 + "<p>hello",
    "one line": "<p>" + "word " * 400_000 + "<p>hello",
    "entities": "<p>" + "&amp;&bogus;&#xFFFFFFFF;&#0;&#xD800;" * 10_000 + "<p>hello",
    "control characters": "<p>a\0b\x01c\x0b\x1fd\x7f\x85</p>" * 5_000 + "hello",
    "less than": "< " * 200_000 + "<p>hello",
    "ampersands": "&" * 200_000 + "<p>hello",
    "end tags": "</div>" * 100_000 + "hello",
    "comment": "<!--" + "x" * 2_000_000 + "-->hello",
    "rows": "<table>" + "<tr><td><time>a</time><td itemprop=x>b" * 5_000 + "</table>hello",
    "itemprops": "<span itemprop=a>" * 10_000 + "x " * 100_000 + "<p>hello",
    "times": "<time>" * 10_000 + "x " * 100_000 + "<p>hello",
    "hidden in hidden": "<div hidden>" * 5_000 + "x" + "</div>" * 5_000 + "<p>hello",
    "hidden parts": "<div hidden><p>x</p></div>" * 10_000 + "<p>hello",
    "json lists": '<script type="application/ld+json">' + "[" * 500_000 + "</script>hello",
    "json objects": '<script type="application/ld+json">' + '{"a":' * 200_000 + "</script>hello",
    "json commas": '<script type="application/ld+json">{' + "," * 1_000 + " " * 500_000 + "x</script>hello",
    "json comments": '<script type="application/ld+json">' + "//" * 200_000 + "x</script>hello",
    "late parts": "".join(
        f'<div hidden id="S:{n:x}"><template id="P:{n + 1:x}"></template></div>'
        f'<script>$RS("S:{n:x}","P:{n:x}")</script>'
        for n in range(3_000)
    )
    + "<p>hello",
    "php": "<?php " * 100_000 + "?>hello",
    "pictures": '<img src=x srcset="' + "a 1x, " * 10_000 + '">' + "<img src=y>" * 20_000 + "hello",
    "options": "<select>" + "<option>x" * 50_000 + "</select><p>hello",
    "frames": '<frameset cols="1,2"><frame src=a><frame src=b><noframes>hello</noframes></frameset>',
    "plaintext": "<p>a<plaintext>hello",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_to_its_end(name: str) -> None:
    page = read_html(PAGES[name])
    assert page.blocks[-1].text.endswith("hello")


def test_what_is_cut_becomes_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = read_html("<div>" * 50_000 + "hello")
    assert {code for code, _ in deep.warnings} == {"truncated"}
    assert deep.blocks[0].element is not None
    assert deep.blocks[0].element.depth <= 200
    monkeypatch.setattr("newsclean.sources.html.blockwriter.MAX_BLOCKS", 3)
    many = read_html("<p>a</p>" * 5)
    assert len(many.blocks) == 3
    assert [code for code, _ in many.warnings] == ["truncated"]


TAGS = (
    "p div span a b i em li ul tr td th table br img time h1 pre noscript dialog template script title svg select main "
    "article figure ruby rt button details base meta link html head body form iframe textarea video o:p x-y"
)
ATTRIBUTES = (
    "",
    " class=a",
    " class='sr-only b'",
    " hidden",
    " style='display:none'",
    " href=/author/x",
    " itemprop=name",
    " itemprop='author' content=y",
    " datetime=2024",
    " src=/i.jpg srcset='a 1x, b'",
    " id='S:0'",
    " rel=author",
)
soup = st.lists(
    st.one_of(
        st.builds("<{}{}>".format, st.sampled_from(TAGS.split()), st.sampled_from(ATTRIBUTES)),
        st.builds("</{}>".format, st.sampled_from(TAGS.split())),
        st.sampled_from(
            ["word", "Two words.", " ", "\n", "&amp;", "\u200b", "\x1f", "\0", "<", "&#0;", "<!--", "-->", "\ud800"]
        ),
        st.just(
            "A paragraph of more than eighty characters, so that a hidden part may be worth keeping after all. " * 6
        ),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(soup)
def test_any_soup_of_tags_makes_a_sound_page(markup: str) -> None:
    page = read_html(markup)
    count = len(page.blocks)
    for index, block in enumerate(page.blocks):
        assert block.index == index
        assert block.text == " ".join(block.text.split())
        assert block.text
        assert block.element is not None
        assert 0 <= (block.link_chars or 0) <= len(block.text)
        assert 0 <= (block.bold_chars or 0) <= len(block.text)
        block.text.encode()
    places = [place for _, _, place in page.metadata.microdata]
    places += [time_.block for time_ in page.metadata.times]
    places += [link.block for link in page.metadata.links]
    assert all(place is None or 0 <= place < count for place in places)
    assert read_html(markup).metadata == page.metadata or page.metadata.images


def test_an_honest_page_has_no_warnings() -> None:
    assert read_html("<html><body><main><p>a</p></main></body></html>").warnings == ()


@pytest.mark.parametrize(
    "markup", ["", " ", "\n\t\n", "<!-- -->", "<!doctype html>", "<", "</p>", "<script>", "<?php", "<!--"]
)
def test_a_page_of_nothing_has_no_prose(markup: str) -> None:
    assert [block.text for block in read_html(markup).blocks] in ([], ["<"])


@pytest.mark.parametrize(
    "unit", ["<div><p>Some <b>bold</b> text.</p>", "<b></i>", "<tr><td>a<td>b", "<a href=x class=tag>b</a>"]
)
def test_time_grows_with_size(unit: str) -> None:
    def spent(count: int) -> float:
        markup = unit * count
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            read_html(markup)
            best = min(best, time.process_time() - start)
        return best

    assert spent(16_000) < 16 * spent(2_000) + 0.1  # eight times the size; quadratic growth would be 64
