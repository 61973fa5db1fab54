"""One household is one client, however its address is told; rubbish is none."""

import pytest

from outreach.web.household import household


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:80", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("[2001:db8:1:2:ffff::9]:443", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::"),
        ("", None),
        ("odd", None),
        ("[]", None),
        (":80", None),
        ("192.0.2.7:80:80", None),
        ("192.0.2.7\x00", None),
        ("١٩٢.0.2.7", None),
    ],
)
def test_household_is_one_client(told: str, counted: str | None) -> None:
    assert household(told) == counted
