"""`kansenbode opportunities`: an opportunity is made, filled in, opened and changed."""

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from outreach.store.store import Store
from tests.outreach.commands.conftest import Shown

FACTS = (
    "title=Bankjes in het Tuinpark",
    "summary=Wij zoeken buren.",
    "description=Er komen bankjes.",
    "places=GM9901",
    "direction=informal",
    "arrangement=no_money",
    "municipality_role=facilitator",
    "official=Nadia de Wit",
    "answers_until=31-12-2099",
    "value=1.234,56",
    "themes=groen,ontmoeten",
    "cooperation=nee",
    "checklist.responsible=de gemeente",
    "checklist.insurance=ja",
    "checklist.if_people_stop=dan stopt het",
    "checklist.lent=een boor",
    "checklist.allowance=nee",
    "checklist.public_property=het park",
)
BIG = ("opportunities", "new", "TP-1", *FACTS, "arrangement=contract", "value=900.000")


def test_an_opportunity_is_made_filled_in_and_opened(type_: Callable[..., Shown]) -> None:
    made = type_("opportunities", "new", "TP-1", *FACTS)
    opened = type_("opportunities", "open", "tp-1")

    assert made.out == "Kans 9 is gemaakt, met kenmerk TP-1.\n"
    assert opened.out == "De stand van kans tp-1 is nu: open.\n"
    facts = type_("opportunities", "show", "9", "--json").json[0]
    expected = {
        "title": "Bankjes in het Tuinpark",
        "value_cents": 123_456,
        "themes": ["groen", "ontmoeten"],
        "answers_until": "2099-12-31T22:59:59+00:00",
        "cooperation": False,
        "lacks": [],
    }
    assert {name: facts[name] for name in expected} == expected


def test_open_refuses_and_names_what_lacks(type_: Callable[..., Shown]) -> None:
    type_(
        "opportunities", "new", "TP-1", "direction=formal", "arrangement=contract", "official=Nadia"
    )

    shown = type_("opportunities", "open", "TP-1")

    assert (shown.code, shown.out) == (1, "")
    assert shown.err == (
        "De kans kan nog niet open. Dit moet eerst:\n"
        "- titel\n- in één zin\n- beschrijving\n- rol van de gemeente\n- thema’s\n- reageren tot\n"
        "- Welke afspraken zijn er al, en met wie?\n- Tot wanneer lopen die afspraken?\n"
        "- Is er nog overleg over die afspraken?\n- Waar staat de officiële aankondiging?\n"
        "- Staan de verlengingen al in het bedrag? "
        "Zo geef je antwoord: checklist.options=included|none|apart\n"
        "- plekken\n"
    )


def test_set_merges_words_of_a_translation(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "set", "--yes", "1", "translations.en.title=Benches")

    words = type_("opportunities", "show", "1", "--json").json[0]["translations"]["en"]

    assert words["title"] == "Benches"
    assert words["summary"].startswith("The municipality")


def test_set_takes_parts_from_a_file(type_: Callable[..., Shown], tmp_path: Path) -> None:
    parts = [{"key": "1", "title": "Maaien", "budget": "1.200", "say": "de buurt"}]
    (tmp_path / "parts.json").write_bytes(orjson.dumps(parts))

    shown = type_("opportunities", "set", "--yes", "1", f"parts=@{tmp_path / 'parts.json'}")

    assert shown.out.startswith(
        "Veranderd: onderdelen\n- onderdeel borders: “De borders met bloemen” wordt “–”\n"
        "- onderdeel grass: “Het gras” wordt “–”\n- onderdeel bench: “De hoek met de bank” wordt "
        "“–”\n"
        "- onderdeel 1: “–” wordt “Maaien”\n- onderdeel 1, budget: “–” wordt “€ 1.200”\n"
        "- onderdeel 1, wie beslist mee: “–” wordt “de buurt”\n"
    )
    assert type_("opportunities", "show", "1", "--json").json[0]["parts"] == [
        {
            "key": "1",
            "title": "Maaien",
            "description": "",
            "budget_cents": 120_000,
            "say": "de buurt",
        }
    ]


def test_set_says_when_nothing_changed(type_: Callable[..., Shown]) -> None:
    assert type_("opportunities", "set", "1").out == "Er is niets veranderd.\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("open", "1"), "Dat kan nu niet: de kans is open. Wat wel kan: gesloten of ingetrokken\n"),
        (("show", "kwijt"), "Nummer kwijt bestaat niet. Kijk in de lijst welke nummers er zijn.\n"),
        (("show", "99"), "Nummer 99 bestaat niet. Kijk in de lijst welke nummers er zijn.\n"),
        (
            ("show", "9" * 40),
            f"Nummer {'9' * 40} bestaat niet. Kijk in de lijst welke nummers er zijn.\n",
        ),
        (
            ("new", "WD-2026-01"),
            "Het kenmerk WD-2026-01 is al in gebruik. Kies een ander kenmerk.\n",
        ),
        (("new", ""), "“” past niet bij het veld kenmerk. Een goed voorbeeld: WD-2026-01\n"),
        (("set", "1", "title"), "“title” mist een waarde. Schrijf het zo: veld=waarde\n"),
        (
            ("set", "1", "cooperation=misschien"),
            (
                "“misschien” past niet bij het veld cooperation. "
                "Een goed voorbeeld: cooperation=ja\n"
            ),
        ),
        (
            ("set", "1", "themes=groen,geel"),
            (
                "“geel” ken ik niet. Kies uit: groen, ontmoeten, zorg, jeugd, sport, "
                "cultuur, energie, werk, veiligheid, verkeer, afval of overig\n"
            ),
        ),
    ],
)
def test_a_refusal_is_one_sentence_and_code_1(
    type_: Callable[..., Shown], command: tuple[str, ...], said: str
) -> None:
    shown = type_("opportunities", *command)

    assert (shown.code, shown.out, shown.err) == (1, "", said)


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        (("close",), "closed"),
        (("close", "apply"), "decided"),
        (("withdraw",), "withdrawn"),
        (("close", "open"), "open"),
    ],
)
def test_steps_lead_to_their_state(
    type_: Callable[..., Shown], at_once: None, steps: tuple[str, ...], state: str
) -> None:
    codes = [type_("opportunities", step, "--yes", "WD-2026-03").code for step in steps]

    assert codes == [0] * len(steps)
    assert type_("opportunities", "show", "WD-2026-03", "--json").json[0]["state"] == state


def test_a_change_is_written_down_in_the_name_of_the_colleague(
    type_: Callable[..., Shown], folder: Path
) -> None:
    type_("staff", "add", "bo@waterdam.example")

    type_("opportunities", "close", "--yes", "1", "--as", "bo@waterdam.example")

    with Store(folder / "kansenbode.db") as store:
        actor = store.look(
            lambda unit: unit.connection.exec_driver_sql(
                "SELECT actor FROM event ORDER BY id DESC LIMIT 1"
            ).scalar()
        )
    assert actor == "staff:2"


def test_a_change_without_a_colleague_is_refused_and_says_how(
    type_: Callable[..., Shown], folder: Path
) -> None:
    (folder / ".env").unlink()

    shown = type_("opportunities", "close", "--yes", "1")

    assert (shown.code, shown.err) == (
        1,
        (
            "Zeg wie dit doet: geef --as naam@gemeente.nl mee. Nieuw? kansenbode staff add "
            "naam@gemeente.nl\n"
        ),
    )


def test_opening_says_what_to_think_of(type_: Callable[..., Shown]) -> None:
    type_(*BIG, "checklist.options=included")
    type_("opportunities", "overrule", "TP-1", "informal-contract", "--reason", "Inkoop keek.")

    shown = type_("opportunities", "open", "TP-1")

    assert "boven de Europese grens voor diensten (€ 216.000)" in shown.out
    assert "Deze kans is informeel, maar de vorm is een contract." in shown.out


def test_open_names_each_answer_of_the_arrangement_and_how_to_give_it(
    type_: Callable[..., Shown],
) -> None:
    type_("opportunities", "new", "TP-1", *FACTS, "vorm=erfpacht")

    first = type_("opportunities", "open", "TP-1")
    type_("opportunities", "set", "TP-1", "checklist.candidates=nee, wij verwachten er maar één")
    then = type_("opportunities", "open", "TP-1")

    assert first.err == (
        "De kans kan nog niet open. Dit moet eerst:\n"
        "- Kunnen meer partijen dit willen? Zo geef je antwoord: checklist.candidates=more|one\n"
        '- Wat kost het, en hoe is die prijs bepaald? Zo geef je antwoord: checklist.price="…"\n'
    )
    assert then.err == (
        "De kans kan nog niet open. Dit moet eerst:\n"
        '- Wat kost het, en hoe is die prijs bepaald? Zo geef je antwoord: checklist.price="…"\n'
        '- Waarom kan maar één partij dit doen? Zo geef je antwoord: checklist.one_reason="…"\n'
    )


def test_open_names_what_is_grave_and_how_it_opens_all_the_same(
    type_: Callable[..., Shown],
) -> None:
    type_(*BIG, "checklist.options=apart")

    shown = type_("opportunities", "open", "TP-1")
    kept = type_("opportunities", "overrule", "TP-1", "options-apart", "--reason", "Inkoop keek.")
    record = type_("opportunities", "show", "TP-1")

    assert (shown.code, shown.out) == (1, "")
    how = "Gaat de kans toch open? Leg vast waarom: kansenbode opportunities overrule TP-1"
    assert f'{how} informal-contract --reason "…"' in shown.err
    assert f'{how} options-apart --reason "…"' in shown.err
    assert kept.out == "Vastgelegd bij options-apart: Inkoop keek.\n"
    assert kept.out in record.out


def test_answer_that_is_no_choice_is_refused_with_the_choices(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "new", "TP-1", *FACTS, "vorm=huur")

    shown = type_("opportunities", "set", "TP-1", "checklist.candidates=misschien")

    assert shown.code == 1
    assert "ja, dat kan" in shown.err


def test_deadline_of_an_open_record_is_not_cleared(type_: Callable[..., Shown]) -> None:
    before = type_("opportunities", "list", "--json").json

    shown = type_("opportunities", "set", "--yes", "WD-2026-01", "answers_until=")

    assert (shown.code, shown.out) == (1, "")
    assert shown.err == (
        "Deze kans is openbaar, en zou zo niet meer kloppen. Er is niets veranderd. "
        "Kijk hiernaar:\n"
        "- Een openbare kans heeft altijd een laatste dag om te reageren. "
        "Kies een andere dag, of sluit de kans.\n"
    )
    assert type_("opportunities", "list", "--json").json == before
