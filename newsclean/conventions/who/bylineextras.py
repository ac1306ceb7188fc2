"""Extras of bylines: a line in; what is left for the names out, without date, address, handle, buttons and labels."""

import re
from typing import Final

from newsclean.conventions.who.bylinedates import LATE_MARKERS, without_date
from newsclean.conventions.who.bylinemarks import marker

EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_HIDDEN_EMAIL: Final = re.compile(r"\[email[\s\u00a0]protected\]")
"""What a network that hides addresses from robots shows in their place."""
BREAK: Final = re.compile(r"\s*[|•·‖∙▪●⋅]\s*|\s+[-–—]+\s+|\s{2,}|\t")
"""What parts the names of a byline from what else stands on its line."""
_BUTTONS: Final = re.compile(
    r"(?:\s+(?:twitter|facebook|linkedin|instagram|bluesky|mastodon|follow|e-?mail))+$", re.IGNORECASE
)
_HANDLE = re.compile(r"(?:^|[\s(|,]|(?<=[^\W\d_]))(?:[Ff]ollow )?@\w{2,40}")
"""A handle, which pages set right behind the name, too."""
_DIGIT = re.compile(r"\d")
_OUTLET: Final = re.compile(r"\b[A-Z][A-Za-z]{0,9}\d{1,2}(?!\w)")
"""An outlet with a number: "TF1", "CP24"."""
_FURTHER = re.compile(
    r",?\s+(?:(?:medically |clinically |expert |financially )?(?:reviewed|fact[- ]checked|updated)|"
    r"edited and reviewed) (?:by|on)\b|"
    r"\s+(?:uncategori[sz]ed|sin categoría|sin categorizar|non classé|nicht kategorisiert|senza categoria|"
    r"sem categoria|без рубрики|bez kategorii|geen categorie|okategoriserade)\b|"
    r"\s+leave a (?:comment|reply)\b|\s+(?:last )?(?:updated|published|posted|stand)(?: (?:on|in|at)\b|:|$)",
    re.IGNORECASE,
)
"""Where another credit, the section of what has none, or the label of a date begins on the line of a byline."""


def once(text: str) -> str:
    """Return a text that says everything twice, for two widths of a screen, once.

    >>> once("Jane Doe, Courier Jane Doe, Courier"), once("Jane Doe")
    ('Jane Doe, Courier', 'Jane Doe')
    """
    half, odd = divmod(len(text), 2)
    return text[:half] if odd and text[half] == " " and text[:half] == text[half + 1 :] else text


def without_buttons(text: str) -> str:
    """Return a byline without the buttons to follow that are glued to its name.

    >>> without_buttons("Jane Doe Twitter Facebook")
    'Jane Doe'
    """
    return _BUTTONS.sub("", text)


def without_extras(text: str) -> str:
    """Return a byline without its date, time, reading time, addresses and what stands after a bar."""
    if "[email" in text:
        text = _HIDDEN_EMAIL.sub(" ", text)
    if "@" in text:
        text = _HANDLE.sub(" ", EMAIL.sub(" ", text))
    if (dateless := without_date(text)) != text:
        text = without_buttons(dateless)
    parts = [part for part in BREAK.split(text) if part and part.strip(" ,.:")]
    part = next((part for part in parts if not _DIGIT.search(_OUTLET.sub("", part))), "")
    if further := _FURTHER.search(part):
        part = part[: further.start()]
    return marker(part)[2] if part.startswith(LATE_MARKERS) else part
