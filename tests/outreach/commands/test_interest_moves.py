"""`kansenbode interests move`: another state, with its reason."""

from collections.abc import Callable

import pytest

from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown


def test_move_changes_the_state_and_show_keeps_what_it_was(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    moved = type_("interests", "move", "--yes", "1", "in_talk")

    details = type_("interests", "show", "1", "--json").json[0]
    assert moved.out.startswith(
        "De stand van aanmelding 1 is nu: in gesprek. Die was: nieuw.\nEén persoon krijgt bericht: "
    )
    assert details["state"] == "in_talk"
    assert [
        (change["actor"], change["field"], change["before"]) for change in details["changes"]
    ] == [("staff:1", "state", "new")]


def test_move_that_is_undone_says_that_nobody_is_told(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    for state in ("declined", "in_talk", "declined"):
        shown = type_("interests", "move", "--yes", "1", state)

    assert (
        "De stand van aanmelding 1 is nu: afgewezen. Die was: in gesprek.\nEén persoon krijgt "
        "bericht: "
    ) in shown.out
    assert type_("opportunities", "told", "1", "--json").json[0]["persons"] == 1


@pytest.mark.parametrize("state", ["uitgenodigd", "Invited", "INVITED", "in gesprek", "in-talk"])
def test_a_state_goes_by_its_name_in_any_language(
    type_: Callable[..., Shown], fatima: Actor, state: str
) -> None:
    moved = type_("interests", "move", "#1", state, "--yes")

    [row] = type_("interests", "list", "--json", "--state", state).json
    assert (moved.code, row["state"]) == (
        0,
        "in_talk" if "talk" in state or "gesprek" in state else "invited",
    )


def test_an_agreement_while_others_may_sign_up_is_remarked_before_it_is_made(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("interests", "move", "1", "in_talk", "--yes")

    asked, done = (
        type_("interests", "move", "1", "agreed"),
        type_("interests", "move", "1", "agreed", "--yes"),
    )

    remark = "Let op: deze kans is nog open. Anderen kunnen zich nog aanmelden, tot en met "
    assert (asked.code, asked.out.startswith(remark)) == (1, True)
    assert asked.err == "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n"
    assert done.out.startswith(remark)
    assert "is nu: afgesproken. Die was: in gesprek." in done.out


def test_a_move_from_a_state_that_a_colleague_changed_is_refused(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("interests", "move", "1", "declined", "--yes")

    shown = type_("interests", "move", "1", "in_talk", "--from", "nieuw", "--yes")

    assert shown.code == 1
    assert shown.err.startswith("Aanmelding 1 is intussen afgewezen: Nadia deed dat (")


def test_reason_is_kept_told_and_shown(type_: Callable[..., Shown], fatima: Actor) -> None:
    reason = ("--reason", "Er is al een groep.")
    preview = type_("interests", "move", "1", "declined", *reason, "--preview")
    before = type_("interests", "show", "1", "--json").json[0]["reason"]

    type_("interests", "move", "1", "declined", *reason, "--yes")

    assert "De reden: Er is al een groep." in preview.out
    assert "Zonder reden" not in preview.out
    assert before is None
    assert type_("interests", "show", "1", "--json").json[0]["reason"] == "Er is al een groep."
    assert "reden" in type_("interests", "show", "1").out


def test_rejection_without_a_reason_says_how_to_give_one(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    told = type_("interests", "move", "1", "declined", "--yes")

    assert told.code == 0
    assert (
        "Zonder reden lezen ze alleen dat het niet doorgaat. Zo geef je er een: "
        'kansenbode interests move 1 --reason "Waarom" afgewezen' in told.out
    )


def test_reason_is_given_later(type_: Callable[..., Shown], fatima: Actor) -> None:
    type_("interests", "move", "1", "declined", "--yes")

    again = type_("interests", "move", "1", "declined", "--reason", "Er is al een groep.", "--yes")

    details = type_("interests", "show", "1", "--json").json[0]
    assert again.code == 0
    assert (details["state"], details["reason"]) == ("declined", "Er is al een groep.")
    assert [change["field"] for change in details["changes"]] == ["state", "reason"]
