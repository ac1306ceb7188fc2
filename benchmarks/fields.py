"""Fields on gold pages: how often each is right, how often it is given, and how many of the values given are wrong.

In: a folder of gold sets, JSON lines packed by xz, a page a line with `title`, `authors` or `author`, and `date` where
known. Out: a line a set and input style; with `--wrong`, each page's wrong values as JSON lines, to read.

    .venv/bin/python benchmarks/fields.py DATA --sets fundus_a,wcxb_dev,wcxb_dev_other --styles html --limit 100

`acc` is the share of pages that are right (for authors, the mean F1 of the sets of names), `given` the share that has a
value, `wrong` the share of the values given that are not the gold ones. Values are compared without case and
punctuation, dates by their day. On a set `*_other` no page is an article; where such a set and another are measured,
the last line is the balanced accuracy of telling articles.
"""

import argparse
import json
import lzma
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import regex

from newsclean import Article, clean

_NOT_WORD: Final = regex.compile(r"[^\p{L}\p{M}\p{N}_]+")
_STORIES: Final = ("article", "live_blog", "paywall")
FIELDS: Final = ("title", "authors", "date")


@dataclass(slots=True)
class Tally:
    """What was counted of one field."""

    pages: int = 0
    right: float = 0.0
    """Pages that are right; for authors, the sum of their F1."""
    having: int = 0
    """Pages that give a value."""
    given: int = 0
    """Values given: an author is one."""
    wrong: int = 0

    def line(self) -> str:
        """Return the figures."""
        if not self.pages:
            return f"{'-':>20}"
        wrong = self.wrong / self.given if self.given else 0.0
        return f"{self.right / self.pages:6.3f} {self.having / self.pages:6.3f} {wrong:6.3f}"

    def add(self, gold: frozenset[str], found: frozenset[str]) -> None:
        """Count a page with its gold values and those found, each folded."""
        self.pages += 1
        self.right += 2 * len(gold & found) / (len(gold) + len(found))
        self.having += bool(found)
        self.given += len(found)
        self.wrong += len(found - gold)


@dataclass(slots=True)
class Sums:
    """What was counted of a set in a style."""

    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    stories: int = 0
    pages: int = 0


def fold(value: object) -> str:
    """Return what is compared: letters and digits, in lower case."""
    return str(_NOT_WORD.sub("", unicodedata.normalize("NFKC", str(value)).casefold()))


def folded(values: list[Any]) -> frozenset[str]:
    """Return the values that are any, folded."""
    return frozenset(fold(value) for value in values if value)


def gold_values(row: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Return what a gold page says of each field; a field that it does not know is left out."""
    values = {
        "title": folded([row.get("title")]),
        "authors": folded(row.get("authors") or [row.get("author")]),
        "date": folded([str(row["date"])[:10]]) if row.get("date") else frozenset(),
    }
    return {name: found for name, found in values.items() if found}


def found_values(article: Article) -> dict[str, frozenset[str]]:
    """Return what an article says of each field."""
    return {
        "title": folded([article.title]),
        "authors": folded([author.name for author in article.authors]),
        "date": folded([article.published and article.published.date()]),
    }


def shown(article: Article, name: str) -> list[str | None]:
    """Return what an article says of a field as it was found, and where."""
    where = [source.where for source in article.sources if source.field == ("published" if name == "date" else name)]
    if name == "authors":
        return [*(author.name for author in article.authors), *where]
    return [article.title if name == "title" else article.published_raw, *where]


def rows(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    """Yield the pages of a set, evenly spread if there are more than `limit`."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    count = min(limit or len(pages), len(pages))
    yield from (pages[at * len(pages) // count] for at in range(count))


def main() -> None:
    """Measure the sets and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sets", default="fundus_a,wcxb_dev,daniel_a,wcxb_dev_other")
    parser.add_argument("--styles", default="html,innertext")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--wrong", type=Path, help="write each page's wrong values here")
    options = parser.parse_args()
    print(f"{'set':16}{'style':10}{'pages':>6}" + "".join(f"{name + ' acc given wrong':>24}" for name in FIELDS))
    shares: dict[bool, list[float]] = {False: [], True: []}
    notes: list[dict[str, Any]] = []
    for name in options.sets.split(","):
        other = name.endswith("_other")
        for style in ["html"] if other else options.styles.split(","):
            sums = Sums()
            for row in rows(options.data / f"{name}.jsonl.xz", options.limit):
                article = clean(row["html" if style == "html" else f"dump_{style}"], url=row.get("url"))
                sums.pages += 1
                sums.stories += article.page_kind in _STORIES
                found = found_values(article)
                for each, gold in gold_values(row).items():
                    sums.fields[each].add(gold, found[each])
                    if found[each] != gold:
                        stated = row.get(each) or row.get("author")
                        note = {"set": name, "style": style, "id": row["id"], "field": each, "gold": stated}
                        notes.append({**note, "found": shown(article, each)})
            tallies = "".join(f"{tally.line():>24}" for tally in sums.fields.values())
            print(f"{name:16}{style:10}{sums.pages:6}{tallies}  articles {sums.stories / sums.pages:.3f}", flush=True)
            if style == "html" and (other or name.replace("_dev", "_dev_other") in options.sets):
                shares[other].append(1 - sums.stories / sums.pages if other else sums.stories / sums.pages)
    if all(shares.values()):
        print(
            f"articles told from other pages: {sum(sum(each) / len(each) for each in shares.values()) / 2:.3f} balanced"
        )
    if options.wrong:
        options.wrong.write_text(
            "".join(json.dumps(note, ensure_ascii=False) + "\n" for note in notes), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
