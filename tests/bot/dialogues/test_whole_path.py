"""From hello to reference, in English."""

from collections.abc import Callable
from typing import Any

from tests.bot.conftest import Person


def test_resident_finds_a_task_asks_and_signs_up(
    english: Person, talk: Callable[..., None], rows: Callable[[str], list[Any]]
) -> None:
    talk(
        english,
        """
        > hello
        Hi! I am the automatic assistant of gemeente Waterdam, not a human.

        The municipality is looking for people who want to take over or share a task in their
        neighbourhood. Think of green, cooking together or a community hall. You do not have to be a
        firm or an association.

        Where would you like to look?
        [Near me] [By theme] [Look at everything]
        > [Near me]
        Where do you live? Choose a district or neighbourhood, or type your street or postcode.
        [Hazelmeden] [Sluiskom] [Vlierdammen] [Zilverkreken] [Bloesemdreef] [Hazelhorn]
        > Lindenkomm
        You can take part in these now:

        1. Domestic help, together with the neighbourhood
        Where: Waterdam
        Money: € 3,283,200
        Answer by: 17 December 2026

        2. Help look after the green strip in Lindenstraat
        Where: Lindenkom
        Money: € 4,500
        Answer by: 14 December 2026

        Which one would you like to know more about?
        [Domestic help, together with the neighbourhood]
        [Help look after the green strip in Lindenstraat] [Other neighbourhood] [By theme]
        [All, newest first] [Menu]
        > the green strip
        Help look after the green strip in Lindenstraat
        The municipality is looking for neighbours who keep the green strip in Lindenstraat in good
        shape together. There are tools, and money for plants.
        Where: Lindenkom
        Money: € 4,500
        Answer by: 14 December 2026

        What would you like to do?
        [Count me in] [Tell me more] [What is needed?] [I have a question] [Pass it on]
        [Other opportunities]
        > [Tell me more]
        Between numbers 12 and 48 of Lindenstraat lies a green strip of 620 square metres. At
        present the municipality mows it six times a year. Many neighbours find it bare and dull.
        They would like flowers, a bench and fewer paving stones. …

        Where: Lindenkom.

        What would you like to do?
        [Count me in] [Time] [Money] [Who decides] [Good to know] [What is needed?]
        [I have a question] [Pass it on] [Other opportunities]
        > what is asked
        Who are you? Then I only name what applies to you.
        [resident] [residents' group] [self-organisation] [club or foundation] [social enterprise]
        [firm] [housing corporation] [care or welfare] [school] [other organisation]
        [I do not know]
        > resident
        We ask this: There is one person whom we can call or send a message.

        Can you do that?

        (step 1 of 1)
        [We can do that] [We cannot do this]
        > [We cannot do this]
        No problem, there is another way. Is that difficult? Then you may take turns, for instance
        by season.

        Can you do it like that?
        [Yes, like that] [No, not that either]
        > [Yes, like that]
        That is all we ask. What you can do: 0 of 1. You can take part all the same.
        There is another way for: There is one person whom we can call or send a message.

        The municipality does not see now who answered what. If you sign up, you choose whether it
        goes along.

        What would you like to do?
        [Count me in] [Tell me more] [What is needed?] [I have a question] [Pass it on]
        [Other opportunities]
        > [I have a question]
        What would you like to know? Only the municipality reads your question.
        > May my dog come along?
        Your question has been sent
        Number: 1
        Sent on: 2 November 2026, 10:00
        Through: the web chat
        Opportunity: Help look after the green strip in Lindenstraat
        You wrote: May my dog come along?
        Answer by: 12 November 2026
        To add something: Type “question”.

        What would you like to do?
        [Count me in] [Tell me more] [What is needed?] [I have a question] [Pass it on]
        [Other opportunities]
        > [Count me in]
        Great! You take part as: resident. Is that wrong? Type “back”.

        What may we call you? Just your first name is fine.

        (step 1 of 3)
        > Joe
        What would you like to do or bring? A few sentences are enough.

        (step 2 of 3)
        > I can mow the grass on Saturdays.
        I am going to store this
        Opportunity: Help look after the green strip in Lindenstraat
        Name: Joe
        Who: resident
        What you do or bring: I can mow the grass on Saturdays.
        You can do otherwise: There is one person whom we can call or send a message

        This is not a bid, and it binds you to nothing. Only staff of gemeente Waterdam can read
        this.

        Is this right?

        (step 3 of 3)
        [Yes, store it] [No, change it]
        > [Yes, store it]
        Done, we have your interest!
        Code: CODE
        Sent on: 2 November 2026, 10:00
        Through: the web chat
        Opportunity: Help look after the green strip in Lindenstraat
        Name: Joe
        Who: resident
        What you do or bring: I can mow the grass on Saturdays.
        You can do otherwise: There is one person whom we can call or send a message
        Answer by: 12 November 2026
        To change something: Type “my interests”.

        Nadia de Wit will read your message.

        Would you like to tell a little more? There are 6 short questions left, about one minute.
        You may skip any of them.
        [Yes, please] [No, this is fine]
        > [Yes, please]
        Would you like to do one part, or more? Choose one, or type which.

        (step 1 of 6)
        [The flower borders] [The grass] [The corner with the bench] [Skip]
        > 2
        Where would you most like to do something? Name a place or a street.

        (step 2 of 6)
        [Skip]
        > Near number 30
        What do you need from the municipality?

        (step 3 of 6)
        [Skip]
        > skip
        Who would you like to work with?

        (step 4 of 6)
        [Skip]
        > skip
        How else can we reach you? Type an e-mail address or telephone number if you like. Only
        staff see it.

        (step 5 of 6)
        [Skip]
        > joe@waterdam.example
        This is how we reach you: joe@waterdam.example.

        Would you like a message here about new opportunities? You can always type “stop”.

        (step 6 of 6)
        [Yes] [No]
        > yes please
        This changed in your interest
        Code: CODE
        Sent on: 2 November 2026, 10:00
        Through: the web chat
        Opportunity: Help look after the green strip in Lindenstraat
        Parts: The grass
        Where: Near number 30
        How we reach you: joe@waterdam.example
        To change something: Type “my interests”.

        Thank you! We know enough now.

        Would you like to go on later, perhaps on another device? Then keep the link to this
        conversation.

        What would you like to do?
        [See opportunities] [My interests] [Ask a question] [Language · Taal] [Another channel]
        [My data]
        > [My interests]
        Your interest in “Help look after the green strip in Lindenstraat”
        Name: Joe
        Who: resident
        What you do or bring: I can mow the grass on Saturdays.
        Parts: The grass
        Where: Near number 30
        How we reach you: joe@waterdam.example
        You can do otherwise: There is one person whom we can call or send a message
        Code: CODE
        State: new
        Answer by: 12 November 2026

        What would you like to do?
        [Change] [Add something] [Withdraw] [See opportunity] [Menu]
        """,
    )

    assert rows(
        "SELECT party.kind, party.name, brings, area, part_keys, reach FROM interest JOIN "
        "party "
        "ON party_id = party.id"
    ) == [
        (
            "resident",
            "Joe",
            "I can mow the grass on Saturdays.",
            "Near number 30",
            '["grass"]',
            "joe@waterdam.example",
        )
    ]
    assert rows("SELECT purpose, given FROM consent") == [("news", 1)]
