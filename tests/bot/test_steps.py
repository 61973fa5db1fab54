"""What a dialogue may write is checked before it runs: answers, rules and results are typed."""

from pathlib import Path

import pytest
from mypy import api

PRELUDE = """
from typing import Literal

from bot.questions import number, one_of, optional, some_of, text, yes_no
from bot.steps import Ask, Change, Say, do, look
from outreach.store.unit import Unit

KIND: Ask[Literal["alone", "group"]] = Ask("toy-kind", one_of("alone", "group"))
NAME = Ask("toy-name", text(longest=80))
SIZE = Ask("toy-size", optional(number(1, 9)))
PARTS = Ask("toy-parts", some_of())
SURE = Ask("toy-sure", yes_no)


def store(unit: Unit, *, name: str, size: int | None = None) -> int:
    return 1


keep = do(store)
read = look(store)


async def toy() -> None:
"""
RIGHT = [
    'await Say("toy-hello", name="x")',
    'kind = await KIND\n    if kind == "group":\n        return',
    "name: str = await NAME",
    "size: int | None = await SIZE",
    "parts: list[str] = await PARTS",
    "if await SURE:\n        return",
    "number_of: int = await keep(name=await NAME, size=await SIZE)",
    'number_of: int = await read(name="x")',
    "sure: bool = await SURE.about(name=1)",
    "await Change(KIND, NAME)",
]
WRONG = {
    'Say("toy-hello")': "unused-awaitable",
    "KIND": "unused-awaitable",
    'keep(name="x")': "unused-awaitable",
    "if SURE:\n        return": "truthy-bool",
    'await keep(nane="x")': "call-arg",
    "await keep(name=1)": "arg-type",
    "await keep()": "call-arg",
    "name: str = await keep(name='x')": "assignment",
    "size: int = await SIZE": "assignment",
    'kind = await KIND\n    if kind == "grup":\n        return': "comparison-overlap",
    "sure: str = await SURE": "assignment",
    "await Change(KIND)\n    await NAME": "unreachable",
    'Ask("toy-kind", one_of("alone"), step=1)': "arg-type",
    (
        'kind: Ask[Literal["alone"]] = Ask("toy-kind", one_of("alone", "grup"))'
    ): "list-item|arg-type|assignment",
    "await 1": "misc",
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what the type checker says of each snippet; all at once, because it takes seconds."""
    folder = tmp_path_factory.mktemp("dialogues")
    snippets = [*RIGHT, *WRONG]
    for place, snippet in enumerate(snippets):
        (folder / f"toy_{place}.py").write_text(f"{PRELUDE}    {snippet}\n")
    project = Path(__file__).parents[2]
    cache = project / ".mypy_cache"
    options = [
        "--config-file",
        str(project / "pyproject.toml"),
        "--cache-dir",
        str(cache),
        "--no-error-summary",
    ]
    report, trouble, _ = api.run(
        [*options, *(str(folder / f"toy_{place}.py") for place in range(len(snippets)))]
    )
    assert trouble == ""
    lines = report.splitlines()
    return {
        snippet: "\n".join(line for line in lines if f"toy_{place}.py" in line)
        for place, snippet in enumerate(snippets)
    }


@pytest.mark.parametrize("snippet", RIGHT)
def test_right_dialogue_passes(snippet: str, complaints: dict[str, str]) -> None:
    assert complaints[snippet] == ""


@pytest.mark.parametrize(("snippet", "code"), WRONG.items())
def test_wrong_dialogue_is_found_before_it_runs(
    snippet: str, code: str, complaints: dict[str, str]
) -> None:
    assert any(f"[{name}]" in complaints[snippet] for name in code.split("|"))
