"""What failed is listed by its thing until it is tried again, something newer came in its place, or it is old."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from content.message import Message
from content.texts import Texts
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import Outgoing, reply
from outreach.delivery.failed import LATELY
from outreach.delivery.inbound import quarantine, take_in
from outreach.delivery.notice import notify
from outreach.delivery.record import Result, record_results
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.parties.person import meet
from outreach.store.errors import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from outreach.tasks.failed import Failed, Retried, ask_again, failures, retry_failed
from outreach.venues.keep import keep_cards
from outreach.venues.post import post_card
from outreach.venues.posted import Post, posted_in, refused_lately
from outreach.venues.presence import arrive
from outreach.venues.register import confirm_venue
from tests.conftest import LOUD
from tests.looks import look

STAFF = Actor("staff", 1)
TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")
CLOSED = "send-topic-closed"
TITLE = "Zorg mee voor het plantsoen in de Lindenstraat"


@pytest.fixture
def group(waterdam: Store) -> int:
    """A confirmed group; gives its address."""
    where = {"channel": "telegram", "external_id": "-100", "kind": "neighbourhood_group", "language": "nl"}
    presence = waterdam.run(arrive, NOBODY, **where, name="Buurt Zuid")
    assert presence is not None
    waterdam.run(confirm_venue, STAFF, code="buurt-zuid", most_a_week=9)
    return presence.address


@pytest.fixture
def ada(waterdam: Store) -> tuple[int, int]:
    """A person and their address."""
    return waterdam.run(meet, NOBODY, channel="telegram", external_id="ada", language="nl")


@pytest.fixture
def post(waterdam: Store, group: int, strip: int) -> Callable[[], None]:
    def run() -> None:
        waterdam.run(post_card, STAFF, code="buurt-zuid", opportunity=strip, texts=TEXTS, quiet=LOUD)

    return run


@pytest.fixture
def tell(waterdam: Store, ada: tuple[int, int], strip: int) -> Callable[..., None]:
    """Tell a person something about the green strip."""

    def run(name: str, opportunity: int | None = strip) -> None:
        says = {"persons": [ada[0]], "say": lambda _: Message(name), "quiet": LOUD, "opportunity": opportunity}
        waterdam.run(notify, TICK, name=name, **says)

    return run


@pytest.fixture
def answer(waterdam: Store, ada: tuple[int, int]) -> Callable[[str], Outgoing]:
    """Answer what that person wrote."""

    def run(key: str) -> Outgoing:
        person, address = ada
        inbound = waterdam.run(take_in, NOBODY, channel="telegram", external_id=key, address=address, text="hoi")
        assert inbound is not None
        said = Message(key)
        said_to = {"inbound": inbound, "address": address, "person": person}
        delivery = waterdam.run(reply, NOBODY, **said_to, message=said).delivery
        return Outgoing(delivery, address, "telegram", "ada", said, 1)

    return run


def sent(store: Store, state: str = "sent", reason: str | None = None) -> list[str]:
    """Send what is due; gives the first line of each message."""
    claimed = store.run(claim_due, TICK, look("telegram", loud=True))
    receipt = "5" if state == "sent" else None
    results = [Result(one.id, one.address, state, receipt=one.edits or receipt, reason=reason) for one in claimed]
    store.run(record_results, TICK, results=results)
    return [one.message.text.partition("\n")[0] for one in claimed]


def retry(store: Store, **about: object) -> int:
    return store.run(retry_failed, STAFF, texts=TEXTS, **about).dealt


def kinds(store: Store) -> list[tuple[str, int]]:
    return sorted((failed.kind, failed.count) for failed in store.look(failures))


def test_refused_card_is_listed_with_when_why_and_what_to_do(waterdam, post, strip, clock):
    post()
    sent(waterdam, "failed", CLOSED)

    assert waterdam.look(failures) == [
        Failed("card", strip, "WD-2026-01", TITLE, None, "buurt-zuid", "telegram", CLOSED, 1, clock.now)
    ]
    assert waterdam.look(failures)[0].command == "kansenbode venues retry buurt-zuid"
    assert waterdam.look(posted_in, code="buurt-zuid") == [
        Post("card", "WD-2026-01", TITLE, "failed", clock.now, CLOSED, fails=True)
    ]
    assert [(one.code, one.at, one.reason) for one in waterdam.look(refused_lately)] == [
        ("buurt-zuid", clock.now, CLOSED)
    ]


def test_card_goes_again_and_is_listed_no_more(waterdam, post):
    post()
    sent(waterdam, "failed", CLOSED)

    again = retry(waterdam, venue="Buurt-Zuid")

    assert (again, kinds(waterdam)) == (1, [])
    assert sent(waterdam) == [f"Doe mee: {TITLE}"]
    assert retry(waterdam, venue="buurt-zuid") == 0


def test_card_that_goes_again_says_what_the_record_says_by_now(waterdam, post, strip):
    post()
    sent(waterdam, "failed", CLOSED)
    waterdam.run(keep_cards, STAFF, TEXTS, set_facts, opportunity=strip, title="Nieuw plantsoen")

    retry(waterdam)

    assert sent(waterdam) == ["Doe mee: Nieuw plantsoen"]


def test_card_about_what_closed_meanwhile_does_not_go_again(waterdam, post, strip):
    post()
    sent(waterdam, "failed", CLOSED)
    waterdam.run(keep_cards, STAFF, TEXTS, move_opportunity, opportunity=strip, state="closed")

    retry(waterdam)

    assert (sent(waterdam), kinds(waterdam)) == ([], [])


def test_card_that_was_posted_anew_stands_in_its_place(waterdam, post):
    post()
    sent(waterdam, "failed", CLOSED)
    post()

    assert kinds(waterdam) == []
    assert [one.fails for one in waterdam.look(posted_in, code="buurt-zuid")] == [False, False]


@pytest.mark.parametrize("reason", ["send-not-allowed", "send-message-lost", "send-refused"])
def test_refused_change_of_a_card_is_listed_until_a_newer_one(waterdam, post, strip, reason):
    post()
    sent(waterdam)
    waterdam.run(keep_cards, STAFF, TEXTS, set_facts, opportunity=strip, title="Nieuw plantsoen")
    sent(waterdam, "failed", reason)
    first = [(one.kind, one.reason) for one in waterdam.look(failures)]

    waterdam.run(keep_cards, STAFF, TEXTS, set_facts, opportunity=strip, title="Nog nieuwer")

    assert (first, kinds(waterdam)) == ([("edit", reason)], [])
    assert sent(waterdam) == ["Doe mee: Nog nieuwer"]


def test_change_of_a_card_goes_again(waterdam, post, strip):
    post()
    sent(waterdam)
    waterdam.run(keep_cards, STAFF, TEXTS, set_facts, opportunity=strip, title="Nieuw plantsoen")
    sent(waterdam, "failed", CLOSED)

    retry(waterdam, venue="buurt-zuid")

    assert sent(waterdam) == ["Doe mee: Nieuw plantsoen"]


def test_venue_that_threw_us_out_is_listed_and_refused_until_we_are_back(waterdam, post):
    post()
    sent(waterdam, "gone", "send-address-gone")
    listed = kinds(waterdam)

    with pytest.raises(Refusal) as refused:
        retry(waterdam, venue="buurt-zuid")

    assert (listed, refused.value.key) == ([("card", 1)], "refusal-venue-left")
    assert retry(waterdam) == 0


def test_person_who_went_is_no_failure(waterdam, tell):
    tell("notice-change")
    sent(waterdam, "gone", "send-address-gone")

    assert waterdam.look(failures) == []


def test_notice_goes_again_by_its_opportunity(waterdam, tell, strip, clock):
    tell("notice-change")
    tell("notice-answer", None)
    sent(waterdam, "failed", "send-refused")
    clock.passes(seconds=5)
    sent(waterdam, "failed", "send-refused")
    commands = sorted(failed.command for failed in waterdam.look(failures))

    again = retry(waterdam, kinds=("notice",), opportunity=strip)

    assert commands == ["kansenbode failed retry --kind notice", f"kansenbode opportunities retry {strip}"]
    assert (again, kinds(waterdam)) == (1, [("notice", 1)])
    assert sent(waterdam) == ["notice-change"]


def test_notice_that_newer_news_overtook_ends_with_its_reason(waterdam, tell, strip, clock, stored):
    tell("notice-change")
    sent(waterdam, "failed", "send-refused")
    tell("notice-closed")
    clock.passes(seconds=5)
    sent(waterdam)

    retry(waterdam, opportunity=strip)

    assert (sent(waterdam), kinds(waterdam)) == ([], [])
    assert stored(waterdam, "SELECT state, reason FROM delivery ORDER BY id") == [
        ("expired", "send-overtaken"), ("sent", None),
    ]  # fmt: skip


def test_answer_goes_again_whatever_was_told_since(waterdam, tell, strip, clock):
    tell("notice-answer")
    sent(waterdam, "failed", "send-refused")
    tell("notice-answer")
    tell("notice-closed")
    for _ in range(2):
        clock.passes(seconds=5)
        sent(waterdam)

    retry(waterdam, opportunity=strip)

    assert sent(waterdam) == ["notice-answer"]


def test_reply_is_listed_until_the_person_got_another(waterdam, answer, clock):
    first = answer("een")
    waterdam.run(record_results, TICK, results=[Result(first.id, first.address, "failed", reason="send-refused")])
    listed = [(failed.kind, failed.command) for failed in waterdam.look(failures)]

    second = answer("twee")
    waterdam.run(record_results, TICK, results=[Result(second.id, second.address, "sent", receipt="9")])

    assert listed == [("reply", "kansenbode failed retry --kind reply")]
    assert waterdam.look(failures) == []


def test_what_is_only_held_up_did_not_fail(waterdam, tell, clock):
    tell("notice-change")
    claimed = waterdam.run(claim_due, TICK, look("telegram", loud=True))
    later = clock.now + timedelta(minutes=15)
    results = [Result(one.id, one.address, "planned", reason="send-too-fast", again_at=later) for one in claimed]
    waterdam.run(record_results, TICK, results=results)

    assert waterdam.look(failures) == []


def test_what_failed_long_ago_is_history(waterdam, post, clock):
    post()
    sent(waterdam, "failed", CLOSED)
    clock.now += LATELY + timedelta(seconds=1)

    assert (waterdam.look(failures), waterdam.look(refused_lately), retry(waterdam)) == ([], [], 0)


def test_what_failed_after_somebody_began_is_left_for_the_next_time(waterdam, post, clock):
    post()
    began = clock.now
    clock.passes(seconds=1)
    sent(waterdam, "failed", CLOSED)

    assert retry(waterdam, until=began) == 0


def failed_turn(store: Store, address: int, number: str) -> None:
    inbound = store.run(take_in, NOBODY, channel="telegram", external_id=number, address=address, text="geheim")
    store.run(quarantine, NOBODY, inbound=inbound)


def test_turn_that_failed_is_listed_until_they_are_asked_again(waterdam, ada, clock):
    _, address = ada
    failed_turn(waterdam, address, "1")

    listed = waterdam.look(failures)
    asked = waterdam.run(ask_again, STAFF, texts=TEXTS, quiet=LOUD)

    assert listed == [Failed("turn", None, None, None, None, None, "telegram", "turn-failed", 1, clock.now)]
    assert listed[0].command == "kansenbode failed retry --kind turn"
    assert (asked, kinds(waterdam), waterdam.run(ask_again, STAFF, texts=TEXTS, quiet=LOUD)) == (1, [], 0)
    assert sent(waterdam) == [TEXTS.text("talk-again", "nl")]


def test_turn_that_failed_matters_no_more_to_whoever_went_on(waterdam, ada):
    _, address = ada
    failed_turn(waterdam, address, "1")
    waterdam.run(take_in, NOBODY, channel="telegram", external_id="2", address=address, text="hallo")

    assert waterdam.look(failures) == []
    assert waterdam.run(ask_again, STAFF, texts=TEXTS, quiet=LOUD) == 0


def test_news_that_newer_news_overtook_is_not_counted_as_going_again(waterdam, ada, strip):
    person, _ = ada
    for state in ("failed", "sent"):
        waterdam.run(notify, TICK, name="notice-change", persons=[person], say=Message, quiet=LOUD, opportunity=strip)
        sent(waterdam, state, "send-refused" if state == "failed" else None)

    assert waterdam.run(retry_failed, STAFF, texts=TEXTS) == Retried(1, 0)
