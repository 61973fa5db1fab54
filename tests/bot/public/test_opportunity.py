import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from tests.webclient import WebClient

UNREADABLE = ("%ED%A0%80", "%EF%BF%BD" * 3)
ANSWER = """
    INSERT INTO question (kind, text, asked_at, answer_by, answer, answered_at, for_all,
    public_text, opportunity_id, earlier, remarks) VALUES ('question', 'van mij alleen',
    '2026-11-01', '2026-11-11', ?, '2026-11-02 09:00:00', ?, ?, ?, '[]', '[]')
"""
MEANS = "Jij zorgt voor iets van de gemeente. Wij schrijven samen op wie wat doet."


@pytest.fixture
def look(browser: WebClient, number: Callable[[str], int]) -> Callable[..., Any]:
    """Return the page of a sample by its own number."""

    async def read(tender_id: str, language: str = "nl") -> str:
        answer = await browser.get(
            f"/kansen/{number(tender_id)}", headers={"Accept-Language": language}
        )
        assert answer.status == 200
        return unescape(await answer.text()).replace("\xa0", " ")

    return read


def facts(page: str) -> list[tuple[str, str]]:
    """Return the facts of a page with their names, the main ones first."""
    return re.findall(r"<div>(?:<svg.*?</svg>\n?)?<dt>(.*?)</dt><dd>(.*?)</dd></div>", page)


async def test_page_tells_five_facts_and_the_others_when_asked(look: Callable[..., Any]) -> None:
    main, others = (await look("WD-2026-01")).split("<summary>Alle gegevens</summary>")

    assert facts(main) == [
        ("Waar", "Lindenkom"),
        ("Hoe lang", "2 jaar, daarna kijken we samen verder"),
        ("Geld", '€ 4.500<span class="small">voor de hele tijd, zonder btw</span>'),
        ("Reageren tot en met", "14 december 2026"),
        ("Voor wie", "Bewoners en groepen"),
    ]
    assert facts(others) == [
        ("Vragen stellen kan tot en met", "30 november 2026"),
        ("Begint op", "11 januari 2027"),
        (
            "Vorm",
            f"Beheerovereenkomst. {MEANS}",
        ),
        ("Rol van de gemeente", "Helper op de achtergrond"),
        ("De gemeente helpt met", "Geld, gereedschap en hulp bij het regelen"),
        ("Van wie komt het idee", "Idee van de gemeente"),
        ("Kenmerk", "WD-2026-01"),
        ("Open data", '<a href="/kansen/1/ocds.json">OCDS, voor programma’s</a>'),
    ]


async def test_story_comes_before_the_facts(look: Callable[..., Any]) -> None:
    page = await look("WD-2026-01")

    assert page.index("Tussen nummer 12 en nummer 48") < page.index('id="feiten"')


async def test_contact_has_a_role_a_promise_and_a_way_to_ask(look: Callable[..., Any]) -> None:
    contact = (await look("WD-2026-01")).split('id="contact"')[1].split("</section>")[0]

    assert "<strong>Nadia de Wit</strong><br>Contactpersoon bij Gemeente Waterdam" in contact
    assert "Je krijgt antwoord binnen 10 dagen." in contact
    assert 'name="wish" value="question"' in contact


async def test_nobody_can_ask_after_the_last_day_for_questions(
    look: Callable[..., Any], clock: Any
) -> None:
    clock.passes(days=30)

    page = await look("WD-2026-01")

    assert "Vragen stellen kan niet meer." in page
    assert "Stel een vraag" not in page
    assert "30 november 2026" not in page
    assert "Nog 12 dagen" in page


@pytest.mark.parametrize("state", ["closed", "decided", "withdrawn"])
async def test_ended_page_names_no_day_until_which_one_may_answer_or_ask(
    look: Callable[..., Any], change: Callable[..., Any], state: str
) -> None:
    change("UPDATE opportunity SET state = ?", state)

    page = await look("WD-2026-01")

    names = [name for name, _ in facts(page)]
    assert {"Reageren tot en met", "Vragen stellen kan tot en met"} & {*names} == set()
    assert ("Begint op" in names) == (state != "withdrawn")
    assert "december 2026" not in page


async def test_page_can_be_shared_without_a_script(look: Callable[..., Any]) -> None:
    ways = (await look("WD-2026-01")).split('<div class="share-ways">')[1].split("</div>")[0]

    assert "https://wa.me/?text=Zorg+mee+voor+het+plantsoen+in+de+Lindenstraat+https%3A" in ways
    assert "mailto:?subject=Zorg%20mee%20voor" in ways
    assert 'readonly value="https://kansen.example/kansen/1"' in ways


@pytest.mark.parametrize("query", ["?plek=BU99010101&thema=groen", "?plek=%ED%A0%80", "?x=1", ""])
async def test_way_back_leads_to_the_list_as_it_was(browser: WebClient, query: str) -> None:
    page = await (await browser.get(f"/kansen/1{query}")).text()

    back = unescape(page.split('<p class="back"><a href="')[1].split('"')[0])
    kept = {"?plek=BU99010101&thema=groen": "/?plek=BU99010101&thema=groen#kansen"}
    assert back == kept.get(
        query, "/?plek=%EF%BF%BD%EF%BF%BD%EF%BF%BD#kansen" if "plek" in query else "/"
    )


@pytest.mark.parametrize(
    "words",
    [
        "<h1>Zorg mee voor het plantsoen in de Lindenstraat</h1>",
        "Dit is geen offerte. Je zit nergens aan vast.",
        "<h3>De borders met bloemen</h3>",
        "€ 1.500",
        "De mensen die de borders doen, kiezen samen de planten.",
        "Er is één vaste persoon die wij kunnen bellen of een bericht sturen.",
        "Dan mag het ook om de beurt, bijvoorbeeld per seizoen.",
        "Voor verenigingen en stichtingen, sociale ondernemingen en bedrijven</p>",
        "Hoeveel buren meedoen of een stem hebben",
        '<strong class="weight">40%</strong>',
        "<summary>Hoe zit het met schade en verzekering?</summary>",
        "Wie meewerkt, valt onder de verzekering voor vrijwilligers van de gemeente.",
        "Er zijn nog geen vragen beantwoord.",
    ],
)
async def test_page_tells_what_counts(look: Callable[..., Any], words: str) -> None:
    assert words in await look("WD-2026-01")


async def test_page_says_that_working_together_is_asked(look: Callable[..., Any]) -> None:
    words = "Je werkt samen met een andere partij"

    assert words in await look("WD-2026-07")
    assert words not in await look("WD-2026-01")


async def test_official_notice_is_a_link(look: Callable[..., Any]) -> None:
    address = "https://waterdam.example/aankondigingen/WD-2026-07"

    assert f'<a href="{address}" rel="noopener noreferrer">{address}</a>' in await look(
        "WD-2026-07"
    )


async def test_page_is_english_where_the_reader_is(look: Callable[..., Any]) -> None:
    page = await look("WD-2026-01", "en")

    assert "<h1>Help look after the green strip in Lindenstraat</h1>" in page
    assert "This is not a bid. You are not committed to anything." in page
    assert "(in Dutch only)" not in page


async def test_page_without_translation_names_the_language(
    look: Callable[..., Any], change: Callable[..., Any]
) -> None:
    change("UPDATE opportunity SET translations = '{}'")

    page = await look("WD-2026-01", "en")

    assert "<h1 lang=nl>Zorg mee" in page
    assert "(in Dutch only)" in page


async def test_answers_for_all_are_told_and_others_are_not(
    look: Callable[..., Any], change: Callable[..., Any], number: Callable[[str], int]
) -> None:
    change(ANSWER, "Ja, dat kan.", True, "Mag mijn hond mee?", number("WD-2026-01"))
    change(ANSWER, "Alleen voor jou.", False, None, number("WD-2026-01"))

    page = await look("WD-2026-01")

    assert "<dt>Mag mijn hond mee?</dt><dd><p>Ja, dat kan.</p>" in page.replace("\n", "")
    assert "Alleen voor jou." not in page
    assert "van mij alleen" not in page


async def test_answer_that_was_corrected_says_since_when(
    look: Callable[..., Any], change: Callable[..., Any], number: Callable[[str], int]
) -> None:
    change(ANSWER, "Ja, dat kan.", True, "Mag mijn hond mee?", number("WD-2026-01"))
    earlier = (
        '[{"answer": "Nee.", "public_text": "Mag het?", "at": "2026-11-03T09:00:00+00:00", "by": '
        '"staff:1"}]'
    )
    change("UPDATE question SET earlier = ?", earlier)

    page = await look("WD-2026-01")

    assert "2 november 2026, verbeterd op 3 november 2026" in re.sub(r", \d\d:\d\d", "", page)
    assert "Nee." not in page


async def test_button_begins_a_conversation_about_it(
    look: Callable[..., Any], number: Callable[[str], int]
) -> None:
    form = (await look("WD-2026-01")).split('<form class="join"')[1].split("</form>")[0]

    assert 'method="post" action="/chat/start"' in form
    assert f'name="opportunity" value="{number("WD-2026-01")}"' in form
    assert 'name="code"' not in form
    assert re.search(r'name="nonce" value="[A-Za-z0-9_-]{22}"', form)
    assert ">Ik doe mee</button>" in form


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("closed", "Reageren kan niet meer"),
        ("decided", "Er is besloten"),
        ("withdrawn", "Deze kans is ingetrokken"),
    ],
)
async def test_ended_opportunity_can_be_read_and_not_joined(
    look: Callable[..., Any], change: Callable[..., Any], state: str, words: str
) -> None:
    change("UPDATE opportunity SET state = ?", state)

    page = await look("WD-2026-01")

    assert f"<h2>{words}</h2>" in page
    assert 'action="/chat/start"' not in page


async def test_opportunity_past_its_date_cannot_be_joined(
    look: Callable[..., Any], clock: Any
) -> None:
    clock.passes(days=60)

    page = await look("WD-2026-01")

    assert "<h2>Reageren kan niet meer</h2>" in page
    assert 'action="/chat/start"' not in page


@pytest.mark.parametrize(
    "path",
    [
        "999",
        "0",
        "-1",
        "1.0",
        "x",
        "%00",
        "٣",
        "9" * 15,
        "9" * 40,
        "1/",
        "1%2F2",
        "<script>",
        "1%20OR%201=1",
        "%ED%A0%80",
    ],
)
async def test_opportunity_that_is_not_there_is_not_found(browser: WebClient, path: str) -> None:
    answer = await browser.get(f"/kansen/{path}")

    assert answer.status == 404
    assert "<h1>Niet gevonden</h1>" in await answer.text()


async def test_draft_is_not_found(
    browser: WebClient,
    change: Callable[..., Any],
    number: Callable[[str], int],
) -> None:
    change("UPDATE opportunity SET state = 'draft', version = 0")

    answer = await browser.get(f"/kansen/{number('WD-2026-01')}")

    assert answer.status == 404


async def test_hostile_record_stays_text(
    browser: WebClient,
    change: Callable[..., Any],
    number: Callable[[str], int],
) -> None:
    bad = '"><script>alert(1)</script>{{ 7919*7919 }}'
    change(
        (
            "UPDATE opportunity SET title = ?, summary = ?, description = ?, duration = ?, "
            "official = "
            "?"
        ),
        *[bad] * 5,
    )
    change("UPDATE part SET title = ?, say = ?, description = ?", *[bad] * 3)
    change("UPDATE requirement SET text = ?, alternative = ?", *[bad] * 2)
    change("UPDATE criterion SET text = ?", bad)

    text = await (await browser.get(f"/kansen/{number('WD-2026-01')}")).text()

    assert re.findall("<script(?! src)", text) == []
    assert "62710561" not in text.split("<main")[1]
