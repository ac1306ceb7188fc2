"""Dates that a page prints: below its headline, where its story starts, at its end; a view in, what each dates out.

Reads lines only; what the markup states, and which date wins, is `newsclean.fields.dates`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import compress, takewhile
from typing import Final, Literal

from newsclean.block import Block, Role
from newsclean.conventions.when.clocks import at_time
from newsclean.conventions.when.dateorder import order_of_host, order_of_lines
from newsclean.conventions.when.dates import NUMERIC, read_date
from newsclean.conventions.when.moments import Moment, read_machine_date
from newsclean.conventions.when.timestamps import MAX_CHARS, date_labels, timestamp_kind
from newsclean.conventions.when.zones import country_of
from newsclean.evidence.shapes import DIGIT
from newsclean.fields.view import View

Which = Literal["published", "modified"]
_BELOW: Final = 12
"""Blocks below a headline that its byline and date are among."""
_AROUND: Final = 8
_LOST: Final = 30
"""So far above a story without a headline, a line may announce its date: buttons come between."""
_ABOVE: Final = 3
"""How much farther a block above the headline counts than one below it."""
_UNDER: Final = 5
"""A standfirst and a picture with its caption may stand between headline and byline."""
_RIGHT_ABOVE: Final = 3
_GAP: Final = 30
"""So many blocks may part a headline from its story."""
_TAIL: Final = 4
_FAR_TAIL: Final = 40
_OTHERS: Final[frozenset[Role | None]] = frozenset(("related", "promo", "comment", "embed", "caption", "ad"))
"""Roles of lines whose dates are not the story's."""
_BOX_CHARS: Final = 100
"""A line that holds more than a date is no longer than this in a byline's box."""
_FIRST_YEAR: Final = 1991
"""What has a year before that of the first page of the web, and words beside it, tells of the past."""
_DIGITS: Final = 3
"""A day, its month in words and two digits of its year have as many."""
_YEAR: Final = re.compile(
    r"\d{4}|\d[./-]\s?\d{1,2}\s?[./-]\s?\d{2}|\d-[A-Za-z]{3,9}-\d{2}|[\u0e00-\u0e7f]\.?\s?\d{2}(?!\d)|[和成國国](?:\d|元)"
)
_ANNOUNCED_CHARS: Final = 30
_ANNOUNCED: Final = re.compile(
    r"(?:date )?(?:first |originally )?(?:published|posted|publish(?:ing)? date|publication date|date of publication|"
    r"veröffentlicht(?: am)?|erschienen(?: am)?|publicado(?: el| em)?|fecha de publicación|data de publicação|"
    r"publié(?: le)?|date de publication|pubblicato(?: il)?|data di pubblicazione|опубликовано|дата публикации|"
    r"发布时间|发布日期|公開日|掲載日|تاريخ النشر|yayın tarihi|ngày đăng|tanggal terbit|gepubliceerd(?: op)?|"
    r"publicerad)\s?[:：]?",
    re.IGNORECASE,
)
"""What announces the date of publication, on a line above it or before it."""
_NEVER: Final = frozenset((date(1969, 12, 31), date(1970, 1, 1)))
"""The day on which computers start to count, east and west of Greenwich."""
_FIRST: Final = re.compile(
    r"\b(?:(?:originally|first) (?:published|posted|appeared)|ursprünglich (?:veröffentlicht|erschienen)|"
    r"zuerst (?:veröffentlicht|erschienen)|publicad[oa] originalmente|originalmente publicad[oa]|"
    r"initialement publiée?|publiée? initialement|pubblicat[oa] originariamente|originariamente pubblicat[oa]|"
    r"впервые опубликован[оа]?|oorspronkelijk (?:gepubliceerd|verschenen))\b",
    re.IGNORECASE,
)
"""A note on when a story that was changed since first came out."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands."""

    moment: Moment
    where: str
    raw: str
    confidence: float
    block: int | None = None


@dataclass(frozen=True)
class Printed:
    """The printed dates of a page, by how near its story each stands."""

    view: View
    language: str | None
    """What the order of day and month is read by."""

    @cached_property
    def _numbered(self) -> list[bool]:
        """Return which blocks have the digits of a date with a year: `1/2/24` has four."""
        numbered: list[bool] = (self.view.evidence.shapes.counts[:, DIGIT] >= _DIGITS).tolist()
        return numbered

    @cached_property
    def dates(self) -> tuple[tuple[Which, FoundDate], ...]:
        """The dates around headline and story, the nearest below the headline first."""
        view, blocks = self.view, self.view.page.blocks
        start = view.start if view.start < len(blocks) else 0
        places = {
            block.index: block
            for block in (
                *self._below,
                *blocks[max(0, start - _AROUND) : start + _AROUND],
                *blocks[max(0, self.view.top - _AROUND) : self.view.top],
                *(self._announced_above(start) if view.headline_at is None else ()),
            )
        }
        return self._read(
            places[index] for index in sorted(places, key=lambda at: (self._tells(at), self._distance(at)))
        )

    @cached_property
    def below(self) -> FoundDate | None:
        """The date of publication that stands between the headline and the first lines of the story."""
        under = {block.index for block in self._below}
        return next((found for which, found in self.dates if which == "published" and found.block in under), None)

    @cached_property
    def beside(self) -> FoundDate | None:
        """The date on a line of its own or in a byline, below the headline or right above it."""
        view = self.view
        places = {*range(self.view.top - _RIGHT_ABOVE, self.view.top), *(block.index for block in self._below)}
        for which, found in self.dates:
            if which != "published" or found.block is None or found.block not in places:
                continue
            role = view.role(found.block)
            alone = timestamp_kind(view.page.blocks[found.block].text) is not None
            if role in ("timestamp", "byline") or (alone and role not in _OTHERS):
                return found
        return None

    @cached_property
    def _below(self) -> tuple[Block, ...]:
        view, top = self.view, self.view.top
        if view.headline_at is None:
            return ()
        return view.page.blocks[top + 1 : view.start + _UNDER if top < view.start <= top + _GAP else top + _BELOW]

    def _tells(self, index: int) -> bool:
        """Return whether a line belongs to the story, whose dates are what it tells of, to a picture or headline."""
        view = self.view
        copies = view.headline.copies if view.headline is not None else ()
        if index not in copies and not view.sifted.verdicts[index].kept and view.role(index) != "caption":
            return False
        return timestamp_kind(view.page.blocks[index].text) is None

    def _distance(self, index: int) -> int:
        """Return how far a block is from the headline; the day of the visit stands above it on many pages."""
        return index - self.view.top if index >= self.view.top else _ABOVE * (self.view.top - index)

    @cached_property
    def first(self) -> FoundDate | None:
        """The date in a note beside the story that says when it first came out."""
        view = self.view
        for block in view.page.blocks[max(0, view.end - 2) : view.end + 1 + _TAIL]:
            if not self._numbered[block.index] or (note := _FIRST.search(block.text)) is None:
                continue
            rest = block.text[note.end() : note.end() + 60]
            if (moment := self._date(rest)) and moment.precision in ("minute", "day"):
                return FoundDate(moment, f"block {block.index}", rest[moment.start : moment.end].strip(" ,("), 0.8)
        return None

    @cached_property
    def far(self) -> FoundDate | None:
        """The one day that lines below the story announce; else that those at its end, or all in it, agree on."""
        view, blocks = self.view, self.view.page.blocks
        end = blocks[view.end + 1 :]
        announced = [block for block in end[:_FAR_TAIL] if _ANNOUNCED.match(block.text) or self.announced(block)]
        tail = list(takewhile(lambda block: view.role(block.index) != "related", end[: 2 * _TAIL]))
        inside = [block for block in blocks[self.view.top : view.end + 1] if view.role(block.index)]
        for places in (announced, tail[:_TAIL], [*inside, *tail]):
            # a clock below the story is a comment's
            days = [
                found
                for which, found in self._read(places)
                if which == "published"
                and (places is announced or (found.block or 0) <= view.end or found.moment.precision == "day")
            ]
            if len({found.moment.value.date() for found in days}) == 1:
                return days[0]
        return None

    def _announced_above(self, start: int) -> Iterator[Block]:
        """Yield the lines that announce a date above a story whose headline is not found: shares come between."""
        for block in self.view.page.blocks[max(0, start - _LOST) : start]:
            if self.view.role(block.index) == "timestamp" and _ANNOUNCED.match(block.text):
                yield block

    def announced(self, block: Block) -> bool:
        """Return whether the line above a block only says that a date of publication follows."""
        line = self.view.page.blocks[block.index - 1].text if block.index else ""
        return len(line) <= _ANNOUNCED_CHARS and _ANNOUNCED.fullmatch(line) is not None

    def _read(self, blocks: Iterable[Block]) -> tuple[tuple[Which, FoundDate], ...]:
        return tuple(found for block in blocks if self._may_date(block) for found in self._dates(block))

    def _may_date(self, block: Block) -> bool:
        text = block.text
        if not self._numbered[block.index] or len(text) > MAX_CHARS or text.endswith((":", "：")):
            return False
        if _YEAR.search(text) is None:
            return False
        if self.view.evidence.is_prose(block):
            return timestamp_kind(text) is not None
        return (
            len(text) <= _BOX_CHARS
            or self.view.role(block.index) in ("timestamp", "byline")
            or timestamp_kind(text) is not None
        )

    def _dates(self, block: Block) -> Iterator[tuple[Which, FoundDate]]:
        day: Moment | None = None
        for which, piece in date_labels(block.text):
            moment = self._date(piece)
            if moment is None and day is not None:
                # a clock alone is of the day before it: "published on 14 June 2021, updated at 11:02"
                moment = at_time(day, piece)
            if moment is None or moment.precision not in ("minute", "day"):
                continue
            if moment.value.year < _FIRST_YEAR and timestamp_kind(block.text) is None:
                continue
            day = moment
            raw = piece[moment.start : moment.end].strip(" ,(") or block.text
            yield which, FoundDate(moment, f"block {block.index}", raw, 0.7, block.index)

    def _date(self, text: str) -> Moment | None:
        if self.language in (None, "en") and NUMERIC.search(text) and self._order is not None:
            return _entered(read_date(text, self._order, self._country))
        return _entered(read_date(text, self.language, self._country))

    def stated(self, text: str) -> Moment | None:
        """Read a date that the markup states, in whatever form."""
        return _entered(read_machine_date(text, self._country) or read_date(text, self.language, self._country))

    @cached_property
    def _country(self) -> str | None:
        """The country by which a zone is told that several countries call so."""
        page = self.view.page
        return country_of(self.language, page.url or page.metadata.canonical)

    @cached_property
    def _order(self) -> str | None:
        """The kind of English whose order of day and month the page keeps to, where it shows."""
        page = self.view.page
        lines = (block.text for block in compress(page.blocks, self._numbered) if len(block.text) <= MAX_CHARS)
        shown = order_of_lines(lines)
        return shown or order_of_host(page.url or page.metadata.canonical)


def _entered(moment: Moment | None) -> Moment | None:
    """Return a moment that somebody entered; None for what a system shows in the place of none."""
    return None if moment is None or moment.value.date() in _NEVER else moment
