"""Whatever is prepared of a decision, nobody outside learns of it before it is applied."""

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from outreach.exchange.ocds.exporting import public_package
from outreach.exchange.ocds.publisher import publisher_of
from outreach.interests.apply import approve_decision, call_off_decision
from outreach.interests.decision import write_letter
from outreach.interests.own import my_interests, own_interest
from outreach.interests.pencil import OUTCOMES, outcomes, pencil, rub_out
from outreach.interests.tell import Telling, Told
from outreach.privacy.file import person_file
from outreach.privacy.mydata import my_data
from outreach.refusal import Refusal
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.deciding import WHY, terms
from tests.people import number_of

ROUNDS, MOVES = 6, 25
NAMES = ("ada", "bob", "cem", "dee")
SENT = "SELECT id, state, message FROM delivery ORDER BY id"


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nobody_outside_learns_anything_before_and_everybody_all_of_it_after(
    waterdam: Store,
    strip: int,
    telling: Telling,
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    hear: Callable[[], dict[str, list[str]]],
    stored: Callable[[Store, str], list[tuple[Any, ...]]],
    seed: int,
) -> None:
    people = [join(name) for name in NAMES]
    move("closed")
    hear()
    publisher = publisher_of(Settings.demo(), telling.texts)

    def outside() -> list[Any]:
        """What residents and other systems can read."""
        own = [
            waterdam.run(own_interest, who, interest=number, language="nl")
            for number, who in enumerate(people, 1)
        ]
        files = [
            waterdam.look(rule, person=number_of(who))
            for who in people
            for rule in (my_data, person_file)
        ]
        cards = [waterdam.run(my_interests, who) for who in people]
        package = waterdam.look(public_package, publisher=publisher)
        return [own, files, cards, package, stored(waterdam, SENT)]

    before, chance = outside(), random.Random(seed)
    for _ in range(MOVES):
        _prepare(waterdam, strip, telling, chance)
        assert outside() == before
    _finish(waterdam, strip, telling, chance)

    heard = hear()
    rows = waterdam.look(outcomes, opportunity=strip)
    assert {name: len(texts) for name, texts in heard.items()} == dict.fromkeys(NAMES, 1)
    assert all(row.outcome in OUTCOMES and row.applied_at for row in rows)
    assert all(row.reason in heard[name][0] for row, name in zip(rows, NAMES, strict=True))


def _prepare(store: Store, strip: int, telling: Telling, chance: random.Random) -> None:
    """Do one thing of a colleague that chance picks; it may be refused."""
    interest, outcome = chance.randint(1, len(NAMES)), chance.choice(OUTCOMES)
    about: dict[str, Any] = {"opportunity": strip}
    asked: dict[str, Any] = {"interest": interest, "outcome": outcome, "reason": WHY[outcome]}
    letter: dict[str, Any] = {"outcome": outcome, "language": "nl", "text": "Dag %party%!"}
    deeds: list[tuple[Any, dict[str, Any]]] = [
        (pencil, asked),
        (pencil, asked | {"language": "en"}),
        (rub_out, {"interest": interest}),
        (write_letter, about | letter),
        (approve_decision, about | {"terms": terms(telling)}),
        (call_off_decision, about),
    ]
    rule, values = chance.choice(deeds)
    # an unready decision, a taken place: the next move may mend it
    with suppress(Refusal):
        store.run(rule, NADIA, **values)


def _finish(store: Store, strip: int, telling: Telling, chance: random.Random) -> None:
    """Give everybody an outcome, and apply it."""
    with suppress(Refusal):
        store.run(call_off_decision, NADIA, opportunity=strip)
    for interest in range(1, len(NAMES) + 1):
        outcome = "chosen" if interest == 1 else chance.choice(OUTCOMES)
        values: dict[str, Any] = {"interest": interest, "outcome": outcome}
        store.run(pencil, NADIA, **values, reason=WHY[outcome])
    now = terms(telling, minutes=0)
    store.run(approve_decision, NADIA, opportunity=strip, terms=now)
