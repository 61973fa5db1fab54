"""The conversation, and the places where it happens."""
