"""What staff look up: anything by a word, and who did what."""
