"""What can be set, as the help lists it and as it is read: one table, in both languages."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.texts import Texts
from outreach.commands import fields
from outreach.commands.campaign import fields as campaign_fields
from outreach.commands.campaign.fields import read_campaign
from outreach.commands.terminal import Printer
from tests.outreach.commands.conftest import Shown

OPPORTUNITY, CAMPAIGN = ({**module.FIELDS, **module.DOTTED} for module in (fields, campaign_fields))
TERMINAL = Printer(Texts(), "nl", ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("command", "table"),
    [
        (("opportunities", "new"), OPPORTUNITY),
        (("opportunities", "set"), OPPORTUNITY),
        (("campaign", "new"), CAMPAIGN),
        (("campaign", "set"), CAMPAIGN),
    ],
)
def test_help_lists_every_field_by_both_names_with_what_it_takes(
    type_: Callable[..., Shown], command: tuple[str, str], table: dict[str, Any], language: str
) -> None:
    printer = Printer(Texts(), language, ZoneInfo("Europe/Amsterdam"))

    shown = " ".join(type_("--language", language, *command, "--help").out.split())

    for name, asked in table.items():
        assert all(
            " ".join(words.split()) in shown
            for words in (printer.heading(name), asked.taken(printer))
        ), name
        for under, takes in asked.under.items():
            assert f".1.{printer.heading(under)}" in shown, under
            assert " ".join(takes.taken(printer).split()) in shown, under


@pytest.mark.parametrize(
    ("pair", "facts"),
    [
        ("talen=nl,en", {"languages": ["nl", "en"]}),
        ("thema's=groen, Work", {"themes": ["groen", "werk"]}),
        ("soorten-partijen=Bewoner,firm", {"parties": ["resident", "firm"]}),
        ("partner=bekend", {"partner": "known"}),
        ("partner=new", {"partner": "new"}),
        ("partner=", {"partner": None}),
        ("na een storing=vasthouden", {"policy": "hold"}),
        ("reageerde eerder=nee", {"answered": False}),
        ("wanneer=1 februari 2027", {"at": datetime(2027, 1, 31, 23, tzinfo=UTC)}),
        ("wanneer=1-2-2027 9:30", {"at": datetime(2027, 2, 1, 8, 30, tzinfo=UTC)}),
        ("voorbij-op=1-2-2027", {"expires": datetime(2027, 2, 1, 22, 59, 59, tzinfo=UTC)}),
        ("herinnering (dagen vooraf)=3", {"remind": 3}),
        ("eerste=", {"first": None}),
        ("foto=", {"picture": ""}),
        ("tekst.nl=Hoi", {"texts": {"new": {"nl": "Hoi"}}}),
        (
            "herinnering.nl=Denk je er nog aan?",
            {"texts": {"reminder": {"nl": "Denk je er nog aan?"}}},
        ),
    ],
)
def test_a_campaign_takes_the_names_that_people_see(pair: str, facts: dict[str, Any]) -> None:
    assert read_campaign([pair], TERMINAL, "new") == facts


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_text_in_a_file_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "brief.txt").write_bytes("Eén kans".encode(encoding))

    facts = read_campaign([f"text.nl=@{tmp_path / 'brief.txt'}"], TERMINAL, "new")

    assert facts == {"texts": {"new": {"nl": "Eén kans"}}}
