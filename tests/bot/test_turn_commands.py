"""Words that work everywhere, and what runs on top of a question."""

from collections.abc import Callable

import pytest

from bot.speech import COMMANDS
from content.texts import Texts
from tests.bot.conftest import Person

FIRST = {
    "stop": "stop-keep",
    "start": "welcome-way",
    "again": "welcome-way",
    "back": "talk-no-back",
    "cancel": "talk-cancelled",
    "help": "help-text",
    "menu": "menu-pick",
    "human": "human-words",
    "language": "language-which",
    "my_data": "my_data-file",
    "forget": "forget-sure",
    "question": "question-words",
    "link": "link-page",
    "email": "email-off",
    "receipt": "receipt-none",
    "leave": "leave-page",
    "interests": "interests-none",
    "plan": "plan-none",
    "confirm": "agreement-none",
    "decline": "agreement-none",
    "privacy": "talk-privacy",
}


def words() -> list[tuple[str, str]]:
    texts = Texts(organisation="x", address="x")
    return [
        (name, word.strip())
        for name in COMMANDS
        for language in texts.languages
        for word in texts.text("talk-words", language, name.replace("_", "-")).split("|")
    ]


def at_name(person: Person) -> Person:
    """Bring somebody to the open question for a name, in an interest."""
    person.enter(opportunity=1)
    person.press(person.labels[0])
    person.say("alleen")
    return person


@pytest.mark.parametrize(("name", "word"), words())
def test_word_works_in_every_language_at_the_menu(
    name: str, word: str, person: Person, told: Callable[..., str], texts: Texts
) -> None:
    person.say("menu")

    person.say(f" {word.upper()}! ")

    # a word that names a language leads there at once, also to the one that is spoken
    chosen = [texts.text("language-chosen", language) in person.text for language in ("en", "nl")]
    assert told(FIRST[name]) in person.text or (name == "language" and any(chosen))


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "human"])
def test_word_works_at_an_open_question(
    name: str, person: Person, texts: Texts, told: Callable[..., str]
) -> None:
    at_name(person)

    person.say(texts.text("talk-words", "en", name.replace("_", "-")).split("|")[0])

    there = FIRST | {"back": "interest-kind", "start": "talk-resume"}
    assert told(there[name]) in person.text


@pytest.mark.parametrize(
    "typed", ["Stop de tijd", "menu van de dag", "terug naar het groen", "Help, wij zijn hulp"]
)
def test_word_inside_an_answer_is_an_answer(
    typed: str, person: Person, told: Callable[..., str]
) -> None:
    at_name(person)

    person.say(typed)

    assert told("interest-give") in person.text


def test_word_goes_before_a_button_with_the_same_label(
    person: Person, told: Callable[..., str]
) -> None:
    person.enter(opportunity=1)
    label = told("opportunity-next", "question")
    assert label in person.labels

    person.say("vraag")

    assert told("question-words") in person.text


@pytest.mark.parametrize("slash", ["/start", "/help", "/stop", "/menu", "/START"])
def test_slash_command_is_the_word(slash: str, person: Person, told: Callable[..., str]) -> None:
    person.say("menu")

    person.say(slash)

    assert told(FIRST[slash[1:].lower()]) in person.text


@pytest.mark.parametrize(
    ("word", "answers"),
    [
        ("help", []),
        ("mijn gegevens", []),
        ("medewerker", ["Bel me eens", "nee"]),
        ("vraag", ["Mag mijn hond mee?"]),
        ("taal", ["Nederlands"]),
        ("vergeet mij", ["nee"]),
        ("menu", ["1"]),
    ],
)
def test_what_runs_on_top_ends_at_the_present_question(
    word: str, answers: list[str], person: Person, told: Callable[..., str]
) -> None:
    at_name(person)

    for typed in (word, *answers):
        person.say(typed)

    assert told("talk-resume") in person.text
    assert told("interest-own-name") in person.text
    assert told("interest-give") in person.say("Anna")


def test_help_on_top_of_what_runs_on_top_keeps_the_question_beneath(
    person: Person, told: Callable[..., str]
) -> None:
    at_name(person)

    for typed in ("medewerker", "help", "vraag", "mijn gegevens"):
        person.say(typed)

    assert told("interest-own-name") in person.text


def test_help_at_a_question_to_a_human_brings_that_question_again(
    person: Person, told: Callable[..., str]
) -> None:
    person.say("menu")
    person.say("medewerker")

    person.say("help")

    assert told("help-text") in person.text
    assert told("human-words") in person.text


def test_asking_for_a_human_twice_asks_once(person: Person, told: Callable[..., str]) -> None:
    at_name(person)
    person.say("medewerker")
    person.say("medewerker")

    person.say("Bel me eens")
    person.say("overslaan")

    assert told("interest-own-name") in person.text


def test_menu_on_top_offers_the_way_back_until_something_else_is_chosen(
    person: Person, told: Callable[..., str]
) -> None:
    at_name(person)
    person.say("menu")
    offered = person.labels[0]

    person.press(told("menu-pick", "browse"))
    person.say("help")

    assert offered == told("menu-pick", "go_on".replace("_", "-"))
    assert told("interest-own-name") not in person.text


def test_menu_at_the_end_of_another_dialogue_still_offers_the_way_back(
    person: Person, told: Callable[..., str]
) -> None:
    at_name(person)
    person.say("menu")
    person.press(told("menu-pick", "browse"))

    person.press(told("option", "menu"))

    person.press(told("menu-pick", "go-on"))
    assert told("interest-own-name") in person.text


def test_question_is_about_the_opportunity_at_hand(person: Person) -> None:
    at_name(person)
    person.say("vraag")
    person.say("Mag mijn hond mee?")

    asked = person.store.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT opportunity_id, kind, text FROM question"
        ).all()
    )

    assert [tuple(row) for row in asked] == [(1, "question", "Mag mijn hond mee?")]


def test_human_asked_for_at_an_opportunity_is_its_contact_official(person: Person) -> None:
    at_name(person)

    person.say("medewerker")

    query = "SELECT official FROM opportunity WHERE id = 1"
    official = person.store.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one())
    assert official in person.text


def test_cancel_ends_what_is_going_on(person: Person, told: Callable[..., str]) -> None:
    at_name(person)

    person.say("annuleer")

    said = ("talk-cancelled", "talk-cancelled-nothing", "opportunity-next")
    assert person.text.split("\n\n") == [told(key) for key in said]


def test_cancel_of_what_runs_on_top_brings_the_question_beneath(
    person: Person, told: Callable[..., str]
) -> None:
    at_name(person)
    person.say("medewerker")

    person.say("annuleer")

    assert told("interest-own-name") in person.text


def test_back_walks_to_the_first_question_and_no_further(
    person: Person, told: Callable[..., str]
) -> None:
    at_name(person)
    person.say("Anna")

    for key in ("interest-own-name", "interest-kind", "talk-no-back"):
        assert told(key) in person.say("terug")


@pytest.mark.parametrize("word", ["stop", "opnieuw beginnen"])
def test_stop_and_beginning_anew_leave_nothing_beneath(
    word: str, person: Person, told: Callable[..., str]
) -> None:
    at_name(person)
    person.say("medewerker")
    person.say(word)

    person.say("help")

    assert told("interest-own-name") not in person.text


def test_start_after_a_stop_asks_for_news_anew(person: Person, told: Callable[..., str]) -> None:
    person.say("hoi")
    person.say("stop")
    person.say("2")

    person.say("start")

    assert told("start-news") in person.text


def test_half_given_interest_waits_while_another_opportunity_is_looked_at(
    person: Person, told: Callable[..., str]
) -> None:
    at_name(person)
    person.enter(opportunity=2)

    person.say("menu")
    person.say("1")

    assert told("interest-own-name") in person.text


def test_half_given_interest_goes_on_where_its_opportunity_is_joined_again(
    person: Person, told: Callable[..., str]
) -> None:
    at_name(person)
    person.enter(opportunity=2)
    person.enter(opportunity=1)

    person.say("ik doe mee")

    assert person.text.startswith(told("talk-resume"))
    assert told("interest-own-name") in person.text


def test_coming_in_again_at_the_same_opportunity_goes_on(
    person: Person, told: Callable[..., str]
) -> None:
    at_name(person)

    person.enter(opportunity=1)

    assert person.text.startswith(told("talk-resume"))
    assert told("interest-own-name") in person.text
