"""One lightweight store of records: units of work, group commit, events, codes, migrations.

Rules live in the rooms below; this room knows how a rule is run, never what it decides.
"""
