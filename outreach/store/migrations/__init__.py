"""The database's shape, step by step: each file in `versions` is one step.

A released step is never edited, and imports nothing of ours: what it makes may not change when the
program does.
"""
