"""Who explored a draft, or follows it, hears once what came of it."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.explore import say_of_draft
from outreach.interests.follower import follow
from outreach.interests.tell import Telling, Told, change_and_tell, move_opportunity_and_tell
from outreach.parties.consent import stop
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.clock import Clock
from tests.exploring import DAILY, INSURED, NADIA, TITLE, explore_draft, requirements
from tests.outreach.interests.telling import count

Hear = Callable[[], dict[str, list[str]]]
OPEN = f"Je dacht mee over de kans “{TITLE}”. Die is nu open: je kunt je aanmelden."
FOLLOWED = f"Je wilde het horen: de kans “{TITLE}” is nu open. Je kunt je aanmelden."


@pytest.fixture
def draft(waterdam: Store) -> int:
    return explore_draft(waterdam)


@pytest.fixture
def say(waterdam: Store, draft: int, clock: Clock) -> Callable[..., Actor]:
    """Let somebody say which requirements they cannot meet, by place, or what is missing."""
    met: dict[str, Actor] = {}

    def run(name: str, *unmet: int, text: str = "", language: str = "nl") -> Actor:
        if name not in met:
            facts = {"channel": "web", "external_id": name, "language": language}
            met[name] = Actor("person", waterdam.run(meet, NOBODY, **facts)[0])
        numbers = requirements(waterdam, draft)
        remarks = [(numbers[place], "") for place in unmet]
        waterdam.run(say_of_draft, met[name], opportunity=draft, text=text, remarks=remarks)
        clock.passes(minutes=1)
        return met[name]

    return run


@pytest.fixture
def go(waterdam: Store, draft: int, telling: Telling) -> Callable[..., Told]:
    def run(state: str, reason: str = "") -> Told:
        return waterdam.run(
            move_opportunity_and_tell,
            NADIA,
            opportunity=draft,
            state=state,
            telling=telling,
            reason=reason,
            checked=True,
        )

    return run


@pytest.fixture
def change(waterdam: Store, draft: int, telling: Telling) -> Callable[..., Any]:
    def run(**facts: Any) -> Any:
        return waterdam.run(change_and_tell, NADIA, opportunity=draft, telling=telling, **facts)

    return run


def test_each_hears_how_what_they_cannot_meet_stands_now(
    say: Callable[..., Actor], go: Callable[..., Told], change: Callable[..., Any], hear: Hear
) -> None:
    say("ada", 0)
    say("bob", 1)
    say("cem", text="Een oplaadpunt.")
    change(requirements={"1": {"alternative": "In het weekend een dag later."}, "2": None})

    told = go("open", "Wij verzekeren de fiets zelf.")

    heard = hear()
    assert told.persons == 3
    assert [len(texts) for texts in heard.values()] == [1, 1, 1]
    assert heard["ada"][0].split("\n\n")[:2] == [
        OPEN,
        f"Je zei dat dit niet lukt. Het mag nu ook anders: {DAILY}",
    ]
    assert heard["bob"][0].split("\n\n")[:2] == [
        OPEN,
        f"Je zei dat dit niet lukt. Zo vragen we het niet meer: {INSURED}",
    ]
    assert heard["cem"][0].split("\n\n")[0] == OPEN
    assert all(
        "De gemeente zegt erbij: Wij verzekeren de fiets zelf." in texts[0]
        for texts in heard.values()
    )


def test_what_stays_is_said_too(
    say: Callable[..., Actor], go: Callable[..., Told], hear: Hear
) -> None:
    say("ada", 1)

    go("open")

    assert hear()["ada"][0].split("\n\n")[:3] == [
        OPEN,
        f"Je zei dat dit niet lukt. Toch blijven we dit vragen: {INSURED}",
        "Verder is er niets veranderd sinds je het las.",
    ]


def test_it_is_told_in_the_language_of_who_said_it(
    say: Callable[..., Actor], go: Callable[..., Told], hear: Hear
) -> None:
    say("joe", 1, language="en")

    go("open")

    said = hear()["joe"][0]
    assert "We still ask it: You insure the bike yourselves." in said


def test_what_changed_before_they_read_it_is_no_news(
    say: Callable[..., Actor], go: Callable[..., Told], change: Callable[..., Any], hear: Hear
) -> None:
    change(duration="Drie jaar")
    say("ada", text="Een oplaadpunt.")

    go("open")

    assert "Verder is er niets veranderd sinds je het las." in hear()["ada"][0]


def test_follower_hears_that_it_opens_and_is_then_forgotten(
    waterdam: Store, ada: Actor, draft: int, go: Callable[..., Told], hear: Hear
) -> None:
    waterdam.run(follow, ada, opportunity=draft)

    told = go("open")

    (texts,) = hear().values()
    assert (told.persons, texts[0].split("\n\n")[0]) == (1, FOLLOWED)
    assert count(waterdam, "follower") == 0


def test_who_said_something_and_follows_hears_once(
    waterdam: Store, draft: int, say: Callable[..., Actor], go: Callable[..., Told], hear: Hear
) -> None:
    who = say("ada", 1)
    waterdam.run(follow, who, opportunity=draft)

    told = go("open")

    (texts,) = hear().values()
    assert (told.persons, len(texts), texts[0].split("\n\n")[0]) == (1, 1, OPEN)


def test_opening_answers_what_had_no_answer(
    waterdam: Store, say: Callable[..., Actor], go: Callable[..., Told]
) -> None:
    say("ada", 1)

    go("open")

    answer = waterdam.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT answer FROM question WHERE answered_at IS NOT NULL"
        ).scalar_one()
    )
    assert answer.startswith(OPEN)


def test_who_stopped_is_not_told(
    waterdam: Store, say: Callable[..., Actor], go: Callable[..., Told], hear: Hear
) -> None:
    who = say("ada", 1)
    waterdam.run(stop, who)

    told = go("open")

    assert (told, hear()) == (Told(), {})


def test_who_thought_along_after_they_stopped_is_told(
    waterdam: Store, say: Callable[..., Actor], go: Callable[..., Told], clock: Clock
) -> None:
    who = say("ada", 1)
    waterdam.run(stop, who)
    clock.passes(hours=1)
    say("ada", 0)

    told = go("open")

    assert told.persons == 1


def test_called_off_is_told_with_its_reason(
    say: Callable[..., Actor], go: Callable[..., Told], hear: Hear
) -> None:
    say("ada", 1)

    go("withdrawn", "Er is geen geld meer.")

    assert hear()["ada"] == [
        (
            f"De kans “{TITLE}” gaat niet door. Dank je wel dat je meedacht of haar volgde.\n\n"
            "De reden: Er is geen geld meer."
        )
    ]


def test_closing_and_opening_again_tells_them_nothing(
    say: Callable[..., Actor], go: Callable[..., Told], hear: Hear
) -> None:
    say("ada", 1)
    go("open")
    hear()

    told = [go("closed"), go("open")]

    assert (told, hear()) == ([Told(), Told()], {})
