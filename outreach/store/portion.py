"""How much of long work is done in one unit: turns go on between two of them."""

PORTION = 200
"""Rows that a tick deals with in one unit. A rule that dealt with as many is called again."""
