"""What residents typed, on the pages of staff in a real browser: it stays words."""

from typing import Any

import pytest

from content.texts import Texts
from outreach.console.cookie import COOKIE
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.interests.tell import Telling
from outreach.interests.write import write_to_party
from outreach.parties.person import meet
from outreach.staff.session import Lasts, begin_session
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.conftest import LOUD
from tests.statements import run_sql

pytestmark = pytest.mark.asyncio(loop_scope="session")
VECTORS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "\"><iframe src='javascript:alert(1)'>",
    "'-alert(1)-'",
    "{{7*7}}{% raw %}",
    "</textarea></title></style><body onload=alert(1)>",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
)
PAGES = ("/werk", "/werk/kansen", "/werk/kansen/1", "/werk/aanmeldingen/1", "/werk/vragen/1")
EVERY_FIELD = """
UPDATE interest SET needs = :words, area = :words, partners = :words, reach = :words,
reason = :words
"""
MADE = """() => [...document.querySelectorAll('script, iframe, object, embed, main img, [onload],'
    + '[onerror], a[href^="javascript:"]')].map((one) => one.outerHTML)"""


@pytest.fixture
def secret(waterdam: Store, strip: int) -> str:
    """The session of Noor; Ada wrote every vector in every field."""
    noor = waterdam.run(
        add_staff, NOBODY, email="noor@waterdam.example", name=VECTORS[0], role="administrator"
    )
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    ada, words = Actor("person", person), "\n".join(VECTORS)
    party = PartyDraft("association", VECTORS[1], VECTORS[2])
    waterdam.run(express_interest, ada, opportunity=strip, version=1, party=party, brings=words)
    run_sql(waterdam, EVERY_FIELD, {"words": words})
    waterdam.run(ask_question, ada, opportunity=strip, text=words)
    noors = Actor("staff", noor)
    telling = Telling(Texts(organisation="Waterdam", address="https://kansen.example"), LOUD)
    waterdam.run(write_to_party, noors, interest=1, text=words, telling=telling, checked=True)
    facts: dict[str, Any] = {"browser": VECTORS[1], "lasts": Lasts()}
    return waterdam.run(begin_session, NOBODY, staff=noor, **facts)


@pytest.mark.parametrize("path", PAGES)
async def test_what_was_typed_never_becomes_an_element(visit: Any, secret: str, path: str) -> None:
    page = await visit("/werk/inloggen", 1280)
    here = page.url.partition("/werk")[0]
    await page.context.add_cookies([{"name": COOKIE, "value": secret, "url": here}])
    opened: list[str] = []
    page.on("dialog", lambda dialog: opened.append(dialog.message))

    await page.goto(path)

    assert (await page.evaluate(MADE), opened) == ([], [])


@pytest.mark.parametrize("vector", VECTORS)
async def test_what_a_colleague_types_comes_back_as_it_was(
    visit: Any, secret: str, vector: str
) -> None:
    page = await visit("/werk/inloggen", 1280)
    here = page.url.partition("/werk")[0]
    await page.context.add_cookies([{"name": COOKIE, "value": secret, "url": here}])
    await page.goto("/werk/vragen/1")

    await page.fill("#antwoord", vector)
    await page.get_by_role("button", name="Bekijk wie het krijgt").click()
    seen = await page.locator(".letter").inner_text()
    await page.get_by_role("button", name="Verander de tekst").click()

    assert vector in seen
    assert await page.input_value("#antwoord") == vector
    assert await page.evaluate(MADE) == []
