"""`kansenbode campaign`, as staff type it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from content.texts import Texts
from outreach.campaigns.claim import claim_campaigns
from outreach.commands.terminal import COUNT, Printer
from outreach.delivery.lane import ClaimTerms
from outreach.store.codes import make_code
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.conftest import LOUD
from tests.outreach.commands.conftest import Shown


def test_report_goes_to_a_file_as_it_is_shown(
    type_: Callable[..., Shown], people: None, tmp_path: Path
) -> None:
    type_("campaign", "new", "WD-2026-01")
    type_("campaign", "approve", "1", "--people", "3")
    totals, names = tmp_path / "totals.xlsx", tmp_path / "names.xlsx"

    shown = [type_("campaign", "report", "1", "--to", str(totals))]
    shown += [type_("campaign", "report", "1", "--people", "--to", str(names))]

    steps, told = CalamineWorkbook.from_path(totals), CalamineWorkbook.from_path(names)
    assert [one.code for one in shown] == [0, 0]
    assert steps.sheet_names == ["Stappen", "Waarom niet", "Wat het bracht"]
    assert (
        steps.get_sheet_by_index(0).to_python()[0][0],
        steps.get_sheet_by_index(0).to_python()[1][3],
    ) == (
        "bericht",
        3,
    )
    persons = told.get_sheet_by_name("Wie wat kreeg").to_python()
    assert (persons[0][1], len(persons)) == ("persoon", 4)


def test_campaign_from_draft_to_report(type_: Callable[..., Shown], people: None) -> None:
    made = type_("campaign", "new", "WD-2026-01", "first=50", "spread=2", "remind=3")
    listed = type_("campaign", "list")
    card = type_("campaign", "preflight", "1")
    approved = type_("campaign", "approve", "1", "--people", "3")
    watched = type_("campaign", "watch", "1", "--once")
    told = type_("campaign", "report", "1", "--people")
    report = type_("campaign", "report", "1", "--json")

    shown = (made, listed, card, approved, watched, told, report)
    assert [one.code for one in shown] == [0] * 7, [one.err for one in shown]
    assert "Campagne 1 is gemaakt." in made.out
    assert "concept" in listed.out
    assert "3 mensen krijgen dit bericht." in card.out
    assert "heeft niet om nieuws gevraagd" in card.out
    assert "Samen: 3 wel en 1 niet" in card.out
    assert "Hoi! Gemeente Waterdam zoekt mensen die willen meedoen." in card.out
    assert "De campagne kan uit." in card.out
    assert "3 mensen krijgen haar vanaf" in approved.out
    assert "Nog te gaan: 3 van 3." in watched.out
    assert told.out.count("wacht") >= 3
    assert [step["counts"] for step in report.json] == [{"planned": 3}, {"planned": 3}]


def test_hold_go_on_call_off_and_try_again(
    type_: Callable[..., Shown], people: None, folder: Path
) -> None:
    type_("campaign", "new", "WD-2026-01")
    type_("campaign", "approve", "1")

    held = type_("campaign", "pause", "1")
    on = type_("campaign", "resume", "1")
    again = type_("campaign", "retry", "1")
    off = type_("campaign", "cancel", "1")
    more = type_("campaign", "resume", "1")

    assert [one.code for one in (held, on, again, off, more)] == [0, 0, 0, 0, 1]
    assert "Er is niets om opnieuw te proberen." in again.out
    assert "3 berichten gaan niet meer uit." in off.out
    assert "Dat kan nu niet met campagne 1." in more.err


def test_own_text_comes_from_a_file_and_back(
    type_: Callable[..., Shown], people: None, tmp_path: Path
) -> None:
    (tmp_path / "brief.txt").write_text("Dag buur!\n\n{titel} wacht op je.", "utf-8")
    type_("campaign", "new", "WD-2026-01")

    done = type_(
        "campaign", "set", "1", f"text.nl=@{tmp_path / 'brief.txt'}", "themes=groen", "languages=nl"
    )
    shown = type_("campaign", "show", "1")
    card = type_("campaign", "preflight", "1", "--json")
    back = type_("campaign", "set", "1", "text.nl=standard", "themes=")

    assert "Veranderd: voor wie, teksten" in done.out
    assert "Dag buur!" in shown.out
    assert card.json[0]["previews"][0]["messages"][0]["text"].startswith(
        "Dag buur!\n\nZorg mee voor het plantsoen"
    )
    assert back.code == 0


def test_test_goes_to_whoever_typed_the_code(
    type_: Callable[..., Shown], people: None, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        code = store.run(make_code, TICK, "link", 1)
    type_("campaign", "new", "WD-2026-01")

    shown = type_("campaign", "test-send", "1", code)
    again = type_("campaign", "test-send", "1", "ABCD2345")

    assert (shown.code, again.code) == (0, 1), shown.err
    with Store(folder / "kansenbode.db") as store:
        rows = store.look(
            lambda unit: unit.connection.exec_driver_sql(
                "SELECT person_id, message FROM delivery"
            ).all()
        )
    assert [person for person, _ in rows] == [1]
    assert "Gemeente Waterdam zoekt mensen" in rows[0][1]


def test_edited_record_holds_the_campaign_says_so_and_goes_on_with_the_new_text(
    type_: Callable[..., Shown], people: None, tmp_path: Path
) -> None:
    type_("campaign", "new", "WD-2026-01", "remind=3")
    type_("campaign", "approve", "1")

    small = type_("opportunities", "set", "WD-2026-01", "--yes", "official=Petra")
    looked = type_("opportunities", "set", "WD-2026-01", "--preview", "title=Nieuwe naam")
    (tmp_path / "kansen.csv").write_text("kenmerk;titel\nWD-2026-01;Nieuwe naam\n")
    imported = type_("import", "--preview", str(tmp_path / "kansen.csv"))
    edited = type_("opportunities", "set", "WD-2026-01", "--yes", "title=Nieuwe naam")
    shown = type_("campaign", "show", "1")
    report = type_("campaign", "report", "1")
    resumed = type_("campaign", "resume", "1")
    after = type_("campaign", "show", "1")

    assert "campagne 1" not in small.out
    warnings = [
        one.out.count("Let op: campagne 1 gaat dan wachten, want haar tekst ")
        for one in (looked, imported)
    ]
    assert warnings == [1, 1]
    assert "Let op: campagne 1 wacht nu, want haar tekst klopt niet meer." in edited.out
    assert "→ Nieuwe naam" in shown.out
    assert "kansenbode campaign resume 1" in shown.out
    assert report.out.count("De campagne wacht op jou. De kans is veranderd.") == 1
    assert (resumed.code, "→" in after.out) == (0, False)


def test_closing_says_who_is_not_reached_and_done_says_it_too(
    type_: Callable[..., Shown], people: None, folder: Path
) -> None:
    type_("campaign", "new", "WD-2026-01")
    type_("campaign", "approve", "1")

    closed = type_("opportunities", "close", "WD-2026-01", "--yes")
    with Store(folder / "kansenbode.db") as store:
        store.run(claim_campaigns, TICK, ClaimTerms(("web",), LOUD, {}))
    listed = type_("campaign", "list")
    report = type_("campaign", "report", "1")

    assert "Campagne 1 moest nog 3 mensen bereiken. Zij krijgen niets meer." in closed.out
    assert "klaar, 3 niet bereikt." in listed.out
    assert "3 mensen kregen niets, omdat het te laat was." in report.out
    assert "kansenbode campaign copy 1" in report.out


def test_report_names_people_only_where_it_is_asked(
    type_: Callable[..., Shown], people: None
) -> None:
    type_("campaign", "new", "WD-2026-01")
    type_("campaign", "approve", "1")

    without = type_("campaign", "report", "1", "--json")
    with_people = type_("campaign", "report", "1", "--json", "--people")

    assert ["people" in step for step in without.json] == [False]
    assert [len(step["people"]) for step in with_people.json] == [3]


def test_show_writes_moments_and_places_as_people_do(
    type_: Callable[..., Shown], people: None
) -> None:
    type_(
        "campaign",
        "new",
        "WD-2026-01",
        "at=25-12-2027 10:00",
        "expires=31-12-2027",
        "places=BU99010101",
    )

    shown = type_("campaign", "show", "1")
    as_json = type_("campaign", "show", "1", "--json")

    assert "25 december 2027, 10:00" in shown.out
    assert "BU99010101" not in shown.out
    assert "+00:00" not in shown.out + as_json.out
    assert [(facts["at"], facts["places"]) for facts in as_json.json] == [
        ("2027-12-25T10:00:00+01:00", ["BU99010101"])
    ]


def test_card_says_who_reads_what(type_: Callable[..., Shown], people: None) -> None:
    type_("campaign", "new", "WD-2026-01", "languages=pl")

    card, shown = type_("campaign", "preflight", "1"), type_("campaign", "show", "1")

    assert "Pools" in shown.out
    assert "Niemand in deze groep leest Pools." in card.out
    assert "Niemand past bij wat je koos (talen)." in card.out


@pytest.mark.parametrize(("count", "said"), [(2_035, "2.035"), (12, "12"), (0, "0")])
def test_numbers_of_people_are_written_as_people_do(count: int, said: str) -> None:
    printer = Printer(Texts(), "nl")

    assert printer.value(count, COUNT) == said
