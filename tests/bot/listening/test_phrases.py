"""Phrases in a sentence: in any order, with words between them, and turned round by "not"."""

import pytest

from bot.listening.phrases import Found, Phrases

OURS = Phrases(
    {
        "stop": ["stop", "geen bericht*/mail* meer", "=wil niet meer"],
        "human": ["mens spreken"],
        "complaint": ["~lamp kapot"],
        "meetings": ["open +dag/avond"],
        "forget": ["vergeet* alles", "haal*/halen weg"],
    },
    filler=["ik", "wil", "aub"],
    negators=["niet", "geen"],
    joins=["en"],
    ends=["kappen"],
    parts=["weg", "we"],
    others=["buurman", "zij"],
    whose=["mijn"],
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("stop aub", [Found("stop", 1, 0, True, frozenset({0}))]),
        ("stop de tijd", [Found("stop", 1, 2, True, frozenset({0}), 2)]),
        ("ik wil geen berichten meer", [Found("stop", 3, 0, True, frozenset({2, 3, 4}))]),
        ("meer mails wil ik geen", [Found("stop", 3, 0, True, frozenset({0, 1, 4}))]),
        ("ik wil niet stop", []),
        ("ik wil niet meer", [Found("stop", 3, 0, True, frozenset({1, 2, 3}))]),
        ("ik wil niet meer vegen", []),
        ("stop, ik wil niet meer", [Found("stop", 3, 0, True, frozenset({0, 2, 3, 4}))]),
        ("ik wil geen mens spreken", []),
        ("geen idee. mens spreken", [Found("human", 2, 2, True, frozenset({2, 3}))]),
        ("ik wil niet kappen met berichten meer", []),
        ("nee geen berichten meer na kappen", [Found("stop", 3, 3, True, frozenset({1, 2, 3}), 3)]),
        ("geen een twee drie vier vijf berichten meer", []),
        ("doe niet en stop", [Found("stop", 1, 3, True, frozenset({3}), 3)]),
        (
            "lamp een twee drie vier vijf kapot",
            [Found("complaint", 2, 5, True, frozenset({0, 6}), 5)],
        ),
        ("ik wil open avond", [Found("meetings", 2, 0, True, frozenset({2, 3}))]),
        ("open wil ik dag", []),
        ("dag open", []),
        ("ik wil weghalen", [Found("forget", 2, 0, True, frozenset({2, 3}))]),
        ("weggehaald", [Found("forget", 2, 0, True, frozenset({0, 1}))]),
        ("wegvaren", []),
        (
            "mijn buurman vergeet alles",
            [Found("forget", 2, 2, True, frozenset({2, 3}), 2, of_others=True)],
        ),
        ("zij vergeet alles", [Found("forget", 2, 1, True, frozenset({1, 2}), 1, of_others=True)]),
        ("vergeet mijn buurman alles", [Found("forget", 2, 2, True, frozenset({0, 3}), 2)]),
        ("", []),
    ],
)
def test_phrase_is_found(text: str, found: list[Found]) -> None:
    assert OURS.find(OURS.read(text)) == found


def test_most_telling_wish_is_first() -> None:
    found = OURS.find(OURS.read("mens spreken ik wil, stop"))

    assert [item.wish for item in found] == ["human", "stop"]
