"""Files are unpacked and decoded to UTF-8, within limits, and no copy of them stays."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from outreach.exchange.findings import BrokenFile
from outreach.exchange.opened import open_file
from outreach.store.store import Store
from tests.outreach.exchange.conftest import Take, columns, package, release
from tests.outreach.exchange.table.workbooks import workbook


def lines(*values: Any) -> str:
    return "".join(f"{json.dumps(value)}\n" for value in values)


ONE, TWO = (
    release(),
    release(ocid="ocds-abc123-2", id="2") | {"tender": {"id": "T-2", "title": "Café"}},
)
SHAPES = [
    lines(ONE, TWO),
    lines(package(ONE), package(TWO)),
    json.dumps(package(ONE, TWO)),
    json.dumps([ONE, TWO]),
    json.dumps([package(ONE), package(TWO)]),
    json.dumps([ONE, package(TWO)]),
    json.dumps(
        {
            "records": [
                {"ocid": ONE["ocid"], "compiledRelease": ONE},
                {"ocid": "x", "releases": [TWO]},
            ]
        }
    ),
    json.dumps(
        [
            {"records": [{"ocid": ONE["ocid"], "compiledRelease": ONE}]},
            {"records": [{"releases": [TWO]}]},
        ]
    ),
    json.dumps(ONE) + json.dumps(TWO),
    lines(ONE, TWO).replace("\n", "\r\n\r\n"),
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gzip"])
def test_releases_are_found_in_every_shape_and_form(
    store: Store, take: Take, tmp_path: Path, shape: str, form: str
) -> None:
    path = tmp_path / "any name"
    path.write_bytes(gzip.compress(shape.encode()) if form == "gzip" else shape.encode(form))

    with open_file(path) as opened:
        done = take(opened.path)

    assert (opened.kind, done.made, done.skipped) == ("json", 2, 0)
    assert columns(store, "T-2")["title"] == "Café"


@pytest.mark.parametrize(
    ("raw", "kind"), [(workbook([["kenmerk"]]), "workbook"), (b"kenmerk;titel", "table")]
)
def test_tables_come_out_of_gzip_too(tmp_path: Path, raw: bytes, kind: str) -> None:
    path = tmp_path / "kansen.csv.gz"
    path.write_bytes(gzip.compress(raw))

    with open_file(path) as opened:
        assert (opened.kind, opened.path.read_bytes(), opened.name) == (kind, raw, "kansen.csv.gz")
    assert not opened.path.exists()


@pytest.mark.parametrize(
    ("raw", "key", "facts"),
    [
        (b"%PDF-1.4", "exchange-unreadable", {"kind": "pdf"}),
        (gzip.compress(b"%PDF-1.4"), "exchange-unreadable", {"kind": "pdf"}),
        (gzip.compress(b""), "exchange-unreadable", {"kind": "empty"}),
        (gzip.compress(gzip.compress(b"{}")), "exchange-unreadable", {"kind": "archive"}),
        (gzip.compress(b"{}" * 9_000)[:-20], "exchange-damaged", {}),
        (gzip.compress(b"{}")[:10] + b"\xff" * 20, "exchange-damaged", {}),
        (gzip.compress(b" " * 2_000_000 + b"{}"), "exchange-unpacked-large", {"most": 1}),
        ('{"a": "b"}'.encode("utf-16") + b"\x00\xd8", "exchange-damaged", {}),
    ],
)
def test_what_cannot_be_read_says_what_it_is(
    tmp_path: Path, raw: bytes, key: str, facts: dict[str, object]
) -> None:
    (tmp_path / "file").write_bytes(raw)

    with pytest.raises(BrokenFile) as refused, open_file(tmp_path / "file", most=1_000_000):
        pass

    assert (refused.value.key, refused.value.facts) == (key, facts)


def test_broken_line_is_named_and_the_others_are_taken(
    store: Store, take: Take, tmp_path: Path
) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(lines(ONE) + '{"ocid": }\n' + lines(TWO))

    with open_file(path) as opened:
        done = take(opened.path)

    assert (done.made, done.skipped, done.findings.counts["exchange-broken-line"]) == (2, 1, 1)
    assert columns(store, "T-2")["title"] == "Café"
