"""People who find a weakness also find our contact, as RFC 9116 asks."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.public.security_text import PATH, _reached
from outreach.settings import Settings
from tests.clock import Clock
from tests.webclient import WebClient


async def test_it_has_all_that_is_asked_and_is_never_out_of_date(
    browser: WebClient, clock: Clock
) -> None:
    first = await browser.get(PATH)
    clock.passes(days=400)
    later = await (await browser.get(PATH)).text()

    lines = dict(line.split(": ", 1) for line in (await first.text()).splitlines())
    expires = [
        datetime.strptime(text.split("Expires: ")[1].split("\n")[0], "%Y-%m-%dT%H:%M:%SZ").replace(
            tzinfo=UTC
        )
        for text in (await first.text(), later)
    ]
    assert (first.status, first.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert {name: lines[name] for name in ("Contact", "Preferred-Languages", "Canonical")} == {
        "Contact": "mailto:privacy@waterdam.example",
        "Preferred-Languages": "nl, en",
        "Canonical": f"https://kansen.example{PATH}",
    }
    assert timedelta(0) < expires[1] - clock.now < timedelta(days=365)
    assert expires[1] - expires[0] == timedelta(days=400)


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("cert@waterdam.example", "mailto:cert@waterdam.example"),
        ("mailto:cert@waterdam.example", "mailto:cert@waterdam.example"),
        ("https://waterdam.example/melden", "https://waterdam.example/melden"),
        ("waterdam.example/melden", "https://waterdam.example/melden"),
        ("cert@waterdam.example\nContact: evil@example.com", "mailto:cert@waterdam.example"),
        ("", "mailto:privacy@waterdam.example"),
    ],
)
def test_contact_is_one_that_a_program_can_follow(contact: str, shown: str) -> None:
    assert _reached(Settings(security_contact=contact)) == shown
