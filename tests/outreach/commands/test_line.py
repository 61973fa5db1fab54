"""The edge of the command line: exit codes, languages, colours, and never a stack trace."""

import io
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, redirect_stderr, redirect_stdout
from importlib.metadata import version
from pathlib import Path
from socket import gaierror

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from content.texts import Texts
from outreach.commands import staff
from outreach.commands.line import command_line, run
from outreach.commands.speech import spoken_language
from outreach.commands.terminal import Terminal
from outreach.commands.trouble import sentence

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from outreach.commands.parts import Parts
from outreach.commands.line import run
nothing = lambda *a: None
sys.exit(run(Parts(serve=nothing, talk=nothing, channels=lambda settings: [], abilities=lambda settings: {})))
"""


def launch(folder: Path, *words: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a program of its own."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("KANSENBODE_", "LC_"))}
    clean |= {"PYTHONPATH": str(ROOT), "KANSENBODE_DATA": str(folder), "LANG": "C.UTF-8"} | environment
    command = [sys.executable, "-c", PROGRAM, *words]
    return subprocess.run(command, env=clean, capture_output=True, check=False, timeout=60)


def coded(error, **codes):
    """An error as a driver raises it, with its code."""
    for name, code in codes.items():
        setattr(error, name, code)
    return error


def whole(command):
    """A command as it is once its module was loaded."""
    return command.whole() if hasattr(command, "whole") else command


def paths(command, before=()):
    """Every command, as the words that lead to it."""
    yield before
    for name, under in getattr(whole(command), "commands", {}).items():
        yield from paths(under, (*before, name))


COMMANDS = sorted(paths(command_line(Terminal(Texts(), "nl"))))


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_explains_itself(type_, words, language):
    shown = type_("--language", language, *words, "--help")

    about = Texts().text("-".join(("commands-help", *words)), language)
    assert (shown.code, shown.err) == (0, "")
    assert "".join(about.split()) in "".join(shown.out.replace("│", "").split())
    assert "Show this message and exit" not in shown.out


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_parameter_has_a_text_in_every_language(language):
    command = command_line(Terminal(Texts(), language))

    silent = [param.name for words in COMMANDS for param in _at(command, words).params if not param.help]

    assert silent == []


def _at(command, words):
    for word in words:
        command = whole(command.commands[word])
    return command


def test_no_words_at_all_show_the_help_as_a_usage_fault(type_):
    shown = type_()

    assert (shown.code, shown.err) == (2, "")
    assert "Kansenbode brengt kansen van de gemeente naar mensen in de buurt." in shown.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("opportunitys",), "Die opdracht is er niet. Bedoel je opportunities? Kies uit: "),
        (("opportunities", "list", "--colour"), "De optie --colour bestaat niet.\n"),
        (("opportunities", "list", "--jsn"), "De optie --jsn bestaat niet. Bedoel je --json?\n"),
        (("interests", "mov"), "Die opdracht is er niet. Bedoel je move? Kies uit: list, show"),
        (("opportunities", "show"), "Hier ontbreekt nog iets: KANS\n"),
        (
            ("opportunities", "list", "--state", "ajar"),
            "Dit past niet bij --state. Kies uit: concept, open, gesloten, ",
        ),
        (("serve", "--port", "70000"), "Geef bij --port een heel getal dat kan, bijvoorbeeld 3.\n"),
    ],
)
def test_a_usage_fault_has_code_2_and_says_where_help_is(type_, words, said):
    shown = type_(*words)

    assert (shown.code, shown.out) == (2, "")
    assert shown.err.startswith(said)
    assert shown.err.endswith(" --help\n")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied", "/srv"), "This computer cannot do that: you may not go there: /srv"),
        (
            coded(sqlite3.OperationalError("unable to open database file"), sqlite_errorname="SQLITE_CANTOPEN_ISDIR"),
            "The database does not work: we cannot open the file. Look with: kansenbode doctor",
        ),
        (OperationalError("SELECT secret", {}, coded(Exception("Key (x)=(06-1)"), sqlstate="53100")),
         "The database does not work: the disk is full. Look with: kansenbode doctor"),
        (OperationalError("SELECT secret", {}, coded(Exception("Key (x)=(06-1)"), sqlstate="42P01")),
         "The database does not work: 42P01. Look with: kansenbode doctor"),
        (gaierror(-2, "Name or service not known"),
         "This computer cannot do that: that name of a computer is not known."),
        (OSError(121, "Remote I/O error"), "This computer cannot do that: EREMOTEIO."),
    ],
)  # fmt: skip
def test_an_error_of_the_surroundings_is_one_sentence(error, said):
    assert sentence(error, Terminal(Texts(), "en")) == said


def test_an_error_that_nobody_foresaw_is_one_sentence_without_its_values(type_, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise LookupError("06-12345678")

    monkeypatch.setattr(staff, "desk", fail)
    shown = type_("staff", "list")

    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith("Er ging iets mis dat we niet hadden verwacht (LookupError, test_line.py:")
    assert "06-12345678" not in shown.err


def test_ctrl_c_is_quiet(type_, built, monkeypatch):
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
def test_the_language_is_chosen_else_the_systems_else_dutch(monkeypatch, words, lang, language):
    monkeypatch.setenv("LANG", lang)

    assert spoken_language(words) == language


WORD = st.characters(exclude_characters="\x00/~", exclude_categories=["Cs"])  # what a shell can hand over
ODD = st.text(WORD, max_size=60) | st.sampled_from(
    ["--json", "--data", "--as", "-", "--", "=", "@", "title=[red]x[/red]", "9" * 99]
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.sampled_from(COMMANDS), more=st.lists(ODD, max_size=4))
def test_odd_words_end_in_a_sentence(folder, built, tmp_path, words, more):
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))

    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setenv("KANSENBODE_DATA", str(folder))
        patch.chdir(tmp_path)
        code = run(built.parts(), (*words, *more) if words != ("demo",) else ("demo", "--data", str(folder), *more))

    shown, said = (stream.buffer.getvalue().decode() for stream in (out, err))
    assert code in (0, 1, 2)
    assert "Traceback" not in shown + said
    assert "niet hadden verwacht" not in said
    assert code == 0 or shown + said


def test_a_database_of_a_newer_program_is_left_alone(type_, folder):
    with closing(sqlite3.connect(folder / "kansenbode.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()

    shown = type_("opportunities", "list", "--json")

    assert (shown.code, shown.out) == (1, "")
    assert shown.err == (
        "Deze database is gemaakt door een nieuwere Kansenbode. Installeer die versie, of zet een oudere kopie terug.\n"
    )


def test_a_program_gives_json_on_standard_output_and_nothing_else(folder):
    done = launch(folder, "opportunities", "list", "--json")

    assert (done.returncode, done.stderr) == (0, b"")
    assert [row["id"] for row in orjson.loads(done.stdout)] == [8, 7, 6, 5, 4, 3, 2, 1]


def test_a_program_ends_with_code_1_where_it_failed(folder):
    done = launch(folder, "opportunities", "close", "99")

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == "Nummer 99 bestaat niet. Kijk in de lijst welke nummers er zijn.\n"


def test_a_program_takes_words_that_are_no_text(folder):
    done = launch(folder, "opportunities", "show", b"\xff\xfe")

    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Traceback" not in done.stderr


def test_a_program_names_every_wrong_setting(folder):
    done = launch(folder, "opportunities", "list", KANSENBODE_ZONE="Waterdam", KANSENBODE_COLOUR="red")

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().splitlines() == [
        "KANSENBODE_COLOUR is geen instelling. Welke er zijn, staat in docs/settings.md.",
        (
            "KANSENBODE_ZONE klopt niet: “Waterdam”. Nodig is een tijdzone. "
            "Zo is het goed: KANSENBODE_ZONE=Europe/Amsterdam"
        ),
    ]


def test_a_program_writes_no_colours_where_they_are_not_wanted(folder):
    coloured = launch(folder, "opportunities", "show", "1", FORCE_COLOR="1", TERM="xterm-256color")
    plain = launch(folder, "opportunities", "show", "1", FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1")
    piped = launch(folder, "opportunities", "show", "1", TERM="xterm-256color")

    assert b"\x1b[1m" in coloured.stdout
    assert b"\x1b[3" not in plain.stdout
    assert b"\x1b" not in piped.stdout


def test_a_program_completes_commands_for_the_shell(folder):
    done = launch(folder, _KANSENBODE_COMPLETE="complete_bash", COMP_WORDS="kansenbode opp", COMP_CWORD="1")

    assert (done.returncode, done.stdout.split()) == (0, [b"opportunities"])


def test_a_program_whose_reader_left_ends_quietly(folder):
    shell = f"'{sys.executable}' -c '{PROGRAM}' opportunities show 1 --json | true"
    clean = os.environ | {"PYTHONPATH": str(ROOT), "KANSENBODE_DATA": str(folder), "LANG": "C.UTF-8"}

    done = subprocess.run(["bash", "-c", shell], env=clean, capture_output=True, check=False, timeout=60)

    assert (done.returncode, done.stderr) == (0, b"")


LISTINGS = [
    ("opportunities", "list"), ("opportunities", "show", "1"), ("interests", "list"), ("interests", "show", "1"),
    ("questions", "list"), ("questions", "show", "1"), ("venues", "list"), ("places", "list"), ("staff", "list"),
    ("campaign", "list"), ("--help",),
]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("latin-1", b"Plantsoen ? - EUR"),
        ("ascii", b"Plantsoen ? - EUR"),
        ("ascii:strict", b"Plantsoen ? - EUR"),
        ("cp1252", b"Plantsoen ? \x96 \x80"),
        ("utf-8", "Plantsoen 🌳 – €".encode()),
    ],
)
def test_a_program_shows_everything_on_a_screen_that_lacks_signs(folder, fatima, encoding, title):
    program = f"{PROGRAM.rpartition('sys.exit')[0]}parts = Parts(nothing, nothing, lambda s: [], lambda s: {{}})\n"
    typed = [("opportunities", "set", "--yes", "1", "title=Plantsoen 🌳 – €"), *LISTINGS]
    program += f"print([run(parts, words) for words in {typed!r}], file=sys.stderr)"
    clean = os.environ | {"PYTHONPATH": str(ROOT), "KANSENBODE_DATA": str(folder), "PYTHONIOENCODING": encoding}

    done = subprocess.run([sys.executable, "-c", program], env=clean, capture_output=True, check=False, timeout=120)

    assert done.stderr.decode().splitlines()[-1] == str([0] * len(typed))
    assert title in done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "ascii:strict"])
def test_a_program_gives_the_same_json_on_a_screen_that_lacks_signs(folder, encoding):
    launch(folder, "opportunities", "set", "--yes", "1", "title=Plantsoen 🌳 – €")

    done = launch(folder, "opportunities", "list", "--json", PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (0, b"")
    assert orjson.loads(done.stdout)[-1]["title"] == "Plantsoen 🌳 – €"


@pytest.mark.parametrize("words", [("--version",), ("--language", "en", "--version"), ("--version", "staff", "list")])
def test_version_is_said_before_anything_else(type_, words):
    shown = type_(*words)

    assert (shown.code, shown.out, shown.err) == (0, f"Kansenbode {version('kansenbode')}\n", "")
