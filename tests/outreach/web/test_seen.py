"""A start warns if everybody would count as one; `doctor` asks from where it is."""

import pytest
from structlog.testing import capture_logs

from outreach.settings import Settings
from outreach.web.seen import warn_of_proxy


@pytest.mark.parametrize(
    ("address", "behind", "told"),
    [
        ("https://kansen.example", False, ["KANSENBODE_BEHIND_PROXY=true"]),
        ("https://kansen.example", True, []),
        ("http://127.0.0.1:8080", False, []),
    ],
)
def test_proxy_that_is_not_reckoned_with_is_told(
    address: str, behind: bool, told: list[str]
) -> None:
    with capture_logs() as logs:
        warn_of_proxy(Settings(address=address, behind_proxy=behind))

    assert [entry["mend"] for entry in logs] == told
