"""Where our words in a place of others lead who follows them."""

from collections.abc import Callable
from typing import Any

import pytest

from content.message import Message
from outreach.delivery.delivery import plan_delivery
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.bot.venue import Group


@pytest.mark.parametrize(
    ("answered", "leads"), [(42, 1), (43, None), (None, None)], ids=["card", "other", "nothing"]
)
def test_answer_below_a_card_leads_to_what_it_is_about(
    group: Group, waterdam: Store, answered: int | None, leads: int | None
) -> None:
    group.tells("joined")
    waterdam.run(post_card, NOBODY, receipt="42")

    group.tells("addressed", message=7, answered=answered)

    query = "SELECT opportunity_id FROM trail JOIN code ON subject = trail.id WHERE code = ?"
    code = group.texts[-1].rpartition("=")[2]
    assert [
        waterdam.look(lambda unit: unit.connection.exec_driver_sql(query, (code,)).scalar_one())
    ] == [leads]


def post_card(unit: Unit, *, receipt: str) -> None:
    """Post a card about the first opportunity in the group, under the channel's number."""
    mailing = open_mailing(unit, kind=MailingKind.CARD, name="venue-card", opportunity=1)
    plan_delivery(unit, mailing=mailing, address=1, message=Message("Doe mee"), at=unit.now)
    unit.connection.exec_driver_sql(
        "UPDATE delivery SET state = 'sent', receipt = ? WHERE mailing_id = ?", (receipt, mailing)
    )


def test_person_who_comes_by_a_groups_own_link_counts_and_brings_the_interest_home(
    group: Group, trail_code: Callable[[], str], waterdam: Store, talk_with: Callable[..., Any]
) -> None:
    group.tells("joined")
    anna = talk_with(waterdam, "anna")

    anna.enter(code=trail_code())
    anna.press("Alles bekijken")
    anna.press("Een buurtbatterij voor de Schapenwaard")
    anna.press("Vertel meer")
    anna.press("Ik doe mee")
    for answer in ("alleen", "Anna", "Twee handen", "ja"):
        anna.say(answer)

    query = (
        "SELECT trail.seen, trail.started, interest.trail_id, person.trail_id FROM trail, "
        "interest, person"
    )
    rows = waterdam.look(
        lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)]
    )
    assert rows == [(1, 1, 1, 1)]
