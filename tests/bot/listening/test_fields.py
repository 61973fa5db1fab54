"""Which answer somebody wants to change, and into what."""

import pytest

from bot.listening.fields import Changed, change_in

NAME, KIND, GIVE = "interest-group-name", "interest-kind", "interest-give"


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("nee de naam is De Schapen", Changed(NAME, "De Schapen")),
        # "no" denies nothing of what follows it
        ("no the name is The Ladders", Changed(NAME, "The Ladders")),
        ("No, the name is wrong", Changed(NAME)),
        ("nee, de naam klopt niet", Changed(NAME)),
        ("nee ik wil toch met een groep", Changed(KIND)),
        ("nee", None),
        ("no thanks", None),
        ("", None),
    ],
)
def test_answer_that_is_named_is_found_with_its_new_value(
    text: str, changed: Changed | None
) -> None:
    assert change_in(text, (NAME, KIND, GIVE)) == changed
