"""A file is what stands in it, under any name."""

import io
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from outreach.exchange.kinds import kind_of
from tests.outreach.exchange.table.workbooks import workbook


def zipped(**members: str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return raw.getvalue()


def taped(content: bytes) -> bytes:
    raw, member = io.BytesIO(), tarfile.TarInfo("kansen.json")
    member.size = len(content)
    with tarfile.open(fileobj=raw, mode="w") as archive:
        archive.addfile(member, io.BytesIO(content))
    return raw.getvalue()


ODS = zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml="<x/>")
ODT = zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml="<x/>")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize("name", ["kansen.json", "kansen.csv", "kansen.xlsx", "kansen"])
@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'{"releases": []}', "json"),
        (b'\xef\xbb\xbf \n{"ocid": 1}\n{"ocid": 2}', "json"),
        ('{"releases": []}'.encode("utf-16"), "json"),
        ('[{"ocid": ""}]'.encode("utf-16-le"), "json"),
        (b"[]", "json"),
        (b"{}", "json"),
        (b"{", "json"),
        (workbook([["kenmerk"]]), "workbook"),
        (ODS, "workbook"),
        (OLD, "workbook"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b" \r\n\t\r\n", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"\r\n%PDF-1.4", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"GIF89a", "picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "picture"),
        (b"BM\x36\0\0\0\0\0", "picture"),
        (zipped(word__document_xml="<x/>"), "document"),
        (ODT, "document"),
        (b"{\\rtf1\\ansi", "document"),
        (zipped(kansen_csv="kenmerk"), "archive"),
        (zipped(), "archive"),
        (taped(b'{"releases": []}'), "archive"),
        (b"PK\x03\x04" * 10, "damaged"),
        (workbook([["kenmerk"]])[:-30], "damaged"),
        (b"7z\xbc\xaf'\x1c\0\x04", "archive"),
        (b"<!DOCTYPE html><html>", "page"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "xml"),
        (b"SQLite format 3\0", "program"),
        (bytes(range(256)), "program"),
    ],
)
def test_kind_of_a_file_does_not_hang_on_its_name(
    tmp_path: Path, name: str, raw: bytes, kind: str
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)

    assert kind_of(path) == kind


@pytest.mark.parametrize(
    "text",
    [
        "kenmerk;titel\n",
        "BM nummer;kenmerk",
        "RIFF;kenmerk",
        "[kenmerk];titel",
        "{x};kenmerk",
        "sep=;\nkenmerk",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_text_is_a_table(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "kansen"
    path.write_bytes(f"{text}\nT-1;Café\n".encode(encoding))

    assert kind_of(path) == "table"


@pytest.mark.parametrize(
    ("name", "kind"), [("a.json", "json"), ("a.jsonl.gz", "json"), ("a.csv", "table")]
)
def test_json_that_is_damaged_at_its_beginning_is_told_as_json(
    tmp_path: Path, name: str, kind: str
) -> None:
    (tmp_path / name).write_bytes(b"ocid: 1")

    assert kind_of(tmp_path / name) == kind


def test_what_a_file_is_takes_little_memory_to_tell(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "packed", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", bytes(30_000_000))
    with (tmp_path / "old").open("wb") as file:
        file.write(OLD)
        file.truncate(200_000_000)
    tracemalloc.start()

    kinds = [kind_of(tmp_path / name) for name in ("packed", "old")]

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (kinds, most < 5_000_000) == (["archive", "workbook"], True)
