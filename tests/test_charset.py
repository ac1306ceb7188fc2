"""Bytes to text: right where header, meta and bytes disagree."""

import codecs
import random

import pytest

from newsclean.errors import SourceError
from newsclean.sources import read
from newsclean.sources.charset import Decoded, decode

STORIES = {
    "cp1251": "Старый мост через реку снова открыт для движения, сообщил мэр города журналистам в пятницу. ",
    "koi8-r": "Старый мост через реку снова открыт для движения, сообщил мэр города журналистам в пятницу. ",
    "cp1253": "Η παλιά γέφυρα άνοιξε ξανά την Παρασκευή, είπε ο δήμαρχος της πόλης στους δημοσιογράφους. ",
    "cp949": "오래된 다리가 금요일에 다시 열렸다고 시장이 기자들에게 말했다. 공사는 오월에 시작되었다. ",
    "gb18030": "市长星期五对记者说，旧桥已经重新开放，工程从五月开始，花了三百万元。居民们感到高兴。",
    "big5hkscs": "市長星期五對記者說，舊橋已經重新開放，工程從五月開始，花了三百萬元。居民們感到高興。",
    "cp932": "市長は金曜日、古い橋が再び開通したと記者団に語った。工事は五月に始まり、費用は三億円だった。",
    "euc_jp": "市長は金曜日、古い橋が再び開通したと記者団に語った。工事は五月に始まり、費用は三億円だった。",
    "cp874": "สะพานเก่าเปิดใช้อีกครั้งในวันศุกร์ นายกเทศมนตรีกล่าวกับผู้สื่อข่าว งานเริ่มในเดือนพฤษภาคม ",
    "cp1254": "Eski köprü cuma günü yeniden açıldı, belediye başkanı gazetecilere söyledi. Çalışmalar başladı. ",
    "cp1250": "Starý most přes řeku byl v pátek znovu otevřen, řekl starosta města novinářům. Žádné zpoždění už není. ",
    "iso8859-2": "Stary most w Gdańsku otwarto w piątek, powiedział burmistrz. Pieniądze wydano, książki zamknięto. ",
    "cp1252": "Die alte Brücke über den Fluß ist seit Freitag für Fußgänger geöffnet, sagte die Stadt – ja. ",
}


def page(story: str, meta: str = "") -> str:
    return f"<html><head>{meta}<title>x</title></head><body><p>{story * 6}</p></body></html>"


@pytest.mark.parametrize("encoding", STORIES)
def test_a_legacy_page_that_states_nothing_is_detected(encoding: str) -> None:
    text = page(STORIES[encoding])
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.warnings == ()


@pytest.mark.parametrize("encoding", STORIES)
def test_a_legacy_page_is_read_by_its_meta(encoding: str) -> None:
    text = page(STORIES[encoding], f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">')
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "unicode_escape", "raw-unicode-escape", "utf-7"])
def test_a_name_of_no_charset_is_of_no_account(name: str) -> None:
    text = page(STORIES["cp1252"], f'<meta charset="{name}">')
    assert decode(text.encode("cp1252"), charset=name).encoding == "cp1252"


@pytest.mark.parametrize(
    ("stated", "actual"),
    [
        ("iso-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("EUC-KR", "cp949"),
        ("TIS-620", "cp874"),
    ],
)
def test_names_mean_what_browsers_take_them_for(stated: str, actual: str) -> None:
    assert decode(page(STORIES[actual]).encode(actual), charset=stated).encoding == actual
    assert decode(page(STORIES[actual]).encode(actual), charset=f"text/html; Charset={stated}; x=y").encoding == actual


@pytest.mark.parametrize("story", STORIES.values())
def test_utf8_wins_over_a_header_and_a_meta_that_say_latin1(story: str) -> None:
    text = page(story, "<meta charset=iso-8859-1>")
    assert decode(text.encode(), charset="iso-8859-1").text == text


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "gb18030"])
def test_legacy_bytes_that_are_said_to_be_utf8_are_read_as_what_they_are(encoding: str) -> None:
    text = page(STORIES[encoding], "<meta charset=utf-8>")
    found = decode(text.encode(encoding), charset="utf-8")
    assert (found.encoding, found.text) == (encoding, text)


def test_utf8_with_a_stray_byte_stays_utf8_with_a_warning() -> None:
    data = page(STORIES["cp1251"]).encode().replace(b"<title>", b"<title>caf\xe9 ")
    found = decode(data, charset="windows-1251")
    assert found.encoding == "utf-8"
    assert "caf\ufffd x" in found.text
    assert [code for code, _ in found.warnings] == ["damaged_bytes"]
    assert "1 character" in found.warnings[0][1]


def test_utf8_cut_in_the_middle_of_a_character_stays_utf8() -> None:
    data = page(STORIES["gb18030"]).encode()
    cut = next(n for n in range(200, 300) if data[n] & 0xC0 == 0x80)
    assert decode(data[:cut]).encoding == "utf-8"


def test_a_replacement_character_of_the_page_itself_is_no_damage() -> None:
    assert decode("<p>caf\ufffd</p>".encode()).warnings == ()


def test_a_stated_encoding_that_does_not_fit_is_not_believed() -> None:
    text = page(STORIES["cp1251"])
    assert decode(text.encode("cp1251"), charset="shift_jis").text == text
    assert decode(text.encode("cp1251"), charset="no-such-thing").text == text
    assert decode(text.encode("cp1251"), charset="hex").text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_taken_off(mark: bytes, encoding: str) -> None:
    text = page(STORIES["cp1253"])
    found = decode(mark + text.encode(encoding), charset="iso-8859-1")
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    text = "<html><p>The bridge is open.</p>"
    assert decode(text.encode(encoding)).text == text


LEGACY = ["gb18030", "big5hkscs", "cp932", "cp949", "euc_jp", "cp874", "cp1251", "koi8-r", "iso8859-7", "cp1253"]


@pytest.mark.parametrize("western", ["latin-1", "cp1252", "iso8859-15"])
@pytest.mark.parametrize("encoding", LEGACY)
def test_a_page_that_a_client_took_for_latin1_is_read_again_as_its_meta_says(encoding: str, western: str) -> None:
    text = page(STORIES.get(encoding, STORIES["cp1253"]), f'<meta charset="{encoding}">')
    taken = text.encode(encoding)
    if western == "cp1252":
        # what cp1252 lacks a client leaves as controls, as browsers do
        garbled = "".join(bytes((byte,)).decode(western, "ignore") or chr(byte) for byte in taken)
    else:
        garbled = taken.decode(western)
    found = decode(garbled)
    assert found.text == text
    assert [code for code, _ in found.warnings] == ["mojibake"]


@pytest.mark.parametrize("encoding", ["cp1251", "gb18030", "cp932"])
@pytest.mark.parametrize(
    "story", [STORIES["cp1252"], STORIES["cp1254"], STORIES["cp1251"], "Plain words. ", "Café ———— ···· «««« é. "]
)
def test_an_honest_text_under_a_wrong_meta_is_taken_as_it_is(story: str, encoding: str) -> None:
    text = page(story, f'<meta charset="{encoding}">')
    assert decode(text) == Decoded(text, None)


def test_a_str_is_taken_as_it_is() -> None:
    assert decode("CafÃ©", charset="utf-8").text == "CafÃ©"
    assert decode("x").encoding is None


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 page", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"GIF89a\x01\0\x01\0\x80\0\0", "GIF"),
        (b"PK\x03\x04\x14\0\x06\0", "zip"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "gzip"),
        (b"\0\1\2\3" * 100, "binary"),
        (random.Random(1).randbytes(4_000), "binary"),  # noqa: S311
    ],
)
def test_a_file_that_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what) as error:
        read(data)
    assert ": " in str(error.value)  # and says what to do


@pytest.mark.parametrize("text", ["RIFF raff on the bridge", "PK said so", "BZh is no word", "%PD", "GIF8 is a format"])
def test_a_text_that_starts_like_a_file_is_text(text: str) -> None:
    assert decode(text.encode()).text == text


def test_a_text_with_some_zeros_is_text() -> None:
    assert decode(b"The bridge\0 is open. " * 20).encoding == "utf-8"


@pytest.mark.parametrize("unit", [b"\xe9", b"<", b"<p>\xe9", b"\xd0\xcf ", b"<meta ", b" charset=", b"a\xe9b\xb9c"])
def test_megabytes_of_anything_are_decoded(unit: bytes) -> None:
    data = unit * (1_000_000 // len(unit)) + b"\xff\xe9"
    assert len(decode(data).text) > len(data) // 4
