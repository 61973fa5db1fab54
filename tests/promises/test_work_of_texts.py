"""The work that a text costs is in proportion to its length, for any text.

Steps are counted, not seconds: lines of Python that run. What C does with a text shows in none of
them, and its one costly deed, putting marks in order, has one home (`tests/outreach/test_clean.py`
holds that to its bound).
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import bot.answers as answers
import bot.matching as matching
import bot.questions as questions
from bot.about import first_words
from bot.channels.telegram.channel import utf16
from bot.channels.web import stream as web_stream
from bot.heard import Heard, Kind
from bot.inbox import Arrival, storable
from bot.listening import amounts, fields, hearing, judging, languages, naming
from bot.listening.words import words_of
from bot.pieces import belongs_before
from bot.sequel import is_cut
from content.message import Message, Option, paragraphs
from content.page.prose import prose
from content.paper.letters import drawable
from content.plain import check, score
from content.texts import Texts
from content.values import loose
from outreach import clean
from outreach.delivery.channel import Abilities
from outreach.delivery.fit import fit, split
from outreach.exchange.ocds import plain_text
from outreach.exchange.table import formula
from outreach.exchange.table.columns import PLAIN, Column, as_typed, cell_reader
from outreach.interests.personal import known, personal
from outreach.mailboxes.mailbox import tidy_email
from outreach.meetings import calendar
from outreach.opportunities import notation
from outreach.opportunities.realistic import unlikely
from outreach.privacy import traces
from outreach.store import codes, folding
from outreach.venues.register import short_code
from outreach.web.page import preferred
from tests.promises.counting import grows_faster

ROOT = Path(__file__).parents[2]
ZONE = ZoneInfo("Europe/Amsterdam")
CHANGED = ("interest-group-name", "interest-give")
LETTERS = frozenset(map(ord, "abc12 "))
LABELS = {f"part{number}": (f"Onderdeel {number} van de straat",) for number in range(20)}
KINDS: dict[type[Any], Kind[Any]] = {
    questions.OneOf: questions.one_of(),
    questions.YesNo: questions.yes_no,
    questions.Text: questions.text(600),
    questions.Name: questions.name(80, 8),
    questions.Reach: questions.reach(200),
    questions.Number: questions.number(1, 20),
    questions.Amount: questions.amount(),
    questions.SomeOf: questions.some_of(),
    questions.Skippable: questions.optional(questions.some_of()),
}
CHANNEL = Abilities(
    buttons=False, text_length=200, caption_length=100, length=utf16, label_length=20
)
LEADS = traces.Leads(frozenset({"fatima"}), frozenset({"yilmaz"}), frozenset({"0612345678"}))
RULES: dict[str, Callable[[str], object]] = {
    "outreach/meetings/calendar.py:escape": calendar.escape,
    "bot/about.py:first_words": first_words,
    "bot/answers.py:asks_about": answers.asks_about,
    "bot/channels/telegram/channel.py:utf16": utf16,
    "bot/channels/web/stream.py:number": web_stream.number,
    "bot/listening/amounts.py:amount_in": amounts.amount_in,
    "bot/listening/fields.py:begins_with_no": fields.begins_with_no,
    "bot/listening/fields.py:change_in": lambda text: fields.change_in(text, CHANGED),
    "bot/listening/hearing.py:comes_back": hearing.comes_back,
    "bot/listening/hearing.py:contact_in": hearing.contact_in,
    "bot/listening/hearing.py:denies": hearing.denies,
    "bot/listening/hearing.py:hear": hearing.hear,
    "bot/listening/hearing.py:is_titled": hearing.is_titled,
    "bot/listening/hearing.py:joins_more": hearing.joins_more,
    "bot/listening/hearing.py:telling": hearing.telling,
    "bot/listening/judging.py:at_open_question": judging.at_open_question,
    "bot/listening/judging.py:certain_wish": judging.certain_wish,
    "bot/listening/judging.py:goes_on": judging.goes_on,
    "bot/listening/judging.py:takes_back": judging.takes_back,
    "bot/listening/languages.py:language_of": languages.language_of,
    "bot/listening/naming.py:introduced": naming.introduced,
    "bot/listening/naming.py:introduces": naming.introduces,
    "bot/listening/naming.py:tells": naming.tells,
    "bot/listening/words.py:words_of": words_of,
    "bot/matching.py:counts": matching.counts,
    "bot/matching.py:match": lambda text: matching.match(text, LABELS),
    "bot/matching.py:plain": matching.plain,
    "bot/pieces.py:belongs_before": belongs_before,
    "bot/sequel.py:is_cut": is_cut,
    "content/message.py:paragraphs": paragraphs,
    "content/page/prose.py:prose": prose,
    "content/paper/letters.py:drawable": lambda text: drawable(text, LETTERS),
    "content/plain/check.py:check": check.check,
    "content/plain/check.py:report": check.report,
    "content/plain/score.py:flesch_douma": score.flesch_douma,
    "content/plain/score.py:sentences": score.sentences,
    "content/plain/score.py:syllables": score.syllables,
    "content/plain/score.py:words": score.words,
    "content/values.py:loose": loose,
    "outreach/delivery/fit.py:shorten": lambda text: fit(
        Message("a", options=(Option("x", text),), rev=1), CHANNEL
    ),
    "outreach/delivery/fit.py:split": lambda text: split(text, 200, utf16),
    "outreach/exchange/table/columns.py:as_typed": lambda text: as_typed(
        Column("value_cents"), text
    ),
    "outreach/exchange/table/formula.py:as_meant": formula.as_meant,
    "outreach/exchange/table/formula.py:inert": formula.inert,
    "outreach/exchange/table/formula.py:kept_dash": formula.kept_dash,
    "outreach/exchange/table/formula.py:meant_dash": formula.meant_dash,
    "outreach/opportunities/notation.py:read_amount": notation.read_amount,
    "outreach/opportunities/notation.py:read_date": notation.read_date,
    "outreach/opportunities/notation.py:read_deadline": lambda text: notation.read_deadline(
        text, ZONE
    ),
    "outreach/opportunities/notation.py:read_moment": lambda text: notation.read_moment(text, ZONE),
    "outreach/opportunities/notation.py:read_start": lambda text: notation.read_start(text, ZONE),
    "outreach/opportunities/notation.py:read_yes_no": notation.read_yes_no,
    "outreach/exchange/ocds/plain_text.py:is_html": plain_text.is_html,
    "outreach/exchange/ocds/plain_text.py:plain_text": plain_text.plain_text,
    "outreach/interests/personal.py:known": lambda text: known(
        text, people=["Jan de Wit"], names=["De Buurt"]
    ),
    "outreach/mailboxes/mailbox.py:tidy_email": tidy_email,
    "outreach/interests/personal.py:personal": lambda text: personal(
        text, people=[text[:200]], names=["De Buurt"]
    ),
    "outreach/opportunities/realistic.py:unlikely": lambda text: unlikely(text, []),
    "outreach/clean.py:alike": clean.alike,
    "outreach/clean.py:clean": clean.clean,
    "outreach/clean.py:normal": lambda text: clean.normal("NFKD", text),
    "outreach/clean.py:visible": clean.visible,
    "outreach/clean.py:without_marks": clean.without_marks,
    "outreach/privacy/traces.py:without": lambda text: traces.without(text, LEADS),
    "outreach/store/codes.py:code_in": codes.code_in,
    "outreach/store/codes.py:code_within": codes.code_within,
    "outreach/store/codes.py:looks_like_code": codes.looks_like_code,
    "outreach/store/codes.py:tidy": codes.tidy,
    "outreach/store/folding.py:bare": folding.bare,
    "outreach/venues/register.py:short_code": short_code,
    "outreach/web/page.py:preferred": lambda text: preferred(text, ("nl", "en")),
}
ELSEWHERE = {
    "bot/abroad.py:asked_language": "is `language_of` and `denies`, then a look in our texts",
    "bot/abroad.py:offer_language": "is `language_of`, then a look in our texts",
    "bot/abroad.py:tongue_of": "is `language_of`, then a look in our texts",
    "bot/where.py:located": "looks at 200 characters of it, then in the store",
    "outreach/commands/today.py:short": "cuts a line of ours",
    "outreach/exchange/own_facts.py:criterion_facts": "only holds it",
    "outreach/interests/impersonal.py:require_impersonal": (
        "is `personal`, with names out of the store"
    ),
    "outreach/interests/impersonal.py:require_nobody_else": (
        "is `known`, with names out of the store"
    ),
    "outreach/store/codes.py:find_code": "is `looks_like_code`, then a look in the store",
    "outreach/store/codes.py:use_code": "is `tidy`, then a change in the store",
}
TYPED = {"text", "cell", "header", "word", "label"}
"""What the rules call a text that somebody wrote."""


@pytest.fixture(scope="module")
def texts() -> Texts:
    """Reading all texts takes a quarter of a second: once is enough."""
    return Texts(organisation="Gemeente Waterdam", address="https://kansen.example")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_rule_takes_steps_in_proportion_to_the_text(rule: Callable[[str], object]) -> None:
    assert grows_faster(rule) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=[kind.__name__ for kind in KINDS])
def test_answer_takes_steps_in_proportion_to_the_text(kind: Kind[Any]) -> None:
    labels = LABELS | {"yes": ("Ja",), "no": ("Nee",), "skip": ("Overslaan",)}

    assert grows_faster(lambda text: kind.read(Heard(text), labels)) == []


@pytest.mark.parametrize("fact", PLAIN)
def test_cell_takes_steps_in_proportion_to_the_text(fact: str, texts: Texts) -> None:
    read, column = cell_reader(texts, ZONE), Column(fact)

    assert grows_faster(lambda text: read(column, text)) == []


def test_arrival_takes_steps_in_proportion_to_the_text() -> None:
    def take(text: str) -> Arrival:
        return storable(
            Arrival(channel="web", external_id=text, sender=text, text=text, choice=text, code=text)
        )

    assert grows_faster(take) == []


def test_no_kind_of_answer_is_left_out() -> None:
    kinds = {
        kind
        for kind in vars(questions).values()
        if isinstance(kind, type) and hasattr(kind, "read")
    }

    assert kinds - {Kind} == KINDS.keys()


def test_no_rule_about_a_text_is_left_out() -> None:
    assert set(_rules()) <= RULES.keys() | ELSEWHERE.keys()


def test_only_one_file_normalises() -> None:
    callers = [
        path
        for path, source in _sources()
        if "unicodedata.normalize" in source or "import normalize" in source
    ]

    assert callers == ["outreach/clean.py"]


def _sources() -> Iterator[tuple[str, str]]:
    for package in ("bot", "content", "outreach"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def _rules() -> Iterator[str]:
    """Every public function whose first value is a text that somebody wrote."""
    for path, source in _sources():
        for node in ast.parse(source).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                first = next(
                    (each for each in node.args.args if each.arg not in ("unit", "self")), None
                )
                if (
                    first is not None
                    and first.arg in TYPED
                    and "str" in ast.unparse(first.annotation or first).split()
                ):
                    yield f"{path}:{node.name}"
