"""Captions by their markup: they go, unless the scorer is sure that they are the story itself."""

from newsclean import clean

LINES = (
    "The ferry of Lesk sails again from Monday, the harbour office said, after three winters behind the mill.",
    "It had not left the pier since the flood, and nobody had painted it in the winters that followed the storm.",
    "Work on its engine took longer than planned because two of the pumps had been sold to another harbour.",
)
TITLE = "Six piers of Lesk"


def cleaned(body: str) -> str:
    return clean(f"<html lang=en><title>{TITLE}</title><article><h1>{TITLE}</h1>{body}</article></html>").text


def test_the_story_of_a_gallery_stays_though_its_markup_says_caption() -> None:
    piers = ("north", "south", "east", "west", "old", "new", "long", "short")
    told = [LINES[number % 3].replace("the", f"the {name}", 1) for number, name in enumerate(piers)]
    figures = "".join(
        f"<h2>{number}. The {name} pier</h2><figure><img src=/a.jpg><figcaption><p>{line}</p>"
        f"<p>{told[number % 8].replace('that', f'which the {name} pier', 1)}</p></figcaption></figure>"
        for number, (name, line) in enumerate(zip(piers, told, strict=True), 1)
    )
    text = cleaned(figures)
    assert sum(line in text for line in told) > len(told) // 2


def test_the_caption_of_a_picture_amid_the_story_goes() -> None:
    caption = "The ferry of Lesk at its pier on Sunday, when the crew had painted it for the first time."
    figure = f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>"
    text = cleaned(f"<p>{LINES[0]}</p>{figure}<p>{LINES[1]}</p><p>{LINES[2]}</p>")
    assert caption not in text
    assert all(line in text for line in LINES)


def test_the_last_paragraph_of_a_story_that_its_agency_signs_stays() -> None:
    last = f"{LINES[2].replace('.', ',')} and the smiths of Lesk want it back by the winter. (c)AFP/Ines VALLET"
    assert last in cleaned(f"<p>{LINES[0]}</p><p>{LINES[1]}</p><p>{LINES[2]}</p><p>{LINES[0]}</p><p>{last}</p>")
