"""Every phrase of every language pack is matched as its own family; matching is linear and never raises."""

import json
import random
import re
import time
from pathlib import Path

import pytest

from newsclean import clean
from newsclean.folding import fold
from newsclean.phrases import FAMILIES, Hit, match
from newsclean.phrases.index import Index
from newsclean.phrases.pack import Pack, Phrases, packs
from newsclean.phrases.slots import slotted
from newsclean.testing import Case, read_cases

PACKS = list(packs())
FIXTURES = Path(__file__).parent.parent / "fixtures"
STANDING = {path.stem: tuple(read_cases(path)) for path in sorted((FIXTURES / "phrases").glob("*.diff"))}
"""By language: standing texts of whole sentences, each case a family, and sentences of stories like them."""
TOLD = {
    language: json.loads(article.read_text(encoding="utf-8"))
    for language in STANDING
    if (article := FIXTURES / "pages" / f"lang-{language}" / "article.json").exists()
}
"""By language: a story."""
FILLED = {
    "n": "3",
    "word": "abc",
    "words": "abc def",
    "network": "facebook",
    "name": "Maria Lopez",
    "when": "12.05.2024",
    "text": "abc def",
}
BY_PACK = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.language)


def filled(phrase: str) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda slot: FILLED[slot[1]], phrase)


@BY_PACK
def test_every_line_fills_a_line_of_its_family(pack: Pack) -> None:
    wrong = [
        (family, line, match(fold(filled(line))))
        for family, phrases in pack.phrases.items()
        for line in phrases.lines
        if getattr(match(fold(filled(line))), "family", None) != family
    ]
    assert not wrong


@BY_PACK
def test_every_label_and_start_is_known(pack: Pack) -> None:
    unknown = [
        (family, text)
        for family, phrases in pack.phrases.items()
        for text in (*phrases.labels, *phrases.heads, *(f"{start} 3 abc" for start in phrases.starts))
        if match(fold(text)) is None
    ]
    assert not unknown


@BY_PACK
def test_a_label_is_followed_by_what_it_labels(pack: Pack) -> None:
    for family, phrases in pack.phrases.items():
        for label in phrases.labels:
            hit = match(fold(f"{label} > 12.05.2024 qwertz" if family == "nav" else f"{label}: 12.05.2024 qwertz"))
            assert hit is not None, (family, label)


def test_the_rest_of_a_label_is_told() -> None:
    assert match(fold("Baca juga: Harga cabai turun")) == Hit("promo", "harga cabai turun", "id")
    assert match(fold("（责任编辑：王小明）")) == Hit("signoff", "王小明", "zh")


def test_typography_does_not_matter() -> None:
    for line in ("» Share this article…", "SHARE THIS ARTICLE", "[share this article]", "📷 Share this article"):
        hit = match(fold(line))
        assert hit is not None, line
        assert hit.family == "share", line


def test_a_number_alone_is_no_phrase() -> None:
    assert [line for line in ("2024", "5", "3.5", "4.7/5") if match(fold(line))] == []


def test_a_sentence_with_the_words_of_a_byline_is_no_byline() -> None:
    assert match(fold("By the river stood a mill.")) is None


def test_nothing_raises() -> None:
    chance = random.Random(7)  # noqa: S311 - not for secrets
    letters = [*"abc 012().:|-/>©*\"'%+", "ꙮ", "分", "享", "の", "؟", "।", "é", "ا", "क", "ी", "한", "\u0301"]
    words = [filled(line) for pack in PACKS for phrases in pack.phrases.values() for line in phrases.lines[:40]]
    for _ in range(4000):
        line = "".join(chance.choices(letters, k=chance.randrange(14)))
        word = chance.choice(words)
        for text in (line, word[: chance.randrange(20)] + line, line + word[-chance.randrange(1, 20) :]):
            hit = match(fold(text))
            assert hit is None or hit.family in FAMILIES


@pytest.mark.parametrize("line", ["x" * 5_000_000, "word " * 100_000, ">|" * 300, "!" * 600, "3/" * 80, "(" * 600])
def test_long_lines_cost_nothing(line: str) -> None:
    match("warm")
    start = time.process_time()
    match(line)
    assert time.process_time() - start < 0.05


def test_what_is_remembered_of_other_lines_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.phrases.index._MAX_KNOWN", 2)
    index = Index(packs())
    pages = (["share this article", "home"], ["home", "a storm closed the bridge", "home"], ["share this article"] * 3)
    for page in (*pages, *pages):
        assert index.match_all(page) == [index.match(line) for line in page]


def test_unknown_slots_and_families_are_refused() -> None:
    with pytest.raises(KeyError):
        slotted("by ꙮnmaeꙮ")


def test_the_first_pack_that_knows_a_phrase_names_it() -> None:
    first, second = (Pack(language, {"share": Phrases(lines=("Zap it",))}) for language in ("aa", "bb"))
    padding = Pack("cc", {"nav": Phrases(starts=("qqqq",))})
    assert Index([first, second, padding]).match("zap it") == Hit("share", "", "aa")


def test_every_language_has_standing_texts() -> None:
    assert sorted(STANDING) == sorted(pack.language for pack in PACKS if pack.language != "mul")


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{lang}: {case.title}") for lang, cases in STANDING.items() for case in cases]
)
def test_a_standing_text_is_known_and_a_story_like_it_is_not(case: Case) -> None:
    family = case.title.partition(":")[0]
    hits = [match(fold(line)) for line in case.lines]
    wrong = [line for index, line in enumerate(case.lines) if hits[index] is None and index in case.junk]
    wrong += [line for line, hit in zip(case.lines, hits, strict=True) if hit is not None and hit.family != family]
    wrong += [line for index, line in enumerate(case.lines) if hits[index] is not None and index not in case.junk]
    assert wrong == []


def stays(language: str, line: str, *, at_end: bool) -> bool:
    """Say whether a line stays in a story, as its last paragraph or amid it; the story itself stays whole."""
    story = TOLD[language]["text"].split("\n\n")
    at = len(story) if at_end else len(story) // 2
    page = [TOLD[language]["title"], *story[:at], line, *story[at:]]
    text = clean("\n\n".join(page), kind="text").text.split("\n\n")
    assert [paragraph for paragraph in story if paragraph not in text] == []
    return len(text) > len(story)


@pytest.mark.parametrize(
    ("at_end", "families"),
    [
        (True, set(FAMILIES) - {"blocked"}),
        (False, {"newsletter", "paywall", "promo", "consent", "ad"}),
    ],
    ids=["below a story", "between its paragraphs"],
)
def test_nearly_every_standing_text_goes(*, at_end: bool, families: set[str]) -> None:
    lines = [
        (language, case.lines[0])
        for language in TOLD
        for case in STANDING[language]
        if case.title.partition(":")[0] in families
    ]
    kept = [(language, line) for language, line in lines if stays(language, line, at_end=at_end)]
    # short lines that the scorer is sure of stay
    assert len(kept) * (50 if at_end else 10) <= len(lines), kept
