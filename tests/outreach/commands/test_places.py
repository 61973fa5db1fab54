"""`kansenbode places`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.outreach.commands.conftest import Shown
from tests.outreach.exchange.table.workbooks import workbook

TABLE = """code,niveau,naam,huishoudens
GM9902,gemeente,Veendam aan Zee,1
WK9902AD,wijk,Het Duin,1
BU9902AD03,buurt,Helm,1
"""


def test_places_come_from_a_table_and_can_be_used(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    (tmp_path / "cbs.csv").write_text(TABLE)

    shown = type_("places", "import", str(tmp_path / "cbs.csv"), "--year", "2026")
    again = type_("places", "import", str(tmp_path / "cbs.csv"))
    used = type_("opportunities", "set", "--yes", "1", "places=Het Duin")

    assert (shown.out, again.code, used.code) == ("3 plekken staan erin.\n", 0, 0)
    places = {place["code"]: place["name"] for place in type_("places", "list", "--json").json}
    assert {code: name for code, name in places.items() if "9902" in code} == {
        "GM9902": "Veendam aan Zee",
        "WK9902AD": "Het Duin",
        "BU9902AD03": "Helm",
    }


def test_padded_codes_and_other_columns_are_read(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    (tmp_path / "statline.csv").write_text(
        "Codering_3;Regio\nNL00;Nederland\nWK990201  ;Het Bos\n;\n"
    )

    shown = type_("places", "import", str(tmp_path / "statline.csv"))

    assert shown.out == "1 plek staat erin.\n"
    assert shown.err.startswith(
        "Eén rij is overgeslagen: NL00 is geen gemeente, wijk of buurt met een naam.\n"
    )


def test_rows_that_are_passed_over_are_told(type_: Callable[..., Shown], tmp_path: Path) -> None:
    (tmp_path / "cbs.csv").write_text("code;naam\nGM9901;Waterdam\nXX12;Het Bos\nBU99010101;\n")

    shown = type_("places", "import", str(tmp_path / "cbs.csv"))

    assert (shown.out, shown.err) == (
        "1 plek staat erin.\n",
        (
            "2 rijen zijn overgeslagen, zoals XX12. Dat is geen gemeente, wijk of buurt met een "
            "naam.\n"
        ),
    )


@pytest.mark.parametrize("table", ["naam\nHet Duin\n", "a,b,c\n1,2,3\n"])
def test_table_without_the_columns_is_refused(
    type_: Callable[..., Shown], tmp_path: Path, table: str
) -> None:
    (tmp_path / "odd.csv").write_text(table)

    shown = type_("places", "import", str(tmp_path / "odd.csv"))

    assert (shown.code, shown.err.startswith("In deze tabel mist een kolom.")) == (1, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_come_in_whole_whatever_the_encoding(
    type_: Callable[..., Shown], tmp_path: Path, encoding: str
) -> None:
    raw = "sep=;\r\ncode;naam\r\nGM1900;Súdwest-Fryslân\r\n".encode(encoding)
    (tmp_path / "places.csv").write_bytes(raw)

    shown = type_("places", "import", str(tmp_path / "places.csv"))

    names = {place["code"]: place["name"] for place in type_("places", "list", "--json").json}
    assert (shown.out, names["GM1900"]) == ("1 plek staat erin.\n", "Súdwest-Fryslân")
    assert ("We lezen het als Windows-tekst." in shown.err) == (encoding == "cp1252")


def test_places_come_out_of_a_workbook_with_empty_columns_beside_it(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    rows: list[list[Any]] = [[], ["", "Code", "Naam"], ["", "WK990107", "Het Eind"], ["", "", 12]]
    (tmp_path / "places.csv").write_bytes(workbook(rows))

    assert type_("places", "import", str(tmp_path / "places.csv")).out == "1 plek staat erin.\n"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "Dit bestand is leeg."),
        (b"%PDF-1.4", "Dit is een PDF."),
        (b'{"releases": []}', "Dit bestand is geen tabel."),
        (
            "code;naam\nGM1900;S\ufffddwest".encode(),
            "In de naam “S\ufffddwest” (GM1900) is een letter kwijt.",
        ),
    ],
)
def test_what_holds_no_places_says_so_and_changes_nothing(
    type_: Callable[..., Shown], tmp_path: Path, raw: bytes, said: str
) -> None:
    (tmp_path / "odd.csv").write_bytes(raw)
    before = type_("places", "list", "--json").json

    shown = type_("places", "import", str(tmp_path / "odd.csv"))

    assert (shown.code, said in shown.err, type_("places", "list", "--json").json) == (
        1,
        True,
        before,
    )


def test_places_of_another_municipality_are_said(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    (tmp_path / "places.csv").write_text(
        "code;naam\nGM0518;Den Haag\nWK990109;Rand\nBU05180101;Duin\n"
    )

    shown = type_("places", "import", str(tmp_path / "places.csv"))

    assert shown.code == 0
    assert shown.err.startswith(
        "2 plekken liggen niet in jullie gemeente (GM9901), zoals Den Haag."
    )


def test_places_are_listed_in_dutch(type_: Callable[..., Shown]) -> None:
    shown = type_("places", "list")

    assert [word for word in ("code", "naam", "jaar") if word in shown.out] == [
        "code",
        "naam",
        "jaar",
    ]
    assert "Lindenkom" in shown.out


def test_places_of_another_municipality_are_remarked_wherever_they_come_from(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    (tmp_path / "cbs.csv").write_text(TABLE)
    type_("places", "import", str(tmp_path / "cbs.csv"))

    changed = type_("opportunities", "set", "1", "places=Het Duin", "--yes")
    shown = type_("opportunities", "show", "1")

    remark = "Let op: “Het Duin” ligt niet in jullie gemeente. Klopt dat?"
    assert remark in changed.out
    assert remark in shown.out


def test_place_that_nobody_is_in_can_go(type_: Callable[..., Shown], tmp_path: Path) -> None:
    (tmp_path / "cbs.csv").write_text(TABLE)
    type_("places", "import", str(tmp_path / "cbs.csv"), "--year", "2025")
    type_("places", "import", str(tmp_path / "cbs.csv"))
    type_("opportunities", "set", "--yes", "1", "places=Het Duin")

    gone = type_("places", "remove", "bu9902ad03")
    used = type_("places", "remove", "Het Duin")

    left = {place["code"] for place in type_("places", "list", "--json").json}
    assert used.err == (
        "Het Duin (WK9902AD) is nog in gebruik: bij een kans, een persoon of een buurtplek. "
        "Geef die eerst een andere plek.\n"
    )
    assert gone.out == "Helm (BU9902AD03) staat er niet meer in.\n"
    assert {code for code in left if "9902" in code} == {"GM9902", "WK9902AD"}
    assert type_("places", "remove", "Helm").err.startswith(
        "De plek “Helm” staat niet in de lijst."
    )


def test_place_above_another_or_in_an_audience_stays(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    (tmp_path / "cbs.csv").write_text(TABLE)
    type_("places", "import", str(tmp_path / "cbs.csv"))
    type_("campaign", "new", "WD-2026-01", "places=Helm")

    above = type_("places", "remove", "Het Duin")
    asked = type_("places", "remove", "Helm")

    left = {place["code"] for place in type_("places", "list", "--json").json}
    assert above.err == "In Het Duin (WK9902AD) ligt nog een plek: Helm. Haal die eerst weg.\n"
    assert asked.err == (
        "Helm (BU9902AD03) is een plek van campagne 1. Geef een concept eerst andere plekken. "
        "Is de campagne goedgekeurd of gestopt? Dan blijft de plek in de lijst.\n"
    )
    assert {code for code in left if "9902" in code} == {"GM9902", "WK9902AD", "BU9902AD03"}


def test_place_that_went_stands_in_the_events(type_: Callable[..., Shown], tmp_path: Path) -> None:
    (tmp_path / "cbs.csv").write_text(TABLE)
    type_("places", "import", str(tmp_path / "cbs.csv"))
    type_("campaign", "new", "WD-2026-01", "places=Helm")
    type_("campaign", "set", "1", "places=")

    gone = type_("places", "remove", "Helm")

    assert gone.out == "Helm (BU9902AD03) staat er niet meer in.\n"
    assert "plek uit de lijst gehaald" in type_("events").out


def test_streets_and_postcodes_come_from_a_table_and_rows_passed_over_are_told(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    (tmp_path / "streets.csv").write_text(
        "Straat;PC6;Buurt\nNieuweweg;1234 zz;Lindenkom\nVerreweg;;Elders\n"
    )

    shown = type_("places", "import", str(tmp_path / "streets.csv"))
    again = type_("places", "import", str(tmp_path / "streets.csv"))

    assert (shown.code, shown.out) == (0, "1 straat en 1 postcode staan erin.\n")
    assert shown.err == (
        "Eén rij is overgeslagen, zoals rij 3 met “Verreweg”. Daar staat geen straat of postcode "
        "met een buurt die we kennen.\n"
    )
    assert (again.out, again.err) == (shown.out, shown.err)


def test_streets_of_another_town_are_refused(type_: Callable[..., Shown], tmp_path: Path) -> None:
    (tmp_path / "streets.csv").write_text("straat;buurt\nVerreweg;BU03440101\n")

    shown = type_("places", "import", str(tmp_path / "streets.csv"))

    assert (shown.code, "BU03440101" in shown.err) == (1, True)
