"""What comes along is kept with its message, as far as there is an allowance for it."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.attachments.accepted import MEGABYTE, Accepted
from outreach.attachments.attachment import About, Allowance, Sent, take_along
from outreach.attachments.own import mine_about, mine_with
from outreach.interests.interest import PartyDraft, express_interest
from outreach.privacy.forget import forget_person
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from tests.attached import jpeg
from tests.clock import Clock
from tests.conftest import Dump
from tests.outreach.attachments.conftest import PHOTO, Send
from tests.people import number_of

SMALL = Allowance(file_bytes=1_000, in_an_hour=2, all_bytes=2_000)


def kept(dump: Dump, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in dump["attachment"]]


def large(size: int) -> Sent:
    return Sent("file", "plan.pdf", Accepted("application/pdf", bytes(size)))


def test_photo_is_kept_with_its_type_and_sum(
    waterdam: Store, ada: Actor, send: Send, dump: Callable[[Store], Dump]
) -> None:
    refused = send(ada)

    assert refused is None
    facts = kept(dump(waterdam), "state", "kind", "name", "media_type", "size", "content")
    assert facts == [("kept", "photo", "tuin.jpg", "image/jpeg", len(jpeg()), jpeg())]
    (sums,) = kept(dump(waterdam), "sha256")
    assert PHOTO.content is not None
    assert sums == (PHOTO.content.sha256,)


def test_photo_without_a_name_is_called_by_its_moment(
    waterdam: Store, ada: Actor, send: Send, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    send(ada, Sent("photo", "", PHOTO.content))

    assert kept(dump(waterdam), "name") == [(f"{clock():%Y-%m-%d-%H%M%S}.jpg",)]


def test_what_is_not_accepted_is_noted_without_content(
    waterdam: Store, ada: Actor, send: Send, dump: Callable[[Store], Dump]
) -> None:
    assert send(ada, Sent("file", "spel.exe", refused="kind")) == "kind"
    assert kept(dump(waterdam), "state", "name", "reason", "content") == [
        ("refused", "spel.exe", "kind", None)
    ]


def test_what_is_still_at_its_channel_is_awaited(
    waterdam: Store, ada: Actor, send: Send, clock: Clock, dump: Callable[[Store], Dump]
) -> None:
    assert send(ada, Sent("voice", reference="AwAC", size=500)) is None

    assert kept(dump(waterdam), "state", "reference", "tries") == [("awaited", "AwAC", 0)]


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (large(1_001), "large"),
        (Sent("voice", reference="AwAC", size=1_001), "large"),
        (large(1_000), None),
    ],
)
def test_one_file_is_not_too_large(ada: Actor, send: Send, sent: Sent, why: str | None) -> None:
    assert send(ada, sent, allowance=SMALL) == why


def test_one_person_sends_so_many_in_an_hour(
    ada: Actor, bram: Actor, send: Send, clock: Clock
) -> None:
    first = [send(ada, allowance=SMALL) for _ in range(3)]
    others = send(bram, allowance=SMALL)
    clock.passes(minutes=61)

    assert first == [None, None, "many"]
    assert others is None
    assert send(ada, allowance=SMALL) is None


def test_what_is_refused_does_not_count(ada: Actor, send: Send) -> None:
    for _ in range(3):
        send(ada, Sent("file", "x", refused="kind"), allowance=SMALL)

    assert send(ada, allowance=SMALL) is None


def test_all_together_is_no_more_than_there_is_room_for(
    ada: Actor, bram: Actor, send: Send
) -> None:
    two = [send(ada, large(900), allowance=SMALL), send(ada, large(900), allowance=SMALL)]

    assert two == [None, None]
    assert send(bram, large(900), allowance=SMALL) == "full"
    assert send(bram, large(200), allowance=SMALL) is None


def test_installation_may_keep_none(ada: Actor, send: Send) -> None:
    assert send(ada, allowance=Allowance(MEGABYTE, 10, 0)) == "none"


def test_what_was_sent_before_signing_up_belongs_to_the_interest(
    waterdam: Store, ada: Actor, bram: Actor, send: Send
) -> None:
    send(ada, about=About(opportunity=1))
    send(ada, about=About(opportunity=2))
    send(bram, about=About(opportunity=1))

    done = waterdam.run(
        express_interest,
        ada,
        opportunity=1,
        version=1,
        party=PartyDraft("resident", "Ada"),
        brings="handen",
    )

    assert len(waterdam.run(mine_with, ada, interest=done.interest)) == 1
    assert waterdam.run(mine_about, ada, opportunity=1) == []
    assert len(waterdam.run(mine_about, ada, opportunity=2)) == 1
    assert len(waterdam.run(mine_about, bram, opportunity=1)) == 1


def test_taking_along_changes_nothing_of_an_interest_before(
    waterdam: Store, ada: Actor, send: Send
) -> None:
    done = waterdam.run(
        express_interest,
        ada,
        opportunity=1,
        version=1,
        party=PartyDraft("resident", "Ada"),
        brings="handen",
    )
    send(ada, about=About(1, done.interest))

    waterdam.run(take_along, ada, person=number_of(ada), opportunity=1, interest=done.interest)

    assert len(waterdam.run(mine_with, ada, interest=done.interest)) == 1


def test_forgetting_takes_what_was_sent_and_nothing_of_others(
    waterdam: Store, ada: Actor, bram: Actor, send: Send, dump: Callable[[Store], Dump]
) -> None:
    send(ada)
    send(bram, Sent("photo", "bram.jpg", PHOTO.content))

    waterdam.run(forget_person, TICK, person=number_of(ada))

    assert kept(dump(waterdam), "name") == [("bram.jpg",)]
