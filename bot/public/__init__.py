"""The residents' pages around the web chat: what there is to do, and how we treat their data."""
