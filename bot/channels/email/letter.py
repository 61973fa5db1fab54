"""A message to a resident as a mail: in plain text and as a simple page, both the same words.

It has the headers that a mail of a program should have, and nothing that tells us if it was read.
"""

from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from bot.papers import File
from content.message import Message
from content.page.pages import Pages, fresh_nonce
from content.page.style import style_of
from content.page.town import Town
from content.texts import Texts
from outreach.mailboxes.confirm import Envelope
from outreach.settings import Settings

SUBJECTS = {
    "email-confirm": "email-subject-confirm",
    "email-welcome": "email-subject-welcome",
    "receipt_interest": "email-subject-receipt-interest",
    "receipt_change": "email-subject-receipt-change",
    "receipt_withdrawal": "email-subject-withdrawn",
    "receipt_question": "email-subject-receipt-question",
    "receipt_plan": "email-subject-receipt-plan",
    "campaign-new": "email-subject-new",
    "campaign-reminder": "email-subject-reminder",
    "campaign-thanks": "email-subject-thanks",
    "email-receipt-meeting": "email-subject-receipt-meeting",
    "notice-meeting": "email-subject-meeting",
    "notice-meeting-changed": "email-subject-meeting",
    "notice-meeting-cancelled": "email-subject-meeting",
    "notice-meeting-seated": "email-subject-meeting",
    "notice-meeting-reminder": "email-subject-meeting",
    "receipt_human": "email-subject-receipt-question",
    "receipt_candidate": "email-subject-receipt-question",
    "receipt_explore": "email-subject-receipt-question",
    "notice-answer": "email-subject-answer",
    "notice-corrected": "email-subject-corrected",
    "notice-written": "email-subject-written",
    "notice-in_talk": "email-subject-talk",
    "notice-invited": "email-subject-invited",
    "notice-agreed": "email-subject-judged",
    "notice-declined": "email-subject-judged",
    "notice-taken-back": "email-subject-withdrawn",
    "notice-decided": "email-subject-decided",
    "notice-closed": "email-subject-closed",
    "notice-withdrawn": "email-subject-called-off",
    "notice-explored": "email-subject-explored",
    "notice-explored-off": "email-subject-called-off",
    "notice-change": "email-subject-change",
}
"""What a mail is about, by the name of its mailing."""
CONFIRM, LEAVE, BACK = "/mail/ja/", "/mail/uit/", "/chat/terug/"
LEAVE_NEWS = "/mail/nieuws-uit/"
"""Paths of the pages behind the links in a mail."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a mail leads, and the words for that."""

    label: str
    address: str


@dataclass(frozen=True)
class Writer:
    """Writes mails in the language of their readers."""

    texts: Texts
    settings: Settings
    pages: Pages = field(init=False)

    def __post_init__(self) -> None:
        town = Town(style=style_of(self.settings.colour))
        object.__setattr__(self, "pages", Pages(self.texts, town))

    def write(
        self,
        to: Envelope,
        message: Message,
        delivery: int | None,
        at: datetime,
        file: File | None = None,
    ) -> EmailMessage:
        """Return a mail as it goes out, with a file if it has one.

        Made again for a delivery it has the same Message-ID.
        """
        mail = self._written(to, message, delivery, at)
        if file is not None:
            mail.add_attachment(
                file.body, maintype="application", subtype="pdf", filename=file.name
            )
        return mail

    def _written(
        self, to: Envelope, message: Message, delivery: int | None, at: datetime
    ) -> EmailMessage:
        spoken, sender = self.texts.spoken(to.language), self.settings.mail_from
        subject = SUBJECTS.get(to.name, "email-subject-other")
        mail = EmailMessage(SMTP)
        mail["From"] = Address(self.settings.organisation, addr_spec=sender)
        mail["To"] = to.email
        mail["Subject"] = spoken.text(subject, title=to.about)
        mail["Date"] = at
        number = f"{delivery}.{to.leave[:8]}" if delivery is not None else fresh_nonce()
        mail["Message-ID"] = f"<kansenbode-{number}@{sender.rpartition('@')[2]}>"
        # so that nobody's out-of-office answers it (RFC 3834)
        mail["Auto-Submitted"] = "auto-generated"
        ways = self._ways(to, message)
        way_out = LEAVE_NEWS if to.about else LEAVE
        leave = "" if to.confirm else f"{self.settings.base_url}{way_out}{to.leave}"
        if leave:
            # https://www.rfc-editor.org/rfc/rfc8058
            mail["List-Unsubscribe"] = f"<{leave}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        about, less = _about(to)
        private = "email-private" if to.back else ""
        parts = [message.text, *(f"{way.label}:\n{way.address}" for way in ways)]
        parts += [spoken.text(key) for key in (private, about) if key]
        parts += [f"{spoken.text(less)}:\n{leave}"] if leave else []
        mail.set_content("\n\n".join(parts) + "\n", cte="quoted-printable")
        page = self.pages.render(
            "email.html",
            to.language,
            text=message.text,
            ways=ways,
            private=private,
            about=about,
            leave=leave,
            less=less,
        )
        mail.add_alternative(page, subtype="html", cte="quoted-printable")
        return mail

    def _ways(self, to: Envelope, message: Message) -> list[Way]:
        """Return where a mail leads, the main one first; nowhere if they talk in another app."""
        spoken, home = self.texts.spoken(to.language), self.settings.base_url
        if to.confirm:
            return [Way(spoken.text("email-do-confirm"), f"{home}{CONFIRM}{to.confirm}")]
        ways = [Way(spoken.text("email-do-read"), link.address) for link in message.links[:1]]
        if to.back:
            ways.append(Way(spoken.text("email-do-talk"), f"{home}{BACK}{to.back}"))
        return ways


def _about(to: Envelope) -> tuple[str, str]:
    """Return the keys of what a mail says of itself, and of how there come no more of its kind."""
    if to.confirm:
        return "email-about-confirm", ""
    return ("email-about-news", "email-leave-news") if to.about else ("email-about", "email-leave")
