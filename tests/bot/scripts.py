"""Toy dialogues made from scripts: a deploy is a changed script; for tests of any history."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hypothesis import strategies as st

from bot.dialogue import Dialogue
from bot.questions import one_of, yes_no
from bot.steps import Ask, Change, Say, do, look
from outreach.refusal import Refusal

SURE = Ask("toy-sure", yes_no)


@dataclass(frozen=True)
class Question:
    key: str
    answers: tuple[str, ...]
    then: tuple[tuple["Node", ...], ...] = ()

    def ask(self) -> Ask[str]:
        return Ask(self.key, one_of(*self.answers))

    def after(self, answer: str) -> tuple["Node", ...]:
        return dict(zip(self.answers, self.then, strict=False)).get(answer, ())


@dataclass(frozen=True)
class Loop:
    key: str

    def ask(self) -> Ask[str]:
        return Ask(self.key, one_of("on", "stop"))


@dataclass(frozen=True)
class Deed:
    name: str


@dataclass(frozen=True)
class Glance:
    name: str


@dataclass(frozen=True)
class Fault:
    """A mistake of a developer: raises where the dialogue comes by."""


Node = Question | Loop | Deed | Glance | Fault
Script = tuple[Node, ...]


@dataclass(frozen=True)
class Receipt:
    """The result of an action; revived from JSON at each turn."""

    name: str
    given: list[str]


class Moved(Refusal):
    again = True


class Unfit(Exception):
    """A script does not follow an entry."""


@dataclass
class World:
    """What is stored. `done` is rolled back with its unit."""

    version: int = 0
    open: bool = True
    done: list[Receipt] = field(default_factory=list)


@cache
def deed_named(name: str) -> Any:
    def rule(unit: World, *, given: list[str], version: int | None = None) -> Receipt:
        unit.done.append(Receipt(name, given))
        if not unit.open:
            raise Refusal("toy-closed")
        if version is not None and version != unit.version:
            raise Moved("toy-moved")
        return unit.done[-1]

    rule.__name__ = name
    return do(rule)  # type: ignore[arg-type]


@cache
def glance_named(name: str) -> Any:
    def rule(unit: World) -> int:
        return unit.version

    rule.__name__ = name
    return look(rule)  # type: ignore[arg-type]


def dialogue_of(script: Script) -> Dialogue:
    """A dialogue that follows a script, lets answers be changed, and sends them at the end."""

    async def toy() -> None:
        given: list[str] = []
        version: int | None = None

        async def walk(nodes: Script) -> None:
            nonlocal version
            for node in nodes:
                match node:
                    case Question():
                        given.append(await node.ask())
                        await walk(node.after(given[-1]))
                    case Loop():
                        for _ in range(3):
                            given.append(await node.ask())
                            if given[-1] == "stop":
                                break
                    case Deed():
                        shown = None if node.name == "deed_0" else version
                        done = await deed_named(node.name)(given=list(given), version=shown)
                        assert done == Receipt(node.name, given)
                    case Glance():
                        version = await glance_named(node.name)()
                        await Say("toy-seen", version=version)
                    case Fault():
                        raise ZeroDivisionError

        await walk(script)
        if not await SURE:
            await Change(*{ask.key: ask for ask in asks_of(script)}.values())
        await deed_named("send")(given=given, version=version)

    return toy


def asks_of(script: Script) -> Iterator[Ask[str]]:
    for node in script:
        if isinstance(node, Question | Loop):
            yield node.ask()
        if isinstance(node, Question):
            for nodes in node.then:
                yield from asks_of(nodes)


def fitting(script: Script, entries: list[list[Any]]) -> int:
    """Return how many of these entries (without looks) begin a script: the oracle for deploys."""
    left = iter(entries)
    count = 0

    def takes(kind: str, key: str, allowed: tuple[Any, ...] | None) -> Any:
        nonlocal count
        entry = next(left, None)
        if (
            entry is None
            or entry[:2] != [kind, key]
            or (allowed is not None and entry[2] not in allowed)
        ):
            raise Unfit
        count += 1
        return entry[2]

    def walk(nodes: Script) -> None:
        for node in nodes:
            match node:
                case Question(key, answers):
                    walk(node.after(takes("ask", key, answers)))
                case Loop(key):
                    for _ in range(3):
                        if takes("ask", key, ("on", "stop")) == "stop":
                            break
                case Deed(name):
                    takes("do", name, None)
                case Fault():
                    raise Unfit

    try:
        walk(script)
        takes("ask", SURE.key, (True, False))
        takes("do", "send", None)
    except Unfit:
        pass
    return count


keys = st.sampled_from(["toy-a", "toy-b", "toy-c"])
options = st.lists(
    st.sampled_from(["one", "two", "three"]), min_size=1, max_size=3, unique=True
).map(tuple)
simple: st.SearchStrategy[Node] = st.one_of(
    st.builds(Question, keys, options), st.builds(Loop, keys), st.sampled_from("xyz").map(Glance)
)
branching = st.builds(
    Question,
    keys,
    options,
    st.lists(st.lists(simple, max_size=2).map(tuple), max_size=3).map(tuple),
)
nodes: st.SearchStrategy[Node] = st.one_of(simple, branching)


@st.composite
def scripts(draw: Callable[..., Any]) -> Script:
    """Up to five questions and looks, with up to three actions, two of which may be in a row."""
    script: list[Node] = [Glance("x"), *draw(st.lists(nodes, min_size=1, max_size=5))]
    if draw(st.booleans()):
        script.insert(draw(st.integers(0, len(script))), Deed("deed_2"))
    if draw(st.booleans()):
        at = draw(st.integers(0, len(script)))
        script[at:at] = [Deed("deed_0"), Deed("deed_1")]
    return tuple(script)


@st.composite
def deploys(draw: Callable[..., Any]) -> Callable[[Script], Script]:
    """A change of a script: a part added, removed, moved, changed, or broken."""
    kind = draw(st.sampled_from(["add", "remove", "move", "change", "break"]))
    place, node = draw(st.integers(0, 9)), draw(nodes)

    def deploy(script: Script) -> Script:
        sound = [item for item in script if not isinstance(item, Fault)]
        at = place % (len(sound) + 1)
        if kind in ("add", "break"):
            return (*sound[:at], node if kind == "add" else Fault(), *sound[at:])
        if kind == "remove":
            return (*sound[:at], *sound[at + 1 :])
        if kind == "move":
            return (*sound[:at][::-1], *sound[at:])
        return (
            *sound[:at],
            *(
                [node]
                if at < len(sound) and not isinstance(sound[at], Deed)
                else sound[at : at + 1]
            ),
            *sound[at + 1 :],
        )

    return deploy
