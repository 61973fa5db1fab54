"""Campaigns: what staff push to many people at once, and what came of it."""
