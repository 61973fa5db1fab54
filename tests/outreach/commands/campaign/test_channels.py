"""A campaign begins only while the channels that it needs work, and says which one does not."""

from collections.abc import Callable
from pathlib import Path

from outreach.store.codes import make_code
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.outreach.commands.conftest import Built, Shown


def test_broken_channel_is_on_the_card(
    type_: Callable[..., Shown], people: None, built: Built
) -> None:
    built.trouble = "geen verbinding"
    type_("campaign", "new", "WD-2026-01")

    shown = type_("campaign", "preflight", "1")

    assert "werkt nu niet: geen verbinding" in shown.out
    assert "De campagne kan uit." not in shown.out


def test_test_waits_for_a_channel_that_works_and_uses_no_code_up(
    type_: Callable[..., Shown], people: None, folder: Path, built: Built
) -> None:
    with Store(folder / "kansenbode.db") as store:
        code = store.run(make_code, TICK, "link", 1)
    type_("campaign", "new", "WD-2026-01")
    built.trouble = "geen verbinding"

    refused = type_("campaign", "test-send", "1", code)
    built.trouble = None
    sent = type_("campaign", "test-send", "1", code)

    assert (refused.code, sent.code) == (1, 0)
    assert "Er gaat nu niets uit: de webchat werkt niet (geen verbinding)." in " ".join(
        refused.err.split()
    )


def test_nothing_begins_while_a_channel_does_not_work(
    type_: Callable[..., Shown], people: None, built: Built
) -> None:
    type_("campaign", "new", "WD-2026-01")
    type_("campaign", "new", "WD-2026-01")
    built.trouble = "geen verbinding"

    shown = type_("campaign", "approve", "1")
    built.trouble = None
    on = type_("campaign", "approve", "2")
    held = type_("campaign", "pause", "2")
    built.trouble = "geen verbinding"
    more = type_("campaign", "resume", "2")

    assert [one.code for one in (shown, on, held, more)] == [1, 0, 0, 1]
    assert "werkt nu niet: geen verbinding" in shown.out
    assert "De campagne kan nog niet uit." in shown.err
    assert "Er gaat nu niets uit: de webchat werkt niet (geen verbinding)." in " ".join(
        more.err.split()
    )
