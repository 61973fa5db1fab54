"""`kansenbode opportunities explore`, and what colleagues read of what people said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.interests.explore import say_of_draft
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.exploring import INSURED, explore_draft, requirements
from tests.outreach.commands.conftest import Shown

WORDS = "Zonder vereniging krijgen wij die niet."


@pytest.fixture
def draft(folder: Path, fatima: Actor) -> int:
    """Fatima read a draft, and said what her group cannot do."""
    with Store(folder / "kansenbode.db") as store:
        made = explore_draft(store)
        remarks = [(requirements(store, made)[1], WORDS)]
        store.run(say_of_draft, fatima, opportunity=made, text="Een oplaadpunt.", remarks=remarks)
    return made


def test_draft_is_explored_though_it_lacks_answers(type_: Callable[..., Shown]) -> None:
    words = ("title=Bakfiets", "summary=Een bakfiets.", "description=Van iedereen.")
    type_("opportunities", "new", "TP-1", *words)

    shown = type_("opportunities", "explore", "TP-1")

    assert shown.out == "De stand van kans TP-1 is nu: in verkenning.\n"


def test_draft_without_words_is_refused(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "new", "TP-1", "title=Bakfiets")

    shown = type_("opportunities", "explore", "TP-1")

    assert (shown.code, "- in één zin\n- beschrijving\n" in shown.err) == (1, True)


def test_show_puts_it_together_without_a_word_of_residents(
    type_: Callable[..., Shown], draft: int
) -> None:
    shown = type_("opportunities", "show", str(draft)).out

    assert "Wat mensen zeiden van het concept" in shown
    assert INSURED in shown
    assert "Wat er mist" in shown
    assert WORDS not in shown
    assert "Een oplaadpunt." not in shown


def test_questions_list_has_the_words(type_: Callable[..., Shown], draft: int) -> None:
    (line,) = type_("questions", "list", "--opportunity", str(draft), "--json").json

    assert (line["kind"], line["text"]) == ("explore", "Een oplaadpunt.")
    assert line["remarks"] == [{"text": INSURED, "words": WORDS}]


def test_reason_at_the_opening_is_told(type_: Callable[..., Shown], draft: int) -> None:
    reason = ("--reason", "Wij verzekeren de fiets zelf.")

    seen = type_("opportunities", "open", str(draft), *reason, "--preview")

    assert "De gemeente zegt erbij: Wij verzekeren de fiets zelf." in seen.out
