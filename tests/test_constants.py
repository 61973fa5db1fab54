"""A changed constant is seen, however it is changed; other values may be set."""

import pytest

from tests.constants import changed

LOOP = """
def quick(patch):
    for name, value in {"WAIT": 0.1, "MOST": 2}.items():
        patch.setattr(module, name, value)
"""
FAR_LOOP = """
NAMES = ("WAIT", "MOST")
def quick(patch):
    for name in NAMES:
        patch.setattr(module, name, 1)
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('monkeypatch.setattr(module, "WAIT_SECONDS", 0.1)', {"WAIT_SECONDS"}),
        ('monkeypatch.setattr(module, "_WAIT", 0.1)', {"_WAIT"}),
        ('monkeypatch.setattr("outreach.room.module.WAIT", 0.1)', {"WAIT"}),
        ('monkeypatch.delattr(module, "WAIT")', {"WAIT"}),
        ('monkeypatch.setitem(vars(module), "WAIT", 0.1)', {"WAIT"}),
        ('setattr(module, "WAIT", 0.1)', {"WAIT"}),
        (LOOP, {"WAIT", "MOST"}),
        (FAR_LOOP, {"WAIT", "MOST"}),
        ("module.WAIT = 0.1", {"WAIT"}),
        ("module.WAIT = other.room.MOST = 0.1", {"WAIT", "MOST"}),
        ("module.WAIT, module.MOST = 0.1, 2", {"WAIT", "MOST"}),
        ("module.WAIT += 1", {"WAIT"}),
        ("module.WAIT: float = 0.1", {"WAIT"}),
        ("del module.WAIT", {"WAIT"}),
        ("with patched() as module.WAIT: pass", {"WAIT"}),
        ('PROGRAM = """\nimport room\nroom.WAIT, room.MOST = 0.1, 2\n"""', {"WAIT", "MOST"}),
        ("PROGRAM = 'import room; room.WAIT = room.MOST = 1; run()'", {"WAIT", "MOST"}),
        ("PROGRAM = f'import room; room.WAIT = {wait}'", {"WAIT"}),
    ],
)
def test_change_of_a_constant_is_seen(text: str, found: set[str]) -> None:
    assert changed(text) == found


@pytest.mark.parametrize(
    "text",
    [
        'monkeypatch.setattr(store, "write", busy)',
        'monkeypatch.setattr("bot.venues.find_presence", failing)',
        'monkeypatch.setenv("LANG", "C.UTF-8")',
        "WAIT = 0.1",
        "town.wait = module.WAIT",
        "assert module.WAIT == 0.1",
        "PROGRAM = 'import room; print(room.WAIT == 1)'",
        "STATEMENT = 'UPDATE visit SET room.WAIT = 1'",
        'def quick(patch, name):\n    patch.setattr(module, name, "MOST important")',
    ],
)
def test_what_changes_no_constant_is_passed_over(text: str) -> None:
    assert changed(text) == set()
