"""The detector: bytes of no stated encoding in, the likeliest encoding out; it reads letters and `lang`, no charset.

Latin letters are told apart by what would be signs amid words; for other scripts a library is asked.
"""

import re
from typing import Final

_NODES: Final = re.compile(rb">([^<>]{2,3000})<")
_LANGUAGE: Final = re.compile(rb"""<html[^>]{0,500}?\slang\s{0,9}=\s{0,9}["']?([a-z]{2})""", re.IGNORECASE)
_HIGH: Final = bytes(range(128, 256))
_LETTERS: Final = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MAX_SAMPLE: Final = 8_192
_MAX_LOOK: Final = 500_000
_OTHER_SCRIPT: Final = 0.25
"""The share of high bytes among letters from which on a text is not in Latin letters."""
_CENTRAL: Final = frozenset((b"cs", b"hu", b"pl", b"sk", b"sl", b"hr", b"bs", b"ro", b"sq"))
_BY_LANGUAGE: Final = {
    **dict.fromkeys((b"tr", b"az"), "cp1254"),
    **dict.fromkeys((b"et", b"lv", b"lt"), "cp1257"),
    b"vi": "cp1258",
}
_RUNS: Final = re.compile(rb"[\x80-\xff]{2,}")
"""Latin letters with accents stand alone among plain ones; letters of other scripts do not."""
_IN_WORD: Final = re.compile(rb"(?<=[A-Za-z])[\x80-\xff](?=[a-z])")
_SIGNS: Final = frozenset(b"\xb1\xb2\xb3\xb5\xb6\xb8\xb9\xba\xbb\xbc\xbd\xbe\xbf\xa1\xa3\xa5\xa6\xaf\x9f\x9d\x8f")
"""Bytes that are signs in cp1252, and letters in the encodings of Central Europe."""
_HACEKS: Final = frozenset(b"\x9a\x9e")
_TURKISH: Final = frozenset(b"\xf0\xfd\xfe")
_ICELANDIC: Final = frozenset(b"\xe1\xe6\xed\xf3\xfa")
_LATIN_2: Final = frozenset(b"\xb1\xb6\xbc\xbe\xbb")
_CP1250: Final = frozenset(b"\x9a\x9c\x9d\x9e\x9f")
"""Where the two encodings of Central Europe have letters that the other has not."""
_TELLING_SHARE: Final = 0.05
_OTHER_ENCODINGS: Final = (
    "cp1251 cp1253 cp1255 cp1256 cp866 cp874 cp932 cp949 iso8859_5 iso8859_7 koi8_r koi8_u gb18030 big5hkscs euc_jp"
)
_OTHER_SCRIPTS: Final = _OTHER_ENCODINGS.split()
"""Asked for one of all encodings, the library answers with some that no page is in."""


def detect(source: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8.

    >>> detect("<p>Bieżące wydatki: pieniądze na późniejszy remont</p>".encode("iso8859-2"))
    'iso8859-2'
    >>> detect("<p>Die Brücke über den Fluß ist für Fußgänger geöffnet</p>".encode("cp1252"))
    'cp1252'
    """
    sample = _sample(source)
    high = len(sample) - len(sample.translate(None, _HIGH))
    letters = len(sample) - len(sample.translate(None, _LETTERS))
    if high < _OTHER_SCRIPT * (high + letters) or sum(map(len, _RUNS.findall(sample))) * 2 < high:
        return _latin(source, sample)
    from charset_normalizer import from_bytes  # noqa: PLC0415 - it takes time to import, and few pages need it

    best = from_bytes(sample, cp_isolation=_OTHER_SCRIPTS, preemptive_behaviour=False, enable_fallback=False).best()
    return best.encoding if best is not None and best.encoding in _OTHER_SCRIPTS else "cp1252"


def _sample(source: bytes) -> bytes:
    """Return text nodes that have high bytes, whole, so that no character is cut; of a plain text, lines."""
    is_markup = source.count(b"<", 0, _MAX_SAMPLE) > 1
    lines = source[:_MAX_LOOK].split(b"\n")
    nodes = (found[1] for found in _NODES.finditer(source, 0, _MAX_LOOK)) if is_markup else iter(lines)
    taken: list[bytes] = []
    size = 0
    for node in nodes:
        if not node.isascii():
            taken.append(node)
            size += len(node)
            if size > _MAX_SAMPLE:
                break
    return b"\n".join(taken)[: 2 * _MAX_SAMPLE]


def _latin(source: bytes, sample: bytes) -> str:
    stated = _LANGUAGE.search(source, 0, _MAX_SAMPLE)
    language = stated[1].lower() if stated else b""
    if language in _BY_LANGUAGE:
        return _BY_LANGUAGE[language]
    inner = [found[0][0] for found in _IN_WORD.finditer(sample)]

    def share(codes: frozenset[int]) -> float:
        return sum(code in codes for code in inner) / max(len(inner), 1)

    if language in _CENTRAL or share(_SIGNS) > _TELLING_SHARE or share(_HACEKS) > _TELLING_SHARE:
        return "iso8859-2" if share(_LATIN_2) > share(_CP1250) else "cp1250"
    if share(_TURKISH) > _TELLING_SHARE and share(_ICELANDIC) < share(_TURKISH):
        return "cp1254"
    return "cp1252"
