"""One look for everything in a browser: templates, style and the small script of the web chat."""
