"""Mojibake: UTF-8 that was decoded as Windows-1252 or Latin-1 is read again; a page in, the page out.

It knows what such a decoder makes of typographic marks ("â€™" for an apostrophe) and of letters ("Ã©"). The first stand
in no honest text; the second are touched only on a page that has one of the first, or several of them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from newsclean.block import Json, Page

WINDOWS: Final = {
    code: bytes((code,)).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What the bytes are that Latin-1 reads as controls: on no page does a C1 control stand for itself."""
_BYTES: Final = {character: code for code, character in WINDOWS.items()}
_TAIL: Final = f"[{re.escape(''.join(_BYTES))}\xa1-\xbf]"
_SURE: Final = "â€"
"""How dashes, quotation marks, bullets and ellipses begin."""
_LIKELY: Final = re.compile("Ã[¡-º¼-¿]|Ã‰")
_MIN_LIKELY: Final = 3
_DAMAGED: Final = re.compile(f"â(?:€{_TAIL}?|„¢|‚¬)|[ÃÄÅÐÑ×ØÙ]{_TAIL}|Â[\xa1-\xbf]|[ÂÃ](?= |$)")
_SHORT: Final = {"â€": "”", "Â": "", "Ã": "à"}
"""Pieces whose last byte became a space, or nothing that is printed."""


def mended(page: Page) -> Page:
    """Return the page with its mojibake read again and a warning that says so; an honest page as it is."""
    texts = [block.text for block in page.blocks]
    if not any(_SURE in text or "Ã" in text for text in texts) or not _is_damaged(texts):
        return page
    count = 0
    for block in page.blocks:
        text, found = _DAMAGED.subn(_again, block.text)
        count += found
        # a block of which nothing is printed stays as it came: no block is empty
        block.text = " ".join(text.split()) or block.text
        if block.link_chars is not None and block.bold_chars is not None:
            block.link_chars = min(block.link_chars, len(block.text))
            block.bold_chars = min(block.bold_chars, len(block.text))
    data = page.metadata
    metadata = replace(
        data,
        title=data.title and _read_again(data.title),
        meta=tuple((name, _read_again(content)) for name, content in data.meta),
        json_ld=tuple({key: _values_again(value) for key, value in item.items()} for item in data.json_ld),
    )
    message = f"{count} characters had been decoded by the wrong charset; they were read again as UTF-8"
    return replace(page, metadata=metadata, warnings=(*page.warnings, ("mojibake", message)))


def _is_damaged(texts: Iterable[str]) -> bool:
    joined = "\n".join(texts)
    return _SURE in joined or len(_LIKELY.findall(joined)) >= _MIN_LIKELY


def _read_again(text: str) -> str:
    return _DAMAGED.sub(_again, text.translate(WINDOWS))


def _values_again(value: Json) -> Json:
    if isinstance(value, str):
        return _read_again(value)
    if isinstance(value, list):
        return [_values_again(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _values_again(item) for key, item in value.items()}
    return value


def _again(found: re.Match[str]) -> str:
    piece = found.group()
    plain = _SHORT.get(piece)
    if plain is not None:
        return plain
    try:
        return bytes([_BYTES.get(character, ord(character) & 0xFF) for character in piece]).decode()
    except UnicodeDecodeError:
        return piece
