"""Roles of the trial, in both languages and on both channels, and what is stored of them.

What they meant stands here, so that no new text changes it.
"""

from pathlib import Path

import pytest

from outreach.meetings.samples import add_sample_meetings
from outreach.store.unit import NOBODY
from tests.bot.channels.telegram.town import TelegramTown
from tests.botapi.server import BotApi
from tests.clock import Clock
from tests.exploring import explore_draft
from tests.outreach.meetings.meeting_at import TELLING
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
    "chosen.nl": (
        "Anna · resident · Ik kan op zaterdag wieden."
        " · None · [] · None · None · None · None · withdrawn"
    ),
    "chosen.en": (
        "Anna · resident · I can weed on Saturdays."
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
    "planners.nl": (
        "De buren · residents_group · Wij koken elke week."
        " · None · [] · None · None · None · None · invited"
    ),
    "planners.en": (
        "The neighbours · residents_group · We cook every week."
        " · None · [] · None · None · None · None · invited"
    ),
}
"""What is stored of each at the end, by role, language and perhaps channel."""
ASKED = {
    "receipt.nl": "Mogen er ook kippen lopen?",
    "receipt.en": "May there be chickens too?",
    "candidate.nl": "Wij zijn de tennisclub. Wij willen op die grond een padelbaan maken.",
    "candidate.en": "We are the tennis club. We want to make a padel court on that land.",
    "thinker.nl": "Een oplaadpunt voor de accu.",
    "thinker.en": "A place to charge the battery.",
}
"""What was asked of the municipality meanwhile, by role and language."""
COULD = {"entrepreneur": ["= requirements: fine · instead · unmet"]}
"""What each said that they can do of what is asked."""
PLANNED = {
    "planners.nl": (
        "Elke dag open, met koffie en een spelmiddag.\nOok op zondag soep. · Tien buren."
        " · Vanaf april. · tweeduizend euro voor de keuken · 200000 · Een sleutel."
        " · Iedereen mag binnen, wie stopt zoekt een ander."
    ),
    "planners.en": (
        "Open every day, with coffee and games.\nSoup on Sundays too. · Ten neighbours."
        " · From April. · two thousand euros for the kitchen · 200000"
        " · We need a key. · It is open to all, and two of us hold the keys."
    ),
}
"""The plan that is sent in, by role and language."""
COMES = {
    "visitor": ["= attendance: 2 · een tolk"],
    "visitor.en": ["= attendance: 2 · a hearing loop"],
}
"""Who comes to a meeting at the end, by role or by role and language; they left another one."""
CONTACTS = {"treasurer": 2, "planners": 2}
"""Contact persons of a party, if there is more than one."""


@pytest.mark.parametrize("file", sorted(HERE.glob("*.txt")), ids=lambda file: file.stem)
async def test_conversation_runs_as_it_should_and_what_they_meant_is_stored(
    file: Path, telegram: TelegramTown, botapi: BotApi, clock: Clock, pytestconfig: pytest.Config
) -> None:
    role, language, channel = file.stem.split(".")
    meant = MEANT.get(file.stem) or MEANT.get(f"{role}.{language}")
    contacts, plan = CONTACTS.get(role, int(meant is not None)), PLANNED.get(f"{role}.{language}")
    asked = [text for key, text in ASKED.items() if key == f"{role}.{language}"]
    stage = Stage(telegram, botapi, clock, language)

    if role in COMES:
        telegram.store.run(add_sample_meetings, NOBODY, telling=TELLING)
    if role == "thinker":
        explore_draft(telegram.store)
    told = await stage.play(moves_in(file), channel)

    if pytestconfig.getoption("--write-transcripts", default=False):
        keep(file, told)
    stored = [f"= interest: {meant}"] if meant else []
    stored += [f"= contacts: {contacts}"]
    stored += [f"= question: {text}" for text in asked]
    stored += [f"= plan: {plan}"] if plan else []
    stored += COMES.get(f"{role}.{language}", COMES.get(role, []))
    assert stage.stored() == stored + COULD.get(role, [])
    assert kept(file) == "\n".join(told).splitlines()
