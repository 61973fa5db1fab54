# Other words for codes, with a bar between them.
also-direction = also
    .combined = both
also-partner = also
    .known = known
    .new = new
also-policy = also
    .again = again
    .hold = hold
