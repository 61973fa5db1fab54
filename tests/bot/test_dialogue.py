"""The engine by example: what it replays, what it says, and what a change keeps."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from bot.dialogue import ANEW, Dialogue, DialogueFailed, NotAStep, back, cut
from bot.steps import Change, Say, do, look, put
from outreach.conversations.conversation import Run
from tests.bot.toy import GIVE, KIND, NAME, SIZE, SURE, Talk


@dataclass(frozen=True)
class Receipt:
    reference: str
    answer_by: date
    parts: list[str]


@do
def store(unit: Any, *, what: str) -> Receipt:
    unit.append(what)
    return Receipt("AB12", date(2027, 1, 12), ["hedge", "paths"])


async def sign_up() -> None:
    kind = await KIND
    name = "me" if kind == "alone" else await NAME
    size = 1 if kind == "alone" else await SIZE
    give = await GIVE
    await Say("toy-summary", name=name)
    if not await SURE:
        await Change(KIND, NAME, SIZE, GIVE)
    await store(what=f"{name} {size} {give}")
    await Say("toy-thanks")


async def sleeps() -> None:
    await KIND
    await asyncio.sleep(0)


class Plain:
    def __await__(self) -> Any:
        yield 42


async def awaits_a_plain_value() -> None:
    await KIND
    await Plain()


async def helped() -> None:
    await KIND

    async def helper() -> str:
        return await NAME

    assert await helper() == "Anna"
    await GIVE


@pytest.mark.parametrize("dialogue", [sleeps, awaits_a_plain_value])
def test_awaiting_anything_else_raises_and_keeps_the_earlier_answers(dialogue: Dialogue) -> None:
    talk = Talk(dialogue)

    with pytest.raises(DialogueFailed) as failed:
        talk.say("alone")

    assert isinstance(failed.value.__cause__, NotAStep)
    assert failed.value.run == Run("toy")
    assert talk.asked == "toy-kind"


def test_coroutine_of_steps_may_be_awaited() -> None:
    talk = Talk(helped)

    talk.say("alone", "Anna")

    assert talk.asked == "toy-give"


def test_say_is_said_only_after_the_last_answer() -> None:
    async def talkative() -> None:
        await Say("toy-one")
        await KIND
        await Say("toy-two")
        await Say("toy-three")
        await GIVE

    talk = Talk(talkative)
    first = talk.said

    talk.say("group")

    assert (first, talk.said, talk.asked) == (["toy-one"], ["toy-two", "toy-three"], "toy-give")
    assert talk.say("???").said == []


def test_look_runs_once_and_is_replayed() -> None:
    seen = []

    @look
    def reading(unit: Any) -> list[date]:
        return [date(2027, 1, 1)]

    async def reads() -> None:
        await KIND
        seen.append(await reading())
        await GIVE

    talk = Talk(reads)

    talk.say("group", "???", "???")

    assert (talk.looked, seen) == (1, [[date(2027, 1, 1)]] * 3)


def test_result_of_a_deed_comes_back_as_its_type() -> None:
    got = []

    async def stores() -> None:
        got.append(await store(what="x"))
        await GIVE

    talk = Talk(stores)

    talk.say("???")

    assert got == [Receipt("AB12", date(2027, 1, 12), ["hedge", "paths"])] * 2
    assert talk.run.transcript == [
        [
            "do",
            "store",
            {"reference": "AB12", "answer_by": "2027-01-12", "parts": ["hedge", "paths"]},
        ]
    ]


def test_repeated_question_is_told_apart_by_how_often_it_was_asked() -> None:
    async def asks_twice() -> None:
        names = [await NAME, await NAME]
        if not await SURE:
            await Change(NAME)
        await store(what=" ".join(names))

    talk = Talk(asks_twice)

    talk.say("Anna", "Bram", "no", "toy-name", "Chris")

    assert talk.asked == "toy-sure"
    talk.say("yes")
    assert talk.done == ["Chris Bram"]


def test_change_of_one_answer_goes_straight_back_to_the_summary() -> None:
    talk = Talk(sign_up)
    talk.say("group", "Neighbours", "6", "hands", "no")
    offered = [option.code for option in talk.halt.ask.options] if talk.halt.ask else []

    talk.say("toy-name", "Friends")

    assert offered == ["toy-kind", "toy-name", "toy-size", "toy-give"]
    assert (talk.asked, talk.said) == ("toy-sure", ["toy-summary"])
    assert talk.say("yes").ask is None
    assert talk.done == ["Friends 6 hands"]


def test_change_of_the_kind_opens_its_questions_then_goes_on() -> None:
    talk = Talk(sign_up)
    talk.say("alone", "hands", "no", "toy-kind")

    asked = [
        talk.asked,
        *((talk.say(answer), talk.asked)[1] for answer in ("group", "Neighbours", "6")),
    ]

    assert asked == ["toy-kind", "toy-name", "toy-size", "toy-sure"]
    talk.say("yes")
    assert talk.done == ["Neighbours 6 hands"]


def test_change_twice_keeps_both_changes() -> None:
    talk = Talk(sign_up)

    talk.say(
        "group",
        "Neighbours",
        "6",
        "hands",
        "no",
        "toy-name",
        "Friends",
        "no",
        "toy-give",
        "tools",
        "yes",
    )

    assert talk.done == ["Friends 6 tools"]


def test_offer_that_does_not_fit_any_more_is_asked_again() -> None:
    talk = Talk(sign_up)
    talk.say("group", "Neighbours", "6", "hands", "no", "toy-name")
    talk.run.offers["toy-size#0"] = 1_000

    talk.say("Friends")

    assert talk.asked == "toy-size"


def test_no_offer_is_filled_in_after_a_deed() -> None:
    async def asks_again_after() -> None:
        if await KIND == "group":
            await NAME
        if not await SURE:
            await Change(KIND)
        await store(what="first")
        await NAME

    talk = Talk(asks_again_after)

    talk.say("group", "Neighbours", "no", "toy-kind", "alone", "yes")

    assert talk.asked == "toy-name"


def test_change_with_nothing_to_change_closes() -> None:
    async def too_late() -> None:
        await KIND
        await store(what="x")
        if not await SURE:
            await Change(KIND)

    talk = Talk(too_late)

    talk.say("alone", "no")

    assert (talk.halt.closed, talk.done) == (True, ["x"])


def test_back_drops_the_last_answer_and_stops_at_a_deed() -> None:
    entries: list[list[Any]] = [
        ["ask", "a", 1],
        ["do", "store", None],
        ["look", "read", 2],
        ["ask", "b", 3],
        ["look", "read", 4],
    ]
    run = Run("toy", {}, entries, {"c#0": 5})

    once = back(run)

    assert once == Run("toy", {}, entries[:3], {"b#0": ANEW})
    assert once is not None
    assert back(once) is None
    assert back(Run("toy")) is None


def test_back_passes_what_was_put_and_the_next_answer_is_put_in_its_place() -> None:
    @put
    def keep(unit: Any, *, what: str) -> None:
        unit.append(what)

    async def keeps() -> None:
        await keep(what=await NAME)
        await keep(what=await GIVE)
        await KIND

    talk = Talk(keeps)
    talk.say("Anna", "hands")

    once = back(talk.run)
    twice = None if once is None else back(once)
    assert once is not None
    talk.run = once
    talk.say("spades")

    assert [entry[:2] for entry in once.transcript] == [["ask", "toy-name"], ["put", "keep"]]
    assert (twice, talk.asked) == (Run("toy", offers={"toy-name#0": ANEW}), "toy-kind")
    assert talk.done == ["Anna", "hands", "spades"]


@pytest.mark.parametrize(("position", "kept"), [(0, None), (1, None), (2, 2), (4, 4)])
def test_cut_never_passes_a_deed(position: int, kept: int | None) -> None:
    run = Run("toy", {}, [["ask", "a", 1], ["do", "store", None], ["ask", "b", 3], ["ask", "c", 4]])

    cut_off = cut(run, position)

    assert cut_off == (None if kept is None else Run("toy", {}, run.transcript[:kept]))
