"""Forms of captions: a line in; who owns or holds the picture above it, or whether it says who stands where, out.

A caption shows so by its form, in any language; what its words say of who took the picture is `picturecredits`' matter.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from newsclean.conventions.who.agencies import agencies
from newsclean.conventions.who.credits import is_name
from newsclean.conventions.who.picturecredits import LABELS, MIN_WORDS, REACH, STOCKS, is_capitalised

_MAX_EQUAL: Final = 24
_MAX_OWNER: Final = 60
_MAX_HAN: Final = 24
_MIN_HAN: Final = 4
"""Characters before the word for who took a picture; alone, it is a credit of a phrase's."""
_NAMED: Final = re.compile(r"[.!?…][”’\"')»\]]* ([^.!?:()\d]{4,40}) [(\[]([^()\[\]]{2,30})[)\]]$")
"""A few words and brackets after the last sentence."""
_SQUARED: Final = re.compile(r"[^.!?…。\s\"”’'»)] \[([^\[\]\d]{2,30})\]$")
"""Square brackets behind words that no full stop ends."""
_PAIR: Final = re.compile(r"\w{3}[.!?…][”’\"')»\]]* [(\[]?([^.,!?()\[\]/|]{2,40})/([^.,!?()\[\]/|]{2,40})[)\]]?\.?$")
"""Two names and a slash after the last sentence: who took the picture, and for whom."""
_BARE: Final = re.compile(r"[.!?…][”’\"')»\]]* ([^\W\d_][^.():]{1,25})$")
"""A word or two after the last sentence, without brackets: in these an agency signs a story."""
_OWNER: Final = re.compile(
    r"[^\s©] ?[\s\w.!?…。”\"»)\]|—–-]©\s?(?!\d|copyright)([^\W\d_](?:[^©.!?]|\.(?=\w)){1,60})$", re.IGNORECASE
)
"""A copyright sign and a name; with a year it is the page's."""
_LETTERED: Final = re.compile(r"[^\s\d;,] ?(?:\([cC]\)|（[CcＣｃ]）) ?(?![a-z]|Copyright)([^\W\d_][^©.!?;:,]{1,50})$")
"""The same with a letter in brackets; "(c)" before small letters is the third of a list."""
_PLACES: Final = (
    r"left|right|centre|center|(?:von )?links|rechts|Mitte|izquierda|derecha|izq\.|dcha\.|à gauche|à droite|au centre",
    "a sinistra|a destra|al centro|à esquerda|à direita|слева|справа|в центре|左|右|中|中央|左から[^()（）]{0,6}",
    r"왼쪽|오른쪽|가운데|z lewej|z prawej|vlevo|vpravo|till vänster|till höger|t\.v\.|t\.h\.",
)
_ARCHIVES: Final = (
    "pictures? posed by [^()]{3,20}|(?:stock|file) (?:image|photo|picture)|(?:Archiv|Symbol)(?:bild|foto)",
    "foto de archivo|foto d.archivio|photo d.illustration|photo d.archives?",
)
_PLACED: Final = re.compile(rf"[(（](?:[^()（）]{{0,25}}[,;] ?)?(?:{'|'.join(_PLACES)})[)）]", re.IGNORECASE)
_ARCHIVED: Final = re.compile(rf"[(（](?:{'|'.join(_ARCHIVES)})[)）]", re.IGNORECASE)
_HAN_TAKEN: Final = re.compile(
    r"(?:供图|供圖|(?<!拍)摄影?|(?<!拍)攝影?|(?:资料|資料)(?:图片?|圖片?|照片?)|(?:视频|網絡|网络|网页|微博)?截[图圖]"
    r"|视觉中国(?: ?资料)?|东方IC(?: ?资料)?|[图圖]源.{1,10})(?:[ 　/|][^ 　。，！？]{2,8})?[)）]?$"
)
"""Who sent or took a picture, or that it is an old one or a screenshot, as Chinese captions end."""
_NAMED_OWNER: Final = re.compile(
    r"[–—-]? ?(?:©\s?(?!copyright)([^\W\d_][^\d©]+)|\(([^\W\d_][^()\d:]+)\))$", re.IGNORECASE
)
_HELD: Final = re.compile(r"\w{2}[.…][”’\"')»\]]* \(([^()\d:]{2,30})\)$")
"""A name in brackets after the last sentence: who holds the picture, or an agency that signs a paragraph."""
_EQUAL: Final = re.compile(r"[^。！？.!?\s][=＝]([^=＝]{2,20})$")
"""As Japanese captions end; where a sentence has ended before it, the agency's sign closes the story."""
_STOCK_NAMES: Final = frozenset(("getty", "rex", "splash", "wenn", *map(str.casefold, STOCKS)))
_OWNER_SIGNS: Final = ("©", "(c)", "(C)", "（Ｃ）", "（C）")
_SIGNS: Final = (*_OWNER_SIGNS, *LABELS, *(f"{stock}\n" for stock in STOCKS))
"""Of what may be a credit: an owner's sign or a label anywhere in a line, a stock of pictures at its end."""


def signed_lines(texts: Sequence[str]) -> list[int]:
    """Return which lines may end with a credit though none has a bracket: a stock, an owner, "Photo by".

    >>> signed_lines(["The bell. Photo by Ines Vallet", "The bell rang.", "The bell. Getty Images", "© Ines Vallet"])
    [0, 2, 3]
    """
    page = "\n".join(("", *texts, ""))
    starts = list(accumulate((len(text) + 1 for text in texts), initial=1))
    return sorted({bisect_right(starts, at) - 1 for sign in _SIGNS for at in _places(sign, page)})


def _places(text: str, page: str) -> Iterator[int]:
    """Yield where a text stands in another one: at the speed of the search for a literal."""
    at = page.find(text)
    while at >= 0:
        yield at
        at = page.find(text, at + 1)


def owner(text: str) -> str | None:
    """Return who owns the picture by the copyright sign that a line ends with.

    >>> owner("The bell of the ferry on the quay. © Ines Vallet/dpa"), owner("© 2024 Valley Press")
    ('Ines Vallet/dpa', None)
    """
    if not any(sign in text for sign in _OWNER_SIGNS):
        return None
    start = max(0, len(text) - REACH)
    found = _OWNER.search(text, start) or _LETTERED.search(text, start)
    return found.group(1) if found is not None else None


def has_agency_sign(text: str) -> bool:
    """Return whether a line ends with an agency as Japanese captions do: "=共同"."""
    if "=" not in text and "＝" not in text:
        return False
    found = _EQUAL.search(text, max(0, len(text) - _MAX_EQUAL))
    return found is not None and bool(agencies(found.group(1)))


def says_taken(text: str) -> bool:
    """Return whether a line ends as Japanese captions do and no story does: "=船長撮影"."""
    return text.endswith(("撮影", "提供")) and ("=" in text or "＝" in text)


def ends_as_han_caption(text: str) -> bool:
    """Return whether a line ends as Chinese captions do, behind what the picture shows.

    >>> ends_as_han_caption("码头上的渡轮。港务局供图 华龙网"), ends_as_han_caption("渡轮视频由路人拍摄")
    (True, False)
    """
    found = _HAN_TAKEN.search(text, max(0, len(text) - _MAX_HAN))
    return found is not None and found.start() >= _MIN_HAN


def tells_places(text: str, *, is_open: bool) -> bool:
    """Return whether a line says in brackets that a picture is an old one or, without a full stop, who stands where.

    >>> tells_places("The mayor (left) and the captain of the ferry", is_open=True)
    True
    >>> tells_places("The left (in Sandwick) won and the right (left behind) lost", is_open=True)
    False
    """
    return _ARCHIVED.search(text) is not None or (is_open and _PLACED.search(text) is not None)


def holder(text: str) -> str | None:
    """Return the name in brackets that stands after the last sentence of a line.

    >>> holder("The bell of the ferry lies on the quay. (Valley Press)"), holder("The bell rang. (it still does)")
    ('Valley Press', None)
    """
    found = _HELD.search(text, max(0, len(text) - REACH)) if text.endswith(")") else None
    return found.group(1) if found is not None and is_capitalised(found.group(1)) else None


def names_owner(text: str) -> bool:
    """Return whether a line is only an owner's name behind a copyright sign, or a name in brackets.

    >>> names_owner("© dpa | Ines Vallet"), names_owner("(Valley Press)"), names_owner("© 2024"), names_owner("[17]")
    (True, True, False, False)
    """
    found = _NAMED_OWNER.match(text) if len(text) <= _MAX_OWNER else None
    return found is not None and (found.group(1) is not None or is_capitalised(found.group(2)))


def names_agency(text: str) -> bool:
    """Return whether a line ends, after its last sentence, with a name and an agency in brackets, or has no full stop.

    >>> names_agency("An olive grove near Tarn. Ines Vallet (EFE)"), names_agency("The vote is over. (EFE)")
    (True, False)
    >>> names_agency("An olive grove near Tarn [REUTERS]"), names_agency("How to plant an olive grove [Free guide]")
    (True, False)
    """
    if text.endswith("]") and (squared := _SQUARED.search(text, max(0, len(text) - REACH))):
        return bool(agencies(squared.group(1))) or squared.group(1).casefold() in _STOCK_NAMES
    found = _NAMED.search(text, max(0, len(text) - REACH)) if text.endswith((")", "]")) else None
    return found is not None and " " in found.group(1) and is_name(found.group(1)) and bool(agencies(found.group(2)))


def ends_with_pair(text: str) -> bool:
    """Return whether two names with a slash stand after the last sentence of a line, and it is no desk's sign-off.

    >>> ends_with_pair("The bell of the ferry lies on the quay. Pexels/Ines Vallet")
    True
    >>> ends_with_pair("The bell of the ferry lies on the quay. (AP/dpa)")
    False
    """
    found = _PAIR.search(text, max(0, len(text) - REACH)) if "/" in text else None
    if found is None or len(text[: found.start()].split()) < MIN_WORDS:
        return False
    taker, body = found.groups()
    named = " " in taker.strip() or " " in body.strip()
    return named and is_capitalised(taker) and is_capitalised(body) and not agencies(f"{taker}/{body}")


def ends_with_agency(text: str) -> bool:
    """Return whether an agency stands bare after the last sentence of a line; in brackets it signs a paragraph.

    >>> ends_with_agency("The bell lies on the quay. The Associated Press"), ends_with_agency("The vote is over. (EFE)")
    (True, False)
    """
    found = _BARE.search(text, max(0, len(text) - REACH))
    return found is not None and bool(agencies(found.group(1)))
