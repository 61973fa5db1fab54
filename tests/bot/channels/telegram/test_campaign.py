"""A campaign in a chat: it has a button, the button leads on, and a STOP ends it."""

from datetime import timedelta

import pytest

from content.texts import Texts
from outreach.campaigns.approve import approve
from outreach.campaigns.compose import Voice
from outreach.campaigns.draft import new_campaign
from outreach.campaigns.prepare import Terms
from outreach.delivery.channel import Abilities
from outreach.parties.consent import permit
from outreach.reports.campaigns import campaign_report, recipients
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.bot.channels.telegram.following import calm
from tests.bot.channels.telegram.town import TelegramTown, asked, presses, says
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.clock import Clock
from tests.conftest import LOUD

AGREED = 3


@pytest.fixture
async def people(telegram: TelegramTown, botapi: BotApi, waterdam: Store) -> list[User]:
    """Three people on Telegram who want news."""
    users = [botapi.user(name) for name in ("Fatma", "Bram", "Cees")]
    for person, user in enumerate(users, 1):
        await asked(user)
        await says(user, "menu")
        who = Actor("person", person, via="telegram")
        waterdam.run(permit, who, purpose="news", given=True, text="interest-news")
    return users


def push(store: Store, address: str) -> int:
    """Approve a campaign to everybody; it goes in a minute."""
    texts = Texts(organisation="Gemeente Waterdam", address=address)
    facts = {"email": "omar@waterdam.example", "name": "Omar", "role": "administrator"}
    omar = Actor("staff", store.run(add_staff, NOBODY, **facts))
    campaign = store.run(new_campaign, omar, opportunity=1, occasion="new", ours=texts)
    channels = {"telegram": Abilities(buttons=True, text_length=4096)}
    terms = Terms(Voice(texts, address), LOUD, channels, 2, 100, timedelta(minutes=1))
    assert approve(store, omar, campaign=campaign, terms=terms).people == AGREED
    return campaign


async def test_message_comes_once_and_its_button_leads_to_the_opportunity(
    people: list[User], telegram: TelegramTown, waterdam: Store, clock: Clock
) -> None:
    campaign = push(waterdam, telegram.address)
    before = [user.chat.sent for user in people]

    await calm(waterdam)
    clock.passes(minutes=2)
    for user, sent in zip(people, before, strict=True):
        await user.chat.until(sent + 1)
    fatma = people[0]
    said = fatma.reads()[-1]
    more = await presses(fatma, "Vertel meer")
    await says(fatma, "Ik doe mee")

    assert said.startswith("Hoi! Gemeente Waterdam zoekt mensen die willen meedoen.")
    assert "Geen berichten meer? Typ “stop” in je gesprek." in said
    assert "Strooi mee bij sneeuw en ijs" in more or "plantsoen" in more.lower()
    await calm(waterdam)
    (step,) = waterdam.look(campaign_report, campaign=campaign)
    assert (step.counts, step.seen, step.started) == ({"sent": AGREED}, 1, 1)
    assert [user.chat.sent - sent for user, sent in zip(people, before, strict=True)][1:] == [1, 1]


async def test_who_stops_or_blocks_in_time_hears_nothing_more(
    people: list[User], telegram: TelegramTown, waterdam: Store, clock: Clock, botapi: BotApi
) -> None:
    campaign = push(waterdam, telegram.address)
    fatma, bram, cees = people
    await says(fatma, "stop")
    bram.block()
    await botapi.calm()
    before = fatma.chat.sent

    await calm(waterdam)
    clock.passes(minutes=2)
    await cees.chat.until(cees.chat.sent + 1)
    await telegram.stop()

    assert fatma.chat.sent == before
    told = {
        one.person: (one.state, one.reason) for one in waterdam.look(recipients, campaign=campaign)
    }
    assert told[1] == ("stopped", "send-stopped")
    assert told[2] == ("gone", "send-address-gone")
    assert told[3][0] == "sent"
