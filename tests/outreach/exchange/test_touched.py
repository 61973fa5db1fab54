"""What an import changes in a record that people know is shown first, from any file."""

from typing import Any

import pytest

from outreach.exchange.touched import Touched, changed_by_hand
from outreach.interests.foresee import Changed
from outreach.opportunities.edit import set_facts
from outreach.opportunities.questions import checklist
from outreach.store.store import Store
from tests.outreach.exchange.conftest import (
    NADIA,
    Enter,
    Take,
    columns,
    everything,
    express,
    facts,
    known,
    make,
    number,
    release,
)
from tests.outreach.exchange.opening import opened

NEWER = "2026-10-02T09:00:00Z"
UNTIL = "2027-06-30T23:59:59+02:00"


def seen(touched: list[Touched]) -> list[tuple[str, str, list[Changed], int, bool]]:
    """Number, title, what changes, how many hear of it, and whether it was kept."""
    return [
        (
            item.foreseen.tender_id,
            item.foreseen.title,
            item.foreseen.changes,
            item.foreseen.told.persons,
            item.kept,
        )
        for item in touched
    ]


def imported(store: Store, take: Take) -> int:
    """A record from a release, opened by staff, with somebody who joined."""
    known(store)
    take(release(tenderPeriod={"endDate": UNTIL}))
    return opened(store)


def test_row_of_an_open_record_is_left_and_the_other_rows_are_stored(
    store: Store, enter: Enter
) -> None:
    make(store, "open", duration="2 jaar")
    express(store, "resident", "Ada")
    enter("kenmerk;titel", "T-2;Concept")
    before = columns(store)

    done = enter(
        "kenmerk;titel;hoe lang", "T-1;;3 jaar", "T-2;Beter;", "T-3;Nieuw;", keep="unnoticed"
    )

    change = Changed("duration", "2 jaar", "3 jaar")
    assert (done.made, done.updated, done.held, done.refused) == (1, 1, 1, 0)
    assert seen(done.touched) == [("T-1", "Zorg mee", [change], 1, False)]
    assert columns(store) == before
    assert [columns(store, given)["title"] for given in ("T-2", "T-3")] == ["Beter", "Nieuw"]


def test_row_of_an_open_record_is_stored_and_shown_after_a_yes(store: Store, enter: Enter) -> None:
    make(store, "open", duration="2 jaar")
    express(store, "resident", "Ada")

    done = enter("kenmerk;hoe lang", "T-1;3 jaar", keep="always")

    assert (done.updated, done.held, facts(store)["duration"]) == (1, 0, "3 jaar")
    assert seen(done.touched) == [
        ("T-1", "Zorg mee", [Changed("duration", "2 jaar", "3 jaar")], 1, True)
    ]


@pytest.mark.parametrize("steps", [["open", "closed"], ["open", "closed", "open"]])
def test_record_that_was_ever_public_is_looked_at_first(
    store: Store, enter: Enter, steps: list[str]
) -> None:
    make(store, *steps)

    done = enter("kenmerk;hoe lang", "T-1;3 jaar", keep="unnoticed")

    assert (done.held, facts(store)["duration"]) == (1, "")


def test_preview_of_a_table_counts_everything_and_stores_nothing(
    waterdam: Store, enter: Enter
) -> None:
    make(waterdam, "open")
    enter("kenmerk;titel", "T-2;Concept", into=waterdam)
    before = everything(waterdam)
    rows = (
        "T-1;Anders;",
        "T-2;Beter;",
        "T-3;Nieuw;",
        "T-4;;",
        "T-5;Fout;Nergens",
        "T-6;Goed;Waterdam",
    )

    done = enter("kenmerk;titel;plekken", *rows, into=waterdam, keep="never")

    assert (done.made, done.updated, done.refused, done.held) == (2, 2, 2, 0)
    assert [found.where for found in done.findings.shown] == ["5", "6"]
    assert [
        (item.foreseen.tender_id, item.foreseen.public, item.kept) for item in done.touched
    ] == [
        ("T-2", False, False),
        ("T-1", True, False),
    ]
    assert everything(waterdam) == before


def test_newer_release_of_an_open_record_is_left_and_comes_in_after_a_yes(
    store: Store, take: Take
) -> None:
    imported(store, take)
    newer = release(date=NEWER, title="Anders", tenderPeriod={"endDate": UNTIL})
    before = everything(store)

    held = take(newer, keep="unnoticed")
    unchanged = everything(store) == before
    done = take(newer, keep="always")

    change = Changed("title", "Zorg mee", "Anders")
    assert (held.updated, held.held, unchanged) == (0, 1, True)
    assert seen(held.touched) == [("T-1", "Zorg mee", [change], 1, False)]
    assert (done.updated, done.held, facts(store)["title"]) == (1, 0, "Anders")


def test_release_that_closes_an_open_record_is_left_too(store: Store, take: Take) -> None:
    imported(store, take)

    done = take(
        release(date=NEWER, status="complete", tenderPeriod={"endDate": UNTIL}), keep="unnoticed"
    )

    assert (done.held, [item.closes for item in done.touched], columns(store)["state"]) == (
        1,
        [True],
        "open",
    )


def test_newer_release_that_nobody_notices_needs_no_yes(store: Store, take: Take) -> None:
    imported(store, take)

    done = take(release(date=NEWER, x_extra=1, tenderPeriod={"endDate": UNTIL}), keep="unnoticed")

    assert (done.updated, done.held, done.touched) == (1, 0, [])
    assert columns(store)["source"]["tender"]["x_extra"] == 1


def test_preview_of_releases_stores_nothing(store: Store, take: Take) -> None:
    imported(store, take)
    package = [
        release(date=NEWER, title="Anders"),
        release(ocid="ocds-abc123-2", id="2"),
        release(ocid="ocds-abc123-3"),
    ]
    before = everything(store)

    done = take({"releases": package}, keep="never")

    assert (done.made, done.updated, done.held) == (2, 1, 0)
    assert everything(store) == before


@pytest.mark.parametrize(
    "row",
    [
        "kenmerk;richting|T-1;gemengd",
        "kenmerk;beoordelingspunt 1;beoordelingspunt 1 telt mee (%)|T-1;Prijs;100",
    ],
)
@pytest.mark.parametrize("keep", ["never", "unnoticed", "always"])
def test_table_changes_no_rules_after_the_first_interest(
    store: Store, enter: Enter, row: str, keep: str
) -> None:
    answers = dict.fromkeys((*checklist("combined"), "scheme"), "Nee.") | {"scarce": "enough"}
    make(store, "open", criteria=[{"text": "Hulp", "weight": 100}], checklist=answers)
    express(store, "resident", "Ada")
    before = columns(store)

    done = enter(*row.split("|"), keep=keep)

    assert [found.key for found in done.findings.shown] == ["refusal-same-rules"]
    assert (done.refused, done.held, columns(store)) == (1, 0, before)


@pytest.mark.parametrize("keep", ["never", "unnoticed", "always"])
def test_release_changes_no_rules_after_the_first_interest(
    store: Store, take: Take, keep: str
) -> None:
    known(store)
    criteria: dict[str, Any] = {
        "awardCriteriaDetails": "100% Hulp",
        "tenderPeriod": {"endDate": UNTIL},
    }
    take(release(**criteria))
    opened(store)

    done = take(release(date=NEWER, **criteria | {"awardCriteriaDetails": "100% Prijs"}), keep=keep)

    assert [found.key for found in done.findings.shown if found.key.startswith("refusal")] == [
        "refusal-same-rules"
    ]
    assert (done.refused, facts(store)["criteria"][0]["text"]) == (1, "Hulp")


def test_what_a_colleague_changed_last_is_known_as_changed_by_hand(
    store: Store, enter: Enter
) -> None:
    enter("kenmerk;titel;hoe lang;in één zin", "T-1;Zorg mee;2 jaar;Kort.")
    about = number(store)
    store.run(set_facts, NADIA, opportunity=about, duration="3 jaar", summary="Korter.")
    enter("kenmerk;in één zin", "T-1;Kortst.")

    hands = store.look(changed_by_hand, opportunities=[about, about + 1])

    assert hands == {about: {"duration": columns(store)["changed_at"]}}


def test_table_takes_out_no_part_that_somebody_chose(store: Store, enter: Enter) -> None:
    make(store, "open", parts=[{"key": "1", "title": "Maaien"}, {"key": "2", "title": "Wieden"}])
    express(store, "resident", "Ada", part_keys=["2"])

    done = enter("kenmerk;onderdeel 2", "T-1;-", keep="always")

    assert [found.key for found in done.findings.shown] == ["refusal-part-chosen"]
    assert [part["key"] for part in facts(store)["parts"]] == ["1", "2"]


def test_part_that_a_newer_release_leaves_out_stays(store: Store, take: Take) -> None:
    known(store)
    lots = [{"id": "1", "title": "Maaien"}, {"id": "2", "title": "Wieden"}]
    take(release(lots=lots, tenderPeriod={"endDate": UNTIL}))
    opened(store)

    take(release(date=NEWER, lots=lots[:1], tenderPeriod={"endDate": UNTIL}), keep="always")

    assert [part["key"] for part in facts(store)["parts"]] == ["1", "2"]


def test_release_without_a_deadline_leaves_that_of_a_public_record(
    store: Store, take: Take
) -> None:
    imported(store, take)
    before = facts(store)["answers_until"]

    done = take(release(date=NEWER, tenderPeriod={"endDate": None}))

    assert (done.updated, [found.key for found in done.findings.shown]) == (
        0,
        ["fault-deadline-cleared"],
    )
    assert facts(store)["answers_until"] == before


def test_our_own_file_without_a_deadline_leaves_that_of_a_public_record(
    store: Store, take: Take
) -> None:
    imported(store, take)
    before = facts(store)["answers_until"]

    done = take(release(date=NEWER, x_kansenbode={"by": "GM0001", "answers_until": None}))

    assert [found.key for found in done.findings.shown] == ["fault-deadline-cleared"]
    assert facts(store)["answers_until"] == before


def test_deadline_that_a_release_moves_is_told(store: Store, take: Take) -> None:
    imported(store, take)
    later = "2027-07-31T23:59:59+02:00"

    done = take(release(date=NEWER, tenderPeriod={"endDate": later}))

    assert (done.updated, [item.foreseen.told.persons for item in done.touched]) == (1, [1])
    assert facts(store)["answers_until"].isoformat() == "2027-07-31T21:59:59+00:00"
