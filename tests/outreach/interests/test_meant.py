"""Which record staff mean."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.meant import (
    interest_number,
    number_once,
    opportunity_number,
    question_number,
)
from outreach.opportunities.edit import new_opportunity
from outreach.parties.person import meet
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.trail import lay_trail


@pytest.mark.parametrize(
    "given",
    [
        "WD-2026-03",
        "wd-2026-03",
        " WD-2026-03 ",
        "wd 2026 03",
        "WD202603",
        "#3",
        "ocds-xxxxxx-WD-2026-03",
        "3",
    ],
)
def test_opportunity_number_knows_kenmerk_ocid_and_number(waterdam: Store, given: str) -> None:
    assert waterdam.look(opportunity_number, given=given) == 3


def test_opportunity_number_prefers_a_kenmerk_that_is_a_number(waterdam: Store) -> None:
    waterdam.run(new_opportunity, NOBODY, tender_id="3", ocid_prefix="ocds-xxxxxx")

    assert waterdam.look(opportunity_number, given="3") == 9


@pytest.mark.parametrize(
    "given", ["", "0", "99", "%", "WD_2026_03", "²", "٣", "2147483648", "9" * 40]
)
def test_opportunity_number_refuses_an_unknown_one(waterdam: Store, given: str) -> None:
    with pytest.raises(Refusal) as refusal:
        waterdam.look(opportunity_number, given=given)

    assert refusal.value.key == "refusal-unknown"


def test_opportunity_number_follows_the_code_of_a_trail(waterdam: Store) -> None:
    code = waterdam.run(lay_trail, NOBODY, opportunity=4, kind="mailing")

    assert waterdam.look(opportunity_number, given=f"{code[:4]} {code[4:].lower()}") == 4


def test_interest_number_knows_the_reference_and_the_number(waterdam: Store) -> None:
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="a", language="nl")
    party = PartyDraft("firm", "Groenwerk")
    made = waterdam.run(
        express_interest,
        Actor("person", person),
        opportunity=1,
        version=1,
        party=party,
        brings="een kraan",
    )

    assert [
        waterdam.look(interest_number, given=given) for given in ("1", "#1", made.reference.lower())
    ] == [1, 1, 1]


@pytest.mark.parametrize("find", [interest_number, question_number])
@pytest.mark.parametrize("given", ["", "0", "99", "#99", "²", "2147483648", "9" * 40])
def test_interest_and_question_that_are_unknown_are_refused(
    waterdam: Store, find: Callable[..., Any], given: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        waterdam.look(find, given=given)

    assert refusal.value.key == "refusal-unknown"


def test_number_of_what_may_be_gone_is_only_read() -> None:
    assert [number_once(given) for given in ("3", " #3 ", "99999")] == [3, 3, 99999]
