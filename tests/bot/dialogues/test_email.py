"""Be mailed: an address is asked for, confirmed by a link, changed, and ended."""

from collections.abc import Callable

import pytest

from bot.runs import Script
from bot.server import make_script
from content.texts import Texts
from outreach.parties.person import person_at
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.conftest import Person
from tests.bot.dialogues.signing_up import sign_up
from tests.mailing import confirmed_mailbox

ADA = "ada@example.org"


@pytest.fixture
def mailing(texts: Texts) -> Script:
    """The house of a town with a mail server."""
    return make_script(texts, mails=True)


@pytest.fixture
def anna(waterdam: Store, talk_with: Callable[..., Person], mailing: Script) -> Person:
    return talk_with(waterdam, "anna", script=mailing)


def mailboxes(store: Store) -> list[str]:
    return list(
        store.look(
            lambda unit: (
                unit.connection.exec_driver_sql("SELECT email FROM mailbox").scalars().all()
            )
        )
    )


def confirmed(store: Store, person: Person) -> None:
    number = store.look(lambda unit: person_at(unit, channel="web", external_id=person.name))
    confirmed_mailbox(store, Actor("person", number, via="web"), ADA)


def test_address_is_asked_for_and_what_waited_goes_on(waterdam: Store, anna: Person) -> None:
    anna.enter(opportunity=1)
    anna.press("Ik doe mee")

    asked = anna.say("mail mij")
    unclear = anna.say("ja graag")
    sent = anna.say(f"doe maar {ADA}")

    assert asked.startswith("Naar welk e-mailadres?")
    assert "naam@voorbeeld.nl" in unclear
    assert sent.startswith(f"We sturen nu een e-mail naar {ADA}.")
    assert "Fijn! Doe je mee" in sent
    assert mailboxes(waterdam) == [ADA]


@pytest.mark.parametrize(
    "said",
    [
        "mail mij het antwoord",
        "stuur me een mailtje",
        "kunnen jullie mij mailen als er antwoord komt?",
        "kan ik een e-mail krijgen",
        "email me the answer",
        "can you send me an email",
    ],
)
@pytest.mark.parametrize("where", ["menu", "card"])
def test_sentence_that_asks_for_mail_leads_there(anna: Person, said: str, where: str) -> None:
    anna.say("hoi")
    if where == "card":
        anna.enter(opportunity=1)

    assert anna.say(said).startswith("Naar welk e-mailadres?")


@pytest.mark.parametrize(
    "said",
    [f"mail mij op {ADA}", f"kan ik bericht krijgen op {ADA}", f"stuur het antwoord naar {ADA}"],
)
def test_address_in_the_sentence_is_not_asked_again(
    waterdam: Store, anna: Person, said: str
) -> None:
    anna.say("hoi")

    sent = anna.say(said)

    assert sent.startswith(f"We sturen nu een e-mail naar {ADA}.")
    assert mailboxes(waterdam) == [ADA]


def test_another_address_in_a_sentence_takes_the_place_of_the_first(
    waterdam: Store, anna: Person
) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)

    same = anna.say(f"mail mij op {ADA}")
    anna.press("Zo laten")
    other = anna.say("mail mij op bea@example.org")

    assert same.startswith(f"We mailen je op {ADA}.")
    assert other.startswith("We sturen nu een e-mail naar bea@example.org.")


def test_news_by_mail_is_chosen_and_ended_where_the_mail_is(waterdam: Store, anna: Person) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)

    before = anna.say("mail mij")
    chosen = anna.press("Nieuwe kansen ook")
    known = anna.say("mail mij")
    ended = anna.press("Geen nieuwe kansen")

    assert before == f"We mailen je op {ADA}.\n\nWil je dat veranderen?"
    assert chosen.startswith("Goed. Nieuws over nieuwe kansen komt per e-mail, en niet meer hier.")
    assert "Nieuws over nieuwe kansen komt daar ook." in known
    assert ended.startswith("Goed. We mailen je geen nieuws over nieuwe kansen meer.")


def test_who_has_a_mailbox_is_asked_where_news_is_to_come(waterdam: Store, anna: Person) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)
    anna.say("stop")
    anna.press("Alles uit")

    asked = anna.say("start")
    anna.press("Ja, per e-mail")
    held = anna.say("mijn gegevens")

    assert "Wil je een bericht krijgen bij nieuwe kansen?" in asked
    assert "Je krijgt berichten over nieuwe kansen: e-mail." in held


NO_MAIL = [
    "stop met mailen",
    "geen mail meer",
    "stuur me geen mail meer",
    "niet meer mailen aub",
    "ik wil niet meer gemaild worden",
    "meld me af voor de mail",
    "stop mailing me",
    "no more emails please",
    "please unsubscribe me from your emails",
]


@pytest.mark.parametrize("said", NO_MAIL)
@pytest.mark.parametrize("where", ["menu", "card", "words"])
def test_who_wants_no_mail_is_mailed_no_more_and_the_chat_goes_on(
    waterdam: Store, anna: Person, said: str, where: str
) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)
    if where != "menu":
        anna.enter(opportunity=1)
    if where == "words":
        anna.say("ik heb een vraag")

    ended = anna.say(said)

    assert ended.startswith("Klaar. We mailen je niet meer")
    assert "In dit gesprek hoor je nog wel van ons." in ended
    assert "Typ dan “stop”" in ended
    assert mailboxes(waterdam) == []


@pytest.mark.parametrize("said", NO_MAIL)
def test_who_is_not_mailed_and_wants_no_mail_stops_everything(anna: Person, said: str) -> None:
    anna.say("hoi")

    assert "Je krijgt geen berichten meer van ons" in anna.say(said)


@pytest.mark.parametrize(
    "said", ["stop", "geen mail of berichten meer", "niet meer mailen en niet meer appen"]
)
def test_who_wants_more_than_no_mail_stops_everything(
    waterdam: Store, anna: Person, said: str
) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)

    assert "Je krijgt geen berichten meer van ons" in anna.say(said)


def test_who_is_asked_where_and_wants_no_mail_keeps_the_chat(anna: Person) -> None:
    anna.say("mail mij")

    assert anna.say("geen mail meer").startswith("Goed, we mailen je niet.")


def test_who_would_rather_keep_their_address_is_told_so(waterdam: Store, anna: Person) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)

    anna.say("mail mij")
    anna.press("Ander adres")
    kept = anna.press("Nee, liever niet")

    assert kept.startswith(f"We mailen je op {ADA}.")
    assert mailboxes(waterdam) == [ADA]


def test_who_would_rather_not_leaves_nothing(waterdam: Store, anna: Person) -> None:
    anna.say("mail mij")

    kept = anna.press("Nee, liever niet")

    assert kept.startswith("Goed, we mailen je niet.")
    assert mailboxes(waterdam) == []


def receipts(store: Store) -> list[tuple[str, str, str]]:
    """Return kind and name of each mailing that went out by e-mail, and what it says."""
    rows = store.look(
        lambda unit: unit.connection.exec_driver_sql(
            "SELECT mailing.kind, mailing.name, delivery.message FROM delivery "
            "JOIN mailing ON mailing.id = mailing_id JOIN address ON address.id = address_id "
            "WHERE address.channel = 'email' AND mailing.name IN "
            "('receipt_interest', 'receipt_question', 'receipt_withdrawal') "
            "ORDER BY delivery.id"
        ).all()
    )
    return [(kind, name, str(message)) for kind, name, message in rows]


def test_who_is_mailed_gets_a_receipt_of_what_they_do(waterdam: Store, anna: Person) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)

    sign_up(anna, 1)
    anna.say("ik heb een vraag")
    anna.say("Mag mijn hond op zondag mee?")
    anna.say("mijn aanmeldingen")
    anna.press("Intrekken")
    anna.press("Ja, intrekken")

    found = receipts(waterdam)
    assert [(kind, name) for kind, name, _ in found] == [
        ("reply", "receipt_interest"),
        ("reply", "receipt_question"),
        ("reply", "receipt_withdrawal"),
    ]
    assert "plantsoen" in found[0][2]
    assert "Mag mijn hond op zondag mee?" in found[1][2]


def test_who_is_not_mailed_gets_no_receipt(waterdam: Store, anna: Person) -> None:
    sign_up(anna, 1)

    assert receipts(waterdam) == []


def test_who_is_mailed_may_end_it(waterdam: Store, anna: Person) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)

    known = anna.say("mail mij")
    ended = anna.press("Niet meer mailen")

    assert known.startswith(f"We mailen je op {ADA}.")
    assert ended.startswith("Klaar. We mailen je niet meer")
    assert mailboxes(waterdam) == []


def test_my_data_names_the_address_and_takes_it_back(waterdam: Store, anna: Person) -> None:
    anna.say("hoi")
    confirmed(waterdam, anna)

    told = anna.say("mijn gegevens")
    taken = anna.press("Antwoord per mail")

    assert f"We mailen je op {ADA}." in told
    assert taken.startswith("Dat is teruggenomen.")
    assert mailboxes(waterdam) == []


def test_asked_too_often_is_refused_kindly(anna: Person) -> None:
    for number in range(3):
        anna.say("mail mij")
        anna.say(f"a{number}@example.org")

    anna.say("mail mij")
    refused = anna.say("b@example.org")

    assert "We hebben al een paar keer gemaild." in refused


@pytest.mark.parametrize("mails", [True, False])
def test_mail_is_offered_after_an_interest_where_the_town_can_mail(
    waterdam: Store, talk_with: Callable[..., Person], texts: Texts, mails: bool
) -> None:
    bram = talk_with(waterdam, "bram", script=make_script(texts, mails=mails))

    sign_up(bram, 1)
    word = bram.say("mail mij")

    assert any("Typ dan “mail mij”" in said.text for said in bram.messages) is mails
    assert word.startswith("Naar welk e-mailadres?" if mails else "gemeente Waterdam mailt niet")
