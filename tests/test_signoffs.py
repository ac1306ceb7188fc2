"""Sign-offs: who is credited at the end of a story, in which role, and sentences that only sound like one."""

import pytest

from newsclean.conventions.who.signoffs import may_be_signoffs, read_signoff
from newsclean.folding import fold

SIGNOFFS = [
    ("(Reporting by Jane Doe in Hanoi; Editing by John Roe)", [("Jane Doe", "reporter"), ("John Roe", "editor")]),
    (
        "Reporting by Jane Doe and Mia Berg; Writing by Ann Lee; Editing by John Roe",
        [("Jane Doe", "reporter"), ("Mia Berg", "reporter"), ("Ann Lee", "reporter"), ("John Roe", "editor")],
    ),
    ("Jane Doe and John Roe contributed to this report.", [("Jane Doe", "contributor"), ("John Roe", "contributor")]),
    ("Associated Press writer Jane Doe contributed to this report.", [("Jane Doe", "contributor")]),
    ("CNN's Jane Doe contributed to this report.", [("Jane Doe", "contributor")]),
    ("CNN’s Jane Doe and John Roe contributed.", [("Jane Doe", "contributor"), ("John Roe", "contributor")]),
    ("Fox News Digital's Jane Doe contributed to this report.", [("Jane Doe", "contributor")]),
    ("NBC News' Jane Doe contributed.", [("Jane Doe", "contributor")]),
    ("The Washington Post's Jane Doe contributed to this report.", [("Jane Doe", "contributor")]),
    (
        "Associated Press journalists Jane Doe in Paris, Mia Berg in Rome and John Roe in Oslo contributed.",
        [("Jane Doe", "contributor"), ("Mia Berg", "contributor"), ("John Roe", "contributor")],
    ),
    (
        "AP writers Jane Doe in Buffalo, New York, and Mia O'Neill and staff writer John Roe contributed.",
        [("Jane Doe", "contributor"), ("Mia O'Neill", "contributor"), ("John Roe", "contributor")],
    ),
    (
        "Reporting by Jane Doe in Paris and Mia Berg in Rome; editing by John Roe",
        [("Jane Doe", "reporter"), ("Mia Berg", "reporter"), ("John Roe", "editor")],
    ),
    (
        "Lee reported from Rome. Associated Press writers Jane Doe in Leeds, Ohio, and Mia Berg in Oslo contributed.",
        [("Jane Doe", "contributor"), ("Mia Berg", "contributor")],
    ),
    ("(Bericht von Anna Groß; redigiert von Ben Weiß)", [("Anna Groß", "reporter"), ("Ben Weiß", "editor")]),
    ("Mitarbeit: Anna Groß", [("Anna Groß", "contributor")]),
    (
        "(Reportage de Luc Petit, édité par Solène Guimard)",
        [("Luc Petit", "reporter"), ("Solène Guimard", "editor")],
    ),
    ("Luc Petit a contribué à cet article.", [("Luc Petit", "contributor")]),
    (
        "(Luc Petit pour le service français, édité par Solène Guimard)",
        [("Luc Petit", "contributor"), ("Solène Guimard", "editor")],
    ),
    (
        "(Avec Jane Doe et Mia Berg à Tarn, John Roe au Caire; Luc Petit et Solène Guimard pour le service français)",
        [("Luc Petit", "contributor"), ("Solène Guimard", "contributor")],
    ),
    (
        f"(Additional reporting by {', '.join(['Jane Doe and Mia Berg in LESK'] * 15)}; Editing by John Roe)",
        [("John Roe", "editor")],
    ),
    ("(Reporte de Nerea Goñi; editado por Pau Serra)", [("Nerea Goñi", "reporter"), ("Pau Serra", "editor")]),
    ("Nerea Goñi contribuyó a este informe.", [("Nerea Goñi", "contributor")]),
    ("(Reportagem de Rita Vale; edição de Caio Prado)", [("Rita Vale", "reporter"), ("Caio Prado", "editor")]),
    ("Rita Vale contribuiu para esta reportagem.", [("Rita Vale", "contributor")]),
    ("Fiamma Colaci ha contribuito a questo articolo.", [("Fiamma Colaci", "contributor")]),
    ("Our Standards: The Thomson Reuters Trust Principles.", []),
    ("The post Bridge reopens appeared first on Example.", []),
    ("This article was originally published by The Example.", []),
    ("This report by The Lesk Press was first published March 24, 2024.", []),
    ("With inputs from PTI", []),
    ("انتهای پیام/", []),
    ("据《江畔日报》", []),
    ("(據《江畔晚報》)", []),
    ("پایان پیام", []),
    ("© dpa-infocom, dpa:240516-99-53606/3", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "credited"), SIGNOFFS)
def test_a_signoff_is_read(line: str, credited: list[tuple[str, str]]) -> None:
    assert may_be_signoffs([fold(line)]) == [0]
    signoff = read_signoff(line)
    assert signoff is not None
    assert [(who.name, who.role) for who in signoff.credits] == credited


@pytest.mark.parametrize(
    "line",
    [
        "Higher prices contributed to this year's losses.",
        "The city's oldest bridge contributed to this report of damage.",
        "Germany's Anna Groß contributed to the victory.",
        "Reporting by state media could not be verified.",
        "Editing is hard, she said.",
        "With files from the archive, she built a boat.",
        "Bericht von der Front erschüttert das Land.",
        "Mitarbeit ist alles, sagte der Trainer.",
        "پایان پیام رئیس جمهور با دعا همراه بود.",
        "Übersetzung von Gedichten ist schwer.",
        "Reportage de guerre et poésie",
        "Luc Petit a contribué à la victoire.",
        "据《江畔日报》报道，渡轮星期五重新启航。",
        "Elle a voté pour le service français de la poste.",
        "il travaille pour le service français",
        "Edición de lujo para el viejo atlas",
        "El puente contribuyó a la economía del valle.",
        "Reportagem de capa revela fraude na prefeitura",
        "Fiamma Colaci ha contribuito alla vittoria.",
        "Edited by hand, the film took nine years.",
        "Our standards of living have fallen, he said.",
        "The post office in the village closed in March.",
        "Marta Quill covers transport. She has reported from Penhallow since 2009.",
    ],
)
def test_a_sentence_is_no_signoff(line: str) -> None:
    assert read_signoff(line) is None


def test_the_agency_of_an_input_is_named() -> None:
    signoff = read_signoff("With inputs from PTI")
    assert signoff is not None
    assert signoff.agencies == ("PTI",)
