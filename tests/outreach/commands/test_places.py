"""`kansenbode places`."""

import pytest

TABLE = """code,niveau,naam,huishoudens
GM9902,gemeente,Veendam aan Zee,1
WK9902AD,wijk,Het Duin,1
BU9902AD03,buurt,Helm,1
"""


def test_places_come_from_a_table_and_can_be_used(type_, tmp_path):
    (tmp_path / "cbs.csv").write_text(TABLE)

    shown = type_("places", "import", str(tmp_path / "cbs.csv"), "--year", "2026")
    again = type_("places", "import", str(tmp_path / "cbs.csv"))
    used = type_("opportunities", "set", "1", "places=Het Duin")

    assert (shown.out, again.code, used.code) == ("3 plekken staan erin.\n", 0, 0)
    places = {place["code"]: place["name"] for place in type_("places", "list", "--json").json}
    assert {code: name for code, name in places.items() if "9902" in code} == {
        "GM9902": "Veendam aan Zee",
        "WK9902AD": "Het Duin",
        "BU9902AD03": "Helm",
    }


def test_padded_codes_and_other_columns_are_read(type_, tmp_path):
    (tmp_path / "statline.csv").write_text("Codering_3;Regio\nNL00;Nederland\nWK990201  ;Het Bos\n;\n")

    shown = type_("places", "import", str(tmp_path / "statline.csv"))

    assert shown.out == "1 plekken staan erin.\n"


@pytest.mark.parametrize("table", ["", "naam\nHet Duin\n", "a,b,c\n1,2,3\n"])
def test_table_without_the_columns_is_refused(type_, tmp_path, table):
    (tmp_path / "odd.csv").write_text(table)

    shown = type_("places", "import", str(tmp_path / "odd.csv"))

    assert (shown.code, shown.err.startswith("In deze tabel mist een kolom.")) == (1, True)


def test_places_are_listed_in_dutch(type_):
    shown = type_("places", "list")

    assert [word for word in ("code", "naam", "jaar") if word in shown.out] == ["code", "naam", "jaar"]
    assert "Lindenkom" in shown.out
