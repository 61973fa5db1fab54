"""What staff type as field=value."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.texts import Money, Texts
from outreach.clean import clean
from outreach.commands.fields import FIELDS, read_fields
from outreach.commands.terminal import Printer
from outreach.opportunities.facts import FACT
from outreach.refusal import Refusal

TERMINAL = Printer(Texts(), "nl", ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("pair", "facts"),
    [
        ("title= Bankjes ", {"title": "Bankjes"}),
        ("summary=a=b", {"summary": "a=b"}),
        ("direction=", {"direction": None}),
        ("themes=groen, jeugd,", {"themes": ["groen", "jeugd"]}),
        ("cooperation=ja", {"cooperation": True}),
        ("taal=Turks", {"language": "tr"}),
        ("language=Dutch", {"language": "nl"}),
        ("vertaling.Engels.titel=Benches", {"translations": {"en": {"title": "Benches"}}}),
        ("cooperation=NO", {"cooperation": False}),
        ("direction=informeel", {"direction": "informal"}),
        ("richting=Formal", {"direction": "formal"}),
        ("direction=gecombineerd", {"direction": "combined"}),
        ("rol van de gemeente=Gelijke partner", {"municipality_role": "equal_partner"}),
        ("rol_van_de_gemeente=equal-partner", {"municipality_role": "equal_partner"}),
        ("vorm=Overdracht van de taak", {"arrangement": "transfer_of_task"}),
        (
            "inbreng van de gemeente=geld, hulp bij het regelen",
            {"contributions": ["money", "process_help"]},
        ),
        ("themas=Groen,work", {"themes": ["groen", "werk"]}),
        ("thema's=groen", {"themes": ["groen"]}),
        (
            "Reageren tot=31 december 2026",
            {"answers_until": datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)},
        ),
        (
            "respond until=31 Dec. 2026, 17:00",
            {"answers_until": datetime(2026, 12, 31, 16, 0, tzinfo=UTC)},
        ),
        ("waarde=1.234,56", {"value_cents": 123_456}),
        ("herkomst=idee van bewoners", {"origin": "challenge"}),
        ("Wie blijft verantwoordelijk?=de gemeente", {"checklist": {"responsible": "de gemeente"}}),
        ("checklist.Wie blijft verantwoordelijk?=wij", {"checklist": {"responsible": "wij"}}),
        ("vertaling.en.titel=Benches", {"translations": {"en": {"title": "Benches"}}}),
        (
            'eisen=[{"text":"Een plan","kinds":["Bedrijf"]}]',
            {
                "requirements": [
                    {"text": "Een plan", "kinds": ["firm"], "alternative": "", "translations": {}}
                ]
            },
        ),
        ("value=1.234,56", {"value_cents": 123_456}),
        ("value=1234.56", {"value_cents": 123_456}),
        ("value=€ 1.234", {"value_cents": 123_400}),
        ("value=", {"value_cents": None}),
        (
            "answers_until=31-12-2026",
            {"answers_until": datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)},
        ),
        (
            "answers_until=2026-07-01",
            {"answers_until": datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC)},
        ),
        (
            "questions_until=31-12-2026 17:00",
            {"questions_until": datetime(2026, 12, 31, 16, 0, tzinfo=UTC)},
        ),
        ("starts_on=1-2-2027", {"starts_on": date(2027, 2, 1)}),
        ("answer_days=14", {"answer_days": 14}),
        ("checklist.lent=een boor", {"checklist": {"lent": "een boor"}}),
        ("translations.en.title=Benches", {"translations": {"en": {"title": "Benches"}}}),
        (
            "translations.en.checklist.lent=a drill",
            {"translations": {"en": {"checklist.lent": "a drill"}}},
        ),
        (
            'criteria=[{"text":"Steun","weight":60}]',
            {"criteria": [{"text": "Steun", "weight": 60, "translations": {}}]},
        ),
        (
            'requirements=[{"text":"Een plan","kinds":["firm"]}]',
            {
                "requirements": [
                    {"text": "Een plan", "kinds": ["firm"], "alternative": "", "translations": {}}
                ]
            },
        ),
        (
            'parts=[{"key":"1","title":"Maaien"}]',
            {
                "parts": [
                    {
                        "key": "1",
                        "title": "Maaien",
                        "description": "",
                        "say": "",
                        "translations": {},
                        "budget_cents": None,
                    }
                ]
            },
        ),
    ],
)
def test_a_pair_is_read_as_its_field_wants(pair: str, facts: dict[str, Any]) -> None:
    assert read_fields([pair], TERMINAL) == facts


@pytest.mark.parametrize(
    ("pair", "facts"),
    [
        ("summary=-", {"summary": ""}),
        ("summary= – ", {"summary": ""}),
        ("starts_on=—", {"starts_on": None}),
        ("themes=-", {"themes": []}),
        ("onderdeel.1=-", {"parts": {"1": None}}),
        ("vertaling.en.titel=-", {"translations": {"en": {"title": ""}}}),
        ("summary='-", {"summary": "-"}),
        ("summary=''-", {"summary": "'-"}),
        ("summary='x", {"summary": "'x"}),
        ("summary=- een", {"summary": "- een"}),
    ],
)
def test_dash_empties_a_field_as_it_does_a_cell(pair: str, facts: dict[str, Any]) -> None:
    assert read_fields([pair], TERMINAL) == facts


@pytest.mark.parametrize(
    ("field", "example"),
    [
        ("title", "title=Plantsoen Lindenstraat"),
        ("cooperation", "cooperation=ja"),
        ("answer_days", "answer_days=10"),
    ],
)
@pytest.mark.parametrize("nothing", ["", "-"])
def test_field_that_is_needed_cannot_be_emptied(field: str, example: str, nothing: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_fields([f"{field}={nothing}"], TERMINAL)

    assert (refusal.value.key, refusal.value.facts) == (
        "refusal-needed",
        {"field": field, "example": example},
    )


@pytest.mark.parametrize(
    ("pair", "field", "example"),
    [
        ("answers_until=31-31-2026", "answers_until", "answers_until=31-12-2026"),
        ("answers_until=01-01-0001", "answers_until", "answers_until=31-12-2026"),
        ("starts_on=morgen", "starts_on", "starts_on=31-12-2026"),
        ("value=veel", "value", "value=1.234,56"),
        ("value=1.2.3", "value", "value=1.234,56"),
        ("currency=euro", "currency", "currency=EUR"),
        ("language=geheimtaal", "language", "language=nl"),
        ("criteria=[", "criteria", 'criteria=[{"text":"Hulp van buren","weight":60}]'),
        ("criteria={}", "criteria", 'criteria=[{"text":"Hulp van buren","weight":60}]'),
        (
            'parts=[{"key":"1","title":"a"},{"key":"1","title":"b"}]',
            "parts",
            'parts=[{"key":"1","title":"Maaien","budget":"1.200"}]',
        ),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_a_right_one(
    pair: str, field: str, example: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        read_fields([pair], TERMINAL)

    facts = {name: value for name, value in refusal.value.facts.items() if name != "given"}
    assert (refusal.value.key, facts) == ("refusal-value", {"field": field, "example": example})


@pytest.mark.parametrize(
    ("pair", "field", "least", "most"),
    [
        ("value=-5", "value", Money(0), Money(100_000_000_000)),
        ("value=" + "9" * 30, "value", Money(0), Money(100_000_000_000)),
        ("value=1.000.000.000,01", "value", Money(0), Money(100_000_000_000)),
        ("onderdeel.1.budget=-5", "onderdeel.1.budget", Money(0), Money(100_000_000_000)),
        ("answer_days=366", "answer_days", 1, 365),
        ("answer_days=0", "answer_days", 1, 365),
        ("criterium.1.gewicht=101", "criterium.1.gewicht", 0, 100),
        ('criteria=[{"text":"x","weight":101}]', "criteria.1.weight", 0, 100),
    ],
)
def test_a_number_beyond_its_limits_is_refused_with_them(
    pair: str, field: str, least: object, most: object
) -> None:
    with pytest.raises(Refusal) as refusal:
        read_fields([pair], TERMINAL)

    facts = {name: value for name, value in refusal.value.facts.items() if name != "given"}
    assert refusal.value.key == "refusal-beyond"
    assert facts == {"field": field, "least": least, "most": most}


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("title", 120),
        ("summary", 400),
        ("duration", 200),
        ("translations.en.title", 120),
        ("checklist.lent", 4_000),
    ],
)
def test_a_text_that_is_too_long_is_refused_with_its_limit_and_never_cut(
    name: str, most: int
) -> None:
    assert read_fields([f"{name}={'a' * most}"], TERMINAL) != {}

    with pytest.raises(Refusal) as refusal:
        read_fields([f"{name}={'a' * (most + 1)}"], TERMINAL)

    assert refusal.value.key == "refusal-long"
    assert refusal.value.facts == {"field": name, "given": most + 1, "most": most}


@pytest.mark.parametrize(
    "name", ["state", "source", "checklist", "translations", "translations.en.state", "value_cents"]
)
def test_a_field_that_cannot_be_set_is_refused(name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_fields([f"{name}=x"], TERMINAL)

    assert (refusal.value.key, refusal.value.facts["given"]) == ("refusal-field", name)


def test_a_list_can_be_kept_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "criteria.json").write_text('[{"text":"Steun","weight":60}]')

    facts = read_fields([f"criteria=@{tmp_path / 'criteria.json'}"], TERMINAL)

    assert facts == {"criteria": [{"text": "Steun", "weight": 60, "translations": {}}]}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_list_in_a_file_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "criteria.json").write_bytes('[{"text":"Café","weight":60}]'.encode(encoding))

    facts = read_fields([f"criteria=@{tmp_path / 'criteria.json'}"], TERMINAL)

    assert facts == {"criteria": [{"text": "Café", "weight": 60, "translations": {}}]}


def test_a_file_that_holds_no_text_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "eisen.pdf").write_bytes(b"%PDF-1.7 \xff")

    with pytest.raises(Refusal) as refusal:
        read_fields([f"eisen=@{tmp_path / 'eisen.pdf'}"], TERMINAL)

    assert (refusal.value.key, refusal.value.facts) == ("exchange-no-text", {"given": "eisen.pdf"})


def test_every_fact_of_an_opportunity_can_be_set() -> None:
    dotted = {"checklist", "translations"}

    assert {asked.stored or name for name, asked in FIELDS.items()} | dotted == FACT.keys()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_fact_that_can_be_set_has_a_heading(language: str) -> None:
    printer = Printer(Texts(), language, ZoneInfo("Europe/Amsterdam"))
    facts = {*FIELDS, "checklist", "translations", "budget_cents"}

    assert [fact for fact in facts if not printer.heading(fact)] == []


NAMES = [
    *FIELDS,
    "checklist.lent",
    "translations.en.title",
    "eis.1",
    "eis.nieuw.voor",
    "onderdeel.a.b",
    "criterium.",
    "",
]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text())))
def test_any_text_is_read_or_refused(pairs: list[tuple[str, str]]) -> None:
    # A value that begins with @ names a file.
    written = [f"{name}={value}" for name, value in pairs if not clean(value, 80).startswith("@")]
    said = "nothing"

    try:
        read_fields(written, TERMINAL)
    except Refusal as refusal:
        said = refusal.key

    assert said in (
        "nothing",
        "refusal-needed",
        "refusal-value",
        "refusal-field",
        "refusal-code",
        "refusal-long",
        "refusal-beyond",
        "refusal-item-twice",
    )
