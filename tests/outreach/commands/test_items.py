"""One part, requirement or criterion, typed as staff type it: no JSON, in Dutch or English."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.texts import Texts
from outreach.commands.fields import read_fields
from outreach.commands.items import FIELDS, WORDS
from outreach.commands.terminal import Printer
from outreach.opportunities.facts import FIRST, ITEMS, blank_item
from outreach.refusal import Refusal
from tests.outreach.commands.conftest import Shown

TERMINAL = Printer(Texts(), "nl", ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("pairs", "facts"),
    [
        (["eis.1=Een plan"], {"requirements": {"1": {"text": "Een plan"}}}),
        (["eisen.01.tekst=Een plan"], {"requirements": {"1": {"text": "Een plan"}}}),
        (
            ["requirement.new=A plan", "requirement.new.for=resident, Bedrijf"],
            {"requirements": {"new": {"text": "A plan", "kinds": ["resident", "firm"]}}},
        ),
        (
            ["eis.nieuw=Een plan", "eis.2="],
            {"requirements": {"new": {"text": "Een plan"}, "2": None}},
        ),
        (
            ["Eis.2.voor wie=", "eis.2.of-anders=Wij helpen"],
            {"requirements": {"2": {"kinds": [], "alternative": "Wij helpen"}}},
        ),
        (
            [
                "criterium.1.gewicht=50",
                "criterion.2.weight=50",
                "beoordelingspunten.3.telt-mee-(%)=0",
            ],
            {"criteria": {"1": {"weight": 50}, "2": {"weight": 50}, "3": {"weight": 0}}},
        ),
        (
            ["onderdeel.LOT-1.a.budget=1.200", "part.LOT-1.a=Maaien"],
            {"parts": {"LOT-1.a": {"budget_cents": 120_000, "title": "Maaien"}}},
        ),
        (["onderdeel.1.wie beslist mee=de buurt"], {"parts": {"1": {"say": "de buurt"}}}),
        (
            [
                "vertaling.en.eis.1=A plan",
                "translations.en.requirement.1.otherwise=We help",
                "vertaling.tr.eis.1=",
            ],
            {
                "requirements": {
                    "1": {
                        "translations": {
                            "en": {"text": "A plan", "alternative": "We help"},
                            "tr": {"text": ""},
                        }
                    }
                }
            },
        ),
    ],
)
def test_a_piece_is_read(pairs: list[str], facts: dict[str, Any]) -> None:
    assert read_fields(pairs, TERMINAL) == facts


@pytest.mark.parametrize(
    ("pairs", "key"),
    [
        (["eis.een=Een plan"], "refusal-field"),
        (["eis.=Een plan"], "refusal-field"),
        (["eis.1.gewicht=3"], "refusal-field"),
        (["vertaling.en.eis.1.voor=bewoner"], "refusal-field"),
        (["eis.1.voor=buren"], "refusal-code"),
        (["criterium.1.gewicht=130"], "refusal-beyond"),
        (["criterium.1.gewicht="], "refusal-needed"),
        (["onderdeel.1.budget=veel"], "refusal-value"),
        (["onderdeel.1.budget=\uff11\uff12"], "refusal-value"),
        (["criterium.1.gewicht=\uff16\uff10"], "refusal-value"),
        ([f"criterium.{'9' * 5_000}.gewicht=50"], "refusal-name-long"),
        ([f"onderdeel.{'9' * 5_000}=Maaien"], "refusal-name-long"),
        (['criteria=[{"text":"a","weight":' + "9" * 5_000 + "}]"], "refusal-value"),
        (["eis.1=" + "a" * 4_001], "refusal-long"),
        (["criteria=[" + "{}," * 500 + "{}]"], "refusal-many"),
        (["eis.nieuw=Een", "eis.nieuw=Twee"], "refusal-item-twice"),
        (["eis.1=", "eis.1.voor=bewoner"], "refusal-item-twice"),
        (["eis.1=Een plan", "eisen=[]"], "refusal-item-twice"),
        (["eisen=[]", "eis.1=Een plan"], "refusal-item-twice"),
    ],
)
def test_a_piece_that_does_not_fit_is_refused(pairs: list[str], key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_fields(pairs, TERMINAL)

    assert refusal.value.key == key


def test_every_fact_of_a_piece_can_be_typed() -> None:
    stored = {
        name: {asked.stored or fact for fact, asked in fields.items()}
        for name, fields in FIELDS.items()
    }

    assert stored == {name: blank_item(name).keys() - {"key", "translations"} for name in ITEMS}
    assert {name: next(iter(fields)) for name, fields in FIELDS.items()} == FIRST
    assert all(words.keys() <= FIELDS[name].keys() for name, words in WORDS.items())


def test_pieces_are_put_in_changed_and_taken_out_by_the_number_that_is_shown(
    type_: Callable[..., Shown],
) -> None:
    type_("opportunities", "new", "TP-1", "eis.1=Een plan", "eis.2=Verzekerd", "onderdeel.1=Maaien")

    shown = type_(
        "opportunities",
        "set",
        "TP-1",
        "eis.1=",
        "eis.2.voor=bewoner",
        "eis.nieuw=Een slot",
        "eis.nieuw.anders=Wij hebben er een",
        "onderdeel.1.budget=1.200",
    )

    assert shown.out == (
        "Veranderd: eisen en onderdelen\n"
        "- onderdeel 1, budget: “–” wordt “€ 1.200”\n"
        "- eis 1: “Een plan” wordt “–”\n"
        "- eis 2, voor wie: “–” wordt “bewoner”\n"
        "- eis (nieuw): “–” wordt “Een slot”\n"
        "- eis (nieuw), of anders: “–” wordt “Wij hebben er een”\n"
    )
    facts = type_("opportunities", "show", "TP-1", "--json").json[0]
    assert [
        (item["text"], item["kinds"], item["alternative"]) for item in facts["requirements"]
    ] == [
        ("Verzekerd", ["resident"], ""),
        ("Een slot", [], "Wij hebben er een"),
    ]


def test_show_numbers_what_can_be_changed(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "new", "TP-1", "eis.1=Een plan", "eis.2=Verzekerd", "criterium.1=Steun")

    lines = [line.split()[:2] for line in type_("opportunities", "show", "TP-1").out.splitlines()]

    assert [line for line in lines if line and line[0] in ("1", "2")] == [
        ["1", "Een"],
        ["2", "Verzekerd"],
        ["1", "Steun"],
    ]


def test_a_piece_of_an_open_opportunity_has_its_second_look_and_its_judge(
    type_: Callable[..., Shown],
) -> None:
    wrong = type_("opportunities", "set", "WD-2026-02", "criterium.1.gewicht=90")
    asked = type_(
        "opportunities", "set", "WD-2026-02", "criterium.1.gewicht=50", "criterium.2.gewicht=25"
    )
    done = type_(
        "opportunities",
        "set",
        "WD-2026-02",
        "criterium.1.gewicht=50",
        "criterium.2.gewicht=25",
        "--yes",
    )

    assert (wrong.code, "tellen samen voor 150%" in wrong.err) == (1, True)
    assert (asked.code, asked.err) == (
        1,
        "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n",
    )
    assert done.out == (
        "Veranderd: beoordelingspunten\n"
        "- beoordelingspunt 1, telt mee (%): “40” wordt “50”\n"
        "- beoordelingspunt 2, telt mee (%): “35” wordt “25”\n"
    )
