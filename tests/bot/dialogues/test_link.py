"""One person on two channels: a code that is shown in one and typed in the other."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.inbox import Arrival
from outreach.store.store import Store
from tests.bot.conftest import Person
from tests.bot.dialogues.conftest import CODE, GOES_ON
from tests.bot.dialogues.signing_up import sign_up

NOTICES = (
    "SELECT address.channel, mailing.kind, delivery.state FROM delivery JOIN mailing ON "
    "mailing.id = mailing_id "
    "JOIN address ON address.id = address_id WHERE mailing.name = 'link-notice'"
)


def test_code_is_shown_and_the_question_comes_again(
    person: Person, talk: Callable[..., None], kans: Callable[[str], int], connected: None
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("ik doe mee")

    talk(
        person,
        """
        > verder in Telegram
        Je kunt ergens anders verder met dit gesprek.

        Begin daar een gesprek en typ deze code: CODE. De code werkt één keer, een kwartier lang.
        Geef hem aan niemand anders.

        Verder in Telegram gaat ook met deze link: https://t.me/waterdam_bot?start=CODE

        Wil je verder in een browser? Bewaar dan de link naar dit gesprek.

        We gaan verder waar je was.

        Fijn! Doe je mee …

        (stap 1 van 3)
        [alleen] [met een groep] [voor een organisatie]
        """,
    )


def test_menu_leads_to_a_code_too(
    person: Person, phone: Person, talk: Callable[..., None], code_of: Callable[[Person], str]
) -> None:
    phone.say("menu")

    talk(
        phone,
        """
        > [Ander kanaal]
        Je kunt ergens anders verder met dit gesprek.

        Begin daar een gesprek en typ deze code: CODE. De code werkt één keer, een kwartier lang.
        Geef hem aan niemand anders.

        Je kunt ook verder in een browser.

        Wat wil je doen?
        [Kansen bekijken] [Mijn aanmeldingen] [Een vraag stellen] [Taal · Language]
        [Ander kanaal] [Mijn gegevens]
        """,
    )


def test_half_given_interest_goes_on_in_telegram(
    person: Person,
    phone: Person,
    talk: Callable[..., None],
    kans: Callable[[str], int],
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De buren"):
        person.say(text)
    code = code_of(person)
    phone.enter(code=code)

    talk(
        phone,
        """
        Hoi! Ik ben de automatische assistent van gemeente Waterdam, geen mens.

        Deze code hoort bij een gesprek in de webchat, begonnen op 2 november 2026. Ben jij dat ook?

        Kies alleen ja als je de code zelf hebt gekregen. Dan wordt het één gesprek. Wie daar
        schrijft, ziet ook wat jij hier hebt opgeslagen.
        [Ja, dat ben ik] [Nee]
        > [Ja, dat ben ik]
        Gelukt! Je gesprek in de webchat hoort nu bij dit gesprek. Je aanmeldingen en vragen vind je
        nu hier en daar.
        """,
        GOES_ON,
    )

    assert rows("SELECT channel, person_id FROM address ORDER BY id") == [
        ("web", 2),
        ("telegram", 2),
    ]
    assert rows("SELECT id FROM person") == [(2,)]
    assert rows("SELECT person_id FROM conversation") == [(2,)]


def test_other_channel_is_told_at_once(
    person: Person,
    phone: Person,
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
    told: Callable[..., str],
) -> None:
    phone.say(code_of(person))
    before = rows(NOTICES)
    phone.press("Ja, dat ben ik")

    ((message,),) = rows("SELECT message FROM delivery JOIN mailing ON mailing.id = mailing_id")
    assert (before, rows(NOTICES)) == ([], [("web", "reply", "planned")])
    assert "Dit gesprek gaat nu ook verder in Telegram. Was jij dat niet?" in str(message)


def test_other_channel_is_told_in_its_own_language(
    waterdam: Store,
    talk_with: Callable[..., Person],
    phone: Person,
    rows: Callable[[str], list[Any]],
) -> None:
    joe = talk_with(waterdam, "joe", "en")
    joe.say("another channel")

    phone.say(rows(CODE)[0][0])
    phone.say("ja")

    ((message,),) = rows("SELECT message FROM delivery JOIN mailing ON mailing.id = mailing_id")
    assert "This conversation now also goes on in Telegram." in str(message)
    assert rows("SELECT language FROM person") == [("nl",)]


def test_both_channels_are_one_conversation_from_then_on(
    person: Person,
    phone: Person,
    kans: Callable[[str], int],
    code_of: Callable[[Person], str],
    told: Callable[..., str],
) -> None:
    sign_up(person, kans("01"))
    phone.say(code_of(person))
    phone.say("ja")

    here = phone.say("mijn aanmeldingen")
    person.press("Mijn aanmeldingen")

    assert "plantsoen in de Lindenstraat" in here
    assert told("talk-old-button") in person.text
    assert person.labels == phone.labels


def test_text_under_an_older_question_of_the_other_channel_answers_nothing(
    person: Person,
    phone: Person,
    kans: Callable[[str], int],
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
    told: Callable[..., str],
) -> None:
    """The page still shows its own last question, which is newer than any put in Telegram."""
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De buren", "terug", "De buren", "terug"):
        person.say(text)
    phone.say(code_of(person))
    phone.say("ja")
    phone.say("Groep Groen")

    person.say("De straat")

    assert phone.text.startswith(told("interest-give"))
    assert told("interest-give") in person.text
    assert "Groep Groen" in rows("SELECT transcript FROM conversation")[0][0].__str__()


def test_no_changes_nothing(
    person: Person,
    phone: Person,
    kans: Callable[[str], int],
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
    told: Callable[..., str],
) -> None:
    phone.say(code_of(person))

    phone.say("nee")

    assert told("link-kept") in phone.text
    assert rows("SELECT id FROM person ORDER BY id") == [(1,), (2,)]
    assert rows(NOTICES) == []


def test_same_message_handed_in_twice_links_once(
    person: Person,
    phone: Person,
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
) -> None:
    phone.say(code_of(person))
    first = phone.hand_in(text="ja", external_id="again")
    before = [
        rows(f"SELECT * FROM {table}")
        for table in ("person", "address", "delivery", "mailing", "code", "event")
    ]

    assert (first, phone.hand_in(text="ja", external_id="again")) == (True, False)
    assert before == [
        rows(f"SELECT * FROM {table}")
        for table in ("person", "address", "delivery", "mailing", "code", "event")
    ]


def test_a_human_is_reached_from_the_notice(
    person: Person, phone: Person, code_of: Callable[[Person], str], told: Callable[..., str]
) -> None:
    phone.say(code_of(person))
    phone.say("ja")

    person.say("medewerker")

    assert told("human-words") in person.text


def test_stop_in_one_channel_holds_for_both(
    person: Person,
    phone: Person,
    code_of: Callable[[Person], str],
    rows: Callable[[str], list[Any]],
    told: Callable[..., str],
) -> None:
    person.say("stop")
    person.say("alles")
    phone.say(code_of(person))

    phone.say("ja")

    assert told("link-stopped") in phone.text
    assert rows("SELECT id FROM person WHERE stopped_at IS NOT NULL") == [(2,)]


def test_my_data_name_both_channels(
    person: Person, phone: Person, code_of: Callable[[Person], str]
) -> None:
    person.say("mijn gegevens")
    before = person.text
    phone.say(code_of(person))
    phone.say("ja")

    phone.say("mijn gegevens")

    assert "We praten met je in Telegram en de webchat." in phone.text
    assert "We praten met je in" not in before


def test_two_who_type_each_others_code_at_the_same_moment_become_one(
    person: Person, phone: Person, run: Callable[[Any], Any], rows: Callable[[str], list[Any]]
) -> None:
    codes = {}
    for somebody in (person, phone):
        somebody.say("ander kanaal")
        codes[somebody.channel] = rows(f"{CODE} ORDER BY subject DESC")[0][0]
    person.say(codes["telegram"])
    phone.say(codes["web"])

    async def both() -> None:
        arrivals = [
            Arrival(
                channel=each.channel,
                external_id=f"yes-{each.name}",
                sender=each.name,
                text="ja",
                seen=9,
            )
            for each in (person, phone)
        ]
        await asyncio.gather(person.talks.take(arrivals[0]), phone.talks.take(arrivals[1]))

    run(both())

    assert len(rows("SELECT id FROM person")) == 1
    assert len(rows("SELECT DISTINCT person_id FROM address")) == 1
    assert rows("SELECT quarantined FROM inbound WHERE quarantined") == []
    assert "Gelukt!" in person.text + phone.text


def test_no_channel_is_named_that_is_not_there(phone: Person) -> None:
    phone.say("menu")

    told = phone.say("ander kanaal")

    assert "Telegram" not in told
    assert "https://t.me" not in told
