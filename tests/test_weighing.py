"""Weighing: what the page as a whole changes about the verdict on its blocks."""

import numpy as np
import pytest

from newsclean.evidence import weigh
from newsclean.evidence.scorer import Scorer
from newsclean.evidence.weighing import PROSE_CUT
from newsclean.sources import read

STORY = (
    "Turnout was higher than at any election since the war, the returning officer said on Friday.",
    "Fares will rise by a fifth in the summer, and fall again when the visitors have left.",
    "The crew of four had been given notice in January, and had bought a coffee cart together.",
)
MENU = ("News", "Sport and races", "The weather", "Letters to us", "Log in", "Contact", "About the Post", "Jobs") * 3


@pytest.mark.parametrize(
    ("lines", "chance", "is_left_alone"),
    [(STORY, 0.1, True), (STORY, 0.9, False), ((*MENU, *STORY), 0.1, False)],
    ids=["sentences in doubt", "sentences without doubt", "a page with menus"],
)
def test_a_page_of_sentences_in_doubt_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], chance: float, *, is_left_alone: bool
) -> None:
    monkeypatch.setattr(Scorer, "score", lambda _, table, *__: np.full(len(table), 0.2, dtype=np.float32))
    monkeypatch.setattr(Scorer, "quality", lambda *_: chance)
    evidence = weigh(read("\n\n".join(lines), kind="text"))
    assert (evidence.cut <= PROSE_CUT) is is_left_alone
