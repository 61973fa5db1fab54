"""What somebody sent, and what we confirmed of it: kept as it was said."""
