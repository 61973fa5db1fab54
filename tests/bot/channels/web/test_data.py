"""Everything that we hold of a person, as a file in their own browser."""

from tests.webclient import WebClient


async def test_own_data_come_as_a_file(browser: WebClient) -> None:
    await browser.post(
        "/chat", data={"text": "zes paar handen", "nonce": "een-twee-drie"}, allow_redirects=False
    )

    answer = await browser.get("/chat/mijn-gegevens.json")

    data = await answer.json()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    assert [row["text"] for row in data["inbound"]] == ["zes paar handen"]
    assert [row["channel"] for row in data["address"]] == ["web"]


async def test_who_is_not_known_has_no_file(
    browser: WebClient,
) -> None:
    answer = await browser.get("/chat/mijn-gegevens.json")

    assert answer.status == 404
