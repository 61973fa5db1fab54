"""People at the town hall, and their rights."""
