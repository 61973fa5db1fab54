"""Settings: where a value comes from."""

import re
from pathlib import Path

import pytest

from outreach.settings import Settings, example_of

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def test_settings_without_anything_given_are_the_defaults(tmp_path: Path) -> None:
    assert Settings.load(tmp_path, {}) == Settings.demo()


def test_settings_come_from_the_file_in_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "KANSENBODE_STAFF=nadia@waterdam.example\nPATH_TO_SOMETHING=else\n"
    )

    settings = Settings.load(tmp_path, {})

    assert settings.staff == "nadia@waterdam.example"


def test_file_that_begins_with_a_byte_order_mark_is_read_whole(tmp_path: Path) -> None:
    text = "KANSENBODE_STAFF=nadia@waterdam.example\nKANSENBODE_ORGANISATION=Gemeente Proef\n"
    (tmp_path / ".env").write_text(text, encoding="utf-8-sig")

    settings = Settings.load(tmp_path, {})

    assert (settings.staff, settings.organisation) == ("nadia@waterdam.example", "Gemeente Proef")


def test_settings_of_the_environment_win_from_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("KANSENBODE_REMIND_DAYS=5\nKANSENBODE_END_DAYS=20\n")

    settings = Settings.load(tmp_path, {"KANSENBODE_REMIND_DAYS": "7"})

    assert (settings.remind_days, settings.end_days) == (7, 20)


def test_settings_read_a_list_with_commas(tmp_path: Path) -> None:
    assert Settings.load(tmp_path, {"KANSENBODE_LANGUAGES": "en, nl"}).languages == ("en", "nl")


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_can_be_given_as_a_file(tmp_path: Path, name: str) -> None:
    example = example_of(Settings.model_fields[name])
    (tmp_path / "value").write_text(f"{example}\n")

    by_file = Settings.load(tmp_path, {f"KANSENBODE_{name.upper()}_FILE": str(tmp_path / "value")})

    assert by_file == Settings.load(tmp_path, {f"KANSENBODE_{name.upper()}": example})


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://kees:g%40heim@db.waterdam.example:5433/kansen?sslmode=require",
        "postgres://kees@127.0.0.1/kansen",
        "postgresql:///kansen?host=/run/postgresql",
    ],
)
def test_address_of_a_database_is_a_secret(tmp_path: Path, url: str) -> None:
    settings = Settings.load(tmp_path, {"KANSENBODE_DATABASE_URL": url})

    assert settings.database == url
    assert url not in repr(settings) + str(settings)


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_example_is_a_right_value(tmp_path: Path, name: str) -> None:
    example = example_of(Settings.model_fields[name])

    settings = Settings.load(tmp_path, {f"KANSENBODE_{name.upper()}": example})

    assert getattr(settings, name) not in (None, "", ())


def test_the_settings_page_lists_each_setting_and_no_other() -> None:
    rows = re.findall(r"^\| `KANSENBODE_(\w+)` \|", DOCS.read_text("utf-8"), re.MULTILINE)

    assert rows == [name.upper() for name in Settings.model_fields]


def test_demo_settings_pass_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANSENBODE_ORGANISATION", "Elders")

    assert Settings.demo().organisation == "Gemeente Waterdam"


def test_logo_lies_in_the_data_folder_or_where_its_path_says(tmp_path: Path) -> None:
    near = Settings.load(tmp_path, {"KANSENBODE_LOGO": "logo.svg"})
    far = Settings.load(tmp_path, {"KANSENBODE_LOGO": "/srv/town/logo.PNG"})

    assert (near.logo, far.logo) == (str(tmp_path / "logo.svg"), "/srv/town/logo.PNG")
