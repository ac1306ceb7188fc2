"""Further credits on the line of a byline: who took the pictures, drew, edited; a line in, its parts by role out."""

import re
from typing import Final

from newsclean.article import AuthorRole

_LABELS: Final[dict[AuthorRole, str]] = {
    "photographer": (
        "photo(?:graph(?:s|y|ed|er|ers)?|s)?|pictures?|images?|fotos?|fotograf(?:ías?|ie|ia|in|ó)?|bild(?:er)?|"
        "photographies?|imágenes|imagens|immagini|zdjęci[ae]|kuvat?|fotoğraf(?:lar)?|ảnh|фото"
    ),
    "contributor": (
        "illustrations?|illustrated|illustrator(?:in)?|illustrationen|ilustraci(?:ón|ones)|ilustraç(?:ão|ões)|"
        "illustrazioni|illustrazione|ilustrasi|zeichnung(?:en)?|videos?|graphics?|infographics?|grafik(?:en)?|"
        "produced|translated|translation|übersetzung|übersetzt|traduction|traducción|tradução|traduzione"
    ),
    "editor": "editor(?:a|es)?|edited|penyunting",
}
_BY: Final = r"\s(?:by|von|par|por|di|de|da|oleh|av|af|door)(?:\s?[:：]\s?|\s+)|\s?[:：]\s?"
_FURTHER: Final = re.compile(
    r"(?:^|\s*[,;|/–—•·-]\s*|\s)(?:(?:and|with|und|y|et|e|och|og|en|&)\s)?"
    rf"(?:{'|'.join(f'(?P<{role}>{labels})' for role, labels in _LABELS.items())})(?:{_BY})(?=\S)",
    re.IGNORECASE,
)


def by_role(text: str) -> tuple[str, tuple[tuple[AuthorRole, str], ...]]:
    """Part a byline at the labels of further credits: what stands before them, and each with its role.

    >>> by_role("Anna Berg Foto: Carl Dahl")
    ('Anna Berg', (('photographer', 'Carl Dahl'),))
    >>> by_role("Mia Holt, edited by Ben Carr"), by_role("Mia Holt, Photo Editor")
    (('Mia Holt', (('editor', 'Ben Carr'),)), ('Mia Holt, Photo Editor', ()))
    """
    labels = list(_FURTHER.finditer(text))
    if not labels:
        return text, ()
    ends = [*(label.start() for label in labels[1:]), len(text)]
    found = tuple((_role(label), text[label.end() : end].strip()) for label, end in zip(labels, ends, strict=True))
    return text[: labels[0].start()], found


def _role(label: re.Match[str]) -> AuthorRole:
    return next(role for role in _LABELS if label[role])
