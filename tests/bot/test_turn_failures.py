"""Turns that fail: nothing is lost, the person reads a kind sentence, the talk goes on."""

from collections.abc import Callable
from dataclasses import replace

from bot.runs import Script
from bot.steps import Say, do
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.store import Store
from outreach.store.unit import Unit
from tests.bot.conftest import Person
from tests.bot.deploying import KIND, NAME, at_give, deploy, sound, stored


async def broken() -> None:
    raise ZeroDivisionError


async def broken_after_two() -> None:
    await KIND
    await NAME
    raise ZeroDivisionError


async def speechless() -> None:
    await KIND
    await Say("no-such-text")
    await NAME


def test_dialogue_that_raises_at_a_fresh_answer_asks_that_question_again(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = living(browse=broken_after_two)
    person.say("1")
    person.say("met een groep")

    person.say("Buren")

    assert person.text.split("\n\n") == [told("talk-failed"), told("interest-group-name")]
    assert person.labels == [told("option", "human")]
    deploy(person, browse=sound)
    assert told("interest-give") in person.say("Buren")


def test_dialogue_that_raises_in_replay_is_cut_back_and_goes_on(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = at_give(living(browse=sound))
    deploy(person, browse=broken_after_two)

    person.say("Een hark")

    assert person.text.split("\n\n") == [told("talk-failed"), told("interest-group-name")]
    deploy(person, browse=sound)
    assert told("interest-give") in person.say("Vrienden")


def test_dialogue_that_raises_at_once_gives_way_to_the_menu(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = at_give(living(browse=sound))
    deploy(person, browse=broken)

    person.say("Een hark")

    assert person.text.split("\n\n") == [told("talk-failed"), told("menu-pick")]
    assert told("question-words") in person.press(told("menu-pick", "question"))


def test_dialogue_that_cannot_begin_leaves_the_question_that_led_to_it(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = living(browse=broken)

    person.say("1")

    assert person.text.split("\n\n") == [told("talk-failed"), told("menu-pick")]
    assert told("human-words") in person.press(told("option", "human"))


def test_broken_help_on_top_leaves_the_present_question(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = at_give(living(browse=sound, help=broken))

    person.say("help")

    assert person.text.split("\n\n") == [told("talk-failed"), told("interest-give")]
    assert told("interest-end") in person.say("Een hark")


def test_broken_dialogue_beneath_is_dropped_so_that_a_human_is_still_reached(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = at_give(living(browse=sound))
    person.say("medewerker")
    deploy(person, browse=broken)

    assert told("human-thanks") in person.say("Bel me eens")
    assert told("human-read") in person.say("overslaan")
    assert told("menu-pick") in person.say("overslaan")
    assert stored(person, "SELECT text FROM question") == ["Bel me eens"]


def test_everything_broken_still_brings_a_kind_sentence(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = at_give(living(browse=sound))
    deploy(person, browse=broken, menu=broken)

    heard = [person.say("Een hark") for _ in range(3)]

    assert heard == [told("talk-failed")] * 3
    assert told("human-words") in person.press(told("option", "human"))


def test_text_that_is_missing_fails_like_a_dialogue(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = living(browse=speechless)
    person.say("1")

    person.say("alleen")

    assert person.text.split("\n\n") == [told("talk-failed"), told("interest-kind")]


def test_first_turn_that_fails_greets_all_the_same(
    waterdam: Store, script: Script, talk_with: Callable[..., Person], told: Callable[..., str]
) -> None:
    everything = dict.fromkeys(script.dialogues, broken)
    somebody = talk_with(
        waterdam,
        "a",
        script=replace(script, dialogues={**script.dialogues, "welcome": broken}),
    )
    nobody = talk_with(waterdam, "b", script=replace(script, dialogues=everything))

    assert somebody.say("hoi").split("\n\n") == [
        told("talk-hello"),
        told("talk-failed"),
        told("menu-pick"),
    ]
    assert nobody.say("hoi").split("\n\n") == [told("talk-hello"), told("talk-failed")]
    assert somebody.last.links == nobody.last.links != ()


def test_failed_message_is_kept_in_quarantine_and_answered_once(
    living: Callable[..., Person],
) -> None:
    person = living(browse=broken)

    taken = [person.hand_in(text="1", external_id="m-failed") for _ in range(2)]

    assert taken == [True, False]
    assert stored(person, "SELECT text FROM inbound WHERE quarantined") == ["1"]
    assert len(stored(person, "SELECT id FROM delivery")) == len(person.messages)


def test_failed_turn_leaves_nothing_of_its_deeds(living: Callable[..., Person]) -> None:
    @do
    def write(unit: Unit) -> None:
        record(unit, "toy.done")

    async def writes_then_raises() -> None:
        await KIND
        await write()
        raise ZeroDivisionError

    person = living(browse=writes_then_raises)

    for typed in ("1", "alleen", "alleen"):
        person.say(typed)

    assert stored(person, "SELECT deed FROM event WHERE deed = 'toy.done'") == []


def test_rule_that_refuses_after_writing_leaves_nothing(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    @do
    def first(unit: Unit) -> None:
        record(unit, "toy.first")

    @do
    def refuse(unit: Unit) -> None:
        record(unit, "toy.refused")
        raise Refusal("refusal-not-yours")

    async def refused() -> None:
        await KIND
        await first()
        await refuse()

    person = living(browse=refused)

    person.say("1")
    person.say("alleen")

    assert person.text.split("\n\n") == [told("refusal-not-yours"), told("menu-pick")]
    assert stored(person, "SELECT deed FROM event WHERE deed LIKE 'toy.%'") == ["toy.first"]
