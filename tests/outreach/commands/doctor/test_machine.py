"""The doctor tells on which event loop a server runs here."""

import sys
from importlib.metadata import version

import pytest

from content.texts import Texts
from outreach.commands.doctor.finding import DoctorFinding
from outreach.commands.doctor.machine import examine_machine
from outreach.commands.terminal import Printer


def test_loop_that_is_installed_is_named() -> None:
    (found,) = examine_machine()

    assert found == DoctorFinding(
        "loop", "ok", "fast", {"name": "uvloop", "version": version("uvloop")}
    )
    assert version("uvloop") in found.shown(Printer(Texts(), "nl"))["finding"]


def test_without_it_python_s_own_is_fine_and_the_way_to_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "uvloop", None)

    (found,) = examine_machine()

    assert (found.state, found.found) == ("ok", "plain")
    assert "--extra fast" in found.shown(Printer(Texts(), "nl"))["remedy"]
