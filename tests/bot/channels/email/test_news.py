"""A campaign in the mailbox of somebody who chose that, and its end by one click."""

from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

from aiohttp import ClientSession, DummyCookieJar

from bot.channels.email.channel import Email
from bot.channels.web.channel import WebChat
from content.texts import Texts
from outreach.campaigns.approve import approve
from outreach.campaigns.compose import Voice
from outreach.campaigns.draft import new_campaign
from outreach.campaigns.preflight import preflight
from outreach.campaigns.prepare import Terms
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.bot.channels.email.town import link_in, say, town
from tests.clock import Clock
from tests.conftest import LOUD
from tests.smtp import mail_server

ADA = "ada@example.org"
HOME = "http://127.0.0.1:8080"


def campaign_of(store: Store, texts: Texts, strip: int) -> tuple[int, Actor]:
    """Make a draft about the green strip; return its number and who made it."""
    sender = {"email": "omar@waterdam.example", "name": "omar", "role": "sender"}
    omar = Actor("staff", store.run(add_staff, NOBODY, **sender))
    made = store.run(new_campaign, omar, opportunity=strip, occasion="new", ours=texts)
    return made, omar


async def test_news_is_mailed_to_who_chose_that_and_ends_by_one_click_alone(
    waterdam: Store, tmp_path: Path, clock: Clock, strip: int
) -> None:
    texts = Texts(organisation="Gemeente Waterdam", address=HOME)
    terms = Terms(
        voice=Voice(texts, HOME),
        quiet=LOUD,
        channels={"web": WebChat.can, "email": Email.can},
        most_a_week=2,
        four_eyes_above=100,
        cancel=timedelta(0),
    )
    async with mail_server() as server, town(waterdam, tmp_path, server) as browser:
        await say(browser, "hoi", "mail mij", ADA)
        await browser.post(link_in(await server.until(1), "mail/ja"))
        await server.until(2)
        await say(browser, "mail mij", "Nieuwe kansen ook")
        # nobody is written to while they talk
        clock.passes(hours=25)
        campaign, omar = campaign_of(waterdam, texts, strip)
        approve(waterdam, omar, campaign=campaign, terms=terms)
        news = await server.until(3)
        leaving = link_in(news, "mail/nieuws-uit")
        asked = await (await browser.get(leaving)).text()
        async with ClientSession(cookie_jar=DummyCookieJar()) as program:
            left = await program.post(
                browser.make_url(leaving),
                data={"List-Unsubscribe": "One-Click"},
                allow_redirects=False,
            )
        told = await say(browser, "mail mij")
        another, _ = campaign_of(waterdam, texts, strip)
        left_out = waterdam.look(preflight, campaign=another, terms=terms).left_out

    body = news.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    words = body.get_content()
    assert str(news["Subject"]).startswith("Nieuwe kans: ")
    # it is folded onto a line of its own
    assert str(news["List-Unsubscribe"]).strip() == f"<{HOME}{leaving}>"
    assert news["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    # it may be passed on: nothing in it opens a conversation
    assert ("/chat/terug/" in words, f"{HOME}/c/" in words) == (False, True)
    assert "Liever helemaal geen e-mail meer" in asked
    assert left.status == 200
    assert f"We mailen je op {ADA}." in told
    assert "Nieuws over nieuwe kansen komt daar ook" not in told
    assert left_out == {"no_consent": 1}
