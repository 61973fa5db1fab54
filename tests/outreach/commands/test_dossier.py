"""`kansenbode opportunities dossier`: a folder that an archive takes and anybody can check."""

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown


def test_dossier_is_pdf_and_open_data_and_is_noted(
    type_: Callable[..., Shown],
    fatima: Actor,
    tmp_path: Path,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    to = tmp_path / "uit"

    shown = type_("opportunities", "dossier", "WD-2026-01", "--to", str(to))

    assert shown.code == 0
    assert sorted(path.name for path in to.iterdir()) == ["SHA256SUMS", "dossier.pdf", "ocds.json"]
    assert (to / "dossier.pdf").read_bytes().startswith(b"%PDF-")
    package = orjson.loads((to / "ocds.json").read_bytes())
    assert [release["tender"]["id"] for release in package["releases"]] == ["WD-2026-01"]
    assert events()[-1] == ("staff:1", "dossier.written", {"opportunity": 1})


def test_folder_that_is_there_is_refused_before_anything_is_noted(
    type_: Callable[..., Shown],
    fatima: Actor,
    tmp_path: Path,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    before = events()

    shown = type_("opportunities", "dossier", "WD-2026-01", "--to", str(tmp_path))

    assert shown.code == 1
    assert str(tmp_path) in shown.err
    assert events() == before


def test_draft_has_a_dossier_too(type_: Callable[..., Shown], tmp_path: Path) -> None:
    type_("opportunities", "new", "WD-2027-09", "titel=Iets")

    shown = type_("opportunities", "dossier", "WD-2027-09", "--to", str(tmp_path / "uit"))

    assert shown.code == 0


@pytest.mark.parametrize("role", ["viewer"])
def test_role_that_may_not_read_gets_no_dossier(
    type_: Callable[..., Shown], tmp_path: Path, role: str
) -> None:
    type_("staff", "add", "kim@waterdam.example", "--role", role)

    shown = type_(
        *("opportunities", "dossier", "WD-2026-01", "--to", str(tmp_path / "uit")),
        *("--as", "kim@waterdam.example"),
    )

    assert shown.code == 1
    assert not (tmp_path / "uit").exists()
