"""The command line: what people at the town hall and operators type. Rules
stand in the rooms above.
"""
