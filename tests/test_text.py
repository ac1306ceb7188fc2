"""The reader of text dumps: one whole paragraph a block, whatever wrote the dump, and offsets that lead back."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.sources import read
from newsclean.sources.html.page import read_html
from newsclean.sources.text.dump import read_text


def _texts(source: str) -> list[str]:
    return [block.text for block in read_text(source).blocks]


PARAGRAPHS = (
    "The ferry between Lunde and Asker sails again from Monday, the county council said on Friday evening.",
    "It had lain in the yard since January, when a survey found cracks in both of its shafts and in one rudder.",
    "“We thought that we would never see her again,” said Marta Lien, who has run the kiosk on the quay since 1994.",
    "The repair cost 11 million kroner, twice the sum that had been set aside, and the county has yet to say who pays.",
)


def test_paragraphs_parted_by_single_newlines_stay_apart() -> None:
    assert _texts("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_short_quotes_and_subheads_stay_apart() -> None:
    lines = [PARAGRAPHS[0], "“Never again.”", "A long winter", PARAGRAPHS[1], "And now?", PARAGRAPHS[3]]
    assert _texts("\n".join(lines)) == lines


def test_offsets_lead_back_to_the_line() -> None:
    source = "\ufeffFerry\u00a0sails again\r\n\r\n\t  The  council said so.\r\n* One\r\n* Two"
    for block in read_text(source).blocks:
        assert block.start is not None
        assert " ".join(source[block.start : block.end].split()) == block.text


def test_gap_and_indent_are_those_of_the_first_line() -> None:
    blocks = read_text("Menu\n\n\n   Ferry sails again\nThe council said so.").blocks
    assert [(block.gap, block.indent) for block in blocks] == [(0, 0), (2, 3), (0, 0)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\u2029", "\x85", "\r\r\n"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert _texts(f"Ferry sails{end}The council said so.") == ["Ferry sails", "The council said so."]


def test_inside_a_line_separators_are_spaces_and_windows_characters_what_they_were() -> None:
    assert _texts("The ferry\u2028sails, \x93soon\x94\x85\nSo they say.") == [
        "The ferry sails, “soon”…",
        "So they say.",
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A\u00a0ferry\u3000sails\u2009on", "A ferry sails on"),
        ("A fer\u200bry\ufeff sails\x00", "A ferry sails"),
        ("A \x00 ferry", "A ferry"),
        ("می\u200cخواهم بروم", "می\u200cخواهم بروم"),
        ("A\u200cferry", "Aferry"),
        ("👩\u200d🚒 on board", "👩\u200d🚒 on board"),
        ("Fähr\u00adverbindung", "Fähr\u00adverbindung"),
    ],
)
def test_spaces_are_folded_and_litter_dropped_but_not_what_spells(source: str, text: str) -> None:
    assert _texts(source) == [text]
    # a NUL is U+FFFD by the HTML standard
    assert [block.text for block in read_html(f"<p>{source}</p>".replace("\x00", "")).blocks] == [text]


def test_lone_surrogates_become_replacement_characters_and_are_reported() -> None:
    page = read_text("A ferry \ud800 sails \udfff on")
    assert page.blocks[0].text == "A ferry \ufffd sails \ufffd on"
    assert page.warnings == (("surrogates", "2 lone surrogates became U+FFFD"),)


def test_nothing_and_blank_lines_give_no_blocks() -> None:
    assert _texts("") == _texts("\n \u200b\n\t\r\n") == []


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("• Home\n• Sport", ["Home", "Sport"]),
        ("    * Home\n        + All\n        + Alps", ["Home", "All", "Alps"]),
        ("  * Home\n      o All\n  * Sport", ["Home", "All", "Sport"]),
        ("- cheese\n- butter\n- milk", ["cheese", "butter", "milk"]),
        ("• • Home\n• Sport", ["Home", "Sport"]),
    ],
)
def test_list_bullets_are_taken_off(source: str, texts: list[str]) -> None:
    blocks = read_text(source).blocks
    assert [block.text for block in blocks] == texts
    assert all(block.bullet for block in blocks)


@pytest.mark.parametrize(
    "source",
    [
        "— Bonjour, dit-il.\n— Oui, répondit-elle.",
        "- Nie wiem - powiedział.\n- Ani ja - odparła.",
        "-",
        "* Prices are without tax.",
        "* * *",
        "o mar estava calmo",
        "| Lunde | 11 |",
        "•",
    ],
)
def test_what_is_no_list_bullet_stays(source: str) -> None:
    blocks = read_text(source).blocks
    assert [block.text for block in blocks] == source.split("\n")
    assert not any(block.bullet for block in blocks)


def test_numbers_of_an_indented_list_stay_in_the_text_and_are_noted() -> None:
    blocks = read_text("  1. Home\n  2. Blog\n\nThe ferry sails.").blocks
    assert [(block.text, block.bullet) for block in blocks] == [
        ("1. Home", True),
        ("2. Blog", True),
        ("The ferry sails.", False),
    ]


def test_side_by_side_columns_are_set_apart_but_tables_are_not() -> None:
    aside = PARAGRAPHS[0] + " " * 20 + "Most read"
    assert _texts(aside + "\n" + PARAGRAPHS[1]) == [PARAGRAPHS[0], "Most read", PARAGRAPHS[1]]
    assert _texts("Lunde     11\nAsker     12") == ["Lunde 11", "Asker 12"]
    assert _texts("Price:     12 kroner") == ["Price: 12 kroner"]


WRAPPED = """\
The ferry between Lunde and Asker sails again from Monday, the county
council said on Friday evening after a meeting that had lasted for six
hours and that nobody who was there would like to live through again.

It had lain in the yard since January, when a survey found cracks in
both of its shafts and in one rudder.
Only the kiosk on the quay made money of it, and that on two weekends
in May when the yard was open to everybody.
"""


def test_hard_wrapped_paragraphs_are_whole_again() -> None:
    first, second, third = WRAPPED.replace("\nOnly", "\n\nOnly").split("\n\n")
    assert _texts(WRAPPED) == [" ".join(paragraph.split()) for paragraph in (first, second, third)]


def test_a_list_of_headlines_of_one_length_is_not_wrapped_prose() -> None:
    lines = [
        f"Mayor of {name} opens the new bridge over the Tarn river" for name in ("Lunde", "Asker", "Borre", "Elvia")
    ]
    assert _texts("\n".join(lines * 2)) == lines * 2


GERMAN = [
    (
        "Die Fähre zwischen Lunde und Asker fährt ab Montag wieder, sagte der Sprecher der Kreisverwaltung am "
        "Freitag nach einer Sitzung im Rathaus, die sechs Stunden Zeit und den Mitgliedern des Rates viel Geduld "
        "abverlangte."
    ),
    (
        "Seit Januar lag das Schiff im Dock der Werft, weil Prüfer bei einer Kontrolle der Technik Risse in den "
        "Wellen der Maschine und im Ruder gefunden hatten. Die Reparatur kostete den Landkreis elf Millionen "
        "Kronen, mehr als Politik und Verwaltung im Haushalt des Jahres für die Wartung der Flotte vorgesehen "
        "hatten."
    ),
    (
        "Betreiber von Läden und Kiosken am Kai von Lunde klagten im Frühjahr über Verluste im Geschäft mit "
        "Touristen, und Eltern von Schülern über die Dauer der Fahrt im Bus um den Fjord."
    ),
]


def test_wraps_of_a_language_with_many_capitals_are_found() -> None:
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 68)) for paragraph in GERMAN)
    assert _texts(wrapped) == GERMAN


def test_lines_that_happen_to_start_with_capitals_are_wrapped_where_no_line_is_longer() -> None:
    lines = (
        "Die Fähre legt ab Montag wieder ab, sagte am Freitag die alte",
        "und neue Hafenmeisterin der Stadt, als sie drei Winter in der",
        "Werft gelegen hatte und niemand mehr an sie glauben wollte an",
        "Land. Die Arbeiten an ihr dauerten sehr viel länger als es je",
        "gedacht war, weil zwei ihrer Pumpen an einen anderen, größeren",
        "Hafen verkauft worden waren und lange niemand davon wusste, so",
        "dass sie bis zum Sommer ohne sie lag. Nun soll sie wieder nach",
        "Lesk fahren, und zwar bei jedem Wetter.",
    )
    assert _texts("\n".join(lines)) == [" ".join(lines)]
    assert len(_texts("\n".join((*lines, "", " ".join(lines[:2]))))) > 2


def test_headlines_of_one_width_are_no_wrapped_paragraph() -> None:
    headlines = [
        "Die Fähre zwischen Lunde und Asker fährt ab Montag wieder über",
        "Kreistag streitet am Freitagabend sechs Stunden über die Fähre",
        "Anwohner fordern einen neuen Kiosk am Kai von Lunde am Montag",
        "Reparatur der Fähre kostet elf Millionen Kronen und viel Zeit",
        "Ruder und Wellen der Fähre sind nach der Kontrolle repariert",
    ] * 2
    assert _texts("\n".join(headlines)) == headlines


def test_a_hyphen_of_the_wrap_goes_where_the_page_knows_the_word() -> None:
    known = "\nOn Thursday evening its members will meet again, and the county coun-\n"
    known += "cil will then say whether the old quayside of the harbour is well-\nkept and safe.\n"
    text = _texts(WRAPPED + known)[-1]
    assert "the county council will then" in text
    assert "is well-kept and safe." in text


NODES = """\
Home
News
Ferry to Asker sails again
By
Ida Strand
The ferry between Lunde and
Asker
sails again from Monday,
the county council
said on Friday evening.
It had lain in the yard since January, when
a survey
found cracks in both of its shafts (and in
one rudder
), the council said.
“We thought that we would never see her again,” said
Marta Lien
, who has run the kiosk on the quay since 1994.
The repair cost 11 million kroner, twice the sum that had been set aside, and the county has yet to say who pays.
Most read
Bridge closed for a week
"""


def test_paragraphs_that_links_broke_are_whole_again() -> None:
    texts = _texts(NODES)
    assert (
        "“We thought that we would never see her again,” said Marta Lien, who has run the kiosk on the quay since 1994."
        in (texts)
    )
    assert any(
        text.startswith("It had lain") and "shafts (and in one rudder), the council said." in text for text in texts
    )
    assert texts[:2] == ["Home", "News"]
    assert texts[-2:] == ["Most read", "Bridge closed for a week"]


def test_a_joined_block_spans_all_its_pieces() -> None:
    for block in read_text(NODES).blocks:
        assert block.start is not None
        pieces = NODES[block.start : block.end].split("\n")
        assert "".join("".join(pieces).split()) == "".join(block.text.split())


def test_blank_lines_are_never_joined_across() -> None:
    spread = NODES.replace("\n", "\n\n").strip()
    assert _texts(spread) == [line for line in spread.split("\n") if line]


def test_ideographs_join_without_a_space() -> None:
    source = "据当地媒体报道，这座大桥将于周一重新开放，\n交通部门\n表示，施工期间的费用超过预算。\n市长周五说，"
    source += "“我们等了两年。”他感谢\n李明\n、\n王芳\n和其他工程师的工作。"
    assert any("超过预算" in text and " " not in text for text in _texts(source))


_WORD = st.text(st.characters(codec="utf-8", categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=9)
_CLEAN = st.lists(_WORD, min_size=4, max_size=30).map(lambda words: " ".join(words) + ".")


@given(st.lists(_CLEAN, min_size=1, max_size=12))
def test_clean_paragraphs_read_as_themselves(paragraphs: list[str]) -> None:
    assert _texts("\n\n".join(paragraphs)) == paragraphs


_LINE = st.text(st.sampled_from("aBc ,.-*•o1|\"'(\u00a0\t\u200b好।م"), max_size=40)


@given(st.lists(_LINE, max_size=30).map("\n".join))
def test_reading_the_blocks_again_gives_the_same_blocks(source: str) -> None:
    once = _texts(source)
    assert _texts("\n\n".join(once)) == once


@given(st.lists(_LINE, max_size=30).map("\n".join))
def test_blocks_are_in_order_and_lose_nothing_but_bullets(source: str) -> None:
    blocks = read_text(source).blocks
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert all(one.start <= one.end <= two.end for one, two in pairwise(blocks))  # type: ignore[operator]
    letters = [c for c in source if c.isalnum()]
    kept = [c for block in blocks for c in block.text if c.isalnum()]
    assert len(letters) - len(kept) <= sum(block.bullet and source[block.start or 0] != "" for block in blocks)


def test_a_dump_with_blank_lines_keeps_its_list_of_small_letters() -> None:
    source = "\n\n".join(
        [*PARAGRAPHS, "The kiosk on the quay sells these things\nof wood\nof wool\nof iron", PARAGRAPHS[0]]
    )
    assert _texts(source)[4:8] == ["The kiosk on the quay sells these things", "of wood", "of wool", "of iron"]


def test_two_full_lines_are_enough_where_a_text_browser_indented_the_page() -> None:
    lines = [
        "   The ferry between Lunde and Asker sails again from Monday, the county",
        "   council said on Friday evening.",
        "",
        "   It had lain in the yard since January, when a survey found cracks in",
        "   both of its shafts.",
        "",
        "     * Home",
        "     * News",
    ]
    joined = [lines[0].strip() + " " + lines[1].strip(), lines[3].strip() + " " + lines[4].strip(), "Home", "News"]
    assert _texts("\n".join(lines)) == joined
    assert _texts("\n".join(line.strip() for line in lines)) == [line.strip("* ") for line in lines if line]


@pytest.mark.parametrize(
    "written",
    [
        "<p>Home</p><p>News &amp; views</p>" * 5
        + '<p>The pier is open, the mayor said "again".<br/>Nobody was hurt.</p>',
        r"Home\nNews \u0026 views\n" * 5 + r"\nThe pier is open, the mayor said \"again\".\nNobody was hurt.",
    ],
)
def test_written_line_ends_and_signs_are_real_and_keep_their_places(written: str) -> None:
    page = read(written)
    assert page.kind == "text"
    texts = [block.text for block in page.blocks]
    assert texts[:3] == ["Home", "News & views", "Home"]
    assert texts[-2:] == ['The pier is open, the mayor said "again".', "Nobody was hurt."]
    last = page.blocks[-1]
    assert written[last.start : last.end] == last.text


def test_the_end_of_a_line_within_a_paragraph_of_tags_is_a_space() -> None:
    page = read("<p>\nThe pier is open,\nthe mayor said.\n</p>\n" * 6)
    assert {block.text for block in page.blocks} == {"The pier is open, the mayor said."}
