"""A data folder that is not ours, for tests that root alone can do."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach.store.migrate import migrate

OTHER = 54_321
"""A user whom nobody is."""
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


def owned_folder() -> Iterator[Path]:
    """The data folder of a service with a user of its own, in a folder that everybody can enter."""
    around = Path(tempfile.mkdtemp(prefix="kansenbode-owner-"))
    around.chmod(0o755)
    inside = around / "town"
    inside.mkdir(mode=0o700)
    migrate(inside / "kansenbode.db")
    for path in (inside, *inside.iterdir()):
        os.chown(path, OTHER, OTHER)
    yield inside
    shutil.rmtree(around)
