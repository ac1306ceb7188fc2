"""Lines that tell date, category and author, each behind its label; a line in, category and author out."""

import re
from typing import Final, NamedTuple

_LABELS: Final = {
    "date": "datum|date|fecha|data|stand",
    "category": "kategorien?|rubrik|ressort|categor(?:y|ies)|rubrique|catégorie|categor[íi]as?|rubriek|kategori",
    "author": "von|autor(?:in)?|by|author|par|auteur|por|di|autore|door|af|av",
}
_ANY: Final = "|".join(f"(?P<{name}>{labels})" for name, labels in _LABELS.items())
_LABEL: Final = re.compile(rf"(?:^|[\s|,;·•–—-])(?:{_ANY})\s?[:：]\s?|^datum\s", re.IGNORECASE)
CATEGORIES: Final = frozenset(
    ("kategorie", "kategorien", "rubrik", "ressort", "category", "categories", "rubrique", "catégorie", "categoría",
     "categoria", "rubriek", "kategori")
)  # fmt: skip
"""Words without one of which, folded, a line is none of these."""
_DATED: Final = re.compile(r"[\d\W]{6,20}|\d{1,2}\.? \w{3,12} \d{4}\W?")
_EDGES: Final = " |,;·•–—-"
_MAX_CATEGORY: Final = 60


class LabelledLine(NamedTuple):
    """What such a line tells."""

    category: str
    author: str


def read_labelled_line(line: str) -> LabelledLine | None:
    """Read a line of labels and values; None where it has no category and no author, or other words before them.

    >>> read_labelled_line("Datum 12.03.2024 Kategorie: Stadt Von: Anna Groß")
    LabelledLine(category='Stadt', author='Anna Groß')
    >>> read_labelled_line("Kategorie: Stadt") is None, read_labelled_line("Ihre Kategorie: Stadt Von: Anna") is None
    (True, True)
    """
    labels = list(_LABEL.finditer(line))
    if not labels:
        return None
    before = line[: labels[0].start()].strip(_EDGES)
    if before and _DATED.fullmatch(before) is None:
        return None
    values: dict[str, str] = {}
    for label, end in zip(labels, [*(after.start() for after in labels[1:]), len(line)], strict=True):
        values.setdefault(label.lastgroup or "date", line[label.end() : end].strip(_EDGES))
    category, author = values.get("category", ""), values.get("author", "")
    return LabelledLine(category, author) if author and 0 < len(category) <= _MAX_CATEGORY else None
