from collections.abc import Callable
from itertools import islice, product
from typing import Any

import pytest

from bot.public.trail import NOT_PEOPLE, is_person
from outreach.interests.interest import PartyDraft
from outreach.interests.own import invite_to_party
from outreach.privacy.link import ways_on
from outreach.store.errors import StoreFailed
from outreach.store.store import Store
from outreach.venues.trail import lay_trail
from outreach.web.guesses import CROWD
from tests.outreach.interests.expressing import express
from tests.outreach.interests.expressing import person as somebody
from tests.webclient import WebClient

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
PREVIEWS = [
    "WhatsApp/2.23.20.0",
    # Signal calls itself so
    "WhatsApp/2",
    # and so does iMessage
    "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "TelegramBot (like TwitterBot)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Twitterbot/1.0",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0)",
    "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Safari/605.1.15 (Applebot/0.1)",
    "Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "curl/8.5.0",
    "Synapse (bot; +https://github.com/matrix-org/synapse)",
    "",
]
PEOPLE = [
    PHONE,
    (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 "
        "Mobile/15E148"
    ),
    (
        "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 "
        "[FBAN/FBIOS;FBAV/465.0;FBBV/602060281]"
    ),
    "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
]


@pytest.fixture
def code(change: Callable[..., Any], number: Callable[[str], int]) -> str:
    """A code on a poster about the green strip."""
    laid: str = change(lay_trail, opportunity=number("WD-2026-01"), kind="poster")
    return laid


@pytest.fixture
def seen(waterdam: Any) -> Callable[[], int]:
    """Count the views of the only trail."""
    return lambda: waterdam.look(
        lambda unit: unit.connection.exec_driver_sql("SELECT seen FROM trail").scalar_one()
    )


@pytest.mark.parametrize("written", ["{}", " {} ", "{}.", "{})"])
async def test_code_shows_its_opportunity_and_stays_with_it(
    browser: WebClient,
    code: str,
    seen: Callable[[], int],
    written: str,
) -> None:
    path = written.format(f"{code[:4]} {code[4:]}".lower()).replace(" ", "%20")

    answer = await browser.get(f"/c/{path}", headers={"User-Agent": PHONE})

    text = await answer.text()
    assert answer.status == 200
    assert "<h1>Zorg mee voor het plantsoen in de Lindenstraat</h1>" in text
    assert f'<input type="hidden" name="code" value="{code}">' in text
    assert seen() == 1


async def test_page_is_shown_where_its_view_cannot_be_counted(
    browser: WebClient,
    waterdam: Store,
    code: str,
    seen: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def no_room(*_: object, **__: object) -> None:
        raise StoreFailed

    monkeypatch.setattr(waterdam, "write", no_room)

    answer = await browser.get(f"/c/{code}", headers={"User-Agent": PHONE})

    assert (answer.status, seen()) == (200, 0)


async def test_page_can_be_previewed(browser: WebClient, code: str) -> None:
    text = await (await browser.get(f"/c/{code}", headers={"User-Agent": "WhatsApp/2"})).text()

    assert (
        '<meta property="og:title" content="Zorg mee voor het plantsoen in de Lindenstraat">'
        in text
    )
    assert (
        '<meta property="og:description" content="De gemeente zoekt buren die samen het plantsoen'
        in text
    )
    assert f'<meta property="og:url" content="https://kansen.example/c/{code}">' in text


@pytest.mark.parametrize("agent", PREVIEWS)
async def test_preview_is_no_view(
    browser: WebClient,
    code: str,
    seen: Callable[[], int],
    agent: str,
) -> None:
    answer = await browser.get(f"/c/{code}", headers={"User-Agent": agent})

    assert (answer.status, seen(), is_person(agent)) == (200, 0, False)


@pytest.mark.parametrize("agent", PEOPLE)
def test_browser_of_a_person_is_a_view(agent: str) -> None:
    assert is_person(agent)


def test_names_of_previews_are_in_small_letters() -> None:
    assert [name for name in NOT_PEOPLE if name != name.lower()] == []


async def test_looking_at_the_head_only_is_no_view(
    browser: WebClient, code: str, seen: Callable[[], int]
) -> None:
    await browser.head(f"/c/{code}", headers={"User-Agent": PHONE})

    assert seen() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        "AB2C3D4E",
        "x",
        "%00",
        "ABCDEFGH",
        "'%20OR%201=1",
        "%F0%9F%98%80" * 8,
        "%ED%A0%80",
        "A" * 3_000,
    ],
)
async def test_wrong_code_is_not_found(browser: WebClient, wrong: str) -> None:
    answer = await browser.get(f"/c/{wrong}", headers={"User-Agent": PHONE})

    assert answer.status == 404


@pytest.fixture
def invited(change: Callable[..., Any], waterdam: Store) -> tuple[str, str]:
    """The reference of an interest of the neighbours, and an invitation into their group."""
    anna = somebody(waterdam, "anna")
    done = express(waterdam, anna, 1, PartyDraft("residents_group", "Buren & <co>"))
    return done.reference, waterdam.run(invite_to_party, anna, interest=done.interest)


async def test_invitation_says_who_invites_and_leads_into_the_chat(
    browser: WebClient, invited: tuple[str, str]
) -> None:
    answer = await browser.get(f"/c/{invited[1].lower()}")

    text = await answer.text()
    assert (answer.status, answer.headers["X-Robots-Tag"]) == (200, "noindex")
    assert "<h1>Je bent uitgenodigd door Buren &amp; &lt;co&gt;</h1>" in text
    assert '<form method="post" action="/chat/start">' in text
    assert f'<input type="hidden" name="code" value="{invited[1]}">' in text
    assert "Ja, ik doe mee" in text


async def test_reference_leads_into_the_chat_and_says_nothing_of_the_interest(
    browser: WebClient, invited: tuple[str, str]
) -> None:
    answer = await browser.get(f"/c/{invited[0]}")

    text = await answer.text()
    assert answer.status == 200
    assert "<h1>Jouw aanmelding</h1>" in text
    assert f'<input type="hidden" name="code" value="{invited[0]}">' in text
    assert ("Buren" in text, "plantsoen" in text) == (False, False)


async def test_link_code_asks_whether_it_is_their_own(browser: WebClient, waterdam: Store) -> None:
    anna = somebody(waterdam, "anna")
    ways = waterdam.run(ways_on, anna)

    text = await (await browser.get(f"/c/{ways.code}")).text()

    assert "Kreeg je deze code van iemand anders? Ga dan niet verder." in text
    assert "Verder in de webchat" in text


@pytest.mark.parametrize("end", ["used_at = expires_at", "expires_at = '2026-01-01 00:00:00'"])
async def test_invitation_that_is_over_answers_like_an_unknown_code(
    browser: WebClient, change: Callable[..., Any], invited: tuple[str, str], end: str
) -> None:
    change(f"UPDATE code SET {end} WHERE kind = 'invitation'")

    answers = [await browser.get(f"/c/{asked}") for asked in (invited[1], "AB2C3D4E")]

    texts = [
        (await answer.text()).replace(invited[1], "").replace("AB2C3D4E", "") for answer in answers
    ]
    assert [answer.status for answer in answers] == [404, 404]
    assert texts[0] == texts[1]


async def test_code_of_the_staff_has_no_page(
    browser: WebClient, change: Callable[..., Any], code: str
) -> None:
    change("UPDATE code SET kind = 'doctor'")

    assert (await browser.get(f"/c/{code}")).status == 404


async def test_trail_of_a_draft_is_not_found_and_not_counted(
    browser: WebClient,
    change: Callable[..., Any],
    code: str,
    seen: Callable[[], int],
) -> None:
    change("UPDATE opportunity SET state = 'draft', version = 0")

    answer = await browser.get(f"/c/{code}", headers={"User-Agent": PHONE})

    assert (answer.status, seen()) == (404, 0)


async def test_mistyped_codes_are_not_in_the_way_of_the_right_one(
    browser: WebClient, code: str
) -> None:
    wrong = islice(product("23456789", repeat=4), 40)
    guesses = {(await browser.get(f"/c/AB2C{''.join(digits)}")).status for digits in wrong}
    right = await browser.get(f"/c/{code}")

    assert (guesses, right.status) == ({404}, 200)


async def test_guessing_is_held_back(browser: WebClient, code: str) -> None:
    wrong = islice(product("23456789", repeat=4), CROWD + 1)
    guesses = [(await browser.get(f"/c/AB2C{''.join(digits)}")).status for digits in wrong]
    right = await browser.get(f"/c/{code}")

    assert guesses == [404] * CROWD + [429]
    assert right.status == 429
    assert 0 < int(right.headers["Retry-After"]) <= 360


async def test_right_codes_are_never_held_back(browser: WebClient, code: str) -> None:
    answers = [await browser.get(f"/c/{code}") for _ in range(15)]

    assert {answer.status for answer in answers} == {200}


async def test_code_of_a_venue_shows_all_that_is_open_and_stays_with_the_conversation(
    browser: WebClient,
    change: Callable[..., Any],
    seen: Callable[[], int],
) -> None:
    code = change(lay_trail, opportunity=None, kind="venue")

    answer = await browser.get(f"/c/{code}", headers={"User-Agent": PHONE})

    text = await answer.text()
    assert answer.status == 200
    assert "<h1>Doe mee in jouw buurt</h1>" in text
    assert f'<input type="hidden" name="code" value="{code}">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert seen() == 1


async def test_preview_of_a_venues_code_is_not_counted(
    browser: WebClient,
    change: Callable[..., Any],
    seen: Callable[[], int],
) -> None:
    code = change(lay_trail, opportunity=None, kind="venue")

    answer = await browser.get(f"/c/{code}", headers={"User-Agent": PREVIEWS[0]})

    assert (answer.status, seen()) == (200, 0)
