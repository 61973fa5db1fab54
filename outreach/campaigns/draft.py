"""Make a campaign and change it, as long as it is a draft."""

from datetime import timedelta
from typing import Any

from content.texts import Texts, named
from outreach.campaigns.campaign import (
    OCCASIONS,
    Campaign,
    add_campaign,
    change_campaign,
    get_campaign,
    get_draft,
)
from outreach.campaigns.compose import check_template
from outreach.campaigns.plan import LONGEST_SPREAD, Plan
from outreach.opportunities.codes import PARTY_KINDS, THEMES
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.place import find_places
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.unit import Unit
from outreach.venues.register import hold_venue

AUDIENCE = ("places", "themes", "languages", "parties", "partner", "answered")
PLAN = ("at", "first", "spread", "remind", "expires", "policy")
TODAY = timedelta(days=1)
STANDARD = "standard"
"""What staff write in place of a text to get our own text again."""


def new_campaign(
    unit: Unit, /, *, opportunity: int, occasion: str, ours: Texts, **facts: Any
) -> int:
    """Make a draft about an opportunity for the acting member of staff; returns its number.

    `ours` are the texts of this installation, `texts` those that staff wrote, by step and language.
    """
    about = get_opportunity(unit, opportunity=opportunity)
    if occasion not in OCCASIONS:
        raise Refusal("refusal-code", given=occasion, allowed=named("occasion", OCCASIONS))
    row = Campaign(
        opportunity_id=about.id, occasion=occasion, made_by=unit.actor.id or 0, made_at=unit.now
    )
    _fill(unit, row, ours, facts)
    campaign = add_campaign(unit, row)
    record(unit, "campaign.made", campaign=campaign, opportunity=about.id)
    return campaign


def set_campaign(unit: Unit, /, *, campaign: int, ours: Texts, **facts: Any) -> list[str]:
    """Change a draft; returns the names of what changed."""
    row = get_draft(unit, campaign=campaign)
    before = row.model_dump()
    _fill(unit, row, ours, facts)
    changed = sorted(name for name, value in row.model_dump().items() if value != before[name])
    if changed:
        change_campaign(unit, row)
        record(unit, "campaign.changed", *changed, campaign=campaign)
    return changed


def kept_in(fact: str) -> str:
    """The field of a campaign in which a fact is stored, as events name it."""
    if fact in AUDIENCE:
        return "audience"
    return "plan" if fact in PLAN else fact


def copy_campaign(unit: Unit, *, campaign: int) -> int:
    """Make a new draft of any campaign; its plan leaves out a moment that has passed."""
    old = get_campaign(unit, campaign=campaign)
    plan = Plan.read(old.plan)
    passed = [name for name, moment in plan.moments.items() if moment <= unit.now]
    same = old.model_dump(
        include={"opportunity_id", "occasion", "audience", "texts", "picture", "venues"}
    )
    row = Campaign(
        **same,
        plan=plan.with_facts(dict.fromkeys(passed)).as_json(),
        made_by=unit.actor.id or 0,
        made_at=unit.now,
    )
    copy = add_campaign(unit, row)
    record(unit, "campaign.made", campaign=copy, opportunity=row.opportunity_id, copied=campaign)
    return copy


def _fill(unit: Unit, row: Campaign, texts: Texts, facts: dict[str, Any]) -> None:
    """Put facts into a campaign; refuses what does not fit. An empty fact is removed."""
    audience = dict(row.audience)
    for name, value in facts.items():
        if name in AUDIENCE:
            audience[name] = _audience(unit, name, value)
        elif name == "texts":
            row.texts = _texts(row, texts, value)
        elif name == "venues":
            row.venues = [hold_venue(unit, code=code).code for code in value]
        elif name == "picture":
            row.picture = value or None
    row.audience = {name: value for name, value in audience.items() if value not in (None, [], "")}
    row.plan = _plan(unit, row, {name: facts[name] for name in PLAN if name in facts}).as_json()


def _plan(unit: Unit, row: Campaign, facts: dict[str, Any]) -> Plan:
    """The plan of a campaign with other facts.

    Refuses a moment that has passed, and a spread that does not fit. A day counts from its morning,
    so today has not passed.
    """
    plan = Plan.read(row.plan).with_facts(facts)
    if facts.get("at") and facts["at"] < unit.now - TODAY:
        raise Refusal("refusal-campaign-passed", at=plan.at)
    if plan.spread is not None and not 1 <= plan.spread <= LONGEST_SPREAD:
        raise Refusal("refusal-campaign-spread", most=LONGEST_SPREAD, given=plan.spread)
    return plan


def _audience(unit: Unit, name: str, value: Any) -> Any:
    if name == "places":
        return [place.code for place in find_places(unit, names=value)]
    codelist, allowed = {"themes": ("theme", THEMES), "parties": ("party", PARTY_KINDS)}.get(
        name, ("", ())
    )
    for code in value if allowed else ():
        if code not in allowed:
            raise Refusal("refusal-code", given=code, allowed=named(codelist, allowed))
    return value


def _texts(
    row: Campaign, texts: Texts, given: dict[str, dict[str, str]]
) -> dict[str, dict[str, str]]:
    """What staff wrote, by step and language, merged into what they wrote before."""
    kept = {step: dict(words) for step, words in row.texts.items()}
    for step, words in given.items():
        if step not in (row.occasion, "reminder"):
            raise Refusal(
                "refusal-code", given=step, allowed=named("occasion", (row.occasion, "reminder"))
            )
        for language, text in words.items():
            if text == STANDARD:
                kept.get(step, {}).pop(language, None)
                continue
            check_template(texts, language=language, text=text)
            kept.setdefault(step, {})[language] = text
    return {step: words for step, words in kept.items() if words}
