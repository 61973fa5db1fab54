"""The e-mail address of a person: left, confirmed, left again."""
