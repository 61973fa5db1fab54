"""Facts are set by name; what is published gets a version at each change, and only then."""

from typing import Any

import pytest
from sqlmodel import col, select

from outreach.opportunities.card import (
    count_unmet,
    open_opportunities,
    opportunity_card,
    opportunity_page,
)
from outreach.opportunities.edit import (
    find_by_tender_id,
    get_opportunity,
    new_opportunity,
    set_facts,
    set_with_words,
)
from outreach.opportunities.items import items_of
from outreach.opportunities.opportunity import OpportunityVersion
from outreach.refusal import Refusal
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.clock import Clock

NADIA = Actor("staff", 1)
A, B, C = ({"text": text, "kinds": [], "alternative": f"niet {text}"} for text in "ABC")


def make(store: Store, tender_id: str = "T-1", **facts: Any) -> int:
    return store.run(
        new_opportunity, NADIA, tender_id=tender_id, ocid_prefix="ocds-xxxxxx", **facts
    )


def version(store: Store, opportunity: int) -> tuple[int, list[int]]:
    def rule(unit: Unit) -> tuple[int, list[int]]:
        kept = select(OpportunityVersion.version).where(
            col(OpportunityVersion.opportunity_id) == opportunity
        )
        return get_opportunity(unit, opportunity=opportunity).version, unit.run(kept).scalars()

    return store.look(rule)


def deeds(store: Store) -> list[str]:
    query = "SELECT deed || ' ' || fields FROM event ORDER BY id"
    return store.look(lambda unit: list(unit.connection.exec_driver_sql(query).scalars()))


def requirements(store: Store, opportunity: int) -> list[tuple[int, str, int]]:
    return store.look(
        lambda unit: [(r.id, r.text, r.unmet) for r in items_of(unit, "requirements", opportunity)]
    )


def published(store: Store) -> int:
    """The first sample of Waterdam, which is open."""
    found = store.look(find_by_tender_id, tender_id="WD-2026-01")
    assert found is not None
    return found


def test_new_opportunity_is_a_draft_with_its_facts(store: Store) -> None:
    made = make(store, title="Zorg mee", value_cents=450_000)

    draft = store.look(lambda unit: get_opportunity(unit, opportunity=made).model_dump())
    assert (draft["state"], draft["version"], draft["title"]) == ("draft", 0, "Zorg mee")
    assert (draft["ocid"], draft["value_cents"]) == ("ocds-xxxxxx-T-1", 450_000)


@pytest.mark.parametrize("again", ["T-1", "t-1"])
def test_tender_id_is_taken_once(store: Store, again: str) -> None:
    make(store)

    with pytest.raises(Refusal, match="refusal-tender-id-taken"):
        make(store, again)


@pytest.mark.parametrize(
    ("first", "second"), [("WD_1", "WDX1"), ("100%", "100 procent"), ("a\\b", "ab"), ("%", "x")]
)
def test_signs_in_a_tender_id_stand_for_themselves(store: Store, first: str, second: str) -> None:
    made = make(store, second)

    assert store.look(find_by_tender_id, tender_id=first) is None
    assert make(store, first) != made
    assert store.look(find_by_tender_id, tender_id=first) == made + 1


def test_draft_changes_without_a_version(store: Store) -> None:
    made = make(store)

    changed = store.run(set_facts, NADIA, opportunity=made, title="Nieuw", requirements=[A])

    assert changed == ["title", "requirements"]
    assert version(store, made) == (0, [])


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "Nieuw"},
        {"requirements": [A]},
        {"parts": []},
        {"criteria": [{"text": "Plan", "weight": 100}]},
        {"places": ["GM9901"]},
        {"checklist": {"responsible": "De gemeente."}},
        {"title": "Nieuw", "summary": "Anders", "themes": ["sport"]},
    ],
    ids="+".join,
)
def test_published_change_is_one_version(waterdam: Store, facts: dict[str, Any]) -> None:
    opportunity = published(waterdam)

    changed = waterdam.run(set_facts, NADIA, opportunity=opportunity, **facts)

    assert changed == list(facts)
    assert version(waterdam, opportunity) == (2, [1, 2])
    assert deeds(waterdam)[-1] == "opportunity.changed " + str(changed).replace("'", '"').replace(
        " ", ""
    )


def test_source_changes_without_a_version(waterdam: Store, clock: Clock) -> None:
    opportunity = published(waterdam)

    waterdam.run(
        set_facts, NADIA, opportunity=opportunity, source={"ocid": "x"}, source_date=clock.now
    )

    assert version(waterdam, opportunity) == (1, [1])


def test_same_facts_again_are_no_change(waterdam: Store) -> None:
    opportunity = published(waterdam)
    page = waterdam.look(opportunity_page, opportunity=opportunity, language="nl")
    same = {
        "title": page.card.title,
        "themes": page.card.themes,
        "checklist": page.checklist,
        "places": page.places,
        "answers_until": page.card.answers_until,
        "questions_until": page.questions_until,
        "value_cents": page.value_cents,
        "starts_on": page.starts_on,
        "cooperation": page.card.cooperation,
    }
    before = deeds(waterdam)

    changed = waterdam.run(set_facts, NADIA, opportunity=opportunity, **same)

    assert changed == []
    assert version(waterdam, opportunity) == (1, [1])
    assert deeds(waterdam) == before


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"titel": "x"}, "refusal-field"),
        ({"state": "open"}, "refusal-field"),
        ({"version": 9}, "refusal-field"),
        ({"checklist": {"colour": "red"}}, "refusal-field"),
        ({"direction": "sideways"}, "refusal-code"),
        ({"themes": ["groen", "gras"]}, "refusal-code"),
        ({"contributions": ["gold"]}, "refusal-code"),
        ({"places": ["Nergenshuizen"]}, "refusal-place-unknown"),
        ({"title": "Nieuw", "arrangement": "gift"}, "refusal-code"),
    ],
)
def test_wrong_fact_is_refused_and_nothing_changes(
    waterdam: Store, facts: dict[str, Any], key: str
) -> None:
    opportunity = published(waterdam)
    before = waterdam.look(opportunity_page, opportunity=opportunity, language="nl")

    with pytest.raises(Refusal, match=key):
        waterdam.run(set_facts, NADIA, opportunity=opportunity, **facts)

    assert waterdam.look(opportunity_page, opportunity=opportunity, language="nl") == before


def test_unknown_opportunity_is_refused(store: Store) -> None:
    with pytest.raises(Refusal, match="refusal-unknown"):
        store.run(set_facts, NADIA, opportunity=99, title="x")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([A, B, C], [(1, "A", 1), (2, "B", 2), (3, "C", 3)]),
        ([A, B], [(1, "A", 1), (2, "B", 2)]),
        ([B, C], [(2, "B", 2), (3, "C", 3)]),
        ([A, C], [(1, "A", 1), (3, "C", 3)]),
        ([A, B, C, {"text": "D"}], [(1, "A", 1), (2, "B", 2), (3, "C", 3), (4, "D", 0)]),
        ([{"text": "D"}, A, B], [(4, "D", 0), (5, "A", 1), (6, "B", 2)]),
        ([A, {"text": "D"}, C], [(1, "A", 1), (4, "D", 0), (5, "C", 3)]),
        ([C, A], [(3, "C", 3), (4, "A", 1)]),
        ([A, A], [(1, "A", 1), (4, "A", 0)]),
        ([A | {"kinds": ["firm"]}, B], [(4, "A", 0), (5, "B", 2)]),
        ([], []),
    ],
)
def test_unchanged_requirement_keeps_its_count_and_the_list_its_order(
    store: Store, after: list[dict[str, Any]], expected: list[tuple[int, str, int]]
) -> None:
    made = make(store, requirements=[A, B, C])
    for requirement in (1, 2, 2, 3, 3, 3):
        store.run(count_unmet, Actor("person", 1), requirement=requirement)

    store.run(set_facts, NADIA, opportunity=made, requirements=after)

    assert requirements(store, made) == expected


def test_money_may_be_as_much_as_an_import_takes(store: Store) -> None:
    opportunity = make(store)

    store.run(set_facts, NADIA, opportunity=opportunity, value_cents=10**15)

    assert store.look(get_opportunity, opportunity=opportunity).value_cents == 10**15


@pytest.mark.parametrize("given", ["nadia@waterdam.example", " Nadia@Waterdam.Example "])
def test_contact_who_is_a_colleague_is_kept_by_address_and_shown_by_name(
    waterdam: Store, strip: int, given: str
) -> None:
    waterdam.run(
        add_staff, NOBODY, email="nadia@waterdam.example", name="Nadia de Wit", role="editor"
    )

    waterdam.run(set_facts, NOBODY, opportunity=strip, official=given)

    kept = waterdam.look(lambda unit: get_opportunity(unit, opportunity=strip).official)
    card = waterdam.look(opportunity_card, opportunity=strip, language="nl")
    listed = [
        one.official for one in waterdam.look(open_opportunities, language="nl") if one.id == strip
    ]
    assert (kept, card.official, listed) == (
        "nadia@waterdam.example",
        "Nadia de Wit",
        ["Nadia de Wit"],
    )


def test_contact_with_an_address_of_nobody_is_refused(waterdam: Store, strip: int) -> None:
    with pytest.raises(Refusal) as refusal:
        waterdam.run(set_facts, NOBODY, opportunity=strip, official="petra@waterdam.example")

    assert (refusal.value.key, refusal.value.facts) == (
        "refusal-staff-unknown",
        {"given": "petra@waterdam.example"},
    )


def test_contact_may_be_a_name(waterdam: Store, strip: int) -> None:
    waterdam.run(set_facts, NOBODY, opportunity=strip, official="Petra Bakker")

    assert (
        waterdam.look(opportunity_card, opportunity=strip, language="nl").official == "Petra Bakker"
    )


def words(store: Store, language: str) -> dict[str, str]:
    return store.look(
        lambda unit: dict(get_opportunity(unit, opportunity=1).translations.get(language, {}))
    )


def test_set_with_words_keeps_the_words_that_were_not_given(waterdam: Store) -> None:
    before = words(waterdam, "en")

    changed = waterdam.run(
        set_with_words, NOBODY, opportunity=1, translations={"en": {"title": "Benches"}}
    )

    assert changed == ["translations"]
    assert words(waterdam, "en") == before | {"title": "Benches"}


def test_set_with_words_begins_a_new_language(waterdam: Store) -> None:
    waterdam.run(set_with_words, NOBODY, opportunity=1, translations={"tr": {"title": "Park"}})

    assert words(waterdam, "tr") == {"title": "Park"}


def test_set_with_words_takes_an_empty_word_out(waterdam: Store) -> None:
    waterdam.run(set_with_words, NOBODY, opportunity=1, translations={"en": {"title": ""}})

    assert "title" not in words(waterdam, "en")


def test_set_with_words_sets_other_facts_too(waterdam: Store) -> None:
    changed = waterdam.run(set_with_words, NOBODY, opportunity=1, title="Bankjes")

    assert changed == ["title"]
