"""What is made of a text, at a question with choices and at one that takes any text."""

import pytest

from bot.listening.hearing import hear
from bot.listening.judging import (
    Awaited,
    Verdict,
    at_choice,
    at_open_question,
    certain_wish,
    otherwise,
    takes_back,
)


@pytest.mark.parametrize(
    ("text", "awaits", "verdict"),
    [
        ("De Schapen", "name", None),
        ("stichting Stop de Stilte", "name", None),
        ("Wat Nou?", "name", None),
        ("noem me maar Hope", "name", None),
        ("mevrouw De Mens", "name", None),
        ("Meneer Stoop", "name", None),
        ("wij kunnen water geven", "name", Verdict(tone="sentence")),
        ("wij kunnen water geven", "text", None),
        ("toch met een groep", "name", Verdict(tone="sentence")),
        ("Samen Sterk", "name", None),
        ("wat komt hierna?", "text", Verdict(tone="ahead")),
        ("hoeveel vragen komen er nog", "name", Verdict(tone="ahead")),
        ("zeg ik liever niet", "name", Verdict(tone="unknown")),
        ("stop@example.org", "reach", None),
        ("doe maar ada@example.org", "reach", None),
        ("hoi, ada@example.org", "reach", None),
        ("nee, stop@example.org", "reach", None),
        ("toch maar niet", "text", Verdict(do="cancel")),
        ("stop aub", "name", Verdict(do="stop")),
        ("stpo aub", "name", Verdict(guesses=("stop",))),
        ("vergeet mij nietjes", "name", Verdict(guesses=("forget",))),
        ("ik wil stoppen met roken", "text", Verdict(guesses=("stop",))),
        ("wat bedoel je?", "name", Verdict(tone="puzzled")),
        ("weet niet", "text", Verdict(tone="unknown")),
        ("ja", "text", Verdict(tone="yesno")),
        ("hoe veel tijd kost het", "text", Verdict(tone="question")),
        ("a@b.example", "name", Verdict(tone="contact")),
        ("mag het ook op a@b.example?", "reach", None),
        ("kan ik iemand spreken", "letter", None),
        ("wat bedoel je?", "letter", None),
        ("ik wil geen berichten meer", "letter", Verdict(do="stop")),
        ("geen mail meer", "letter", Verdict(do="no_mail")),
        ("ik doe de mail voor de groep", "text", None),
        ("bel me op 0612345678", "reach", None),
        ("laat iemand me bellen", "reach", Verdict(guesses=("human",))),
        ("Wil Stopman", "name", Verdict(guesses=("stop",))),
        ("geen idee wat jullie nodig hebben", "text", Verdict(tone="question")),
        ("mijn buurman vergeet alles", "text", Verdict(guesses=("forget",))),
    ],
)
def test_open_question(text: str, awaits: Awaited, verdict: Verdict | None) -> None:
    assert at_open_question(text, awaits=awaits) == verdict


@pytest.mark.parametrize("text", ["nee", "liever niet", "ik heb geen telefoon", "weet niet"])
def test_no_passes_over_a_question_that_may_be_skipped(text: str) -> None:
    assert at_open_question(text, ["skip"], awaits="reach") == Verdict(choose="skip")


def test_no_more_messages_is_no_passing_over() -> None:
    text = "nee, en ik wil helemaal geen berichten meer"

    assert at_open_question(text, ["skip"], awaits="reach") == Verdict(do="stop")


@pytest.mark.parametrize(
    ("text", "codes", "verdict"),
    [
        ("jaaaa", ["yes", "no"], Verdict(choose="yes")),
        ("dank u wel voor de uitleg", [], None),
        ("forget it, I do not want to sign up", [], Verdict(do="cancel")),
        ("ik wil wel helpen", ["join", "more"], Verdict(choose="join")),
        ("ik wil wel helpen", ["nearby"], Verdict(do="browse")),
        ("ja dat klopt", ["yes", "no"], Verdict(choose="yes")),
        ("ja maar de naam klopt niet", ["yes", "no"], Verdict(choose="no")),
        ("ja en mijn zus ook", ["yes", "no"], None),
        ("kan ik ook alleen meedoen?", ["join"], None),
        ("wis alles over mij en ook van mijn zus", [], Verdict(do="forget")),
        ("plantsoen", ["join"], None),
        ("ja leuk", ["join", "more"], Verdict(choose="join")),
        ("oke bedankt", ["join", "more"], None),
        ("nee laat maar", ["yes", "no"], Verdict(do="cancel")),
        ("laat zo maar staan", ["yes", "no"], Verdict(choose="yes")),
        ("usun moje dane", [], Verdict(do="forget")),
        # what is hard to take back is done only if nothing stands beside it
        ("ik wil stoppen met roken", ["join"], None),
        ("ik ben ziek, ik wil stoppen", ["join"], Verdict(do="stop")),
        ("wilt u a.u.b. mijn persoonsgegevens wissen", [], Verdict(do="forget")),
        # "not" in a question whether something may be turns nothing round
        ("kan er niet gewoon iemand bellen", [], Verdict(do="human")),
        ("ik hoef niemand te bellen", [], None),
    ],
)
def test_choice(text: str, codes: list[str], verdict: Verdict | None) -> None:
    assert at_choice(hear(text), codes) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Stop de tijd", Verdict(guesses=("stop",))),
        ("mag mijn hond mee?", Verdict(tone="question")),
        ("stomme bot", Verdict(tone="insult")),
        ("mijn nummer is 06 12345678", Verdict(tone="contact")),
        ("de lantaarnpaal in de straat is kapot", Verdict(tone="complaint")),
        ("ik wil een klacht indienen", Verdict(tone="complaint")),
        ("qqq", Verdict()),
        ("ik wil stoppen met roken", Verdict(guesses=("stop",))),
        ("verwijder het onkruid bij mij in de straat", Verdict(guesses=("forget",))),
    ],
)
def test_otherwise(text: str, verdict: Verdict) -> None:
    assert otherwise(hear(text), text) == verdict


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("ik wil geen berichten meer", "stop"),
        ("stop mailing me", "no_mail"),
        ("Stop de tijd", None),
        ("ik heb een vraag", None),
    ],
)
def test_only_what_is_urgent_and_alone_is_certain(text: str, wish: str | None) -> None:
    assert certain_wish(text) == wish


@pytest.mark.parametrize(
    ("text", "takes"),
    [("nee, laat maar", True), ("nee", False), ("nee, de naam klopt niet", False)],
)
def test_no_that_gives_up_all_of_it_is_told_apart(text: str, takes: bool) -> None:
    assert takes_back(text) is takes
