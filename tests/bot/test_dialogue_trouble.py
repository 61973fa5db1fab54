"""The engine in trouble: rules that refuse, dialogues that raise, deploys between two answers."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.dialogue import Dialogue, DialogueFailed
from bot.questions import number, one_of, some_of, yes_no
from bot.steps import Ask, Next, Say, do, look
from content.message import Option
from outreach.conversations.conversation import Run
from outreach.refusal import Refusal
from tests.bot.toy import GIVE, KIND, NAME, SURE, Changed, Talk


def changing(state: dict[str, Any], refusal: Callable[[], Refusal]) -> Dialogue:
    @look
    def version(unit: Any) -> int:
        return int(state["version"])

    @do
    def send(unit: Any, *, version: int) -> str:
        if version != state["version"]:
            raise refusal()
        unit.append(version)
        return "sent"

    async def sends() -> None:
        read = await version()
        await Say("toy-version", version=read)
        await GIVE
        await SURE
        await send(version=read)
        await Say("toy-thanks")

    return sends


def test_refusal_that_may_be_tried_again_tells_asks_and_stores_the_new_version() -> None:
    state = {"version": 1}
    talk = Talk(changing(state, lambda: Changed("refusal-changed")))
    talk.say("hands")
    state["version"] = 2

    refused = talk.say("yes")

    assert (talk.said, talk.asked, talk.done, refused.refused) == (
        ["refusal-changed"],
        "toy-sure",
        [],
        False,
    )
    talk.say("yes")
    assert (talk.said, talk.asked, talk.done) == (["toy-thanks"], None, [2])


def test_refusal_for_good_is_told_and_ends() -> None:
    state = {"version": 1}
    talk = Talk(changing(state, lambda: Refusal("refusal-closed", title="Hedge")))
    talk.say("hands")
    state["version"] = 2

    halt = talk.say("yes")

    assert (halt.refused, halt.ask, talk.done) == (True, None, [])
    assert [(say.key, say.facts) for say in halt.said] == [("refusal-closed", {"title": "Hedge"})]


def test_refusal_again_in_a_look_asks_the_question_before_it_again() -> None:
    @look
    def reading(unit: Any) -> int:
        raise Changed("refusal-changed")

    async def reads() -> None:
        await GIVE
        await reading()

    talk = Talk(reads)

    halt = talk.say("hands")

    assert (halt.ask, talk.said) == (GIVE, ["refusal-changed"])
    assert (talk.turn(None).ask, talk.run.transcript) == (GIVE, [])


def test_deed_before_a_refusal_in_the_same_turn_is_done_once() -> None:
    refuse = [True]

    @do
    def first(unit: Any) -> None:
        unit.append("first")

    @do
    def second(unit: Any) -> None:
        if refuse.pop():
            refuse.append(False)
            raise Changed("refusal-changed")
        unit.append("second")

    async def does_two() -> None:
        await SURE
        await first()
        await second()
        await GIVE

    talk = Talk(does_two)

    talk.say("yes")

    assert (talk.done, talk.said, talk.asked) == (
        ["first", "second"],
        ["refusal-changed"],
        "toy-give",
    )


def raising(state: dict[str, Any]) -> Dialogue:
    """Raises where the state says: after so many answers."""

    async def raises() -> None:
        asks: tuple[Any, ...] = (KIND, NAME, GIVE, SURE)
        for count, ask in enumerate(asks):
            if state["at"] == count:
                raise ZeroDivisionError
            await ask

    return raises


def test_raise_in_a_fresh_answer_keeps_the_earlier_ones() -> None:
    talk = Talk(raising({"at": 2}))
    talk.say("group")
    before = talk.run

    with pytest.raises(DialogueFailed) as failed:
        talk.say("Neighbours")

    assert (failed.value.run, before.transcript) == (before, [["ask", "toy-kind", "group"]])


@pytest.mark.parametrize(("at", "kept"), [(1, []), (2, [["ask", "toy-kind", "group"]])])
def test_raise_in_replay_cuts_where_it_raised(at: int, kept: list[Any]) -> None:
    state = {"at": 4}
    talk = Talk(raising(state))
    talk.say("group", "Neighbours")
    state["at"] = at

    with pytest.raises(DialogueFailed) as failed:
        talk.say("hands")

    assert failed.value.run == Run("toy", {}, kept)


def test_raise_at_the_first_line_keeps_nothing() -> None:
    state = {"at": 4}
    talk = Talk(raising(state))
    state["at"] = 0

    with pytest.raises(DialogueFailed) as failed:
        talk.say("group")

    assert failed.value.run is None


def test_raise_in_replay_before_a_deed_keeps_nothing() -> None:
    state = {"broken": False}

    @do
    def deed(unit: Any) -> None:
        unit.append("deed")

    async def raises() -> None:
        await KIND
        if state["broken"]:
            raise ZeroDivisionError
        await deed()
        await NAME

    talk = Talk(raises)
    talk.say("group")
    state["broken"] = True

    with pytest.raises(DialogueFailed) as failed:
        talk.say("Neighbours")

    assert failed.value.run is None


def test_swallowing_dialogue_cannot_swallow_a_bad_answer() -> None:
    async def swallows() -> None:
        while True:
            try:
                await KIND
                break
            except Exception:
                await Say("toy-swallowed")

    talk = Talk(swallows)

    halt = talk.say("???")

    assert (halt.unclear is not None, talk.said, talk.asked) == (True, [], "toy-kind")


def test_finally_in_a_dialogue_does_not_stop_the_next_turn() -> None:
    closed = []

    async def tidies() -> None:
        try:
            await KIND
            await NAME
        finally:
            closed.append(1)

    talk = Talk(tidies)

    talk.say("group", "Neighbours")

    assert (talk.asked, len(closed)) == (None, 3)


def test_dialogue_gives_what_comes_next() -> None:
    async def leads_on() -> Next:
        await KIND
        return Next("menu", {"waiting": True})

    talk = Talk(leads_on)

    assert talk.say("group").next == Next("menu", {"waiting": True})


ONE = Ask("toy-one", one_of("a", "b"))


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        (ONE, "b", Ask("toy-one", one_of("a", "c"))),
        (Ask("toy-one", some_of()).among([Option("a"), Option("b")]), "a, b", ONE),
        (ONE, "a", Ask("toy-one", some_of()).among([Option("a")])),
        (Ask("toy-one", yes_no), "yes", Ask("toy-one", number(0, 9))),
        (Ask("toy-one", number(1, 99)), "50", Ask("toy-one", number(1, 9))),
        (Ask("toy-one", number(1, 99)), "50", ONE),
        (ONE, "a", Ask("toy-one", yes_no)),
    ],
)
def test_answer_that_a_deploy_does_not_know_any_more_is_asked_anew(
    before: Ask[Any], answer: str, after: Ask[Any]
) -> None:
    now = [before]

    async def deployed() -> None:
        await now[0]
        await GIVE

    talk = Talk(deployed)
    talk.say(answer)
    assert talk.asked == "toy-give"

    now[0] = after
    talk.turn(None)

    assert (talk.asked, talk.run.transcript) == ("toy-one", [])


def test_answer_that_waits_is_not_taken_for_a_question_that_a_deploy_put_before_it() -> None:
    asks: list[Any] = [KIND, GIVE, SURE]

    async def deployed() -> None:
        for ask in asks:
            await ask

    talk = Talk(deployed)
    talk.say("group", "hands")
    asks.insert(1, NAME)

    talk.say("yes")

    assert (talk.asked, talk.run.transcript) == ("toy-name", [["ask", "toy-kind", "group"]])
