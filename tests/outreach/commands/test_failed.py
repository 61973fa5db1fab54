"""`kansenbode failed`, and the lines of other commands that lead there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from sqlmodel import col

from content.message import Message
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.inbound import quarantine, take_in
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.parties.address import Address
from outreach.parties.person import meet
from outreach.store.snag import SNAG_ADD
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from tests.conftest import LOUD
from tests.looks import look
from tests.outreach.commands.conftest import Built, Shown

ADD_ADDRESS = (
    insert(Address)
    .values(channel="telegram", external_id="venue", seq=0, wrong_codes=0)
    .returning(col(Address.id))
)


@pytest.fixture
def missed(folder: Path) -> None:
    """A change did not reach Ada, and an answer about no opportunity did not either."""
    with Store(folder / "kansenbode.db") as store:
        for name, opportunity in (("notice-change", 1), ("notice-answer", None)):
            who = {"channel": "telegram", "external_id": name, "language": "nl"}
            person, _ = store.run(meet, NOBODY, **who)
            says: dict[str, Any] = {
                "persons": [person],
                "say": lambda _: Message("geheim"),
                "quiet": LOUD,
            }
            store.run(notify, TICK, name=name, opportunity=opportunity, **says)
        claimed = store.run(claim_due, TICK, look("telegram", loud=True))
        ended = [
            Result(one.id, one.address, DeliveryState.FAILED, reason="send-refused")
            for one in claimed
        ]
        store.run(record_results, TICK, results=ended)


def test_where_all_arrived_it_says_so(type_: Callable[..., Shown]) -> None:
    assert type_("failed", "list").out == "Alles kwam aan.\n"
    assert type_("failed", "retry").out == "Er is niets om opnieuw te proberen.\n"


def test_list_says_what_why_and_how_to_try_again(type_: Callable[..., Shown], missed: None) -> None:
    shown = type_("failed", "list").out

    assert shown.count("bericht over een kans of vraag") == 2
    assert "WD-2026-01, Zorg mee voor het plantsoen in de Lindenstraat\n" in shown
    assert "Eén keer, via Telegram, het laatst: " in shown
    assert "Het kanaal wilde dit bericht niet versturen.\n" in shown
    assert "  Opnieuw proberen: kansenbode opportunities retry 1\n" in shown
    assert "  Opnieuw proberen: kansenbode failed retry --kind notice\n" in shown
    assert "geheim" not in shown


def test_list_takes_a_kind_by_its_name(type_: Callable[..., Shown], missed: None) -> None:
    assert type_("failed", "list", "--kind", "kaart op een buurtplek").out == "Alles kwam aan.\n"
    assert [row["kind"] for row in type_("failed", "list", "--kind", "notice", "--json").json] == [
        "notice"
    ] * 2


def test_retry_takes_all_that_no_campaign_sent(type_: Callable[..., Shown], missed: None) -> None:
    refused = type_("failed", "retry", "--kind", "campaign")
    tried = type_("failed", "retry")

    assert (refused.code, tried.code) == (2, 0)
    assert tried.out.startswith("We proberen 2 berichten opnieuw.")
    assert type_("failed", "list").out == "Alles kwam aan.\n"


def test_retry_asks_everybody_again_though_nobody_is_there_for_some(
    type_: Callable[..., Shown], folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        nobody = store.run(lambda unit: unit.run(ADD_ADDRESS).scalar_one(), NOBODY)
        _, address = store.run(meet, NOBODY, channel="telegram", external_id="ada", language="nl")
        for number, where in enumerate((nobody, address)):
            inbound = store.run(
                take_in,
                NOBODY,
                channel="telegram",
                external_id=f"{number}",
                address=where,
                text="geheim",
            )
            assert inbound is not None
            store.run(quarantine, NOBODY, inbound=inbound)

    asked = type_("failed", "retry", "--kind", "turn").out

    assert asked == "We vragen één persoon om het nog eens te sturen.\n"
    assert type_("failed", "list").out == "Alles kwam aan.\n"


@pytest.mark.parametrize(
    "words", [("failed", "retry"), ("opportunities", "retry", "WD-2026-01")], ids=["all", "one"]
)
def test_nothing_is_tried_again_while_its_channel_does_not_work(
    type_: Callable[..., Shown], missed: None, built: Built, words: tuple[str, ...]
) -> None:
    built.channels, built.trouble = ("web", "telegram"), "geen verbinding"

    refused = type_(*words)
    elsewhere = type_("failed", "retry", "--kind", "card")
    built.channels = ("web",)
    tried = type_(*words)

    assert (refused.code, refused.out) == (1, "")
    assert "Er gaat nu niets uit: Telegram werkt niet (geen verbinding)." in " ".join(
        refused.err.split()
    )
    assert elsewhere.out == "Er is niets om opnieuw te proberen.\n"
    assert tried.out.startswith("We proberen ")


def test_nobody_is_asked_again_while_their_channel_does_not_work(
    type_: Callable[..., Shown], folder: Path, built: Built
) -> None:
    with Store(folder / "kansenbode.db") as store:
        _, address = store.run(meet, NOBODY, channel="telegram", external_id="ada", language="nl")
        facts: dict[str, Any] = {
            "channel": "telegram",
            "external_id": "1",
            "address": address,
            "text": "geheim",
        }
        inbound = store.run(take_in, NOBODY, **facts)
        assert inbound is not None
        store.run(quarantine, NOBODY, inbound=inbound)
    built.channels, built.trouble = ("telegram",), "geen verbinding"

    refused = [type_("failed", "retry").code, type_("failed", "retry", "--kind", "turn").code]
    built.trouble = None
    asked = type_("failed", "retry", "--kind", "turn").out

    assert refused == [1, 1]
    assert asked == "We vragen één persoon om het nog eens te sturen.\n"


def test_row_that_is_passed_over_is_told_with_its_error_in_words(
    type_: Callable[..., Shown], folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        note = {"subject": 7, "since": store.clock(), "next_at": store.clock(), "tries": 3}
        for work, error in (("seal", "IntegrityError"), ("sending.claim", "OddError")):
            store.run(
                lambda unit, said: unit.run(SNAG_ADD, said),
                NOBODY,
                note | {"work": work, "error": error},
            )

    listed, doctor = type_("failed", "list").out, type_("doctor").out

    assert [said for said in listed.splitlines() if "Overgeslagen" in said] == [
        "Overgeslagen rijen bij het logboek sluiten: 1",
        "Overgeslagen rijen bij berichten versturen: 1",
    ]
    for shown in (listed, doctor):
        assert "de database weigert wat erin moet" in shown
        assert "OddError" in shown
        assert "IntegrityError" not in shown


def test_notices_are_told_with_their_ends_and_tried_again_by_the_opportunity(
    type_: Callable[..., Shown], missed: None
) -> None:
    told = type_("opportunities", "told", "WD-2026-01").out
    tried = type_("opportunities", "retry", "WD-2026-01").out

    assert "Het kanaal wilde dit bericht niet versturen." in told
    assert told.endswith("  Opnieuw proberen: kansenbode opportunities retry 1\n")
    assert tried.startswith("We proberen één bericht opnieuw.")
    assert "kansenbode opportunities retry" not in type_("opportunities", "told", "WD-2026-01").out


def test_today_counts_each_kind_with_the_command_to_see_it(
    type_: Callable[..., Shown], missed: None
) -> None:
    shown = type_("today").out

    assert "kansenbode failed list --kind notice\n" in shown
    assert "Bericht over een kans of vraag, niet aangekomen: 2\n" in shown


def test_doctor_counts_each_kind_by_its_reason(type_: Callable[..., Shown], missed: None) -> None:
    assert (
        "let op: Niet aangekomen in 30 dagen: bericht over een kans of vraag (2). "
        "Het kanaal wilde dit bericht niet versturen.\n→ kansenbode failed list\n"
    ) in type_("doctor").out
