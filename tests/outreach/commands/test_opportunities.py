"""`kansenbode opportunities`, typed as staff type it."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import orjson
import pytest

from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.trail import Kind, lay_trail
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


def test_list_gives_every_opportunity_under_dutch_headings(type_: Callable[..., Shown]) -> None:
    shown = type_("opportunities", "list")

    heading, *_ = (line for line in shown.out.splitlines() if line.strip())
    assert heading.split() == [
        "nummer",
        "kenmerk",
        "titel",
        "stand",
        "richting",
        "reageren",
        "tot",
        "aanmeldingen",
        "open",
        "vragen",
    ]
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.count("WD-2026-") == 8


def test_list_counts_interests_and_open_questions(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    rows = type_("opportunities", "list", "--json").json

    assert [(row["tender_id"], row["interests"], row["questions"]) for row in rows[-2:]] == [
        ("WD-2026-02", 0, 0),
        ("WD-2026-01", 1, 1),
    ]


def test_list_can_be_narrowed_to_a_state(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "close", "--yes", "WD-2026-02")

    rows = type_("opportunities", "list", "--state", "closed", "--json").json

    assert [row["tender_id"] for row in rows] == ["WD-2026-02"]


def test_list_says_how_to_begin_where_there_is_nothing(type_: Callable[..., Shown]) -> None:
    shown = type_("opportunities", "list", "--state", "draft")

    assert (
        shown.out
        == "Er zijn nog geen kansen. Maak er een met: kansenbode opportunities new KENMERK\n"
    )


def test_list_as_json_gives_an_empty_array_where_there_is_nothing(
    type_: Callable[..., Shown],
) -> None:
    assert type_("opportunities", "list", "--state", "draft", "--json").json == []


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
        "- Is er nog overleg over die afspraken?\n- Waar staat de officiële aankondiging?\n- "
        "plekken\n"
    )


def test_show_tells_of_a_draft_what_lacks_in_words(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "new", "TP-1", "direction=informal")

    shown = type_("opportunities", "show", "TP-1")

    assert "Dit ontbreekt nog voordat de kans open kan:\n- titel\n- in één zin\n" in shown.out
    assert "- Hoe zit het met schade en verzekering?\n" in shown.out


def test_show_warns_of_a_value_above_the_threshold(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "set", "--yes", "WD-2026-07", "value=2.000.000")

    shown = type_("opportunities", "show", "WD-2026-07")

    assert "boven de Europese grens voor sociale diensten (€ 750.000)" in shown.out


def test_show_gives_score_and_findings_of_the_text(type_: Callable[..., Shown]) -> None:
    type_(
        "opportunities",
        "new",
        "TP-1",
        "title=Bankjes",
        "summary=De bankjes worden t.a.v. de ambtenaar geplaatst.",
    )

    shown = type_("opportunities", "show", "TP-1")

    assert "Leesbaarheid: " in shown.out
    assert "Niet iedereen kent “t.a.v.”." in shown.out


def test_show_counts_interests_per_state_and_unmet_requirements(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    shown = type_("opportunities", "show", "1")

    assert "1 nieuw" in shown.out
    assert "lukt niet" in shown.out
    assert "(aantal)" in shown.out


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
        (("close", "decide"), "decided"),
        (("withdraw",), "withdrawn"),
        (("close", "open"), "open"),
    ],
)
def test_steps_lead_to_their_state(
    type_: Callable[..., Shown], steps: tuple[str, ...], state: str
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


def test_show_names_every_kind_of_trail(type_: Callable[..., Shown], folder: Path) -> None:
    with Store(folder / "kansenbode.db") as store:
        for kind in get_args(Kind):
            store.run(lay_trail, NOBODY, opportunity=1, kind=kind)

    shown = type_("opportunities", "show", "1")

    assert (shown.code, shown.err) == (0, "")
    named = {line.partition("  ")[0].strip() for line in shown.out.splitlines()}
    assert {"doorgestuurd", "buurtplek", "poster", "bericht van de gemeente"} <= named


def test_opening_says_what_to_think_of(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "new", "TP-1", *FACTS, "arrangement=contract", "value=900.000")

    shown = type_("opportunities", "open", "TP-1")

    assert "boven de Europese grens voor diensten (€ 216.000)" in shown.out
    assert "Deze kans is informeel, maar de vorm is een contract." in shown.out


def test_list_shows_the_newest_and_says_how_to_see_all(type_: Callable[..., Shown]) -> None:
    shown = type_("opportunities", "list", "--limit", "2")

    assert [row["id"] for row in type_("opportunities", "list", "--limit", "2", "--json").json] == [
        8,
        7,
    ]
    assert "WD-2026-01" not in shown.out
    assert shown.out.endswith(
        "Dit zijn de nieuwste. Er zijn nog 6 oudere. Wil je alles zien? Zet dan erachter: "
        "--limit "
        "8\n"
    )


def test_list_that_shows_all_says_nothing_more(type_: Callable[..., Shown]) -> None:
    assert "--limit" not in type_("opportunities", "list", "--limit", "8").out


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
