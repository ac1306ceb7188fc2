"""Images: JSON-LD, OpenGraph and the pictures around the body in; pictures with caption, credit and alt out."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final
from urllib.parse import urljoin, urlsplit

from newsclean.article import Image
from newsclean.block import Block, Element, ImageTag
from newsclean.conventions.who.picturecredits import is_shot, piece_of
from newsclean.fields.view import Reading, View, text_of

_MAX_IMAGES: Final = 30
_MIN_WIDTH: Final = 150
_NOT_PICTURES: Final = re.compile(
    r"^data:|\.(?:svg|gif)(?:$|\?)|(?<![a-z])(?:site)?(?:logo|logotype|icon|avatar|sprite|spacer)s?(?![a-z])|favicon"
    r"|pixel\.\w|placeholder|blank\.|tracking|(?<![a-z])transparent\.(?:png|gif)(?:$|\?)|gravatar|emoji|1x1|//ads?\.|/ads?/|/banners?[\d._/-]",
    re.IGNORECASE,
)
_NOT_HINTS: Final = re.compile(
    r"author|avatar|(?<![a-z])logo|(?<![a-z])related|teaser|promo|recommend|newsletter|sidebar|byline|comment"
    r"|(?<![a-z])ads?[-_]"
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…。])[”\"»]?\s+")
_MAX_CREDIT_CHARS: Final = 60
_MAX_HELD: Final = 4
"""Elements around a picture that may hold its caption, too."""
_OTHER: Final = ("aside", "nav", "footer")
_STORY: Final = ("article", "main")
_CREDIT: Final = re.compile(
    r"(?:(?<=[.!?…])\s+|^|\s[|–—-]\s|\()\(?((?:©|\(c\)|photo(?:graph)?s?(?: by| credit)?|picture|"
    r"image|credit|foto(?:s|grafie)?|bild|bildrechte|quelle|crédit|photographie|imagen|immagine|"
    r"фото|图|圖|写真|撮影|صورة|ảnh|fotoğraf)\s*[:：/.]?\s*(?=\S)([^()]{2,80}?))\)?\s*$",
    re.IGNORECASE,
)


def read_images(view: View) -> Reading:
    """Read the pictures of the article: the main one first."""
    found: dict[str, Image] = {}
    base = view.page.metadata.base or view.page.url or ""
    main = _main(view)
    if main is not None:
        _add(found, base, main)
    for image in _stated(view):
        _add(found, base, image)
    for image in _printed(view):
        _add(found, base, image)
        if len(found) >= _MAX_IMAGES:
            break
    return Reading({"images": tuple(found.values())}) if found else Reading()


def _add(found: dict[str, Image], base: str, image: Image) -> None:
    """Add a picture; one that is there already in another size lends what it lacks."""
    try:
        url = urljoin(base, image.url.strip())
        name = urlsplit(url)
    except ValueError:
        return
    if name.scheme not in ("http", "https") and base:
        return
    same = f"{name.netloc}{name.path}"
    known = found.get(same)
    if known is None:
        found[same] = image.model_copy(update={"url": url})
        return
    lent = {
        field: getattr(image, field)
        for field in ("caption", "credit", "alt")
        if getattr(known, field) is None and getattr(image, field)
    }
    if lent:
        found[same] = known.model_copy(update=lent)


def _main(view: View) -> Image | None:
    if (
        stated := view.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
    ) and not _NOT_PICTURES.search(stated[1]):
        alt = view.first("og:image:alt", "twitter:image:alt")
        return Image(url=stated[1], alt=alt[1] if alt else None, is_main=True)
    return None


def _stated(view: View) -> list[Image]:
    images: list[Image] = []
    for item in view.resolve((view.article or {}).get("image"))[:4]:
        if isinstance(item, str):
            url, caption, credit = item, None, None
        else:
            url = text_of(item.get("url")) or text_of(item.get("contentUrl")) or ""
            caption, credit = text_of(item.get("caption")), text_of(item.get("creditText"))
        if "/" in url and not _NOT_PICTURES.search(url) and not images:
            images.append(Image(url=url, caption=caption, credit=credit, is_main=view.first("og:image") is None))
    return images


def _printed(view: View) -> list[Image]:
    """Return the pictures that stand between the headline and the end of the body, with their captions."""
    blocks = view.page.blocks
    top = min(view.top, view.start)
    if view.end < 0 or view.start >= len(blocks):
        return []
    first, last = blocks[top].element, blocks[view.end].element
    if first is None or last is None:
        return []
    captions = _captions(blocks[max(0, top - 6) : view.end + 4], view.page.metadata.images)
    images: list[Image] = []
    for tag in view.page.metadata.images:
        if not first.order - 40 <= tag.element.order <= last.order or not _is_picture(tag):
            continue
        caption, credit = _caption(tag, captions)
        images.append(Image(url=tag.url, caption=caption, credit=credit, alt=tag.alt.strip() or None))
    return images


def _is_picture(tag: ImageTag) -> bool:
    if not tag.url or _NOT_PICTURES.search(tag.url) or (tag.width is not None and tag.width < _MIN_WIDTH):
        return False
    around = list(tag.element.ancestors())
    story = next((depth for depth, element in enumerate(around) if element.tag in _STORY), 0)
    for depth, element in enumerate(around):
        # the header of an article has its headline and its main picture
        if depth and (element.tag in _OTHER or (element.tag == "header" and depth > story)):
            return False
        if depth < 4 and _NOT_HINTS.search(element.hints):  # noqa: PLR2004
            return False
    return True


def _captions(blocks: tuple[Block, ...], pictures: Sequence[ImageTag]) -> dict[Element, list[str]]:
    """Return the captions of each figure, and of each other element that has a caption and one picture."""
    held = Counter(above for tag in pictures for above in islice(tag.element.ancestors(), _MAX_HELD))
    found: dict[Element, list[str]] = {}
    for block in blocks:
        for depth, element in enumerate(block.element.ancestors() if block.element is not None else ()):
            box = element if element.tag == "figure" else element.parent if "caption" in element.hints else None
            if box is not None and (box.tag == "figure" or held[box] == 1):
                found.setdefault(box, []).append(block.text)
                break
            if depth > 5:  # noqa: PLR2004 - captions stand shallow in their figures
                break
    return found


def _caption(tag: ImageTag, captions: dict[Element, list[str]]) -> tuple[str | None, str | None]:
    for element in tag.element.ancestors():
        if element in captions:
            return split_credit(" ".join(captions[element]))
        if element.tag in ("article", "main", "body"):
            break
    return None, None


def split_credit(caption: str) -> tuple[str | None, str | None]:
    """Split a caption from the credit at its end.

    >>> split_credit("Old rivets in a tin. Photo: Bridge Trust"), split_credit("Old rivets in a tin.")
    (('Old rivets in a tin.', 'Bridge Trust'), ('Old rivets in a tin.', None))
    >>> split_credit("Old rivets in a tin. Ines Okafor/AFP")
    ('Old rivets in a tin.', 'Ines Okafor/AFP')
    """
    if found := _CREDIT.search(caption):
        return caption[: found.start()].strip(" (|–—-") or None, found[2].strip(" .")
    tail = _SENTENCE_END.split(caption)[-1]
    piece = piece_of(tail, is_open=True) or tail
    if len(piece) <= _MAX_CREDIT_CHARS and is_shot(piece):
        return caption[: caption.rindex(piece)].strip(" (|–—-") or None, piece.strip(" .")
    return caption, None
