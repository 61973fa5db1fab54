"""The edge of the command line: exit codes, languages, colours, and never a stack trace."""

import io
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from importlib.metadata import version
from pathlib import Path
from socket import gaierror
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from content.texts import Texts
from outreach.commands import staff
from outreach.commands.help import spoken_language
from outreach.commands.line import command_line, run
from outreach.commands.terminal import Printer
from outreach.commands.trouble import sentence
from tests.content.sources import patterns
from tests.outreach.commands.conftest import Built, Shown

ROOT = Path(__file__).parents[3]


def coded(error: Exception, **codes: object) -> Exception:
    """An error as a driver raises it, with its code."""
    for name, code in codes.items():
        setattr(error, name, code)
    return error


def whole(command: Any) -> Any:
    """A command as it is once its module was loaded."""
    return command.whole() if hasattr(command, "whole") else command


def paths(command: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command, as the words that lead to it."""
    yield before
    for name, under in getattr(whole(command), "commands", {}).items():
        yield from paths(under, (*before, name))


COMMANDS = sorted(paths(command_line(Printer(Texts(), "nl"))))


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_explains_itself(
    type_: Callable[..., Shown], words: tuple[str, ...], language: str
) -> None:
    shown = type_("--language", language, *words, "--help")

    about = Texts().text("-".join(("commands-help", *words)), language)
    assert (shown.code, shown.err) == (0, "")
    assert "".join(about.split()) in "".join(shown.out.replace("│", "").split())
    assert "Show this message and exit" not in shown.out


def test_no_command_that_is_gone_is_explained() -> None:
    command, there = command_line(Printer(Texts(), "nl")), set[tuple[str, str | None]]()
    for words in COMMANDS:
        key = "-".join(("commands-help", *words))
        there |= {(key, None)} | {(key, named(param)) for param in _at(command, words).params}

    texts = {text for text in patterns("nl", "commands") if text[0].startswith("commands-help")}

    assert texts - there == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_parameter_has_a_text_in_every_language(language: str) -> None:
    command = command_line(Printer(Texts(), language))

    silent = [
        param.name for words in COMMANDS for param in _at(command, words).params if not param.help
    ]

    assert silent == []


def test_every_placeholder_of_a_value_stands_in_the_language_of_the_line() -> None:
    command = command_line(Printer(Texts(), "nl"))

    shown = {param.metavar for words in COMMANDS for param in _at(command, words).params}

    assert {"MAP", "BESTAND.svg", "AANTAL"} <= shown
    assert shown & {"FOLDER", "FILE", "FILE.svg", "PEOPLE", "MOST_A_WEEK", "REASON"} == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_that_may_stand_in_a_file_says_so(language: str) -> None:
    command, in_a_file = (
        command_line(Printer(Texts(), language)),
        ("text", "reason", "public_question"),
    )

    found = [
        param
        for words in COMMANDS
        for param in _at(command, words).params
        if param.name in in_a_file
    ]

    assert (len(found), [param.name for param in found if "@" not in param.help]) == (17, [])


def named(param: Any) -> str:
    """The attribute under which a parameter is explained."""
    return str(param.name).replace("_", "-")


def _at(command: Any, words: Iterable[str]) -> Any:
    for word in words:
        command = whole(command.commands[word])
    return command


def test_no_words_at_all_show_the_help_as_a_usage_fault(type_: Callable[..., Shown]) -> None:
    shown = type_()

    assert (shown.code, shown.err) == (2, "")
    assert "Kansenbode brengt kansen van de gemeente naar mensen in de buurt." in shown.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("opportunitys",), "Die opdracht is er niet. Bedoel je opportunities? Kies uit: "),
        (("opportunities", "list", "--colour"), "De optie --colour bestaat niet.\n"),
        (("opportunities", "list", "--jsn"), "De optie --jsn bestaat niet. Bedoel je --json?\n"),
        (
            ("interests", "mov"),
            "Die opdracht is er niet. Bedoel je move? Kies uit: list, plans, show",
        ),
        (("opportunities", "show"), "Hier ontbreekt nog iets: KANS\n"),
        (
            ("opportunities", "list", "--state", "ajar"),
            "Dit past niet bij --state. Kies uit: concept, in verkenning, open, gesloten, ",
        ),
        (("serve", "--port", "70000"), "Geef bij --port een heel getal dat kan, bijvoorbeeld 3.\n"),
    ],
)
def test_a_usage_fault_has_code_2_and_says_where_help_is(
    type_: Callable[..., Shown], words: tuple[str, ...], said: str
) -> None:
    shown = type_(*words)

    assert (shown.code, shown.out) == (2, "")
    assert shown.err.startswith(said)
    assert shown.err.endswith(" --help\n")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            PermissionError(13, "Permission denied", "/srv"),
            "This computer cannot do that: you may not go there: /srv",
        ),
        (
            coded(
                sqlite3.OperationalError("unable to open database file"),
                sqlite_errorname="SQLITE_CANTOPEN_ISDIR",
            ),
            "The database does not work: we cannot open the file. Look with: kansenbode doctor",
        ),
        (
            OperationalError(
                "SELECT secret", {}, coded(Exception("Key (x)=(06-1)"), sqlstate="53100")
            ),
            "The database does not work: the disk is full. Look with: kansenbode doctor",
        ),
        (
            OperationalError(
                "SELECT secret", {}, coded(Exception("Key (x)=(06-1)"), sqlstate="42P01")
            ),
            "The database does not work: 42P01. Look with: kansenbode doctor",
        ),
        (
            gaierror(-2, "Name or service not known"),
            "This computer cannot do that: that name of a computer is not known.",
        ),
        (OSError(121, "Remote I/O error"), "This computer cannot do that: EREMOTEIO."),
    ],
)
def test_an_error_of_the_surroundings_is_one_sentence(error: Exception, said: str) -> None:
    assert sentence(error, Printer(Texts(), "en")) == said


def test_an_error_that_nobody_foresaw_is_one_sentence_without_its_values(
    type_: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError("06-12345678")

    monkeypatch.setattr(staff, "desk", fail)
    shown = type_("staff", "list")

    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(
        "Er ging iets mis dat we niet hadden verwacht (LookupError, test_line.py:"
    )
    assert "06-12345678" not in shown.err


def test_ctrl_c_is_quiet(
    type_: Callable[..., Shown], built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(staff, "desk", interrupt)
    shown = type_("staff", "list")

    assert (shown.code, shown.out, shown.err) == (130, "", "")


@pytest.mark.parametrize(
    ("words", "lang", "language"),
    [
        (("list",), "C.UTF-8", "nl"),
        (("list",), "en_GB.UTF-8", "en"),
        (("list",), "fr_FR.UTF-8", "nl"),
        (("--language", "en", "list"), "C", "en"),
        (("--language=en", "list"), "C", "en"),
        (("--language", "xx", "list"), "en_GB", "nl"),
        (("--language",), "C", "nl"),
    ],
)
def test_the_language_is_chosen_else_the_systems_else_dutch(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], lang: str, language: str
) -> None:
    monkeypatch.setenv("LANG", lang)

    assert spoken_language(words) == language


# what a shell can hand over
WORD = st.characters(exclude_characters="\x00/~", exclude_categories=["Cs"])
ODD = st.text(WORD, max_size=60) | st.sampled_from(
    ["--json", "--data", "--as", "-", "--", "=", "@", "title=[red]x[/red]", "9" * 99]
)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.sampled_from(COMMANDS), more=st.lists(ODD, max_size=4))
def test_odd_words_end_in_a_sentence(
    folder: Path, built: Built, tmp_path: Path, words: tuple[str, ...], more: list[str]
) -> None:
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))

    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setenv("KANSENBODE_DATA", str(folder))
        patch.chdir(tmp_path)
        code = run(
            built.parts(),
            (*words, *more) if words != ("demo",) else ("demo", "--data", str(folder), *more),
        )

    shown, said = (stream.buffer.getvalue().decode() for stream in (out, err))
    assert code in (0, 1, 2)
    assert "Traceback" not in shown + said
    assert "niet hadden verwacht" not in said
    assert code == 0 or shown + said


def test_a_database_of_a_newer_program_is_left_alone(
    type_: Callable[..., Shown], folder: Path
) -> None:
    with closing(sqlite3.connect(folder / "kansenbode.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()

    shown = type_("opportunities", "list", "--json")

    assert (shown.code, shown.out) == (1, "")
    assert shown.err == (
        "Deze database is gemaakt door een nieuwere Kansenbode. Installeer die versie, of zet "
        "een "
        "oudere kopie terug.\n"
    )


@pytest.mark.parametrize(
    "words", [("--version",), ("--language", "en", "--version"), ("--version", "staff", "list")]
)
def test_version_is_said_before_anything_else(
    type_: Callable[..., Shown], words: tuple[str, ...]
) -> None:
    shown = type_(*words)

    assert (shown.code, shown.out, shown.err) == (0, f"Kansenbode {version('kansenbode')}\n", "")
