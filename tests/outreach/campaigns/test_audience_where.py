"""Where somebody is asked: at one address, where they want news and can be reached."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.channels.email.channel import Email
from outreach.campaigns.approve import approve
from outreach.campaigns.prepare import Terms
from outreach.mailboxes.news import choose_news
from outreach.parties.consent import permit
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.mailing import confirmed_mailbox, left_mailbox
from tests.outreach.campaigns.joining import card


def test_one_person_gets_one_message_where_they_were_last(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    change: Callable[..., None],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    staff: dict[str, Actor],
) -> None:
    person = met("fatma")
    change(waterdam, "UPDATE address SET used_at = '2026-10-01 00:00:00+00:00'")
    other, _ = waterdam.run(meet, NOBODY, channel="telegram", external_id="77", language="nl")
    change(
        waterdam, f"UPDATE address SET person_id = {person}, news = true WHERE person_id = {other}"
    )
    campaign = drafted()

    approve(waterdam, staff["omar"], campaign=campaign, terms=terms)

    assert stored(waterdam, "SELECT person_id, channel FROM delivery") == [(person, "telegram")]


@pytest.mark.parametrize("confirmed", [True, False])
def test_who_chose_mail_is_written_to_there_once_and_nobody_else_is(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    staff: dict[str, Actor],
    *,
    confirmed: bool,
) -> None:
    mailed = replace(terms, channels=dict(terms.channels) | {"email": Email.can})
    fatma, ada = (Actor("person", met(name), via="web") for name in ("fatma", "ada"))
    confirmed_mailbox(waterdam, ada, "ada@example.org")
    (confirmed_mailbox if confirmed else left_mailbox)(waterdam, fatma, "fatma@example.org")
    waterdam.run(choose_news, fatma, where="mail", text="email-news")
    campaign = drafted()

    seen = card(waterdam, campaign, mailed)
    approve(waterdam, staff["omar"], campaign=campaign, terms=mailed, people=seen.people)

    rows = stored(waterdam, "SELECT person_id, channel FROM delivery WHERE rank = 3 ORDER BY 1")
    expected = [(ada.id, "web")] + ([(fatma.id, "email")] if confirmed else [])
    assert rows == sorted(expected)
    assert {group.channel: group.persons for group in seen.groups} == Counter(
        channel for _, channel in expected
    )
    assert seen.left_out == ({} if confirmed else {"no_consent": 1})


def test_consent_counts_for_its_channel_only(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    change: Callable[..., None],
) -> None:
    person = met("fatma", news=False)
    other, _ = waterdam.run(meet, NOBODY, channel="telegram", external_id="77", language="nl")
    waterdam.run(
        permit,
        Actor("person", other, via="telegram"),
        purpose="news",
        given=True,
        text="interest-news",
    )
    change(
        waterdam,
        f"UPDATE address SET person_id = {person}, used_at = NULL WHERE person_id = {other}",
    )

    seen = card(waterdam, drafted(languages=["nl"]), terms)

    assert [(group.channel, group.persons) for group in seen.groups] == [("telegram", 1)]
