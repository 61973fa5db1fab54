"""The sink of `bench/outbound.py` without a compiler: `python bench/sink.py PORT DELAY_MS`."""

import asyncio
import sys

import orjson
from aiohttp import web

COUNT = [0]
CHAT = {"id": 1, "first_name": "Fatma", "type": "private"}
TEXT = (
    "Hoi! De gemeente zoekt mensen die willen meedoen met het plantsoen in de Lindenstraat. "
    "Reageren kan nog."
)


async def take(request: web.BaseRequest) -> web.StreamResponse:
    if request.method == "GET":
        return web.Response(text=str(COUNT[0]))
    await request.read()
    COUNT[0] += 1
    result = {"message_id": COUNT[0], "chat": CHAT, "date": 1795780000, "text": TEXT}
    if delay := int(sys.argv[2]):
        await asyncio.sleep(delay / 1000)
    return web.Response(
        body=orjson.dumps({"ok": True, "result": result}), content_type="application/json"
    )


async def main() -> None:
    runner = web.ServerRunner(web.Server(take), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(sys.argv[1]), backlog=4096).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
