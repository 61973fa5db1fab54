"""Whose the data folder is: other users' servers cannot open what root leaves in it."""

import os
import pwd
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outreach.environment import data_folder, live_in
from outreach.refusal import Refusal

ROOT = 0
ALL = os.R_OK | os.W_OK | os.X_OK


def own_folder(chosen: Path | None = None) -> Path:
    """Return the data folder; root becomes its owner first, for the rest of this command.

    Refuses if that owner, or our user, could not do the work.
    """
    folder = data_folder(chosen)
    refusal = closed_to_us(folder) or shut_out(folder)
    if refusal is not None:
        raise refusal
    become_owner(folder)
    return folder


def shut_out(folder: Path) -> Refusal | None:
    """Return what its owner cannot reach, as a refusal: the folder, this Python or this program.

    None if all is well, and if we are not root or the folder is root's.
    """
    owner = _other_owner(folder)
    if owner is None:
        return None
    with _seen_as(owner):
        reached = os.access(folder, ALL, effective_ids=True)
        closed = _closed_program()
    if not reached:
        return Refusal("refusal-owner-folder", folder=str(folder))
    return (
        None
        if closed is None
        else Refusal("refusal-owner-program", file=str(closed), folder=str(folder))
    )


def closed_to_us(folder: Path) -> Refusal | None:
    """Return a refusal naming the folder's owner, if we may not work in it; root always may."""
    try:
        owner = folder.stat().st_uid
    except OSError:
        # the command that uses it says what is wrong with it
        return None
    if os.geteuid() in (ROOT, owner) or os.access(folder, ALL):
        return None
    return Refusal("refusal-owner-other", folder=str(folder), user=_name_of(owner))


def become_owner(folder: Path) -> None:
    """Become the owner of a folder from now on, if we are root and it is another user's."""
    owner = _other_owner(folder)
    if owner is None:
        return
    os.setgroups([])
    os.setgid(owner.st_gid)
    os.setuid(owner.st_uid)
    live_in(folder)


def _other_owner(folder: Path) -> os.stat_result | None:
    if os.geteuid() != ROOT or not folder.exists():
        return None
    owner = folder.stat()
    return None if owner.st_uid == ROOT else owner


def _name_of(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        # nobody has that number any more
        return f"#{user}"


def _closed_program() -> Path | None:
    """Return a file of this Python or of this program that may not be read, or None."""
    files = (Path(sys.executable), Path(os.__file__), Path(__file__))
    return next((file for file in files if not os.access(file, os.R_OK, effective_ids=True)), None)


@contextmanager
def _seen_as(owner: os.stat_result) -> Iterator[None]:
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(owner.st_gid)
    os.seteuid(owner.st_uid)
    try:
        yield
    finally:
        os.seteuid(ROOT)
        os.setegid(ROOT)
        os.setgroups(groups)
