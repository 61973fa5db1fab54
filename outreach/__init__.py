"""Records, rules, delivery and staff."""
