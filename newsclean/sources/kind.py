"""Kind detection: a decoded page in, whether it is HTML or plain text out; reads a bounded part of it."""

import re
from typing import Final

from newsclean.block import InputKind
from newsclean.sources.writtenbreaks import has_break_tags

_LOOK: Final = 200_000
_BLOCKS: Final = (
    "html head body title meta link script style article section main header footer nav aside figure div p br hr h1 h2 "
    "h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th blockquote pre form noscript center"
)
_INLINES: Final = (
    "figcaption span a b i u em strong small sub sup caption code q cite time img picture source video iframe input "
    "button label font address abbr mark details summary"
)
_BLOCK_TAGS: Final = frozenset(_BLOCKS.split())
_ANY_TAG: Final = f"{_BLOCKS} {_INLINES}".replace(" ", "|")
_TAG: Final = re.compile(rf"<(/?)({_ANY_TAG})(?:\s[^<>]{{0,5000}}|\s?/)?>", re.IGNORECASE)
_OPENING: Final = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|script|style|frameset)[\s>]|(?:meta|link)\s[^<>]{0,5000}=)",
    re.IGNORECASE,
)
_SPACE: Final = re.compile(r"[\s\ufeff\x00]*")
_FENCE: Final = "```"
_MAX_LINES: Final = 1_000
_MIN_TAGS: Final = 4
_MANY_BLOCKS: Final = 20


def detect_kind(text: str) -> InputKind:
    """Tell HTML, a fragment of it included, from plain text, even where the text speaks of tags.

    >>> detect_kind("<P>The bridge reopened.</P><P>It had been shut.</P>")
    'html'
    >>> detect_kind("The tag <b> makes text bold, and a < b > c compares numbers.")
    'text'
    """
    head = _without_prolog(text[:_LOOK])
    # the part that is read may end within a tag
    if "<" not in head or head.startswith(_FENCE) or has_break_tags(head[: head.rfind(">") + 1]):
        return "text"
    if _OPENING.match(head):
        return "html"
    first = _TAG.match(head)
    opens = first is not None and first[2].lower() in _BLOCK_TAGS
    # a sentence about `<p>` goes on after a space
    if first and opens and ("=" in first[0] or head.rstrip().endswith(">") or head[first.end() :][:1].isalnum()):
        return "html"
    tags = blocks = marked = marked_lines = plain = plain_lines = 0
    for line in head.split("\n", _MAX_LINES)[:_MAX_LINES]:
        names = [found[2].lower() for found in _TAG.finditer(line)] if "<" in line else ()
        tags += len(names)
        blocks += sum(name in _BLOCK_TAGS for name in names)
        if names:
            marked += len(line)
            marked_lines += 1
        elif line and not line.isspace():
            plain += len(line)
            plain_lines += 1
    if blocks >= _MANY_BLOCKS and head.startswith("<") and text.rstrip().endswith(">"):
        # a page in a wrapper of a corpus, most of whose lines are scripts
        return "html"
    # HTML has its tags all over; a text about HTML, or with a piece of it pasted in, has them on a few lines
    enough = tags >= (2 if opens else _MIN_TAGS) and _FENCE not in head
    return "html" if blocks and enough and marked >= plain and marked_lines * 2 >= plain_lines else "text"


def _without_prolog(text: str) -> str:
    """Return the text after the comments, declarations and white space that may stand before the first tag."""
    at = 0
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if text.startswith("<!--", at):
            end = text.find("-->", at)
            after = 3
        elif text.startswith("<?", at):
            end = text.find(">", at)
            after = 1
        else:
            return text[at:]
        if end < 0:
            return text[at:]
        at = end + after
