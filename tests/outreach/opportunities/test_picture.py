"""The photo of an opportunity: what it shows is said, and it makes no new version."""

import pytest

from outreach.attachments.photo import read_photo
from outreach.opportunities.card import open_opportunities, opportunity_card
from outreach.opportunities.picture import picture_content, remove_picture, set_picture
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.photos import give_picture, photo


def test_card_and_list_have_the_photo_in_the_words_of_their_reader(
    waterdam: Store, strip: int
) -> None:
    give_picture(waterdam, strip, photo(), credit="  Wijkblad,\n CC BY ")

    cards = {
        language: waterdam.look(opportunity_card, opportunity=strip, language=language)
        for language in ("nl", "en", "tr")
    }
    listed = [card.photo for card in waterdam.look(open_opportunities, language="nl")]

    said = {
        language: card.photo and (card.photo.alt, card.photo.only_in)
        for language, card in cards.items()
    }
    assert said == {
        "nl": ("Bloemen langs de straat", ""),
        "en": ("Flowers along the street", ""),
        "tr": ("Bloemen langs de straat", "nl"),
    }
    assert cards["nl"].photo in listed
    assert cards["nl"].photo is not None
    assert cards["nl"].photo.credit == "Wijkblad, CC BY"


def test_new_photo_takes_the_place_of_the_old_and_changes_nothing_that_people_answer_to(
    waterdam: Store, strip: int
) -> None:
    bare = waterdam.look(opportunity_card, opportunity=strip, language="nl")
    give_picture(waterdam, strip, photo(0x10))
    first = waterdam.look(opportunity_card, opportunity=strip, language="nl")

    give_picture(waterdam, strip, photo(0x20))
    second = waterdam.look(opportunity_card, opportunity=strip, language="nl")

    assert bare.version == first.version == second.version
    # what a messenger kept of the link shows the photo that was
    assert len({bare.drawn, first.drawn, second.drawn}) == 3


def test_photo_is_taken_away_once(waterdam: Store, strip: int) -> None:
    give_picture(waterdam, strip, photo())

    gone = [waterdam.run(remove_picture, NOBODY, opportunity=strip) for _ in range(2)]

    assert gone == [True, False]
    assert waterdam.look(picture_content, opportunity=strip) is None
    assert waterdam.look(opportunity_card, opportunity=strip, language="nl").photo is None


@pytest.mark.parametrize(
    ("alt", "key"),
    [
        ({}, "refusal-picture-alt"),
        ({"nl": " \n"}, "refusal-picture-alt"),
        ({"en": "Flowers"}, "refusal-picture-alt"),
        ({"nl": "a" * 251}, "refusal-picture-long"),
    ],
)
def test_photo_without_words_for_who_does_not_see_it_is_refused(
    waterdam: Store, strip: int, alt: dict[str, str], key: str
) -> None:
    found = read_photo(photo())

    with pytest.raises(Refusal) as refused:
        waterdam.run(set_picture, NOBODY, opportunity=strip, photo=found, alt=alt)

    assert refused.value.key == key


def test_whose_it_is_is_never_cut_short(waterdam: Store, strip: int) -> None:
    with pytest.raises(Refusal) as refused:
        give_picture(waterdam, strip, photo(), credit="a" * 121)

    assert refused.value.key == "refusal-picture-credit"
    assert waterdam.look(picture_content, opportunity=strip) is None
