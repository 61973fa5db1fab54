"""A colleague takes a conversation over, writes, and gives it back."""

from collections.abc import Callable

import pytest

from outreach.refusal import Refusal
from outreach.store.unit import Actor
from tests.outreach.talks.conftest import Talk


def test_resident_is_told_who_reads_and_the_bot_is_silent(talk: Talk) -> None:
    taken = talk.take()

    told = talk.all_leaves()
    answer = talk.hear("Buren van de hoek")

    assert taken.leaving == 0
    assert [text.split(".")[0] for text in told] == ["Hoi, ik ben Mila van gemeente Waterdam"]
    assert answer is None
    assert talk.all_leaves() == []


def test_answer_that_was_claimed_before_waits_until_it_is_given_back(talk: Talk) -> None:
    talk.hear("help")
    taken = talk.take()

    during = talk.all_leaves()
    talk.give_back()
    after = talk.all_leaves()

    assert taken.leaving == 1
    assert len(during) == 1
    assert len(after) == 2
    assert "Mila" in during[0]
    assert "Mila is klaar" in after[1]


def test_colleague_writes_by_name(talk: Talk) -> None:
    talk.take()
    talk.all_leaves()

    talk.write("Dat mag hoor.")

    assert talk.all_leaves() == ["Mila, gemeente Waterdam:\n\nDat mag hoor."]


def test_dialogue_goes_on_where_it_was(talk: Talk) -> None:
    asked = talk.left[-1].message
    talk.take()
    talk.hear("ik typ maar wat")
    talk.all_leaves()

    talk.give_back()

    (again,) = talk.all_leaves()
    question = asked.text.split("\n\n")[-asked.frame.asks - 1 :]
    assert again.endswith("\n\n".join(question))
    choices = [option.code for option in talk.left[-1].message.options]
    assert talk.hear(choice=choices[0]) is not None


@pytest.mark.parametrize("words", ["mijn gegevens", "Ik wil mijn gegevens zien"])
def test_my_data_is_answered_and_no_other_question_is_put(talk: Talk, words: str) -> None:
    talk.take()
    talk.all_leaves()

    answer = talk.hear(words)

    assert answer is not None
    assert "Je praat nog met een medewerker" in answer.text
    assert answer.frame.asks == 0
    assert len(talk.all_leaves()) == 1


def test_stop_asks_its_question_and_hears_the_answer(talk: Talk) -> None:
    talk.take()
    talk.all_leaves()

    asked = talk.hear("stop")
    assert asked is not None
    done = talk.hear(choice=asked.options[-1].code)

    assert done is not None
    with pytest.raises(Refusal) as refused:
        talk.write("nog even")
    assert refused.value.key == "refusal-talk-stopped"


def test_forget_me_takes_everything(talk: Talk) -> None:
    talk.take()
    talk.all_leaves()
    asked = talk.hear("vergeet mij")
    assert asked is not None
    yes = next(option.code for option in asked.options if option.code.endswith("yes"))

    done = talk.hear(choice=yes)

    assert done is not None
    assert len(talk.last_words) == 1


def test_another_colleague_is_refused(talk: Talk, colleague: Callable[..., Actor]) -> None:
    joris = colleague("Joris")
    talk.take()

    for deed in (talk.take, talk.give_back):
        with pytest.raises(Refusal) as refused:
            deed(joris)
        assert refused.value.key == "refusal-talk-taken"
    with pytest.raises(Refusal):
        talk.write("ik ook", joris)


def test_who_has_nothing_writes_nothing(talk: Talk) -> None:
    with pytest.raises(Refusal) as refused:
        talk.write("hallo")

    assert refused.value.key == "refusal-talk-free"


def test_words_to_a_human_are_answered_by_the_first_word(talk: Talk) -> None:
    talk.hear("medewerker")
    talk.hear("mag het op zondag?")
    talk.take()

    talk.write("Ja, dat mag.")

    rows = talk.store.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT text, answer FROM question WHERE kind = 'human' ORDER BY id DESC LIMIT 1"
        ).one()
    )
    assert tuple(rows) == ("mag het op zondag?", "Ja, dat mag.")


def test_nobody_answers_and_the_bot_says_when(talk: Talk) -> None:
    talk.take(minutes=30)
    talk.clock.passes(seconds=1)
    talk.hear("ben je er nog?")
    talk.all_leaves()
    talk.clock.passes(minutes=31)

    ended = talk.tick()

    (said,) = talk.all_leaves()
    assert ended == 1
    assert "Je krijgt uiterlijk" in said
    assert not talk.is_taken
    words = talk.store.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT text FROM question WHERE answered_at IS NULL ORDER BY id DESC LIMIT 1"
        ).scalar()
    )
    assert words == "ben je er nog?"


def test_promise_that_ran_out_without_a_word_ends_without_a_new_one(talk: Talk) -> None:
    talk.take(minutes=30)
    talk.all_leaves()
    talk.clock.passes(minutes=31)

    talk.tick()

    (said,) = talk.all_leaves()
    assert said.startswith("Mila is niet meer in dit gesprek")


def test_each_word_of_the_resident_gives_the_colleague_their_term(talk: Talk) -> None:
    talk.take(minutes=30)
    talk.clock.passes(minutes=25)
    talk.hear("een vraag")

    talk.clock.passes(minutes=25)

    assert talk.is_taken
    assert talk.tick() == 0
