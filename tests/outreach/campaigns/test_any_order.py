"""Claims, looks and actions in random order: nothing is handed over that must not be."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from outreach.campaigns.approve import Approved
from outreach.campaigns.claim import (
    check_campaigns,
)
from outreach.campaigns.prepare import Terms
from outreach.campaigns.resume import resume_campaign
from outreach.campaigns.steer import pause_campaign
from outreach.delivery.delivery import DeliveryState, Outgoing
from outreach.delivery.results import Result, record_results
from outreach.parties.consent import permit, start, stop
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.clock import Clock
from tests.outreach.campaigns.claiming import claim

ROUNDS, MOVES = 25, 400


@pytest.mark.sqlite
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_is_handed_over_after_a_stop_a_pause_or_a_cancel(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    clock: Clock,
    seed: int,
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    terms: Terms,
) -> None:
    """R4: 25 rounds of 400 moves: claims, checks and deeds in an order that chance decides."""
    chance = random.Random(seed)
    people = {f"p{number}": met(f"p{number}") for number in range(12)}
    campaign, _ = approved()
    clock.passes(minutes=11)
    stopped: set[str] = set()
    held: list[Outgoing] = []
    handed: list[Any] = []
    wrong: list[Any] = []
    paused = False

    def hand_over() -> None:
        chunk, held[:] = held[:3], held[3:]
        ended = waterdam.look(check_campaigns, [out.id for out in chunk])
        waterdam.run(record_results, TICK, results=list(ended.values()))
        for out in chunk:
            if out.id not in ended:
                handed.append(out)
                wrong.extend([out.external_id] if out.external_id in stopped or paused else [])

    for _ in range(MOVES):
        name = chance.choice(sorted(people))
        match chance.randrange(9):
            case 0 | 1:
                held += claim(waterdam, room={"web": 4, "telegram": 4})
            case 2 | 3:
                hand_over()
            case 4:
                waterdam.run(stop, Actor("person", people[name]))
                stopped.add(name)
            case 5 if chance.random() < 0.3:
                waterdam.run(start, Actor("person", people[name]))
                waterdam.run(
                    permit,
                    Actor("person", people[name], via="web"),
                    purpose="news",
                    given=True,
                    text="interest-news",
                )
                stopped.discard(name)
            case 6 if not paused:
                waterdam.run(pause_campaign, TICK, campaign=campaign)
                paused = True
            case 7 if paused:
                waterdam.run(resume_campaign, TICK, campaign=campaign, terms=terms)
                paused = False
            case 8:
                results = [
                    Result(out.id, out.address, DeliveryState(chance.choice(["sent", "planned"])))
                    for out in handed
                ]
                waterdam.run(record_results, TICK, results=results)
                handed.clear()
        clock.passes(seconds=1)

    assert wrong == []
