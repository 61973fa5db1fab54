"""The command line as a program: exit codes, streams, colours, and limited screens."""

import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from outreach.store.unit import Actor

ROOT = Path(__file__).parents[3]


PROGRAM = """
import sys
from outreach.commands.parts import Parts
from outreach.commands.line import run
nothing = lambda *a: None
sys.exit(run(Parts(serve=nothing, talk=nothing, channels=lambda *a: [])))
"""


def launch(
    folder: Path, *words: str | bytes, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a program of its own."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KANSENBODE_", "LC_"))
    }
    clean |= {
        "PYTHONPATH": str(ROOT),
        "KANSENBODE_DATA": str(folder),
        "LANG": "C.UTF-8",
    } | environment
    command = [sys.executable, "-c", PROGRAM, *words]
    return subprocess.run(command, env=clean, capture_output=True, check=False, timeout=60)


def test_a_program_gives_json_on_standard_output_and_nothing_else(folder: Path) -> None:
    done = launch(folder, "opportunities", "list", "--json")

    assert (done.returncode, done.stderr) == (0, b"")
    assert [row["id"] for row in orjson.loads(done.stdout)] == [8, 7, 6, 5, 4, 3, 2, 1]


def test_a_program_ends_with_code_1_where_it_failed(folder: Path) -> None:
    done = launch(folder, "opportunities", "close", "99")

    assert (done.returncode, done.stdout) == (1, b"")
    assert (
        done.stderr.decode() == "Nummer 99 bestaat niet. Kijk in de lijst welke nummers er zijn.\n"
    )


def test_a_program_takes_words_that_are_no_text(folder: Path) -> None:
    done = launch(folder, "opportunities", "show", b"\xff\xfe")

    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Traceback" not in done.stderr


def test_a_program_names_every_wrong_setting(folder: Path) -> None:
    done = launch(
        folder, "opportunities", "list", KANSENBODE_ZONE="Waterdam", KANSENBODE_FLAVOUR="red"
    )

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().splitlines() == [
        "KANSENBODE_FLAVOUR is geen instelling. Welke er zijn, staat in docs/settings.md.",
        (
            "KANSENBODE_ZONE klopt niet: “Waterdam”. Nodig is een tijdzone. "
            "Zo is het goed: KANSENBODE_ZONE=Europe/Amsterdam"
        ),
    ]


def test_a_program_writes_no_colours_where_they_are_not_wanted(folder: Path) -> None:
    coloured = launch(folder, "opportunities", "show", "1", FORCE_COLOR="1", TERM="xterm-256color")
    plain = launch(
        folder, "opportunities", "show", "1", FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1"
    )
    piped = launch(folder, "opportunities", "show", "1", TERM="xterm-256color")

    assert b"\x1b[1m" in coloured.stdout
    assert b"\x1b[3" not in plain.stdout
    assert b"\x1b" not in piped.stdout


def test_a_program_completes_commands_for_the_shell(folder: Path) -> None:
    done = launch(
        folder, _KANSENBODE_COMPLETE="complete_bash", COMP_WORDS="kansenbode opp", COMP_CWORD="1"
    )

    assert (done.returncode, done.stdout.split()) == (0, [b"opportunities"])


def test_a_program_whose_reader_left_ends_quietly(folder: Path) -> None:
    shell = f"'{sys.executable}' -c '{PROGRAM}' opportunities show 1 --json | true"
    clean = os.environ | {
        "PYTHONPATH": str(ROOT),
        "KANSENBODE_DATA": str(folder),
        "LANG": "C.UTF-8",
    }

    done = subprocess.run(
        ["bash", "-c", shell], env=clean, capture_output=True, check=False, timeout=60
    )

    assert (done.returncode, done.stderr) == (0, b"")


LISTINGS = [
    ("opportunities", "list"),
    ("opportunities", "show", "1"),
    ("interests", "list"),
    ("interests", "show", "1"),
    ("questions", "list"),
    ("questions", "show", "1"),
    ("venues", "list"),
    ("places", "list"),
    ("staff", "list"),
    ("campaign", "list"),
    ("--help",),
]


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
def test_a_program_shows_everything_on_a_screen_that_lacks_signs(
    folder: Path, fatima: Actor, encoding: str, title: bytes
) -> None:
    program = f"{PROGRAM.rpartition('sys.exit')[0]}parts = Parts(nothing, nothing, lambda *a: [])\n"
    typed = [("opportunities", "set", "--yes", "1", "title=Plantsoen 🌳 – €"), *LISTINGS]
    program += f"print([run(parts, words) for words in {typed!r}], file=sys.stderr)"
    clean = os.environ | {
        "PYTHONPATH": str(ROOT),
        "KANSENBODE_DATA": str(folder),
        "PYTHONIOENCODING": encoding,
    }

    done = subprocess.run(
        [sys.executable, "-c", program], env=clean, capture_output=True, check=False, timeout=120
    )

    assert done.stderr.decode().splitlines()[-1] == str([0] * len(typed))
    assert title in done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "ascii:strict"])
def test_a_program_gives_the_same_json_on_a_screen_that_lacks_signs(
    folder: Path, encoding: str
) -> None:
    launch(folder, "opportunities", "set", "--yes", "1", "title=Plantsoen 🌳 – €")

    done = launch(folder, "opportunities", "list", "--json", PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (0, b"")
    assert orjson.loads(done.stdout)[-1]["title"] == "Plantsoen 🌳 – €"
