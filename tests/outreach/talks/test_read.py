"""What colleagues read of conversations: which wait, and no more words than they may."""

from collections.abc import Callable

from outreach.reports.talks import talk_details, talk_overview
from outreach.store.unit import Actor
from outreach.tasks.waiting import waiting
from tests.outreach.talks.conftest import Talk


def test_who_waits_for_a_colleague_comes_first(talk: Talk, colleague: Callable[..., Actor]) -> None:

    talk.hear("medewerker")
    talk.hear("mag het op zondag?")
    number = talk.number
    joris = colleague("Joris")
    free = talk.store.look(talk_overview, whose="nobodys")

    talk.take()
    talk.clock.passes(seconds=1)
    talk.hear("hallo?")
    (line,) = talk.store.look(talk_overview)

    assert [found.id for found in free] == [number]
    assert (line.id, line.holder, line.assigned) == (number, "Mila", "Mila")
    assert line.waits_at == talk.clock()
    assert talk.store.look(talk_overview, whose="mine", staff=joris.id) == []
    assert len(talk.store.look(talk_overview, whose="mine", staff=talk.mila.id)) == 1


def test_only_what_was_said_since_the_take_over_is_read(talk: Talk) -> None:
    talk.hear("dit is geheim")
    talk.clock.passes(seconds=1)
    talk.take()
    talk.hear("hoi Mila")
    talk.clock.passes(seconds=1)
    talk.write("Dag!")

    details = talk.store.look(talk_details, conversation=talk.number)

    assert [(line.who, line.text) for line in details.lines] == [
        ("person", "hoi Mila"),
        ("colleague", "Mila, gemeente Waterdam:\n\nDag!"),
    ]


def test_promise_that_ran_out_is_late_until_the_bot_goes_on(talk: Talk) -> None:
    talk.take(minutes=30)
    talk.clock.passes(minutes=31)

    first = talk.store.look(waiting, most=10)[0]
    talk.tick()
    after = [item.kind for item in talk.store.look(waiting, most=10)]

    assert (first.kind, first.number, first.late) == ("talk", talk.number, True)
    assert "talk" not in after
