"""Gold pages and how they are scored: what the benchmarks share.

In: a folder of gold sets, JSON lines (packed by xz or not), a page a line with `html` and `text` and where known `url`,
`title` and `dump_<style>`; or the fixtures of this repository. Out: pages, and the figures of a set of outputs.

The formula is that of the article-extraction benchmark of scrapinghub: precision and recall of four-word shingles,
averaged over pages, F1 of the two. Scripts without spaces count by character. The title's line counts neither way.
"""

import json
import lzma
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import regex

FIXTURES: Final = Path(__file__).parent.parent / "fixtures" / "pages"
_UNSPACED: Final = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}"
_TOKEN: Final = regex.compile(rf"[{_UNSPACED}]|[[\p{{L}}\p{{M}}\p{{N}}_]--[{_UNSPACED}]]+", regex.V1)
_NOT_WORD: Final = regex.compile(r"[^\p{L}\p{M}\p{N}_]+")
_SHINGLE: Final = 4
_DISASTER: Final = 0.5

Counts = tuple[float, float, float]
"""True positives, false positives and false negatives, as shares of their sum."""


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page and what should come out of it."""

    source: str
    """The page in the style that was asked for."""
    html: str
    """The page as it was scraped; empty where only a text is known."""
    text: str
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over the pages of a set."""

    f1: float
    leak: float
    """The share of what was returned that is not article."""
    harm: float
    """The share of the article that was lost."""
    para: float
    """F1 of whole paragraphs."""
    exact: float
    """The share of pages whose tokens are the gold ones."""
    disasters: float
    """The share of pages whose own F1 is below 0.5."""


def sets_of(folder: Path) -> list[str]:
    """Return the names of the sets of a folder."""
    return sorted({path.name.partition(".")[0] for path in folder.glob("*.jsonl*")})


def pages_of(folder: Path, name: str, style: str, limit: int | None = None) -> list[GoldPage]:
    """Return the pages of a set in an input style that have a gold text, at most `limit`, evenly spread."""
    rows = [row for row in _rows(folder, name) if row.get("text") and row.get(_key(style))]
    if limit is not None and len(rows) > limit:
        rows = [rows[number * len(rows) // limit] for number in range(limit)]
    return [
        GoldPage(row[_key(style)], row.get("html") or "", row["text"], row.get("url"), row.get("title")) for row in rows
    ]


def fixture_pages(style: str) -> list[GoldPage]:
    """Return the fixture pages of a style, `html` or any other for text."""
    pattern = "page.html" if style == "html" else "page.txt"
    found = []
    for path in sorted(FIXTURES.glob(f"*/{pattern}")):
        expected = json.loads((path.parent / "article.json").read_text(encoding="utf-8"))
        source = path.read_bytes().decode("utf-8", "replace")
        text = expected.get("text") if isinstance(expected.get("text"), str) else ""
        found.append(GoldPage(source, source if style == "html" else "", text or ""))
    return found


def score(outputs: Sequence[str], pages: Sequence[GoldPage]) -> Scores:
    """Return the figures of the texts that an extractor returned for pages."""
    golds = [_without_title(page.text, page.title) for page in pages]
    texts = [_without_title(output, page.title) for output, page in zip(outputs, pages, strict=True)]
    counts = [_counts(text, gold) for text, gold in zip(texts, golds, strict=True)]
    precision = statistics.mean([hit / (hit + extra) for hit, extra, _ in counts if hit + extra] or [0.0])
    recall = statistics.mean([hit / (hit + lost) for hit, _, lost in counts if hit + lost] or [0.0])
    return Scores(
        f1=2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        leak=1 - precision,
        harm=1 - recall,
        para=statistics.mean(_paragraph_f1(text, gold) for text, gold in zip(texts, golds, strict=True)),
        exact=statistics.mean(_tokens(text) == _tokens(gold) for text, gold in zip(texts, golds, strict=True)),
        disasters=statistics.mean(_own_f1(count) < _DISASTER for count in counts),
    )


def _key(style: str) -> str:
    return "html" if style == "html" else f"dump_{style}"


def _rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    packed, plain = folder / f"{name}.jsonl.xz", folder / f"{name}.jsonl"
    if packed.exists():
        with lzma.open(packed, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    elif plain.exists():
        with plain.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    else:
        message = f"neither {packed} nor {plain} is there; the folder has: {', '.join(sets_of(folder)) or 'no sets'}"
        raise SystemExit(message)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


def _folded(line: str) -> str:
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", line).casefold())


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _without_title(text: str, title: str | None) -> str:
    key = _folded(title or "")
    return "\n".join(line for line in _lines(text) if not key or _folded(line) != key)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _tokens(text)
    if len(tokens) < _SHINGLE:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(tuple(tokens[at : at + _SHINGLE]) for at in range(len(tokens) - _SHINGLE + 1))


def _counts(text: str, gold: str) -> Counts:
    found, wanted = _shingles(text), _shingles(gold)
    hit, extra, lost = (found & wanted).total(), (found - wanted).total(), (wanted - found).total()
    total = hit + extra + lost
    return (hit / total, extra / total, lost / total) if total else (1.0, 0.0, 0.0)


def _own_f1(counts: Counts) -> float:
    hit, extra, lost = counts
    return 2 * hit / (2 * hit + extra + lost)


def _paragraph_f1(text: str, gold: str) -> float:
    found, wanted = Counter(map(_folded, _lines(text))), Counter(map(_folded, _lines(gold)))
    total = found.total() + wanted.total()
    return 2 * (found & wanted).total() / total if total else 1.0
