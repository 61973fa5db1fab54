"""The tender record: what is offered, where, by when, for whom and under which rules."""
