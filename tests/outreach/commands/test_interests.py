"""`kansenbode interests list` and `show`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.interests.own import answer_in_interest
from outreach.opportunities.card import requirements_for
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown


def test_list_gives_each_interest(type_: Callable[..., Shown], fatima: Actor) -> None:
    rows = type_(
        "interests", "list", "--opportunity", "WD-2026-01", "--state", "new", "--json"
    ).json

    assert [
        (row["id"], row["tender_id"], row["party"], row["kind"], row["state"]) for row in rows
    ] == [(1, "WD-2026-01", "Groen op Zuid", "residents_group", "new")]


def test_list_of_another_opportunity_is_empty(type_: Callable[..., Shown], fatima: Actor) -> None:
    assert (
        type_("interests", "list", "--opportunity", "2").out == "Er zijn nog geen aanmeldingen.\n"
    )


def test_show_tells_how_members_are_reached_but_never_their_secret_address(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    shown = type_("interests", "show", "1")
    as_json = type_("interests", "show", "1", "--json")

    assert as_json.json[0]["members"] == [
        {"person": fatima.id, "language": "nl", "channels": ["web"]}
    ]
    assert "secret-cookie" not in shown.out + as_json.out
    assert "zes paar handen" in shown.out


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("show", "7"), 1, "Nummer 7 bestaat niet. Kijk in de lijst welke nummers er zijn.\n"),
        (
            ("move", "7", "agreed"),
            1,
            "Nummer 7 bestaat niet. Kijk in de lijst welke nummers er zijn.\n",
        ),
        (
            ("move", "1", "agreed"),
            1,
            (
                "Dat kan nu niet: de aanmelding is nieuw. "
                "Wat wel kan: in gesprek, uitgenodigd, afgewezen of ingetrokken\n"
                "Wat je wilt, kan daarna vanuit: in gesprek en uitgenodigd\n"
            ),
        ),
        (
            ("move", "1", "happy"),
            2,
            (
                "Dit past niet bij STAND. Kies uit: nieuw, in gesprek, uitgenodigd, afgesproken, "
                "reserve, afgewezen of ingetrokken\n"
                "Hulp vind je met: kansenbode interests move --help\n"
            ),
        ),
        (("show", "one"), 1, "Nummer one bestaat niet. Kijk in de lijst welke nummers er zijn.\n"),
        (
            ("show", "9" * 19),
            1,
            f"Nummer {'9' * 19} bestaat niet. Kijk in de lijst welke nummers er zijn.\n",
        ),
    ],
)
def test_what_is_not_possible_is_said(
    type_: Callable[..., Shown], fatima: Actor, command: tuple[str, ...], code: int, said: str
) -> None:
    shown = type_("interests", *command)

    assert (shown.code, shown.out, shown.err) == (code, "", said)


@pytest.mark.parametrize(
    "shape",
    [str.lower, lambda code: f" {code[:4]} {code[4:]} ", lambda code: f"{code[:4]}-{code[4:]}"],
)
def test_the_code_that_people_were_given_leads_to_their_interest(
    type_: Callable[..., Shown], fatima: Actor, shape: Callable[[str], str]
) -> None:
    [row] = type_("interests", "list", "--json").json

    shown = type_("interests", "show", shape(row["reference"]), "--json")

    assert (shown.code, shown.json[0]["id"]) == (0, row["id"])


def test_answers_to_requirements_are_shown_and_counted(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        asked = store.look(
            lambda unit: requirements_for(
                unit, opportunity=1, kind="residents_group", language="nl"
            )
        )
        answers = [(item.id, can) for item, can in zip(asked, ("unmet", "fine"), strict=False)]
        store.run(answer_in_interest, fatima, interest=1, answers=answers)

    shown = type_("interests", "show", "1")

    (row,) = type_("interests", "list", "--json").json
    assert row["unmet"] == 1
    assert "Wat ze kunnen van wat we vragen" in shown.out
    assert asked[0].text.split()[0] in shown.out
    assert "lukt niet" in shown.out
