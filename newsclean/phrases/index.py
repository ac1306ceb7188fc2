"""The index of all packs: the one place that decides whether a phrase fills a line; in time linear in the line.

In: packs, once; then folded lines. Out: a `Hit`, or None. It knows no page and no neighbours.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from newsclean.folding import fold_lines
from newsclean.phrases.edges import Edges, Outlines
from newsclean.phrases.hit import Hit
from newsclean.phrases.pack import Pack
from newsclean.phrases.skeleton import bare, skeleton, skeletons
from newsclean.phrases.slots import MARK, Slotted, slot_tests, slotted

MAX_CHARS: Final = 1_500
"""Longer lines match nothing."""
_MAX_LINE: Final = 160
"""Above this only the starts and ends of sentences are looked up."""
_MAX_LABEL: Final = 48
_MAX_KNOWN: Final = 20_000
"""Lines that are remembered from page to page, some five megabytes of them, before all are forgotten."""
_MAX_KNOWN_LINE: Final = 80
"""A longer line is rarely met again."""
_MAX_COVER_WORDS: Final = 24
_MAX_PHRASE_WORDS: Final = 5
_GAP: Final = "\x1f"
"""Between the two ends of a long line."""
_MARGIN: Final = 16
"""How many marks may stand before the start or after the end of a long line."""
_COUNTED: Final = frozenset({"share", "comment", "nav", "tags"})
"""Families whose phrases may have a counter after them: `Comments (3)`."""
_COVERS: Final = ("share", "nav", "comment", "newsletter", "legal")
"""Families of which a glued menu or share row is made."""
_LABEL_END = re.compile(r"[:>|»›•/]|(?<= )-(?= )")
_CRUMBS: Final = ">|»›/"
_PIECES = re.compile(r"\s*[|»›•>/]\s*|\s+[-·]\s+")
_COUNT = re.compile(r"[\s(\[:]*\d[\d.,]*[km+]?[)\]]?$")
_SENTENCE_ENDS: Final = ".。।؟"


class Index:
    """All phrases of some packs, folded and laid out for look-up."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        """Fold every phrase; of two packs that know the same phrase the first is named."""
        self._lines: dict[str, Hit] = {}
        self._known: dict[str, Hit | None] = {}
        self._labels: dict[str, Hit] = {}
        heads: list[tuple[str, Hit]] = []
        starts: list[tuple[str, Hit]] = []
        ends: list[tuple[str, Hit]] = []
        patterns: list[tuple[Slotted, Hit]] = []
        loaded = list(packs)
        for pack in loaded:
            self._lines.update(dict.fromkeys(_keys(pack.networks), Hit("share", "", pack.language)))
            for family, phrases in pack.phrases.items():
                hit = Hit(family, "", pack.language)
                for phrase in _keys(phrases.lines):
                    if MARK in phrase:
                        patterns.append((slotted(phrase), hit))
                    else:
                        self._lines.setdefault(phrase, hit)
                for phrase in _keys((*phrases.labels, *phrases.heads)):
                    self._labels.setdefault(phrase, hit)
                heads += [(phrase + " ", hit) for phrase in _keys(phrases.heads)]
                starts += [(phrase, hit) for phrase in _openings(phrases.starts)]
                ends += [(phrase, hit) for phrase in _keys(phrases.ends)]
        for phrase, hit in self._labels.items():
            self._lines.setdefault(phrase, hit)
        self._lines.pop("", None)
        self._labels.pop("", None)
        self._covers = {phrase: hit for phrase, hit in self._lines.items() if hit.family in _COVERS}
        self._openers = frozenset(phrase.split(" ")[0] for phrase in self._covers)
        self._closers = frozenset(phrase.rpartition(" ")[2] for phrase in self._covers)
        self._heads = Edges(heads)
        self._starts = Edges(starts)
        self._ends = Edges(ends, at_end=True)
        self._reach = _MARGIN + max(len(text) for text, _ in (*starts, *ends))
        self._slots = Edges((phrase.head, (phrase, hit)) for phrase, hit in patterns)
        headless = [(phrase, hit) for phrase, hit in patterns if not phrase.head]
        # a pattern of slots alone starts with a number; the others are told by their end
        self._counts = [(phrase, hit) for phrase, hit in headless if not phrase.slots[-1][1]]
        self._tails = Edges(((phrase.slots[-1][1], (phrase, hit)) for phrase, hit in headless), at_end=True)
        fronts = [*heads, *starts, *((phrase.head, hit) for phrase, hit in patterns)]
        backs = [*ends, *((phrase.slots[-1][1], hit) for phrase, hit in headless)]
        self._fronts = Outlines(text for text, _ in fronts)
        self._backs = Outlines((text for text, _ in backs), at_end=True)
        self._tests = slot_tests(
            networks=frozenset(_keys([name for pack in loaded for name in pack.networks])),
            calendar=frozenset(_keys([word for pack in loaded for word in pack.calendar])),
            not_names=frozenset(_keys([word for pack in loaded for word in pack.not_names])),
        )

    def match(self, line: str) -> Hit | None:
        """Return the phrase that fills the folded line, or stands as a label at its head, or None."""
        if len(line) <= _MAX_LINE:
            return self._short(line, bare(skeleton(line)))
        return self._long(skeleton(self._ends_of(line)))

    def match_all(self, lines: Sequence[str]) -> list[Hit | None]:
        """Return what `match` does for each line; a line met before, on this page or another, is not looked up again.

        Of the lines of the gold sets' dumps, 35 to 65 in 100 stood on a page of the set before.
        """
        known = self._known
        new = [line for line in dict.fromkeys(lines) if line not in known]
        plain = skeletons([line if len(line) <= _MAX_LINE else self._ends_of(line) for line in new])
        found = [
            self._short(line, bare(skeletal)) if len(line) <= _MAX_LINE else self._long(skeletal)
            for line, skeletal in zip(new, plain, strict=True)
        ]
        fresh = dict(zip(new, found, strict=True))
        hits = [fresh[line] if line in fresh else known[line] for line in lines]
        if len(known) > _MAX_KNOWN:
            # another thread may still read the old one
            known = self._known = {}
        known.update((line, hit) for line, hit in fresh.items() if len(line) <= _MAX_KNOWN_LINE)
        return hits

    def _short(self, line: str, key: str) -> Hit | None:
        if not key:
            return None
        hit = self._lines.get(key)
        if hit is not None:
            # one word and a full stop is a sentence, if a short one
            return hit if not line.endswith(".") or line.endswith("..") or " " in key else None
        if key[0] == "(" and key[-1] == ")":
            hit = self._lines.get(bare(key[1:-1])) or self._labelled(bare(line)[1:-1])
            if hit is not None:
                return hit
        hit = self._labelled(line.lstrip("> ") if line[0] == ">" else line)
        # most lines start and end as no phrase does
        if hit is None and (self._fronts.has(key) or self._backs.has(key) or key[0].isdigit()):
            hit = self._headed(line, key) or self._sentence(key, key) or self._slotted(line, key)
        return hit or self._row(key)

    def _ends_of(self, line: str) -> str:
        return f"{line[: self._reach]}{_GAP}{line[-self._reach :]}" if len(line) <= MAX_CHARS else ""

    def _long(self, ends: str) -> Hit | None:
        if not ends:
            return None
        head, _, tail = ends.partition(_GAP)
        head, tail = bare(head), bare(tail)
        return self._sentence(head, tail) if self._fronts.has(head) or self._backs.has(tail) else None

    def _sentence(self, head: str, tail: str) -> Hit | None:
        for phrase, hit in self._starts.of(head):
            if not (phrase[-1].isalnum() and phrase[-1].isascii() and head[len(phrase) :][:1].isalpha()):
                return hit
        for _, hit in self._ends.of(tail):
            return hit
        return None

    def _labelled(self, line: str) -> Hit | None:
        found = _LABEL_END.search(line, 1, _MAX_LABEL)
        if found is None:
            return self._listed(line) if " · " in line else None
        hit = self._labels.get(bare(skeleton(line[: found.start()])))
        rest = bare(line[found.end() :])
        if hit is None or not _follows(hit, found.group(), rest):
            return self._listed(line)
        return Hit(hit.family, rest, hit.language) if rest else hit

    def _listed(self, line: str) -> Hit | None:
        """Return the commonest family where two thirds of the pieces between separators are phrases."""
        pieces = [piece for piece in _PIECES.split(line) if piece]
        if len(pieces) < 2 or len(pieces) > _MAX_COVER_WORDS:  # noqa: PLR2004 - one piece is no list
            return None
        hits = [hit for hit in map(self._piece, pieces) if hit]
        return _commonest(hits) if len(hits) * 3 >= len(pieces) * 2 and len(hits) > 1 else None

    def _piece(self, piece: str) -> Hit | None:
        """Return the phrase that a piece of a row is; a count starts with its number."""
        key = bare(skeleton(piece))
        return self._lines.get(key) or (self._slotted(piece, key) if key and key[0].isdigit() else None)

    def _headed(self, line: str, key: str) -> Hit | None:
        # a sentence that starts with the words of a label ends as sentences do, a headline does not
        if line[-1] not in _SENTENCE_ENDS:
            for phrase, hit in self._heads.of(key):
                return Hit(hit.family, _after(line, key, len(phrase)), hit.language)
        return None

    def _slotted(self, line: str, key: str) -> Hit | None:
        patterns = [value for _, value in self._slots.of(key)]
        patterns += [value for _, value in self._tails.of(key)]
        if key[0].isdigit():
            patterns += self._counts
        # "by the river stood a mill." is a sentence, a byline has no full stop
        sentence = line[-1] in _SENTENCE_ENDS
        for phrase, hit in patterns:
            if sentence and phrase.slots[-1] == ("name", ""):
                continue
            start = phrase.fits(key, self._tests)
            if start is not None:
                return Hit(hit.family, _after(line, key, start), hit.language) if start < len(key) else hit
        return None

    def _row(self, key: str) -> Hit | None:
        """Return the commonest family of a line that is phrases only: with a counter, twice, or glued to a row."""
        if key[-1].isdigit() or key[-1] == ")":
            hit = self._lines.get(bare(_COUNT.sub("", key)))
            if hit is not None and hit.family in _COUNTED:
                return hit
        first, space, rest = key.partition(" ")
        return self._glued(key, rest) if space and first in self._openers else None

    def _glued(self, key: str, rest: str) -> Hit | None:
        """Return the commonest family of a line that is one phrase twice, or a row of phrases; `rest` is its tail."""
        half = len(key) // 2
        twice = key[half] == " " and key[:half] == key[half + 1 :]
        if not twice and rest.rpartition(" ")[2] not in self._closers:
            return None
        words = key.split(" ")
        if len(words) > _MAX_COVER_WORDS:
            return None
        if twice:
            return self._lines.get(key[:half])
        hits: list[Hit] = []
        sure = 0
        at = 0
        while at < len(words):
            for stop in range(min(len(words), at + _MAX_PHRASE_WORDS), at, -1):
                hit = self._covers.get(" ".join(words[at:stop]))
                if hit is not None:
                    hits.append(hit)
                    sure += hit.family == "share" or stop - at > 1
                    at = stop
                    break
            else:
                return None
        # single words such as "video" and "services" are words of headlines, too
        return _commonest(hits) if sure * 3 >= len(hits) * 2 else None


def _follows(hit: Hit, separator: str, rest: str) -> bool:
    """Return whether such a label has such a rest: a breadcrumb no colon, a timestamp a digit."""
    if hit.family == "nav":
        return separator in _CRUMBS
    return hit.family != "timestamp" or any(map(str.isdigit, rest))


def _after(line: str, key: str, start: int) -> str:
    """Return what stands on the folded line from where its key, which may be shorter, has `start`."""
    whole = bare(line)
    return whole[start:] if len(whole) == len(key) else " ".join(whole.split(" ")[key[:start].count(" ") :])


def _commonest(hits: list[Hit]) -> Hit:
    family, _ = Counter(hit.family for hit in hits).most_common(1)[0]
    return next(hit for hit in hits if hit.family == family)


def _keys(phrases: Sequence[str]) -> list[str]:
    """Return packs' phrases as lines are looked up: folded, bare, without accents; slots between marks."""
    return [bare(text) for text in _skeletons(phrases)]


def _openings(phrases: Sequence[str]) -> list[str]:
    """Return what a line's key must start with; unlike a key it keeps a colon or comma at its end."""
    return [text[text.index(bare(text)) :] for text in _skeletons(phrases)]


def _skeletons(phrases: Sequence[str]) -> list[str]:
    return [skeleton(text) for text in fold_lines([each.replace("{", MARK).replace("}", MARK) for each in phrases])]
