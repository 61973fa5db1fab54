"""One file is one thing people can do.

The dialogue's name is its file, its stored key and the prefix of its texts.
"""
