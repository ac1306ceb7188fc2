"""UTF-8 that was decoded by the wrong charset, and honest text that only looks like it."""

import pytest

from newsclean import clean
from newsclean.block import Json
from newsclean.sources import read

STORY = (
    "The ferry sailed again on Friday after three weeks in the dock, and the first passengers were two bakers.",
    "“We carried the bread over by rowing boat,” said one of them — and it’s a long way to row, he added…",
    "A café on the far shore had run out of rolls on the second day, its owner said to a reporter.",
)


def page(*paragraphs: str, kind: str) -> str:
    if kind == "text":
        return "\n\n".join(paragraphs)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>Ferry sails again</title></head><body><article>{body}</article></body></html>"


def misread(text: str, charset: str) -> str:
    """Decode the UTF-8 bytes of a text as a careless scraper does: what the charset lacks becomes a control."""
    return "".join(
        bytes((byte,)).decode(charset) if charset == "latin-1" or byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte)
        for byte in text.encode()
    )


@pytest.mark.parametrize("kind", ["html", "text"])
@pytest.mark.parametrize("charset", ["latin-1", "cp1252"])
def test_a_page_decoded_by_the_wrong_charset_is_read_again(kind: str, charset: str) -> None:
    article = clean(misread(page(*STORY, kind=kind), charset))
    assert article.text.split("\n\n") == list(STORY)
    assert [warning.code for warning in article.warnings if warning.code == "mojibake"] == ["mojibake"]


RUSSIAN = (
    "Паром снова вышел в море в пятницу после трёх недель в доке, и первыми пассажирами были двое пекарей.",
    "«Мы возили хлеб на вёслах», — сказал один из них, а грести далеко, добавил он…",
    "И на том берегу на второй день кончились булки, рассказал хозяин кафе № 3.",
)


@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_page_decoded_as_windows_1251_is_read_again(kind: str) -> None:
    for story in (RUSSIAN, STORY[:2]):
        garbled = "".join(
            bytes((byte,)).decode("cp1251") if byte != 0x98 else chr(byte) for byte in page(*story, kind=kind).encode()
        )
        assert clean(garbled).text.split("\n\n") == list(story)


@pytest.mark.parametrize("kind", ["html", "text"])
def test_windows_typography_in_latin_1_is_typography(kind: str) -> None:
    article = clean(
        page("It\x92s a long way to row, he said \x96 \x93and a cold one\x94, as his crew can tell.", kind=kind)
    )
    assert article.text == "It’s a long way to row, he said – “and a cold one”, as his crew can tell."


@pytest.mark.parametrize("kind", ["html", "text"])
@pytest.mark.parametrize(
    "text",
    [
        "“Il est fermé…” a dit le patron du CAFÉ” de la rive, où l’on attendait le pain depuis une semaine.",
        "A IRMÃ» disse que não, e o MAÇÃ… ficou fechado durante três semanas, segundo a câmara da cidade.",
        "РСФСР — это Россия; Рівне, Рєпін, Сіверський: в Ровно и Северодонецке живут люди с такими именами, и не одни.",
        "Ã is a letter, â is another and € is none, the teacher told her class on the far shore on Friday.",
        "Pâté à 5 €, crème brûlée à 4 € : le café de la rive a rouvert vendredi, dit-on à la mairie.",
    ],
)
def test_honest_text_is_left_alone(kind: str, text: str) -> None:
    article = clean(page(text, kind=kind))
    assert article.text == text
    assert "mojibake" not in {warning.code for warning in article.warnings}


def test_the_title_is_read_again_too() -> None:
    source = page(*STORY, kind="html").replace("Ferry sails again", "The ferry’s first day: bakers’ bread")
    assert clean(misread(source, "cp1252")).title == "The ferry’s first day: bakers’ bread"


def test_names_and_captions_of_the_markup_are_read_again_too() -> None:
    source = page(*STORY, kind="html").replace(
        "<body>", '<body><a rel="author" href="/jose">José Pérez</a><img src="/a.jpg" alt="The ferry’s crew, São Tomé">'
    )
    article = clean(misread(source, "cp1252"))
    assert [author.name for author in article.authors] == ["José Pérez"]
    assert read(misread(source, "cp1252")).metadata.images[0].alt == "The ferry’s crew, São Tomé"


def test_data_of_any_depth_is_read_again() -> None:
    data = '{"@type": "Thing", "part": ' * 400 + '"ferry’s"' + "}" * 400
    source = page(*STORY, "The ferry’s crew", kind="html").replace(
        "<body>", f'<body><script type="application/ld+json">{data}</script>'
    )
    (thing,) = read(misread(source, "cp1252")).metadata.json_ld
    value: Json = dict(thing)
    while isinstance(value, dict):
        value = value["part"]
    assert value == "ferry’s"


@pytest.mark.parametrize("kind", ["html", "text"])
def test_no_block_is_left_empty(kind: str) -> None:
    article = clean(misread(page(*STORY, "\u00a0", kind=kind), "cp1252").replace("Â\u00a0", "Â"))
    assert all(block.text for block in article.blocks)
    assert article.text.split("\n\n")[: len(STORY)] == list(STORY)
