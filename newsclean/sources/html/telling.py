"""Names that tell: a class, id or itemprop in, whether it speaks of authors and tags, or is an author's name, out."""

import re
from collections.abc import Mapping
from typing import Final

from newsclean.sources.html.hints import MAX_HINTS

_WORDS: Final = (
    "author autor byline writer reporter journalist contributor columnist tag topic keyword section categor rubri "
    "kicker crumb channel label"
)
_TELLING: Final = tuple(_WORDS.split())
_MAX_LABEL: Final = 60
_AUTHOR: Final = re.compile(
    r"(?:^|[\s_-])(?:author|byline|writer|autor|reporter|journalist|columnist)s?(?:[\w-]{0,24}name[\w-]{0,6})?(?=\s|$)"
)
"""Classes of an author's name: `author`, `post-author`, `author-card__name`, `authorname-txt`."""
_NO_AUTHOR: Final = re.compile(
    r"comment|quote|photo|image|img|picture|related|reply|review|testimonial|social|share|icon"
)


_KICKER: Final = re.compile(
    r"(?:^|[\s_-])(?:kicker|overline|eyebrow|dachzeile|topline|roofline|roofzeile|spitzmarke|surtitre|antetitulo|"
    r"antetítulo|occhiello|overtitle|supertitle|pretitle|catchline)(?:[_-]?(?:text|label|title|headline|inner))?(?=\s|$)"
)
"""Names of the word or two that stand before a headline."""
_TRAIL: Final = re.compile(
    r"bread[ -]?crumb|fil d.ariane|brotkr[uü]m|migas? de pan|migalha|briciole|kruimel|okruszk|br[oöø]dsmul|murupolku|"
    r"drobečk|хлебные крошки|навигационная цепочка|面包屑|麵包屑|パンくず|빵부스러기|ekmek kırıntı|ψίχουλ|remah roti|"
    r"you are here|sie sind hier|vous êtes ici|usted está aquí|estás aquí|você está aqui|sei qui|u bent hier|du är här",
    re.IGNORECASE,
)
"""What a breadcrumb is labelled with for those who cannot see that it is one."""
TRAIL: Final = "breadcrumb"
_COMMENT_COUNT: Final = re.compile(
    r"(?:^|[\s_-])(?:comments?[_-]?(?:counts?|counter|num|number|total)|num(?:ber)?[_-]?(?:of[_-])?comments)(?=[\s_-]|$)"
)
"""Names of how many comments there are."""


def names_kicker(names: str) -> bool:
    """Return whether a class says that a kicker stands there, the word or two before a headline.

    >>> names_kicker("article__kicker"), names_kicker("headline-overline-wrapper"), names_kicker("headline")
    (True, False, False)
    """
    return _KICKER.search(names[: 2 * MAX_HINTS].lower()) is not None


def counts_comments(names: str) -> bool:
    """Return whether a class says that the number of comments stands there.

    >>> counts_comments("toggler comments_count"), counts_comments("num-comments"), counts_comments("comments")
    (True, True, False)
    """
    names = names[: 2 * MAX_HINTS].lower()
    return "comment" in names and _COMMENT_COUNT.search(names) is not None


def is_trail(attributes: Mapping[str, str]) -> bool:
    """Return whether an element is labelled as a breadcrumb, or is the BreadcrumbList of microdata.

    >>> is_trail({"aria-label": "Fil d’Ariane"}), is_trail({"itemtype": "https://schema.org/BreadcrumbList"})
    (True, True)
    >>> is_trail({"aria-label": "Main menu", "itemtype": "https://schema.org/ListItem"})
    False
    """
    label = attributes.get("aria-label", "")[:_MAX_LABEL]
    return attributes.get("itemtype", "").endswith("/BreadcrumbList") or _TRAIL.search(label) is not None


def tells(names: str) -> bool:
    """Return whether a class, id or itemprop speaks of authors, tags, sections or breadcrumbs.

    >>> tells("story__byline"), tells("story__text")
    (True, False)
    """
    names = names[: 2 * MAX_HINTS].lower()
    for word in _TELLING:  # noqa: SIM110 - a pattern or a generator takes twice the time
        if word in names:
            return True
    return False


def names_author(names: str) -> bool:
    """Return whether a class says that the name of an author stands there.

    >>> names_author("story__author"), names_author("author-card__name"), names_author("authored")
    (True, True, False)
    """
    names = names[: 2 * MAX_HINTS].lower()
    return _AUTHOR.search(names) is not None and _NO_AUTHOR.search(names) is None
