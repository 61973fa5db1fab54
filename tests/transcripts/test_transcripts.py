"""Roles of the trial, in both languages and on both channels, and what is stored of them.

What they meant stands here, so that no new text changes it.
"""

from pathlib import Path

import pytest

from tests.bot.channels.telegram.town import TelegramTown
from tests.botapi.server import BotApi
from tests.clock import Clock
from tests.transcripts.playing import HERE, Stage, keep, kept, moves_in

MEANT = {
    "fatma.nl.web": (
        "Nog geen naam · residents_group · wij kunnen water geven\nme man heeft een busje"
        " · None · [] · None · None · None · 0612345678 · new"
    ),
    "fatma.nl.telegram": (
        "Nog geen naam · residents_group · wij kunnen water geven\nme man heeft een busje"
        ' · 4 · ["borders"] · None · None · None · 0612345678 · new'
    ),
    "fatma.en.web": (
        "No name yet · residents_group · we can give water\nmy husband has a van"
        " · None · [] · None · None · None · 0612345678 · new"
    ),
    "fatma.en.telegram": (
        "No name yet · residents_group · we can give water\nmy husband has a van"
        ' · 4 · ["borders"] · None · None · None · 0612345678 · new'
    ),
    "treasurer.nl": (
        "Buurtkas Vlierlaan · residents_group · Wij wieden elke zaterdag en doen de boekhouding."
        ' · 12 · ["grass"] · Vlierlaan en Lindenstraat · hulp met de boekhouding'
        " · de school om de hoek · kas@vlierlaan.example · new"
    ),
    "treasurer.en": (
        "Vlierlaan Fund · residents_group · We weed every Saturday and keep the books."
        ' · 12 · ["grass"] · Vlierlaan and Lindenstraat · help with the books'
        " · the school around the corner · kas@vlierlaan.example · new"
    ),
    "receipt.nl": (
        "Anna · resident · Ik kan op zaterdag wieden.\nEn ik heb een kruiwagen."
        " · None · [] · None · None · None · None · withdrawn"
    ),
    "receipt.en": (
        "Anna · resident · I can weed on Saturdays.\nAnd I have a wheelbarrow."
        " · None · [] · None · None · None · None · withdrawn"
    ),
    "entrepreneur.nl.web": (
        "Thuis in de Wijk · social_enterprise · Twaalf mensen die schoonmaken, en een busje."
        " · None · [] · None · None · None · info@thuisindewijk.example · new"
    ),
    "entrepreneur.nl.telegram": (
        "Thuis in de Wijk · social_enterprise · Twaalf mensen die schoonmaken, en een busje."
        " · None · [] · None · None · None · None · new"
    ),
    "entrepreneur.en.web": (
        "At Home Here · social_enterprise · Twelve people who clean, and a van."
        " · None · [] · None · None · None · info@athomehere.example · new"
    ),
    "entrepreneur.en.telegram": (
        "At Home Here · social_enterprise · Twelve people who clean, and a van."
        " · None · [] · None · None · None · None · new"
    ),
}
"""What is stored of each at the end, by role, language and perhaps channel."""
ASKED = {
    "receipt.nl": "Mogen er ook kippen lopen?",
    "receipt.en": "May there be chickens too?",
}
"""What was asked of the municipality meanwhile, by role and language."""
COULD = {"entrepreneur": ["= requirements: fine · instead · unmet"]}
"""What each said that they can do of what is asked."""


@pytest.mark.parametrize("file", sorted(HERE.glob("*.txt")), ids=lambda file: file.stem)
async def test_conversation_runs_as_it_should_and_what_they_meant_is_stored(
    file: Path, telegram: TelegramTown, botapi: BotApi, clock: Clock, pytestconfig: pytest.Config
) -> None:
    role, language, channel = file.stem.split(".")
    meant = MEANT.get(file.stem) or MEANT[f"{role}.{language}"]
    contacts = 2 if role == "treasurer" else 1
    asked = [ASKED[f"{role}.{language}"]] if role == "receipt" else []
    stage = Stage(telegram, botapi, clock, language)

    told = await stage.play(moves_in(file), channel)

    if pytestconfig.getoption("--write-transcripts", default=False):
        keep(file, told)
    stored = [f"= interest: {meant}", f"= contacts: {contacts}"]
    stored += [f"= question: {text}" for text in asked]
    assert stage.stored() == stored + COULD.get(role, [])
    assert kept(file) == "\n".join(told).splitlines()
