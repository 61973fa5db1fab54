"""A file is read whole before anything is written: all forms, and the place of a fault."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from outreach.exchange.findings import BrokenFile, ImportFinding
from outreach.exchange.ocds.json_stream import LARGEST_VALUE
from outreach.exchange.ocds.package import UNDATED, Checked, check_file
from tests.outreach.exchange.conftest import package, release, write

ZONE = ZoneInfo("Europe/Amsterdam")
ONE, TWO = release(), release(ocid="ocds-abc123-2")


def all_of(checked: Checked, ocid: str, since: datetime | None = None) -> list[dict[str, Any]]:
    """The releases of a process, oldest first."""
    return [
        release for together in checked.releases(ocid, since=since).values() for release in together
    ]


def check(
    folder: Path, content: Any, most: int = LARGEST_VALUE
) -> tuple[dict[str, list[Any]], list[ImportFinding], int]:
    """The releases by ocid, the findings, and how many were skipped."""
    with check_file(write(folder, content), zone=ZONE, most=most) as checked:
        return (
            {ocid: all_of(checked, ocid) for ocid in checked.kept},
            checked.findings.shown,
            checked.skipped,
        )


@pytest.mark.parametrize(
    "content",
    [
        package(ONE, TWO),
        {"releases": [ONE, TWO], "version": "1.0"},
        {
            "extensions": [{"releases": [1]}],
            "records": [{"ocid": "x", "compiledRelease": ONE}, {"releases": [TWO]}],
        },
        [ONE, TWO],
        "\ufeff" + json.dumps([ONE, TWO]),
        {"records": [{"ocid": "ocds-abc123-1", "releases": [{"url": "x"}, ONE]}, TWO]},
    ],
)
def test_check_file_reads_every_form(tmp_path: Path, content: Any) -> None:
    assert check(tmp_path, content) == ({"ocds-abc123-1": [ONE], "ocds-abc123-2": [TWO]}, [], 0)


@pytest.mark.parametrize(
    "content", [ONE, {"ocid": "ocds-abc123-1", "compiledRelease": ONE}, {"releases": [ONE]}]
)
def test_check_file_reads_a_bare_one(tmp_path: Path, content: Any) -> None:
    assert check(tmp_path, content) == ({"ocds-abc123-1": [ONE]}, [], 0)


def test_check_file_gives_releases_oldest_first(tmp_path: Path) -> None:
    old, new = (
        release(id="a", date="2026-01-01T00:00:00Z"),
        release(id="b", date="2026-02-01T00:00:00Z"),
    )

    with check_file(write(tmp_path, package(new, ONE, old)), zone=ZONE) as checked:
        found = all_of(checked, "ocds-abc123-1", since=datetime(2026, 2, 1, tzinfo=UTC))

        assert all_of(checked, "ocds-abc123-1") == [old, new, ONE]
        assert found == [new, ONE]
        assert checked.date("ocds-abc123-1") == datetime(2026, 10, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("odd", "found"),
    [
        (release(ocid="PW-14"), ImportFinding("exchange-ocid-form", "PW-14")),
        (
            release(date="2026-10-01"),
            ImportFinding("exchange-no-zone", "ocds-abc123-1", facts={"given": "2026-10-01"}),
        ),
        (release(date=None), ImportFinding("exchange-no-date", "ocds-abc123-1")),
        (release(date=5), ImportFinding("exchange-no-date", "ocds-abc123-1")),
        (
            release(parties=[{"id": "2", "contactPoint": {"name": "Jan"}}]),
            ImportFinding("exchange-contacts", "ocds-abc123-1", facts={"count": 1}),
        ),
    ],
)
def test_check_file_warns_of_an_oddity_and_keeps_the_release(
    tmp_path: Path, odd: dict[str, Any], found: ImportFinding
) -> None:
    kept, findings, skipped = check(tmp_path, package(odd))

    assert (list(kept), findings, skipped) == ([odd["ocid"]], [found], 0)


@pytest.mark.parametrize(
    ("odd", "key"),
    [
        (5, "exchange-no-release"),
        (release(ocid=None), "exchange-no-ocid"),
        (release(ocid=["a"]), "exchange-no-ocid"),
        (release(ocid=" \u0000"), "exchange-no-ocid"),
        ({"tender": {}}, "exchange-no-ocid"),
        ({"ocid": "x", "releases": [{"url": "https://example.org"}]}, "exchange-only-links"),
        (
            {"ocid": "x", "releases": [{"id": "1"}, {"url": "https://example.org"}]},
            "exchange-only-links",
        ),
        (
            {"ocid": "x", "id": "1", "tag": ["tender"], "url": "https://example.org"},
            "exchange-only-links",
        ),
        ({"date": "2026-10-01", "url": "https://example.org"}, "exchange-only-links"),
        ({"ocid": "x", "id": "1", "tag": ["tender"]}, "exchange-empty-record"),
        ({"ocid": "x", "releases": [{"id": "1"}]}, "exchange-empty-record"),
    ],
)
def test_check_file_skips_what_has_no_name_and_goes_on(tmp_path: Path, odd: Any, key: str) -> None:
    kept, findings, skipped = check(tmp_path, package(odd, ONE))

    link = {"url": "https://example.org"} if key == "exchange-only-links" else {}
    assert (list(kept), findings, skipped) == (
        ["ocds-abc123-1"],
        [ImportFinding(key, facts={"number": 1} | link)],
        1,
    )


def test_check_file_gives_an_undated_release_the_oldest_date(tmp_path: Path) -> None:
    with check_file(write(tmp_path, release(date="gisteren")), zone=ZONE) as checked:
        assert checked.date("ocds-abc123-1") == UNDATED


def test_check_file_keeps_numbers_of_any_size(tmp_path: Path) -> None:
    odd = json.dumps(release()).replace(
        '"active"', "[1.50, 123456789012345678901234567890, 1e999, -0.0]"
    )

    kept, _, _ = check(tmp_path, odd)

    status = kept["ocds-abc123-1"][0]["tender"]["status"]
    assert status == [1.5, "123456789012345678901234567890", "1E+999", 0.0]


def test_check_file_reads_an_empty_package(tmp_path: Path) -> None:
    assert check(tmp_path, package()) == ({}, [], 0)


LINES = json.dumps(package(ONE, TWO), indent=1).encode()


@pytest.mark.parametrize(
    ("content", "key", "byte", "line"),
    [
        (LINES[:200], "exchange-truncated", 200, LINES[:200].count(b"\n") + 1),
        (b"", "exchange-truncated", 0, 1),
        (b'{"releases": [\n{"ocid": "ocds-\xff"}]}', "exchange-not-utf8", 31, 2),
        (b'{"releases": [\n{"ocid": \n ocds}]}', "exchange-broken", 27, 3),
        (LINES + b"x", "exchange-broken", len(LINES) + 1, LINES.count(b"\n") + 1),
        (b"kenmerk;titel\n", "exchange-broken", 1, 1),
        (b"\xff\xfe{\x00", "exchange-broken", 1, 1),
    ],
)
def test_check_file_says_where_a_file_is_broken(
    tmp_path: Path, content: bytes, key: str, byte: int, line: int
) -> None:
    with pytest.raises(BrokenFile) as broken:
        check(tmp_path, content)

    assert (broken.value.key, broken.value.facts) == (key, {"byte": byte, "line": line})


def test_check_file_finds_the_break_far_into_a_file(tmp_path: Path) -> None:
    good = json.dumps(package(*[release(ocid=f"ocds-abc123-{n}") for n in range(900)])).encode()
    bad = good[:150_000] + b"\x01" + good[150_000:]

    with pytest.raises(BrokenFile) as broken:
        check(tmp_path, bad)

    assert broken.value.facts == {"byte": 150_001, "line": 1}


@pytest.mark.parametrize(
    "content", [{}, [], 5, "null", {"releases": {}}, {"type": "FeatureCollection"}, [1, 2], '"a"']
)
def test_check_file_refuses_json_that_is_no_ocds(tmp_path: Path, content: Any) -> None:
    with pytest.raises(BrokenFile, match="exchange-not-ocds"):
        check(tmp_path, content)


@pytest.mark.parametrize("piece", [b"[],", b'"a",', b"1,", b'{"a":1},'])
@pytest.mark.parametrize(
    "opening", [b'{"releases":[{"ocid":"o","x":[', b'{"x":[', b'[{"ocid":"o","x":[']
)
def test_record_that_would_fill_the_memory_is_refused(
    tmp_path: Path, opening: bytes, piece: bytes
) -> None:
    with pytest.raises(BrokenFile, match="exchange-record-large"):
        check(tmp_path, opening + piece * 300_000, most=500_000)


def test_many_records_together_may_be_larger_than_one(tmp_path: Path) -> None:
    record = {"ocid": "ocds-abc123-1", "date": "2026-01-01T00:00:00Z", "x": "a" * 60_000}

    kept, _, _ = check(
        tmp_path,
        {"releases": [record | {"ocid": f"ocds-abc123-{number}"} for number in range(20)]},
        most=200_000,
    )

    assert len(kept) == 20


@pytest.mark.parametrize(
    "opening",
    [b'{"releases":[{"ocid":"o","x":' + b"[" * 100_000, b'{"a":' * 100_000, b"[" * 9_000_000],
)
def test_check_file_refuses_nesting_that_would_eat_all_memory(
    tmp_path: Path, opening: bytes
) -> None:
    with pytest.raises(BrokenFile, match="exchange-too-deep"):
        check(tmp_path, opening)


def test_check_file_counts_no_brackets_inside_texts(tmp_path: Path) -> None:
    tricky = release(
        title="[{" * 500 + '\\"[' * 500 + "\\", description="[" * 70_000 + '"' + "[" * 70_000
    )

    kept, _, _ = check(tmp_path, package(tricky, ONE))

    assert kept == {"ocds-abc123-1": [tricky, ONE]}


def test_check_file_tells_how_far_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, package(ONE, TWO))
    told: list[tuple[int, int]] = []

    check_file(path, zone=ZONE, progress=lambda done, total: told.append((done, total))).close()

    size = path.stat().st_size
    assert told[-1] == (size, size)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


@pytest.mark.parametrize(
    "before", ['{"releases":[{"ocid":"a","x":', '[{"ocid":"a","x":', '{"ocid":"a","x":', '{"x":']
)
@pytest.mark.parametrize(
    "figures", ["9" * 5_000, "-" + "9" * 5_000, "9" * 200_000, " " * 65_000 + "9" * 5_000]
)
def test_number_that_no_program_reads_is_refused(tmp_path: Path, before: str, figures: str) -> None:
    with pytest.raises(BrokenFile, match="exchange-number-long"):
        check(tmp_path, f"{before}{figures}")


def test_number_that_no_program_reads_is_shown_where_it_stands(tmp_path: Path) -> None:
    before = (
        '{"releases":[\n{"ocid": "ocds-abc123-1",\n"title": "\\"' + "9" * 5_000 + '\\\\", "x": '
    )

    with pytest.raises(BrokenFile) as broken:
        check(tmp_path, before + "9" * 5_000 + "}]}")

    assert (broken.value.key, broken.value.facts) == (
        "exchange-number-long",
        {"line": 3, "byte": len(before) + 1},
    )


def test_figures_inside_a_text_are_no_number(tmp_path: Path) -> None:
    one = release(title="9" * 5_000)

    assert check(tmp_path, package(one)) == ({"ocds-abc123-1": [one]}, [], 0)
