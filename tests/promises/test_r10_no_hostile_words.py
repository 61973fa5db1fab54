"""R10: what somebody types, forges or guesses in a conversation is answered, kindly."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.store.store import Store
from tests.promises.attacking import HOSTILE, TRIES, WORDS, Attack, form, is_kind


@pytest.mark.parametrize(
    "fields",
    [{"text": "x" * 4_001}, {"text": "é" * 20_000}, {"text": "e\u0301" * 4_001}],
    ids=["long", "é", "accents"],
)
def test_long_text_is_refused_and_not_cut_off(
    attack: Attack, waterdam: Store, fields: dict[str, str], query: Callable[..., list[Any]]
) -> None:
    answer = attack("POST", "/chat", form(**fields))

    assert (answer.status, is_kind(answer)) == (413, True)
    # how the conversation began
    assert query(waterdam.path, "SELECT text FROM inbound") == [""]


def test_marks_without_end_on_one_letter_are_few(
    attack: Attack, waterdam: Store, query: Callable[..., list[Any]]
) -> None:
    answer = attack("POST", "/chat", form(text="a" + "\u0323\u0301" * 5_000))

    assert answer.status == 303
    assert query(waterdam.path, "SELECT max(length(text)) FROM inbound") == [30]


@TRIES
@given(texts=st.lists(WORDS, min_size=1, max_size=6), start=st.sampled_from(("", "1", "5", "99")))
def test_bot_always_answers(
    attack: Attack, waterdam: Store, query: Callable[..., list[Any]], texts: list[str], start: str
) -> None:
    attack("POST", "/chat/start", form(opportunity=start))
    for text in texts:
        attack("POST", "/chat", form(text=text[:3_000]))

    unanswered = query(
        waterdam.path,
        (
            "SELECT count(*) FROM inbound WHERE id NOT IN (SELECT inbound_id FROM delivery WHERE "
            "message != '')"
        ),
    )
    page = attack("GET", "/chat")
    assert (unanswered, page.status) == ([0], 200)
    assert query(waterdam.path, "SELECT text FROM inbound WHERE quarantined") == []
    assert "bubble theirs" in page.body


@TRIES
@given(
    text=st.sampled_from([word for word in HOSTILE if "<" in word or "{" in word or "$" in word])
)
def test_markup_and_templates_come_back_as_text(attack: Attack, text: str) -> None:
    attack("POST", "/chat/start", form(opportunity="1"))
    for words in ("Ik doe mee", "alleen", text, "een schop"):
        attack("POST", "/chat", form(text=words))

    page = attack("GET", "/chat").body

    assert ("<script>alert" in page, ">49<" in page) == (False, False)


@pytest.mark.parametrize(
    "token", ["", "A" * 42, "A" * 44, "A" * 42 + "/", "' OR 1=1 --", "é" * 43, "\x7f" * 43]
)
def test_forged_cookie_opens_no_conversation(attack: Attack, token: str) -> None:
    attack("POST", "/chat/start", form(opportunity="1"))
    attack("POST", "/chat", form(text="tekst-geheim"))

    page = attack("GET", "/chat", headers={"Cookie": f"kansenbode={token}"})

    assert (page.status in (200, 400), "geheim" in page.body) == (True, False)


def test_guessed_codes_answer_alike(attack: Attack) -> None:
    answers = [attack("GET", f"/c/ABCD234{letter}") for letter in "23456789ABCDEF"]

    assert [answer.status for answer in answers] == [404] * 14
    assert (
        len(
            {
                answer.body.replace(f"ABCD234{letter}", "")
                for answer, letter in zip(answers, "23456789ABCDEF", strict=True)
            }
        )
        == 1
    )
