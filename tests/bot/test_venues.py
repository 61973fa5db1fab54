"""What our account does in a place of others: it is brief, and keeps nothing of what people say."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.inbox import VenueNews
from bot.runs import Script
from content.message import Message
from outreach.delivery.delivery import plan_delivery
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.parties.person import meet
from outreach.store.errors import StoreFailed
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from outreach.venues.register import all_venues, confirm_venue
from tests.accounts import connect_telegram
from tests.clock import Clock
from tests.talking import Outbox, turns

INTRODUCTION = (
    "Hoi! Ik ben de automatische assistent van gemeente Waterdam. Ik vertel hier soms over een "
    "taak in de buurt waar "
    "je aan mee kunt doen. Een medewerker kijkt eerst of dat hier past. Ik lees niet mee. Ik "
    "antwoord alleen als je "
    "op een bericht van mij reageert. Meer weten? https://t.me/waterdam_bot?start={}"
)
ANSWER = (
    "Ik antwoord hier kort, zo blijft het rustig in de groep. Stel je vraag in een gesprek met "
    "mij alleen: "
    "https://t.me/waterdam_bot?start={}"
)


class Group:
    """A group on Telegram: what happens there is handed in, `said` is what we said there."""

    def __init__(self, store: Store, script: Script, run: Callable[[Any], Any]) -> None:
        self.store, self._run = store, run
        outbox = Outbox()
        self.said = outbox.sent
        self.talks = turns(store, script, outbox)
        self.number = 0

    def tells(self, event: str, **facts: Any) -> bool:
        """Hand in what happened; False where it came in before."""
        self.number += 1
        news = {
            "channel": "telegram",
            "external_id": f"n{self.number}",
            "venue": "-100",
            "name": "Buurt Zuid",
        }
        return bool(
            self._run(self.talks.take_venue_news(VenueNews(**news | {"event": event} | facts)))
        )

    @property
    def texts(self) -> list[str]:
        return [outgoing.message.text for outgoing in self.said]

    @property
    def states(self) -> list[tuple[str, str]]:
        return [(line.code, line.state) for line in self.store.look(all_venues)]


@pytest.fixture
def group(waterdam: Store, script: Script, run: Callable[[Any], Any]) -> Group:
    connect_telegram(waterdam)
    return Group(waterdam, script, run)


@pytest.mark.parametrize(
    ("answered", "leads"), [(42, 1), (43, None), (None, None)], ids=["card", "other", "nothing"]
)
def test_answer_below_a_card_leads_to_what_it_is_about(
    group: Group, waterdam: Store, answered: int | None, leads: int | None
) -> None:
    group.tells("joined")
    waterdam.run(post_card, NOBODY, receipt="42")

    group.tells("addressed", message=7, answered=answered)

    query = "SELECT opportunity_id FROM trail JOIN code ON subject = trail.id WHERE code = ?"
    code = group.texts[-1].rpartition("=")[2]
    assert [
        waterdam.look(lambda unit: unit.connection.exec_driver_sql(query, (code,)).scalar_one())
    ] == [leads]


def post_card(unit: Unit, *, receipt: str) -> None:
    """Post a card about the first opportunity in the group, under the channel's number."""
    mailing = open_mailing(unit, kind=MailingKind.CARD, name="venue-card", opportunity=1)
    plan_delivery(unit, mailing=mailing, address=1, message=Message("Doe mee"), at=unit.now)
    unit.connection.exec_driver_sql(
        "UPDATE delivery SET state = 'sent', receipt = ? WHERE mailing_id = ?", (receipt, mailing)
    )


@pytest.fixture
def code(waterdam: Store) -> Callable[[], str]:
    """The code of the only trail."""
    query = "SELECT code FROM code WHERE kind = 'trail'"
    return lambda: waterdam.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one())


def test_group_that_adds_us_hears_once_who_we_are(group: Group, code: Callable[[], str]) -> None:
    assert group.tells("joined") is True

    assert group.texts == [INTRODUCTION.format(code())]
    assert (group.said[0].channel, group.said[0].external_id) == ("telegram", "-100")
    assert group.states == [("buurt-zuid", "new")]


def test_being_told_again_that_we_are_there_says_nothing(group: Group) -> None:
    group.tells("joined")

    assert group.tells("joined") is True
    assert len(group.said) == 1


def test_news_that_came_in_before_does_nothing(group: Group) -> None:
    group.tells("joined", external_id="a")
    group.tells("left", external_id="b")

    assert group.tells("joined", external_id="a") is False
    assert group.states == [("buurt-zuid", "left")]
    assert len(group.said) == 1


def test_group_that_throws_us_out_is_left_and_may_take_us_back(group: Group, clock: Clock) -> None:
    group.tells("joined")
    group.store.run(confirm_venue, Actor("staff", 1), code="buurt-zuid")
    group.tells("left")
    clock.passes(hours=23)

    group.tells("joined")

    assert group.states == [("buurt-zuid", "new")]
    assert len(group.said) == 1


def test_group_that_takes_us_back_a_day_later_hears_again_who_we_are(
    group: Group, clock: Clock
) -> None:
    group.tells("joined")
    group.tells("left")
    clock.passes(hours=24)

    group.tells("joined")

    assert group.texts[0] == group.texts[1]


def test_who_addresses_us_gets_the_way_to_a_private_chat(
    group: Group, code: Callable[[], str]
) -> None:
    group.tells("joined")

    group.tells("addressed")

    assert group.texts[1] == ANSWER.format(code())


def test_group_that_floods_gets_one_answer_a_minute(group: Group, clock: Clock) -> None:
    group.tells("joined")

    taken = [group.tells("addressed") for _ in range(50)]
    clock.passes(seconds=61)
    group.tells("addressed")

    assert taken == [True] * 50
    assert len(group.said) == 3


def test_group_that_we_did_not_know_is_registered_when_it_addresses_us(
    group: Group, code: Callable[[], str]
) -> None:
    group.tells("addressed", kind="broadcast", language="en")

    assert group.states == [("buurt-zuid", "new")]
    assert group.texts[0].startswith("I answer briefly here, so that the group stays quiet.")
    assert group.texts[0].endswith(f"alone: https://t.me/waterdam_bot?start={code()}")


def test_channel_whose_name_we_do_not_know_gets_the_page(
    group: Group, code: Callable[[], str]
) -> None:
    group.tells("joined", channel="matrix")

    assert group.texts[0].endswith(f"Meer weten? https://waterdam.example/c/{code()}")


@pytest.mark.parametrize("event", ["left", "moved"])
def test_group_that_we_never_knew_leaves_no_trace(group: Group, event: str) -> None:
    assert group.tells(event, moved_to="-200") is True

    assert (group.states, group.said) == ([], [])


def test_group_that_moves_is_the_same_venue(group: Group) -> None:
    group.tells("joined")
    group.store.run(confirm_venue, Actor("staff", 1), code="buurt-zuid")

    assert group.tells("moved", moved_to="-200") is True
    assert group.tells("moved", moved_to="-200") is True
    group.tells("addressed", venue="-200")

    assert group.states == [("buurt-zuid", "confirmed")]
    assert group.said[-1].external_id == "-200"


def test_group_that_moves_after_its_new_number_was_heard_is_one_venue(group: Group) -> None:
    group.tells("joined")
    group.tells("addressed", venue="-200")

    group.tells("moved", moved_to="-200")

    assert group.states == [("buurt-zuid", "new")]


def test_nothing_that_was_said_is_kept(group: Group) -> None:
    group.tells("joined")
    group.tells("addressed")

    query = "SELECT text FROM inbound"
    assert group.store.look(
        lambda unit: unit.connection.exec_driver_sql(query).scalars().all()
    ) == [None, None]


@pytest.mark.parametrize("name", ["", "\x00\ud800\u202e", "a\nb\tc", "ل" * 5_000, "' OR 1=1 --"])
def test_odd_name_does_no_harm(group: Group, name: str) -> None:
    assert group.tells("joined", name=name) is True

    [line] = group.store.look(all_venues)
    assert 0 < len(line.name) <= 120
    assert line.name.isprintable()
    assert len(line.code) <= 20


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "9" * 5_000])
def test_odd_numbers_do_no_harm(group: Group, odd: str) -> None:
    assert group.tells("joined", external_id=odd, venue=odd) is True
    assert group.tells("moved", venue=odd, moved_to=odd + "1") is True
    assert group.tells("joined", external_id=odd, venue=odd + "1") is False


def test_place_that_is_somebodys_own_chat_says_nothing(group: Group) -> None:
    group.store.run(meet, NOBODY, channel="telegram", external_id="-100", language="nl")

    assert group.tells("joined") is True
    assert (group.states, group.said) == ([], [])


def test_news_that_fails_is_set_aside_and_counts_as_taken(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    group.tells("joined")

    def failing(*_: object, **__: object) -> None:
        raise KeyError("geheim")

    monkeypatch.setattr("bot.venues.venue_trail", failing)

    assert group.tells("addressed") is True
    query = "SELECT quarantined FROM inbound ORDER BY id"
    rows = group.store.look(lambda unit: unit.connection.exec_driver_sql(query).scalars().all())
    assert [bool(row) for row in rows] == [False, True]
    assert len(group.said) == 1


def test_news_of_which_nothing_can_be_stored_is_passed_by(
    group: Group, waterdam: Store, stored: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise KeyError("geheim")

    monkeypatch.setattr("bot.venues.find_presence", failing)

    said = group.tells("joined")

    assert (said, stored(waterdam, "SELECT channel, error FROM aside")) == (
        True,
        [("telegram", "KeyError")],
    )


def test_store_that_cannot_write_lets_the_channel_try_again(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreFailed

    monkeypatch.setattr("bot.venues.find_presence", full)

    with pytest.raises(StoreFailed):
        group.tells("joined")


def test_person_who_comes_by_a_groups_own_link_counts_and_brings_the_interest_home(
    group: Group, code: Callable[[], str], waterdam: Store, talk_with: Callable[..., Any]
) -> None:
    group.tells("joined")
    anna = talk_with(waterdam, "anna")

    anna.enter(code=code())
    anna.press("Alles bekijken")
    anna.press("Een buurtbatterij voor de Schapenwaard")
    anna.press("Vertel meer")
    anna.press("Ik doe mee")
    for answer in ("alleen", "Anna", "Twee handen", "ja"):
        anna.say(answer)

    query = (
        "SELECT trail.seen, trail.started, interest.trail_id, person.trail_id FROM trail, "
        "interest, person"
    )
    rows = waterdam.look(
        lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(query)]
    )
    assert rows == [(1, 1, 1, 1)]
