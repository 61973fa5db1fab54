"""The one aiohttp application: headers, limits, kind errors, health. What the pages say is not known here."""
