"""What a person allowed: each moment a row, with the words that were shown as proof."""

from datetime import datetime

from sqlalchemy import case, false, func, insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from content.fluent import wording
from outreach.parties.address import Address
from outreach.parties.person import PERSON_STOP, language_of, speaker
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import record
from outreach.store.query import pick, update
from outreach.store.unit import Unit


class Consent(SQLModel, table=True):
    """A permission given or taken back: each moment is a row, the last one counts.

    `scope` is the channel for `news`, the id of the interest for `name`, of the question for
    `talk`. `how` is the channel in which it was said, `text_version` names the words that were
    shown.
    """

    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    purpose: str
    scope: str = ""
    given: bool
    at: datetime = Field(sa_type=Moment)
    how: str
    text_version: str


CONSENT_ADD = insert(Consent)
CONSENTS_OF_PERSON = (
    pick(Consent.purpose, Consent.scope, Consent.given)
    .where(Consent.person_id == bindparam("person"))
    .order_by(col(Consent.id))
)
LAST_NEWS_CONSENT = (
    select(Consent.given)
    .where(
        Consent.person_id == Address.person_id,
        Consent.purpose == "news",
        Consent.scope == Address.channel,
    )
    .order_by(col(Consent.id).desc())
    .limit(1)
    .correlate(Address)
    .scalar_subquery()
)
ADDRESS_KEEP_NEWS = (
    update(Address)
    .where(Address.person_id == bindparam("person"))
    .values(
        # an e-mail address that its owner did not confirm, or left, gets none
        news=case(
            (col(Address.beside).is_(False), false()),
            else_=func.coalesce(LAST_NEWS_CONSENT, false()),
        )
    )
)


def consent(
    unit: Unit, *, purpose: str, given: bool, text_version: str, how: str = "", scope: str = ""
) -> None:
    """Store that the person gave a permission or took it back, where, and which text they saw."""
    how = how or unit.actor.via or "talk"
    facts = {
        "purpose": purpose,
        "scope": scope,
        "given": given,
        "how": how,
        "text_version": text_version,
    }
    unit.run(CONSENT_ADD, facts | {"person_id": speaker(unit), "at": unit.now})
    if purpose == "news":
        keep_news(unit, person=speaker(unit))
    record(unit, "consent.given" if given else "consent.withdrawn", purpose, person=speaker(unit))


def keep_news(unit: Unit, *, person: int) -> None:
    """Write at each address of a person whether news may be sent there, by their last consent."""
    unit.run(ADDRESS_KEEP_NEWS, {"person": person})


def permit(unit: Unit, *, purpose: str, given: bool, text: str, scope: str = "") -> None:
    """Store what the person answered to a question for permission.

    `text` is the key of the question, whose words are proof. A permission for news holds in the
    channel in which it is given, and nowhere else.
    """
    if purpose == "news":
        scope = scope or unit.actor.via
    consent(
        unit,
        purpose=purpose,
        given=given,
        text_version=wording(text, language_of(unit)),
        scope=scope,
    )


def settle(unit: Unit, *, purpose: str, given: bool | None, text: str, scope: str = "") -> None:
    """Store the answer to a question that was not permitted before, and that may be gone back to.

    `given` is None if it was skipped: neither allowed nor refused, so a yes of just before goes.
    """
    if given is not None or allowed(unit, purpose=purpose, scope=scope):
        permit(unit, purpose=purpose, given=bool(given), text=text, scope=scope)


def allowed(unit: Unit, *, purpose: str, scope: str = "") -> bool:
    """Return True if the speaker permitted this; news in the channel in which they speak."""
    if purpose == "news":
        scope = scope or unit.actor.via
    return scope in permitted(unit, person=speaker(unit)).get(purpose, ())


def permitted(unit: Unit, *, person: int) -> dict[str, list[str]]:
    """Return the scopes of each purpose that a person allowed and did not take back."""
    rows = unit.run(CONSENTS_OF_PERSON, {"person": person})
    last = {(row.purpose, row.scope): row.given for row in rows}
    standing: dict[str, list[str]] = {}
    for (purpose, scope), given in last.items():
        if given:
            standing.setdefault(purpose, []).append(scope)
    return standing


def take_back(unit: Unit, *, purpose: str, text: str) -> None:
    """Take back a permission in every scope; `text` is the key of what was chosen."""
    for scope in permitted(unit, person=speaker(unit)).get(purpose, ()):
        permit(unit, purpose=purpose, given=False, text=text, scope=scope)


def stop(unit: Unit) -> None:
    """Send this person nothing unasked any more, in any channel; takes their news consent back."""
    unit.run(PERSON_STOP, {"person": speaker(unit), "at": unit.now})
    record(unit, "person.stopped", person=speaker(unit))
    take_back(unit, purpose="news", text="stop-keep")


def start(unit: Unit) -> None:
    """Undo a stop. Consent for news is asked again, never assumed."""
    unit.run(PERSON_STOP, {"person": speaker(unit), "at": None})
    record(unit, "person.started", person=speaker(unit))
