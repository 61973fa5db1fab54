"""`kansenbode opportunities`, typed as staff type it."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.venues.trail import Kind, lay_trail
from tests.outreach.commands.conftest import Shown


def test_list_gives_every_opportunity_under_dutch_headings(type_: Callable[..., Shown]) -> None:
    shown = type_("opportunities", "list")

    heading, *_ = (line for line in shown.out.splitlines() if line.strip())
    assert heading.split() == [
        "nummer",
        "kenmerk",
        "titel",
        "stand",
        "richting",
        "reageren",
        "tot",
        "aanmeldingen",
        "open",
        "vragen",
    ]
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.count("WD-2026-") == 8


def test_list_counts_interests_and_open_questions(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    rows = type_("opportunities", "list", "--json").json

    assert [(row["tender_id"], row["interests"], row["questions"]) for row in rows[-2:]] == [
        ("WD-2026-02", 0, 0),
        ("WD-2026-01", 1, 1),
    ]


def test_list_can_be_narrowed_to_a_state(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "close", "--yes", "WD-2026-02")

    rows = type_("opportunities", "list", "--state", "closed", "--json").json

    assert [row["tender_id"] for row in rows] == ["WD-2026-02"]


def test_list_says_how_to_begin_where_there_is_nothing(type_: Callable[..., Shown]) -> None:
    shown = type_("opportunities", "list", "--state", "draft")

    assert (
        shown.out
        == "Er zijn nog geen kansen. Maak er een met: kansenbode opportunities new KENMERK\n"
    )


def test_list_as_json_gives_an_empty_array_where_there_is_nothing(
    type_: Callable[..., Shown],
) -> None:
    assert type_("opportunities", "list", "--state", "draft", "--json").json == []


def test_show_tells_of_a_draft_what_lacks_in_words(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "new", "TP-1", "direction=informal")

    shown = type_("opportunities", "show", "TP-1")

    assert "Dit ontbreekt nog voordat de kans open kan:\n- titel\n- in één zin\n" in shown.out
    assert "- Hoe zit het met schade en verzekering?\n" in shown.out


def test_show_warns_of_a_value_above_the_threshold(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "set", "--yes", "WD-2026-07", "value=2.000.000")

    shown = type_("opportunities", "show", "WD-2026-07")

    assert "boven de Europese grens voor sociale diensten (€ 750.000)" in shown.out


def test_show_tells_where_else_it_is_made_known_and_what_is_kept(
    type_: Callable[..., Shown],
) -> None:
    type_("opportunities", "new", "TP-1", "arrangement=loan_for_use")
    type_("opportunities", "new", "TP-2")

    lent, bare = (type_("opportunities", "show", given).out for given in ("TP-1", "TP-2"))

    assert "bekend maken" in lent
    assert "hier, Gemeenteblad" in lent
    assert "de antwoorden van de checklist, elke versie die openbaar was" in " ".join(lent.split())
    assert "Gemeenteblad" not in bare


def test_show_gives_score_and_findings_of_the_text(type_: Callable[..., Shown]) -> None:
    type_(
        "opportunities",
        "new",
        "TP-1",
        "title=Bankjes",
        "summary=De bankjes worden t.a.v. de ambtenaar geplaatst.",
    )

    shown = type_("opportunities", "show", "TP-1")

    assert "Leesbaarheid: " in shown.out
    assert "Niet iedereen kent “t.a.v.”." in shown.out


def test_show_counts_interests_per_state_and_unmet_requirements(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    shown = type_("opportunities", "show", "1")

    assert "1 nieuw" in shown.out
    assert "lukt niet" in shown.out
    assert "(aantal)" in shown.out


def test_show_names_every_kind_of_trail(type_: Callable[..., Shown], folder: Path) -> None:
    with Store(folder / "kansenbode.db") as store:
        for kind in get_args(Kind):
            store.run(lay_trail, NOBODY, opportunity=1, kind=kind)

    shown = type_("opportunities", "show", "1")

    assert (shown.code, shown.err) == (0, "")
    named = {line.partition("  ")[0].strip() for line in shown.out.splitlines()}
    assert {"doorgestuurd", "buurtplek", "poster", "bericht van de gemeente"} <= named


def test_list_shows_the_newest_and_says_how_to_see_all(type_: Callable[..., Shown]) -> None:
    shown = type_("opportunities", "list", "--limit", "2")

    assert [row["id"] for row in type_("opportunities", "list", "--limit", "2", "--json").json] == [
        8,
        7,
    ]
    assert "WD-2026-01" not in shown.out
    assert shown.out.endswith(
        "Dit zijn de nieuwste. Er zijn nog 6 oudere. Wil je alles zien? Zet dan erachter: "
        "--limit "
        "8\n"
    )


def test_list_that_shows_all_says_nothing_more(type_: Callable[..., Shown]) -> None:
    assert "--limit" not in type_("opportunities", "list", "--limit", "8").out
