"""`kansenbode venues`, typed as staff type it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.outreach.commands.conftest import Shown

ADD = ("venues", "add", "Prikbord bibliotheek", "--kind", "notice_board")


def test_list_says_how_to_begin_where_there_is_nothing(type_: Callable[..., Shown]) -> None:
    assert type_("venues", "list").out == (
        "Er zijn nog geen plekken. Zet de bot in een groep, of voeg er een toe met: "
        "kansenbode "
        "venues add NAAM\n"
    )


def test_venue_is_added_and_listed(type_: Callable[..., Shown]) -> None:
    added = type_(*ADD, "--place", "Lindenkom", "--contact", "de balie", "--most-a-week", "3")
    shown = type_("venues", "list")

    assert added.out == "Prikbord bibliotheek staat erin, met de code prikbord-bibliotheek.\n"
    heading, _, row = (line for line in shown.out.splitlines() if line.strip())
    assert heading.split() == [
        "code",
        "naam",
        "soort",
        "stand",
        "plek",
        "kanaal",
        "taal",
        "hoogstens",
        "per",
        "week",
        "contact",
    ]
    assert row.split() == [
        "prikbord-bibliotheek",
        "Prikbord",
        "bibliotheek",
        "prikbord",
        "bevestigd",
        "Lindenkom",
        "–",
        "nl",
        "3",
        "de",
        "balie",
    ]


def test_language_of_a_venue_is_not_that_of_the_command_line(type_: Callable[..., Shown]) -> None:
    shown = type_("venues", "add", "School", "--language", "en")

    assert shown.out == "School staat erin, met de code school.\n"
    assert type_("venues", "list", "--json").json[0]["language"] == "en"


def test_help_says_that_a_contact_is_no_private_number(type_: Callable[..., Shown]) -> None:
    assert "Geen privénummer" in " ".join(
        type_("venues", "add", "--help").out.replace("│", " ").split()
    )


def test_post_without_a_bot_points_to_the_trail(type_: Callable[..., Shown]) -> None:
    type_(*ADD)

    assert type_("venues", "post", "prikbord-bibliotheek", "1").err == (
        "Op plek prikbord-bibliotheek kan geen bot iets plaatsen. Een link, een QR-code en een "
        "tekst krijg je met: "
        "kansenbode venues trail prikbord-bibliotheek KENMERK\n"
    )


def test_trail_gives_link_code_and_text(type_: Callable[..., Shown]) -> None:
    type_(*ADD)

    shown = type_("venues", "trail", "prikbord-bibliotheek", "WD-2026-01")
    laid = type_("venues", "trail", "prikbord-bibliotheek", "WD-2026-01", "--json").json[0]

    assert laid["link"] == f"http://127.0.0.1:8080/c/{laid['code']}"
    assert laid["text"] in shown.out
    assert laid["code"] in shown.out
    assert laid["text"] == (
        "Doe mee in de buurt: Zorg mee voor het plantsoen in de Lindenstraat\n\n"
        "De gemeente zoekt buren die samen het plantsoen in de Lindenstraat mooi houden. "
        "Gereedschap en geld voor "
        f"planten zijn er.\n\n{laid['text'].split(chr(10) * 2)[2]}\n\n"
        f"Lees meer en reageer hier: {laid['link']}\n\nEen bericht van Gemeente Waterdam. Je zit "
        f"nergens aan vast."
    )


def test_trail_draws_a_qr_code_in_a_file_and_on_standard_output(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    type_(*ADD)
    file = tmp_path / "poster.svg"

    shown = type_("venues", "trail", "prikbord-bibliotheek", "1", "--to", str(file))
    alone = type_("venues", "trail", "prikbord-bibliotheek", "1", "--to", "-")

    assert shown.out.endswith(f"De QR-code staat in {file}\n")
    assert file.read_text() == alone.out
    assert ElementTree.fromstring(alone.out.encode())[0].text == (
        "QR-code naar: Zorg mee voor het plantsoen in de Lindenstraat"
    )


def test_opportunity_shows_what_each_place_brought(
    type_: Callable[..., Shown], ask: Callable[..., list[tuple[Any, ...]]]
) -> None:
    type_(*ADD)
    type_("venues", "trail", "prikbord-bibliotheek", "1")

    shown = type_("opportunities", "show", "1")
    trails = type_("opportunities", "show", "1", "--json").json[0]["trails"]

    assert "Via welke plek" in shown.out
    assert "Prikbord bibliotheek   0        0          0           0" in shown.out
    assert trails == [
        {
            "venue": "prikbord-bibliotheek",
            "name": "Prikbord bibliotheek",
            "kind": "poster",
            "seen": 0,
            "started": 0,
            "expressed": 0,
            "agreed": 0,
        }
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("confirm", "kwijt"),
            "Er is geen plek met de code kwijt. Kijk in de lijst met: kansenbode venues list\n",
        ),
        (
            ("post", "kwijt", "1"),
            "Er is geen plek met de code kwijt. Kijk in de lijst met: kansenbode venues list\n",
        ),
        (
            ("post", "kwijt", "99"),
            "Nummer 99 bestaat niet. Kijk in de lijst welke nummers er zijn.\n",
        ),
        (("add", "\x1b"), "Dit is leeg. Schrijf er een tekst bij.\n"),
        (("add", "x", "--language", "xx"), "“xx” ken ik niet. Kies uit: Nederlands of Engels\n"),
    ],
)
def test_refusal_is_one_sentence_and_code_1(
    type_: Callable[..., Shown], words: tuple[str, ...], said: str
) -> None:
    shown = type_("venues", *words)

    assert (shown.code, shown.out, shown.err) == (1, "", said)


@pytest.mark.parametrize(
    "words", [("--kind", "krant"), ("--most-a-week", "0"), ("--most-a-week", "veel")]
)
def test_option_that_does_not_fit_is_not_understood(
    type_: Callable[..., Shown], words: tuple[str, str]
) -> None:
    shown = type_("venues", "add", "Brief", *words)

    assert (shown.code, shown.out) == (2, "")
    assert words[0] in shown.err


def test_venue_that_is_not_there_is_not_shown(type_: Callable[..., Shown]) -> None:
    assert type_("venues", "show", "kwijt").err == (
        "Er is geen plek met de code kwijt. Kijk in de lijst met: kansenbode venues list\n"
    )
