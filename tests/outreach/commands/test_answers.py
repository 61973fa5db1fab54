"""`kansenbode questions answer`: the first answer to a question."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_human
from outreach.parties.consent import stop
from outreach.parties.person import choose_language, meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.commands.conftest import Shown
from tests.outreach.commands.notices import notices


def test_an_answer_goes_to_the_person_who_asked(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    shown = type_("questions", "answer", "1", "Ja, aan de lijn.", "--yes")

    assert shown.out == "Het antwoord gaat naar één persoon.\n"
    assert len(notices(folder)) == 1
    assert type_("questions", "list", "--waiting", "--json").json == []


def test_an_answer_for_all_carries_the_opportunity_and_the_question_without_names(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    shown = type_(
        "questions",
        "answer",
        "1",
        "Ja, aan de lijn.",
        "--for-all",
        "--public-question",
        "Mogen honden mee?",
        "--yes",
    )

    assert shown.code == 0
    about = (
        "Er is antwoord op een vraag over de kans “Zorg mee voor het plantsoen in de Lindenstraat”."
    )
    assert notices(folder) == [f"{about}\nVraag: Mogen honden mee?\nAntwoord: Ja, aan de lijn."]
    assert type_("questions", "list", "--json").json[0]["for_all"] is True


def test_an_answer_names_the_opportunity_in_the_language_of_its_reader(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(choose_language, fatima, language="en")

    type_("questions", "answer", "1", "Yes, on a leash.", "--yes")

    assert notices(folder)[0].startswith("A question about the opportunity “Help look after")


def test_an_answer_to_a_word_about_no_opportunity_names_none(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(ask_human, fatima, opportunity=None, text="Bel me")

    type_("questions", "answer", "2", "Goed.", "--yes")

    assert notices(folder) == ["Er is antwoord op een vraag.\nVraag: Bel me\nAntwoord: Goed."]


@pytest.mark.parametrize(
    "words",
    [
        ("--for-all",),
        ("--public-question", "Mogen honden mee?"),
        ("--for-all", "--public-question", "\x00 "),
    ],
)
def test_an_answer_for_all_needs_both_options(
    type_: Callable[..., Shown], fatima: Actor, words: tuple[str, ...]
) -> None:
    shown = type_("questions", "answer", "1", "Ja", *words, "--yes")

    assert (shown.code, shown.err) == (
        1,
        (
            'Voor iedereen? Geef dan --for-all en --public-question "…" samen: de vraag zonder '
            "namen.\n"
        ),
    )


def test_an_answer_is_shown_before_it_is_told(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    seen = type_("questions", "answer", "1", "Ja, aan de lijn.", "--preview")
    asked = type_("questions", "answer", "1", "Ja, aan de lijn.")

    assert seen.out.startswith("Eén persoon krijgt bericht: ")
    assert (
        "Dit krijgt één persoon te lezen:\n\nEr is antwoord op een vraag over de kans" in seen.out
    )
    assert (asked.code, asked.err) == (
        1,
        "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n",
    )
    assert (
        notices(folder),
        type_("questions", "list", "--waiting", "--json").json[0]["answer"],
    ) == ([], None)


def test_an_answer_for_all_says_how_many_hear_it_and_that_everybody_reads_it(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        for name in ("bob", "cem"):
            person, _ = store.run(meet, NOBODY, channel="web", external_id=name, language="nl")
            party: dict[str, Any] = {"party": PartyDraft("resident", name), "brings": "handen"}
            store.run(express_interest, Actor("person", person), opportunity=1, version=1, **party)

    shown = type_(
        "questions",
        "answer",
        "1",
        "Ja.",
        "--for-all",
        "--public-question",
        "Mag een hond mee?",
        "--yes",
    )

    assert shown.out == (
        "Iedereen leest deze vraag en dit antwoord bij de kans: op de pagina en in het gesprek.\n"
        "Het antwoord gaat naar 3 mensen. Het staat nu ook bij de kans, voor iedereen.\n"
    )


def test_an_answer_for_all_is_asked_about_where_nobody_hears_it(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(stop, fatima)

    shown = type_(
        "questions", "answer", "1", "Ja.", "--for-all", "--public-question", "Mag een hond mee?"
    )

    assert (shown.code, shown.err) == (
        1,
        "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n",
    )


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("j" * 4_001,), "Het veld tekst is te lang: 4.001 tekens. Er passen er 4.000.\n"),
        (
            ("Ja", "--for-all", "--public-question", "m" * 601),
            "Het veld --public-question is te lang: 601 tekens. Er passen er 600.\n",
        ),
    ],
)
def test_an_answer_that_is_too_long_is_refused_and_never_cut(
    type_: Callable[..., Shown], fatima: Actor, words: tuple[str, ...], refused: str
) -> None:
    shown = type_("questions", "answer", "1", *words, "--yes")

    assert (shown.code, shown.err) == (1, refused)


def test_an_answer_can_stand_in_a_file(
    type_: Callable[..., Shown], fatima: Actor, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "antwoord.txt").write_text("Ja,\naan de lijn.\n", encoding="cp1252")

    type_("questions", "answer", "1", f"@{tmp_path / 'antwoord.txt'}", "--yes")

    assert notices(folder)[0].endswith("Antwoord: Ja,\naan de lijn.")


@pytest.mark.parametrize("text", ["", "   ", "\x00\u202e"])
def test_an_empty_answer_is_refused(type_: Callable[..., Shown], fatima: Actor, text: str) -> None:
    shown = type_("questions", "answer", "1", text, "--yes")

    assert (shown.code, shown.err) == (1, "Dit is leeg. Schrijf er een tekst bij.\n")


def test_a_second_answer_is_refused(type_: Callable[..., Shown], fatima: Actor) -> None:
    type_("questions", "answer", "1", "Ja", "--yes")

    shown = type_("questions", "answer", "1", "Nee", "--yes")

    assert shown.code == 1
    assert shown.err.startswith("Vraag 1 heeft al een antwoord, van Nadia (")
    assert shown.err.endswith("“Ja” Klopt het niet? Gebruik dan: kansenbode questions correct 1\n")


def test_what_points_at_a_person_is_quoted_and_refused(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    public = "Mag de hond van Groen op Zuid mee? Ik ben Fatima, 06-12345678."

    shown = type_(
        "questions",
        "answer",
        "1",
        "Mail nadia@waterdam.example.",
        "--for-all",
        "--public-question",
        public,
        "--yes",
    )

    assert (shown.code, shown.err) == (
        1,
        (
            "Dit kan over een persoon gaan: “Groen op Zuid”, “Ik ben Fatima”, “06-12345678” en "
            "“nadia@waterdam.example”. Haal het weg, want iedereen leest dit. Mag het blijven "
            "staan? "
            "Geef dan --checked mee.\n"
        ),
    )
    assert type_("questions", "list", "--waiting", "--json").json[0]["answer"] is None


def test_what_was_checked_goes_to_all(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    words = (
        "Mail nadia@waterdam.example.",
        "--for-all",
        "--public-question",
        "Wie mag ik mailen?",
        "--checked",
    )

    shown = type_("questions", "answer", "1", *words, "--yes")

    assert (shown.code, len(notices(folder))) == (0, 1)


def test_an_answer_to_one_person_may_name_anybody(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    assert type_("questions", "answer", "1", "Dag Fatima, bel 06-12345678.", "--yes").code == 0
