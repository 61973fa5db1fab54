"""A mail to a colleague in words: what waits, since when, and how to look at it.

Nothing in it was written by a resident.
"""

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from content.texts import Texts
from outreach.delivery.failed import KINDS
from outreach.settings import Settings
from outreach.tasks.outbox import DueAlert, Letter

PUBLISHED = ("interest", "question", "human", "candidate", "explore")
"""Only of these is it sure that the opportunity has a page."""
WITHOUT_NUMBER = ("backup", "tick", "row", *KINDS)
"""What the clockwork fails in has no number that people know; of messages
that failed it is how many.
"""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes letters in the first language of the house, with links to its pages."""

    texts: Texts
    settings: Settings

    def write(self, letter: Letter) -> EmailMessage:
        """Return a letter as it goes out; made again it has the same Message-ID."""
        late = sum(line.stage == "late" for line in letter.lines)
        count = len(letter.lines) + letter.more
        sender = self.settings.mail_from
        message = EmailMessage(SMTP)
        message["From"] = Address(f"Kansenbode {self.settings.organisation}", addr_spec=sender)
        message["To"] = letter.email
        message["Subject"] = self._say("mail-subject", count=count, late=late)
        message["Date"] = letter.made_at
        message["Message-ID"] = (
            f"<mail-{letter.mail}-{letter.made_at:%Y%m%d%H%M%S}@{sender.rpartition('@')[2]}>"
        )
        # so that nobody's out-of-office answers it
        message["Auto-Submitted"] = "auto-generated"
        parts = [self._say("mail-hello", name=letter.name), *map(self._line, letter.lines)]
        parts += [self._say("mail-more", count=letter.more)] if letter.more else []
        message.set_content(
            "\n\n".join([*parts, self._say("mail-end")]) + "\n", cte="quoted-printable"
        )
        return message

    def _line(self, line: DueAlert) -> str:
        item = line.item
        kind = self._say("today-kind", item.kind, count=item.number)
        what = (
            kind
            if item.kind in WITHOUT_NUMBER
            else self._say("mail-what", kind=kind, number=item.number)
        )
        told = [what if line.stage == "new" else self._say("mail-stage", line.stage, what=what)]
        told += [f"{item.title} ({item.tender_id})"] if item.title else []
        told += [self._say("mail-promised", answer_by=item.answer_by)] if item.answer_by else []
        if item.opportunity is not None and item.kind in PUBLISHED:
            told.append(f"{self.settings.base_url}/kansen/{item.opportunity}")
        return "\n".join([*told, item.command])

    def _say(self, key: str, attribute: str | None = None, /, **facts: object) -> str:
        language = self.settings.languages[0]
        return self.texts.text(key, language, attribute, **facts)
