"""Places of others where we may post, and the trails that tell which place brought whom."""
