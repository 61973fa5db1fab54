"""An opportunity, an audience, texts and a plan in time: what staff push to many at
once, and what came of it.
"""
