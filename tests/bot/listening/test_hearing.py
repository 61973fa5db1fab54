"""What is heard in a text."""

import pytest

from bot.listening.hearing import Certainty, contact_in, denies, hear, telling


@pytest.mark.parametrize(
    ("text", "wish", "certainty"),
    [
        ("ik wil geen berichten meer", "stop", Certainty.ALONE),
        ("ik wil stoppen met roken", "stop", Certainty.SAID),
        ("Stop de tijd", "stop", Certainty.MENTIONED),
        ("verwijder alles wat jullie van mij hebben", "forget", Certainty.ALONE),
        ("kan ik iemand spreken", "human", Certainty.ALONE),
        ("wat weten jullie van mij", "my_data", Certainty.ALONE),
        ("ik wil niet stoppen", None, None),
        ("vergeet me niet", None, None),
        ("stop met mailen", "no_mail", Certainty.ALONE),
        ("stop mailing me", "no_mail", Certainty.ALONE),
        ("stop met mailen en appen", "stop", Certainty.ALONE),
        ("ik wil niet stoppen met mailen", None, None),
        ("open day", "meetings", Certainty.ALONE),
        ("Open all day.", None, None),
        ("De hele dag open", None, None),
        ("I work all day", None, None),
        ("can I come by", "human", Certainty.ALONE),
        ("When can I come by?", "meetings", Certainty.ALONE),
        ("Everybody may come in", None, None),
        ("mag ik langs komen", "human", Certainty.ALONE),
        ("wanneer kan ik langs komen", "meetings", Certainty.ALONE),
        ("Iedereen mag langs komen", None, None),
        ("", None, None),
    ],
)
def test_wish_is_heard_with_how_sure_it_is(
    text: str, wish: str | None, certainty: Certainty | None
) -> None:
    first = next(iter(hear(text).wishes), None)

    assert (first and first.name, first and first.certainty) == (wish, certainty)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("hoe veel tijd kost het", True),
        ("kan ik iets meenemen", True),
        ("ik ben benieuwd hoe dat gaat", True),
        ("kan koken", False),
        ("kan koken en schoonmaken", False),
        ("Wat Nou?", False),
        ("mag dat?", True),
        ("?", False),
    ],
)
def test_question_is_heard_without_its_mark(text: str, asks: bool) -> None:
    assert hear(text).asks is asks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bel 06 1234 5678", True),
        ("a@b.example", True),
        ("van 10.00 tot 12", False),
        ("wij zijn met 12", False),
    ],
)
def test_address_or_number_is_seen(text: str, found: bool) -> None:
    assert contact_in(text) is found


def test_words_that_say_nothing_are_left_out() -> None:
    assert telling("ik wil graag iets met het plantsoen") == ["plantsoen"]


def test_no_is_heard() -> None:
    assert (denies("I don't speak Dutch"), denies("Dutch please")) == (True, False)
