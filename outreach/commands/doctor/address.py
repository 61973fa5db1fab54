"""The checks of `doctor` on our own address: does it answer, and as which client are we counted?"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson
from sqlmodel import bindparam

from outreach.commands.desk import DATABASE
from outreach.commands.doctor.finding import DoctorFinding
from outreach.settings import Settings
from outreach.store.codes import Code, make_code
from outreach.store.errors import StoreError
from outreach.store.query import delete
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from outreach.web.files import MOST

MADE_UP = "192.0.2.7"
"""An address of no visitor (RFC 5737): a client counted by it could have chosen any other."""
PATIENCE = 5.0
"""Seconds."""
LONGEST = 4_096
CODE_DROP = delete(Code).where(Code.code == bindparam("this"))


@dataclass(frozen=True, slots=True)
class Seen:
    """The address by which the server counted us, and the proxy's header when it came in.

    `room` is how many connections it has files for.
    """

    client: str
    forwarded: str
    room: int


def examine_address(
    folder: Path, settings: Settings, *, stores: bool, patience: float = PATIENCE
) -> Iterator[DoctorFinding]:
    """Examine how visitors are seen; by the settings alone if the server cannot be asked."""
    seen = _asked(folder, settings, patience) if stores else ""
    facts = {"url": str(settings.address)}
    if isinstance(seen, Seen):
        yield _judged(seen, settings, facts)
        few = seen.room < MOST
        yield DoctorFinding(
            "room", "warning" if few else "ok", "few" if few else "enough", {"count": seen.room}
        )
        return
    if settings.https and not settings.behind_proxy:
        yield DoctorFinding("proxy", "warning", "alone", facts)
    if seen and not settings.local:
        yield DoctorFinding("proxy", "warning", "silent", facts | {"reason": seen})


def _judged(seen: Seen, settings: Settings, facts: dict[str, str]) -> DoctorFinding:
    if settings.behind_proxy and seen.client == MADE_UP:
        return DoctorFinding("proxy", "fault", "chosen", facts)
    if not settings.behind_proxy and seen.forwarded != MADE_UP:
        return DoctorFinding("proxy", "fault", "one", facts)
    return DoctorFinding("proxy", "ok", "seen", facts | {"client": seen.client})


def _asked(folder: Path, settings: Settings, patience: float) -> Seen | str:
    """Ask with a secret code that works for a minute; return the kind of error if it fails."""
    try:
        with Store(folder / DATABASE, url=settings.database) as store:
            code = store.run(make_code, NOBODY, "doctor", 0)
            try:
                return asyncio.run(asyncio.wait_for(_answered(settings, code), patience))
            finally:
                store.run(_drop, NOBODY, code=code)
    except StoreError:
        return ""
    except Exception as error:
        # any error is the reason why nobody answers
        return type(error).__name__


def _drop(unit: Unit, *, code: str) -> None:
    unit.run(CODE_DROP, {"this": code})


async def _answered(settings: Settings, code: str) -> Seen | str:
    # imported here: it takes a quarter of a second, and only this check needs it
    from aiohttp import ClientSession

    url = f"{settings.base_url}/seen/{code}"
    async with (
        ClientSession() as session,
        session.get(url, headers={"X-Forwarded-For": MADE_UP}, allow_redirects=False) as answer,
    ):
        if answer.status != 200:
            return f"HTTP {answer.status}"
        told = orjson.loads(await answer.content.read(LONGEST))
        return Seen(str(told["client"]), str(told["forwarded"]), int(told["room"]))
