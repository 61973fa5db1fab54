"""The text of a campaign: facts replace their names, and the rest of it is untouched."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.message import Message
from content.texts import Texts
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.compose import (
    check_template,
    compose,
    fill,
    placeholders,
    standard_template,
)
from outreach.campaigns.prepare import Terms
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Unit


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("step", ["new", "reminder", "thanks"])
def test_our_own_words_hold_only_names_that_there_are(
    texts: Texts, step: str, language: str
) -> None:
    template = standard_template(texts, step=step, language=language)

    check_template(texts, language=language, text=template)
    assert "{" in template


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("Kom naar {titel}!", "Kom naar Plantsoen!"),
        ("{titel} {titel}", "Plantsoen Plantsoen"),
        (
            "{onbekend} {0} {titel.__class__} {{titel}}",
            "{onbekend} {0} {titel.__class__} {Plantsoen}",
        ),
        ("100 % {tot} {{ 7*7 }} {% x %}", "100 % {titel} {{ 7*7 }} {% x %}"),
        ("een\n\n\n\n{leeg}\n\n\ntwee", "een\n\ntwee"),
    ],
)
def test_names_become_facts_once_and_all_else_stays(template: str, filled: str) -> None:
    assert fill(template, {"titel": "Plantsoen", "tot": "{titel}", "leeg": ""}) == filled


@given(st.text(max_size=200))
def test_no_text_is_ever_run(template: str) -> None:
    filled = fill(template, {"titel": "X"})

    assert (
        "{titel}" not in filled
        or "titel" not in template
        or filled.count("{") <= template.count("{")
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "refusal-empty"),
        ("x" * 3_001, "refusal-campaign-long"),
        ("Hoi {naam}", "refusal-placeholder"),
    ],
)
def test_text_that_cannot_be_sent_is_refused(texts: Texts, text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_template(texts, language="nl", text=text)

    assert refused.value.key == key


def test_other_languages_know_the_dutch_names_too(texts: Texts) -> None:
    assert placeholders(texts, "en")["titel"] == placeholders(texts, "en")["title"] == "title"


def test_own_text_wins_and_ends_with_the_way_out(
    waterdam: Store, met: Callable[..., int], drafted: Callable[..., int], terms: Terms
) -> None:
    met("fatma")
    campaign = drafted(texts={"new": {"nl": "Dag buur! {titel}, tot en met {tot}."}})

    def said(unit: Unit, language: str = "nl") -> Message | None:
        row = get_campaign(unit, campaign=campaign)
        return compose(unit, terms.voice, row, step="new", language=language, code="ABCD2345")

    own, other = waterdam.look(said), waterdam.look(said, language="en")
    assert own is not None
    assert other is not None
    assert own.text.startswith(
        "Dag buur! Zorg mee voor het plantsoen in de Lindenstraat, tot en met "
    )
    assert own.text.endswith("Geen berichten meer? Typ “stop” in je gesprek.")
    assert other.text.startswith("Hi! Gemeente Waterdam is looking")
    assert waterdam.look(said, language="tr") is None
