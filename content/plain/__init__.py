"""Plain language (B1) for Dutch texts: the rules are data, the check and the
score are pure functions.

Only Dutch is checked. What staff read about a finding stands in
`content/locales/<language>/plain.ftl`.
"""
