"""How a message is put together, and which words answer it."""

from datetime import date
from typing import Any

import pytest

from bot.heard import Kind, Unclear
from bot.matching import match, plain
from bot.questions import one_of, optional, text, yes_no
from bot.speech import COMMANDS, HUMAN, Speech
from bot.steps import Ask, Say, Show
from content.message import Card, Frame, Link, Message, Option
from content.texts import Texts

KIND = Ask("interest-kind", one_of("alone", "group", "organisation"), step=(1, 3))
PLACE: Ask[str] = Ask("welcome-place", one_of()).among(
    [Option(str(n), f"Wijk {n}") for n in range(9)], shown=3
)


@pytest.fixture(scope="module")
def speech(texts: Texts) -> Speech:
    return Speech(texts)


def test_message_joins_what_is_said_and_asked_with_the_step(speech: Speech) -> None:
    message = speech.message([Say("talk-resume")], KIND, "nl", unclear=None, misses=0)

    said, asked, step = message.text.split("\n\n")
    assert (said, asked) == (
        speech.texts.text("talk-resume", "nl"),
        speech.texts.text("interest-kind", "nl"),
    )
    assert step == "(stap 1 van 3)"
    assert message.frame == Frame((1, 3), asks=1)
    assert message.options == tuple(
        Option(code, speech.texts.text("interest-kind", "nl", code))
        for code in ("alone", "group", "organisation")
    )


def test_what_the_question_asks_in_the_same_words_is_not_offered_beside_it(speech: Speech) -> None:
    offers = [Option("/speak-nl", "Nederlands"), Option("/human", "Medewerker")]
    which: Ask[str] = Ask("language-which", one_of())
    ask = which.among([Option("nl", "Nederlands"), Option("en", "Taal")])

    message = speech.message([], ask, "nl", unclear=None, misses=0, offers=offers)

    assert [option.label for option in message.options] == ["Medewerker", "Nederlands", "Taal"]


@pytest.mark.parametrize(("kind", "longest"), [(text(5), 5), (optional(text(7)), 7), (yes_no, 0)])
def test_message_carries_how_long_an_answer_may_be(
    kind: Kind[Any], longest: int, speech: Speech
) -> None:
    message = speech.message([], Ask("human-words", kind), "nl", unclear=None, misses=0)

    assert message.frame.longest == longest


def test_message_without_a_question_has_no_options(speech: Speech) -> None:
    message = speech.message([Say("talk-resume")], None, "en", unclear=None, misses=9)

    assert message == Message(speech.texts.text("talk-resume", "en"))


LONG = Unclear("talk-too-long", {"max": 5, "given": 7})


@pytest.mark.parametrize(
    ("ask", "unclear", "misses", "key", "attribute"),
    [
        (KIND, Unclear(), 1, "interest-kind", "unclear"),
        (KIND, Unclear(), 2, "interest-kind", "help"),
        (KIND, Unclear(), 3, "talk-offer-human", None),
        (Ask("human-words", text(5)), Unclear(), 1, "talk-unclear", None),
        (Ask("human-words", text(5)), LONG, 1, "talk-too-long", None),
        (Ask("human-words", text(5)), LONG, 2, "talk-too-long", None),
        (Ask("human-words", text(5)), LONG, 3, "talk-offer-human", None),
    ],
)
def test_misunderstanding_is_put_in_other_words(
    ask: Ask[str], unclear: Unclear, misses: int, key: str, attribute: str | None, speech: Speech
) -> None:
    message = speech.message([], ask, "nl", unclear=unclear, misses=misses)

    words, question, *_ = message.text.split("\n\n")
    assert words == speech.texts.text(key, "nl", attribute, **unclear.facts)
    assert question == speech.texts.text(ask.key, "nl")
    assert (HUMAN in [option.code for option in message.options]) == (misses == 3)


def test_only_the_first_options_are_shown_but_all_may_be_typed(speech: Speech) -> None:
    message = speech.message([], PLACE, "nl", unclear=None, misses=0)

    assert [option.code for option in message.options] == ["0", "1", "2"]
    assert list(speech.labels(PLACE, "nl")) == [str(n) for n in range(9)]


def test_numbers_of_what_may_be_typed_are_those_of_what_is_shown(speech: Speech) -> None:
    ask: Ask[str | None] = Ask("welcome-place", optional(one_of("menu"))).among(
        PLACE.options, shown=3
    )

    for misses, offers in ((0, False), (3, True)):
        shown = [
            option.code
            for option in speech.message([], ask, "nl", unclear=None, misses=misses).options
        ]

        assert list(speech.labels(ask, "nl", offers_human=offers))[: len(shown)] == shown


def test_labels_carry_the_words_that_mean_the_same(speech: Speech) -> None:
    labels = speech.labels(Ask("interest-sure", yes_no), "nl")

    assert labels["yes"][0] == speech.texts.text("interest-sure", "nl", "yes")
    assert {"ja hoor", "yes", "👍"} <= set(labels["yes"])


def test_every_command_has_words_in_every_language(speech: Speech, texts: Texts) -> None:
    assert set(speech.command_of.values()) == set(COMMANDS)
    for language in texts.languages:
        for name in COMMANDS:
            words = texts.text("talk-words", language, name.replace("_", "-")).split("|")
            assert {speech.command_of.get(plain(word)) for word in words} == {name}


def test_message_tells_whether_any_text_answers_beside_its_options(speech: Speech) -> None:
    area = Ask("interest-area", optional(text(5)))
    asks = (area, KIND, Ask("human-words", text(5)))

    messages = [speech.message([], ask, "nl", unclear=None, misses=0) for ask in asks]

    assert [message.open for message in messages] == [True, False, False]


def test_card_is_said_in_words_too_and_knows_its_place(speech: Speech) -> None:
    card = Show(
        "opportunity-listed",
        rows=("where", "money", "until"),
        theme="groen",
        number=6,
        choice="3",
        title="Plantsoen",
        id=3,
        where=["Lindenkom"],
        money=None,
        until=date(2027, 1, 9),
    )

    message = speech.message([Say("talk-hello"), card], KIND, "nl", unclear=None, misses=0)

    page = Link("https://waterdam.example/kansen/3", "Alles lezen")
    facts = (("Waar", "Lindenkom"), ("Tot en met", "9 januari 2027"))
    shown = Card("Plantsoen", "", facts, page, "groen", 6, "3", 1)
    assert message.cards == (shown,)
    assert list(message.parts())[1] == shown
    assert shown.words in message.text


def test_text_that_leads_to_a_page_gives_its_link_once(speech: Speech) -> None:
    said = [Say("opportunity-page", id=3), Say("opportunity-page", id=3)]

    message = speech.message(said, KIND, "nl", unclear=None, misses=0)

    assert message.links == (Link("https://waterdam.example/kansen/3", "Alles lezen"),)
    assert "https://" not in message.text


def test_options_weigh_what_the_question_says(speech: Speech) -> None:
    ask = Ask("opportunity-next", one_of("join", "more", "share"), main="join", more=("share",))

    shown = speech.message([], ask.without("more"), "nl", unclear=None, misses=0).options

    assert [(option.code, option.weight) for option in shown] == [
        ("join", "main"),
        ("share", "more"),
    ]
    assert "more" in speech.labels(ask.without("more"), "nl")


@pytest.mark.parametrize(
    ("text", "code"), [("7", "b"), ("2", None), ("9", None), ("Meer kansen", "more")]
)
def test_only_numbers_that_stand_there_mean_an_option_of_a_list(
    text: str, code: str | None, speech: Speech
) -> None:
    options = [Option("a", "Plantsoen"), Option("b", "Keuken"), Option("c", "Steiger")]
    ask: Ask[str] = Ask("browse-pick", one_of("more")).among(options, first=6)

    assert match(text, speech.labels(ask, "nl")) == code
