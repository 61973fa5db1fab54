"""A campaign's text is shown to its readers, forgotten if asked, and emptied after its term."""

from collections.abc import Callable
from typing import Any

from outreach.campaigns.approve import Approved
from outreach.campaigns.look_after import look_after_steps
from outreach.privacy.forget import forget_me
from outreach.privacy.mydata import my_data
from outreach.privacy.retention import apply_retention
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.conftest import LOUD
from tests.outreach.campaigns.claiming import LATE, claim, settle


def test_person_is_shown_what_a_campaign_said_and_it_can_be_forgotten(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    person = met("fatma")
    approved()
    clock.passes(minutes=11)
    settle(waterdam, claim(waterdam))

    (row,) = waterdam.look(my_data, person=person)["delivery"]
    waterdam.run(forget_me, Actor("person", person))

    assert row["message"]["text"].startswith("Hoi! Gemeente Waterdam zoekt mensen")
    assert stored(waterdam, "SELECT count(*) FROM delivery") == [(0,)]


def test_retention_empties_the_texts_of_what_is_over(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
) -> None:
    met("fatma")
    approved()
    clock.passes(minutes=11)
    settle(waterdam, claim(waterdam))
    waterdam.run(look_after_steps, TICK, quiet=LOUD, late=LATE)
    terms = {
        "transcript_days": 30,
        "message_days": 90,
        "interest_months": 12,
        "undecided_months": 24,
        "meeting_days": 30,
    }

    waterdam.run(apply_retention, TICK, question_months=6, **terms)
    kept = stored(waterdam, "SELECT texts IS NULL FROM mailing")
    clock.passes(days=200)
    waterdam.run(apply_retention, TICK, question_months=6, **terms)

    assert [bool(*kept[0]), bool(*stored(waterdam, "SELECT texts IS NULL FROM mailing")[0])] == [
        False,
        True,
    ]
