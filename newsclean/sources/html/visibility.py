"""Visibility: what of a page a reader would see; tags, attributes and hidden parts in, verdicts out; keeps no state."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsclean.block import Block

_UNSEEN: Final = (
    "script style template svg iframe object embed applet select datalist input textarea audio video canvas map rt rp"
)
UNSEEN: Final = frozenset(_UNSEEN.split())
"""Tags whose content is no text of the page: code, choices of a form, words for browsers that cannot show a thing."""

MAYBE_HIDDEN: Final = frozenset(("noscript", "dialog"))
"""Tags that are hidden without an attribute that says so."""

_NEVER_HIDDEN: Final = frozenset(("html", "body"))
_HIDING_STYLE: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%|text-indent\s*:\s*-\d{3})"
)
_FOR_SCREEN_READERS: Final = re.compile(
    r"(?:^|\s)(?:(?:is-|u-)?(?:visually-?hidden|hidden-visually|sr-(?:only|text))"
    r"|screen-?reader(?:s|-text|-only)?|show-for-sr|a11y-hidden|off-?screen)(?:\s|$)"
)
_NO_TEXT_OF_THE_PAGE: Final = re.compile(
    r"cookie|consent|gdpr|privacy|modal|pop-?up|overlay|dialog|lightbox|newsletter|subscri|share|republi|login|signup"
    r"|comment|menu|search|template",
)
_MIN_PARAGRAPH: Final = 80
_MIN_PROSE: Final = 500
_WIDE: Final = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Chinese, Japanese and Korean letters, which say as much as two or three of other scripts."""
_MIN_RATIO: Final = 2


def hides(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element is hidden by its own tag or attributes.

    `aria-hidden` is no such attribute: what it hides from a screen reader is on the screen, paragraphs included.

    >>> hides("p", {"hidden": ""}), hides("p", {"style": "color: red; Display:none"}), hides("dialog", {"open": ""})
    (True, True, False)
    """
    if "hidden" in attributes:
        return tag not in _NEVER_HIDDEN and attributes["hidden"].lower() != "until-found"
    if "style" in attributes:
        style = attributes["style"][:1000].lower()
        hinted = "none" in style or "hidden" in style or "clip" in style or "indent" in style
        if hinted and _HIDING_STYLE.search(style):
            return tag not in _NEVER_HIDDEN
    return tag == "noscript" or (tag == "dialog" and "open" not in attributes)


def is_for_screen_readers(names: str) -> bool:
    """Return whether one of the classes says that the text is read out, but not shown.

    >>> is_for_screen_readers("link__note visually-hidden"), is_for_screen_readers("hidden-gems")
    (True, False)
    """
    names = names[:1000].lower()
    hinted = "hidden" in names or "reader" in names or "sr-" in names or "-sr" in names or "screen" in names
    return hinted and _FOR_SCREEN_READERS.search(names) is not None


@dataclass(frozen=True, slots=True)
class HiddenPart:
    """The blocks of a hidden element, its hints, and the number of visible blocks before it."""

    position: int
    blocks: tuple[Block, ...]
    hints: str = ""

    def prose(self) -> int:
        """Return the number of characters in paragraphs."""
        return _prose(self.blocks)

    def is_worth_keeping(self) -> bool:
        """Return whether it has so many paragraphs, and such a name, that it may be the text of the page."""
        return self.prose() >= _MIN_PROSE and not _NO_TEXT_OF_THE_PAGE.search(self.hints)


def shown(parts: Sequence[HiddenPart], visible: Sequence[Block]) -> list[HiddenPart]:
    """Return the hidden parts that are the text of the page all the same.

    Some pages hide their text until a script runs: then a hidden part has twice the paragraphs of all that is to be
    seen, and they are no copy of it.
    """
    if not parts:
        return []
    texts = {block.text for block in visible}
    total = _prose(visible)
    found: list[HiddenPart] = []
    for part in parts:
        copied = _prose([block for block in part.blocks if block.text in texts])
        if part.prose() >= _MIN_RATIO * total and copied * 2 < part.prose():
            found.append(part)
            texts.update(block.text for block in part.blocks)
    return found


def _prose(blocks: Sequence[Block]) -> int:
    sizes = ((len(block.text) + len(_WIDE.findall(block.text)), block) for block in blocks)
    return sum(
        size for size, block in sizes if size >= _MIN_PARAGRAPH and (block.link_chars or 0) * 2 < len(block.text)
    )
