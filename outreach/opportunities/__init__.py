"""The tender record: what is offered, where, by when, to which parties and under which rules."""
