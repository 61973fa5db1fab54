"""Settings: what is said of a wrong one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.texts import Texts
from outreach.commands.terminal import Printer
from outreach.commands.trouble import settings_said
from outreach.settings import Settings, SettingsError

ENGLISH, DUTCH = (Printer(Texts(), language) for language in ("en", "nl"))


def wrong(folder: Path, printer: Printer = ENGLISH, **names: str) -> list[str]:
    """What is said of wrong settings."""
    with pytest.raises(SettingsError) as error:
        Settings.load(folder, names)
    return settings_said(printer, error.value.faults)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert wrong(tmp_path, KANSENBODE_STAFF_FILE="/not/there") == [
        (
            "KANSENBODE_STAFF_FILE is wrong: we cannot read the file “/not/there”. "
            "This is right: KANSENBODE_STAFF_FILE=/run/secrets/kansenbode_staff"
        )
    ]


def test_a_value_given_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "value").write_text("a@b.example")

    assert wrong(
        tmp_path, KANSENBODE_STAFF="c@d.example", KANSENBODE_STAFF_FILE=str(tmp_path / "value")
    ) == ["KANSENBODE_STAFF and KANSENBODE_STAFF_FILE are both there. Keep one of them."]


def test_all_wrong_settings_are_named_at_once_with_a_right_value(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("KANSENBODE_FLAVOUR=red\n")

    lines = wrong(
        tmp_path, KANSENBODE_ZONE="Waterdam", KANSENBODE_REMIND_DAYS="0", KANSENBODE__ENV_PREFIX="X"
    )

    assert [line for line in lines if "remind" not in line.lower()] == [
        "KANSENBODE_FLAVOUR is no setting. Those there are stand in docs/settings.md.",
        "KANSENBODE__ENV_PREFIX is no setting. Those there are stand in docs/settings.md.",
        (
            "KANSENBODE_ZONE is wrong: “Waterdam”. It needs a time zone. This is right: "
            "KANSENBODE_ZONE=Europe/Amsterdam"
        ),
    ]
    assert [line.partition("This is right: ")[2] for line in lines if "REMIND" in line] == [
        "KANSENBODE_REMIND_DAYS=3"
    ]


def test_empty_list_is_told_as_it_was_typed(tmp_path: Path) -> None:
    [said] = wrong(tmp_path, KANSENBODE_LANGUAGES="")

    assert said.startswith("KANSENBODE_LANGUAGES is wrong: “”. It needs ")
    assert said.endswith("This is right: KANSENBODE_LANGUAGES=nl,en")


def test_quiet_hours_with_a_zone_of_their_own_are_refused(tmp_path: Path) -> None:
    assert wrong(tmp_path, KANSENBODE_QUIET_FROM="22:00Z", KANSENBODE_QUIET_UNTIL="08:00") == [
        (
            "KANSENBODE_QUIET_FROM is wrong: “22:00Z”. It needs a time without a time zone: that "
            "stands in "
            "KANSENBODE_ZONE. This is right: KANSENBODE_QUIET_FROM=22:00"
        )
    ]


@pytest.mark.parametrize(
    "url",
    [
        "mysql://kees:geheim@db/kansen",
        "kees:geheim@db/kansen",
        "postgresql://kees:geheim@db",
        "postgresql://kees:geheim@db:abc/kansen",
    ],
)
def test_wrong_address_of_a_database_is_named_without_it(tmp_path: Path, url: str) -> None:
    example = "KANSENBODE_DATABASE_URL=postgresql://kansenbode:password@127.0.0.1/kansenbode"
    assert wrong(tmp_path, KANSENBODE_DATABASE_URL=url) == [
        (
            f"KANSENBODE_DATABASE_URL is wrong. It needs the address of a PostgreSQL database. "
            f"This "
            f"is right: {example}"
        )
    ]


def test_a_settings_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"KANSENBODE_STAFF=\xff\xfe")

    assert wrong(tmp_path) == [f"{tmp_path / '.env'} is no text. Save the file as UTF-8."]


def test_a_settings_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder" / ".env").mkdir(parents=True)
    (tmp_path / "fault").mkdir()
    # It opens, but fails when it is read, for every user.
    (tmp_path / "fault" / ".env").symlink_to("/proc/self/mem")

    said = [wrong(tmp_path / name)[0].partition(". ")[0] for name in ("folder", "fault")]

    assert said == [f"We cannot read {tmp_path / name / '.env'}" for name in ("folder", "fault")]


@given(
    st.sampled_from(sorted(Settings.model_fields)),
    st.text().filter(lambda text: "\x00" not in text),
)
def test_any_value_gives_settings_or_a_sentence_that_names_it(name: str, value: str) -> None:
    start = said = f"KANSENBODE_{name.upper()} is wrong"

    try:
        Settings.load(Path("/not/there"), {f"KANSENBODE_{name.upper()}": value})
    except SettingsError as error:
        said = "\n".join(settings_said(ENGLISH, error.faults))

    assert said.startswith(start)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("REMIND_DAYS", "0", ": “0”. Nodig is een heel getal van 1 tot 90. Zo is het goed: "),
        (
            "FOUR_EYES_ABOVE",
            "veel",
            ": “veel”. Nodig is een heel getal van 0 tot 1.000.000. Zo is het goed: ",
        ),
        ("ORGANISATION", "x", ": “x”. Nodig is een tekst van 2 tot 80 tekens. Zo is het goed: "),
        (
            "ORGANISATION",
            "   ",
            ": “   ”. Nodig is een tekst van 2 tot 80 tekens. Zo is het goed: ",
        ),
        (
            "PRIVACY_CONTACT",
            "  ",
            ": “  ”. Nodig is een tekst van 2 tot 254 tekens. Zo is het goed: ",
        ),
        (
            "QUIET_DAYS",
            "misschien",
            ": “misschien”. Nodig is true (ja) of false (nee). Zo is het goed: ",
        ),
        (
            "QUIET_FROM",
            "25:00",
            ": “25:00”. Nodig is een tijd, van 00:00 tot 23:59. Zo is het goed: ",
        ),
        (
            "ADDRESS",
            "waterdam",
            ": “waterdam”. Nodig is een adres dat begint met https:// of http://. ",
        ),
        (
            "MAIL_TLS",
            "ssl",
            ": “ssl”. Nodig is één van deze woorden: starttls, tls of none. Zo is het goed: ",
        ),
        ("MAIL_FROM", "ja", ": “ja”. Nodig is een e-mailadres. Zo is het goed: "),
        ("OCID_PREFIX", "x", ": “x”. Nodig is het begin dat de Open Contracting Partnership gaf: "),
        (
            "TELEGRAM_SECRET",
            "een geheim",
            ". Nodig is een woord van hooguit 256 letters, cijfers, streepjes (-) en ",
        ),
        ("STAF", "x", " is geen instelling. Bedoel je KANSENBODE_STAFF? "),
    ],
)
def test_wrong_setting_is_told_in_dutch_with_its_value_and_what_is_right(
    tmp_path: Path, name: str, value: str, said: str
) -> None:
    (line,) = wrong(tmp_path, DUTCH, **{f"KANSENBODE_{name}": value})

    assert (
        line.removeprefix(f"KANSENBODE_{name} klopt niet")
        .removeprefix(f"KANSENBODE_{name}")
        .startswith(said)
    )


@pytest.mark.parametrize("name", ["DATABASE_URL", "TELEGRAM_SECRET"])
def test_value_of_a_secret_is_never_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.load(tmp_path, {f"KANSENBODE_{name}": "geheim, heel geheim"})

    assert "geheim, heel" not in "".join(
        [*settings_said(DUTCH, error.value.faults), repr(error.value.faults)]
    )


@pytest.mark.parametrize(
    ("name", "given"),
    [("KANSENBODE_COLOUR", "red"), ("KANSENBODE_COLOUR", "#fff"), ("KANSENBODE_LOGO", "logo.gif")],
)
def test_look_takes_only_what_can_be_shown(tmp_path: Path, name: str, given: str) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.load(tmp_path, {name: given})

    said = settings_said(ENGLISH, error.value.faults)
    assert len(said) == 1
    assert said[0].startswith(f"{name} is wrong")
