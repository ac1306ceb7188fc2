"""Markdown: an article in, a document out with its title, byline, date and body; text is escaped, never edited."""

import re
from datetime import datetime

from newsclean.article import Article, ArticleBlock, Precision

_INLINE = re.compile(r"[\\`*_\[\]<&~|]")
_LINE_START = re.compile(r"(#{1,6}(?=\s|$)|[-+=>])")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_DATES: dict[Precision, str] = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def to_markdown(article: Article) -> str:
    r"""Return the article as Markdown (CommonMark): headings, lists and quotes as what they are.

    >>> from newsclean import clean
    >>> print(to_markdown(clean("The old bridge reopened on Friday, the mayor of *Obernau* said.")))
    The old bridge reopened on Friday, the mayor of \*Obernau\* said.
    """
    parts = [f"# {_escaped(article.title)}"] if article.title else []
    if article.subtitle:
        parts.append(f"*{_escaped(article.subtitle)}*")
    origin = " · ".join(_escaped(value) for value in (_byline(article), _date(article)) if value)
    if origin:
        parts.append(origin)
    document = "\n\n".join(parts)
    before: ArticleBlock | None = None
    for block in article.body:
        document += _gap(before, block) if before else "\n\n" if document else ""
        document += _block(block)
        before = block
    return document


def _byline(article: Article) -> str | None:
    return article.byline or ", ".join(author.name for author in article.authors) or None


def _date(article: Article) -> str | None:
    if article.published is None:
        return article.published_raw
    return _formatted(article.published, article.published_precision)


def _formatted(date: datetime, precision: Precision | None) -> str:
    if precision in _DATES:
        return date.strftime(_DATES[precision])
    return date.isoformat(sep=" ", timespec="minutes")


def _gap(before: ArticleBlock, block: ArticleBlock) -> str:
    if before.role == block.role == "list_item":
        return "\n"
    return "\n>\n" if before.role == block.role == "quote" else "\n\n"


def _block(block: ArticleBlock) -> str:
    text = _escaped(block.text)
    match block.role:
        case "subheading":
            return f"## {text}"
        case "list_item":
            return f"- {text}"
        case "quote":
            return f"> {text}"
        case _:
            return text


def _escaped(text: str) -> str:
    """Escape what Markdown would read as markup; the reader sees the text as it was."""
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text
    return f"\\{text}" if _LINE_START.match(text) else text
