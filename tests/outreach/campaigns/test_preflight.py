"""The card: what is in the way, what is worth a second look, and how it will look."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from outreach.campaigns.preflight import preflight
from outreach.campaigns.prepare import Terms
from outreach.campaigns.remarks import Remark
from outreach.delivery.account import hold_account
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor
from outreach.venues.register import add_venue
from tests.clock import Clock
from tests.conftest import Dump
from tests.outreach.campaigns.joining import card


def keys(remarks: list[Remark]) -> list[str]:
    return [remark.key.removeprefix("campaign-") for remark in remarks]


def test_campaign_that_can_go_has_nothing_in_the_way(
    met: Callable[..., int], waterdam: Store, drafted: Callable[..., int], terms: Terms
) -> None:
    for number in range(6):
        met(f"p{number}")

    seen = card(waterdam, drafted(), terms)

    assert (keys(seen.blockers), keys(seen.warnings)) == ([], [])


@pytest.mark.parametrize(
    ("statement", "facts", "blockers"),
    [
        ("UPDATE opportunity SET state = 'closed'", {}, ["block-not-open"]),
        (
            "UPDATE opportunity SET answers_until = '2026-11-02 08:00:00.000000'",
            {},
            ["block-over", "block-expires"],
        ),
        ("UPDATE opportunity SET answers_until = '2026-11-06 08:00:00.000000'", {}, ["block-soon"]),
        (
            "SELECT 1",
            {"expires": datetime(2026, 11, 2, 9, 5, tzinfo=UTC)},
            ["block-expires"],
        ),
        ("SELECT 1", {"remind": 60}, ["block-reminder"]),
        ("UPDATE person SET language = 'tr'", {}, ["block-text"]),
        ("UPDATE address SET news = false", {}, ["block-nobody"]),
    ],
)
def test_what_is_in_the_way_is_named(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    change: Callable[..., None],
    statement: str,
    facts: dict[str, Any],
    blockers: list[str],
) -> None:
    met("fatma")
    change(
        waterdam,
        statement if not waterdam.database.shared else statement.replace(".000000'", "+00:00'"),
    )

    seen = card(waterdam, drafted(**facts), terms)

    assert keys(seen.blockers) == blockers


def test_channel_that_refuses_our_account_is_in_the_way(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    clock: Clock,
) -> None:
    met("fatma", "telegram")
    waterdam.run(
        hold_account, TICK, channel="telegram", until=clock.now, trouble="send-channel-broken"
    )

    assert keys(card(waterdam, drafted(), terms).blockers) == ["block-channel"]


def test_own_text_fills_a_language_that_we_have_no_words_for(
    waterdam: Store, met: Callable[..., int], drafted: Callable[..., int], terms: Terms
) -> None:
    met("fatma", language="tr")

    seen = card(waterdam, drafted(texts={"new": {"tr": "Merhaba! {titel}"}}), terms)

    assert keys(seen.blockers) == []
    assert seen.previews[0].messages[0].text.startswith("Merhaba! Zorg mee voor het plantsoen")


def test_with_nobody_to_write_to_venues_are_proposed(
    waterdam: Store, drafted: Callable[..., int], terms: Terms, staff: dict[str, Actor]
) -> None:
    code = waterdam.run(add_venue, staff["eef"], name="Bord Lindenstraat", kind="notice_board")

    seen = card(waterdam, drafted(), terms)

    assert keys(seen.blockers) == ["block-nobody"]
    assert [venue.code for venue in seen.beside.proposed] == [code]


def test_preview_is_what_each_channel_shows(
    waterdam: Store, met: Callable[..., int], drafted: Callable[..., int], terms: Terms
) -> None:
    met("fatma")
    met("ada", "telegram")

    seen = {
        (look.channel, look.language): look.messages
        for look in card(waterdam, drafted(), terms).previews
    }

    assert [option.label for option in seen["telegram", "nl"][0].options] == ["Vertel meer"]
    assert seen["web", "nl"][0].options == ()
    assert seen["web", "nl"][0].links[0].address == "https://kansen.example/c/VBRD2345"


def test_finish_follows_from_the_rate(
    waterdam: Store, met: Callable[..., int], drafted: Callable[..., int], terms: Terms
) -> None:
    for number in range(48):
        met(f"p{number}", "telegram")

    (step,) = card(waterdam, drafted(), terms).steps

    assert (step.finish - step.waves[0][1]).total_seconds() == pytest.approx(2, abs=0.01)


def test_hard_text_few_and_many_people_are_worth_a_look(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    met("fatma")
    hard = (
        "De participatieverklaring inzake burgerinitiatieven dient onverwijld geretourneerd te "
        "worden."
    )

    seen = card(waterdam, drafted(texts={"new": {"nl": hard}}), terms)

    assert keys(seen.warnings)[:2] == ["warn-few", "warn-hard"]


def test_card_writes_nothing(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    dump: Callable[[Store], Dump],
) -> None:
    met("fatma")
    campaign = drafted(first=10, remind=3)
    before = dump(waterdam)

    waterdam.look(preflight, campaign=campaign, terms=terms)

    assert dump(waterdam) == before


def test_moment_that_has_passed_and_a_group_of_nobody_are_said(
    waterdam: Store,
    met: Callable[..., int],
    drafted: Callable[..., int],
    terms: Terms,
    clock: Clock,
) -> None:
    met("fatma")
    past = clock.now + timedelta(days=2)
    late_one = drafted(at=past)
    clock.passes(days=3)
    begins = terms.quiet.over(clock.now + terms.cancel)

    late = card(waterdam, late_one, terms).warnings
    polish = card(waterdam, drafted(languages=["pl", "nl"]), terms).warnings
    nobody = card(waterdam, drafted(languages=["pl"]), terms).warnings

    few = Remark("campaign-warn-few", {"people": 1})
    assert late == [Remark("campaign-warn-passed", {"at": past, "begins": begins}), few]
    assert polish == [Remark("campaign-warn-language", {"language": "pl"}), few]
    assert nobody == [
        Remark("campaign-warn-language", {"language": "pl"}),
        Remark("campaign-warn-group", {"fields": ["languages"]}),
    ]
