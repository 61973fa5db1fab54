"""What is published of an opportunity answers a question, in plain words and with its source."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.answers import MOST_WORDS, told_of, unnamed_in
from content.texts import Texts
from outreach.interests.question import Answered
from outreach.opportunities.card import OpportunityPage, opportunity_page
from outreach.store.store import Store

ASKED = Answered(
    1, "Moeten we zelf een schep meenemen?", "Nee, die leen je.", datetime(2026, 11, 1, tzinfo=UTC)
)

Page = Callable[..., OpportunityPage]
Tell = Callable[..., str]


@pytest.fixture
def page(waterdam: Store, kans: Callable[[str], int]) -> Page:
    """`page("01", "nl")`: an opportunity of the samples."""
    return lambda number, language="nl": waterdam.look(
        opportunity_page, opportunity=kans(number), language=language
    )


@pytest.fixture
def answer(page: Page, texts: Texts) -> Tell:
    """`answer("01", text)`: what is said to a question."""

    def tell(number: str, text: str, language: str = "nl", given: tuple[Answered, ...] = ()) -> str:
        said = told_of(page(number, language), given, text)
        return "\n".join(texts.text(say.key, language, **say.facts) for say in said)

    return tell


@pytest.mark.parametrize(
    ("number", "text", "published"),
    [
        ("07", "wat is het uurtarief", "38 euro per uur"),
        ("07", "hoeveel krijg je per uur betaald?", "38 euro per uur"),
        ("02", "wat is er nodig?", "hoe je veilig met eten omgaat"),
        ("02", "wat heb ik nodig", "hoe je veilig met eten omgaat"),
        ("01", "waar is het precies?", "Lindenkom"),
        ("01", "tot wanneer kan ik reageren", "14 december 2026"),
        ("01", "hoe lang duurt het", "2 jaar"),
        ("01", "wanneer begint het?", "11 januari 2027"),
        ("01", "hoeveel tijd kost het per week", "een uur per week"),
        ("01", "krijgen we geld voor planten?", "€ 4.500"),
        ("01", "wie beslist over de bank?", "stemmen over de bank"),
        ("01", "ben ik verzekerd als ik val", "verzekering voor vrijwilligers"),
        ("01", "wat als ik ziek word", "een maand vooraf"),
        ("01", "moet ik zelf gereedschap meenemen?", "Je leent van ons"),
        ("01", "zit er een vergoeding aan vast", "geen vergoeding per uur"),
        ("01", "mag ik gif gebruiken?", "Gif is verboden."),
        ("01", "wie is de contactpersoon", "Nadia de Wit"),
        ("01", "wat doet de gemeente zelf?", "Rol van de gemeente"),
        ("01", "wat moet ik kunnen", "één vaste persoon"),
        ("01", "hoe groot is het?", "620 vierkante meter"),
        ("01", "kan ik ook alleen een deel doen", "De borders met bloemen"),
        ("06", "wie betaalt het dak?", "zoals het dak"),
        ("06", "wie mag de leiding hebben", "een bestuur van drie mensen"),
        ("06", "hoe kiezen jullie", "Of iedereen zich welkom voelt, ook wie er nu niet komt (35%)"),
        ("07", "moeten we samenwerken met anderen", "minstens één andere partij"),
        ("07", "is dit een aanbesteding?", "aankondigingen/WD-2026-07"),
        ("07", "wat voor contract krijgen we", "Vorm: contract"),
    ],
)
def test_question_is_answered_by_what_is_published(
    number: str, text: str, published: str, answer: Tell
) -> None:
    assert published in answer(number, text)


@pytest.mark.parametrize(
    ("number", "text", "published"),
    [
        ("07", "what is the hourly rate?", "38 euros an hour"),
        ("01", "do I need to bring my own tools", "You borrow a mower"),
        ("01", "until when can I respond?", "14 December 2026"),
        ("01", "how much time does it take", "an hour a week"),
        ("01", "are we insured?", "insurance for volunteers"),
    ],
)
def test_question_in_english_is_answered_in_english(
    number: str, text: str, published: str, answer: Tell
) -> None:
    assert published in answer(number, text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "mag mijn hond mee?",
        "is er een wc",
        "waar kan ik parkeren",
        "hoeveel mensen doen er al mee",
        "mogen wij er zwemmen",
        "is het leuk?",
        "moet ik een vog hebben?",
        "is een diploma verplicht",
        "?",
        "",
        "plantsoen",
    ],
)
def test_what_is_not_published_is_not_answered(text: str, answer: Tell) -> None:
    assert answer("01", text) == ""


@pytest.mark.parametrize(
    ("number", "text", "thing"),
    [
        ("01", "moet ik een vog hebben?", "vog"),
        ("01", "heb je een diploma nodig", "diploma"),
        ("01", "do I need a licence", "licence"),
        ("06", "moet je een bestuur hebben?", None),
        ("01", "wat heb ik nodig", None),
        ("01", "mag mijn hond mee?", None),
    ],
)
def test_thing_that_no_requirement_names_is_found(
    number: str, text: str, thing: str | None, page: Page
) -> None:
    assert unnamed_in(page(number), text) == thing


def test_answer_leads_to_its_source(page: Page, texts: Texts, kans: Callable[[str], int]) -> None:
    source = told_of(page("01"), (), "ben ik verzekerd?")[0]

    way = texts.text(source.key, "nl", "page", **source.facts)
    assert way == f"https://waterdam.example/kansen/{kans('01')}"


@pytest.mark.parametrize("text", ["krijgen we scheppen?", "is er gereedschap", "wat kan ik lenen"])
def test_same_question_in_other_words_gets_the_answer_that_was_given(
    text: str, answer: Tell
) -> None:
    assert "Antwoord: Nee, die leen je." in answer("01", text, given=(ASKED,))


def test_another_question_does_not_get_that_answer(answer: Tell) -> None:
    assert "Nee, die leen je" not in answer("01", "ben ik verzekerd?", given=(ASKED,))


def test_fact_that_is_not_known_is_left_out(page: Page, texts: Texts) -> None:
    unknown = replace(page("01"), duration="", arrangement="")

    said = told_of(unknown, (), "wanneer begint het?")
    form = told_of(unknown, (), "wat voor contract krijgen we")

    begins = next(say for say in said if say.key == "opportunity-when")
    assert texts.text(begins.key, "nl", **begins.facts).strip() == "Start: 11 januari 2027."
    assert "opportunity-form" not in [say.key for say in form]


def test_corrected_answer_is_called_so(page: Page) -> None:
    corrected = Answered(1, ASKED.text, ASKED.answer, ASKED.answered_at, ASKED.answered_at)

    said = told_of(page("01"), (corrected,), "is er gereedschap")

    assert [say.key for say in said[:2]] == ["question-like", "question-corrected"]


@pytest.mark.parametrize("number", ["02", "04", "07"])
def test_as_much_is_told_as_can_be_read_at_once(page: Page, number: str) -> None:
    said = told_of(page(number), (), "wat vragen jullie van ons")

    told = [len(str(say.facts["text"]).split()) for say in said if say.key == "answers-passage"]
    assert len(told) == 2
    assert sum(told) <= MOST_WORDS


def test_long_story_is_no_question_that_the_record_answers(answer: Tell) -> None:
    story = "planten bomen water gras bank pad lantaarn stoep maaier kruiwagen hek slot bij vogel"

    assert answer("01", story) == ""
