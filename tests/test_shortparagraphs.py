"""Short paragraphs of text dumps: which lines are known to be the story's below a cue, and below its sentences."""

from dataclasses import replace

import pytest

import newsclean
from newsclean.evidence import weigh
from newsclean.evidence.shortparagraphs import resumed, sentences_below, sentences_beside, sentences_between
from newsclean.sources import read

STORY = (
    "The old ferry of Sandwick was moored at the slip on Thursday, and nobody had slept, the mate said.",
    "It had lain in the yard since January, when a survey found cracks in both of its shafts and in one rudder.",
)


def _resumed(lines: tuple[str, ...]) -> list[str]:
    page = read("\n\n".join((*STORY, *lines)), kind="text")
    evidence = weigh(page)
    scores = (1.0, 1.0, *evidence.scores[2:])
    return [page.blocks[index].text for index in sorted(resumed(page, replace(evidence, scores=scores)))]


@pytest.mark.parametrize(
    ("lines", "story"),
    [
        (
            (
                "Read also",
                "A bear",
                "A moose",
                "A pike",
                "A crow",
                "Digging took the crew of four eleven days in the cold. It is over now, the mate said on Friday.",
            ),
            1,
        ),
        (("Read also", "Fares rise", "Digging took eleven days.", "It is over."), 2),
        (("Read also: Fares rise again", "Digging took eleven days.", "It is over.", "A new pier", "It floats."), 4),
        (("Читайте также", "Лось зашёл в аптеку", "Медведь съел приманку.", "Он уснул."), 2),
        (("اقرأ أيضا", "العثور على ساعة", "سقط الخاتم في الماء.", "لم يصدأ."), 2),
        (
            (
                "Read also",
                "Fares rise",
                "Digging took eleven days and cost a crown.",
                "A pier",
                "It floats.",
                "It holds.",
            ),
            4,
        ),
        (("あわせて読みたい", "クマ、並ぶ", "町は名札を作った。", "名前はまだない。"), 2),
        # a teaser, questions, and a rail
        (("Read also", "Fares rise", "Digging took eleven days.", "Pier opens", "It is over."), 0),
        (
            ("Read also", "Fares", "Digging took eleven days and cost a crown.", "Pier", "It floats.", "Slip", "Rain."),
            0,
        ),
        (("Read also", "Fares rise", "Who pays for it?", "It is over."), 0),
        (("Read also", "Fares rise", "Pier opens", "Slip floods", "Digging took eleven days.", "It is over."), 0),
        (("Read also", "Digging took eleven days.", "It is over."), 0),
        (("Home", "Read also", "Fares rise", "Digging took eleven days.", "It is over."), 0),
    ],
)
def test_two_sentences_below_a_headline_or_two_are_the_story(lines: tuple[str, ...], story: int) -> None:
    found = _resumed(lines)
    assert len(found) == story
    assert not story or found == list(lines[-story:])


def _below(lines: tuple[str, ...], score: float = 0.35) -> list[str]:
    page = read("\n\n".join((*STORY, *lines)), kind="text")
    evidence = replace(weigh(page), scores=(1.0, 1.0, *(score for _ in lines)))
    return [page.blocks[index].text for index in sentences_below(page, evidence, {0, 1}, 0.3)]


@pytest.mark.parametrize(
    ("lines", "story"),
    [
        (("The janitor lured them out with oats.", "They want a bench with a view."), 2),
        (("Advertisement", "The janitor lured them out with oats."), 1),
        (("Read also: Goat steals mailbag", "The janitor lured them out with oats."), 1),
        (("The janitor lured them out", "They want a bench with a view."), 0),
        (("Three new pictures.",), 0),
        (("Write to the desk at desk@sandwick.example.",), 0),
        (("Who lured them out with oats?",), 0),
        (("Most read", "The janitor lured them out with oats."), 0),
    ],
)
def test_sentences_right_below_the_story_are_its_own(lines: tuple[str, ...], story: int) -> None:
    found = _below(lines)
    assert len(found) == story
    assert not story or found == list(lines[-story:])


def test_sentences_that_score_less_are_not() -> None:
    assert _below(("The janitor lured them out with oats.",), score=0.2) == []


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>{}</p>", [1]),
        ("<p class=x>{}</p>", []),
        ("<div><p>{}</p></div>", []),
        ("<h2>{}</h2>", []),
    ],
    ids=["made alike", "of another class", "in a box", "a heading"],
)
def test_a_paragraph_made_like_the_kept_one_beside_it_is_the_story(markup: str, found: list[int]) -> None:
    short = markup.format("Digging out the slip took the crew of four eleven days.")
    page = read(f"<article><p>{STORY[0]}</p>{short}<div><p>{STORY[1]}</p></div></article>", kind="html")
    evidence = replace(weigh(page), scores=(1.0, 0.35, 1.0))
    assert list(sentences_beside(page, evidence, {0, 2}, 0.3)) == found
    assert list(sentences_beside(page, evidence, {0, 2}, 0.4)) == []


@pytest.mark.parametrize(
    ("line", "kept", "score", "found"),
    [
        ("Who pays for the two new shafts?", {0, 2}, 0.15, [1]),
        ("¿Quién paga los dos ejes nuevos?", {0, 2}, 0.15, [1]),
        ("Digging out the slip took the crew of four eleven days.", {0, 2}, 0.15, [1]),
        ("Who pays for the two new shafts?", {0, 2}, 0.05, []),
        ("Who pays for the two new shafts?", {0}, 0.15, []),
        ("Who pays for the two new shafts?", {2}, 0.15, []),
        ("Who pays?", {0, 2}, 0.15, []),
        ("Save 50 per cent on every second crossing!", {0, 2}, 0.15, []),
        ("Fares to the two islands rise again", {0, 2}, 0.15, []),
        ("Read more: Who pays for the two new shafts?", {0, 2}, 0.15, []),
    ],
)
def test_a_sentence_or_question_between_kept_paragraphs_is_the_story(
    line: str, kept: set[int], score: float, found: list[int]
) -> None:
    page = read(f"<article><p>{STORY[0]}</p><h3>{line}</h3><p>{STORY[1]}</p></article>", kind="html")
    evidence = replace(weigh(page), scores=(1.0, score, 1.0))
    assert list(sentences_between(page, evidence, kept, 0.1)) == found


def test_a_question_between_is_none_above_a_line_that_is_no_paragraph() -> None:
    page = read(f"<p>{STORY[0]}</p><h3>Who pays for the two new shafts?</h3><p>Fares</p>", kind="html")
    evidence = replace(weigh(page), scores=(1.0, 0.15, 1.0))
    assert list(sentences_between(page, evidence, {0, 2}, 0.1)) == []


def test_a_readers_question_stays_above_its_answer() -> None:
    page = read(f"<p>{STORY[0]}</p><button>Who pays for the two new shafts?</button><p>{STORY[1]}</p>", kind="html")
    evidence = replace(weigh(page), scores=(1.0, 0.15, 1.0))
    assert newsclean.Cleaner().settle(page, evidence).article.text.count("\n\n") == 2
