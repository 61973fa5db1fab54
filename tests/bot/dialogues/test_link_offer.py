"""Where another channel is offered to go on in, and where it is not."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.delivery.account import keep_account
from outreach.delivery.channel import Abilities
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.accounts import connect_telegram
from tests.bot.conftest import Person
from tests.bot.dialogues.conftest import CODE
from tests.bot.dialogues.signing_up import sign_up


def test_whoever_speaks_in_telegram_already_is_not_sent_there(
    person: Person,
    phone: Person,
    connected: None,
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
) -> None:
    phone.say("ander kanaal")

    assert "t.me" not in phone.text


@pytest.mark.parametrize("handle", [True, False])
def test_end_of_an_interest_in_the_browser_offers_telegram_where_we_are_there(
    person: Person,
    kans: Callable[[str], int],
    waterdam: Store,
    rows: Callable[[str], list[Any]],
    handle: bool,
) -> None:
    if handle:
        connect_telegram(waterdam)

    sign_up(person, kans("01"))

    links = [f"https://t.me/waterdam_bot?start={code}" for (code,) in rows(CODE)]
    ways = [link.address for link in person.last.links]
    assert ways == ["https://waterdam.example/chat/bewaar"]
    assert ([link in person.text for link in links], "t.me" in person.text) == (
        [True] * handle,
        handle,
    )


def test_end_of_an_interest_in_telegram_offers_neither(
    phone: Person, kans: Callable[[str], int], connected: None, rows: Callable[[str], list[Any]]
) -> None:
    sign_up(phone, kans("01"))

    assert "t.me" not in phone.text
    assert phone.last.links == ()
    assert rows(CODE) == []


def test_link_at_the_end_of_an_interest_leads_the_same_person_into_telegram(
    person: Person,
    phone: Person,
    kans: Callable[[str], int],
    connected: None,
    rows: Callable[[str], list[Any]],
) -> None:
    sign_up(person, kans("01"))
    ((code,),) = rows(CODE)

    phone.enter(code=code)
    phone.press("Ja, dat ben ik")
    phone.say("mijn gegevens")

    assert "1 aanmelding" in phone.text


def test_every_other_channel_with_a_link_is_offered_by_its_own_name(
    person: Person, waterdam: Store, connected: None, rows: Callable[[str], list[Any]]
) -> None:
    can = Abilities(buttons=False, link="https://chat.example/{handle}/{code}")
    waterdam.run(keep_account, NOBODY, channel="chat", can=can, handle="waterdam")
    waterdam.run(keep_account, NOBODY, channel="mute", can=Abilities(buttons=False), handle="w")

    person.say("ander kanaal")

    ((code,),) = rows(CODE)
    offered = [
        line for line in person.text.split("\n") if "://" in line and "met deze link" in line
    ]
    assert offered == [
        f"Verder in chat gaat ook met deze link: https://chat.example/waterdam/{code}",
        f"Verder in Telegram gaat ook met deze link: https://t.me/waterdam_bot?start={code}",
    ]
