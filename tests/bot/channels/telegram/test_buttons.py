"""Buttons: how they stand, and what a press means where the code did not fit."""

from bot.channels.telegram.buttons import is_place, keyboard, option_at
from content.message import Message, Option
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.bot.channels.telegram.questions import asked

LONG = "12.7." + "é" * 40
OPTIONS = (
    Option("12.7.a", "Kort"),
    Option(LONG, "Ook kort"),
    Option("12.7.c", "Dit is een langer antwoord"),
)


def found(store: Store, data: str, receipt: str = "31", external_id: str = "5") -> str:
    where = {"channel": "telegram", "external_id": external_id, "receipt": receipt}
    return store.look(option_at, **where, data=data)


def test_two_short_buttons_stand_beside_each_other() -> None:
    rows = [
        [button["text"] for button in row]
        for row in keyboard((*OPTIONS, Option("d", "Ja"), Option("e", "Nee")))
    ]

    assert rows == [["Kort", "Ook kort"], ["Dit is een langer antwoord"], ["Ja", "Nee"]]


def test_code_goes_as_it_is_where_it_fits_and_else_as_a_place() -> None:
    data = [button["callback_data"] for row in keyboard(OPTIONS) for button in row]

    assert data == ["12.7.a", "12.7.#1", "12.7.c"]
    assert [is_place(code) for code in data] == [False, True, False]


def test_no_more_buttons_than_telegram_takes() -> None:
    assert (
        len([button for row in keyboard((Option("1.1.a", "Ja"),) * 150) for button in row]) == 100
    )


def test_place_means_the_option_of_the_message_that_has_this_receipt(store: Store) -> None:
    older = Message("Wat?", (Option("12.7.x", "X"), Option("12.7.y", "Y")), rev=7)
    store.run(
        asked, NOBODY, external_id="5", messages=[Message("Welke?", OPTIONS, rev=7)], receipt="31"
    )
    store.run(asked, NOBODY, external_id="6", messages=[older], receipt="31")

    assert found(store, "12.7.#1") == LONG


def test_place_is_found_by_its_question_before_the_receipt_is_written(store: Store) -> None:
    first, second = (
        Message("Eerst?", (Option("12.6.x", "X"),) * 3, rev=6),
        Message("Welke?", OPTIONS, rev=7),
    )
    store.run(asked, NOBODY, external_id="5", messages=[second, first])

    assert found(store, "12.7.#1") == LONG


def test_place_of_a_message_that_is_forgotten_means_itself(store: Store) -> None:
    store.run(asked, NOBODY, external_id="5", messages=[Message("")])

    assert [found(store, data) for data in ("12.7.#1", "12.7.#99", "12.7.a", "#")] == [
        "12.7.#1",
        "12.7.#99",
        "12.7.a",
        "#",
    ]
