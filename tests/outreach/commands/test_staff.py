"""`kansenbode staff`."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.staff.invitation import invited
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown


def test_the_first_colleague_is_added_without_another(
    type_: Callable[..., Shown], folder: Path, tmp_path: Path
) -> None:
    shown = type_(
        "staff", "add", "bo@waterdam.example", "--name", "Bo", "--data", str(tmp_path / "fresh")
    )

    said, link = shown.out.splitlines()
    assert said == "Bo staat erin, met de rol beheerder."
    assert re.fullmatch(
        r"Stuur dit aan Bo\. .+: http://127\.0\.0\.1:8080/werk/uitnodiging/\S{43}", link
    )
    assert type_("staff", "list", "--json", "--data", str(tmp_path / "fresh")).json == [
        {
            "email": "bo@waterdam.example",
            "name": "Bo",
            "role": "administrator",
            "notify": None,
            "left_at": None,
        }
    ]


def test_the_next_colleague_is_added_by_one_who_is_there(
    type_: Callable[..., Shown], folder: Path
) -> None:
    (folder / ".env").unlink()

    refused = type_("staff", "add", "bo@waterdam.example")
    added = type_(
        "staff", "add", "bo@waterdam.example", "--role", "viewer", "--as", "nadia@waterdam.example"
    )

    said = added.out.splitlines()[0]
    assert (refused.code, said) == (1, "bo staat erin, met de rol kijker.")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("bo",), 1, "“bo” is geen e-mailadres. Schrijf het zo: naam@gemeente.nl\n"),
        (
            ("bo@waterdam.example", "--as", "x@y.example"),
            1,
            (
                "Er is geen medewerker met het adres x@y.example. "
                "Voeg die toe met: kansenbode staff add x@y.example\n"
            ),
        ),
        ((), 2, "Hier ontbreekt nog iets: E-MAIL\nHulp vind je met: kansenbode staff add --help\n"),
    ],
)
def test_what_is_not_possible_is_said(
    type_: Callable[..., Shown], words: tuple[str, ...], code: int, said: str
) -> None:
    shown = type_("staff", "add", *words)

    assert (shown.code, shown.out, shown.err) == (code, "", said)


def test_only_an_administrator_adds_a_colleague(type_: Callable[..., Shown], folder: Path) -> None:
    type_(
        "staff", "add", "bo@waterdam.example", "--role", "editor", "--as", "nadia@waterdam.example"
    )

    refused = type_("staff", "add", "cas@waterdam.example", "--as", "bo@waterdam.example")

    assert (refused.code, refused.err) == (
        1,
        "De rol van bo@waterdam.example mag dit niet. Dit mogen alleen: beheerder\n",
    )


def test_a_viewer_changes_nothing(type_: Callable[..., Shown], folder: Path) -> None:
    type_(
        "staff", "add", "bo@waterdam.example", "--role", "viewer", "--as", "nadia@waterdam.example"
    )

    refused = type_("opportunities", "close", "--yes", "1", "--as", "bo@waterdam.example")

    assert (refused.code, refused.out) == (1, "")


def test_the_last_administrator_stays_one(type_: Callable[..., Shown], folder: Path) -> None:
    refused = type_(
        "staff",
        "add",
        "nadia@waterdam.example",
        "--role",
        "viewer",
        "--as",
        "nadia@waterdam.example",
    )

    assert (refused.code, refused.err) == (
        1,
        "nadia@waterdam.example is de enige beheerder. Maak eerst een collega beheerder.\n",
    )


def test_a_new_role_keeps_the_name(type_: Callable[..., Shown], folder: Path) -> None:
    type_(
        "staff",
        "add",
        "bo@waterdam.example",
        "--name",
        "Bo de Boer",
        "--as",
        "nadia@waterdam.example",
    )

    shown = type_(
        "staff", "add", "bo@waterdam.example", "--role", "viewer", "--as", "nadia@waterdam.example"
    )

    assert shown.out == "Bo de Boer staat erin, met de rol kijker.\n"


def test_a_colleague_says_how_they_hear_of_what_waits(type_: Callable[..., Shown]) -> None:
    type_("staff", "add", "bo@waterdam.example", "--notify", "at_once")
    type_("staff", "add", "bo@waterdam.example", "--role", "sender")

    rows = {row["email"]: row["notify"] for row in type_("staff", "list", "--json").json}

    assert rows == {"bo@waterdam.example": "at_once", "nadia@waterdam.example": None}


@pytest.fixture
def bo(type_: Callable[..., Shown]) -> str:
    """A second colleague, contact of the green strip; Nadia is that of the meeting place."""
    type_("staff", "add", "bo@waterdam.example", "--name", "Bo")
    type_("opportunities", "set", "1", "official=bo@waterdam.example", "--yes")
    return "bo@waterdam.example"


def test_a_colleague_who_left_does_nothing_any_more(type_: Callable[..., Shown], bo: str) -> None:
    type_("staff", "remove", bo)

    refused = type_("opportunities", "close", "1", "--yes", "--as", bo)

    assert (refused.code, refused.err) == (
        1,
        (
            "bo@waterdam.example werkt hier niet meer. Toch weer terug? kansenbode staff add "
            "bo@waterdam.example\n"
        ),
    )


def test_a_colleague_who_leaves_is_told_what_to_hand_over(
    type_: Callable[..., Shown], bo: str
) -> None:
    shown = type_("staff", "remove", "BO@waterdam.example")

    assert shown.out == (
        "Bo werkt hier niet meer, en kan niets meer doen. Wat Bo eerder deed, blijft bewaard.\n"
        "Bij één kans is deze collega nog de contactpersoon. Kies een ander met:\n"
        "kansenbode opportunities set WD-2026-01 contactpersoon=naam@gemeente.nl  "
        "(Zorg mee voor het plantsoen in de Lindenstraat)\n"
        "Alles in één keer aan een collega geven: "
        "kansenbode staff remove bo@waterdam.example --to naam@gemeente.nl\n"
    )


def test_what_a_colleague_did_is_handed_over_in_one_go(
    type_: Callable[..., Shown], bo: str
) -> None:
    shown = type_("staff", "remove", bo, "--to", "nadia@waterdam.example", "--yes")

    [record] = type_("opportunities", "show", "1", "--json").json
    assert shown.out.endswith("Kans WD-2026-01: Nadia is nu de contactpersoon.\n")
    assert record["official"] == "nadia@waterdam.example"


def test_handing_over_what_people_read_asks_first(type_: Callable[..., Shown], bo: str) -> None:
    refused = type_("staff", "remove", bo, "--to", "nadia@waterdam.example")

    [record] = type_("opportunities", "show", "1", "--json").json
    present = [one["email"] for one in type_("staff", "list", "--json").json]
    assert (refused.code, record["official"], bo in present) == (1, bo, True)
    assert refused.err == "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n"


@pytest.mark.parametrize("heir", ["nobody@waterdam.example", "bo@waterdam.example"])
def test_work_goes_to_a_colleague_only(type_: Callable[..., Shown], bo: str, heir: str) -> None:
    refused = type_("staff", "remove", bo, "--to", heir)

    assert refused.code == 1
    assert [one["email"] for one in type_("staff", "list", "--json").json] == [
        bo,
        "nadia@waterdam.example",
    ]


def test_who_left_is_listed_when_asked_and_can_come_back(
    type_: Callable[..., Shown], bo: str
) -> None:
    type_("staff", "remove", bo)
    present = [one["email"] for one in type_("staff", "list", "--json").json]
    ever = {
        one["email"]: one["left_at"] is not None
        for one in type_("staff", "list", "--left", "--json").json
    }
    type_("staff", "add", bo, "--role", "viewer")

    back = [
        (one["email"], one["role"], one["left_at"]) for one in type_("staff", "list", "--json").json
    ]

    assert (present, ever) == (
        ["nadia@waterdam.example"],
        {bo: True, "nadia@waterdam.example": False},
    )
    assert back == [(bo, "viewer", None), ("nadia@waterdam.example", "administrator", None)]


def test_nobody_becomes_contact_of_an_opportunity_after_they_left(
    type_: Callable[..., Shown], bo: str
) -> None:
    type_("staff", "remove", bo)

    refused = type_("opportunities", "set", "2", f"official={bo}", "--yes")

    assert (refused.code, refused.out) == (1, "")


def test_the_only_administrator_does_not_leave(type_: Callable[..., Shown], bo: str) -> None:
    type_("staff", "add", bo, "--role", "administrator")
    type_("staff", "remove", bo)

    refused = type_("staff", "remove", "nadia@waterdam.example")

    assert (refused.code, refused.err) == (
        1,
        "nadia@waterdam.example is de enige beheerder. Maak eerst een collega beheerder.\n",
    )


def test_who_is_changed_without_a_role_keeps_the_role_they_have(
    type_: Callable[..., Shown],
) -> None:
    shown = type_("staff", "add", "nadia@waterdam.example", "--notify", "daily")

    assert shown.out == "Nadia staat erin, met de rol beheerder.\n"


def test_leaving_can_be_looked_at_first(
    type_: Callable[..., Shown], fatima: Actor, bo: str
) -> None:
    looked = type_("staff", "remove", bo, "--to", "nadia@waterdam.example", "--preview")

    [record] = type_("opportunities", "show", "1", "--json").json
    present = [one["email"] for one in type_("staff", "list", "--json").json]
    assert (looked.code, record["official"], present) == (0, bo, [bo, "nadia@waterdam.example"])
    assert (
        "Kans WD-2026-01, “Zorg mee voor het plantsoen in de Lindenstraat”:\n- contactpersoon: "
        in looked.out
    )
    assert looked.out.endswith("Er is niets veranderd: dit was om te kijken.\n")


@pytest.mark.parametrize("named", ["Bo de Boer", "bo  de boer"])
def test_contact_named_as_a_colleague_is_that_colleague(
    type_: Callable[..., Shown], named: str
) -> None:
    type_("staff", "add", "bo@waterdam.example", "--name", "Bo de Boer")

    type_("opportunities", "set", "1", f"official={named}", "--yes")

    [record] = type_("opportunities", "show", "1", "--json").json
    assert record["official"] == "bo@waterdam.example"


def test_name_of_two_colleagues_stays_a_name(type_: Callable[..., Shown]) -> None:
    for email in ("bo@waterdam.example", "bo2@waterdam.example"):
        type_("staff", "add", email, "--name", "Bo de Boer")

    type_("opportunities", "set", "1", "official=Bo de Boer", "--yes")

    [record] = type_("opportunities", "show", "1", "--json").json
    assert record["official"] == "Bo de Boer"


def test_new_link_ends_the_one_before(type_: Callable[..., Shown], folder: Path) -> None:
    links = [type_("staff", "invite", "nadia@waterdam.example").out.split()[-1] for _ in range(2)]
    unknown = type_("staff", "invite", "x@waterdam.example")

    with Store(folder / "kansenbode.db") as store:
        works = [store.look(invited, secret=link.rpartition("/")[2]) is not None for link in links]
    assert works == [False, True]
    assert (unknown.code, unknown.out) == (1, "")


def test_only_an_administrator_invites(type_: Callable[..., Shown]) -> None:
    type_("staff", "add", "bo@waterdam.example", "--role", "sender")

    refused = type_("staff", "invite", "nadia@waterdam.example", "--as", "bo@waterdam.example")

    assert (refused.code, refused.out) == (1, "")
