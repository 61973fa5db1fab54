"""R1: a server that is killed during an upload has all of a file or nothing, and keeps it once."""

import secrets
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

from aiohttp import ClientError, ClientSession

from outreach.commands.parts import DATABASE
from outreach.store.store import Store
from tests.attached import pdf
from tests.promises.serving import free_port, let_in, served
from tests.promises.talking import rows_in

PLAN = pdf(bytes(3_000_000))
MOMENTS = ((0.5, True), (1.0, False), (1.0, True))
"""When it is killed: the share of the form that it was sent, and if it had time to take it in."""
STORED = "SELECT (SELECT count(*) FROM inbound), (SELECT count(*) FROM attachment)"
KEPT = "SELECT state, size, content FROM attachment"
ANSWERS = "SELECT count(*) FROM delivery GROUP BY inbound_id"


def form(nonce: str) -> bytes:
    field = "--grens\r\nContent-Disposition: form-data; name="
    head = f'{field}"nonce"\r\n\r\n{nonce}\r\n{field}"file"; filename="plan.pdf"\r\n\r\n'
    return head.encode() + PLAN + b"\r\n--grens--\r\n"


async def sent(session: ClientSession, token: str, nonce: str, part: AsyncIterator[bytes]) -> int:
    """Send a file as the page's script does; return the status, 0 if the server was gone."""
    headers = {"Cookie": f"kansenbode={token}", "Accept": "application/json"}
    headers |= {"Content-Type": "multipart/form-data; boundary=grens"}
    headers |= {"Content-Length": str(len(form(nonce)))}
    try:
        async with session.post("/chat/bestand", data=part, headers=headers) as answer:
            await answer.read()
            return answer.status
    except (ClientError, ConnectionError):
        return 0


async def whole(nonce: str) -> AsyncIterator[bytes]:
    yield form(nonce)


async def cut(
    nonce: str, share: float, taken_in: bool, session: ClientSession, process: Process
) -> AsyncIterator[bytes]:
    """Yield a share of a form, and kill the server behind it."""
    yield form(nonce)[: round(len(form(nonce)) * share)]
    if taken_in:
        # who answers this has read before what came before
        await session.get("/health")
    process.send_signal(signal.SIGKILL)
    await process.wait()


async def test_file_is_kept_once_though_the_server_is_killed_while_it_comes(
    tmp_path: Path, waterdam: Store
) -> None:
    token, port, rows = secrets.token_urlsafe(32), free_port(), rows_in(tmp_path / DATABASE)
    let_in(waterdam, token)
    waterdam.close()
    stored, again = [], []

    async with ClientSession(f"http://127.0.0.1:{port}") as session:
        for number, (share, taken_in) in enumerate(MOMENTS):
            nonce = f"nonce-{number}-x"
            async with served(tmp_path, port) as process:
                part = cut(nonce, share, taken_in, session, process)
                await sent(session, token, nonce, part)
            stored += rows(STORED)
            async with served(tmp_path, port):
                again.append(await sent(session, token, nonce, whole(nonce)))

    assert stored[0] == (0, 0)
    assert [messages == files for messages, files in stored] == [True] * len(MOMENTS)
    assert again == [200] * len(MOMENTS)
    assert rows(KEPT) == [("kept", len(PLAN), PLAN)] * len(MOMENTS)
    assert rows(ANSWERS) == [(1,)] * len(MOMENTS)
    assert "Traceback" not in (tmp_path / "server.log").read_text("utf-8")
