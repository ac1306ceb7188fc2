"""Credits of pictures as captions print them: a line in, the piece of it that may say who took the picture out.

Whether a piece is a credit is told by its words; which words a language has for "photo" is the phrase packs' matter.
"""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.conventions.who.agencies import agencies, agency, is_source
from newsclean.conventions.who.credits import is_name

REACH: Final = 90
"""Characters of a line's end in which its credit stands."""
_MAX_LABEL: Final = 20
_MAX_NAME: Final = 4
MIN_WORDS: Final = 6
"""Words of a caption before a name without a label."""
_CLOSERS: Final = (")", "]", "）", "】", ").", "].")
STOCKS: Final = (
    "Getty Images", "Shutterstock", "iStock", "File photo", "File Photo", "file photo", "Unsplash", "Pexels", "Pixabay",
    "Adobe Stock", "AdobeStock", "Alamy", "Depositphotos", "Wikimedia Commons", "picture alliance",
)  # fmt: skip
_SHOT: Final = re.compile(
    r"(?<!/)\b(?:photo|foto|images?|pool|handout) ?/|/ ?(?:getty|afp photo|reuters photo)"
    r"|getty images|shutterstock|istock"
    r"|(?:/|\b(?:on|via|from)) ?(?:unsplash|pexels|pixabay|adobe ?stock|wikimedia|flickr)\b"
)
_BRACKET: Final = re.compile(r"[(\[（【]([^()\[\]（）【】]{3,80})[)\]）】]\.?$")
_AFTER: Final = re.compile(r"[.!?…。！？][”’\"')»\]]* ?([^\s.!?。！？:：][^.!?。！？:：]{1,30}[:：] ?[^:：]{2,75})$")
"""A short label, a colon and a few words after the last sentence."""
_PARTED: Final = re.compile(r" [|–—/-] ?([^\W\d_][^:：|–—]{1,24}[:：] ?[^:：!?。]{2,60})$")
"""A label and a few words after a sign that parts them from the caption."""
_LABEL: Final = re.compile(r"\S ([^\W\d_][^\s:：]{1,20}[:：] ?([^:：!?。]{2,60}))$")
"""A label of one word and a few words, whatever stands before."""
_TAIL: Final = re.compile(r"(?:[.!?…][”’\"')»\]]* |[。！？] ?)((?:[^.!?。！？:：]|(?<=\b[^\W\d_])\.){4,60})$")
"""A few words after the last sentence; the dot of an initial ends none."""
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
_TAKEN: Final = re.compile(r"[^。！？.!?\s][=＝](?:[^=＝。、]{2,20}、){0,3}([^=＝。、]{2,20})$")
"""The last of the day, the place and the name that stand behind a Japanese caption."""
LABELS: Final = (". Photo ", ". Image ", ". Picture ", ". Foto ", ". Bild ")
"""Before what may be a credit as a last sentence."""
_BODIES: Final = re.compile(r" ?/ ?| for | via ")
"""What stands between who took a picture and for whom."""


def names_stock(text: str) -> bool:
    """Return whether a line ends with a stock of pictures."""
    return text.endswith(STOCKS)


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
        bracket = _BRACKET.search(text, max(0, len(text) - REACH))
        piece = bracket.group(1) if bracket is not None else None
    elif len(text) <= REACH and "/" in text and is_shot(text):
        piece = text
    else:
        piece = _last_piece(text, max(0, len(text) - REACH - _MAX_LABEL), is_open=is_open)
    return piece if piece is not None and any(map(str.isalpha, piece)) else None


def labelled_pieces(text: str, *, is_open: bool) -> Iterator[str]:
    """Yield what else of a line is a credit if a phrase says so: a label without a stop before it, a last sentence.

    >>> list(labelled_pieces("The bell lies on the quay (archive) Foto: Sandwick", is_open=True))
    ['Foto: Sandwick']
    """
    start = max(0, len(text) - REACH - _MAX_LABEL)
    if (is_open or text.endswith(_CLOSERS)) and ":" in text[start:]:
        label = _LABEL.search(text, start)
        if label is not None and is_capitalised(label.group(2)) and not is_source(label.group(1)):
            yield label.group(1)
        # a name with its outlet in brackets: "Foto: Per Holt (Valley Press)"
        after = _AFTER.search(text, start) if text.endswith(_CLOSERS) else None
        if after is not None and not is_source(after.group(1)):
            yield after.group(1)
    bracket = _BRACKET.search(text, start) if "=" in text[start:] else None
    if bracket is not None:
        # "사진 출처 = 항만" is looked up as "사진 출처: 항만"
        yield bracket.group(1).replace("=", ":", 1)
    if any(label in text for label in LABELS):
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
    tail = _TAIL.search(text, max(0, len(text) - REACH))
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


def is_capitalised(text: str) -> bool:
    """Return whether a text is a few words that all start with a capital, as names do."""
    words = text.split()
    return len(words) <= _MAX_NAME and all(not word[0].islower() for word in words)


def _names_who(text: str) -> bool:
    """Return whether a text starts with a first and a last name: "Ana Ruiz/Valley Press"."""
    name = text.split("/", maxsplit=1)[0].strip(" .")
    return " " in name and is_name(name)
