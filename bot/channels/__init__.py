"""Where we can be reached: one file (and its pieces) per place."""
