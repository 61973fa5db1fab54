"""What touches people is shown before it is done, and is done only after a yes."""

from collections.abc import Callable

import pytest

from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown


def test_a_public_record_changes_only_after_a_second_look(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    looked = type_("opportunities", "set", "1", "answers_until=31-12-2099")
    kept = type_("opportunities", "show", "1", "--json").json[0]
    done = type_("opportunities", "set", "1", "answers_until=31-12-2099", "--yes")

    assert (looked.code, looked.err) == (
        1,
        "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n",
    )
    assert "wordt “31 december 2099”\nEén persoon krijgt bericht: " in looked.out
    assert "Reageren kan nu tot en met 31 december 2099." in looked.out
    assert (kept["version"], kept["told"]) == (1, 0)
    assert (done.code, type_("opportunities", "show", "1", "--json").json[0]["version"]) == (0, 2)


@pytest.mark.parametrize(
    "deed",
    [
        ("opportunities", "set", "1", "duration=Een jaar"),
        ("opportunities", "close", "1"),
        ("opportunities", "withdraw", "1", "--reason", "Het geld is op."),
        ("interests", "move", "1", "in_talk"),
    ],
)
def test_a_preview_shows_what_people_will_read_and_changes_nothing(
    type_: Callable[..., Shown], fatima: Actor, deed: tuple[str, ...]
) -> None:
    shown = type_(*deed, "--preview")

    facts = type_("opportunities", "show", "1", "--json").json[0]
    assert shown.code == 0
    assert "Dit krijgt één persoon te lezen:" in shown.out
    assert shown.out.endswith("Er is niets veranderd: dit was om te kijken.\n")
    assert (facts["state"], facts["version"], facts["told"], facts["interests"]) == (
        "open",
        1,
        0,
        {"new": 1},
    )


def test_a_draft_needs_no_second_look(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "new", "TP-1", "title=Bankjes in het Tuinpark")

    assert type_("opportunities", "set", "TP-1", "title=Bankjes").code == 0


def test_criteria_stay_once_somebody_answered(type_: Callable[..., Shown], fatima: Actor) -> None:
    shown = type_("opportunities", "set", "1", 'criteria=[{"text":"Prijs","weight":100}]', "--yes")

    assert shown.err == (
        "Er is al één aanmelding. Dan staat vast: waar we op letten. "
        "Moet het toch anders? Trek de kans in en maak een nieuwe.\n"
    )


def test_a_decision_waits_until_everybody_has_an_outcome_and_a_reason_is_given(
    type_: Callable[..., Shown], fatima: Actor, at_once: None
) -> None:
    reference = type_("interests", "show", "1", "--json").json[0]["reference"]
    type_("opportunities", "close", "1", "--yes")
    type_("questions", "answer", "1", "Ja, aan de lijn.", "--yes")

    waiting = type_("opportunities", "apply", "1", "--yes")
    type_("interests", "move", "1", "declined", "--yes")
    nameless = type_("opportunities", "apply", "1", "--yes")
    done = type_("opportunities", "apply", "1", "--yes", "--reason", "Het geld is op.")

    assert waiting.err.startswith(f"Eén aanmelding heeft nog geen uitkomst: {reference}.")
    assert nameless.err.startswith(f"Eén aanmelding is niet gekozen, zonder reden: {reference}.")
    assert (done.code, type_("opportunities", "show", "1", "--json").json[0]["reason"]) == (
        0,
        "Het geld is op.",
    )


def test_taking_back_what_people_answered_to_asks_a_reason(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    shown = type_("opportunities", "withdraw", "1", "--yes")

    assert (shown.code, shown.err.partition(".")[0]) == (
        1,
        "Er zijn mensen die zich hebben aangemeld",
    )


def test_who_read_an_older_version_changes_nothing(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "set", "1", "title=Het plantsoen", "--yes")

    shown = type_("opportunities", "set", "1", "title=Het park", "--yes", "--version", "1")

    assert shown.err == (
        "Kans 1 is intussen veranderd: je las versie 1, nu is het versie 2. "
        "Kijk opnieuw met: kansenbode opportunities show 1\n"
    )


def test_a_reason_with_a_name_is_quoted_before_anybody_reads_it(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    words = (
        "opportunities",
        "withdraw",
        "1",
        "--yes",
        "--reason",
        "Groen op Zuid trok zich terug.",
    )

    refused, done = type_(*words), type_(*words, "--checked")

    assert (
        refused.code,
        refused.err.startswith("Dit kan over een persoon gaan: “Groen op Zuid”."),
    ) == (1, True)
    assert (done.code, type_("opportunities", "show", "1", "--json").json[0]["state"]) == (
        0,
        "withdrawn",
    )


def test_answers_and_translations_are_shown_one_by_one(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "set", "1", "checklist.lent=Een hark", "eis.1=Een plan", "--yes")

    shown = type_(
        "opportunities",
        "set",
        "1",
        "checklist.lent=Een boor",
        "vertaling.en.titel=Benches",
        "vertaling.fr.checklist.lent=Une perceuse",
        "vertaling.en.eis.1=A plan",
        "--preview",
    )

    assert sorted(line for line in shown.out.splitlines() if line.startswith("- ")) == [
        "- Welk gereedschap of geld leent de gemeente uit?: “Een hark” wordt “Een boor”",
        (
            "- eis 1, vertaling, Engels, tekst: “There is one person whom we can call or send a "
            "message.” wordt “A plan”"
        ),
        (
            "- vertaling, Engels, titel: “Help look after the green strip in Lindenstraat” wordt "
            "“Benches”"
        ),
        (
            "- vertaling, Frans, Welk gereedschap of geld leent de gemeente uit?: “–” wordt “Une "
            "perceuse”"
        ),
    ]


def test_long_texts_are_shown_from_where_they_differ(type_: Callable[..., Shown]) -> None:
    text = "Samen werken wij in het park. " * 20
    type_("opportunities", "set", "1", f"description={text}Wij maaien.", "--yes")

    shown = type_("opportunities", "set", "1", f"description={text}Wij snoeien.", "--preview")

    assert "Samen werken wij in het park. Wij maaien.” wordt “…" in shown.out
