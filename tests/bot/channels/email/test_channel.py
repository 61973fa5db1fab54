"""Mails to residents by a real mail server: what stands in them, and what a refusal means."""

import re
from collections.abc import AsyncIterator
from datetime import UTC
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import pytest

from bot.channels.email.channel import Email, Refused
from content.message import Message, Option
from content.texts import Texts
from outreach.delivery.channel import Recipient
from outreach.delivery.errors import AddressGone, ChannelBroken, SendError, Unreachable
from outreach.settings import Settings
from outreach.store.store import Store
from tests.clock import Clock
from tests.mailing import confirmed_mailbox, left_mailbox
from tests.outreach.interests.expressing import person
from tests.smtp import MailServer, mail_server

ADA = "ada@example.org"
TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")
SAID = Message(
    "Je hond mag mee.\n\nTot <zaterdag> & neem water mee: https://kansen.example/kansen/1"
)


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as running:
        yield running


def mailing(server: MailServer, store: Store | None) -> Email:
    settings = Settings.demo(
        organisation="Gemeente Waterdam",
        address="https://kansen.example/",
        mail_host="127.0.0.1",
        mail_port=server.port,
        mail_tls="none",
        mail_from="kansen@waterdam.example",
    )
    return Email(settings, TEXTS, store)


def to(mailbox: int, delivery: int | None = 7) -> Recipient:
    return Recipient(delivery, 1, str(mailbox))


def parts(mail: EmailMessage) -> tuple[str, str]:
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert isinstance(plain, EmailMessage)
    assert isinstance(page, EmailMessage)
    return plain.get_content().replace("\r\n", "\n"), page.get_content()


async def test_mail_says_it_in_text_and_on_a_page_and_how_to_stop(
    waterdam: Store, server: MailServer, clock: Clock
) -> None:
    mailbox = confirmed_mailbox(waterdam, person(waterdam, "anna"), ADA)

    receipt = await mailing(server, waterdam).send(to(mailbox), SAID)
    await mailing(server, waterdam).send(to(mailbox), SAID)

    (recipient, mail), (_, again) = server.taken
    plain, page = parts(mail)
    leave = str(mail["List-Unsubscribe"]).strip(" <>")
    assert recipient == ADA
    assert plain.startswith(SAID.text)
    assert "Tot &lt;zaterdag&gt; &amp; neem water mee" in page
    assert '<a href="https://kansen.example/kansen/1">' in page
    assert leave.startswith("https://kansen.example/mail/uit/")
    assert leave in plain
    assert leave in page
    assert re.search(r"https://kansen\.example/chat/terug/2\.[\w-]{43}\n", plain) is not None
    assert "https://kansen.example/chat/terug/2." in page
    assert "Deze e-mail is alleen voor jou." in plain
    assert (mail["From"], mail["Subject"], mail["Auto-Submitted"]) == (
        "Gemeente Waterdam <kansen@waterdam.example>",
        "Bericht over je aanmelding of vraag",
        "auto-generated",
    )
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert parsedate_to_datetime(str(mail["Date"])).astimezone(UTC) == clock.now
    assert mail["Message-ID"] == again["Message-ID"] == receipt.external_id
    assert "<img" not in page
    assert "http" not in page.replace("https://kansen.example/", "")


async def test_question_has_only_the_link_that_confirms(
    waterdam: Store, server: MailServer
) -> None:
    mailbox = left_mailbox(waterdam, person(waterdam, "anna"), ADA)
    delivery: int = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql("SELECT max(id) FROM delivery").scalar_one()
    )

    await mailing(server, waterdam).send(to(mailbox, delivery), Message("Was jij dat?"))

    mail = server.taken[0][1]
    plain, _ = parts(mail)
    assert mail["Subject"] == "Klopt je e-mailadres?"
    assert mail["List-Unsubscribe"] is None
    assert "https://kansen.example/mail/ja/" in plain
    assert "/mail/uit/" not in plain


async def test_options_of_a_chat_are_left_out(waterdam: Store, server: MailServer) -> None:
    mailbox = confirmed_mailbox(waterdam, person(waterdam, "anna"), ADA)
    channel = mailing(server, waterdam)

    await channel.send(to(mailbox), Message("Hoi", (Option("1.1.yes", "Doe ik"),)))

    assert (channel.can.buttons, channel.can.loose_buttons) == (False, False)
    assert ["Doe ik" in part for part in parts(server.taken[0][1])] == [False, False]


async def test_address_that_was_left_gets_nothing(waterdam: Store, server: MailServer) -> None:
    with pytest.raises(AddressGone):
        await mailing(server, waterdam).send(to(99), SAID)

    assert server.taken == []


@pytest.mark.parametrize(
    ("fault", "raises"),
    [
        ({"refused": {ADA: "550 no such mailbox"}}, AddressGone),
        ({"refused": {ADA: "552 mailbox is full"}}, Refused),
        ({"refused": {ADA: "451 come back later"}}, Unreachable),
        ({"data": "554 we do not like this"}, Refused),
        ({"data": "451 not now"}, Unreachable),
        ({"password": "other"}, ChannelBroken),
        ({"busy": True}, ChannelBroken),
    ],
)
async def test_refusal_of_the_mail_server_means_one_thing(
    waterdam: Store, fault: dict[str, object], raises: type[SendError]
) -> None:
    mailbox = confirmed_mailbox(waterdam, person(waterdam, "anna"), ADA)

    async with mail_server(**fault) as server:
        with pytest.raises(SendError) as error:
            await mailing(server, waterdam).send(to(mailbox), SAID)

    assert type(error.value) is raises


async def test_no_mail_server_is_our_fault(waterdam: Store) -> None:
    mailbox = confirmed_mailbox(waterdam, person(waterdam, "anna"), ADA)
    async with mail_server() as server:
        pass

    channel = mailing(server, waterdam)
    with pytest.raises(ChannelBroken):
        await channel.send(to(mailbox), SAID)

    assert await channel.check() is not None


async def test_mail_server_that_answers_is_well(server: MailServer) -> None:
    assert await mailing(server, None).check() is None
