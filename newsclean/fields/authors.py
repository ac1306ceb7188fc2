"""Authors: what the markup states and the page prints in; people and bodies, each once, out."""

import re
from typing import Final

from newsclean.article import FieldSource
from newsclean.conventions.headlines.titles import squash
from newsclean.conventions.tables import key
from newsclean.fields.credited import MARKED, FoundAuthors
from newsclean.fields.printedauthors import contributors, printed_authors
from newsclean.fields.statedauthors import stated_authors
from newsclean.fields.view import Reading, View

_DOMAIN_END: Final = re.compile(r"(?i)\.(?:com|org|net|de|fr|it|es|ru|uk|be|nl|at|ch|is|tv)$")


def read_authors(view: View) -> Reading:
    """Read who wrote; contributors of a sign-off follow, in their roles."""
    printed = printed_authors(view)
    found = sorted(
        (*stated_authors(view), *(() if printed is None else (printed,))),
        key=lambda each: each.confidence,
        reverse=True,
    )
    signers, signed = contributors(view)
    values: dict[str, object] = {}
    claims = dict.fromkeys(signed, "authors")
    if printed is not None:
        values["byline"] = printed.raw
        claims |= dict.fromkeys(printed.blocks, "byline")
    if not found:
        if signers:
            values["authors"] = signers
        return Reading(values, (), claims)
    best = _best(found, printed, view)
    names = {key(author.name) for author in best.authors}
    extra = tuple(author for author in signers if key(author.name) not in names and author.role != "reporter")
    values["authors"] = (*best.authors, *extra)
    agreeing = sum({key(author.name) for author in other.authors} == names for other in found)
    confidence = min(0.99, best.confidence + 0.04 * (agreeing - 1))
    source = FieldSource(field="authors", where=best.where, raw=best.raw, confidence=round(confidence, 2))
    return Reading(values, (source,), claims)


def _best(found: list[FoundAuthors], printed: FoundAuthors | None, view: View) -> FoundAuthors:
    """Return the source to believe: the first, but people before the site itself, and all names before some."""
    best = _told(found, printed, view) or found[0]
    for other in found:
        if (
            _is_site(best, view)
            and any(author.kind == "person" for author in other.authors)
            and not _is_site(other, view)
        ):
            best = other
        names, more = ({key(author.name) for author in each.authors} for each in (best, other))
        if names < more and len(more) <= len(names) + 12 and other.complete:
            best = other
    return best


def _told(found: list[FoundAuthors], printed: FoundAuthors | None, view: View) -> FoundAuthors | None:
    """Return the people of the byline above the body, where the first source names none of them.

    It is not believed where it names bodies alone or an account ("mholt"), or another source states who is printed.
    """
    first = found[0]
    if printed is None or printed is first or min(printed.blocks, default=0) > view.start:
        return None
    people = {key(author.name) for author in printed.authors if author.kind == "person" and author.role == "reporter"}
    names = {key(author.name) for author in first.authors}
    if not people or not people.isdisjoint(names):
        return None
    bodies = [author for author in first.authors if author.kind == "organization"]
    # a body may have its town and country beside it
    is_bodies = bool(bodies) and all(author in bodies or " " not in author.name for author in first.authors)
    is_account = printed.confidence >= MARKED and all(name.isascii() and " " not in name for name in names)
    stated = (other for other in found[1:] if other.where.startswith(("json-ld", "meta")))
    is_stated = any({key(author.name) for author in other.authors} >= people for other in stated)
    return printed if is_bodies or is_account or is_stated else None


def _is_site(found: FoundAuthors, view: View) -> bool:
    """Return whether a source names nothing but the site itself."""
    return all(squash(_DOMAIN_END.sub("", author.name)) in view.sites for author in found.authors)
