"""A receipt by itself in a browser: for who got it, and nobody else."""

import pytest

from content.message import Card, Message
from outreach.receipts.receipt import keep_receipt
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.webclient import WebClient

SAID = Message("Gelukt", cards=(Card("Gelukt", facts=(("Je schreef", "<b>Mag het?</b>"),)),))


@pytest.fixture
def receipt(store: Store, talking: WebClient) -> int:
    me = Actor("person", 1, via="web")
    return store.run(keep_receipt, me, kind="question", say=lambda _: SAID)


async def test_who_got_a_receipt_reads_it_as_it_was_said(talking: WebClient, receipt: int) -> None:
    answer = await talking.get(f"/chat/ontvangst/{receipt}")

    page = await answer.text()
    assert "<dt>Je schreef</dt>" in page
    assert "&lt;b&gt;Mag het?&lt;/b&gt;" in page
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"


async def test_it_can_be_kept_as_a_paper_for_an_archive_in_its_language(
    talking: WebClient, receipt: int
) -> None:
    answer = await talking.get(f"/chat/ontvangst/{receipt}.pdf")

    body = await answer.read()
    assert answer.content_type == "application/pdf"
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="ontvangstbewijs-{receipt}.pdf"'
    )
    assert body.startswith(b"%PDF-1.7")
    assert b"/Lang(nl)" in body
    assert b"pdfuaid:part" in body


async def test_nobody_else_reads_it(talking: WebClient, receipt: int) -> None:
    talking.session.cookie_jar.clear()

    answer = await talking.get(f"/chat/ontvangst/{receipt}")
    paper = await talking.get(f"/chat/ontvangst/{receipt}.pdf")
    unknown = await talking.get(f"/chat/ontvangst/{receipt + 1}")

    assert (answer.status, paper.status, unknown.status) == (404, 404, 404)
