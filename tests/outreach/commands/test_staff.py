"""`kansenbode staff`."""

import pytest


def test_the_first_colleague_is_added_without_another(type_, folder, tmp_path):
    shown = type_("staff", "add", "bo@waterdam.example", "--name", "Bo", "--data", str(tmp_path / "fresh"))

    assert shown.out == "Bo staat erin, met de rol beheerder.\n"
    assert type_("staff", "list", "--json", "--data", str(tmp_path / "fresh")).json == [
        {"email": "bo@waterdam.example", "name": "Bo", "role": "administrator", "notify": None}
    ]


def test_the_next_colleague_is_added_by_one_who_is_there(type_, folder):
    (folder / ".env").unlink()

    refused = type_("staff", "add", "bo@waterdam.example")
    added = type_("staff", "add", "bo@waterdam.example", "--role", "viewer", "--as", "nadia@waterdam.example")

    assert (refused.code, added.out) == (1, "bo staat erin, met de rol kijker.\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("bo",), 1, "“bo” is geen e-mailadres. Schrijf het zo: naam@gemeente.nl\n"),
        (("bo@waterdam.example", "--as", "x@y.example"), 1, ("Er is geen medewerker met het adres x@y.example. "
         "Voeg die toe met: kansenbode staff add x@y.example\n")),
        ((), 2, "Hier ontbreekt nog iets: E-MAIL\nHulp vind je met: kansenbode staff add --help\n"),
    ],
)  # fmt: skip
def test_what_is_not_possible_is_said(type_, words, code, said):
    shown = type_("staff", "add", *words)

    assert (shown.code, shown.out, shown.err) == (code, "", said)


def test_only_an_administrator_adds_a_colleague(type_, folder):
    type_("staff", "add", "bo@waterdam.example", "--role", "editor", "--as", "nadia@waterdam.example")

    refused = type_("staff", "add", "cas@waterdam.example", "--as", "bo@waterdam.example")

    assert (refused.code, refused.err) == (
        1,
        "De rol van bo@waterdam.example mag dit niet. Dit mogen alleen: administrator\n",
    )


def test_a_viewer_changes_nothing(type_, folder):
    type_("staff", "add", "bo@waterdam.example", "--role", "viewer", "--as", "nadia@waterdam.example")

    refused = type_("opportunities", "close", "--yes", "1", "--as", "bo@waterdam.example")

    assert (refused.code, refused.out) == (1, "")


def test_the_last_administrator_stays_one(type_, folder):
    refused = type_("staff", "add", "nadia@waterdam.example", "--role", "viewer", "--as", "nadia@waterdam.example")

    assert (refused.code, refused.err) == (
        1,
        "nadia@waterdam.example is de enige beheerder. Maak eerst een collega beheerder.\n",
    )


def test_a_new_role_keeps_the_name(type_, folder):
    type_("staff", "add", "bo@waterdam.example", "--name", "Bo de Boer", "--as", "nadia@waterdam.example")

    shown = type_("staff", "add", "bo@waterdam.example", "--role", "viewer", "--as", "nadia@waterdam.example")

    assert shown.out == "Bo de Boer staat erin, met de rol kijker.\n"


def test_a_colleague_says_how_they_hear_of_what_waits(type_):
    type_("staff", "add", "bo@waterdam.example", "--notify", "at_once")
    type_("staff", "add", "bo@waterdam.example", "--role", "sender")

    rows = {row["email"]: row["notify"] for row in type_("staff", "list", "--json").json}

    assert rows == {"bo@waterdam.example": "at_once", "nadia@waterdam.example": None}
