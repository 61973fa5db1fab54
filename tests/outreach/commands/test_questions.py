"""`kansenbode questions`."""

from collections.abc import Callable
from pathlib import Path

from outreach.delivery.inbound import take_in
from outreach.interests.question import ask_human
from outreach.parties.consent import permit
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown
from tests.outreach.commands.notices import notices


def test_list_gives_the_questions_that_wait(type_: Callable[..., Shown], fatima: Actor) -> None:
    rows = type_("questions", "list", "--waiting", "--json").json

    assert [(row["id"], row["tender_id"], row["text"], row["answer"]) for row in rows] == [
        (1, "WD-2026-01", "Mag mijn hond mee?", None)
    ]


def test_list_of_one_opportunity_leaves_out_the_others(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    assert type_("questions", "list", "--opportunity", "2").out == "Er zijn geen vragen.\n"


def test_a_correction_is_shown_before_it_is_told(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    type_(
        "questions",
        "answer",
        "1",
        "Nee.",
        "--for-all",
        "--public-question",
        "Mogen honden mee?",
        "--yes",
    )

    seen = type_("questions", "correct", "1", "Ja, aan de lijn.", "--preview")
    asked = type_("questions", "correct", "1", "Ja, aan de lijn.")

    about = (
        "Een antwoord over de kans “Zorg mee voor het plantsoen in de Lindenstraat” klopte niet. "
        "Zo is het goed."
    )
    assert seen.out.startswith(
        "- antwoord: “Nee.” wordt “Ja, aan de lijn.”\nEén persoon krijgt bericht: "
    )
    assert (
        "Dit krijgt één persoon te lezen:\n\nEr is antwoord op een vraag over de kans" in seen.out
    )
    # the first answer has not gone out: its reader gets the right one only
    assert about not in seen.out
    assert (asked.code, asked.err) == (
        1,
        "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n",
    )
    assert [text.splitlines()[-1] for text in notices(folder)] == ["Antwoord: Nee."]


def test_a_correction_is_told_and_both_answers_are_shown(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_(
        "questions",
        "answer",
        "1",
        "Nee.",
        "--for-all",
        "--public-question",
        "Mogen honden mee?",
        "--yes",
    )

    done = type_(
        "questions", "correct", "1", "Ja.", "--public-question", "Mag een hond mee?", "--yes"
    )

    assert (
        done.out == "Het antwoord op vraag 1 is verbeterd. Eén persoon krijgt het goede antwoord.\n"
    )
    [details] = type_("questions", "show", "1", "--json").json
    assert (details["version"], details["answer"], details["public_text"]) == (
        2,
        "Ja.",
        "Mag een hond mee?",
    )
    assert [(item["actor"], item["answer"]) for item in details["earlier"]] == [("Nadia", "Nee.")]
    assert "Wat er eerst als antwoord stond, en tot wanneer" in type_("questions", "show", "1").out


def test_a_private_word_about_no_opportunity_is_corrected_too(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(ask_human, fatima, opportunity=None, text="Bel me")
    type_("questions", "answer", "2", "Maandag.", "--yes")

    seen = type_("questions", "correct", "2", "Dinsdag.", "--preview")

    assert "Antwoord: Dinsdag." in seen.out


def test_a_correction_of_what_a_colleague_corrected_is_refused(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("questions", "answer", "1", "Nee.", "--yes")
    type_("questions", "correct", "1", "Ja.", "--yes")

    shown = type_("questions", "correct", "1", "Misschien.", "--version", "1", "--yes")

    assert shown.code == 1
    assert shown.err.startswith("Vraag 1 is intussen verbeterd door Nadia (")
    assert "Nu staat er: “Ja.” Er is niets veranderd." in shown.err


def test_show_tells_that_the_talk_may_not_be_read(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    shown = type_("questions", "show", "1")

    assert "Mag mijn hond mee?" in shown.out
    assert shown.out.endswith(
        "Je mag het gesprek niet lezen: daar is geen toestemming voor gegeven.\n"
    )


def test_show_gives_the_talk_that_may_be_read(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(
            take_in,
            fatima,
            channel="web",
            external_id="m1",
            address=1,
            text="kan ik ook zo meedoen?",
        )
        asked = store.run(ask_human, fatima, opportunity=1, text="Bel me")
        store.run(
            permit, fatima, purpose="talk", given=True, text="human-read", scope=str(asked.id)
        )

    shown, as_json = (
        type_("questions", "show", "2"),
        type_("questions", "show", "2", "--json").json[0],
    )

    assert "kan ik ook zo meedoen?" in shown.out
    assert [(line["who"], line["text"]) for line in as_json["lines"]] == [
        ("person", "kan ik ook zo meedoen?")
    ]


def test_show_of_an_unknown_question_is_refused(type_: Callable[..., Shown]) -> None:
    assert (
        type_("questions", "show", "7").err
        == "Nummer 7 bestaat niet. Kijk in de lijst welke nummers er zijn.\n"
    )
