"""`kansenbode interests`."""

import pytest


def test_list_gives_each_interest(type_, fatima):
    rows = type_("interests", "list", "--opportunity", "WD-2026-01", "--state", "new", "--json").json

    assert [(row["id"], row["tender_id"], row["party"], row["kind"], row["state"]) for row in rows] == [
        (1, "WD-2026-01", "Groen op Zuid", "residents_group", "new")
    ]


def test_list_of_another_opportunity_is_empty(type_, fatima):
    assert type_("interests", "list", "--opportunity", "2").out == "Er zijn nog geen aanmeldingen.\n"


def test_move_changes_the_state_and_show_keeps_what_it_was(type_, fatima):
    moved = type_("interests", "move", "1", "in_talk")

    details = type_("interests", "show", "1", "--json").json[0]
    assert moved.out == (
        "De stand van aanmelding 1 is nu: in gesprek. "
        "De aanmelder krijgt hiervan nog geen bericht; laat het zelf weten.\n"
    )
    assert details["state"] == "in_talk"
    assert [(change["actor"], change["field"], change["before"]) for change in details["changes"]] == [
        ("staff:1", "state", "new")
    ]


def test_show_tells_how_members_are_reached_but_never_their_secret_address(type_, fatima):
    shown = type_("interests", "show", "1")
    as_json = type_("interests", "show", "1", "--json")

    assert as_json.json[0]["members"] == [{"person": fatima.id, "language": "nl", "channels": ["web"]}]
    assert "secret-cookie" not in shown.out + as_json.out
    assert "zes paar handen" in shown.out


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("show", "7"), 1, "Nummer 7 bestaat niet. Kijk in de lijst welke nummers er zijn.\n"),
        (("move", "7", "agreed"), 1, "Nummer 7 bestaat niet. Kijk in de lijst welke nummers er zijn.\n"),
        (("move", "1", "agreed"), 1, ("Dat kan nu niet: de aanmelding is nieuw. "
         "Wat wel kan: in gesprek, uitgenodigd, afgewezen, ingetrokken\n")),
        (("move", "1", "happy"), 2, ("Dit past niet bij STATE. Kies uit: new, in_talk, invited, agreed, declined, "
         "withdrawn\nHulp vind je met: kansenbode interests move --help\n")),
        (("show", "one"), 2, ("Geef bij INTEREST een heel getal dat kan, bijvoorbeeld 3.\n"
         "Hulp vind je met: kansenbode interests show --help\n")),
        (("show", str(2**63)), 2, ("Geef bij INTEREST een heel getal dat kan, bijvoorbeeld 3.\n"
         "Hulp vind je met: kansenbode interests show --help\n")),
    ],
)  # fmt: skip
def test_what_is_not_possible_is_said(type_, fatima, command, code, said):
    shown = type_("interests", *command)

    assert (shown.code, shown.out, shown.err) == (code, "", said)
