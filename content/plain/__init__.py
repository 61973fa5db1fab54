"""Plain language (B1) for Dutch texts: the rules are data, the check and the score pure functions.

Only Dutch is checked. What staff read about a finding is in `content/locales/<language>/plain.ftl`.
"""
