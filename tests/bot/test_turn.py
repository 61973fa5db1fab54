"""One turn: who is greeted, what a late text means, and when a human is offered."""

from collections.abc import Callable

import pytest
from sqlalchemy import text as sql

from content.texts import Texts
from outreach.store.store import Store
from outreach.store.unit import Unit
from tests.bot.asking import at_interest
from tests.bot.conftest import Person


def count(unit: Unit, table: str) -> int:
    return int(unit.connection.execute(sql(f"SELECT count(*) FROM {table}")).scalar_one())


def test_new_person_hears_once_that_this_is_an_automatic_assistant(
    person: Person, told: Callable[..., str]
) -> None:
    first = person.say("hallo")
    ways = [link.address for link in person.last.links]
    second = person.press(person.labels[-1])

    assert first.startswith(told("talk-hello"))
    assert ways == ["https://waterdam.example/privacy"]
    assert told("talk-hello") not in second


def test_duplicate_is_answered_once_and_changes_nothing(person: Person) -> None:
    at_interest(person)
    person.hand_in(text="alleen", external_id="m-twice")
    before = person.last

    again = [
        person.hand_in(text=typed, external_id="m-twice") for typed in ("alleen", "met een groep")
    ]

    assert (again, person.last) == ([False, False], before)
    assert (
        person.store.look(count, "inbound")
        == person.store.look(count, "delivery")
        == len(person.messages)
    )


def test_id_that_another_person_used_is_a_duplicate_and_the_greeting_is_still_to_come(
    waterdam: Store, talk_with: Callable[..., Person], told: Callable[..., str]
) -> None:
    anna, bram = talk_with(waterdam, "anna"), talk_with(waterdam, "bram")
    anna.hand_in(text="hoi", external_id="m-same")

    taken = bram.hand_in(text="hoi", external_id="m-same")

    assert not taken
    assert bram.say("hoi").startswith(told("talk-hello"))


def test_same_id_in_another_channel_is_another_message(
    waterdam: Store, talk_with: Callable[..., Person]
) -> None:
    web, terminal = talk_with(waterdam), talk_with(waterdam, channel="terminal")

    taken = [person.hand_in(text="hoi", external_id="m-same") for person in (web, terminal)]

    assert taken == [True, True]


def test_texts_sent_before_the_question_was_seen_are_added_to_the_open_answer(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    person.press("alleen")
    person.say("Anna")
    seen = person.last.rev

    for typed in ("Ik heb een hark.", "En elke zaterdag tijd.", "En een kruiwagen."):
        person.say(typed, seen=seen)

    assert person.text.startswith(told("talk-added"))
    assert "Ik heb een hark.\nEn elke zaterdag tijd.\nEn een kruiwagen." in person.text
    assert told("interest-sure") in person.text


def test_late_text_is_not_added_where_it_makes_the_answer_too_long(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    person.press("alleen")
    person.say("Anna")
    seen = person.last.rev
    person.say("Een hark.", seen=seen)

    person.say("x" * 2_000, seen=seen)

    assert person.text.startswith(told("talk-not-added"))
    assert "Een hark.\n\nDit is geen offerte" in person.text


def test_late_text_after_a_choice_is_no_answer(person: Person, told: Callable[..., str]) -> None:
    at_interest(person)
    seen = person.last.rev
    person.press("alleen")

    person.say("Dag!", seen=seen)

    assert told("interest-own-name") in person.text
    assert told("talk-added") not in person.text


def test_text_where_the_channel_does_not_know_what_was_seen_is_an_answer(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    person.press("alleen", seen=None)

    person.say("Anna", seen=None)

    assert told("interest-give") in person.text


def test_misses_bring_other_words_then_help_then_a_human(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    buttons = person.labels

    heard = [person.say("qqq").split("\n\n")[0] for _ in range(4)]

    assert heard == [told("interest-kind", word) for word in ("unclear", "help")] + [
        told("talk-offer-human"),
        told("talk-offer-human-again"),
    ]
    assert person.labels == [*buttons, told("option", "human")]


@pytest.mark.parametrize("way", ["number", "label", "button"])
def test_offered_human_is_reached_by_number_too(
    way: str, person: Person, told: Callable[..., str]
) -> None:
    person.say("hoi")
    person.press(person.labels[0])
    for _ in range(3):
        person.say("qqq")
    number = person.labels.index(told("option", "human")) + 1

    if way == "button":
        person.press(told("option", "human"))
    else:
        person.say(str(number) if way == "number" else told("option", "human"))

    assert told("human-words") in person.text


def test_number_that_answers_the_question_is_no_call_for_a_human(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)
    for answer in ("met een groep", "Buren", "Zes paar handen", "ja", "ja"):
        person.say(answer)
    assert told("interest-people") in person.text
    for _ in range(3):
        person.say("heel veel")

    person.say("2")

    assert told("human-words") not in person.text
    assert told("talk-offer-human") not in person.text


def test_good_answer_forgets_the_misses(person: Person, told: Callable[..., str]) -> None:
    at_interest(person)
    person.say("qqq")
    person.say("qqq")
    person.say("alleen")

    person.say("...")

    assert person.text.split("\n\n")[0] == told("interest-own-name", "unclear")


def test_rev_moves_with_the_question_and_stays_with_a_misunderstanding(person: Person) -> None:
    at_interest(person)

    revs = [person.last.rev]
    for typed in ("qqq", "alleen", "...", "Anna", "terug"):
        person.say(typed)
        revs.append(person.last.rev)

    first = revs[0]
    assert revs == [first, first, first + 1, first + 1, first + 2, first + 3]
    assert all(
        option.code.split(".")[1] == str(m.rev) for m in person.messages for option in m.options
    )


def test_empty_message_brings_the_present_question(
    person: Person, told: Callable[..., str]
) -> None:
    at_interest(person)

    heard = [person.say(nothing) for nothing in ("", "   ", "\u200b\u202e", "\x00")]

    assert heard == [f"{told('interest-kind')}\n\n{told('talk-step', now=1, all=3)}"] * 4


def test_answer_is_stored_as_it_is_sent(person: Person) -> None:
    person.say("hoi")

    stored = person.store.look(
        lambda unit: unit.connection.execute(
            sql("SELECT state, message ->> 'text' FROM delivery")
        ).all()
    )

    assert [tuple(row) for row in stored] == [("claimed", person.text)]


def test_forgetting_leaves_no_row_and_says_goodbye(
    person: Person, told: Callable[..., str]
) -> None:
    person.say("hoi")
    person.say("vergeet mij")

    person.say("ja")

    assert person.text == told("forget-done")
    for table in ("person", "address", "conversation", "inbound", "delivery"):
        assert person.store.look(count, table) == 0
    assert person.say("hoi").startswith(told("talk-hello"))


def test_person_is_answered_in_the_language_of_their_page(english: Person, texts: Texts) -> None:
    assert english.say("hi").startswith(texts.text("talk-hello", "en"))


def test_language_that_is_not_spoken_becomes_dutch(
    waterdam: Store, talk_with: Callable[..., Person], told: Callable[..., str]
) -> None:
    assert talk_with(waterdam, language="xx-'; DROP").say("hi").startswith(told("talk-hello"))


def test_message_tells_whether_one_can_go_back_and_what_it_is_about(person: Person) -> None:
    at_interest(person)
    first = person.messages[-1].frame
    person.say("met een groep")

    second = person.messages[-1].frame

    assert (first.back, second.back) == (False, True)
    assert first.about == second.about
    assert first.about is not None
    assert (first.step, second.step) == ((1, 3), (1, 3))
