"""Mojibake: UTF-8 that was decoded as Windows-1252, Latin-1 or Windows-1251 is read again; a page in, the page out.

It knows what such a decoder makes of typographic marks ("â€™" or "вЂ™" for an apostrophe) and of letters ("Ã©", "Рё").
The first stand in no honest text; the second are touched only on a page that has one of the first, or several of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from newsclean.block import Json, JsonObject, Page

WINDOWS: Final = {
    code: bytes((code,)).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What the bytes are that Latin-1 reads as controls: on no page does a C1 control stand for itself."""


@dataclass(frozen=True, slots=True)
class _Misreading:
    """What a decoder makes of UTF-8."""

    sure: str
    """How dashes, quotation marks, bullets and ellipses begin."""
    may: str
    """A letter without which there is no misread letter."""
    likely: re.Pattern[str]
    """A letter, or letters in a row, as no honest text has them."""
    min_likely: int
    damaged: re.Pattern[str]
    bytes_of: Mapping[str, int]
    """The bytes of characters beyond Latin-1."""
    short: Mapping[str, str]
    """Pieces whose last byte became a space, or nothing that is printed."""

    def is_in(self, text: str) -> bool:
        """Return whether a page's text was misread so."""
        return self.sure in text or (self.may in text and len(self.likely.findall(text)) >= self.min_likely)

    def read_again(self, text: str) -> tuple[str, int]:
        """Return the text as it was meant, and how many characters were misread."""
        return self.damaged.subn(self._again, text)

    def _again(self, found: re.Match[str]) -> str:
        piece = found.group()
        plain = self.short.get(piece)
        if plain is not None:
            return plain
        try:
            return bytes([self.bytes_of.get(character, ord(character) & 0xFF) for character in piece]).decode()
        except UnicodeDecodeError:
            return piece


def _western() -> _Misreading:
    bytes_of = {character: code for code, character in WINDOWS.items()}
    tail = f"[{re.escape(''.join(bytes_of))}\xa1-\xbf]"
    return _Misreading(
        sure="â€",
        may="Ã",
        likely=re.compile("Ã[¡-º¼-¿]|Ã‰"),
        min_likely=3,
        damaged=re.compile(f"â(?:€{tail}?|„¢|‚¬)|[ÃÄÅÐÑ×ØÙ]{tail}|Â[\xa1-\xbf]|[ÂÃ](?= |$)"),
        bytes_of=bytes_of,
        short={"â€": "”", "Â": "", "Ã": "à"},
    )


def _cyrillic() -> _Misreading:
    bytes_of = {bytes((code,)).decode("cp1251"): code for code in range(0x80, 0x100) if code != 0x98}  # noqa: PLR2004
    # the one byte that is no character there is read as a control, or as what that stands for elsewhere
    bytes_of |= {"\x98": 0x98, WINDOWS[0x98]: 0x98}
    tails = "".join(character for character, code in bytes_of.items() if 0x80 <= code < 0xC0 and code != 0xA0)  # noqa: PLR2004
    tail = f"[{re.escape(tails)}]"
    return _Misreading(
        sure="вЂ",
        may="Р",
        likely=re.compile(f"(?:[РС]{tail}){{3}}"),
        min_likely=1,
        damaged=re.compile(f"в(?:Ђ{tail}?|„{tail}|‚¬)|[РС]{tail}|В{tail}|[РВ](?: |$)"),
        bytes_of=bytes_of,
        short={"вЂ": "”", "Р ": "Р", "Р": "Р", "В ": " ", "В": ""},
    )


_MISREADINGS: Final = (_western(), _cyrillic())


def mended(page: Page) -> Page:
    """Return the page with its mojibake read again and a warning that says so; an honest page as it is."""
    whole = "\n".join([block.text for block in page.blocks])
    how = next((how for how in _MISREADINGS if how.is_in(whole)), None)
    if how is None:
        return page
    count = 0
    for block in page.blocks:
        text, found = how.read_again(block.text)
        count += found
        # a block of which nothing is printed stays as it came: no block is empty
        block.text = " ".join(text.split()) or block.text
        if block.link_chars is not None and block.bold_chars is not None:
            block.link_chars = min(block.link_chars, len(block.text))
            block.bold_chars = min(block.bold_chars, len(block.text))
    data = page.metadata
    metadata = replace(
        data,
        title=data.title and _value_again(data.title, how),
        meta=tuple((name, _value_again(content, how)) for name, content in data.meta),
        json_ld=tuple(_object_again(item, how) for item in data.json_ld),
        microdata=tuple((name, _value_again(value, how), block) for name, value, block in data.microdata),
        bylines=tuple((_value_again(text, how), block) for text, block in data.bylines),
        kickers=tuple((_value_again(text, how), block) for text, block in data.kickers),
        times=tuple(time._replace(text=_value_again(time.text, how)) for time in data.times),
        images=tuple(image._replace(alt=_value_again(image.alt, how)) for image in data.images),
        links=tuple(link._replace(text=_value_again(link.text, how)) for link in data.links),
    )
    message = f"{count} characters had been decoded by the wrong charset; they were read again as UTF-8"
    return replace(page, metadata=metadata, warnings=(*page.warnings, ("mojibake", message)))


def _value_again(text: str, how: _Misreading) -> str:
    return how.read_again(text.translate(WINDOWS))[0]


def _object_again(item: JsonObject, how: _Misreading) -> JsonObject:
    """Return an object with every string in it read again, however deep it stands."""
    again = dict(item)
    waiting: list[dict[str, Json] | list[Json]] = [again]
    while waiting:
        parts = waiting.pop()
        pairs: list[tuple[Any, Json]] = list(parts.items() if isinstance(parts, dict) else enumerate(parts))
        for key, value in pairs:
            if isinstance(value, str):
                found: Json = _value_again(value, how)
            elif isinstance(value, dict | list):
                found = value.copy()
                waiting.append(found)
            else:
                continue
            parts[key] = found
    return again
