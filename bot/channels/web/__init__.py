"""The web chat."""

CHANNEL = "web"
"""Its name, as it is stored with every address."""
