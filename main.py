"""Build every part, run the command line."""
