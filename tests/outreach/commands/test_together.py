"""Two colleagues at one record: the second hears what the first changed before writing."""

from collections.abc import Callable

import pytest

from tests.outreach.commands.conftest import Shown

PETRA = "petra@waterdam.example"
DRAFT = ("opportunities", "new", "T-1", "titel=Een titel")
CASES = [
    (
        (DRAFT,),
        ("opportunities", "set", "T-1"),
        ("titel=Van Nadia", "titel=Van Petra", "in één zin=Kort."),
        "titel",
    ),
    (
        (("campaign", "new", "WD-2026-01"),),
        ("campaign", "set", "1"),
        ("text.nl=Van Nadia", "text.nl=Van Petra", "remind=3"),
        "teksten",
    ),
    (
        (("venues", "add", "Prikbord"), ("venues", "confirm", "prikbord")),
        ("venues", "confirm", "prikbord"),
        ("--contact=Nadia", "--contact=Petra", "--name=Bord"),
        "contact",
    ),
]


@pytest.mark.parametrize(("before", "command", "changes", "what"), CASES)
def test_second_hears_of_the_first_and_writes_nothing_over_it(
    type_: Callable[..., Shown],
    before: tuple[tuple[str, ...], ...],
    command: tuple[str, ...],
    changes: tuple[str, ...],
    what: str,
) -> None:
    type_("staff", "add", PETRA, "--name", "Petra", "--role", "administrator")
    made = [type_(*words).code for words in before]
    first, second, other = changes

    again = [type_(*command, change).code for change in (first, first)]
    refused = type_(*command, second, "--as", PETRA)
    beside = type_(*command, other, "--as", PETRA)
    sure = type_(*command, second, "--as", PETRA, "--yes")

    assert (made, again) == ([0] * len(before), [0, 0])
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Nadia veranderde dit net ook (")
    assert f"): {what}. Er is niets veranderd. Kijk eerst wat er nu staat." in refused.err
    assert (beside.code, sure.code) == (0, 0)


def test_what_no_colleague_changed_is_nobodys_work_to_lose(type_: Callable[..., Shown]) -> None:
    shown = type_("opportunities", "set", "WD-2026-01", "hoe lang=3 jaar", "--yes")
    draft = type_("opportunities", "set", "WD-2026-01", "hoe lang=4 jaar")

    assert (shown.code, draft.err) == (
        0,
        "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n",
    )
