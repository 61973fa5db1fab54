"""A rule says no to a person, in words of `content/`; every room may."""


class Refusal(Exception):
    """A rule says no. `key` names the sentence in `content/`, `facts` fill it in.

    `again`: the person read something that has changed since; after reading it again they may go
    on.
    """

    again = False

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts
