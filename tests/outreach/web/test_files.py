import resource

import pytest

from outreach.web.files import LEAST, MOST, OURS, WANTED, room_for_visitors

ENDLESS = resource.RLIM_INFINITY


@pytest.mark.parametrize(
    ("limits", "refuses", "asked", "room"),
    [
        ((1_024, 524_288), False, (WANTED, 524_288), MOST),
        ((1_024, ENDLESS), False, (WANTED, ENDLESS), MOST),
        ((1_024, 4_096), False, (4_096, 4_096), 4_096 - OURS),
        ((1_024, 1_024), False, None, 1_024 - OURS),
        ((1_024, 4_096), True, (4_096, 4_096), 1_024 - OURS),
        ((ENDLESS, ENDLESS), False, None, MOST),
        ((256, 256), False, None, LEAST),
    ],
)
def test_limit_is_raised_and_leaves_room_for_what_is_ours(
    monkeypatch: pytest.MonkeyPatch,
    limits: tuple[int, int],
    refuses: bool,
    asked: tuple[int, int] | None,
    room: int,
) -> None:
    wanted: list[tuple[int, int]] = []

    def setrlimit(_: int, limits: tuple[int, int]) -> None:
        wanted.append(limits)
        if refuses:
            raise PermissionError

    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", setrlimit)

    found = room_for_visitors()

    assert (found, wanted) == (room, [] if asked is None else [asked])
