"""What `doctor` checks in the installation itself: sample settings, files, and who is told."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlmodel import col, select

from content.page.style import style_of
from content.texts import Named
from outreach.commands.doctor.finding import DoctorFinding
from outreach.commands.owner import shut_out
from outreach.delivery.channel import Channel
from outreach.opportunities.contact import IS_CONTACT
from outreach.opportunities.extension import proposed_extensions
from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.place import Place
from outreach.settings import Settings, SettingsError
from outreach.staff.staff import PRESENT, RIGHTS, Staff
from outreach.store.private import open_to_others
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.tasks.failed import failures
from outreach.tasks.outbox import stuck_mail
from outreach.web.town import town_of

SAMPLES = {
    "organisation": "name",
    "organisation_id": "code",
    "privacy_contact": "privacy",
    "ocid_prefix": "ocid",
}
"""Settings with a fictional default, and the finding if it was not changed."""
CODE = re.compile(r"GM[0-9]{4}|[0-9]{20}")
"""A municipality at Statistics Netherlands, or an OIN (Logius: twenty digits)."""
REACHED = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|https?://\S+")
PATIENCE = 10
"""Seconds that the mail server gets."""
PLACE_MUNICIPALITIES = pick(Place.code).distinct().where(col(Place.code).like("GM%"))
STAFF_PRESENT = pick(Staff.role, Staff.notify).where(PRESENT)
OPPORTUNITIES_OF_STRANGERS = (
    select(Opportunity.tender_id)
    .outerjoin(Staff, IS_CONTACT & PRESENT)
    .where(Opportunity.state == "open", col(Staff.id).is_(None))
    .order_by(col(Opportunity.id))
)


def examine_house(
    folder: Path, settings: Settings, channels: Sequence[Channel]
) -> Iterator[DoctorFinding]:
    """Examine settings, files and the mail server."""
    if not (folder / ".env").exists() and settings == Settings.demo():
        yield DoctorFinding("house", "warning", "unset", {"folder": str(folder)})
    for name, found in SAMPLES.items():
        if getattr(settings, name) == Settings.model_fields[name].default:
            yield DoctorFinding("sample", "warning", found)
    if not CODE.fullmatch(settings.organisation_id):
        yield DoctorFinding("code", "fault", "odd", {"code": settings.organisation_id})
    if not REACHED.fullmatch(settings.privacy_contact):
        yield DoctorFinding("privacy", "fault", "odd", {"contact": settings.privacy_contact})
    for channel in channels if settings.local else ():
        if channel.can.link:
            facts = {"channel": Named("channel", channel.name), "url": str(settings.address)}
            yield DoctorFinding("address", "fault", "here", facts)
    if (refusal := shut_out(folder)) is not None:
        yield DoctorFinding("owner", "fault", refusal.key.rpartition("-")[2], refusal.facts)
    files = open_to_others(folder)
    if files:
        yield DoctorFinding(
            "files", "warning", "open", {"folder": str(folder), "count": len(files)}
        )
    yield from _look(settings)
    yield _mail(settings)


def examine_outages(unit: Unit) -> Iterator[DoctorFinding]:
    """Examine if nobody could be heard shortly before a deadline, and that was not made good."""
    for proposal in proposed_extensions(unit):
        facts = {"hours": proposal.hours, "first": proposal.tender_id}
        found = "ongoing" if proposal.ongoing else "deadline"
        yield DoctorFinding("outage", "warning", found, facts)


def examine_told(unit: Unit, settings: Settings) -> Iterator[DoctorFinding]:
    """Examine if the record is this town's, and if somebody is told of what comes in."""
    towns = unit.run(PLACE_MUNICIPALITIES).scalars()
    ours = settings.organisation_id
    if towns and ours not in towns and ours.startswith("GM"):
        yield DoctorFinding(
            "code", "warning", "other", {"code": ours, "towns": ", ".join(towns[:3])}
        )
    staff = unit.run(STAFF_PRESENT)
    if not any(role in RIGHTS["edit"] for role, _ in staff):
        yield DoctorFinding("told", "warning", "nobody")
    elif settings.mails and all(
        notify == "none" for role, notify in staff if role in RIGHTS["edit"]
    ):
        yield DoctorFinding("told", "warning", "silent")
    strangers = unit.run(OPPORTUNITIES_OF_STRANGERS).scalars()
    if strangers:
        yield DoctorFinding(
            "official", "warning", "stranger", {"count": len(strangers), "first": strangers[0]}
        )
    for mail in stuck_mail(unit):
        facts = {
            "email": mail.email,
            "since": mail.since,
            "tries": mail.tries,
            "reason": mail.reason or "",
        }
        yield DoctorFinding("letter", "fault", "stuck", facts)
    counts: dict[tuple[str, str], int] = {}
    for failed in failures(unit):
        counts[failed.kind, failed.reason] = (
            counts.get((failed.kind, failed.reason), 0) + failed.count
        )
    for (kind, reason), count in sorted(counts.items()):
        yield DoctorFinding(
            "failed",
            "warning",
            "messages",
            {"count": count, "reason": reason, "of": Named("message", kind)},
        )


def _look(settings: Settings) -> Iterator[DoctorFinding]:
    try:
        town_of(settings)
    except SettingsError as error:
        yield DoctorFinding("logo", "fault", "wrong", {"faults": error.faults})
    style = style_of(settings.colour)
    facts = {"asked": style.asked, "light": style.light.accent, "dark": style.dark.accent}
    if style.asked:
        same = style.asked == style.light.accent
        yield DoctorFinding("colour", "ok", "right" if same else "shade", facts)


def _mail(settings: Settings) -> DoctorFinding:
    if not settings.mails:
        return DoctorFinding("mail", "warning", "unset")
    # imported here: its library takes a tenth of a second, and only senders of mail need it
    from outreach.tasks.post import Post, reason_of

    try:
        asyncio.run(asyncio.wait_for(Post(settings).check(), PATIENCE))
    except Exception as error:
        # any error is the reason why no mail is sent
        facts = {
            "host": settings.mail_host,
            "port": str(settings.mail_port),
            "reason": reason_of(error),
        }
        return DoctorFinding("mail", "fault", "wrong", facts)
    return DoctorFinding("mail", "ok", "right", {"host": settings.mail_host})
