"""The database's shape, step by step: each file in `versions` is one step and is
never edited once released.
"""
