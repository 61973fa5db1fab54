"""Campaigns and interests to report on, made as the tests of their own rooms make them."""

from tests.outreach.campaigns.conftest import approved, drafted, met, staff, terms, texts
from tests.outreach.interests.conftest import hear, join, telling

__all__ = ["approved", "drafted", "hear", "join", "met", "staff", "telling", "terms", "texts"]
