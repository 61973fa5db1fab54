"""Before the decision nobody outside reads how an interest was weighed, or what is in pencil.

Every route and every word of the talk are walked in `test_nothing_early_anywhere.py`.
"""

from dataclasses import asdict
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest

from outreach.exchange.ocds.exporting import export_package, write_package
from outreach.exchange.ocds.publisher import Publisher
from outreach.exchange.table.template import opportunities_page
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.own import my_interests, own_interest
from outreach.interests.own_weighing import own_weighing
from outreach.interests.pencil import pencil
from outreach.interests.weigh import weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.parties.person import meet
from outreach.privacy.file import person_file
from outreach.privacy.mydata import holding, my_data
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.bot.public.conftest import TEXTS

NADIA = Actor("staff", 1)
SECRET = "Wiebelwortel"
KINDS = dict.fromkeys(("firm",), "bedrijf")
DEEDS = ("interest.weighed", "interest.settled", "interest.penciled")


@pytest.fixture
def ada(waterdam: Store) -> Actor:
    """Ada's firm was weighed, settled and penciled in, each with a reason that tells."""
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    who = Actor("person", person, via="web")
    facts: dict[str, Any] = {"opportunity": 1, "version": 1, "brings": "handen"}
    waterdam.run(express_interest, who, party=PartyDraft("firm", "Groen BV"), **facts)
    said: dict[str, Any] = {"interest": 1, "criterion": 1, "mailed": emails_of_party}
    for settle in (False, True):
        waterdam.run(weigh, NADIA, word="good", reason=SECRET, settle=settle, **said)
    waterdam.run(pencil, NADIA, interest=1, outcome="chosen", reason=SECRET)
    return who


def test_no_export_or_table_tells_of_it(waterdam: Store, ada: Actor) -> None:
    address, zone = "https://kansen.example", ZoneInfo("Europe/Amsterdam")
    publisher = Publisher("Waterdam", "NL-GM9901", address, zone, KINDS, {})

    package = waterdam.look(export_package, publisher=publisher, drafts=True)
    table = waterdam.look(opportunities_page, opportunities=[1], texts=TEXTS, language="nl")

    assert SECRET not in write_package(package).decode()
    assert SECRET not in str(table)


def test_party_itself_reads_nothing_of_it_before(waterdam: Store, ada: Actor) -> None:
    def read(unit: Unit) -> list[Any]:
        unit.actor = ada
        return [
            *map(asdict, my_interests(unit)),
            asdict(own_interest(unit, interest=1, language="nl")),
            *map(asdict, own_weighing(unit, interest=1, language="nl")),
            asdict(holding(unit)),
            my_data(unit, person=ada.id or 0),
            person_file(unit, person=ada.id or 0),
        ]

    seen = orjson.dumps(waterdam.look(read), default=str).decode()

    assert [word for word in (SECRET, *DEEDS) if word in seen] == []


def test_party_reads_how_it_was_weighed_after(waterdam: Store, ada: Actor) -> None:
    def decide(unit: Unit) -> None:
        unit.connection.exec_driver_sql("UPDATE opportunity SET state = 'decided' WHERE id = 1")

    waterdam.run(decide, NADIA)

    data = waterdam.look(my_data, person=ada.id or 0)
    assert [(row["word"], row["reason"], bool(row["settled"])) for row in data["weighing"]] == [
        ("good", SECRET, False),
        ("good", SECRET, True),
    ]
