"""What waits, on both databases."""

from collections.abc import Callable
from datetime import date

import pytest

from outreach.delivery.mailing import MailingKind, MailingState, open_mailing
from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.interests.question import ask_human, ask_question
from outreach.parties.person import meet
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.tasks.waiting import NOT_CONFIRMED_LIST, WAITING_LISTS, Waiting, waiting
from tests.clock import Clock

CAMPAIGN = """
INSERT INTO campaign (id, opportunity_id, occasion, state, audience, texts, plan, venues, made_by,
made_at) VALUES (7, 1, 'new', '{}', '{{}}', '{{}}', '{{}}', '[]', 1, '2026-11-02 09:00:00')
"""


@pytest.fixture
def ada(waterdam: Store) -> Actor:
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    return Actor("person", person)


def listed(store: Store) -> list[tuple[str, int, str | None, date | None]]:
    items = store.look(waiting, most=10)
    return [(item.kind, item.number, item.tender_id, item.answer_by) for item in items]


def test_what_was_promised_first_comes_first(
    waterdam: Store, strip: int, ada: Actor, clock: Clock
) -> None:
    waterdam.run(ask_human, ada, opportunity=None, text="Bel mij")
    clock.passes(days=1)
    party = PartyDraft("resident", "Ada")
    waterdam.run(express_interest, ada, opportunity=strip, version=1, party=party, brings="handen")
    clock.passes(days=1)
    waterdam.run(ask_question, ada, opportunity=strip, text="Mag mijn hond mee?")

    kinds = [(item.kind, item.number, item.tender_id) for item in waterdam.look(waiting, most=10)]

    assert kinds == [
        ("human", 1, None),
        ("interest", 1, "WD-2026-01"),
        ("question", 2, "WD-2026-01"),
    ]


def test_what_got_a_reaction_waits_no_more(waterdam: Store, strip: int, ada: Actor) -> None:
    party = PartyDraft("resident", "Ada")
    waterdam.run(express_interest, ada, opportunity=strip, version=1, party=party, brings="handen")

    waterdam.run(move_interest, Actor("staff", 1), interest=1, state="in_talk")

    assert listed(waterdam) == []


@pytest.mark.parametrize(
    ("state", "stands"),
    [(MailingState.PAUSED, True), (MailingState.LATE, True), ("sending", False), ("done", False)],
)
def test_campaign_that_stands_still_waits(
    waterdam: Store, change: Callable[..., None], state: str, stands: bool
) -> None:
    change(
        waterdam,
        "INSERT INTO staff (id, email, name, role) VALUES (1, 'n@w.example', 'Nadia', 'sender')",
    )
    change(waterdam, CAMPAIGN.format("approved").replace(":00:00", r"\:00\:00"))
    waterdam.run(
        open_mailing,
        NOBODY,
        kind=MailingKind.CAMPAIGN,
        name="campaign-new",
        opportunity=1,
        campaign_id=7,
        state=state,
    )

    assert listed(waterdam) == ([(state, 7, "WD-2026-01", None)] if stands else [])


def test_late_is_what_was_promised_for_a_day_that_went_by(clock: Clock) -> None:
    item = Waiting("question", 1, None, None, None, clock.now, date(2026, 11, 2))

    assert [item.is_late(date(2026, 11, day)) for day in (1, 2, 3)] == [False, False, True]


@pytest.mark.sqlite
def test_party_that_let_its_last_day_go_by_is_found_by_an_index(store: Store, clock: Clock) -> None:
    text = str(NOT_CONFIRMED_LIST.compile())
    values = {"now": clock.now.isoformat(), "most": 5}

    plan = store.look(
        lambda unit: [
            row[3] for row in unit.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
        ]
    )

    assert "ix_outcome_asked" in plan[0]
    assert [step for step in plan if step.startswith("SCAN") or "TEMP B-TREE" in step] == []


@pytest.mark.sqlite
@pytest.mark.parametrize("number", range(len(WAITING_LISTS)))
def test_each_kind_is_found_by_an_index(store: Store, number: int) -> None:
    text = str(
        WAITING_LISTS[number].compile(
            compile_kwargs={"literal_binds": True, "render_postcompile": True}
        )
    ).replace(":most", "5")

    plan = store.look(
        lambda unit: [
            row[3] for row in unit.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")
        ]
    )

    # There are no more ticks than the clockwork has.
    assert [step for step in plan if step.startswith("SCAN") and "USING" not in step] in (
        [],
        ["SCAN tick"],
    )
    assert [step for step in plan if "TEMP B-TREE" in step] == []


def test_mail_that_the_server_does_not_take_waits_for_somebody_to_look(
    waterdam: Store, change: Callable[..., None]
) -> None:
    waterdam.run(add_staff, NOBODY, email="petra@waterdam.example", name="Petra", role="editor")
    for tries, reason in ((1, "NULL"), (3, "'SMTPConnectError 421'")):
        change(
            waterdam,
            "INSERT INTO mail (staff_id, state, made_at, next_at, tries, reason) "
            f"VALUES (1, 'planned', '2026-11-02 09:00:00', '2026-11-02 09:00:00', {tries}, "
            f"{reason})",
        )

    (item,) = waterdam.look(waiting, most=10)

    assert (item.kind, item.number, item.command) == ("mail", 1, "kansenbode doctor")
