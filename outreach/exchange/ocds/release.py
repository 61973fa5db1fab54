"""What a release says about an opportunity, as our own facts, and what was odd about it.

Reads OCDS 1.0 and 1.1 alike: what is missing or of the wrong kind is skipped with a finding; it
never raises.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from content.texts import Money
from outreach.clean import clean
from outreach.exchange.findings import ImportFinding
from outreach.exchange.ocds.plain_text import is_html, plain_text
from outreach.exchange.own_facts import OWN, criterion_facts, part_facts, read_own
from outreach.opportunities.facts import (
    FACT,
    LONGEST_ANSWER,
    LONGEST_NAME,
    MOST_CENTS,
    MOST_ITEMS,
    no_facts,
)
from outreach.opportunities.notation import FarOff, TooMuch, cents_of, read_moment
from outreach.opportunities.place import place_kind

GAZETTEERS = {
    "municipality": "x-CBS-GEMEENTE",
    "district": "x-CBS-WIJK",
    "neighbourhood": "x-CBS-BUURT",
}
LANGUAGES = {
    "english": "en",
    "dutch": "nl",
    "nederlands": "nl",
    "french": "fr",
    "français": "fr",
    "german": "de",
}
MOST_LETTERS = FACT["description"].most
WEIGHED = re.compile(r"([0-9]{1,3}) ?% (.+)")


def read_release(
    release: dict[str, Any], zone: ZoneInfo
) -> tuple[dict[str, Any], list[ImportFinding]]:
    """Return all facts of a release, ours from `x_kansenbode` if they are there; and findings."""
    odd: list[ImportFinding] = []
    facts = read_plain(release, zone, odd)
    own, wrong = read_own(_object(release, "tender", []).get(OWN))
    if own.get("title"):
        odd = [found for found in odd if found.key != "exchange-no-title"]
    return facts | own, odd + wrong


def read_plain(release: dict[str, Any], zone: ZoneInfo, odd: list[ImportFinding]) -> dict[str, Any]:
    """Return the facts that plain OCDS holds; adds to `odd` what was not as it should be."""
    tender = _object(release, "tender", odd)
    criteria = _text(tender, "awardCriteriaDetails", odd)
    starts = _moment(tender, "contractPeriod", "startDate", zone, odd)
    facts = {
        "title": _title(release, tender, odd),
        "description": _text(tender, "description", odd),
        "language": _language(release),
        "questions_until": _moment(tender, "enquiryPeriod", "endDate", zone, odd),
        "answers_until": _moment(tender, "tenderPeriod", "endDate", zone, odd),
        "starts_on": None if starts is None else starts.astimezone(zone).date(),
        "parts": _parts(tender, odd),
        "criteria": _criteria(criteria, odd),
        "themes": _themes(tender),
        "places": _places(tender),
    }
    return no_facts() | _value(tender, odd) | facts


def _title(release: dict[str, Any], tender: dict[str, Any], odd: list[ImportFinding]) -> str:
    """The title, else that of the plan, else what the first item is called."""
    project = _object(_object(release, "planning", []), "budget", []).get("project")
    named = [tender.get("title"), release.get("title"), project]
    items = [item.get("description") for item in _objects(tender, "items")]
    for place, candidate in enumerate([*named, *items]):
        wrong: list[ImportFinding] = []
        found = _text({"title": candidate}, "title", wrong, FACT["title"].most)
        odd += [one for one in wrong if place == 0 or one.key == "exchange-cut"]
        if found:
            odd += [ImportFinding("exchange-no-title")] if place else []
            return " ".join(found.split())
    odd.append(ImportFinding("exchange-no-title"))
    return ""


def _value(tender: dict[str, Any], odd: list[ImportFinding]) -> dict[str, Any]:
    """The value; an amount of 0 is how many publishers say that it is not known."""
    amount = _cents(_object(tender, "value", odd), "value", odd)
    given = _object(tender, "value", []).get("currency")
    currency = given.strip().upper() if isinstance(given, str) else ""
    if re.fullmatch(r"[A-Z]{3}", currency):
        return {"value_cents": amount or None, "currency": currency}
    if amount and given in (None, ""):
        odd.append(ImportFinding("exchange-no-currency"))
    elif amount:
        odd.append(ImportFinding("exchange-odd-currency", facts={"given": clean(str(given), 40)}))
    return {"value_cents": amount or None}


def _cents(value: dict[str, Any], field: str, odd: list[ImportFinding]) -> int | None:
    amount = value.get("amount")
    if amount is None:
        return None
    try:
        found = _not_below_zero(cents_of(amount))
    except TooMuch:
        most = {"given": str(amount)[:40], "field": field, "most": Money(MOST_CENTS)}
        odd.append(ImportFinding("exchange-amount-beyond", facts=most))
        return None
    except ValueError:
        odd.append(
            ImportFinding(
                "exchange-amount-wrong", facts={"given": str(amount)[:40], "field": field}
            )
        )
        return None
    if isinstance(amount, str):
        odd.append(
            ImportFinding("exchange-amount-text", facts={"given": amount[:40], "field": field})
        )
    return found


def _not_below_zero(cents: int) -> int:
    """Return an amount; raises ValueError if it is below zero: a debt is not a value."""
    if cents < 0:
        raise ValueError(cents)
    return cents


def _parts(tender: dict[str, Any], odd: list[ImportFinding]) -> list[dict[str, Any]]:
    parts: dict[str, dict[str, Any]] = {}
    lots, held = _objects(tender, "lots"), tender.get("lots")
    if held is not None and not (isinstance(held, list) and len(held) == len(lots)):
        odd.append(ImportFinding("exchange-kind-wrong", facts={"field": "lots"}))
    if len(lots) > MOST_ITEMS:
        odd.append(ImportFinding("exchange-many", facts={"field": "lots", "most": MOST_ITEMS}))
    for lot in lots[:MOST_ITEMS]:
        named = lot.get("id")
        key = "" if named is None else clean(str(named), None)
        key = _cut(key, "lots.id", odd, LONGEST_NAME)
        if not key or key in parts:
            called = _text(lot, "title", [], LONGEST_NAME)
            odd.append(
                ImportFinding(
                    "exchange-lot-id", facts={"given": " ".join(f"{key} {called}".split()) or "–"}
                )
            )
            continue
        title = " ".join(_text(lot, "title", odd, LONGEST_NAME).split()) or key
        budget = _cents(_object(lot, "value", odd), "lots", odd)
        parts[key] = part_facts(
            key=key, title=title, description=_text(lot, "description", odd), budget_cents=budget
        )
    return list(parts.values())


def _criteria(details: str, odd: list[ImportFinding]) -> list[dict[str, Any]]:
    """A criterion for each line if all begin with a percentage, otherwise one for all of it."""
    lines = [WEIGHED.fullmatch(line) for line in details.splitlines()]
    found = [criterion_facts(line[2], int(line[1])) for line in lines if line is not None]
    if (
        found
        and len(found) == len(lines) <= MOST_ITEMS
        and all(item["weight"] <= 100 for item in found)
    ):
        weighed = [(item["text"], item["weight"]) for item in found]
    else:
        weighed = [(details, 100)] if details else []
    return [
        criterion_facts(_cut(text, "awardCriteriaDetails", odd, LONGEST_ANSWER), weight)
        for text, weight in weighed
    ]


def _themes(tender: dict[str, Any]) -> list[str]:
    themes = [
        _theme(str(item.get("id", "")))
        for item in _classifications(tender)
        if item.get("scheme") == "CPV"
    ]
    return sorted({theme for theme in themes if theme})


def _classifications(tender: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in [tender, *_objects(tender, "items")]:
        yield _object(item, "classification", [])
        yield from _objects(item, "additionalClassifications")


def _theme(code: str) -> str | None:
    themes = _cpv_themes()
    return next(
        (themes[code[:size]] for size in range(min(len(code), 8), 1, -1) if code[:size] in themes),
        None,
    )


@lru_cache(1)
def _cpv_themes() -> dict[str, str]:
    text = files("outreach.exchange").joinpath("cpv_themes.toml").read_text("utf-8")
    return dict(tomllib.loads(text)["themes"])


def _places(tender: dict[str, Any]) -> list[str]:
    codes: set[str] = set()
    for item in _objects(tender, "items"):
        gazetteer = _object(_object(item, "deliveryLocation", []), "gazetteer", [])
        named = gazetteer.get("identifiers")
        if gazetteer.get("scheme") in GAZETTEERS.values() and isinstance(named, list):
            codes |= {
                code.strip() for code in named if isinstance(code, str) and place_kind(code.strip())
            }
    return sorted(codes)


def _language(release: dict[str, Any]) -> str:
    """The language without its country: en-GB is English to its readers."""
    given = release.get("language")
    named = LANGUAGES.get(given.lower(), given) if isinstance(given, str) else ""
    found = re.fullmatch(r"([A-Za-z]{2,3})(-[A-Za-z0-9]+)*", named)
    return found[1].lower() if found else "nl"


def _moment(
    tender: dict[str, Any], period: str, end: str, zone: ZoneInfo, odd: list[ImportFinding]
) -> Any:
    """A moment of a period; None for a year far off, by which systems say that there is no end."""
    given = _object(tender, period, odd).get(end)
    if given is None or given == "":
        return None
    try:
        moment, named = read_moment(given, zone)
    except (ValueError, AttributeError) as error:
        key = "exchange-date-far" if isinstance(error, FarOff) else "exchange-date-wrong"
        odd.append(ImportFinding(key, facts={"given": str(given)[:40], "field": f"{period}.{end}"}))
        return None
    if not named:
        odd.append(ImportFinding("exchange-no-zone", facts={"given": given}))
    return moment.replace(microsecond=0)


def _text(
    held: dict[str, Any], field: str, odd: list[ImportFinding], longest: int = MOST_LETTERS
) -> str:
    given = held.get(field)
    if given is None or isinstance(given, (bool, dict, list)):
        odd += (
            [] if given is None else [ImportFinding("exchange-kind-wrong", facts={"field": field})]
        )
        return ""
    text = str(given)
    if not isinstance(given, str):
        odd.append(ImportFinding("exchange-kind-wrong", facts={"field": field}))
    if is_html(text):
        odd.append(ImportFinding("exchange-html", facts={"field": field}))
        text = plain_text(text)
    return _cut(clean(text, None), field, odd, longest)


def _cut(text: str, field: str, odd: list[ImportFinding], longest: int) -> str:
    """Return as much of a text as we hold; a finding says that the rest is in the source alone."""
    if len(text) > longest:
        odd.append(ImportFinding("exchange-cut", facts={"field": field, "longest": longest}))
    return text[:longest].rstrip()


def _object(held: dict[str, Any], field: str, odd: list[ImportFinding]) -> dict[str, Any]:
    found = held.get(field)
    if isinstance(found, dict):
        return found
    odd += [] if found is None else [ImportFinding("exchange-kind-wrong", facts={"field": field})]
    return {}


def _objects(held: dict[str, Any], field: str) -> list[dict[str, Any]]:
    found = held.get(field)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
