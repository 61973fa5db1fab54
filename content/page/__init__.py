"""One look for everything that is read in a browser: templates, style and the
small script of the web chat.
"""
