"""Which question stood in a chat when somebody wrote."""

from bot.channels.telegram.shown import Shown


def test_nothing_is_known_after_a_restart() -> None:
    assert (Shown().seen("5", 10), Shown().is_last("5", 1)) == (None, False)


def test_message_after_the_question_has_seen_it() -> None:
    shown = Shown()
    shown.begins("5", 3)
    shown.stands("5", 3, 20)

    assert (shown.seen("5", 21), shown.seen("5", 19), shown.seen("6", 19)) == (None, 2, None)


def test_question_under_way_was_not_seen() -> None:
    shown = Shown()
    shown.begins("5", 3)
    shown.stands("5", 3, 20)
    shown.begins("5", 4)

    assert (shown.seen("5", 21), shown.is_last("5", 4), shown.is_last("5", 3)) == (3, True, False)


def test_question_that_failed_says_nothing() -> None:
    shown = Shown()
    shown.begins("5", 3)
    shown.fails("5", 3)

    assert shown.seen("5", 21) is None


def test_question_put_again_was_seen_the_first_time() -> None:
    shown = Shown()
    for number in (20, 25):
        shown.begins("5", 3)
        shown.stands("5", 3, number)

    assert (shown.seen("5", 22), shown.seen("5", 19)) == (None, 2)


def test_question_put_again_that_fails_stays_seen() -> None:
    shown = Shown()
    shown.begins("5", 3)
    shown.stands("5", 3, 20)
    shown.begins("5", 3)
    shown.fails("5", 3)

    assert shown.seen("5", 19) == 2


def test_somebody_who_was_forgotten_begins_at_one_again() -> None:
    shown = Shown()
    for rev, number in ((11, 40), (12, 42), (1, 44), (2, 46), (3, 48), (4, 50)):
        shown.begins("5", rev)
        shown.stands("5", rev, number)

    assert (shown.is_last("5", 4), shown.seen("5", 51), shown.seen("5", 49)) == (True, None, 3)


def test_chats_that_were_quiet_longest_are_let_go() -> None:
    shown = Shown(most=2)

    for chat in ("1", "2", "1", "3"):
        shown.begins(chat, 1)

    assert [shown.is_last(chat, 1) for chat in ("1", "2", "3")] == [True, False, True]
