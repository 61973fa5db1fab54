"""How much of long work is done in one unit: turns go on between two of them, also
where there is one writer.
"""

PORTION = 200
"""Rows that a tick deals with in one unit. A rule that dealt with as many is called again."""
