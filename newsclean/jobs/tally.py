"""What a job counts: outcomes in, figures out; they go on over a kill, and take bounded memory."""

from collections import Counter
from collections.abc import Iterable
from heapq import nlargest, nsmallest
from typing import Annotated

from pydantic import BaseModel, Field

from newsclean.jobs.page import Id, Outcome
from newsclean.record import Failure

SHOWN = 10
"""Sites and pages of a list in the report."""
_SITES = 2000

Count = Annotated[int, Field(ge=0)]


class Site(BaseModel):
    """What a host's pages had in them."""

    pages: Count = 0
    characters_in: Count = 0
    characters_removed: Count = 0
    warnings: Count = 0


class SlowPage(BaseModel):
    """A page that took long."""

    seconds: float
    id: Id
    url: str | None


class Tally(BaseModel):
    """The figures of a job.

    >>> tally = Tally()
    >>> tally.add(Outcome("1", None, Failure(kind="timeout", message="took longer than 60 seconds"), {}))
    >>> tally.rejected
    {'timeout': 1}
    """

    pages: Count = 0
    articles: Count = 0
    rejected: dict[str, Count] = {}
    """By kind of error."""
    page_kinds: dict[str, Count] = {}
    characters_in: Count = 0
    """Of all blocks of the pages that were read."""
    characters_out: Count = 0
    """Of the articles' text."""
    blocks_removed_by_role: dict[str, Count] = {}
    blocks_removed_by_filter: dict[str, Count] = {}
    warnings: dict[str, Count] = {}
    sites: dict[str, Site] = {}
    """By host; of very many the ones with the fewest pages are forgotten."""
    slowest: list[SlowPage] = []

    def add(self, outcome: Outcome) -> None:
        """Count a page."""
        self.pages += 1
        if isinstance(outcome.result, Failure):
            _count(self.rejected, outcome.result.kind)
            return
        self.articles += 1
        facts = outcome.facts
        if facts is None:
            return
        _count(self.page_kinds, facts.kind)
        self.characters_in += facts.characters_in
        self.characters_out += facts.characters_out
        for role, filter_, blocks, _ in facts.removed:
            _count(self.blocks_removed_by_role, role, blocks)
            _count(self.blocks_removed_by_filter, filter_, blocks)
        for code in facts.warnings:
            _count(self.warnings, code)
        if host := facts.host:
            site = self.sites.setdefault(host, Site())
            site.pages += 1
            site.characters_in += facts.characters_in
            site.characters_removed += sum(characters for *_, characters in facts.removed)
            site.warnings += len(facts.warnings)
            if len(self.sites) > _SITES:
                for rare in nsmallest(_SITES // 2, self.sites, key=lambda name: self.sites[name].pages):
                    del self.sites[rare]
        if len(self.slowest) < SHOWN or facts.seconds > self.slowest[-1].seconds:
            slow = SlowPage(seconds=round(facts.seconds, 4), id=outcome.id, url=outcome.url)
            self.slowest = nlargest(SHOWN, [*self.slowest, slow], key=lambda page: page.seconds)


class Report(BaseModel):
    """What is said of a job at its end: its figures, and of its sites those with the most junk and warnings."""

    pages: int
    articles: int
    rejected: dict[str, int]
    page_kinds: dict[str, int]
    characters_in: int
    characters_out: int
    blocks_removed_by_role: dict[str, int]
    blocks_removed_by_filter: dict[str, int]
    warnings: dict[str, int]
    sites_with_most_junk: dict[str, Site]
    """By the characters that were removed, the most first."""
    sites_with_most_warnings: dict[str, Site]
    slowest: list[SlowPage]
    seconds: float
    """Of the run that ended the job."""
    pages_per_second: float
    workers_replaced: int

    @classmethod
    def of(cls, tally: Tally, *, pages: int, seconds: float, replaced: int) -> "Report":
        """Return the report of a job, `pages` of which were cleaned in the last run, in so many seconds."""
        figures = {name: getattr(tally, name) for name in Tally.model_fields if name in cls.model_fields}
        for name, value in figures.items():
            if isinstance(value, dict):
                figures[name] = dict(Counter(value).most_common())
        return cls(
            **figures,
            sites_with_most_junk=_most(tally.sites, "characters_removed"),
            sites_with_most_warnings=_most(tally.sites, "warnings"),
            seconds=round(seconds, 3),
            pages_per_second=round(pages / max(seconds, 0.001), 2),
            workers_replaced=replaced,
        )

    def lines(self) -> Iterable[str]:
        """Yield the report as lines of text."""
        yield f"{self.pages:,} pages: {self.articles:,} articles, {sum(self.rejected.values()):,} rejected"
        yield f"{self.seconds:,.1f} seconds, {self.pages_per_second:,.1f} pages a second"
        yield f"characters: {self.characters_in:,} in, {self.characters_out:,} out"
        for title, counts in (
            ("rejected", self.rejected),
            ("kinds", self.page_kinds),
            ("removed by role", self.blocks_removed_by_role),
            ("removed by filter", self.blocks_removed_by_filter),
            ("warnings", self.warnings),
            ("most junk", {host: site.characters_removed for host, site in self.sites_with_most_junk.items()}),
            ("most warnings", {host: site.warnings for host, site in self.sites_with_most_warnings.items()}),
        ):
            if counts:
                yield f"{title}: {', '.join(f'{name} {count:,}' for name, count in counts.items())}"
        if self.slowest:
            yield f"slowest: {', '.join(f'{page.id} {page.seconds:.2f} s' for page in self.slowest[:3])}"


def _count(counts: dict[str, int], name: str, by: int = 1) -> None:
    counts[name] = counts.get(name, 0) + by


def _most(sites: dict[str, Site], figure: str) -> dict[str, Site]:
    having = [host for host in sites if getattr(sites[host], figure)]
    return {host: sites[host] for host in nlargest(SHOWN, having, key=lambda host: getattr(sites[host], figure))}
