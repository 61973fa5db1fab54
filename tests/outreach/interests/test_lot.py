"""A lot is drawn once among those who stand, and gives the same order whoever draws it again."""

from collections.abc import Callable

import pytest

from outreach.interests.lot import Ranked, draw_lot, rank_of, ranking
from outreach.interests.own import own_interest, withdraw_interest
from outreach.opportunities.draw import digest_of, order_of, published_draw
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor

NADIA = Actor("staff", 1)
SCARCE = {"scheme": "Begroting, programma 4.", "scarce": "scarce", "division": "lot"}


@pytest.fixture
def go(waterdam: Store, strip: int) -> Callable[..., None]:
    """Move the green strip through states."""

    def run(*states: str) -> None:
        for state in states:
            waterdam.run(move_opportunity, NADIA, opportunity=strip, state=state)

    return run


@pytest.fixture
def scarce(waterdam: Store, strip: int, go: Callable[..., None]) -> int:
    """The green strip as a scarce subsidy that is divided by lot."""
    waterdam.run(set_facts, NADIA, opportunity=strip, arrangement="subsidy", checklist=SCARCE)
    go("closed", "open")
    return strip


def test_draws_once_among_those_who_stand_and_again_it_is_the_same(
    waterdam: Store, scarce: int, join: Callable[..., Actor], go: Callable[..., None]
) -> None:
    people = [join(name) for name in ("ada", "bob", "eve", "fay")]
    waterdam.run(withdraw_interest, people[1], interest=2)
    go("closed")

    drawn = waterdam.run(draw_lot, NADIA, opportunity=scarce)
    waterdam.run(withdraw_interest, people[0], interest=1)
    again = waterdam.run(draw_lot, NADIA, opportunity=scarce)

    assert drawn.entries == [1, 3, 4]
    assert again == drawn
    assert ranking(drawn) == [
        Ranked(place, number, drawn.entries[number - 1])
        for place, number in enumerate(order_of(drawn.seed, 3), 1)
    ]


def test_seed_is_public_once_it_was_drawn_and_is_the_one_that_was_sealed(
    waterdam: Store, scarce: int, join: Callable[..., Actor], go: Callable[..., None]
) -> None:
    join("ada")
    sealed = waterdam.look(published_draw, opportunity=scarce)
    go("closed")

    waterdam.run(draw_lot, NADIA, opportunity=scarce)

    shown = waterdam.look(published_draw, opportunity=scarce)
    assert sealed is not None
    assert shown is not None
    assert (sealed.seed, sealed.order, sealed.digest) == ("", [], shown.digest)
    assert digest_of(shown.seed) == sealed.digest
    assert shown.order == [1]


def test_nobody_draws_while_others_can_come_in(waterdam: Store, scarce: int) -> None:
    with pytest.raises(Refusal, match="refusal-lot-open"):
        waterdam.run(draw_lot, NADIA, opportunity=scarce)


def test_nothing_is_drawn_where_that_was_not_published(waterdam: Store, strip: int) -> None:
    with pytest.raises(Refusal, match="refusal-no-lot"):
        waterdam.run(draw_lot, NADIA, opportunity=strip)


def test_way_of_dividing_that_changed_ends_the_lot(
    waterdam: Store, scarce: int, go: Callable[..., None]
) -> None:
    waterdam.run(set_facts, NADIA, opportunity=scarce, checklist={"division": "arrival"})
    go("closed")

    with pytest.raises(Refusal, match="refusal-no-lot"):
        waterdam.run(draw_lot, NADIA, opportunity=scarce)


def test_empty_lot_is_drawn_too(waterdam: Store, scarce: int, go: Callable[..., None]) -> None:
    go("closed")

    assert ranking(waterdam.run(draw_lot, NADIA, opportunity=scarce)) == []


def test_party_reads_its_own_number_and_place(
    waterdam: Store, scarce: int, join: Callable[..., Actor], go: Callable[..., None]
) -> None:
    ada, bob = join("ada"), join("bob")
    before = waterdam.run(own_interest, ada, interest=1, language="nl").rank
    go("closed")

    drawn = waterdam.run(draw_lot, NADIA, opportunity=scarce)

    ranked = {each.interest: each for each in ranking(drawn)}
    assert before is None
    assert waterdam.run(own_interest, ada, interest=1, language="nl").rank == ranked[1]
    assert waterdam.run(own_interest, bob, interest=2, language="nl").rank == ranked[2]


def test_who_took_their_interest_back_before_has_no_place(
    waterdam: Store, scarce: int, join: Callable[..., Actor], go: Callable[..., None]
) -> None:
    join("ada")
    waterdam.run(withdraw_interest, join("bob"), interest=2)
    go("closed")

    waterdam.run(draw_lot, NADIA, opportunity=scarce)

    assert waterdam.look(lambda unit: rank_of(unit, opportunity=scarce, interest=2)) is None


def test_lot_that_is_chosen_on_a_public_record_is_sealed_at_once(
    waterdam: Store, strip: int, join: Callable[..., Actor], go: Callable[..., None]
) -> None:
    waterdam.run(set_facts, NADIA, opportunity=strip, arrangement="subsidy", checklist=SCARCE)
    sealed = waterdam.look(published_draw, opportunity=strip)
    join("ada")
    go("closed")

    drawn = waterdam.run(draw_lot, NADIA, opportunity=strip)

    assert sealed is not None
    assert (drawn.digest, drawn.entries) == (sealed.digest, [1])


def test_record_does_not_open_again_once_it_was_drawn(
    waterdam: Store, scarce: int, go: Callable[..., None]
) -> None:
    go("closed")
    waterdam.run(draw_lot, NADIA, opportunity=scarce)

    with pytest.raises(Refusal, match="refusal-lot-drawn"):
        go("open")
