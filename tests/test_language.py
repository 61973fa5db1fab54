"""A language more is a folder of texts and a word in a setting: no line of Python knows it.

Frisian is made here of the English texts, with an accent on each "e", beside a copy of `content`.
The programs are run from there: they find the folder, and nothing else tells them of it.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.dates import get_month_names
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Transformer

from content.texts import Texts
from outreach.opportunities.samples import add_samples
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY

ROOT = Path(__file__).parent.parent
SELF = {"language-name": "Frysk", "language-locale": "fy", "language-direction": "ltr"}
TEXTS = Texts(organisation="gemeente Waterdam", address="x")
ASKED = (
    "welcome-intro",
    "welcome-way",
    "browse-found",
    "browse-pick",
    "opportunity-next",
    "interest-kind",
    "interest-own-name",
    "interest-give",
    "interest-sure",
    "interest-more",
)
ANSWERS = ("3", "1", "1", "alone", "Sjoukje", "I can mow.", "Yês, stôre it", "lânguagê", "engelsk")


class Accented(Transformer):
    """Puts an accent on each "e" of what people read."""

    def visit_TextElement(self, node: fluent.TextElement) -> fluent.TextElement:  # noqa: N802
        node.value = accented(node.value)
        return node


def accented(text: str) -> str:
    return text.replace("e", "ê")


def frisian(english: str) -> str:
    """The texts of a file in another language, but for what says which language it is."""
    resource = Accented().visit(FluentParser().parse(english))
    for entry in resource.body:
        if isinstance(entry, fluent.Message) and entry.id.name in SELF:
            entry.value = fluent.Pattern([fluent.TextElement(SELF[entry.id.name])])
    return FluentSerializer().serialize(resource)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of `content` in which there is one language more, and a database."""
    folder = tmp_path_factory.mktemp("place")
    shutil.copytree(ROOT / "content", folder / "content")
    locales = folder / "content" / "locales"
    (locales / "fy").mkdir()
    for file in (locales / "en").iterdir():
        (locales / "fy" / file.name).write_text(frisian(file.read_text("utf-8")), "utf-8")
    (folder / "town").mkdir()
    migrate(folder / "town" / "kansenbode.db")
    with Store(folder / "town" / "kansenbode.db") as store:
        zone = ZoneInfo("Europe/Amsterdam")
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=zone)
    return folder


@pytest.fixture
def town(place: Path, tmp_path: Path) -> str:
    """A data folder in which nobody has talked yet."""
    return str(shutil.copytree(place / "town", tmp_path / "town"))


def run(place: Path, *words: str, typed: str = "", **settings: str) -> str:
    """Run a program in the folder of the language; return what it printed."""
    named = {f"KANSENBODE_{name.upper()}": value for name, value in settings.items()}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=place,
        env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"} | named,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_whole_conversation_goes_in_a_language_of_files_only(place: Path, town: str) -> None:
    said = run(
        place,
        *("-m", "main", "talk", "--language", "fy", "--data", town),
        typed="\n".join(ANSWERS),
        languages="nl,en,fy",
    )

    english = {key: TEXTS.text(key, "en", count=6, minutes=1) for key in ASKED}
    months = "|".join(get_month_names("wide", locale="fy").values())
    assert [key for key, text in english.items() if accented(text) not in said] == []
    assert [key for key in ASKED[:-1] if "e" in english[key] and english[key] in said] == []
    assert re.search(rf"\d+ ({months}) 20\d\d", said)
    assert "Frysk" in said
    assert english["interest-more"] in said.rpartition("Frysk")[2]


def test_language_that_is_not_offered_is_answered_in_the_first_one(place: Path, town: str) -> None:
    said = run(
        place,
        *("-m", "main", "talk", "--language", "fy", "--data", town),
        typed="lânguagê",
        languages="nl,en",
    )

    assert TEXTS.text("language-which", "nl") in said
    assert "Frysk" not in said


def test_command_line_speaks_it(place: Path, town: str) -> None:
    helped = run(place, "-m", "main", "--language", "fy", "--help")
    listed = run(
        place, *("-m", "main", "--language", "fy", "opportunities", "list", "--data", town)
    )

    assert accented(TEXTS.text("commands-help-opportunities", "en")) in helped
    assert "|fy" in run(place, "-m", "main", "venues", "add", "--help")
    assert accented(TEXTS.text("commands-column", "en", "title")) in listed


def test_pages_speak_it(place: Path) -> None:
    program = """
from content.page.pages import Pages
from content.texts import Texts

pages = Pages(Texts(None, ("nl", "fy"), organisation="x", address="x"))
print(pages.render("error.html", "fy", key="page-error-404", path="/"))
"""

    page = run(place, "-c", program)

    assert '<html lang="fy">' in page
    assert accented(TEXTS.text("page-error-404", "en")) in page
    assert 'value="nl" lang="nl">Nederlands</button>' in page
