"""`kansenbode interests`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.attachments.accepted import accepted
from outreach.attachments.attachment import About, Allowance, Sent, attach
from outreach.delivery.inbound import take_in
from outreach.interests.own import answer_in_interest, invite_to_party
from outreach.interests.question import ask_human
from outreach.opportunities.card import requirements_for
from outreach.parties.consent import stop
from outreach.parties.party import join_party
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.attached import jpeg
from tests.outreach.commands.conftest import Shown
from tests.people import number_of


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
                "afgewezen of ingetrokken\nHulp vind je met: kansenbode interests move --help\n"
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


@pytest.fixture
def sent(fatima: Actor, folder: Path) -> None:
    """Fatima sent two photos along, and a file that was not accepted."""
    photo = Sent("photo", "../tuin.jpg", accepted(jpeg()))
    with Store(folder / "kansenbode.db") as store:
        for number, each in enumerate((photo, photo, Sent("file", "spel.exe", refused="kind"))):
            store.run(send_along, fatima, number=number, sent=each)


def send_along(unit: Unit, *, number: int, sent: Sent) -> None:
    inbound = take_in(unit, channel="web", external_id=f"m{number}", address=1, text="")
    here = {"inbound": inbound or 0, "address": 1, "person": number_of(unit.actor)}
    attach(unit, **here, sent=sent, about=About(1, 1), allowance=Allowance())


def test_what_was_sent_along_is_listed(type_: Callable[..., Shown], sent: None) -> None:
    shown, as_json = (
        type_("interests", "show", "1"),
        type_("interests", "show", "1", "--json").json[0],
    )

    assert "Er zijn 3 foto’s, spraakberichten of bestanden meegestuurd." in shown.out
    assert [(item["number"], item["name"], item["state"]) for item in as_json["media"]] == [
        (1, "tuin.jpg", "kept"),
        (2, "tuin.jpg", "kept"),
        (3, "spel.exe", "refused"),
    ]


def test_what_was_sent_along_is_written_to_a_folder_for_our_user_alone(
    type_: Callable[..., Shown],
    sent: None,
    tmp_path: Path,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    shown = type_("interests", "files", "1", "--to", str(tmp_path / "mee"))

    files = sorted((tmp_path / "mee").iterdir())
    assert [file.name for file in files] == ["1-tuin.jpg", "2-tuin.jpg"]
    assert [file.read_bytes() for file in files] == [jpeg()] * 2
    assert [oct(file.stat().st_mode & 0o777) for file in files] == ["0o600"] * 2
    assert shown.out.startswith("Er staan 2 bestanden in ")
    assert events()[-1] == ("staff:1", "attachment.read", {"interest": 1})


def test_file_that_is_there_is_not_overwritten(
    type_: Callable[..., Shown], sent: None, tmp_path: Path
) -> None:
    (tmp_path / "2-tuin.jpg").write_text("mijn eigen tuin")

    shown = type_("interests", "files", "1", "--to", str(tmp_path))

    assert shown.code == 1
    assert (tmp_path / "2-tuin.jpg").read_text() == "mijn eigen tuin"
    assert not (tmp_path / "1-tuin.jpg").exists()


def test_nothing_is_written_where_nothing_was_sent(
    type_: Callable[..., Shown], fatima: Actor, tmp_path: Path
) -> None:
    shown = type_("interests", "files", "1", "--to", str(tmp_path / "mee"))

    assert shown.out == "Er is niets meegestuurd dat bewaard is.\n"
    assert not (tmp_path / "mee").exists()


def test_nothing_is_said_of_photos_where_none_came(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    assert "meegestuurd" not in type_("interests", "show", "1").out


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
