"""The filters, one kind of junk a file, in the order of their precedence."""

from newsclean.filters.advert import Advert
from newsclean.filters.base import Filter
from newsclean.filters.bio import Bios
from newsclean.filters.byline import Bylines
from newsclean.filters.captions import Captions
from newsclean.filters.comments import Comments
from newsclean.filters.consent import Consent
from newsclean.filters.copyright import Copyright
from newsclean.filters.embeds import Embeds
from newsclean.filters.headline import HeadlineLines
from newsclean.filters.legal import Legal
from newsclean.filters.navigation import Navigation
from newsclean.filters.newsletter import Newsletter
from newsclean.filters.paywall import Paywall
from newsclean.filters.promo import Promo
from newsclean.filters.related import Related
from newsclean.filters.repeats import Repeats
from newsclean.filters.share import Share
from newsclean.filters.signoffs import Signoffs
from newsclean.filters.tags import Tags
from newsclean.filters.timestamps import Timestamps
from newsclean.filters.unlikely import Unlikely

FILTERS: tuple[Filter, ...] = (
    # before the copies: what prints the title again is a headline above all
    HeadlineLines(),
    # first, for a copy of a share row or a rail is a copy above all, and its original is judged below
    Repeats(),
    # before bylines and times: those within a thread are the readers'
    Comments(),
    Timestamps(),
    Bylines(),
    Signoffs(),
    Bios(),
    # consent before legal: a policy named in a cookie notice is part of the notice
    Advert(),
    Consent(),
    Paywall(),
    Newsletter(),
    Share(),
    Tags(),
    Copyright(),
    Legal(),
    # after what names single lines: a byline, a time or a button within a rail is known as such first
    Related(),
    # after rails: a label that opens a long rail is the rail's cue
    Promo(),
    Embeds(),
    # after rails: the caption of a card belongs to its rail
    Captions(),
    # after all that reads lines, for a menu is known by where and among what it stands
    Navigation(),
    # last: what no other filter can name
    Unlikely(),
)
"""Every built-in filter; the first mark on a block wins, so the order is the precedence."""
