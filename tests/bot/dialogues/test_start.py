"""Start again after a stop: news is asked anew."""

import pytest


@pytest.fixture
def stopped(person):
    person.say("hoi")
    person.say("stop")
    person.say("alles uit")
    return person


@pytest.mark.parametrize(("answer", "given"), [("ja", 1), ("nee", 0)])
def test_start_undoes_a_stop_and_asks_for_news_anew(stopped, talk, rows, answer: str, given: int):
    talk(
        stopped,
        """
        > start
        Fijn dat je er weer bent!

        Wil je hier een bericht krijgen bij nieuwe kansen in je buurt? Je kunt altijd “stop” typen.
        [Ja] [Nee]
        """,
    )
    stopped.say(answer)

    assert rows("SELECT stopped_at FROM person") == [(None,)]
    assert rows("SELECT purpose, given, text_version FROM consent") == [("news", 0, "stop"), ("news", given, "1")]
    assert stopped.text == "Wat wil je doen?"


def test_what_is_written_after_a_stop_is_answered_but_undoes_nothing(stopped, rows):
    stopped.say("hallo?")

    assert stopped.text == "Wat wil je doen?"
    assert rows("SELECT stopped_at IS NOT NULL FROM person") == [(1,)]


def test_start_without_a_stop_begins_anew(person, talk):
    person.say("hoi")
    person.press("Per thema")

    talk(
        person,
        """
        > begin
        De gemeente zoekt mensen die een taak in de buurt willen overnemen of delen. Denk aan groen, samen koken of
        een buurthuis. Je hoeft geen bedrijf of vereniging te zijn.

        Waar wil je kijken?
        [Bij mij in de buurt] [Per thema] [Alles bekijken]
        """,
    )
