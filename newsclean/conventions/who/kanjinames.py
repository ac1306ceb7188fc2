"""Japanese names in bylines: "（政治部 和田基宏）", told by their family names; a text in, its credits out."""

from typing import Final

import regex

from newsclean.conventions.who.credits import Credit, vocabulary

_GIVEN = regex.compile(r"[\p{Han}\p{Hiragana}]{1,3}")
_LONGEST: Final = 3
"""Characters of a family name."""
_SHORTEST: Final = 3
_NO_NAME = regex.compile(
    r"(?:[県市区町村駅郡島港氏家屋館寺神川山線州店社部局省庁党組会摄攝撮写影著訳]|知事|[市社会校駅]長|首相|監督|選手|議員|教授|被告)$"
)
"""What places, houses, bodies and titles end with that start with a family name."""
_BEFORE = regex.compile(
    r"^(?:[\p{Han}\p{Katakana}ー]{1,10}(?:部|支局|総局|委員|記者|特派員|論説室)|"
    r"[\p{Han}\p{Katakana}ー]{2,10}[＝=])[\s　・]*"
)
"""The desk or the place before a name."""
_BETWEEN = regex.compile(r"[、,，]\s?|\s?[・／/]\s?")


def kanji_names(text: str) -> tuple[Credit, ...]:
    """Return whom a text of nothing but Japanese names, perhaps behind their desk, credits.

    >>> [credit.name for credit in kanji_names("政治部 和田基宏、鈴木 花子")]
    ['和田基宏', '鈴木 花子']
    >>> kanji_names("山口県"), kanji_names("写真は和田基宏")
    ((), ())
    """
    names = [name.strip() for name in _BETWEEN.split(_BEFORE.sub("", text.strip())) if name.strip()]
    return tuple(map(Credit, names)) if names and all(map(_is_kanji_name, names)) else ()


def _is_kanji_name(text: str) -> bool:
    """Return whether a text is a Japanese family name and a given name, perhaps with a space between them."""
    bare = text.replace(" ", "").replace("\u3000", "")
    surnames = vocabulary("kanji_surnames")
    given = next((bare[at:] for at in range(_LONGEST, 0, -1) if bare[:at] in surnames), "")
    return _GIVEN.fullmatch(given) is not None and len(bare) >= _SHORTEST and _NO_NAME.search(bare) is None
