"""In which language a text is written."""

import pytest

from bot.listening.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ik wil graag helpen met het park", "nl"),
        ("i want to help with the park", "en"),
        ("merhaba ben yardim istiyorum", "tr"),
        ("привіт", "uk"),
        ("wie ist das", "de"),
        ("qqq", None),
        ("", None),
    ],
)
def test_language_is_known_by_its_ordinary_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("verilerimi silin", "tr"),
        ("beni unutun", "tr"),
        ("mesaj istemiyorum", "tr"),
        ("yetkili istiyorum", "tr"),
        ("usun moje dane", "pl"),
        ("zapomnij o mnie", "pl"),
        ("nie chce wiadomosci", "pl"),
        ("meine Daten löschen", "de"),
        ("effacez mes données", "fr"),
        ("borra mis datos", "es"),
        # one word may be a name
        ("silin", None),
    ],
)
def test_language_of_what_is_most_urgent_is_known_without_letters_of_its_own(
    text: str, language: str | None
) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "wie beslist er?",
        "wie betaalt er?",
        "wie leest dit",
        "wie gaat daarover",
        "is er gereedschap?",
        "is dit anoniem",
        "is dat verplicht?",
        "ja dat klopt",
        "ja hoor",
        "ben jij er",
        "ben penningmeester",
        "pas morgen",
    ],
)
def test_dutch_with_a_word_that_others_have_too_is_no_other_language(text: str) -> None:
    assert language_of(text) in ("nl", None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("lütfen bana mesaj göndermeyin", "tr"),
        ("artık mesaj göndermeyin", "tr"),
        ("biriyle konuşabilir miyim", "tr"),
        ("usuńcie wszystko o mnie", "pl"),
        ("відпишіть мене", "uk"),
        ("توقفوا", "ar"),
        ("пожалуйста, остановитесь, мы просим вас", None),
        ("لطفاً پیام نفرستید", None),
        ("Gül Yıldız woont in de straat", None),
        ("Yıldız", None),
    ],
)
def test_language_is_known_by_letters_of_its_own(text: str, language: str | None) -> None:
    assert language_of(text) == language
