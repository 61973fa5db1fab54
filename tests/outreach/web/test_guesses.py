"""Somebody who mistypes does not block the right person; somebody who guesses is held back."""

from outreach.web.guesses import ALL, CROWD, FEW, Guesses


def test_client_is_held_back_after_hundreds_of_guesses() -> None:
    guesses = Guesses(lambda: 0.0)

    for _ in range(CROWD - 1):
        guesses.spend("school")
    before = guesses.wait("school")
    guesses.spend("school")

    assert (before, guesses.wait("school"), guesses.wait("library")) == (0, 18, 0)


def test_few_guesses_are_enough_while_many_guess() -> None:
    guesses = Guesses(lambda: 0.0)

    for number in range(ALL):
        guesses.spend(f"one of a herd {number}")
    for _ in range(FEW):
        guesses.spend("guesser")

    assert (
        guesses.wait("guesser") > 0,
        guesses.wait("one of a herd 1"),
        guesses.wait("reader"),
    ) == (True, 0, 0)
