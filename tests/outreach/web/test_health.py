import asyncio

from aiohttp.test_utils import make_mocked_request

from outreach.web.health import Health

ASKED = make_mocked_request("GET", "/health")


async def test_health_is_looked_at_once_for_all_who_ask_meanwhile() -> None:
    looks, going_on = [], asyncio.Event()

    async def well() -> bool:
        looks.append("look")
        await going_on.wait()
        return True

    health = Health(well)
    asking = [asyncio.create_task(health.show(ASKED)) for _ in range(20)]
    await asyncio.sleep(0)
    asking[0].cancel()
    going_on.set()
    answers = await asyncio.gather(*asking, return_exceptions=True)
    meanwhile = len(looks)
    later = await health.show(ASKED)

    assert [getattr(answer, "status", "left") for answer in answers] == ["left"] + [200] * 19
    assert (meanwhile, later.status, len(looks)) == (1, 200, 2)
