"""The residents' pages around the web chat: what there is to do, and who
looks after what they tell us.
"""
