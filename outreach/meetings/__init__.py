"""Meetings about an opportunity, and who comes to them."""
