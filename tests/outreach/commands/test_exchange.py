"""`kansenbode import` and `export`: files in, a package out, and what people are told about it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from content.texts import Texts
from outreach.opportunities.questions import checklist
from outreach.store.unit import Actor
from tests.outreach.exchange.table.workbooks import workbook

Type = Callable[..., Any]
ONLY = "Er is niets veranderd: dit was om te kijken.\n"
RELEASE = {
    "ocid": "ocds-abc123-1",
    "id": "1",
    "date": "2026-10-01",
    "tag": ["tender"],
    "initiationType": "tender",
    "tender": {"id": "T-1", "title": "Zorg mee"},
}


@pytest.fixture
def released(tmp_path: Path) -> str:
    path = tmp_path / "release.json"
    path.write_bytes(orjson.dumps(RELEASE))
    return str(path)


def test_import_tells_what_came_of_each_file(type_: Type, released: str) -> None:
    first, again = type_("import", released), type_("import", released)

    assert (first.code, again.code) == (0, 0)
    assert first.out.startswith("release.json: 1 nieuw, 0 veranderd, 0 hetzelfde")
    assert first.err.startswith("ocds-abc123-1: Bij 2026-10-01 staat geen tijdzone.")
    assert again.out.startswith("release.json: 0 nieuw, 0 veranderd, 1 hetzelfde")


def test_import_of_a_broken_file_says_where_and_goes_on_with_the_next(
    type_: Type, released: str, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"releases": [\n{')

    shown = type_("import", str(broken), released)

    assert shown.code == 1
    assert "regel 2 (byte 16)" in shown.err
    assert shown.out.startswith("release.json: 1 nieuw")


def test_import_goes_by_what_stands_in_a_file_and_says_what_it_cannot_read(
    type_: Type, tmp_path: Path
) -> None:
    files = {
        "kansen.xlsx": workbook([["kenmerk", "titel"], ["T-2", "Twee"]]),
        "kansen.csv": orjson.dumps(RELEASE | {"date": "2026-10-01T09:00:00Z"}),
        "kansen.txt": b"%PDF-1.7",
    }
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)

    shown = type_("import", *(str(tmp_path / name) for name in files))

    assert shown.out.splitlines() == [
        "kansen.xlsx: 1 nieuw, 0 veranderd, 0 hetzelfde, 0 niet gelukt.",
        (
            "kansen.csv: 1 nieuw, 0 veranderd, 0 hetzelfde, 0 ouder, 0 van jullie zelf, 0 niet "
            "gelukt, 0 overgeslagen."
        ),
    ]
    assert (shown.code, shown.err.count("Dit is een PDF. Open de tabel in je rekenblad")) == (1, 1)


def test_import_of_a_table_names_row_and_column(type_: Type, tmp_path: Path) -> None:
    table = tmp_path / "kansen.csv"
    table.write_text("kenmerk;titel;richting\nT-1;Goed;formeel\nT-2;Fout;schuin\n")

    shown = type_("import", str(table))

    assert shown.code == 1
    assert shown.out == "kansen.csv: 1 nieuw, 0 veranderd, 0 hetzelfde, 1 niet gelukt.\n"
    assert shown.err.startswith(
        "rij 3, kolom “richting”: “schuin” kennen we hier niet. Kies uit: formeel"
    )


def test_import_names_who_did_it(type_: Type, released: str) -> None:
    shown = type_("import", released, "--as", "nobody@waterdam.example")

    assert (shown.code, shown.out) == (1, "")
    assert "nobody@waterdam.example" in shown.err


def test_import_without_a_file_is_not_understood(type_: Type) -> None:
    assert (type_("import").code, type_("import").err) == (2, "Hier ontbreekt nog iets: FILE\n")


def test_table_that_changes_an_open_record_is_shown_and_waits_for_a_yes(
    type_: Type, fatima: Actor, tmp_path: Path
) -> None:
    table = tmp_path / "kansen.csv"
    table.write_text("kenmerk;titel;hoe lang\nWD-2026-01;;2 jaar\nN-1;Nieuw;\n")
    type_("opportunities", "set", "WD-2026-01", "hoe lang=3 jaar", "--yes")

    looked, left = type_("import", str(table), "--preview"), type_("import", str(table))
    done, again = type_("import", str(table), "--yes"), type_("import", str(table))

    by_hand = "Let op: een collega veranderde “hoe lang” met de hand, op "
    assert "- hoe lang: “3 jaar” wordt “2 jaar”\n" in looked.out
    assert "Eén persoon krijgt bericht: " in looked.out
    assert looked.out.endswith(f"1 nieuw, 1 veranderd, 0 hetzelfde, 0 niet gelukt.\n{ONLY}")
    assert left.out.startswith(
        "WD-2026-01 “Zorg mee voor het plantsoen in de Lindenstraat” is openbaar. Dit zou "
    )
    assert (by_hand in left.out, by_hand in done.out) == (True, False)
    assert left.out.endswith(
        "1 nieuw, 0 veranderd, 0 hetzelfde, 0 niet gelukt. 1 wacht op jullie ja.\n"
    )
    assert left.err.endswith(f"Geef dan: kansenbode import {table} --yes\n")
    assert done.out.startswith(
        "WD-2026-01 “Zorg mee voor het plantsoen in de Lindenstraat” is openbaar, en is nu "
    )
    assert again.out == "kansen.csv: 0 nieuw, 0 veranderd, 2 hetzelfde, 0 niet gelukt.\n"
    assert [shown.code for shown in (looked, left, done, again)] == [0, 1, 0, 0]


def test_release_that_changes_an_open_record_waits_for_a_yes(type_: Type, tmp_path: Path) -> None:
    path = tmp_path / "release.json"
    facts = ("description=Lang.", "richting=informeel", "vorm=zonder geld", "thema’s=groen")
    more = (
        "rol van de gemeente=gelijke partner",
        "plekken=Waterdam",
        "contactpersoon=Nadia",
        "in één zin=Kort.",
    )
    answers = [f"checklist.{key}=Ja." for key in checklist("informal")]
    path.write_bytes(orjson.dumps(RELEASE))
    type_("import", str(path))
    type_("opportunities", "set", "T-1", *facts, *more, *answers, "reageren tot=31-12-2027")
    type_("opportunities", "open", "T-1", "--yes")
    path.write_bytes(
        orjson.dumps(
            RELEASE | {"date": "2026-10-02T09:00:00Z", "tender": {"id": "T-1", "title": "Nu"}}
        )
    )

    left, done = type_("import", str(path)), type_("import", str(path), "--yes")

    assert (
        "T-1 “Zorg mee” is openbaar. Dit zou veranderen:\n- titel: “Zorg mee” wordt “Nu”\n"
        in left.out
    )
    assert (left.code, "1 wacht op jullie ja" in left.out) == (1, True)
    assert (done.code, done.out.splitlines()[-1][:36]) == (
        0,
        "release.json: 0 nieuw, 1 veranderd, ",
    )


@pytest.mark.parametrize(
    ("public", "said"), [("yes", "is openbaar, en is nu"), ("no", "is een concept, en is nu")]
)
def test_record_that_changed_is_called_what_it_is(texts: Texts, public: str, said: str) -> None:
    assert said in texts.text(
        "exchange-touched", "nl", given="T-1", title="Zorg mee", done="yes", public=public
    )


def test_template_goes_to_the_screen_or_to_a_new_file(type_: Type, tmp_path: Path) -> None:
    path = tmp_path / "leeg.csv"

    screen, file = type_("import", "--template"), type_("import", "--template", str(path))
    again = type_("import", "--template", str(path))

    assert path.read_bytes().decode() == screen.out
    assert (file.code, again.code) == (0, 1)
    assert type_("import", str(path)).out.startswith("leeg.csv: 0 nieuw")


def test_template_is_a_workbook_where_its_name_says_so(type_: Type, tmp_path: Path) -> None:
    path = tmp_path / "leeg.xlsx"

    made, read = type_("import", "--template", str(path)), type_("import", str(path))

    assert (made.code, made.out) == (0, f"De lege tabel staat in {path}\n")
    assert (read.code, read.out) == (
        0,
        "leeg.xlsx: 0 nieuw, 0 veranderd, 0 hetzelfde, 0 niet gelukt.\n",
    )


def test_export_writes_a_package_and_nothing_else(type_: Type) -> None:
    shown = type_("export")

    assert shown.code == 0
    assert [item["ocid"] for item in shown.json["releases"]] == [
        f"ocds-xxxxxx-WD-2026-{n:02}" for n in range(1, 9)
    ]
    assert "ocds-xxxxxx" in shown.err


def test_export_to_a_file_is_the_same_to_the_byte(type_: Type, tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"

    shown = type_("export", "--to", str(one))
    type_("export", "--to", str(two))

    assert shown.out == f"8 kansen staan in {one}\n"
    assert one.read_bytes() == two.read_bytes()


def test_files_are_never_written_over(type_: Type, tmp_path: Path) -> None:
    path = tmp_path / "mine.svg"
    path.write_text("mine")

    commands = (("export", "--to"), ("backup",), ("venues", "trail", "nergens", "1", "--to"))
    refused = [type_(*command, str(path)) for command in commands]

    said = (
        f"Er is al een bestand met deze naam. Daar schrijven we niet overheen. Kies een andere "
        f"naam. ({path})\n"
    )
    assert [(one.code, one.err) for one in refused] == [(1, said)] * 3
    assert path.read_text() == "mine"


def test_export_of_some(type_: Type, released: str) -> None:
    type_("import", released)

    chosen = type_("export", "--ocid", "ocds-abc123-1", "--published", "2026-12-01")
    unknown = type_("export", "--ocid", "ocds-abc123-2")

    assert [item["tender"] for item in chosen.json["releases"]] == [RELEASE["tender"]]
    assert chosen.json["publishedDate"] == "2026-11-30T23:00:00Z"
    assert type_("export", "--since", "2999-01-01").json["releases"] == []
    assert (unknown.code, "ocds-abc123-2" in unknown.err) == (1, True)


def test_export_keeps_drafts_inside_unless_asked(type_: Type) -> None:
    type_("opportunities", "new", "T-9", "title=Concept")

    assert len(type_("export").json["releases"]) == 8
    assert len(type_("export", "--drafts").json["releases"]) == 9
