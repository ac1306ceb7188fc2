"""Text dumps with marks: Markdown, heads that state what the page is, and the link numbers of text browsers."""

from datetime import date

import pytest

from newsclean import clean
from newsclean.sources.text.dump import read_text

STORY = (
    "The ferry between Lunde and Asker sails again from Monday, the [county council](/council.html) said on Friday.",
    "It had lain in the yard since January, when a survey found *cracks* in both of its shafts and in one rudder.",
    "**Marta Lien**, who has run the kiosk on the quay since 1994, thought that she would never see her again.",
)
PLAIN = (
    "The ferry between Lunde and Asker sails again from Monday, the county council said on Friday.",
    "It had lain in the yard since January, when a survey found cracks in both of its shafts and in one rudder.",
    "Marta Lien, who has run the kiosk on the quay since 1994, thought that she would never see her again.",
)


def _texts(source: str) -> list[str]:
    return [block.text for block in read_text(source).blocks]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("[Home](/)", "Home"),
        ("[Home](<https://example.org/a b> 'Start')", "Home"),
        ('The [old ferry](https://example.org/x_(y) "Ferry") sails.', "The old ferry sails."),
        ("[](https://example.org/icon) Ferry sails", "Ferry sails"),
        ("[Share]() this", "Share this"),
        ("[![Quay](q.jpg) The quay](/quay)", "The quay"),
        ("### [Ferry sails](/ferry) ###", "Ferry sails"),
        ("> > “Never again,” she said.", "“Never again,” she said."),
        ("A **whole** _winter_ in ***dock***", "A whole winter in dock"),
        (r"1\. The yard \[of Lunde\]", "1. The yard [of Lunde]"),
        # not marks
        ("The court [of appeal](sitting in Bergen) said so.", "The court [of appeal](sitting in Bergen) said so."),
        ("It cost 5 * 3 * 2 kroner", "It cost 5 * 3 * 2 kroner"),
        ("The file ferry_old_plan.pdf", "The file ferry_old_plan.pdf"),
        ("#1 in the charts", "#1 in the charts"),
        ("The ferry* sails, the bus* does not", "The ferry* sails, the bus* does not"),
    ],
)
def test_marks_come_off(marked: str, plain: str) -> None:
    assert _texts(f"## Ferries\n\n{marked}") == ["Ferries", plain]


def test_a_page_without_marks_keeps_its_signs() -> None:
    lines = ["> Ferry sails", "# 1 in the charts", "The *old* ferry [sic](sadly) sails.", "A [link](/one) alone", "==="]
    assert _texts("\n\n".join(lines)) == lines


def test_pictures_underlines_and_delimiters_of_tables_are_no_lines() -> None:
    table = "| Day | Fare |\n| --- | ---: |\n| Monday | 40 |"
    source = f"Ferry sails\n===\n\n![The quay](https://example.org/q.jpg)\n\n## Fares\n\n{table}"
    blocks = read_text(source).blocks
    assert [block.text for block in blocks] == ["Ferry sails", "Fares", "| Day | Fare |", "| Monday | 40 |"]
    assert [block.gap for block in blocks] == [0, 1, 1, 0]


def test_a_link_that_was_wrapped_is_one_link() -> None:
    source = "## Fares\n\nThe ferry [sails again\nfrom Monday](/ferry), the council\nsaid.\n\n"
    source += "A [stray bracket\nstays as it is."
    assert _texts(source) == [
        "Fares", "The ferry sails again from Monday, the council said.", "A [stray bracket", "stays as it is.",
    ]  # fmt: skip


def test_wrapped_sentences_are_whole_and_hard_breaks_are_not_printed() -> None:
    source = "## Fares\n\nThe ferry sails from Monday, the [council](/council.html) of the county\nsaid on Friday.\n"
    source += "\n> It had lain in the yard since January, when a survey found cracks in\n> both of its shafts.\n"
    source += "\n12 March\\\n\\\nBy Mara Odell\n\nThe fares of the ferry, by the council\nof the county"
    assert _texts(source) == [
        "Fares",
        "The ferry sails from Monday, the council of the county said on Friday.",
        "It had lain in the yard since January, when a survey found cracks in both of its shafts.",
        "12 March",
        "By Mara Odell",
        "The fares of the ferry, by the council",
        "of the county",
    ]


def test_links_by_number_lose_their_numbers_and_addresses() -> None:
    source = 'The [ferry][1] sails [again][2] [3].\n\n[1]: https://example.org/a\n[2]: <https://example.org/b> "B"'
    assert _texts(source) == ["The ferry sails again [3]."]


def test_offsets_of_marked_lines_lead_back_to_them() -> None:
    source = "[Home](/)\n\n[News](/news)\n\n> The [ferry](/ferry) sails."
    spans = [source[block.start : block.end] for block in read_text(source).blocks]
    assert spans == ["[Home](/)", "[News](/news)", "> The [ferry](/ferry) sails."]


def test_the_sole_heading_of_the_first_level_is_the_title() -> None:
    source = "[Home](/)\n\n[News](/news)\n\n# Does the ferry sail?\n\nBy Mara Odell\n\n" + "\n\n".join(STORY)
    article = clean(source)
    assert article.title == "Does the ferry sail?"
    assert article.text == "\n\n".join(PLAIN)


def test_the_head_of_a_reader_states_title_address_and_date() -> None:
    head = "Title: Ferry sails again - The Lunde Post\n\nURL Source: https://lunde.example/ferry\n\n"
    head += "Published Time: 2024-03-12T09:30:00+00:00\n\nMarkdown Content:\n"
    article = clean(head + "Ferry sails again\n===\n\n[Home](/)\n\n[News](/news)\n\n" + "\n\n".join(STORY))
    assert article.title == "Ferry sails again"
    assert article.text == "\n\n".join(PLAIN)
    assert article.canonical_url == "https://lunde.example/ferry"
    assert article.published is not None
    assert article.published.date() == date(2024, 3, 12)


def test_a_head_between_rules_states_title_author_and_date() -> None:
    head = '---\ntitle: "Ferry sails again"\nauthor: Mara Odell\nurl: https://lunde.example/ferry\ndate: 2024-03-12\n'
    head += "categories:\n- Ferries\n---\n"
    article = clean(head + "\n\n".join(STORY))
    assert article.title == "Ferry sails again"
    assert [author.name for author in article.authors] == ["Mara Odell"]
    assert article.published is not None
    assert article.published.date() == date(2024, 3, 12)
    assert article.text.startswith("The ferry between")


@pytest.mark.parametrize(
    "source",
    [
        "Title: a farce in three acts\n\nDate: unknown\n\nThe council said so.",
        "---\n\nThe council said so: nobody pays.\n\n---\n\nThe mayor did not.",
        "URL Source: unknown\n\nThe council said so.",
    ],
)
def test_lines_with_colons_are_no_head(source: str) -> None:
    assert "".join(_texts(source)) == source.replace("\n", "")


NUMBERED = """   #[1]The Lunde Post RSS

     * [2]Home
     * [3]News

   The [4]ferry between Lunde and Asker sails again from Monday,[5] the
   council of the county said on Friday.

References

   Visible links
   1. https://lunde.example/rss
   2. https://lunde.example/
   3. https://lunde.example/news
   4. https://lunde.example/ferry

   Hidden links:
   6. https://lunde.example/pixel
"""


def test_numbers_of_links_and_their_addresses_go() -> None:
    assert _texts(NUMBERED) == [
        "Home",
        "News",
        "The ferry between Lunde and Asker sails again from Monday,[5] the",
        "council of the county said on Friday.",
    ]


def test_a_few_addresses_that_end_the_page_go_with_their_number() -> None:
    source = "[1]News\n\nThe ferry sails.\n\nReferences\n\n   1. https://lunde.example/news"
    assert _texts(source) == ["News", "The ferry sails."]


def test_numbers_that_count_up_go_without_their_addresses() -> None:
    lines = [f"[{n}]Entry" for n in range(1, 8)]
    assert _texts("\n".join(lines)) == ["Entry"] * 7


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank.[1] It was raised.[2] It sank.[3] It was sold.[4] It sails.[5] It sank.[6] It is a reef.[7]",
        "[1] Lien, 1994. [2] Odell, 2003. [3] Lien, 2004. [4] Bratt, 2011. [5] Lien, 2012. [6] Odell, 2019.",
        "[12]Nobody [3]counts [44]so [9]wildly [1]as [7]ferrymen [2]do",
    ],
)
def test_numbers_of_footnotes_stay(text: str) -> None:
    assert _texts(text) == [text]
