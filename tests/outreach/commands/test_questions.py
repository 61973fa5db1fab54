"""`kansenbode questions`."""

import orjson
import pytest

from outreach.store.store import Store


def notices(folder) -> list[str]:
    with Store(folder / "kansenbode.db") as store:
        rows = store.look(
            lambda unit: unit.connection.exec_driver_sql("SELECT message FROM delivery ORDER BY id").scalars().all()
        )
    return [orjson.loads(row)["text"] for row in rows]


def test_list_gives_the_questions_that_wait(type_, fatima):
    rows = type_("questions", "list", "--waiting", "--json").json

    assert [(row["id"], row["tender_id"], row["text"], row["answer"]) for row in rows] == [
        (1, "WD-2026-01", "Mag mijn hond mee?", None)
    ]


def test_list_of_one_opportunity_leaves_out_the_others(type_, fatima):
    assert type_("questions", "list", "--opportunity", "2").out == "Er zijn geen vragen.\n"


def test_an_answer_goes_to_the_person_who_asked(type_, fatima, folder):
    shown = type_("questions", "answer", "1", "Ja, aan de lijn.")

    assert shown.out == "Het antwoord gaat naar één persoon.\n"
    assert len(notices(folder)) == 1
    assert type_("questions", "list", "--waiting", "--json").json == []


def test_an_answer_for_all_carries_the_question_without_names(type_, fatima):
    shown = type_("questions", "answer", "1", "Ja, aan de lijn.", "--for-all", "--public-question", "Mogen honden mee?")

    assert shown.code == 0
    assert type_("questions", "list", "--json").json[0]["for_all"] is True


@pytest.mark.parametrize(
    "words", [("--for-all",), ("--public-question", "Mogen honden mee?"), ("--for-all", "--public-question", "\x00 ")]
)
def test_an_answer_for_all_needs_both_options(type_, fatima, words):
    shown = type_("questions", "answer", "1", "Ja", *words)

    assert (shown.code, shown.err) == (
        1,
        'Voor iedereen? Geef dan --for-all en --public-question "…" samen: de vraag zonder namen.\n',
    )


@pytest.mark.parametrize("text", ["", "   ", "\x00\u202e"])
def test_an_empty_answer_is_refused(type_, fatima, text):
    shown = type_("questions", "answer", "1", text)

    assert (shown.code, shown.err) == (1, "Dit is leeg. Schrijf er een tekst bij.\n")


def test_a_second_answer_is_refused(type_, fatima):
    type_("questions", "answer", "1", "Ja")

    shown = type_("questions", "answer", "1", "Nee")

    assert (shown.code, shown.err) == (1, "Vraag 1 heeft al een antwoord.\n")
