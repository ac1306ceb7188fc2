"""An article in schema.org's words: an `Article` in, the JSON-LD of a NewsArticle or a LiveBlogPosting out.

Only what the article knows is said, and only in properties that schema.org gives the type. Which field becomes which
property stands in docs/fields.md.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.article import Article, Author, Image, LiveEntry, Precision

_TYPES = {"article": "NewsArticle", "paywall": "NewsArticle", "live_blog": "LiveBlogPosting"}
"""By the kind of page; any other is a WebPage, so that it passes for no article."""

_DIGITS = {"year": 4, "month": 7, "day": 10}
"""How much of an ISO date is known; of a minute all of it."""


def schema_org(article: "Article") -> dict[str, object]:
    """Return the article as JSON-LD, without what is unknown."""
    type_ = _TYPES.get(article.page_kind, "WebPage")
    address = article.canonical_url or article.url
    values = {
        "headline": article.title,
        "alternativeHeadline": article.subtitle,
        "abstract": article.standfirst,
        "description": article.description,
        "url": address,
        "datePublished": _date(article.published, article.published_precision),
        "dateModified": _date(article.modified, article.modified_precision),
        **_people(article.authors),
        "creditText": article.byline,
        "sourceOrganization": [_organization(name) for name in article.agencies],
        "publisher": article.publisher and _organization(article.publisher),
        "locationCreated": article.dateline and [{"@type": "Place", "name": name} for name in article.dateline.places],
        "keywords": list(article.tags),
        "inLanguage": article.language,
        "image": [_image(image) for image in sorted(article.images, key=lambda image: not image.is_main)],
        "isAccessibleForFree": article.access and article.access == "free",
        "conditionsOfAccess": article.access == "metered" and "metered",
        "correction": list(article.notes),
        "copyrightNotice": article.rights,
    }
    trail = _trail(article.breadcrumbs)
    if type_ == "WebPage":
        values |= {"text": article.text, "breadcrumb": trail}
    else:
        page = _known({"@type": "WebPage", "@id": address, "breadcrumb": trail})
        values |= {"articleSection": article.section, "articleBody": article.text}
        values |= {"mainEntityOfPage": page if len(page) > 1 else None}
    if type_ == "NewsArticle":
        values |= {"dateline": article.dateline and article.dateline.raw}
    if type_ == "LiveBlogPosting":
        values |= {"liveBlogUpdate": [_update(entry) for entry in article.entries]}
    return {"@context": "https://schema.org", "@type": type_, **_known(values)}


def _known(values: dict[str, object]) -> dict[str, object]:
    """Leave out what is unknown; a page that is not free says so."""
    return {
        name: value for name, value in values.items() if value or (value is False and name == "isAccessibleForFree")
    }


def _date(moment: datetime | None, precision: "Precision | None") -> str | None:
    """Return as much of a moment as is known: `2024-03` where the page names no day."""
    return None if moment is None else moment.isoformat()[: _DIGITS.get(precision or "minute")]


def _organization(name: str) -> dict[str, object]:
    return {"@type": "Organization", "name": name}


def _people(authors: "Iterable[Author]") -> dict[str, object]:
    """Sort by role; schema.org has editors that are people only, and no photographers of a text."""
    sorted_: dict[str, list[object]] = {"author": [], "editor": [], "contributor": []}
    for author in authors:
        person = author.kind == "person"
        values = {"name": author.name, "email": author.email, "url": author.url, "description": author.bio}
        by_role = {"reporter": "author", "editor": "editor" if person else "contributor"}
        sorted_[by_role.get(author.role, "contributor")].append(
            {"@type": "Person" if person else "Organization", **_known(dict(values))}
        )
    return dict(sorted_)


def _image(image: "Image") -> dict[str, object]:
    return _known(
        {
            "@type": "ImageObject",
            "url": image.url,
            "caption": image.caption,
            "creditText": image.credit,
            "description": image.alt,
            "representativeOfPage": image.is_main,
        }
    )


def _trail(names: tuple[str, ...]) -> dict[str, object] | None:
    items = [{"@type": "ListItem", "position": place, "name": name} for place, name in enumerate(names, start=1)]
    return {"@type": "BreadcrumbList", "itemListElement": items} if items else None


def _update(entry: "LiveEntry") -> dict[str, object]:
    values = {"headline": entry.title, "articleBody": entry.text, "datePublished": _stated(entry.time)}
    return {"@type": "BlogPosting", **_known(dict(values))}


def _stated(time: str | None) -> str | None:
    """Return a time that the markup states; one as printed ("10:15") says no day, and a day alone no time."""
    try:
        moment = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    return moment.isoformat() if "T" in str(time) or " " in str(time) else moment.date().isoformat()
