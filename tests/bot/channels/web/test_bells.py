"""A bell rings at its own address; with too many listeners the oldest is closed."""

from contextlib import ExitStack

import pytest

from bot.channels.web.bells import AT_ALL, AT_ONE_ADDRESS, AT_ONE_CLIENT, Closing, Stream, WebBells
from outreach.store.bells import Bells as InProcess
from outreach.store.bells import rung


async def test_bell_rings_at_its_own_address_only() -> None:
    bells = WebBells(InProcess())

    with bells.listen("a") as here, bells.listen("b") as there:
        bells.ring("a")
        bells.ring("nobody")

        assert [await rung(bell, 0) for bell in (here, there)] == [True, False]
        assert await rung(here, 0) is False


@pytest.mark.parametrize(
    ("before", "comes", "ends"),
    [
        ([("ada", str(tab)) for tab in range(AT_ONE_ADDRESS)], ("ada", "new"), 0),
        ([("ben", "x"), *[("ada", "x")] * AT_ONE_ADDRESS], ("ada", "x"), 1),
        (
            [("far", "far"), *((str(who), "school") for who in range(AT_ONE_CLIENT))],
            ("new", "school"),
            1,
        ),
        ([*((str(who), str(who // 2)) for who in range(3, AT_ALL + 3))], ("new", "new"), 1),
        ([("ada", "x"), ("ben", "x")], ("ada", "x"), None),
    ],
    ids=[
        "one conversation",
        "its own only",
        "one client",
        "in all: of who has most",
        "room enough",
    ],
)
def test_streams_have_bounded_room(
    before: list[tuple[str, str]], comes: tuple[str, str], ends: int | None
) -> None:
    bells = WebBells(InProcess())

    with ExitStack() as open_ones:
        streams: list[Stream] = [open_ones.enter_context(bells.stream(*who)) for who in before]
        new = open_ones.enter_context(bells.stream(*comes))
        over = [place for place, stream in enumerate(streams) if stream.over]
        rung = [place for place, stream in enumerate(streams) if stream.bell.is_set()]

    assert (over, rung, new.over) == (
        [] if ends is None else [ends],
        [] if ends is None else [ends],
        False,
    )
    assert (bells._at, bells._of, bells._count) == ({}, {}, 0)


def test_fewer_streams_have_room_where_fewer_files_may_be_open() -> None:
    bells = WebBells(InProcess())

    with (
        bells.stream("ada", "x", 2) as ada,
        bells.stream("ben", "y", 2) as ben,
        bells.stream("eva", "z", 2) as eva,
    ):
        over = [one.over for one in (ada, ben, eva)]

    assert over == [True, False, False]


def test_closing_bells_take_no_stream() -> None:
    bells = WebBells(InProcess())
    bells.close()

    with pytest.raises(Closing), bells.stream("a", "x"):
        pass
