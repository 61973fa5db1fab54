"""An invitation lets one person in, however many come at once."""

import asyncio
from collections.abc import Callable

from outreach.parties.party import found_party, join_party
from outreach.parties.person import meet
from outreach.store.codes import make_code
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.conftest import Dump


def actor(store: Store, name: str) -> Actor:
    return Actor(
        "person", store.run(meet, NOBODY, channel="web", external_id=name, language="nl")[0]
    )


async def test_invitation_lets_one_of_many_in(store: Store, dump: Callable[[Store], Dump]) -> None:
    host, *guests = (actor(store, name) for name in ("ada", "bob", "cem", "dia", "eva"))
    party = store.run(found_party, host, kind="residents_group", name="Groen op Zuid")
    code = store.run(make_code, NOBODY, "invitation", party)

    tries = [store.write(join_party, guest, code=code) for guest in guests]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == [
        "Refusal",
        "Refusal",
        "Refusal",
        "str",
    ]
    assert len(dump(store)["membership"]) == 2
