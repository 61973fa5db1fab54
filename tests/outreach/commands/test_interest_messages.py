"""`kansenbode interests write`: messages to the party behind an interest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.interests.own import invite_to_party
from outreach.interests.question import ask_human
from outreach.parties.consent import stop
from outreach.parties.party import join_party
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.commands.conftest import Shown


def test_message_is_shown_with_its_very_words_before_it_goes(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    seen = type_("interests", "write", "1", "Kun je dinsdag?", "--preview")
    asked = type_("interests", "write", "1", "Kun je dinsdag?")

    assert seen.out.startswith("Eén persoon krijgt bericht: ")
    assert (
        "Een bericht van de gemeente over de aanmelding van Groen op Zuid voor de kans" in seen.out
    )
    assert "\n\nKun je dinsdag?\n\nAntwoorden? Kies “Antwoorden”, of typ “medewerker”." in seen.out
    assert (asked.code, asked.err) == (
        1,
        "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n",
    )
    assert type_("interests", "show", "1", "--json").json[0]["messages"] == []


def test_message_and_its_answer_stand_with_the_interest(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    [row] = type_("interests", "list", "--json").json
    done = type_("interests", "write", row["reference"], "Kun je dinsdag?", "--yes")
    with Store(folder / "kansenbode.db") as store:
        store.run(ask_human, fatima, opportunity=None, text="Liever woensdag.", interest=1)
    type_("questions", "answer", "2", "Prima.", "--yes")

    [details] = type_("interests", "show", "1", "--json").json
    shown = type_("interests", "show", "1").out

    assert done.out.startswith("Je bericht staat bij aanmelding 1.\nEén persoon krijgt bericht: ")
    assert [
        (said["by"], said["text"], said["question"], said["states"]) for said in details["messages"]
    ] == [
        ("Nadia", "Kun je dinsdag?", None, {"planned": 1}),
        (None, "Liever woensdag.", 2, {}),
        ("Nadia", "Prima.", 2, {}),
    ]
    assert "Wat er geschreven is" in shown
    assert [row["what"] for row in type_("opportunities", "told", "1", "--json").json] == [
        "answer",
        "written",
    ]


def test_who_cannot_be_reached_is_said(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(stop, fatima)

    shown = type_("interests", "write", "1", "Kun je dinsdag?", "--yes")

    nobody = (
        "Bij aanmelding 1 kunnen we niemand bereiken. Gestopt met berichten: 1. Niet meer "
        "bereikbaar: 0. "
    )
    more = (
        "Er is niets verstuurd. Wat de partij zelf opgaf, staat bij “te bereiken via”: kansenbode "
        "interests show 1\n"
    )
    assert (shown.code, shown.err) == (1, nobody + more)


def test_message_of_a_group_says_who_does_not_get_it(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        code = store.run(invite_to_party, fatima, interest=1)
        person, _ = store.run(meet, NOBODY, channel="web", external_id="bob", language="nl")
        store.run(join_party, Actor("person", person), code=code)
        store.run(stop, Actor("person", person))

    missed = "Eén persoon krijgt dit niet: die typte “stop”."
    assert missed in type_("interests", "write", "1", "Kun je dinsdag?", "--preview").out
    assert missed in type_("interests", "write", "1", "Kun je dinsdag?", "--yes").out


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (" ", "Dit is leeg. Schrijf er een tekst bij.\n"),
        ("j" * 4_001, "Het veld tekst is te lang: 4.001 tekens. Er passen er 4.000.\n"),
    ],
)
def test_message_that_is_empty_or_too_long_is_refused(
    type_: Callable[..., Shown], fatima: Actor, text: str, refused: str
) -> None:
    shown = type_("interests", "write", "1", text, "--yes")

    assert (shown.code, shown.err) == (1, refused)


def test_what_was_written_is_not_for_every_colleague(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("interests", "write", "1", "Kun je dinsdag?", "--yes")
    type_("staff", "add", "vera@waterdam.example", "--name", "Vera", "--role", "viewer")

    shown = type_("interests", "show", "1", "--json", "--as", "vera@waterdam.example")

    assert shown.json[0]["messages"] == []
