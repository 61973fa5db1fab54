"""A party is told the state of its own interest: each step, and the outcome of the decision."""

from collections.abc import Callable

import pytest

from outreach.interests.own import invite_to_party, withdraw_interest
from outreach.interests.tell import GATHER, Told
from outreach.parties.party import join_party
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.outreach.interests.conftest import names


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("in_talk", "De gemeente wil met Ada verder praten"),
        ("invited", "Goed nieuws! Ada is uitgenodigd"),
        ("declined", "De gemeente gaat bij de kans"),
        ("withdrawn", "De aanmelding van Ada voor de kans"),
    ],
)
def test_status_of_an_interest_is_told_to_its_party_alone(
    join: Callable[..., Actor],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
    state: str,
    said: str,
) -> None:
    join("ada")
    join("bob")

    assert move_interest(1, state) == Told(1, clock.now + GATHER)

    heard = hear()
    assert list(heard) == ["ada"]
    assert heard["ada"][0].startswith(said)


def test_every_member_of_the_party_is_told(
    waterdam: Store,
    join: Callable[..., Actor],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    ada, bob = join("ada"), join("bob")
    waterdam.run(join_party, bob, code=waterdam.run(invite_to_party, ada, interest=1))

    assert move_interest(1, "invited").persons == 2
    assert sorted(hear()) == ["ada", "bob"]


def test_own_withdrawal_is_not_told(
    waterdam: Store, join: Callable[..., Actor], hear: Callable[[], dict[str, list[str]]]
) -> None:
    waterdam.run(withdraw_interest, join("ada"), interest=1)

    assert hear() == {}


def test_several_moves_become_the_last_one(
    join: Callable[..., Actor],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
    waterdam: Store,
) -> None:
    join("ada")
    move_interest(1, "in_talk")
    move_interest(1, "invited")
    move_interest(1, "agreed")

    (told,) = hear()["ada"]
    assert told.startswith("Goed nieuws! De gemeente gaat samen met Ada verder")
    assert names(waterdam) == ["notice-agreed"]


def test_move_that_is_undone_in_time_is_not_told(
    join: Callable[..., Actor],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    move_interest(1, "in_talk")
    hear()
    move_interest(1, "declined")

    assert move_interest(1, "in_talk") == Told()
    assert hear() == {}


def test_decision_says_how_ones_own_interest_stands(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    for name in ("ada", "bob", "cem"):
        join(name)
    for interest, state in ((1, "in_talk"), (1, "agreed"), (2, "declined")):
        move_interest(interest, state)
    move("closed")

    told = move("decided")

    heard = hear()
    assert told.persons == 3
    assert {name: len(texts) for name, texts in heard.items()} == {"ada": 1, "bob": 1, "cem": 1}
    assert all("Er is met één partij een afspraak gemaakt." in texts[0] for texts in heard.values())
    assert "Goed nieuws: met Ada is een afspraak gemaakt." in heard["ada"][0]
    assert "Met Bob is helaas geen afspraak gemaakt." in heard["bob"][0]
    assert "Met Cem is helaas geen afspraak gemaakt." in heard["cem"][0]


def test_outcome_put_right_after_the_decision_is_told_with_it(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    move_interest(1, "declined")
    move("closed")
    move("decided")
    move_interest(1, "in_talk")

    move_interest(1, "agreed")

    (told,) = hear()["ada"]
    assert "Goed nieuws: met Ada is een afspraak gemaakt." in told


def test_outcome_after_the_decision_was_told_is_told_by_itself(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    move("closed")
    move("decided")
    hear()

    move_interest(1, "in_talk")

    assert hear()["ada"][0].startswith("De gemeente wil met Ada verder praten over de kans")


@pytest.mark.parametrize(
    ("reason", "said", "unsaid"),
    [
        ("Er is al een groep.", "De reden: Er is al een groep.", "Wil je weten waarom?"),
        ("", "Wil je weten waarom? Typ “medewerker”.", "De reden:"),
    ],
)
def test_reason_of_a_rejection_is_told_or_may_be_asked(
    join: Callable[..., Actor],
    move_interest: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    reason: str,
    said: str,
    unsaid: str,
) -> None:
    join("ada")
    move_interest(1, "declined", reason=reason)

    (told,) = hear()["ada"]

    assert said in told
    assert unsaid not in told


def test_reason_that_is_given_later_is_told_too(
    join: Callable[..., Actor],
    move_interest: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    move_interest(1, "declined")
    hear()

    move_interest(1, "declined", reason="Er is al een groep.")

    (told,) = hear()["ada"]
    assert "De reden: Er is al een groep." in told


def test_reason_that_names_another_party_is_refused_until_it_is_checked(
    join: Callable[..., Actor], move_interest: Callable[..., Told]
) -> None:
    join("ada")
    join("bobbie")

    with pytest.raises(Refusal) as refused:
        move_interest(1, "declined", reason="Bobbie was eerder.")

    assert refused.value.key == "refusal-names-another"
    assert move_interest(1, "declined", reason="Bobbie was eerder.", checked=True).persons == 1


def test_own_reason_is_told_with_the_decision(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    join("bob")
    move_interest(1, "declined", reason="Jullie wonen te ver weg.")
    move("closed")
    move("decided")

    heard = hear()

    assert "De reden: Jullie wonen te ver weg." in heard["ada"][0]
    assert "Jullie wonen te ver weg." not in heard["bob"][0]
    assert "Wil je weten waarom?" not in heard["ada"][0] + heard["bob"][0]


def test_reason_that_was_read_before_is_not_told_again_with_the_decision(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    move_interest(1, "declined", reason="Jullie wonen te ver weg.")
    first = hear()["ada"]
    move("closed")
    move("decided")

    (told,) = hear()["ada"]

    assert "De reden: Jullie wonen te ver weg." in first[0]
    assert "Jullie wonen te ver weg." not in told
    assert "De reden las je al in een eerder bericht." in told
    assert told.count("Heb je daar vragen over?") == 1


def test_reason_is_told_with_the_decision_if_it_changed_and_was_not_read(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    move_interest(1, "declined", reason="Jullie wonen te ver weg.")
    hear()
    move_interest(1, "in_talk")
    hear()
    move_interest(1, "declined", reason="Er is al een groep.")
    move("closed")
    move("decided")

    (told,) = hear()["ada"]

    assert "De reden: Er is al een groep." in told
    assert "in een eerder bericht" not in told


@pytest.mark.parametrize("first", ["declined", "closed"])
def test_who_was_declined_is_not_told_in_the_same_minute_that_their_interest_stays(
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[..., Told],
    hear: Callable[[], dict[str, list[str]]],
    first: str,
) -> None:
    join("ada")
    join("bob")
    for step in (first, "closed" if first == "declined" else "declined"):
        if step == "closed":
            move("closed")
        else:
            move_interest(1, "declined")

    heard = hear()

    assert len(heard["ada"]) == 1
    assert heard["ada"][0].startswith("De gemeente gaat bij de kans")
    assert "Je aanmelding blijft staan." in heard["bob"][0]
