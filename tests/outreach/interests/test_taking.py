from outreach.interests.interest import PartyDraft
from outreach.interests.own import withdraw_interest
from outreach.interests.taking import taking_part
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.interests.expressing import express, person

OTHERS = PartyDraft("residents_group", "De Overkant")


def test_those_count_who_did_not_leave(waterdam: Store, strip: int, ada: Actor) -> None:
    express(waterdam, ada, strip)
    bo = person(waterdam, "bo")
    left = express(waterdam, bo, strip, OTHERS).interest
    before = waterdam.look(taking_part, opportunity=strip, direction="informal")

    waterdam.run(withdraw_interest, bo, interest=left)

    after = waterdam.look(taking_part, opportunity=strip, direction="informal")
    assert (before, after) == (2, 1)


def test_nobody_hears_how_many_firms_compete(waterdam: Store, strip: int, ada: Actor) -> None:
    express(waterdam, ada, strip)

    seen = [
        waterdam.look(taking_part, opportunity=strip, direction=direction)
        for direction in ("informal", "formal", "combined")
    ]

    assert seen == [1, 0, 0]
