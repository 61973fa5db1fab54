"""A draft takes what fits, says what does not, and is fixed once it was approved."""

from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Texts
from outreach.campaigns.approve import Approved
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.draft import set_campaign
from outreach.campaigns.steer import cancel_campaign
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from outreach.venues.register import add_venue


def facts(store: Store, campaign: int) -> tuple[Any, ...]:
    row = store.look(get_campaign, campaign=campaign)
    return row.audience, row.plan, row.texts, row.venues


def test_what_was_set_stands_and_what_is_emptied_goes(
    waterdam: Store, drafted: Callable[..., int], staff: dict[str, Actor], texts: Texts
) -> None:
    campaign = drafted(themes=["groen"], first=10, spread=4, texts={"new": {"nl": "Hoi {titel}"}})

    changed = waterdam.run(
        set_campaign,
        staff["eef"],
        campaign=campaign,
        ours=texts,
        themes=[],
        languages=["nl"],
        spread=None,
        policy="hold",
    )

    assert changed == ["audience", "plan"]
    assert facts(waterdam, campaign) == (
        {"languages": ["nl"]},
        {"first": 10, "policy": "hold"},
        {"new": {"nl": "Hoi {titel}"}},
        [],
    )


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"places": ["Nergenshuizen"]}, "refusal-place-unknown"),
        ({"themes": ["vliegen"]}, "refusal-code"),
        ({"parties": ["robot"]}, "refusal-code"),
        ({"venues": ["nergens"]}, "refusal-venue-unknown"),
        ({"spread": 25}, "refusal-campaign-spread"),
    ],
)
def test_what_does_not_fit_is_refused(
    drafted: Callable[..., int], given: dict[str, Any], key: str
) -> None:
    with pytest.raises(Refusal) as refused:
        drafted(**given)

    assert refused.value.key == key


def test_text_for_a_step_that_there_is_not_is_refused(
    waterdam: Store, drafted: Callable[..., int]
) -> None:
    with pytest.raises(Refusal) as refused:
        drafted("thanks", texts={"new": {"nl": "Hoi"}})

    assert refused.value.key == "refusal-code"


def test_venues_are_kept_by_code(
    waterdam: Store, drafted: Callable[..., int], staff: dict[str, Actor]
) -> None:
    code = waterdam.run(add_venue, staff["eef"], name="Bord Lindenstraat", kind="notice_board")

    assert facts(waterdam, drafted(venues=[code.upper()]))[3] == [code]


def test_approved_or_cancelled_it_does_not_change(
    waterdam: Store,
    met: Callable[..., int],
    approved: Callable[..., tuple[int, Approved]],
    drafted: Callable[..., int],
    staff: dict[str, Actor],
    texts: Texts,
) -> None:
    met("fatma")
    fixed, _ = approved()
    called_off = drafted()
    waterdam.run(cancel_campaign, staff["omar"], campaign=called_off)

    for campaign in (fixed, called_off):
        with pytest.raises(Refusal) as refused:
            waterdam.run(set_campaign, staff["eef"], campaign=campaign, ours=texts, first=5)
        assert refused.value.key == "refusal-campaign-fixed"


def test_unknown_number_is_refused_as_it_was_typed(waterdam: Store, texts: Texts) -> None:
    with pytest.raises(Refusal) as refused:
        waterdam.look(get_campaign, campaign=1404)

    told = texts.text(refused.value.key, "nl", **refused.value.facts)
    assert told.startswith("Nummer 1404 bestaat niet.")


def test_standard_brings_our_own_words_back(
    waterdam: Store, drafted: Callable[..., int], staff: dict[str, Actor], texts: Texts
) -> None:
    campaign = drafted(texts={"new": {"nl": "Hoi {titel}", "en": "Hi {title}"}})

    waterdam.run(
        set_campaign, staff["eef"], campaign=campaign, ours=texts, texts={"new": {"nl": "standard"}}
    )

    assert facts(waterdam, campaign)[2] == {"new": {"en": "Hi {title}"}}
