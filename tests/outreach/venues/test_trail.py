"""A trail shows which place brought which people; a guesser learns nothing from it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from outreach.parties.person import meet
from outreach.store.codes import Meaning, make_code
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.trail import (
    MOST_GUESSES,
    UNDER_ATTACK,
    Followed,
    count_view,
    follow_trail,
    guess_code,
    lay_trail,
    share_trail,
)
from tests.clock import Clock


def met(store: Store, name: str) -> tuple[int, int]:
    return store.run(meet, NOBODY, channel="web", external_id=name, language="nl")


def test_trail_leads_to_its_opportunity(waterdam: Store, strip: int) -> None:
    code = waterdam.run(lay_trail, NOBODY, opportunity=strip, kind="poster")

    assert waterdam.look(follow_trail, code=f" {code.lower()} ") == Followed(
        1, strip, "opportunity"
    )


def test_every_poster_has_a_trail_of_its_own(waterdam: Store, strip: int) -> None:
    codes = {waterdam.run(lay_trail, NOBODY, opportunity=strip, kind="poster") for _ in range(3)}

    assert len(codes) == 3


def test_person_shares_by_one_trail_for_each_opportunity(waterdam: Store, strip: int) -> None:
    ada, bob = (Actor("person", met(waterdam, name)[0]) for name in ("ada", "bob"))

    codes = [waterdam.run(share_trail, who, opportunity=strip) for who in (ada, ada, bob)]
    other = waterdam.run(share_trail, ada, opportunity=strip + 1)

    assert codes[0] == codes[1]
    assert len({*codes, other}) == 3


@pytest.mark.parametrize("code", ["ZZZZ9999", "", "' OR 1=1", "\ud800", "x" * 10_000])
def test_unknown_code_leads_nowhere(waterdam: Store, code: str) -> None:
    assert waterdam.look(follow_trail, code=code) is None


def test_code_of_another_kind_leads_nowhere(waterdam: Store) -> None:
    code = waterdam.run(make_code, NOBODY, "reference", 1)

    assert waterdam.look(follow_trail, code=code) is None


def test_views_are_counted(waterdam: Store, strip: int) -> None:
    waterdam.run(lay_trail, NOBODY, opportunity=strip, kind="poster")

    for trail in (1, 1, 99):
        waterdam.run(count_view, NOBODY, trail=trail)

    query = "SELECT seen FROM trail"
    assert waterdam.look(lambda unit: unit.connection.exec_driver_sql(query).scalars().all()) == [2]


def test_guesser_is_heard_ten_times_an_hour(waterdam: Store, strip: int, clock: Clock) -> None:
    code = waterdam.run(lay_trail, NOBODY, opportunity=strip, kind="poster")
    (_, ada), (_, bob) = met(waterdam, "ada"), met(waterdam, "bob")

    for _ in range(MOST_GUESSES):
        assert waterdam.run(guess_code, NOBODY, code="ZZZZ9999", address=ada) is None

    assert waterdam.run(guess_code, NOBODY, code=code, address=ada) is None
    assert waterdam.run(guess_code, NOBODY, code=code, address=bob) == Meaning("trail", 1)
    clock.now += timedelta(hours=1)
    assert waterdam.run(guess_code, NOBODY, code=code, address=ada) == Meaning("trail", 1)
    assert MOST_GUESSES == 10


@pytest.mark.parametrize("said", ["JUNI2026", "X3J2RBN0", "ABCDEFGH", ""])
def test_what_can_be_no_code_is_no_guess(waterdam: Store, strip: int, said: str) -> None:
    code = waterdam.run(share_trail, Actor("person", met(waterdam, "ada")[0]), opportunity=strip)
    _, bob = met(waterdam, "bob")

    found = [waterdam.run(guess_code, NOBODY, code=said, address=bob) for _ in range(MOST_GUESSES)]

    assert found == [None] * MOST_GUESSES
    assert waterdam.run(guess_code, NOBODY, code=code, address=bob) == Meaning("trail", 1)


def test_one_wrong_code_is_enough_while_many_guess(
    waterdam: Store, strip: int, clock: Clock, change: Callable[..., None]
) -> None:
    code = waterdam.run(lay_trail, NOBODY, opportunity=strip, kind="poster")
    (_, ada), (_, bob), (_, herd) = (
        met(waterdam, "ada"),
        met(waterdam, "bob"),
        met(waterdam, "herd"),
    )
    waterdam.run(guess_code, NOBODY, code="ZZZZ9999", address=ada)
    waterdam.run(guess_code, NOBODY, code="ZZZZ9999", address=herd)

    change(waterdam, f"UPDATE address SET wrong_codes = {UNDER_ATTACK} WHERE id = :herd", herd=herd)
    attacked = [
        waterdam.run(guess_code, NOBODY, code=code, address=address) for address in (ada, bob)
    ]
    clock.now += timedelta(hours=1)
    after = waterdam.run(guess_code, NOBODY, code=code, address=ada)

    assert (attacked, after) == ([None, Meaning("trail", 1)], Meaning("trail", 1))


def test_guesses_of_all_are_found_by_an_index(
    waterdam: Store, whole: Callable[..., list[str]]
) -> None:
    _, ada = met(waterdam, "ada")
    waterdam.run(guess_code, NOBODY, code="ZZZZ9999", address=ada)

    assert whole(waterdam, guess_code, code="ZZZZ9999", address=ada) == []
