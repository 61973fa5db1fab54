"""Codes can be read out, and tell a guesser nothing."""

import secrets
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach.store.codes import (
    LETTERS,
    Kind,
    Meaning,
    code_in,
    code_within,
    find_code,
    looks_like_code,
    make_code,
    use_code,
)
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.clock import Clock


def test_code_has_eight_letters_that_are_not_mistaken_and_a_digit(store: Store) -> None:
    made = [store.run(make_code, NOBODY, "reference", number) for number in range(200)]

    assert LETTERS == "23456789ABCDEFGHJKMNPQRSTVWXYZ"
    assert {len(code) for code in made} == {8}
    assert set("".join(made)) <= set(LETTERS)
    assert all(any(letter.isdigit() for letter in code) for code in made)
    assert len(set(made)) == 200


def test_code_that_is_taken_is_drawn_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter("AAAA2222AAAA2222BBBBBBBBBBBB3333")
    monkeypatch.setattr(secrets, "choice", lambda _: next(drawn))

    made = [store.run(make_code, NOBODY, "trail", number) for number in (1, 2)]

    assert made == ["AAAA2222", "BBBB3333"]


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n", "{:.4} {:.4}"])
def test_code_is_found_however_it_was_typed(store: Store, typed: str) -> None:
    code = store.run(make_code, NOBODY, "trail", 7)
    parts = (code, code[4:]) if typed.count("{") == 2 else (code,)

    for text in (typed.format(*parts), typed.format(*parts).lower(), "-".join(code)):
        assert store.look(find_code, text) == Meaning("trail", 7)


@pytest.mark.parametrize(
    ("kind", "lifetime"),
    [("link", timedelta(minutes=15)), ("invitation", timedelta(days=7))],
)
def test_code_works_until_its_time_is_over(
    store: Store, clock: Clock, kind: Kind, lifetime: timedelta
) -> None:
    code = store.run(make_code, NOBODY, kind, 7)

    clock.now += lifetime - timedelta(seconds=1)
    assert store.look(find_code, code) == Meaning(kind, 7)
    clock.passes(seconds=1)
    assert store.look(find_code, code) is None


@pytest.mark.parametrize("kind", ["trail", "reference"])
def test_code_without_a_lifetime_stays(store: Store, clock: Clock, kind: Kind) -> None:
    code = store.run(make_code, NOBODY, kind, 7)

    clock.passes(days=5_000)

    assert store.look(find_code, code) == Meaning(kind, 7)


def test_unknown_used_and_expired_codes_answer_alike(store: Store, clock: Clock) -> None:
    used, expired = (store.run(make_code, NOBODY, "link", number) for number in (1, 2))
    store.run(use_code, NOBODY, f" {used.lower()} ")
    clock.passes(days=8)

    assert [store.look(find_code, text) for text in (used, expired, "ZZZZ9999", "", "2")] == [
        None
    ] * 5


def test_used_code_frees_only_itself(store: Store) -> None:
    used, other = (store.run(make_code, NOBODY, "invitation", number) for number in (1, 2))

    store.run(use_code, NOBODY, used)

    assert [store.look(find_code, code) for code in (used, other)] == [
        None,
        Meaning("invitation", 2),
    ]


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text()
    | st.sampled_from(
        ["\ud800" * 8, "' OR 1=1 --", "\x00" * 8, "２２２２ＡＡＡＡ", "ß2345678", "A" * 100_000]
    )
)
def test_hostile_code_is_unknown(store: Store, text: str) -> None:
    assert store.look(find_code, text) is None


@pytest.mark.parametrize("word", ["menselij", "BEDANKT", "wachtwoo", "stoppen!", ""])
def test_word_is_not_taken_for_a_code(word: str) -> None:
    assert looks_like_code(word) is False


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("K7M2ABCD", "K7M2ABCD"),
        ("K7M2ABCD.", "K7M2ABCD"),
        ("“k7m2-abcd”!", "K7M2ABCD"),
        ("code K7M2ABCD.", "K7M2ABCD"),
        ("Mijn code is K7M2 ABCD", "K7M2ABCD"),
        ("de code: K7M2ABCD", "K7M2ABCD"),
        ("https://kansen.waterdam.example/c/K7M2ABCD", "K7M2ABCD"),
        ("<http://127.0.0.1:8080/c/K7M2ABCD?bron=app>", "K7M2ABCD"),
        ("t.me/waterdam_bot?start=K7M2ABCD", "K7M2ABCD"),
        ("/c/K7M2ABCD.", "K7M2ABCD"),
        ("[Doe](https://kansen.waterdam.example/c/K7M2ABCD)", "K7M2ABCD"),
        ("https://andere.example:8443//c/k7m2abcd%20?utm_source=x", "K7M2ABCD"),
        ("tg://resolve?domain=waterdam_bot&start=K7M2ABCD", "K7M2ABCD"),
        ("CODE=K7M2.ABCD", "K7M2ABCD"),
        ("**K7M2_ABCD** 🙂", "K7M2ABCD"),
        ("Ｋ７Ｍ２ＡＢＣＤ", "K7M2ABCD"),
        ("https://kansen.waterdam.example/c/K7M2ABCDEF", None),
        ("code rood", None),
        ("mijn code is kwijtgeraakt", None),
        ("https://kansen.waterdam.example/kansen/1", None),
        ("we komen met 25 mensen uit de Lindenstraat", None),
        ("wij doen mee, zie https://kansen.waterdam.example/c/K7M2ABCD", None),
    ],
)
def test_code_is_found_in_what_people_copy_with_it(said: str, code: str | None) -> None:
    assert code_in(said) == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Kijk eens: https://kansen.waterdam.example/c/K7M2ABCD", "K7M2ABCD"),
        ("Lees meer:\nhttps://a.example/c/k7m2-abcd\n\nOf noem de code: K7M2ABCD", "K7M2ABCD"),
        ("Hoi, ik heb de code K7M2-ABCD van een poster", "K7M2ABCD"),
        ("K7M2ABCD\nK7M2ABCD", "K7M2ABCD"),
        ("ik las X3J2RBN0 op de poster", "X3J2RBN0"),
        ("wij hebben gevraagd om 12345678", None),
        ("zaterdag 29 november om 20.30 uur", None),
        ("kijk op https://kansen.waterdam.example/kansen/12345678", None),
        ("", None),
    ],
)
def test_code_is_found_in_the_middle_of_a_sentence(said: str, code: str | None) -> None:
    assert code_within(said) == code
