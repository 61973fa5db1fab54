"""Texts are filled in, fall back to Dutch, and write dates, money and lists correctly."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import parse
from fluent.syntax.ast import Message as Entry
from structlog.testing import capture_logs

from content.fluent import TextMissing, languages, sources
from content.message import Message, Option
from content.texts import LanguageName, Line, Money, Named, Texts

ISOLATED = "\u2068{}\u2069"


@pytest.fixture
def texts() -> Texts:
    return Texts(organisation="gemeente Waterdam", address="https://waterdam.example")


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> Texts:
    """Texts with two languages more, which know little yet."""
    of = {"fa": "language-direction = rtl\n", "cs": ""}
    little = "option = x\n    .yes = Tak\ntalk-step = ({ $now } / { $all })\n"
    for room in ("texts", "fluent"):
        monkeypatch.setattr(f"content.{room}.languages", lambda: ("nl", "en", "fa", "cs"))
    monkeypatch.setattr(
        "content.fluent.sources",
        lambda name: {"talk.ftl": little + of[name]} if name in of else sources(name),
    )
    return Texts(organisation="gemeente Waterdam", address="https://waterdam.example")


def test_languages_begin_with_dutch() -> None:
    assert languages() == ("nl", "en")


def test_text_is_filled_in_with_facts_and_with_what_holds_everywhere(texts: Texts) -> None:
    step = texts.text("talk-step", "en", now=2, all=3)
    hello = texts.text("talk-hello", "nl")
    page = texts.text("talk-hello", "nl", "page")

    assert step == "(step 2 of 3)"
    assert hello == "Hoi! Ik ben de automatische assistent van gemeente Waterdam, geen mens."
    assert page == "https://waterdam.example/privacy"


def test_attribute_is_a_text_of_its_own(texts: Texts) -> None:
    assert texts.text("option", "nl", "skip") == "Overslaan"
    assert texts.text("option", "en", "skip") == "Skip"


def test_text_that_a_language_lacks_is_dutch(foreign: Texts) -> None:
    options = [foreign.text("option", "cs", name) for name in ("yes", "no")]
    steps = [
        foreign.text("talk-step", language, now=1, all=3) for language in ("cs", "no-such-language")
    ]

    assert options == ["Tak", "Nee"]
    assert steps == ["(1 / 3)", "(stap 1 van 3)"]


def test_text_that_falls_back_writes_its_dates_in_dutch(foreign: Texts) -> None:
    shown = foreign.text("abroad-sent", "cs", answer_by=date(2026, 11, 12))

    assert shown == (
        "Je bericht is verstuurd. Een medewerker geeft hier antwoord, uiterlijk 12 november 2026."
    )


@pytest.mark.parametrize(
    ("key", "attribute"), [("no-such-key", None), ("option", "no-such-option")]
)
def test_text_that_no_language_has_is_missing(
    texts: Texts, key: str, attribute: str | None
) -> None:
    with pytest.raises(TextMissing) as missing:
        texts.text(key, "en", attribute)

    assert missing.value.args == (key, attribute)


def test_text_without_a_fact_it_needs_is_missing(texts: Texts) -> None:
    with pytest.raises(TextMissing, match="talk-step"):
        texts.text("talk-step", "nl", now=1)


def test_has_knows_keys_and_attributes(texts: Texts) -> None:
    asked = [
        ("option", None),
        ("option", "yes"),
        ("option", "maybe"),
        ("no-such-key", None),
        ("no-such-key", "yes"),
    ]

    assert [texts.has(key, attribute) for key, attribute in asked] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_message_has_a_label_for_each_option(texts: Texts) -> None:
    message = texts.message("opportunity-over", "nl", options=("answers", "others"))

    assert message == Message(
        texts.text("opportunity-over", "nl"),
        (Option("answers", "Wat anderen vroegen"), Option("others", "Andere kansen")),
    )


def test_attributes_are_given_all_at_once(texts: Texts) -> None:
    assert texts.attributes("option", "en") == {
        "yes": "Yes",
        "no": "No",
        "skip": "Skip",
        "remove": "Take away",
        "human": "A human",
        "menu": "Menu",
    }


def test_lines_stand_below_each_other(texts: Texts) -> None:
    lines = [Line("requirements-other", "Vlierlaan"), Line("requirements-open", ["geld", "bank"])]

    said = texts.text("requirements-done", "nl", met=1, all=3, lines=lines)

    assert said.splitlines()[1:] == [
        "Dit kan anders: Vlierlaan",
        "Hiernaar kijkt de gemeente nog: geld en bank",
    ]


def test_name_of_a_code_may_have_dashes(texts: Texts) -> None:
    assert texts.name("party", "residents_group", "nl") == "groep bewoners"
    assert texts.name("party", "residents_group", "en") == "residents' group"


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (date(2027, 1, 4), "4 januari 2027", "4 January 2027"),
        (datetime(2027, 1, 4, 13, 5, tzinfo=UTC), "4 januari 2027, 14:05", "4 January 2027, 14:05"),
        (datetime(2027, 1, 4, 22, 59, 59, tzinfo=UTC), "4 januari 2027", "4 January 2027"),
        (datetime(2027, 7, 4, 21, 59, 59, tzinfo=UTC), "4 juli 2027", "4 July 2027"),
        (datetime(2027, 7, 4, 22, 0, tzinfo=UTC), "5 juli 2027, 00:00", "5 July 2027, 00:00"),
        (Money(450_000), "€ 4.500", "€ 4,500"),
        (Money(450_050), "€ 4.500,50", "€ 4,500.50"),
        (Money(328_320_000), "€ 3.283.200", "€ 3,283,200"),
        (Money(0), "€ 0", "€ 0"),
        (Money(450_000, "GBP"), "£ 4.500", "£ 4,500"),
        (Named("theme", "afval"), "afval", "waste"),
        ([Named("contribution", "money")], "geld", "money"),
        (
            [Named("contribution", "money"), Named("contribution", "tools")],
            "geld en gereedschap",
            "money and tools",
        ),
        (("a", "b", date(2027, 1, 4)), "a, b en 4 januari 2027", "a, b and 4 January 2027"),
    ],
)
def test_value_is_written_as_people_do(
    texts: Texts, value: object, dutch: str, english: str
) -> None:
    shown = [texts.text("opportunity-brings", language, what=value) for language in ("nl", "en")]

    assert shown == [f"De gemeente helpt met: {dutch}.", f"The municipality helps with: {english}."]


def test_number_is_counted_and_grouped(texts: Texts) -> None:
    facts: dict[str, Any] = {"messages": 1, "interests": 12_000, "questions": 0}

    assert [texts.text("my_data-known", language, **facts) for language in ("nl", "en")] == [
        "Dit hebben we van je: 1 bericht, 12.000 aanmeldingen en 0 vragen.",
        "This is what we have of you: 1 message, 12,000 interests and 0 questions.",
    ]


def test_moment_is_told_in_the_zone_of_the_house() -> None:
    texts = Texts(
        ZoneInfo("America/Curacao"), organisation="Bonbini", address="https://bonbini.example"
    )

    shown = texts.text("fault-answers-past", "en", until=datetime(2027, 1, 4, 2, 30, tzinfo=UTC))

    assert (
        shown == "The last day to answer has passed: 3 January 2027, 22:30. Choose a new day first."
    )


def test_value_is_isolated_in_right_to_left_languages_only(foreign: Texts) -> None:
    shown = {
        name: foreign.text("talk-step", name, now="Sam", all="Noor")
        for name in ("nl", "en", "cs", "fa")
    }

    assert shown == {
        "nl": "(stap Sam van Noor)",
        "en": "(step Sam of Noor)",
        "cs": "(Sam / Noor)",
        "fa": f"({ISOLATED.format('Sam')} / {ISOLATED.format('Noor')})",
    }


def test_braces_in_a_value_stay_as_they_are(texts: Texts) -> None:
    assert texts.text("join-done", "nl", party="{ $organisation } { 1 ->") == (
        "Welkom! Je bent nu ook contactpersoon van “{ $organisation } { 1 ->”."
    )


LONG = "Wij zoeken buren { $die } helpen. \ue0000\ue000 " * 500


def filled(key: str, language: str) -> dict[str, object]:
    """Return the facts that a text takes, each far too long; numbers stay numbers."""
    source = "\n".join(sources(language).values())
    found = re.search(rf"^{re.escape(key)} =.*(?:\n(?:[ \t]+.*)?)*", source, re.MULTILINE)
    assert found is not None
    names, numbers = re.findall(r"\$(\w+)", found[0]), re.findall(r"NUMBER\(\s*\$(\w+)", found[0])
    return dict.fromkeys(names, LONG) | dict.fromkeys(numbers, 12.5)


def every_text() -> Iterator[tuple[str, str, str | None]]:
    """Every text there is: key, language and attribute."""
    for language in languages():
        for entry in parse("\n".join(sources(language).values())).body:
            if isinstance(entry, Entry):
                yield from (
                    (entry.id.name, language, attribute.id.name) for attribute in entry.attributes
                )
                if entry.value is not None:
                    yield entry.id.name, language, None


def test_every_text_takes_values_of_any_length() -> None:
    texts = Texts(organisation=LONG, address="https://waterdam.example")
    asked = list(every_text())

    told = [
        texts.text(key, language, attribute, **filled(key, language))
        for key, language, attribute in asked
    ]

    assert len(told) > 1_000
    assert all("\ue0001\ue000" not in text for text in told)


def test_long_values_stand_in_a_text_word_for_word(texts: Texts) -> None:
    shown = texts.text("question-like", "nl", question=LONG, answer="Kort \ue0000\ue000.")

    assert LONG in shown
    assert "Kort \ue0000\ue000." in shown


def test_long_value_is_isolated_in_right_to_left_languages(foreign: Texts) -> None:
    assert (
        foreign.text("talk-step", "fa", now=LONG, all=1)
        == f"({ISOLATED.format(LONG)} / {ISOLATED.format('1')})"
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), "onbekend"),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), "onbekend"),
        (date(9999, 12, 31), "31 december 9999"),
        (date(1, 1, 1), "1 januari 1"),
        (Named("theme", "no-such-theme"), "no-such-theme"),
        ([Named("theme", "groen"), Named("theme", "oud")], "groen en oud"),
        (Money(-(2**63), "ZZZ"), "-ZZZ 92.233.720.368.547.758,08"),
        (Money(5, "{x} ¤¤"), "{x} ¤¤ 0,05"),
        (LanguageName("../../x"), "../../x"),
        (LanguageName(""), ""),
        ([], ""),
        (2**63, "9.223.372.036.854.775.808"),
    ],
)
def test_any_value_of_the_store_is_shown(texts: Texts, value: object, shown: str) -> None:
    assert texts.text("page-value", "nl", value=value).replace("\xa0", " ") == shown


def test_value_without_words_is_logged_once(texts: Texts) -> None:
    far = datetime(9999, 12, 31, 23, 30, tzinfo=UTC)

    with capture_logs() as logged:
        shown = [texts.text("page-value", language, value=far) for language in ("nl", "en", "nl")]

    line = {
        "event": "value without words",
        "kind": "moment",
        "value": far.isoformat(),
        "log_level": "warning",
    }
    assert shown == ["onbekend", "unknown", "onbekend"]
    assert logged == [line]
