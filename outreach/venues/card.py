"""What a venue reads of an opportunity: a short card with links, which asks nothing."""

from collections.abc import Iterator

from content.message import Card, Link, Message
from content.texts import LanguageName, Money, Texts
from outreach.delivery.fit import shorten
from outreach.opportunities.card import OpportunityPage

OPEN, CLOSED = "venue-card", "venue-card-closed"
"""The two texts of a card. With the version shown, each names the card's mailing."""
SHOWS = "@"
LONGEST_TITLE, LONGEST_SUMMARY, MOST_PLACES = 160, 500, 4
"""Records of other systems may be far longer than a card."""


def card_name(page: OpportunityPage) -> str:
    """The name of a mailing that shows this: `venue-card@3`."""
    return f"{OPEN if page.card.state == 'open' else CLOSED}{SHOWS}{page.card.version}"


def card_message(
    page: OpportunityPage, *, language: str, code: str, chat: str | None, texts: Texts
) -> Message:
    """The card: what, place, last day, money; links to the page and, if any, a private chat."""
    say = texts.spoken(language).text
    title = shorten(page.card.title, LONGEST_TITLE)
    key = OPEN if page.card.state == "open" else CLOSED
    links = [Link(say(key, "page", code=code), say(key, "read"))]
    if key == CLOSED:
        return Message(say(CLOSED, title=title), links=tuple(links))
    if chat:
        links.append(Link(chat, say(OPEN, "chat")))
    card = Card(
        title=say(OPEN, title=title),
        text=shorten(page.card.summary, LONGEST_SUMMARY),
        facts=tuple(_shown(page, texts, language)),
        theme=next(iter(page.card.themes), ""),
        picture=say("opportunity-card", "picture", id=page.card.id, drawn=page.card.drawn),
    )
    told = [say("venue-card-no-bid")]
    if page.card.only_in:
        told.insert(0, say("venue-card-only-in", spoken=LanguageName(page.card.only_in)))
    return Message(_joined(card.words, *told), links=tuple(links), cards=(card,))


def _shown(page: OpportunityPage, texts: Texts, language: str) -> Iterator[tuple[str, str]]:
    """Place, last day, money: each that is known, with its label."""
    spoken = texts.spoken(language)
    money = None if page.value_cents is None else Money(page.value_cents, page.currency)
    known = {
        "where": page.places[:MOST_PLACES],
        "until": page.card.answers_until,
        "money": money,
    }
    for name, value in known.items():
        if value:
            yield spoken.text(OPEN, name), spoken.shown(value)


def forwardable(page: OpportunityPage, *, language: str, code: str, texts: Texts) -> str:
    """A text that people pass on in an app where bots cannot be."""
    say = texts.spoken(language).text
    title, summary = (
        shorten(page.card.title, LONGEST_TITLE),
        shorten(page.card.summary, LONGEST_SUMMARY),
    )
    opening = say("venue-forward", title=title, summary=summary)
    return _joined(opening, _facts(page, texts, language), say("venue-forward-link", code=code))


def _facts(page: OpportunityPage, texts: Texts, language: str) -> str:
    """Place, last day, money: a line for each that is known."""
    say, lines = texts.spoken(language).text, []
    if page.card.only_in:
        lines.append(say("venue-card-only-in", spoken=LanguageName(page.card.only_in)))
    if page.places:
        lines.append(say("venue-card-where", places=page.places[:MOST_PLACES]))
    if page.card.answers_until is not None:
        lines.append(say("venue-card-until", until=page.card.answers_until))
    if page.value_cents is not None:
        lines.append(say("venue-card-money", value=Money(page.value_cents, page.currency)))
    return "\n".join(lines)


def _joined(*paragraphs: str) -> str:
    return "\n\n".join(filter(None, paragraphs))
