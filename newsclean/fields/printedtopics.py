"""Printed topics: the line of tags and the breadcrumb that a page prints; a page in, names and their blocks out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from newsclean.block import Block, LinkTag
from newsclean.conventions.headlines.titles import squash, squash_folded
from newsclean.conventions.sections import is_home, is_section, is_text
from newsclean.conventions.when.timestamps import timestamp_kind
from newsclean.fields.view import View
from newsclean.folding import fold
from newsclean.phrases import match

_LABEL_END: Final = re.compile(r"\s*[:：|»]\s*|\s+[-–—]\s+")
_SPLIT: Final = re.compile(r"\s*[,;،、，|•·#]\s*")
_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_MAX_NAMES: Final = 15
_MAX_WORDS: Final = 5
_MAX_ALONE: Final = 2
_MAX_CHARS: Final = 60
_NEAR: Final = 12
"""So many lines below a story its tags may stand: between them are a note about the author and share buttons."""
_OTHERS: Final = frozenset(("related", "comment", "copyright"))
"""Below such lines a cue of topics is the site's: "Popular tags"."""
_TRAIL: Final = re.compile(r"\s*[>›»→▸]\s*|\s+/\s+")
_TRAIL_LABEL: Final = re.compile(r"[^:>›»→▸/]{1,40}:\s+")
_TRAIL_ENDS: Final = " >›»→▸/"
_TRAIL_LINES: Final = 12
"""So many lines above the story a breadcrumb may stand."""
_MAX_CRUMBS: Final = 6
_CRUMB: Final = re.compile(r"(?<![a-z])(?<!no-)(?<!has-)(?<!with-)(?:bread)?crumbs?")
_BACK: Final = re.compile(r"[<‹«←\s]*(?:back|zurück|retour|volver|voltar|indietro|torna|terug)\b", re.IGNORECASE)
_LINKED_LINES: Final = 40
"""So many lines above the headline the links of a breadcrumb may stand: its names are surer than those of a line."""
_APART: Final = 2
"""Lines between two links of a breadcrumb: a sign may stand on its own."""

Printed = tuple[tuple[str, ...], tuple[int, ...]]
"""Names, and the blocks that print them."""


def printed_tags(view: View) -> Printed:
    """Return the topics that stand after a cue such as "Tags:", in the story or right below it.

    Names are parted by commas, bullets or `#`, or are one a line or a link each; a lone word is one. What reads like a
    sentence is no list of names, and two words that nothing parts may be two topics or one.
    """
    for index in view.evidence.hit_lines:
        hit = view.evidence.hits[index]
        if hit is None or hit.family != "tags" or view.role(index) != "tags" or not _is_own(view, index):
            continue
        block = view.page.blocks[index]
        if hit.rest:
            names, blocks = _on_line(view, block, hit.rest), [block]
        else:
            below = list(_below(view, index))
            names, blocks = [name for each in below for name in _on_line(view, each, "")], [block, *below]
            # alone below a label, and without links, it may be a row of topics that the dump glued
            if len(names) == 1 and not below[0].links and len(names[0].split()) > _MAX_ALONE:
                continue
        if tags := _tidy(view, names):
            return tags, tuple(block.index for block in blocks)
    return (), ()


def _is_own(view: View, index: int) -> bool:
    """Return whether a cue stands between the headline and the line where other stories begin."""
    if index <= view.top or index > view.end + _NEAR:
        return False
    return index < view.end or _OTHERS.isdisjoint(view.role(at) for at in range(view.end + 1, index))


def _below(view: View, index: int) -> Iterator[Block]:
    """Yield the topics under a label."""
    for at in range(index + 1, min(len(view.page.blocks), index + 2 + _MAX_NAMES)):
        if view.role(at) != "tags" or view.evidence.hits[at] is not None:
            return
        yield view.page.blocks[at]


def _on_line(view: View, block: Block, rest: str) -> list[str]:
    """Return the names on a line; `rest` is what stands after its label, folded, and empty where it has none."""
    links = [link.text for link in view.page.metadata.links if link.block == block.index] if block.links else []
    if links and len(links) == block.links:
        return [link.strip(" ,;#") for link in links]
    text = block.text
    if rest:
        text = _LABEL_END.split(text, maxsplit=1)[-1]
        if squash_folded(fold(text)) != squash_folded(rest):
            return []
    names = [name for name in _SPLIT.split(text) if name]
    # a label above a line says that it is one topic; behind a label nothing tells where words part
    return [] if rest and len(names) == 1 and len(names[0].split()) > 1 else names


def _tidy(view: View, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names without phrases and repeats; none where one of them is no name, or they are the section."""
    found: dict[str, str] = {}
    for name in names:
        if len(name) > _MAX_CHARS or len(name.split()) > _MAX_WORDS or name.endswith(_ENDS) or "://" in name:
            return ()
        if len(name) > 1 and any(map(str.isalpha, name)) and match(fold(name)) is None and timestamp_kind(name) is None:
            found.setdefault(name.casefold(), name)
    if len(found) > _MAX_NAMES or (len(found) == 1 and all(map(is_section, found))):
        return ()
    return tuple(name for name in found.values() if squash(name) != view.title_key)


def linked_breadcrumbs(view: View) -> Printed:
    """Return the breadcrumb that links above the story make up, by the names of the elements around them."""
    first, blocks = max(0, view.top - _LINKED_LINES), view.page.blocks
    trails: list[list[LinkTag]] = []
    for link in view.page.metadata.links:
        if link.block is None or not first <= link.block < view.start or _CRUMB.search(link.hints) is None:
            continue
        if not trails or link.block - (trails[-1][-1].block or 0) > _APART:
            trails.append([])
        trails[-1].append(link)
    for trail in trails:
        texts = [link.text.strip(_TRAIL_ENDS) for link in trail[_is_front(trail[0]) :] if not _BACK.match(link.text)]
        names = tuple(dict.fromkeys(text for text in texts if text and squash(text) != view.title_key))
        if (
            len(trail) > _MAX_CRUMBS
            or all(map(is_home, names))
            or any(len(name.split()) > _MAX_WORDS for name in names)
        ):
            continue
        if len(trail) == 1 and not is_section(names[0]):
            continue
        lines = dict.fromkeys(link.block for link in trail if link.block is not None)
        return names, tuple(line for line in lines if line < len(blocks) and not view.sifted.verdicts[line].kept)
    return (), ()


def _is_front(link: LinkTag) -> bool:
    """Return whether a crumb is the site's own name, and leads to its front page."""
    try:
        path = urlsplit(link.url).path
    except ValueError:
        return False
    return path in ("", "/") and not is_home(link.text.strip(_TRAIL_ENDS))


def printed_breadcrumbs(view: View) -> Printed:
    """Return the breadcrumb above the story that starts at the site's front page: "Home > News > City"."""
    for index in range(max(0, view.top - _TRAIL_LINES), min(view.start, len(view.page.blocks))):
        text = view.page.blocks[index].text
        if view.sifted.verdicts[index].kept or not _TRAIL.search(text):
            continue
        label = _TRAIL_LABEL.match(text)
        trail = (text[label.end() :] if label else text).strip(_TRAIL_ENDS)
        pieces, signs = _TRAIL.split(trail), {sign.strip() for sign in _TRAIL.findall(trail)}
        if len(signs) != 1 or not 1 < len(pieces) <= _MAX_CRUMBS or not is_home(pieces[0]):
            continue
        names = tuple(piece for piece in pieces if squash(piece) != view.title_key and not is_text(piece))
        if len(names) > 1 and all(len(name.split()) <= _MAX_WORDS for name in names):
            return names, (index,)
    return (), ()
