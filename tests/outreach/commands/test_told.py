"""What the command line says of who is told: in one line after a change, and in full."""

from collections.abc import Callable
from pathlib import Path

import pytest

from content.texts import Texts
from outreach.commands.terminal import Printer
from outreach.commands.told import apart
from outreach.delivery.errors import SendError
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown
from tests.statements import run_sql


@pytest.fixture
def told(type_: Callable[..., Shown], fatima: Actor, folder: Path) -> None:
    """A change was told: it could not be sent."""
    type_("opportunities", "set", "--yes", "1", "official=Omar")
    with Store(folder / "kansenbode.db") as store:
        end = (
            "UPDATE delivery SET state = 'failed', reason = 'send-refused', done_at = '2026-11-02 "
            "09:00:00.000000'"
        )
        run_sql(store, end)


@pytest.mark.parametrize(
    "step",
    [
        ("set", "1", "official=Omar"),
        ("close", "1"),
        ("withdraw", "1", "--reason", "Het geld is op."),
    ],
)
def test_change_says_how_many_are_told_and_when(
    type_: Callable[..., Shown], fatima: Actor, step: tuple[str, ...]
) -> None:
    shown = type_("opportunities", *step, "--yes")

    assert shown.code == 0
    assert "Eén persoon krijgt bericht: " in shown.out


def test_change_that_nobody_hears_of_says_nothing_of_it(type_: Callable[..., Shown]) -> None:
    assert type_("opportunities", "set", "--yes", "1", "official=Omar").out == (
        "Veranderd: contactpersoon\n- contactpersoon: “Nadia de Wit” wordt “Omar”\n"
    )


def test_nobody_was_told_anything_yet(type_: Callable[..., Shown]) -> None:
    assert type_("opportunities", "told", "1").out == "Er is nog niemand bericht gestuurd.\n"
    assert type_("opportunities", "told", "1", "--json").json == []


def test_notices_are_shown_with_their_counts(type_: Callable[..., Shown], told: None) -> None:
    shown, row = (
        type_("opportunities", "told", "1"),
        type_("opportunities", "told", "WD-2026-01", "--json").json[0],
    )

    assert "verandering" in shown.out
    assert "Het grootste verschil tussen de eerste en de laatste: –.\n" in shown.out
    counts = {
        name: row[name]
        for name in ("what", "persons", "sent", "waiting", "failed", "gone", "stopped", "apart")
    }
    assert counts == {
        "what": "change",
        "persons": 1,
        "sent": 0,
        "waiting": 0,
        "failed": 1,
        "gone": 0,
        "stopped": 0,
        "apart": None,
    }


def test_each_person_is_shown_by_number_with_the_reason_in_words(
    type_: Callable[..., Shown], told: None, fatima: Actor
) -> None:
    shown, row = (
        type_("opportunities", "told", "1", "--people"),
        type_("opportunities", "told", "1", "--json").json[0],
    )

    assert "Het kanaal wilde dit bericht niet versturen." in shown.out
    assert "secret-cookie" not in shown.out + str(row)
    assert row["people"] == [
        {
            "person": fatima.id,
            "channel": "web",
            "state": "failed",
            "at": row["people"][0]["at"],
            "reason": "send-refused",
        }
    ]


def test_record_of_an_opportunity_says_it_in_one_line(
    type_: Callable[..., Shown], told: None
) -> None:
    assert "Er is één bericht gestuurd of gepland. Nog niemand heeft het gekregen." in (
        type_("opportunities", "show", "1").out
    )


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, None),
        (0.0, "0 seconden"),
        (1.0, "1 seconde"),
        (119.4, "119 seconden"),
        (120.0, "2 minuten"),
        (7_200.0, "2 uur"),
        (172_800.0, "2 dagen"),
    ],
)
def test_stretch_of_time_is_said_in_words(
    texts: Texts, seconds: float | None, said: str | None
) -> None:
    assert apart(Printer(texts, "nl"), seconds) == said


def test_every_reason_for_failing_has_its_words(texts: Texts) -> None:
    family = [SendError]
    for error in family:
        family += error.__subclasses__()

    assert [error.key for error in family if not texts.has(error.key)] == []


def test_what_still_goes_out_is_shown_and_can_be_called_off(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("opportunities", "set", "--yes", "1", "official=Omar")
    shown, [row] = (
        type_("opportunities", "planned"),
        type_("opportunities", "planned", "WD-2026-01", "--json").json,
    )

    done = type_("opportunities", "call-off", str(row["id"]))

    assert "Dit krijgt één persoon te lezen:\n\nEr is iets veranderd bij de kans" in shown.out
    assert (row["what"], row["persons"]) == ("change", 1)
    assert done.out == (
        f"Bericht {row['id']} is afgezegd. Eén persoon krijgt het niet. Niemand had het al. "
        "Wat je veranderde, blijft zo.\n"
    )
    assert type_("opportunities", "planned").out == "Er wacht geen bericht.\n"
    [told] = type_("opportunities", "told", "1", "--json").json
    assert (told["called_off"], told["stopped"], told["people"][0]["reason"]) == (
        True,
        1,
        "send-called-off",
    )
    assert (
        "Een medewerker heeft dit bericht afgezegd."
        in type_("opportunities", "told", "1", "--people").out
    )


def test_notice_that_does_not_wait_is_not_called_off(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    shown = type_("opportunities", "call-off", "7")

    assert (shown.code, shown.err.partition(":")[0]) == (1, "Bericht 7 wacht niet")


def test_viewer_sees_what_still_goes_out_without_its_words(
    type_: Callable[..., Shown],
    fatima: Actor,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    type_("staff", "add", "kees@waterdam.example", "--role", "kijker")
    type_("opportunities", "set", "--yes", "1", "official=Omar")

    shown = type_("opportunities", "planned", "--as", "kees@waterdam.example")
    [row] = type_("opportunities", "planned", "1", "--json", "--as", "kees@waterdam.example").json

    assert (row["what"], row["persons"], row["texts"]) == ("change", 1, {})
    assert "te lezen" not in shown.out
    assert (
        shown.err == "Namen en woorden van bewoners zijn weggelaten: je rol mag die niet lezen.\n"
    )
    assert [(actor, ids) for actor, deed, ids in events() if deed == "told.read"] == [
        ("staff:2", {}),
        ("staff:2", {"opportunity": 1}),
    ]
