"""Keep a campaign true: if its record changed, it waits for staff.

Its texts are composed at approval; what they show of the record is stored with them. Each published
change of a record has a new number, so comparing the numbers is enough to see that nothing changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, literal
from sqlmodel import col, select

from content.texts import Texts
from outreach.campaigns.campaign import THANKS, Campaign
from outreach.campaigns.compose import PLACEHOLDER, Voice, compose, placeholders, template_of
from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.delivery.mailing import IS_STEP, Mailing, MailingState, pause_mailing
from outreach.delivery.steps import set_texts, set_version
from outreach.opportunities.card import opportunity_page
from outreach.opportunities.opportunity import Opportunity
from outreach.store.codes import Code
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.snag import each, passed_over
from outreach.store.unit import Unit
from outreach.venues.trail import Trail

WORK = "campaigns.hold"
CHANGED = "campaign-changed"
"""The reason of a step that waits because its record changed."""
UNTIL = "until"
ALL = ""
"""Stands in place of a language for what holds in every one."""
Shown = dict[str, dict[str, Any]]
"""What messages show of a record, by language and by name."""
MAILING_STEPS = (
    pick(
        Mailing.id,
        Mailing.campaign_id,
        Mailing.opportunity_id,
        Mailing.shown,
        col(Opportunity.version).label("current"),
    )
    .join(Opportunity, col(Opportunity.id) == col(Mailing.opportunity_id))
    .where(IS_STEP)
)
MAILING_STALE = MAILING_STEPS.where(
    Mailing.state == MailingState.SENDING,
    Mailing.version != Opportunity.version,
    col(Opportunity.state).in_(("open", "decided")),
)
"""A closed record is left out: its unsent messages end anyway."""
MAILING_STEP = MAILING_STEPS.where(Mailing.id == bindparam("mailing"))
MAILING_STEPS_OF_CAMPAIGN = MAILING_STEPS.where(
    Mailing.campaign_id == bindparam("campaign")
).order_by(col(Mailing.id))
DELIVERY_ANY_OPEN = (
    select(Delivery.id)
    .where(
        Delivery.mailing_id == bindparam("mailing"),
        col(Delivery.state).in_((DeliveryState.PLANNED, DeliveryState.CLAIMED)),
    )
    .limit(literal(1))
)
CODE_OF_MAILING = (
    select(Code.code)
    .join(Trail, col(Trail.id) == col(Code.subject))
    .where(Code.kind == "trail", Trail.mailing_id == bindparam("mailing"))
)
OPPORTUNITY_VERSION = select(Opportunity.version).where(Opportunity.id == bindparam("opportunity"))


@dataclass(frozen=True, slots=True)
class Difference:
    """What messages in a language say, or would have said, and what the record says now.

    Without a language it holds for every one.
    """

    fact: str
    language: str
    before: Any
    after: Any


def put_texts(
    unit: Unit,
    voice: Voice,
    campaign: Campaign,
    *,
    mailing: int,
    step: str,
    languages: Sequence[str],
) -> dict[str, dict[str, Any]]:
    """Compose and store the messages of a step from the record as it is now; returns them.

    They carry the code of the step's trail. The result is by language.
    """
    code = unit.run(CODE_OF_MAILING, {"mailing": mailing}).scalar_one()
    said = {
        language: message.as_json()
        for language in languages
        if (message := compose(unit, voice, campaign, step=step, language=language, code=code))
        is not None
    }
    shown = _shown_by(unit, voice.texts, campaign, step, sorted(said))
    version = unit.run(OPPORTUNITY_VERSION, {"opportunity": campaign.opportunity_id}).scalar_one()
    set_texts(unit, mailing=mailing, texts=said, shown=shown, version=version)
    return said


def changes_of(unit: Unit, *, campaign: int) -> list[Difference]:
    """What changed in the record since the unsent messages of a campaign were composed."""
    steps = [
        step
        for step in unit.run(MAILING_STEPS_OF_CAMPAIGN, {"campaign": campaign})
        if _is_open(unit, step.id)
    ]
    found = (change for step in steps for change in _changes(unit, step))
    return list({(change.fact, change.language): change for change in found}.values())


def hold_changed(unit: Unit, *, opportunity: int | None = None) -> list[int]:
    """Hold every campaign, or those about one opportunity, that is out of date; returns numbers."""
    passed = passed_over(unit, WORK)
    found = [
        step for step in unit.readable(MAILING_STALE) if opportunity in (None, step.opportunity_id)
    ]
    stale = [step for step in found if step.id not in passed]
    held = each(
        unit, WORK, stale, lambda some: {step.campaign_id for step in some if _hold(unit, step)}
    )
    return sorted(set().union(*held))


def hold_if_changed(unit: Unit, *, mailing: int) -> bool:
    """Hold a step whose messages are out of date; True if it was held."""
    return any(_hold(unit, step) for step in unit.run(MAILING_STEP, {"mailing": mailing}))


def _shown_by(
    unit: Unit, texts: Texts, campaign: Campaign, step: str, languages: Sequence[str]
) -> Shown:
    """What the messages of a step show of the record, and its last day, which plans a reminder."""
    names: dict[str, list[str]] = {} if campaign.occasion == THANKS else {ALL: [UNTIL]}
    for language in languages:
        template = template_of(texts, campaign, step=step, language=language) or ""
        known = placeholders(texts, language)
        used = {known[name] for name in PLACEHOLDER.findall(template) if name in known}
        names[language] = sorted((used - {"organisation", UNTIL}) | {"only_in"})
    return _now(unit, campaign.opportunity_id, names)


def _hold(unit: Unit, step: Any) -> bool:
    """Hold a step if its messages show what changed; otherwise note that it was checked."""
    if _is_open(unit, step.id) and _changes(unit, step):
        pause_mailing(unit, mailing=step.id, reason=CHANGED)
        record(
            unit,
            "campaign.held",
            campaign=step.campaign_id,
            mailing=step.id,
            opportunity=step.opportunity_id,
        )
        return True
    set_version(unit, mailing=step.id, version=step.current)
    return False


def _is_open(unit: Unit, mailing: int) -> bool:
    return bool(unit.run(DELIVERY_ANY_OPEN, {"mailing": mailing}))


def _changes(unit: Unit, step: Any) -> list[Difference]:
    before: Shown = step.shown or {}
    after = _now(unit, step.opportunity_id, before)
    return [
        Difference(fact, language, value, after[language][fact])
        for language, facts in before.items()
        for fact, value in facts.items()
        if value != after[language][fact]
    ]


def _now(
    unit: Unit, opportunity: int, names: Mapping[str, Mapping[str, Any] | Sequence[str]]
) -> Shown:
    """What the record says now of these facts, by language, as it is stored."""
    shown: Shown = {}
    for language, facts in names.items():
        page = opportunity_page(unit, opportunity=opportunity, language=language)
        card = page.card
        values = {
            "title": card.title,
            "summary": card.summary,
            "places": page.places,
            "only_in": card.only_in,
            UNTIL: None if card.answers_until is None else card.answers_until.isoformat(),
            "money": None if page.value_cents is None else [page.value_cents, page.currency],
        }
        shown[language] = {name: values[name] for name in facts}
    return shown
