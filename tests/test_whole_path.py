"""A real release goes the whole way: typed commands, and the web chat without JavaScript."""

import importlib.util
import json
import re
import secrets
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar
from aiohttp.test_utils import TestServer

from bot.server import build
from outreach.commands.line import run
from outreach.commands.parts import Parts
from outreach.settings import Settings
from outreach.store.migrate import migrate
from outreach.store.store import Store

SHARED = Path(__file__).parents[1].parent / "shared"
RELEASE = SHARED / "data" / "ocds" / "uk-croydon-community-fund-outcomes.json"
NADIA = "nadia@waterdam.example"
INFORMAL = ("responsible", "insurance", "if_people_stop", "lent", "allowance", "public_property")
PARTS = Parts(serve=lambda *_: None, talk=lambda *_: None, channels=lambda *_: ())

pytestmark = pytest.mark.skipif(
    not RELEASE.exists(), reason=f"the real release is not at {RELEASE}"
)


class Visitor:
    """Somebody with a browser that runs no script."""

    def __init__(self, session: ClientSession) -> None:
        self.session = session

    async def begin(self, opportunity: int) -> str:
        return await self._post("/chat/start", opportunity=str(opportunity))

    async def say(self, text: str) -> str:
        return await self._post("/chat", text=text)

    async def _post(self, path: str, **fields: str) -> str:
        async with self.session.post(path, data=fields | {"nonce": secrets.token_hex(8)}) as answer:
            assert answer.status == 200
            page = await answer.text()
        said = re.findall(r'<div class="bubble theirs".*?</div>', page, re.DOTALL)[-1]
        return unescape(re.sub(r"<[^>]+>", " ", said))


async def test_a_real_fund_goes_from_file_to_chat_to_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def type_(*words: str) -> str:
        code = run(PARTS, [*words, "--data", str(tmp_path)])
        assert code == 0
        return capsys.readouterr().out

    path = tmp_path / "kansenbode.db"
    migrate(path)
    type_("staff", "add", NADIA, "--name", "Nadia")
    (tmp_path / "places.csv").write_text("code;naam\nGM9901;Waterdam\n")
    type_("places", "import", str(tmp_path / "places.csv"), "--year", "2026", "--as", NADIA)
    type_("import", str(RELEASE), "--as", NADIA)
    [fund] = json.loads(type_("opportunities", "list", "--json"))
    until = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    facts = [
        "direction=informal",
        "arrangement=subsidy",
        "municipality_role=facilitator",
        "official=Nadia",
    ]
    facts += ["summary=Geld voor groepen in de buurt.", "themes=ontmoeten", "places=Waterdam"]
    facts += [
        f"answers_until={until}",
        *(f"checklist.{key}=Dat regelt de gemeente." for key in (*INFORMAL, "scheme")),
        "checklist.scarce=enough",
    ]
    type_("opportunities", "set", "--yes", str(fund["id"]), *facts, "--as", NADIA)
    type_("opportunities", "open", "--yes", str(fund["id"]), "--as", NADIA)

    with Store(path) as store:
        server = TestServer(build(Settings.demo(), tmp_path, store))
        await server.start_server()
        async with ClientSession(
            server.make_url("/"), cookie_jar=CookieJar(unsafe=True)
        ) as session:
            visitor = Visitor(session)
            await visitor.begin(fund["id"])
            for words in (
                "ik doe mee",
                "met een groep",
                "Addiscombe Cooks Together",
                "Koken. Bel 07700 900123",
            ):
                summary = await visitor.say(words)
            thanks = await visitor.say("ja")
        await server.close()
    [interest] = json.loads(type_("interests", "list", "--json", "--as", NADIA))
    for state in ("in_talk", "agreed"):
        type_("interests", "move", "--yes", str(interest["id"]), state, "--as", NADIA)
    monkeypatch.setenv("KANSENBODE_CANCEL_MINUTES", "0")
    for step in ("close", "apply"):
        type_("opportunities", step, "--yes", str(fund["id"]), "--as", NADIA)
    package = json.loads(type_("export"))

    assert "Dit ga ik opslaan" in summary
    assert re.search(r"\b[2-9A-HJKMNP-Z]{8}\b", thanks)
    assert faults(package) == []
    [release] = package["releases"]
    assert release["bids"]["statistics"] == [{"id": "requests", "measure": "requests", "value": 1}]
    assert release["bids"]["details"][0]["submissionType"] == "expressionOfInterest"
    assert len(release["awards"][0]["suppliers"]) == 31
    assert "07700" not in json.dumps(package)


def faults(package: dict[str, object]) -> list[str]:
    spec = importlib.util.spec_from_file_location("check_ocds", SHARED / "tools" / "check_ocds.py")
    assert spec is not None
    assert spec.loader is not None
    check = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check)
    found: list[str] = check.faults(package)
    return found
