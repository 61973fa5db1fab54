"""Every command accepts each name of each code that a command shows, in both languages."""

from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import typer

from content.fluent import languages
from content.texts import Texts
from outreach.commands import fields
from outreach.commands.campaign import fields as campaign_fields
from outreach.commands.items import FIELDS as ITEMS
from outreach.commands.line import command_line
from outreach.commands.parts import CommandLine
from outreach.commands.terminal import Printer
from tests.outreach.commands.conftest import Shown

NO_PARTS: Any = None
TERMINAL = Printer(Texts(), "nl", ZoneInfo("Europe/Amsterdam"))


def parameters(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every parameter of every command, under the words that lead to it."""
    command = command.whole() if hasattr(command, "whole") else command
    yield from (("-".join((*path, param.name)), param) for param in command.params)
    for name, under in getattr(command, "commands", {}).items():
        yield from parameters(under, (*path, name))


PARAMETERS = dict(parameters(command_line(TERMINAL)))
CODED = {name: param for name, param in PARAMETERS.items() if hasattr(param.callback, "codelist")}
TABLES = {"opportunities": fields.FIELDS, "campaign": campaign_fields.FIELDS, **ITEMS}
FIELDS = {
    f"{among}-{name}": asked
    for among, table in TABLES.items()
    for name, asked in table.items()
    if asked.codes
}


def named(codelist: str, among: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every word for every code of a list, with that code."""
    codes = among or TERMINAL.texts.codes(codelist)
    return [
        (word, code)
        for code in codes
        for word in (
            code,
            *(TERMINAL.texts.name(codelist, code, language) for language in languages()),
        )
    ]


@pytest.mark.parametrize("name", CODED)
def test_an_option_takes_each_name_that_is_shown(name: str) -> None:
    param = CODED[name]
    context = typer.Context(command_line(TERMINAL), obj=CommandLine(NO_PARTS, TERMINAL))

    for word, code in named(*param.callback.codelist):
        for typed in (word, word.upper(), f" {word.replace(' ', '-')} "):
            assert param.callback(context, param, typed) == code


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_takes_each_name_that_is_shown(name: str) -> None:
    asked = FIELDS[name]
    assert asked.codes is not None

    codelist, among = asked.codes
    for word, code in named(codelist, tuple(among)):
        assert asked.read(name, word, TERMINAL) in (code, [code])


def test_no_option_has_a_choice_of_words_that_nobody_sees() -> None:
    assert [
        name
        for name, param in PARAMETERS.items()
        if getattr(param.type_descriptor, "is_choice", False)
    ] == []


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("opportunities",),
        ("opportunities", "set"),
        ("campaign", "approve"),
        ("export",),
        ("places", "import"),
    ],
)
def test_help_holds_no_word_of_the_library_in_dutch(
    type_: Callable[..., Shown], words: tuple[str, ...]
) -> None:
    shown = type_(*words, "--help").out

    english = (
        "Usage",
        "required",
        "OPTIONS",
        "COMMAND",
        "ARGS",
        "<str>",
        "<int",
        "env var",
        "default",
        "<path>",
    )
    assert [word for word in english if word in shown] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("opportunities", "show", "1", "2"), "Dit is te veel: 2."),
        (("export", "--since", "gisteren"), "Geef bij --since een dag, zoals 31-12-2026."),
        (("today", "--limit", "0"), "Geef bij --limit een heel getal dat kan"),
        (("today", "--limit", "veel"), "Geef bij --limit een heel getal dat kan"),
        (("today", "--limit"), "De optie --limit mist een waarde."),
        (("opportunities", "show"), "Hier ontbreekt nog iets: KANS"),
        (("opportunities", "toon"), "Die opdracht is er niet. Kies uit: "),
        (("today", "--snel"), "De optie --snel bestaat niet."),
    ],
)
def test_what_is_not_understood_is_said_in_dutch(
    type_: Callable[..., Shown], words: tuple[str, ...], said: str
) -> None:
    shown = type_(*words)

    assert (shown.code, shown.err.startswith(said)) == (2, True), shown.err
    assert [
        word
        for word in ("Invalid", "Got", "unexpected", "requires", "Missing")
        if word in shown.err
    ] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("opportunities", "set", "1", "rol van de gemeente=opdrachtgever en facilitator"),
            (
                "“opdrachtgever en facilitator” ken ik niet. Kies uit: opdrachtgever, helper op "
                "de "
                "achtergrond, "
            ),
        ),
        (
            ("interests", "move", "3", "winnaar"),
            "Kies uit: nieuw, in gesprek, uitgenodigd, afgesproken, ",
        ),
        (("opportunities", "apply", "1"), "de kans is open. Wat wel kan: gesloten of ingetrokken"),
        (
            ("campaign", "new", "1", "--occasion", "feestje"),
            "Kies uit: nieuwe kans, herinnering of bedankje",
        ),
        (("campaign", "test-send", "1", "K7WM4QTX", "--step", "bedankje"), "Kies uit: herinnering"),
    ],
)
def test_a_refusal_names_what_can_be_chosen_as_people_see_it(
    type_: Callable[..., Shown], words: tuple[str, ...], said: str
) -> None:
    shown = type_(*words)

    assert shown.code != 0
    assert said in shown.err
