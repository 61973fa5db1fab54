"""What a colleague writes to a party reaches its people, is kept, and is answered there."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.own import add_to_interest, invite_to_party, withdraw_interest
from outreach.interests.question import ask_human
from outreach.interests.tell import Telling, Told
from outreach.interests.write import Wrote, interest_written_about, write_to_party
from outreach.parties.address import mark_gone
from outreach.parties.consent import stop
from outreach.parties.party import join_party
from outreach.parties.person import meet
from outreach.privacy.forget import forget_person
from outreach.refusal import Refusal
from outreach.reports.interests import Written, thread
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.clock import Clock
from tests.people import number_of

NADIA = Actor("staff", 1)
SAID = (
    "Een bericht van de gemeente over de aanmelding van Ada voor de kans “Zorg mee voor het "
    "plantsoen in de "
    "Lindenstraat”:\n\nKun je dinsdag?\n\nAntwoorden? Kies “Antwoorden”, of typ “medewerker”."
)


@pytest.fixture
def write(waterdam: Store, telling: Telling) -> Callable[..., Wrote]:
    """Let Nadia write about the first interest."""

    def run(text: str = "Kun je dinsdag?", *, interest: int = 1, **more: Any) -> Wrote:
        return waterdam.run(
            write_to_party, NADIA, interest=interest, text=text, telling=telling, **more
        )

    return run


@pytest.fixture
def second(waterdam: Store, join: Callable[..., Actor]) -> Actor:
    """Ada signed up, and invited Bob."""
    ada = join("ada")
    code = waterdam.run(invite_to_party, ada, interest=1)
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="bob", language="en")
    waterdam.run(join_party, Actor("person", person), code=code)
    return Actor("person", person)


def test_message_reaches_everybody_of_the_party_and_nobody_else(
    waterdam: Store,
    join: Callable[..., Actor],
    second: Actor,
    write: Callable[..., Wrote],
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
) -> None:
    join("cem")

    wrote = write()

    assert wrote == Wrote(Told(2, clock.now), 0, 0)
    heard = hear()
    assert (heard["ada"], [text.splitlines()[2] for text in heard["bob"]]) == (
        [SAID],
        ["Kun je dinsdag?"],
    )
    assert set(heard) == {"ada", "bob"}


def test_message_stands_with_the_interest_and_so_does_the_answer(
    waterdam: Store,
    join: Callable[..., Actor],
    write: Callable[..., Wrote],
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
) -> None:
    ada = join("ada")
    write()
    hear()
    waterdam.run(ask_human, ada, opportunity=None, text="Liever woensdag.", interest=1)

    before = clock.now - timedelta(minutes=10)
    assert waterdam.look(thread, interest=1) == [
        Written(before, "staff:1", "Kun je dinsdag?", states={"sent": 1}),
        Written(clock.now, "person:1", "Liever woensdag.", question=1),
    ]


def test_answer_belongs_to_the_last_message_until_it_is_given(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    write: Callable[..., Wrote],
    clock: Clock,
) -> None:
    ada, bob = join("ada"), join("bob")
    before = waterdam.run(interest_written_about, ada)
    write()

    asked = waterdam.run(interest_written_about, ada)
    other = waterdam.run(interest_written_about, bob)
    clock.passes(seconds=1)
    waterdam.run(ask_human, ada, opportunity=None, text="Ja.", interest=asked)

    assert (before, asked, other, waterdam.run(interest_written_about, ada)) == (
        None,
        1,
        None,
        None,
    )


def test_answer_is_to_the_last_message_about_what_the_talk_is_about(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    write: Callable[..., Wrote],
    clock: Clock,
) -> None:
    ada, party = join("ada"), PartyDraft("resident", "Ada")
    waterdam.run(
        express_interest, ada, opportunity=strip + 1, version=1, party=party, brings="handen"
    )
    for interest in (1, 2):
        clock.passes(seconds=1)
        write(interest=interest)

    found = [
        waterdam.run(interest_written_about, ada, opportunity=about)
        for about in (strip, strip + 1, None)
    ]
    waterdam.run(ask_human, ada, opportunity=None, text="Ja.", interest=2)
    left = [
        waterdam.run(interest_written_about, ada, opportunity=about)
        for about in (strip, strip + 1, None)
    ]

    assert (found, left) == ([1, 2, 2], [1, None, 1])


def test_word_long_after_or_from_who_withdrew_is_no_answer(
    waterdam: Store, join: Callable[..., Actor], write: Callable[..., Wrote], clock: Clock
) -> None:
    ada, bob = join("ada"), join("bob")
    for interest in (1, 2):
        write(interest=interest)
    waterdam.run(withdraw_interest, ada, interest=1)

    withdrawn, soon = (waterdam.run(interest_written_about, who) for who in (ada, bob))
    clock.passes(days=30)

    assert (withdrawn, soon, waterdam.run(interest_written_about, bob)) == (None, 2, None)


def test_answer_is_taken_from_the_party_alone(waterdam: Store, join: Callable[..., Actor]) -> None:
    join("ada")
    bob = join("bob")

    with pytest.raises(Refusal, match="refusal-not-yours"):
        waterdam.run(ask_human, bob, opportunity=None, text="Ja.", interest=1)


def test_who_stopped_or_is_gone_is_told_of_to_staff(
    waterdam: Store,
    join: Callable[..., Actor],
    second: Actor,
    write: Callable[..., Wrote],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    waterdam.run(stop, second)

    assert write().stopped == 1

    waterdam.run(mark_gone, NOBODY, channel="web", external_id="ada", gone=True)
    with pytest.raises(Refusal, match="refusal-unreachable") as refused:
        write()
    assert refused.value.facts == {"given": "1", "stopped": 1, "gone": 1}
    assert list(hear()) == []
    assert len(waterdam.look(thread, interest=1)) == 1


@pytest.mark.parametrize("deed", ["added", "asked", "nothing"])
def test_who_asked_after_their_stop_gets_the_answer(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    write: Callable[..., Wrote],
    hear: Callable[[], dict[str, list[str]]],
    clock: Clock,
    deed: str,
) -> None:
    ada = join("ada")
    clock.passes(seconds=1)
    waterdam.run(stop, ada)
    clock.passes(seconds=1)
    if deed == "added":
        waterdam.run(add_to_interest, ada, interest=1, needs="Een schop")
    elif deed == "asked":
        waterdam.run(ask_human, ada, opportunity=strip, text="En nu?")

    if deed == "nothing":
        with pytest.raises(Refusal, match="refusal-unreachable"):
            write()
    else:
        assert (write().told.persons, hear()) == (1, {"ada": [SAID]})


def test_stop_ends_a_message_that_has_not_gone_out(
    waterdam: Store,
    join: Callable[..., Actor],
    write: Callable[..., Wrote],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    ada = join("ada")
    write()

    waterdam.run(stop, ada)

    assert hear() == {}


def test_another_who_signed_up_is_not_named_unless_that_was_checked(
    waterdam: Store, join: Callable[..., Actor], write: Callable[..., Wrote]
) -> None:
    join("ada")
    join("karel")

    with pytest.raises(Refusal, match="refusal-names-another") as refused:
        write("Karel doet ook mee. Bel mij: 06-12345678.")
    assert refused.value.facts == {"found": ["“Karel”"]}

    assert write("Dag Ada, bel mij: 06-12345678.").told.persons == 1
    assert write("Karel doet ook mee.", checked=True).told.persons == 1


def test_nobody_is_written_to_about_what_is_over(
    waterdam: Store, join: Callable[..., Actor], write: Callable[..., Wrote]
) -> None:
    ada, bob = join("ada"), join("bob")
    waterdam.run(withdraw_interest, ada, interest=1)
    waterdam.run(forget_person, NADIA, person=number_of(bob))

    for interest in (1, 2):
        with pytest.raises(Refusal, match="refusal-interest-over"):
            write(interest=interest)
    with pytest.raises(Refusal, match="refusal-unknown"):
        write(interest=3)


def test_message_is_no_news_that_gathers_or_is_gathered(
    waterdam: Store,
    join: Callable[..., Actor],
    write: Callable[..., Wrote],
    move_interest: Callable[[int, str], Told],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    join("ada")
    move_interest(1, "in_talk")
    write()
    move_interest(1, "invited")

    heard = hear()["ada"]

    assert sorted(text == SAID for text in heard) == [False, True]
