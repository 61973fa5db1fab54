"""What a campaign says: the text of staff or our own, with facts of the opportunity filled in.

The text of staff runs through no template engine: a name between braces becomes a fact, and
everything else stays as it was typed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.fluent import FIRST, languages
from content.message import Link, Message, Option
from content.texts import LanguageName, Money, Texts
from outreach.campaigns.campaign import STEP, Campaign
from outreach.opportunities.card import OpportunityPage, opportunity_page
from outreach.refusal import Refusal
from outreach.store.unit import Unit
from outreach.venues.link import page_link

PLACEHOLDER = re.compile(r"\{([^\W\d_]{1,30})\}")
FACTS = ("title", "summary", "places", "until", "money", "organisation")
"""What a text may name; each language has its own word for it."""
NAMES = "campaign-placeholder"
MORE = "campaign-more"
LONGEST_TEXT = 3_000


@dataclass(frozen=True, slots=True)
class Voice:
    """Who sends: the texts, and `Settings.base_url`."""

    texts: Texts
    address: str


def compose(
    unit: Unit, voice: Voice, campaign: Campaign, *, step: str, language: str, code: str
) -> Message | None:
    """The message of a step in a language, with its trail's code; None if there is no text."""
    template = template_of(voice.texts, campaign, step=step, language=language)
    if template is None:
        return None
    page = opportunity_page(unit, opportunity=campaign.opportunity_id, language=language)
    say = voice.texts.spoken(language).text
    facts = _facts(page, voice.texts, language)
    parts = [fill(template, facts)]
    if page.card.only_in:
        parts.append(say("venue-card-only-in", spoken=LanguageName(page.card.only_in)))
    text = "\n\n".join(filter(None, [*parts, say("campaign-footer")]))
    link = Link(page_link(voice.address, code), say("campaign-page"))
    return Message(text, (Option(code, say(MORE)),), picture=campaign.picture, links=(link,))


def template_of(texts: Texts, campaign: Campaign, *, step: str, language: str) -> str | None:
    """The text of staff for a step in a language, or our own; None if there is neither."""
    own = campaign.texts.get(step, {}).get(language)
    if own:
        return own
    return (
        standard_template(texts, step=step, language=language) if language in languages() else None
    )


def standard_template(texts: Texts, *, step: str, language: str) -> str:
    """Our own text for a step, with the names of facts between braces; staff may start from it."""
    named = {fact: f"{{{name}}}" for name, fact in placeholders(texts, language).items()}
    return texts.text(STEP.format(step), language, None, **named)


def placeholders(texts: Texts, language: str) -> dict[str, str]:
    """The names that a text in a language may use, each with its fact.

    Every language knows the Dutch names too.
    """
    names = {
        texts.text(NAMES, spoken, fact): fact for spoken in (FIRST, language) for fact in FACTS
    }
    own = {texts.text(NAMES, language, fact): fact for fact in FACTS}
    return own | {name: fact for name, fact in names.items() if name not in own}


def check_template(texts: Texts, *, language: str, text: str) -> None:
    """Refuse a text that is empty or too long, or names an unknown fact."""
    if not text:
        raise Refusal("refusal-empty")
    if len(text) > LONGEST_TEXT:
        raise Refusal("refusal-campaign-long", most=LONGEST_TEXT, given=len(text))
    known = placeholders(texts, language)
    wrong = [name for name in PLACEHOLDER.findall(text) if name not in known]
    if wrong:
        own = [f"{{{texts.text(NAMES, language, fact)}}}" for fact in FACTS]
        raise Refusal("refusal-placeholder", given=f"{{{wrong[0]}}}", allowed=list(own))


def fill(template: str, facts: Mapping[str, str]) -> str:
    """Replace the names by facts, once: braces inside a fact stay as they are."""
    filled = PLACEHOLDER.sub(lambda found: facts.get(found[1], found[0]), template)
    return re.sub(r"\n{3,}", "\n\n", filled).strip()


def _facts(page: OpportunityPage, texts: Texts, language: str) -> dict[str, str]:
    say = texts.spoken(language).text
    card, value = page.card, page.value_cents
    values = {
        "title": card.title,
        "summary": card.summary,
        "places": say("campaign-places", places=page.places) if page.places else "",
        "until": say("campaign-until", until=card.answers_until) if card.answers_until else "",
        "money": "" if value is None else say("campaign-money", value=Money(value, page.currency)),
        "organisation": say("campaign-organisation"),
    }
    return {name: values[fact] for name, fact in placeholders(texts, language).items()}
