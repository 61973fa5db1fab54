"""What points at a person is found; what does not is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.interests.personal import personal

FAILING = [
    ("Mail mij op fatima@mail.example als het kan.", ["fatima@mail.example"]),
    ("Ik zit op Telegram als @fatima_zuid", ["@fatima_zuid"]),
    ("Zie https://t.me/fatima", ["https://t.me/fatima"]),
    ("Bel 06-12345678 na vijf uur.", ["06-12345678"]),
    ("Bel 06 12 34 56 78.", ["06 12 34 56 78"]),
    ("Mijn nummer is +31 6 12345678", ["+31 6 12345678"]),
    ("020 624 1111 is van thuis", ["020 624 1111"]),
    ("Kan het op 1012 AB 12?", ["1012 AB 12"]),
    ("Ik woon op 1012ab 12b.", ["1012ab 12b"]),
    ("Postcode 1012 AB dus", ["1012 AB"]),
    ("Bij mij in de Lindenstraat 12 kan het.", ["Lindenstraat 12"]),
    ("Lindenstraat nr. 12-B", ["Lindenstraat nr. 12-B"]),
    ("in het Lindenpark 3", ["Lindenpark 3"]),
    ("op het kerkplein 3a", ["kerkplein 3a"]),
    ("Stort het op NL91 ABNA 0417 1643 00.", ["NL91 ABNA 0417 1643 00"]),
    ("NL91ABNA0417164300", ["NL91ABNA0417164300"]),
    ("Mijn bsn is 111222333", ["111222333"]),
    ("Ik ben Fatima, mag ik mee?", ["Ik ben Fatima"]),
    ("ik heet fatima", ["ik heet fatima"]),
    ("Mijn naam is Fatima El Amrani.", ["Mijn naam is Fatima El Amrani"]),
    ("My name is Joe and I would like to help", ["My name is Joe"]),
    ("Mevrouw de Wit zei dat het mag.", ["Mevrouw de Wit"]),
    ("Is dhr. Jansen er ook?", ["dhr. Jansen"]),
    ("Mag mijn buurman Piet mee?", ["buurman Piet"]),
    ("Mag dat? Groetjes, Sanne", ["Groetjes, Sanne"]),
    ("Bel 06-12345678 of mail a@b.example.", ["06-12345678", "a@b.example"]),
]
PASSING = [
    "Mag mijn hond mee?",
    "Mogen honden mee in het park?",
    "Krijgen we in 2026 en 2027 geld?",
    "Zijn er 25 bomen in de Lindenstraat?",
    "Begint het om 10 uur in de Lindenstraat?",
    "Is het in de Lindenstraat 2 uur rustig?",
    "Ik ben blij met dit plan.",
    "Ik ben er zaterdag.",
    "Wie betaalt de 4.500 euro?",
    "Hoeveel is € 1.250,50 per jaar?",
    "Mag het op 14-12-2026 of 14 december 2026?",
    "Is meneer ook welkom?",
    "Ja, aan de lijn. Groetjes van de gemeente",
    "Kunnen we met 100 mensen komen?",
    "Het kenmerk is WD-2026-01.",
    "Zie antwoord 10 en verzekering 2.",
    "Ligt er een fietspad 3 meter breed?",
    "We zijn onderweg 2 keer gestopt.",
    "Nummer 123456789 is geen burgernummer.",
]


@pytest.mark.parametrize(("text", "found"), FAILING)
def test_what_points_at_a_person_is_found(text: str, found: list[str]) -> None:
    assert personal(text) == found


@pytest.mark.parametrize("text", PASSING)
def test_what_points_at_nobody_is_left_alone(text: str) -> None:
    assert personal(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mag fatima el amrani mee?", ["fatima el amrani"]),
        ("Is het Fatima’s hond?", ["Fatima’s"]),
        ("Wat zegt Amrani?", ["Amrani"]),
        ("Doen de buren van zuid mee?", ["buren van zuid"]),
        ("Doen alle buren mee in Zuid?", []),
        ("Het fatimapark is groot.", []),
        ("el is geen naam", []),
    ],
)
def test_known_names_are_found(text: str, found: list[str]) -> None:
    assert personal(text, people=["Fatima El Amrani"], names=["Buren van Zuid"]) == found


@pytest.mark.parametrize("name", ["", " ", "J", "(.*)", "a|b"])
def test_odd_names_find_nothing_in_an_ordinary_text(name: str) -> None:
    assert personal("Mag mijn hond mee?", people=[name], names=[name]) == []


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_gives_pieces_of_itself(text: str, names: list[str]) -> None:
    squeezed = " ".join(text.split())

    assert [
        piece for piece in personal(text, people=names, names=names) if piece not in squeezed
    ] == []


@pytest.mark.parametrize(
    "part",
    [
        "a-",
        "a'",
        "A-",
        "straat-",
        "Jan van ",
        "Jan Jan ",
        "06-",
        "1012 ab ",
        "a@a.",
        "a. ",
        "NL91 ",
    ],
)
def test_endless_text_is_read_in_the_time_of_its_length(part: str) -> None:
    # where time grows with the square, this takes minutes
    text = part * 4_000

    assert personal(text[:12_000]) == personal(text[:12_000])
