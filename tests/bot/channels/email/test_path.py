"""The whole way: leave an address in the chat, confirm it, be answered there, and leave it."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from aiohttp import ClientSession, DummyCookieJar

from content.message import Message
from outreach.interests.question import answer_question
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.bot.channels.email.town import link_in, say, town
from tests.clock import Clock
from tests.conftest import LOUD
from tests.smtp import mail_server

ADA = "ada@example.org"


async def answer(store: Store) -> None:
    await store.write(
        answer_question,
        TICK,
        question=1,
        answer="Dat mag, aan de lijn.",
        public_text=None,
        say=lambda language, question, answer: Message(answer),
        quiet=LOUD,
    )


async def test_answer_reaches_somebody_by_mail_once_they_confirmed(
    waterdam: Store, tmp_path: Path, clock: Clock
) -> None:
    async with mail_server() as server, town(waterdam, tmp_path, server) as browser:
        await say(browser, "hoi", "ik heb een vraag", "Mag mijn hond mee naar het plantsoen?")
        shown = await say(browser, "mail mij", f"Doe maar {ADA}")
        question = await server.until(1)
        path = link_in(question, "mail/ja")
        looked = await (await browser.get(path)).text()
        before = list(server.taken)
        # our account writes a few mails in a second
        clock.passes(seconds=5)
        confirmed = await browser.post(path)
        again = await browser.post(path)
        welcome = await server.until(2)
        clock.passes(seconds=5)
        await answer(waterdam)
        answered = await server.until(3)
        leaving = link_in(answered, "mail/uit")
        asked = await browser.get(leaving)
        # a mail program: it has no cookie and saw no page, and follows no redirect
        async with ClientSession(cookie_jar=DummyCookieJar()) as program:
            left = await program.post(
                browser.make_url(leaving),
                data={"List-Unsubscribe": "One-Click"},
                allow_redirects=False,
            )
        gone = await browser.get(leaving)

    assert f"We sturen nu een e-mail naar {ADA}" in shown
    assert f"je mailen op {ADA}" in looked
    assert [to for to, _ in before] == [ADA]
    assert (confirmed.status, again.status) == (200, 404)
    assert (welcome["Subject"], answered["Subject"]) == (
        "Je krijgt nu ook e-mail",
        "Antwoord op je vraag",
    )
    body = answered.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    assert body.get_content().startswith("Dat mag, aan de lijn.")
    assert (asked.status, left.status, gone.status) == (200, 200, 404)
    assert len(server.taken) == 3


async def test_mail_opens_the_conversation_where_it_is_read_and_shows_who_was_forgotten(
    waterdam: Store, tmp_path: Path, clock: Clock
) -> None:
    async with mail_server() as server, town(waterdam, tmp_path, server) as browser:
        await say(browser, "hoi", "mail mij", ADA)
        await browser.post(link_in(await server.until(1), "mail/ja"))
        clock.passes(seconds=5)
        way = link_in(await server.until(2), "chat/terug")
        # the same browser, as one that has no cookie yet
        browser.session.cookie_jar.clear()
        phone = browser
        await phone.post(way)
        talked = await say(phone, "mijn gegevens")
        await say(phone, "vergeet mij")
        forgotten = await (await phone.post("/chat", data={"text": "ja"})).text()
        after = await phone.get(way)

    assert f"We mailen je op {ADA}." in talked
    assert "gewist" in forgotten
    assert after.status == 404


@pytest.mark.parametrize("way", ["ja", "uit"])
async def test_link_that_nobody_has_is_a_kind_page(
    waterdam: Store, tmp_path: Path, way: str
) -> None:
    async with mail_server() as server, town(waterdam, tmp_path, server) as browser:
        answer = await browser.get(f"/mail/{way}/{'x' * 32}")
        text = await answer.text()

    assert (answer.status, answer.headers["Referrer-Policy"]) == (404, "no-referrer")
    assert "<h1>Deze link werkt niet meer</h1>" in text


async def test_mailbox_that_is_not_there_is_shown_with_its_reason(
    waterdam: Store, tmp_path: Path
) -> None:
    async with (
        mail_server(refused={ADA: "550 no such mailbox"}) as server,
        town(waterdam, tmp_path, server) as browser,
    ):
        await say(browser, "mail mij", ADA)
        query = (
            "SELECT delivery.reason FROM delivery JOIN address ON address.id = address_id "
            "WHERE address.channel = 'email' AND gone_at IS NOT NULL AND state = 'gone'"
        )

        def reasons() -> list[str]:
            return list(
                waterdam.look(lambda unit: unit.connection.exec_driver_sql(query).scalars().all())
            )

        await server.changes.until(reasons)

        assert reasons() == ["send-address-gone"]


async def test_receipt_comes_with_its_file_and_words(
    waterdam: Store, tmp_path: Path, clock: Clock
) -> None:
    async with mail_server() as server, town(waterdam, tmp_path, server) as browser:
        await say(browser, "hoi", "mail mij", f"Doe maar {ADA}")
        await browser.post(link_in(await server.until(1), "mail/ja"))
        await server.until(2)
        # our account writes a few mails in a second
        clock.passes(seconds=5)
        await say(browser, "ik heb een vraag", "Is er een zwembad met een glijbaan?")
        mail = await server.until(3)

    [file] = mail.iter_attachments()
    assert (file.get_content_type(), file.get_filename()) == (
        "application/pdf",
        "ontvangstbewijs-1.pdf",
    )
    assert file.get_content().startswith(b"%PDF-1.7")
    body = mail.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    assert "Is er een zwembad met een glijbaan?" in body.get_content()
