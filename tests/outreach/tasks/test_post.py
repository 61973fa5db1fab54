"""The talk with a mail server: TLS, a password, and faults reported without an address."""

import ssl
from email.message import EmailMessage
from pathlib import Path

import aiosmtplib
import pytest
from pydantic import SecretStr

from outreach.settings import Settings
from outreach.tasks.post import Post, reason_of
from tests.certificates import make_certificate
from tests.smtp import MailServer, mail_server

MAIL = EmailMessage()
MAIL["From"], MAIL["To"], MAIL["Subject"] = (
    "kansenbode@waterdam.example",
    "petra@waterdam.example",
    "Café",
)
MAIL.set_content("Er wacht iets.")


def settings(server: MailServer, **more: object) -> Settings:
    facts = {"mail_host": "127.0.0.1", "mail_port": server.port, "mail_tls": "none"}
    return Settings.demo(**facts | {"mail_from": "kansenbode@waterdam.example"} | more)


async def gone_wrong(post: Post) -> str:
    with pytest.raises(Exception) as error:  # noqa: PT011 - whichever it is, it has a reason
        await post.send(MAIL)
    return reason_of(error.value)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of our own for 127.0.0.1, with its key."""
    return make_certificate(tmp_path / "mail.pem", "IP:127.0.0.1")


async def test_mail_goes_over_tls_that_was_begun_and_checked(certificate: Path) -> None:
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(certificate)
    trusting = ssl.create_default_context(cafile=str(certificate))

    async with mail_server(tls=ours) as server:
        await Post(settings(server, mail_tls="starttls"), trusting).send(MAIL)
        strange = await gone_wrong(Post(settings(server, mail_tls="starttls")))

    assert [to for to, _ in server.taken] == ["petra@waterdam.example"]
    assert strange == "SSLCertVerificationError"


async def test_server_without_tls_gets_no_mail_where_tls_is_asked_for() -> None:
    async with mail_server() as server:
        reason = await gone_wrong(
            Post(settings(server, mail_tls="starttls", mail_password=SecretStr("geheim")))
        )

    assert (reason, server.taken) == ("SMTPException", [])


async def test_wrong_password_is_told_by_its_code() -> None:
    async with mail_server(password="right") as server:
        post = Post(settings(server, mail_user="kansenbode", mail_password=SecretStr("wrong")))
        reason = await gone_wrong(post)
        with pytest.raises(aiosmtplib.SMTPAuthenticationError):
            await post.check()

    assert reason == "SMTPAuthenticationError 535"


async def test_check_signs_in_and_sends_nothing() -> None:
    async with mail_server(password="right") as server:
        await Post(
            settings(server, mail_user="kansenbode", mail_password=SecretStr("right"))
        ).check()

    assert server.taken == []


async def test_nobody_at_the_port_is_told() -> None:
    async with mail_server() as server:
        pass

    assert await gone_wrong(Post(settings(server))) == "SMTPConnectError"


async def test_refused_recipient_is_told_without_their_address() -> None:
    async with mail_server(refused={"petra@waterdam.example"}) as server:
        reason = await gone_wrong(Post(settings(server)))

    assert reason == "SMTPRecipientsRefused 550"
