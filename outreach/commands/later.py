"""Load modules when they are used: a command line that shows its help needs no database driver.

Each is named `module:name`, in a table, so that what is loaded when can be read in one place.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from outreach.commands.help import HELP, translate
from outreach.commands.terminal import Printer


def later(place: str) -> Callable[..., Any]:
    """Return a stand-in for a function: the first call loads its module."""

    def stand_in(*args: Any, **kwargs: Any) -> Any:
        return _found(place)(*args, **kwargs)

    return stand_in


class LaterCommand(TyperCommand):
    """A command, or a group of them, known by its name; its module is loaded when it is typed."""

    def __init__(self, name: str, place: str, printer: Printer) -> None:
        super().__init__(name)
        self._place, self._printer = place, printer

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """Read the words behind it, as the command itself does."""
        return self.whole().make_context(info_name, args, parent, **extra)

    def whole(self) -> Any:
        """Return the command itself: the group of a module, or its command of this name."""
        module, _, name = self._place.partition(":")
        group = get_group(_found(f"{module}:app"))
        command = group.commands[name] if name else group
        command.name = self.name
        return translate(command, self._printer, f"{HELP}-{self.name}")


def add_later(group: TyperGroup, places: dict[str, str], printer: Printer) -> None:
    """Add commands to a group by their names: `module:command`, or `module` for a group."""
    for name, place in places.items():
        group.commands[name] = LaterCommand(name, place, printer)


def _found(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
