"""`kansenbode serve`, `demo` and `talk`; what is served is another's work."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.commands import serve as server
from outreach.opportunities.edit import find_by_tender_id
from outreach.settings import Settings
from outreach.staff.invitation import invited
from outreach.store.lock import hold
from outreach.store.store import Store
from tests.outreach.commands.conftest import Built, Shown


def test_serve_hands_over_settings_folder_and_address(
    type_: Callable[..., Shown], built: Built, folder: Path
) -> None:
    shown = type_("serve", "--host", "0.0.0.0", "--port", "9000")

    assert shown.out == "Open http://0.0.0.0:9000/ in je browser. Stoppen doe je met Ctrl-C.\n"
    assert (shown.code, built.done) == (
        0,
        [("serve", Settings.load(folder, {}), folder, "0.0.0.0", 9000, "serve")],
    )


def test_serve_makes_the_database_of_a_fresh_folder(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    type_("serve", "--data", str(tmp_path / "fresh"))

    assert type_("opportunities", "list", "--json", "--data", str(tmp_path / "fresh")).json == []


def test_first_start_prints_a_link_for_the_first_colleague(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    fresh = ("--data", str(tmp_path / "fresh"))

    links = [type_("serve", *fresh).out.splitlines()[0].split()[-1] for _ in range(2)]
    type_("staff", "add", "bo@waterdam.example", *fresh)
    after = type_("serve", *fresh).out

    with Store(tmp_path / "fresh" / "kansenbode.db") as store:
        works = [store.look(invited, secret=link.rpartition("/")[2]) for link in links]
    assert links[0] != links[1]
    assert works == [None, None]
    assert "uitnodiging" not in after


def test_a_second_server_is_refused(
    type_: Callable[..., Shown], built: Built, folder: Path
) -> None:
    with hold(folder):
        shown = type_("serve")

    assert (shown.code, shown.err) == (
        1,
        f"Een andere Kansenbode werkt met deze map. Stop die eerst. ({folder})\n",
    )
    assert built.done == []


def test_a_wrong_setting_stops_the_server_before_it_begins(
    type_: Callable[..., Shown], built: Built, folder: Path
) -> None:
    (folder / ".env").write_text("KANSENBODE_ZONE=Waterdam\n")

    shown = type_("serve")

    assert (shown.code, built.done) == (1, [])
    assert shown.err == (
        "KANSENBODE_ZONE klopt niet: “Waterdam”. Nodig is een tijdzone. "
        "Zo is het goed: KANSENBODE_ZONE=Europe/Amsterdam\n"
    )


def test_demo_takes_a_fresh_folder_and_says_where(
    type_: Callable[..., Shown], built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KANSENBODE_ZONE", "Waterdam")

    shown = type_("demo", "--port", "0")

    _, settings, folder, host, port, _ = built.done[0]
    assert shown.code == 0
    assert str(folder) in shown.out
    assert (settings.zone, host, port) == ("Europe/Amsterdam", "127.0.0.1", 0)
    with Store(folder / "kansenbode.db") as store:
        assert store.look(find_by_tender_id, tender_id="WD-2026-08") == 8


def test_demo_keeps_what_is_in_a_folder_that_it_is_given(
    type_: Callable[..., Shown], built: Built, tmp_path: Path
) -> None:
    folder = str(tmp_path / "demo")
    type_("demo", "--data", folder)
    type_(
        "opportunities", "close", "--yes", "1", "--data", folder, "--as", "nadia@waterdam.example"
    )

    type_("demo", "--data", folder)

    states = [
        row["state"] for row in type_("opportunities", "list", "--json", "--data", folder).json
    ]
    assert states == ["open"] * 7 + ["closed"]
    assert [done[2] for done in built.done] == [Path(folder)] * 2


def test_talk_speaks_the_language_that_was_asked_for(
    type_: Callable[..., Shown], built: Built
) -> None:
    type_("talk")
    type_("talk", "--language", "en")
    type_("--language", "en", "talk")

    assert [done[3] for done in built.done] == ["nl", "en", "en"]


@pytest.mark.parametrize("role", ["web", "worker"])
def test_parts_of_a_server_want_a_database_that_servers_share(
    type_: Callable[..., Shown], built: Built, role: str
) -> None:
    shown = type_(role)

    assert (shown.code, built.done) == (1, [])
    assert "KANSENBODE_DATABASE_URL" in shown.err


def test_web_does_not_ask_telegram_for_messages(
    type_: Callable[..., Shown], built: Built, folder: Path
) -> None:
    with (folder / ".env").open("a") as env:
        env.write("KANSENBODE_DATABASE_URL=postgresql://a:b@127.0.0.1:1/c\n")
    built.channels = ("web", "telegram")

    shown = type_("web")

    assert (shown.code, built.done) == (1, [])
    assert "KANSENBODE_TELEGRAM_MODE=webhook" in shown.err


def test_worker_invites_nobody_to_visit_it(
    type_: Callable[..., Shown], built: Built, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "migrate", lambda path, url: True)
    with (folder / ".env").open("a") as env:
        env.write("KANSENBODE_DATABASE_URL=postgresql://a:b@127.0.0.1:1/c\n")

    shown = type_("worker")

    assert shown.out == (
        "Deze worker verstuurt wat aan de beurt is. Mensen komen hier niet. Stoppen doe je "
        ""
        "met Ctrl-C.\n"
    )
    assert [done[-1] for done in built.done] == ["worker"]
