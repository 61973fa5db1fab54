"""What is still at its channel is claimed by one, tried again, and given up in the end."""

from typing import Any

from outreach.attachments.accepted import accepted
from outreach.attachments.attachment import Allowance, Sent
from outreach.attachments.fetching import (
    MOST_TRIES,
    Due,
    any_due,
    claim_due,
    give_up,
    keep_fetched,
)
from outreach.attachments.own import my_content
from outreach.privacy.forget import forget_person
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from tests.attached import ogg
from tests.clock import Clock
from tests.outreach.attachments.conftest import Send, met
from tests.people import number_of

VOICE = Sent("voice", reference="AwAC")
HEARD = accepted(ogg())
ALL = Allowance()


def claimed(store: Store) -> Due | None:
    return store.run(claim_due, NOBODY, channel="telegram")


def test_what_is_awaited_is_claimed_once(waterdam: Store, send: Send, clock: Clock) -> None:
    send(met(waterdam, "ada", "telegram"), VOICE, channel="telegram")

    first, again = claimed(waterdam), claimed(waterdam)

    assert first == Due(1, "AwAC", f"{clock():%Y-%m-%d-%H%M%S}", 1)
    assert again is None


def test_nothing_of_another_channel_is_claimed(waterdam: Store, send: Send) -> None:
    send(met(waterdam, "ada", "telegram"), VOICE, channel="telegram")

    assert waterdam.run(claim_due, NOBODY, channel="web") is None
    assert waterdam.look(any_due, channel="telegram")
    assert not waterdam.look(any_due, channel="web")


def test_whoever_was_killed_is_followed_by_another(
    waterdam: Store, send: Send, clock: Clock
) -> None:
    send(met(waterdam, "ada", "telegram"), VOICE, channel="telegram")
    claimed(waterdam)

    clock.passes(seconds=31)

    found = claimed(waterdam)
    assert found is not None
    assert (found.tries, found.is_last_try) == (2, False)


def test_tries_end(waterdam: Store, send: Send, clock: Clock) -> None:
    send(met(waterdam, "ada", "telegram"), VOICE, channel="telegram")
    tries = []
    for _ in range(MOST_TRIES):
        tries.append(claimed(waterdam))
        clock.passes(hours=2)

    assert [one is not None and one.is_last_try for one in tries] == [False] * 9 + [True]


def test_what_was_fetched_is_kept(waterdam: Store, send: Send, clock: Clock) -> None:
    ada = met(waterdam, "ada", "telegram")
    send(ada, VOICE, channel="telegram")
    claimed(waterdam)

    found: dict[str, Any] = {"number": 1, "name": "gesproken", "accepted": HEARD, "allowance": ALL}
    refused = waterdam.run(keep_fetched, NOBODY, **found)

    assert refused is None
    mine = waterdam.look(my_content, person=number_of(ada), number=1)
    assert mine is not None
    assert (mine.name, mine.media_type, mine.content) == ("gesproken.ogg", "audio/ogg", ogg())
    clock.passes(hours=2)
    assert claimed(waterdam) is None


def test_what_was_fetched_has_no_room(waterdam: Store, send: Send) -> None:
    send(met(waterdam, "ada", "telegram"), VOICE, channel="telegram")

    found: dict[str, Any] = {
        "number": 1,
        "name": "x",
        "accepted": HEARD,
        "allowance": Allowance(all_bytes=10),
    }

    assert waterdam.run(keep_fetched, NOBODY, **found) == "full"


def test_nothing_comes_back_of_somebody_forgotten_meanwhile(waterdam: Store, send: Send) -> None:
    ada = met(waterdam, "ada", "telegram")
    send(ada, VOICE, channel="telegram")
    claimed(waterdam)
    waterdam.run(forget_person, TICK, person=number_of(ada))

    found: dict[str, Any] = {"number": 1, "name": "x", "accepted": HEARD, "allowance": ALL}

    assert waterdam.run(keep_fetched, NOBODY, **found) is None
    assert waterdam.run(give_up, NOBODY, number=1, reason="away") is None


def test_what_is_given_up_is_told_to_its_sender_once(waterdam: Store, send: Send) -> None:
    ada = met(waterdam, "ada", "telegram")
    send(ada, VOICE, channel="telegram")

    first = waterdam.run(give_up, NOBODY, number=1, reason="away")

    assert first == (number_of(ada), 1, "voice", "nl")
    assert waterdam.run(give_up, NOBODY, number=1, reason="away") is None
