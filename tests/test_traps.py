"""Sentences of articles that hold the words of junk phrases: no pack may match any of them."""

import pytest

from newsclean.folding import fold
from newsclean.phrases import match
from newsclean.phrases.pack import Pack, packs

PACKS = list(packs())
FEWEST = 5


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.language)
def test_no_trap_matches(pack: Pack) -> None:
    assert [(trap, match(fold(trap))) for trap in pack.traps if match(fold(trap))] == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.language)
def test_every_pack_has_traps(pack: Pack) -> None:
    assert len(pack.traps) >= FEWEST


@pytest.mark.parametrize("trap", [trap for pack in PACKS for trap in pack.traps[:3]])
def test_a_trap_inside_quotes_or_after_a_bullet_survives(trap: str) -> None:
    assert match(fold(f"“{trap}”")) is None
    assert match(fold(f"- {trap}")) is None
