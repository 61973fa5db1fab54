"""A value on each line: with anything around it, and a broken one by itself."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from outreach.exchange.findings import BrokenFile, ImportFinding
from outreach.exchange.ocds.json_lines import is_lines
from outreach.exchange.ocds.package import check_file
from tests.outreach.exchange.conftest import package, release, write

ZONE = ZoneInfo("Europe/Amsterdam")
ONE, TWO = (json.dumps(release(ocid=f"ocds-abc123-{number}")) for number in (1, 2))
BOTH = ["ocds-abc123-1", "ocds-abc123-2"]


def check(folder: Path, content: str) -> tuple[list[str], list[ImportFinding]]:
    with check_file(write(folder, content), zone=ZONE) as checked:
        return list(checked.kept), checked.findings.shown


@pytest.mark.parametrize(
    "content",
    [
        f"{ONE}\n{TWO}",
        f"\n\n{ONE}\n\n \t\n{TWO}\n\n",
        f"{ONE}\r\n{TWO}\r\n",
        f"{ONE}\r{TWO}\r",
        f"\ufeff{ONE}\n{TWO}\n",
        f"{ONE},\n{TWO},\n",
        f"\x1e{ONE}\n\x1e{TWO}\n",
        f"{ONE}{TWO}",
        f"{ONE} {TWO}\n",
        f"{json.dumps(package(json.loads(ONE)))}\n{json.dumps(package(json.loads(TWO)))}\n",
    ],
)
def test_lines_are_read_whatever_stands_around_them(tmp_path: Path, content: str) -> None:
    assert check(tmp_path, content) == (BOTH, [])


@pytest.mark.parametrize(
    "line", ["{", '{"ocid": "x", "tender":', "fout", "NaN", '{"a": ' + "9" * 5_000 + "}", "]"]
)
def test_broken_line_is_told_of_and_stops_no_other(tmp_path: Path, line: str) -> None:
    assert check(tmp_path, f"{ONE}\n{line}\n{TWO}\n") == (
        BOTH,
        [ImportFinding("exchange-broken-line", facts={"number": 2})],
    )


def test_number_beyond_reckoning_on_the_first_line_stops_no_other(tmp_path: Path) -> None:
    odd, longer = (
        f'{{"ocid": "ocds-abc123-1", "a": {number}}}' for number in ("9e999999", "9" * 5_000)
    )

    assert check(tmp_path, f"{odd}\n{TWO}\n")[0] == BOTH
    assert check(tmp_path, f"{longer}\n{TWO}\n") == (
        BOTH[1:],
        [ImportFinding("exchange-broken-line", facts={"number": 1})],
    )


@pytest.mark.parametrize("line", ["]", "-- 100 rows", '{"ocid": "x", "tender":'])
def test_whole_last_line_that_is_broken_is_one_of_them(tmp_path: Path, line: str) -> None:
    assert check(tmp_path, f"{ONE}\n{TWO}\n{line}\n") == (
        BOTH,
        [ImportFinding("exchange-broken-line", facts={"number": 3})],
    )


def test_file_that_ends_in_the_middle_of_a_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile) as broken:
        check(tmp_path, f"{ONE}\n{TWO[:-9]}")

    length = len(ONE) + 1 + len(TWO) - 9
    assert (broken.value.key, broken.value.facts) == (
        "exchange-truncated",
        {"byte": length, "line": 2},
    )


@pytest.mark.parametrize(
    "content", [ONE, f"[{ONE},\n{TWO}]", json.dumps(json.loads(ONE), indent=2), "", "\n", "5\n6"]
)
def test_other_forms_are_no_lines(tmp_path: Path, content: str) -> None:
    assert not is_lines(write(tmp_path, content))


def test_beginning_of_a_line_without_end_is_not_read_for_one(tmp_path: Path) -> None:
    assert not is_lines(write(tmp_path, ONE + TWO), most=len(ONE))
