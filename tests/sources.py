"""The source files of the project, and what is read from them."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sqlmodel import SQLModel

import outreach

ROOT = Path(__file__).parent.parent
PACKAGES = ("content", "outreach", "bot")
SOURCES = [
    ROOT / "main.py",
    *(file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))),
]
STEPS = ROOT / "outreach" / "store" / "migrations" / "versions"


def trees(*files: Path) -> Iterator[tuple[str, ast.Module]]:
    for file in files or SOURCES:
        yield str(file.relative_to(ROOT)), ast.parse(file.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)


@cache
def tables() -> list[tuple[str, str, str]]:
    """Every table with its model and the folder of its room."""
    for module in pkgutil.walk_packages(outreach.__path__, "outreach."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    return [
        (str(model.__tablename__), model.__name__, "/".join(model.__module__.split(".")[:2]))
        for model in SQLModel.__subclasses__()
        if "__table__" in vars(model)
    ]
