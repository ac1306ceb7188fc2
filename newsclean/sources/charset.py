"""Bytes to text: a page's bytes and what HTTP said of them in, text and warnings out; looks at no markup but `<meta>`.

The order is by trust: a byte order mark, bytes that are UTF-8 (or nearly all), HTTP, `<meta>`, a detector, cp1252.
"""

import codecs
import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from newsclean.errors import SourceError
from newsclean.sources.detector import detect

_NAMES: Final = {
    "cp1252": "ascii us-ascii iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin-1 latin1 l1 windows-1252 cp-1252 x-cp1252",
    "cp1254": "iso-8859-9 iso8859-9 latin5 l5 windows-1254",
    "cp874": "iso-8859-11 iso8859-11 tis-620 tis620 windows-874",
    "gb18030": "gb2312 gb-2312 gb_2312 gb_2312-80 gbk x-gbk cp936 ms936 gb18030 csgb2312 chinese",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j ms932 csshiftjis",
    "cp949": "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 korean windows-949 cseuckr",
    "big5hkscs": "big5 big5-hkscs x-x-big5 cn-big5 csbig5",
    "cp1251": "windows-1251 x-cp1251 win-1251 win1251",
    "koi8-r": "koi8-r koi8 koi",
    # a page whose meta could be read as ASCII is not in UTF-16, whatever it says
    "utf-8": "utf8 utf-8 unicode-1-1-utf-8 utf_8 utf8mb4 unicode utf-16 utf-16le utf-16be utf16 ucs-2 utf-32",
}
"""The names of encodings as browsers understand them."""
_ALIASES: Final = {name: encoding for encoding, names in _NAMES.items() for name in names.split()}
_NO_CHARSETS: Final = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"))
"""Codecs of Python's that no page is in; most of them fail, and two read escapes of programs as text."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY: Final = (
    (b"%PDF-", "a PDF file", "extract its text first"),
    (b"\x1f\x8b", "gzip data", "decompress it first"),
    (b"PK\x03\x04", "a zip archive or an office document", "extract its text first"),
    (b"\x89PNG", "a PNG image", "give the page, not its pictures"),
    (b"\xff\xd8\xff", "a JPEG image", "give the page, not its pictures"),
    (b"GIF8", "a GIF image", "give the page, not its pictures"),
    (b"RIFF", "a WebP image or a RIFF file", "give the page, not its pictures"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "extract its text first"),
    (b"\x28\xb5\x2f\xfd", "zstd data", "decompress it first"),
    (b"BZh", "bzip2 data", "decompress it first"),
    (b"\xfd7zXZ\x00", "xz data", "decompress it first"),
    (b"7z\xbc\xaf", "a 7z archive", "extract its text first"),
    (b"Rar!", "a rar archive", "extract its text first"),
    (b"\x7fELF", "a program", "give the page itself"),
    (b"wOFF", "a font", "give the page itself"),
    (b"wOF2", "a font", "give the page itself"),
    (b"\x00\x00\x00\x1cftyp", "a video", "give the page itself"),
    (b"ID3", "a sound file", "give the page itself"),
    (b"SQLite format 3", "a database", "give the page itself"),
)
_TEXT_AFTER_ALL: Final = (b"GIF8", b"RIFF", b"BZh", b"ID3", b"PK\x03\x04", b"Rar!", b"wOFF", b"wOF2")
"""Marks of letters only, with which a text could start too: it takes control bytes after them."""
_CONTROLS: Final = bytes((*range(9), *range(14, 27), *range(28, 32)))
_META: Final = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_XML: Final = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""", re.IGNORECASE)
_SEQUENCES: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH: Final = bytes(range(128, 256))
_META_BYTES: Final = 4_096
_SAMPLE: Final = 65_536
_MOSTLY: Final = 0.9
_MOSTLY_STATED: Final = 0.5
_MAX_DAMAGE: Final = 0.001
_MISREAD: Final = re.compile(r"([^\x00-\x7f])(?!\1)[^\x00-\x7f]{3}")
"""No language of Latin letters has four in a row that are not ASCII; a ruler of dashes is of one character."""
_MIN_MISREAD: Final = 5
_WESTERN: Final = frozenset(("utf-8", "cp1252", "cp1254"))
"""Codecs whose misreading shows in no such row, or is mended by `mojibake`."""
_LATIN_BYTES: Final = (
    {bytes((byte,)).decode("iso8859-15"): byte for byte in range(0x100)},
    # the five bytes that cp1252 lacks are controls, as all of that row are in Latin-1
    {chr(byte): byte for byte in range(0x100)}
    | {bytes((byte,)).decode("cp1252", "ignore"): byte for byte in range(0x80, 0xA0)},
)
"""What byte each character was that a Western decoder made: Latin-9, which lacks eight signs; Latin-1 or cp1252."""
_MAX_NOISE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page, the encoding used (None for str), and (code, message) warnings."""

    text: str
    encoding: str | None
    warnings: tuple[tuple[str, str], ...] = ()


def decode(source: str | bytes, *, charset: str | None = None) -> Decoded:
    """Decode a page by the most trustworthy of what its bytes, HTTP and the page itself say.

    Args:
        source: the page; a `str` is taken as it is, unless its own meta shows that it was decoded as Latin-1.
        charset: what the HTTP header said: a name such as "iso-8859-1", or all of a Content-Type value.

    Raises:
        SourceError: the bytes are no text: a PDF file, an image, an archive.

    >>> decode("Café – 5 €".encode(), charset="iso-8859-1")
    Decoded(text='Café – 5 €', encoding='utf-8', warnings=())
    >>> decode("Café – 5 €".encode("cp1252"), charset="utf-8").encoding
    'cp1252'
    """
    if isinstance(source, str):
        return Decoded(source, None) if source.isascii() else _read_again(source)
    marked = next((found for found in _MARKS if source.startswith(found[0])), None)
    if marked:
        return _decoded(source[len(marked[0]) :], marked[1])
    _refuse_files(source)
    wide = _unmarked_utf16(source)
    if wide:
        return _decoded(source, wide)
    _refuse_noise(source)
    try:
        return Decoded(source.decode(), "utf-8")
    except UnicodeDecodeError as error:
        return _not_quite_utf8(source, error.start, charset)


def _read_again(source: str) -> Decoded:
    """Return a page that came decoded; as its meta says where it was taken for Latin-1, the default of HTTP clients."""
    stated = [_codec(name) for name in _stated(source[:_META_BYTES].encode("ascii", "replace"))]
    encoding = next((name for name in stated if name and name not in _WESTERN), None)
    if encoding is None or len(list(islice(_MISREAD.finditer(source), _MIN_MISREAD))) < _MIN_MISREAD:
        return Decoded(source, None)
    for bytes_of in _LATIN_BYTES:
        try:
            found = bytes([bytes_of[character] for character in source])
        except KeyError:
            continue
        text = found.decode(encoding, "replace")
        if _is_sound(text):
            message = f"the page had been decoded as Latin-1; it was read again as {encoding}, as its meta says"
            return Decoded(text, None, (("mojibake", message),))
    return Decoded(source, None)


def _not_quite_utf8(source: bytes, at: int, charset: str | None) -> Decoded:
    """Decode bytes that are no UTF-8 at this place: damaged UTF-8, or another encoding."""
    stated = [_codec(name) for name in (_http_charset(charset), *_stated(source[:_META_BYTES]))]
    mostly = _MOSTLY_STATED if "utf-8" in stated else _MOSTLY
    if _utf8_share(source[max(0, at - _META_BYTES) : at + _SAMPLE]) >= mostly:
        return _decoded(source, "utf-8")
    for name in stated:
        if name and name != "utf-8":
            found = _decoded(source, name)
            if _is_sound(found.text):
                return found
    found = _decoded(source, detect(source))
    return found if _is_sound(found.text) else _decoded(source, "cp1252")


def _is_sound(text: str) -> bool:
    return text.count("\ufffd") <= _MAX_DAMAGE * len(text)


def _decoded(source: bytes, encoding: str) -> Decoded:
    text = source.decode(encoding, "replace")
    damaged = text.count("\ufffd") - (source.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    if damaged <= 0:
        return Decoded(text, encoding)
    message = f"{damaged} characters could not be read as {encoding}; they are U+FFFD in the text"
    return Decoded(text, encoding, (("damaged_bytes", message),))


def _unmarked_utf16(source: bytes) -> str | None:
    """Return the UTF-16 that markup or Latin text without a byte order mark is in, by where its NUL bytes are."""
    head = source[:_META_BYTES]
    if b"\0" not in head or _controls(head.replace(b"\0", b"")):
        return None
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nul, other = head[start::2].count(0), head[1 - start :: 2].count(0)
        if other == 0 and nul * 2 >= len(head[start::2]):
            return encoding
    return None


def _refuse_files(source: bytes) -> None:
    for mark, what, advice in _BINARY:
        if source.startswith(mark) and (mark not in _TEXT_AFTER_ALL or _controls(source)):
            message = f"the page looks like {what}: {advice}"
            raise SourceError(message)


def _refuse_noise(source: bytes) -> None:
    if _controls(source) > _MAX_NOISE * len(source[:_META_BYTES]):
        message = "the page looks like binary data: give HTML or plain text"
        raise SourceError(message)


def _controls(source: bytes) -> int:
    """Return the number of bytes at the head that no text has."""
    head = source[:_META_BYTES]
    return len(head) - len(head.translate(None, _CONTROLS))


def _utf8_share(sample: bytes) -> float:
    """Return how many of the high bytes stand in valid UTF-8 sequences: in other encodings hardly one in four does."""
    high = len(sample) - len(sample.translate(None, _HIGH))
    return sum(map(len, _SEQUENCES.findall(sample))) / high if high else 0.0


def _http_charset(stated: str | None) -> str | None:
    if stated and "charset=" in stated.lower():
        stated = stated.lower().partition("charset=")[2].partition(";")[0]
    return stated


def _stated(head: bytes) -> list[str]:
    """Return the encodings that the page itself states."""
    return [found[1].decode("ascii", "replace") for found in (_META.search(head), _XML.search(head)) if found]


def _codec(name: str | None) -> str | None:
    """Return Python's codec for a name as browsers understand it, or None for a name of no text encoding."""
    name = (name or "").strip(" \"'\t\r\n").lower()
    if not name:
        return None
    alias = _ALIASES.get(name)
    if alias:
        return alias
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # hex, rot13 and the like are codecs too
    is_charset = getattr(found, "_is_text_encoding", True) and found.name.replace("_", "-") not in _NO_CHARSETS
    return found.name if is_charset else None
