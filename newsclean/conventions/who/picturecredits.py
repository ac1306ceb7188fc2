"""Credits of pictures as captions print them: a line in, the piece of it that may say who took the picture out.

Whether a piece is a credit is told by its words; which words a language has for "photo" is the phrase packs' matter.
"""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.conventions.who.agencies import agencies, agency, is_source
from newsclean.conventions.who.credits import is_name

_REACH: Final = 90
"""Characters of a line's end in which its credit stands."""
_MAX_LABEL: Final = 20
_MAX_EQUAL: Final = 24
_MAX_NAME: Final = 4
_MAX_OWNER: Final = 60
MIN_WORDS: Final = 6
"""Words of a caption before a name without a label."""
_CLOSERS: Final = (")", "]", "）", "】", ").", "].")
_STOCK: Final = (
    "Getty Images", "Shutterstock", "iStock", "File photo", "File Photo", "file photo", "Unsplash", "Pexels", "Pixabay",
    "Adobe Stock", "AdobeStock", "Alamy", "Depositphotos", "Wikimedia Commons", "picture alliance",
)  # fmt: skip
_SHOT: Final = re.compile(
    r"(?<!/)\b(?:photo|foto|images?|pool|handout) ?/|/ ?(?:getty|afp photo|reuters photo)"
    r"|getty images|shutterstock|istock"
    r"|(?:/|\b(?:on|via|from)) ?(?:unsplash|pexels|pixabay|adobe ?stock|wikimedia|flickr)\b"
)
_BRACKET: Final = re.compile(r"[(\[（【]([^()\[\]（）【】]{3,80})[)\]）】]\.?$")
_AFTER: Final = re.compile(r"[.!?…。！？][”’\"')»\]]* ([^\s.!?。！？:：][^.!?。！？:：]{1,30}[:：] ?[^:：]{2,60})$")
"""A short label, a colon and a few words after the last sentence."""
_PARTED: Final = re.compile(r" [|–—/-] ?([^\W\d_][^:：|–—]{1,24}[:：] ?[^:：!?。]{2,60})$")
"""A label and a few words after a sign that parts them from the caption."""
_LABEL: Final = re.compile(r"\S ([^\W\d_][^\s:：]{1,20}[:：] ?([^:：!?。]{2,60}))$")
"""A label of one word and a few words, whatever stands before."""
_TAIL: Final = re.compile(r"(?:[.!?…][”’\"')»\]]* |[。！？] ?)((?:[^.!?。！？:：]|(?<=\b[^\W\d_])\.){4,60})$")
"""A few words after the last sentence; the dot of an initial ends none."""
_NAMED: Final = re.compile(r"[.!?…][”’\"')»\]]* ([^.!?:()\d]{4,40}) [(\[]([^()\[\]]{2,30})[)\]]$")
"""A few words and brackets after the last sentence."""
_PAIR: Final = re.compile(r"\w{3}[.!?…][”’\"')»\]]* [(\[]?([^.,!?()\[\]/|]{2,40})/([^.,!?()\[\]/|]{2,40})[)\]]?\.?$")
"""Two names and a slash after the last sentence: who took the picture, and for whom."""
_BARE: Final = re.compile(r"[.!?…][”’\"')»\]]* ([^\W\d_][^.():]{1,25})$")
"""A word or two after the last sentence, without brackets: in these an agency signs a story."""
_SAID: Final = re.compile(
    r"[.!?…][”’\"')»\]]* [–—-]? ?[(\[]?"
    r"((?:photo|image|picture|foto|bild)s? (?:by|via|courtesy|from|credit|[–—-])[^.!?]{3,60})\.?[)\]]?\.?$",
    re.IGNORECASE,
)
"""A last sentence that is nothing but a credit."""
_SLASHED: Final = re.compile(r"\S ((?:[^\W\d_][\w.'’-]* ){1,2}[^\W\d_][\w.'’-]*/ ?[^/]{2,25})$")
"""Two or three words, a slash and an agency, whatever stands before."""
_AGENCY_FIRST: Final = re.compile(r"\S ([^\W\d_][\w-]{1,11})/ ?((?:[^\W\d_][\w.'’-]* ?){2,3})$")
"""An agency, a slash and a name, whatever stands before."""
_OWNER: Final = re.compile(r"[^\s©] ?[\s.!?…。”\"»)\]|—–-]©\s?(?!\d|copyright)([^\W\d_][^©.!?]{1,60})$", re.IGNORECASE)
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
_NAMED_OWNER: Final = re.compile(
    r"[–—-]? ?(?:©\s?(?!copyright)([^\W\d_][^\d©]+)|\(([^\W\d_][^()\d:]+)\))$", re.IGNORECASE
)
_HELD: Final = re.compile(r"\w{2}[.…][”’\"')»\]]* \(([^()\d:]{2,30})\)$")
"""A name in brackets after the last sentence: who holds the picture, or an agency that signs a paragraph."""
_TAKEN: Final = re.compile(r"[^。！？.!?\s][=＝](?:[^=＝。、]{2,20}、){0,3}([^=＝。、]{2,20})$")
"""The last of the day, the place and the name that stand behind a Japanese caption."""
_EQUAL: Final = re.compile(r"[^。！？.!?\s][=＝]([^=＝]{2,20})$")
"""As Japanese captions end; where a sentence has ended before it, the agency's sign closes the story."""
_OWNER_SIGNS: Final = ("©", "(c)", "(C)", "（Ｃ）", "（C）")
_LABELS: Final = (". Photo ", ". Image ", ". Picture ", ". Foto ", ". Bild ")
_SIGNS: Final = (*_OWNER_SIGNS, *_LABELS)
_BODIES: Final = re.compile(r" ?/ ?| for | via ")
"""What stands between who took a picture and for whom."""


def names_stock(text: str) -> bool:
    """Return whether a line ends with a stock of pictures."""
    return text.endswith(_STOCK)


def bears_sign(text: str) -> bool:
    """Return whether a line without brackets, slash or colon may end with a credit: a stock, an owner, "Photo by"."""
    return names_stock(text) or any(sign in text for sign in _SIGNS)


def owner(text: str) -> str | None:
    """Return who owns the picture by the copyright sign that a line ends with.

    >>> owner("The bell of the ferry on the quay. © Ines Vallet/dpa"), owner("© 2024 Valley Press")
    ('Ines Vallet/dpa', None)
    """
    if not any(sign in text for sign in _OWNER_SIGNS):
        return None
    start = max(0, len(text) - _REACH)
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
    found = _HELD.search(text, max(0, len(text) - _REACH)) if text.endswith(")") else None
    return found.group(1) if found is not None and _is_capitalised(found.group(1)) else None


def names_owner(text: str) -> bool:
    """Return whether a line is only an owner's name behind a copyright sign, or a name in brackets.

    >>> names_owner("© dpa | Ines Vallet"), names_owner("(Valley Press)"), names_owner("© 2024"), names_owner("[17]")
    (True, True, False, False)
    """
    found = _NAMED_OWNER.match(text) if len(text) <= _MAX_OWNER else None
    return found is not None and (found.group(1) is not None or _is_capitalised(found.group(2)))


def names_agency(text: str) -> bool:
    """Return whether a line ends, after its last sentence, with a name and an agency in brackets.

    >>> names_agency("An olive grove near Tarn. Ines Vallet (EFE)"), names_agency("The vote is over. (EFE)")
    (True, False)
    """
    found = _NAMED.search(text, max(0, len(text) - _REACH)) if text.endswith((")", "]")) else None
    return found is not None and " " in found.group(1) and is_name(found.group(1)) and bool(agencies(found.group(2)))


def piece_of(text: str, *, is_open: bool) -> str | None:
    """Return what may be the credit of a line: in brackets, after a label, after the last sentence, or all of it.

    Args:
        text: the line.
        is_open: it does not end as a sentence does.

    >>> piece_of("The bell of the ferry. Photo: Ines Vallet", is_open=True)
    'Photo: Ines Vallet'
    """
    piece: str | None = None
    if text.endswith(_CLOSERS):
        bracket = _BRACKET.search(text, max(0, len(text) - _REACH))
        piece = bracket.group(1) if bracket is not None else None
    elif len(text) <= _REACH and "/" in text and is_shot(text):
        piece = text
    else:
        piece = _last_piece(text, max(0, len(text) - _REACH - _MAX_LABEL), is_open=is_open)
    return piece if piece is not None and any(map(str.isalpha, piece)) else None


def ends_with_pair(text: str) -> bool:
    """Return whether two names with a slash stand after the last sentence of a line, and it is no desk's sign-off.

    >>> ends_with_pair("The bell of the ferry lies on the quay. Pexels/Ines Vallet")
    True
    >>> ends_with_pair("The bell of the ferry lies on the quay. (AP/dpa)")
    False
    """
    found = _PAIR.search(text, max(0, len(text) - _REACH)) if "/" in text else None
    if found is None or len(text[: found.start()].split()) < MIN_WORDS:
        return False
    taker, body = found.groups()
    named = " " in taker.strip() or " " in body.strip()
    return named and _is_capitalised(taker) and _is_capitalised(body) and not agencies(f"{taker}/{body}")


def ends_with_agency(text: str) -> bool:
    """Return whether an agency stands bare after the last sentence of a line; in brackets it signs a paragraph.

    >>> ends_with_agency("The bell lies on the quay. The Associated Press"), ends_with_agency("The vote is over. (EFE)")
    (True, False)
    """
    found = _BARE.search(text, max(0, len(text) - _REACH))
    return found is not None and bool(agencies(found.group(1)))


def labelled_pieces(text: str, *, is_open: bool) -> Iterator[str]:
    """Yield what else of a line is a credit if a phrase says so: a label without a stop before it, a last sentence.

    >>> list(labelled_pieces("The bell lies on the quay (archive) Foto: Sandwick", is_open=True))
    ['Foto: Sandwick']
    """
    start = max(0, len(text) - _REACH - _MAX_LABEL)
    if (is_open or text.endswith(_CLOSERS)) and ":" in text[start:]:
        label = _LABEL.search(text, start)
        if label is not None and _is_capitalised(label.group(2)) and not is_source(label.group(1)):
            yield label.group(1)
    bracket = _BRACKET.search(text, start) if "=" in text[start:] else None
    if bracket is not None:
        # "사진 출처 = 항만" is looked up as "사진 출처: 항만"
        yield bracket.group(1).replace("=", ":", 1)
    if any(label in text for label in _LABELS):
        said = _SAID.search(text, start)
        if said is not None:
            yield said.group(1).split(",", maxsplit=1)[0]
    tail = _TAIL.search(text, start) if is_open else None
    if tail is not None:
        what, _, who = tail.group(1).partition(" ")
        # "Foto Ines Vallet" is looked up as "Foto: Ines Vallet"
        if is_name(who):
            yield f"{what}: {who}"


def name_at_end(text: str) -> str | None:
    """Return the name after the last sentence of a line, without any label: "…, on the quay. Ines Vallet for AFP"."""
    tail = _TAIL.search(text, max(0, len(text) - _REACH))
    if tail is None or len(text[: tail.start()].split()) < MIN_WORDS:
        return None
    name = tail.group(1)
    return name if any(map(is_name, _BODIES.split(name))) and not agencies(name) else None


def is_shot(text: str) -> bool:
    """Return whether a short text is a photographer and an agency.

    >>> is_shot("Ana Ruiz/AFP"), is_shot("AP Photo/Ana Ruiz"), is_shot("AFP"), is_shot("/srv/images/bell.png")
    (True, True, False, False)
    """
    if _SHOT.search(text.casefold()):
        return True
    parts = text.strip("()[] .").split("/")
    if len(parts) == 1:
        return False
    named = [agency(part) or part.endswith(" Images") for part in parts]
    return any(named) and not all(named) and all(len(part.split()) <= 4 for part in parts)  # noqa: PLR2004


def _last_piece(text: str, start: int, *, is_open: bool) -> str | None:
    """Return what stands after the last sentence or with a label of its own, looked for from `start` on."""
    if ":" in text[start:] or "：" in text[start:]:
        found = _AFTER.search(text, start) or _PARTED.search(text, start)
        if found is not None:
            return found.group(1)
        label = _LABEL.search(text, start) if is_open else None
        return label.group(1) if label is not None and _names_who(label.group(2)) else None
    taken = _TAKEN.search(text, start) if is_open else None
    if taken is not None:
        return taken.group(1)
    tail = _TAIL.search(text, start) if is_open else None
    if tail is not None and (" " in tail.group(1) or _SHOT.search(tail.group(1).casefold())):
        return tail.group(1)
    slashed = _SLASHED.search(text, start) if is_open and "/" in text[start:] else None
    if slashed is not None and is_shot(slashed.group(1)):
        return slashed.group(1)
    led = _AGENCY_FIRST.search(text, start) if is_open and "/" in text[start:] else None
    return f"{led.group(1)}/{led.group(2)}" if led is not None and agency(led.group(1)) else None


def _is_capitalised(text: str) -> bool:
    """Return whether a text is a few words that all start with a capital, as names do."""
    words = text.split()
    return len(words) <= _MAX_NAME and all(not word[0].islower() for word in words)


def _names_who(text: str) -> bool:
    """Return whether a text starts with a first and a last name: "Ana Ruiz/Valley Press"."""
    name = text.split("/", maxsplit=1)[0].strip(" .")
    return " " in name and is_name(name)
