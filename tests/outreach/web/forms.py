"""How a form is posted: its kind, and a packed one."""

FORM = "application/x-www-form-urlencoded"
