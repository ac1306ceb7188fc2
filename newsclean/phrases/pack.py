"""A language pack: the phrases of one language by family, read from its TOML file; matches nothing.

In: `packs/<language>.toml`. Out: `Pack` objects whose phrases are as printed, not folded.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from newsclean.phrases.hit import FAMILIES, Family


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one family in one language."""

    lines: tuple[str, ...] = ()
    """Each fills a whole line; `{slot}` in one stands for a few words, a number, a network, a name or a date."""
    labels: tuple[str, ...] = ()
    """Each stands at the head of a line, then `:`, `>`, `|` or a dash, then something; or alone."""
    heads: tuple[str, ...] = ()
    """As labels, but a space is enough after them: only what no sentence starts with."""
    starts: tuple[str, ...] = ()
    """A line, however long, that starts so is of the family."""
    ends: tuple[str, ...] = ()
    """A line, however long, that ends so is of the family."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A language: its phrases by family, words of its calendar, and sentences that must never match."""

    language: str
    phrases: Mapping[Family, Phrases]
    networks: tuple[str, ...] = ()
    """Where readers share: names that `{network}` stands for; each fills a line as well."""
    calendar: tuple[str, ...] = ()
    """Months, weekdays and units of time, as they stand in a timestamp."""
    not_names: tuple[str, ...] = ()
    """Words that no byline has: "by the end of the day" is none."""
    traps: tuple[str, ...] = field(default=(), repr=False)
    """Sentences of articles that look like phrases and must survive."""


def packs() -> Iterator[Pack]:
    """Yield every pack, in the order of their file names; ValueError names a file with a word it may not have."""
    folder = files(__package__) / "packs"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            yield _pack(file.name.removesuffix(".toml"), tomllib.loads(file.read_text(encoding="utf-8")))


def _pack(language: str, table: dict[str, dict[str, list[str]] | list[str]]) -> Pack:
    phrases: dict[Family, Phrases] = {}
    words: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        try:
            if isinstance(value, dict):
                phrases[FAMILIES[FAMILIES.index(key)]] = Phrases(**{kind: tuple(each) for kind, each in value.items()})
            else:
                words[key] = tuple(value)
        except (TypeError, ValueError) as error:
            message = f"{language}.toml: no such family, or no such kind of phrase, in [{key}]"
            raise ValueError(message) from error
    return Pack(language, phrases, **words)
