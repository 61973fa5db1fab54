"""As if it was not installed: found before the library by a server that runs without extras."""

raise ImportError("not installed")
