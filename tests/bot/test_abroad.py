"""Who writes a language in which no conversation is held is met in it, where it matters most."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import LanguageName, Texts
from tests.bot.conftest import Person

KNOWN = [LanguageName(code) for code in ("nl", "en")]
STOP = [
    ("tr", "artık mesaj istemiyorum lütfen"),
    ("pl", "proszę nie chcę więcej wiadomości"),
    ("ar", "لا أريد رسائل"),
    ("uk", "не пишіть мені більше"),
    ("en", "please stop texting me, i do not want this"),
]
ASKS_FOR = [
    ("tr", "bir yetkili ile konuşmak istiyorum", "human"),
    ("pl", "chcę rozmawiać z człowiekiem", "human"),
    ("ar", "أريد التحدث مع موظف", "human"),
    ("uk", "я хочу поговорити з людиною", "human"),
    ("tr", "verilerimi silin", "forget"),
    ("pl", "proszę usunąć moje dane", "forget"),
    ("pl", "usun moje dane", "forget"),
    ("en", "meine Daten löschen", "forget"),
    ("uk", "видаліть мої дані", "forget"),
]


@pytest.mark.parametrize(("language", "said"), STOP)
def test_stop_is_told_in_the_language_in_which_it_was_asked(
    language: str, said: str, person: Person, texts: Texts, told: Callable[..., str]
) -> None:
    person.say(said)

    first, *_ = person.text.split("\n\n")
    assert first == texts.text("abroad-stopped", language)
    assert person.last.tongues == ((0, language),)
    assert told("stop-keep") in person.text
    assert texts.text("abroad-nothing", language) in person.press("Alles uit")


@pytest.mark.parametrize(("language", "said", "wish"), ASKS_FOR)
def test_human_and_forgetting_are_explained_in_the_language_in_which_they_were_asked(
    language: str, said: str, wish: str, person: Person, texts: Texts
) -> None:
    person.say(said)

    assert texts.text(f"abroad-{wish}", language) in person.text


def test_what_came_of_it_is_told_in_that_language_too(
    person: Person, texts: Texts, rows: Callable[[str], list[Any]]
) -> None:
    person.say("chcę rozmawiać z człowiekiem")
    sent = person.say("Dzień dobry, chcę pomóc w ogrodzie")
    person.press("Nee")
    person.say("proszę usunąć moje dane")
    wiped = person.press("Ja, wis alles")

    assert "Wiadomość została wysłana." in sent
    assert texts.text("abroad-forgotten", "pl") in wiped
    assert rows("SELECT count(*) FROM person") == [(0,)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("tr", "Merhaba, yardım etmek istiyorum"),
        ("pl", "Dzień dobry, czy mówią państwo po polsku?"),
        ("ar", "مرحبا، هل تتكلمون العربية؟"),
        ("uk", "Добрий день, я хочу допомогти"),
        ("en", "guten tag, ich spreche kein niederländisch"),
    ],
)
def test_languages_to_go_on_in_are_offered_in_their_own(
    language: str, said: str, person: Person, texts: Texts
) -> None:
    person.say("menu")

    person.say(said)

    assert texts.text("abroad-choose", language, spoken=KNOWN) in person.text
    assert person.labels[:2] == ["Nederlands", "English"]


def test_language_that_was_picked_is_spoken_at_once(person: Person, texts: Texts) -> None:
    person.say("menu")
    person.say("Merhaba, yardım etmek istiyorum")

    person.press("English")

    assert texts.text("language-chosen", "en") in person.text
    assert texts.text("menu-pick", "en") in person.text


def test_somebody_new_is_greeted_in_the_language_of_their_app(person: Person, texts: Texts) -> None:
    person.say("/start", language="uk")

    assert person.text.startswith(texts.text("abroad-choose", "uk", spoken=KNOWN))
    assert "Hoi!" in person.text
    assert person.labels[:3] == ["Nederlands", "English", "Medewerker"]


def test_nobody_is_met_in_another_language_who_writes_the_one_that_is_spoken(
    person: Person,
) -> None:
    person.say("stuur mij geen berichten meer")

    assert person.last.tongues == ()
