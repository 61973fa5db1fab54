"""A dialogue is replayed: after a deploy took it away, to look at its question, and without end."""

from collections.abc import Callable

import pytest

from bot.steps import Next, do
from outreach.store.events import record
from outreach.store.unit import Unit
from tests.bot.conftest import Person
from tests.bot.deploying import GIVE, KIND, NAME, at_give, deploy, sound, stored


@pytest.mark.parametrize("misses", [0, 3])
@pytest.mark.parametrize("typed", ["1", "4", "een hark"])
def test_dialogue_that_a_deploy_removed_closes_kindly(
    misses: int, typed: str, living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = living(browse=sound)
    person.say("1")
    for _ in range(misses):
        person.say("geen idee van")
    deploy(person, browse=None)

    person.say(typed)

    assert person.text.split("\n\n") == [told("talk-closed"), told("menu-pick")]


def test_unknown_code_in_a_sentence_hides_not_that_the_dialogue_was_removed(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    person = at_give(living(browse=sound))
    deploy(person, browse=None)

    person.say("Ik heb code X3J2RBNA gekregen")

    assert person.text.split("\n\n") == [
        told("talk-code-unknown"),
        told("talk-closed"),
        told("menu-pick"),
    ]


def test_text_sent_before_a_removed_dialogue_closed_is_added_to_nothing_beneath(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    async def short() -> None:
        await GIVE

    person = at_give(living(browse=sound, question=short))
    person.say("vraag")
    deploy(person, question=None)

    person.say("en nog iets", seen=0)

    assert person.text.split("\n\n") == [told("talk-closed"), told("menu-pick")]


def test_looking_at_the_open_question_does_no_deed(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    @do
    def write(unit: Unit) -> None:
        record(unit, "toy.done")

    async def writes_first() -> None:
        await write()
        await KIND

    person = living(browse=sound)
    person.say("1")
    deploy(person, browse=writes_first)

    person.say("Ik heb code X3J2RBNA gekregen")

    assert person.text.split("\n\n") == [told("talk-code-unknown"), told("interest-kind")]
    assert stored(person, "SELECT deed FROM event WHERE deed = 'toy.done'") == ["toy.done"]


@pytest.mark.parametrize(
    ("misses", "typed", "seen", "replays"),
    [
        (0, "alleen", None, 1),
        (0, "geen idee van", None, 1),
        (0, "Ik heb code X3J2RBNA gekregen", None, 2),
        (3, "alleen", None, 2),
        (3, "alleen met code X3J2RBNA", None, 2),
        (0, "nog iets", 0, 1),
    ],
)
def test_dialogue_is_replayed_once_and_once_more_to_look(
    misses: int,
    typed: str,
    seen: int | None,
    replays: int,
    living: Callable[..., Person],
) -> None:
    runs = []

    async def counted() -> None:
        runs.append(1)
        await KIND
        await NAME

    person = living(browse=counted)
    person.say("1")
    for _ in range(misses):
        person.say("geen idee van")
    runs.clear()

    person.say(typed, **({} if seen is None else {"seen": seen}))

    assert len(runs) == replays


def test_dialogues_that_lead_to_each_other_for_ever_fail_kindly(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    async def ping() -> Next:
        return Next("pong")

    async def pong() -> Next:
        return Next("browse")

    person = living(browse=ping, pong=pong)

    person.say("1")

    assert person.text.split("\n\n") == [told("talk-failed"), told("menu-pick")]


def test_dialogue_that_says_nothing_ends_at_the_menu(
    living: Callable[..., Person], told: Callable[..., str]
) -> None:
    async def silent() -> None:
        await KIND

    person = living(browse=silent)
    person.say("1")

    assert person.say("alleen") == told("menu-pick")
