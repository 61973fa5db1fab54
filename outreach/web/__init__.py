"""The one aiohttp application: headers, limits, kind errors, health. What the
pages say is not known here.

Which bound is where, from the outside in: connections and requests under way in `door`, how many
fit in `files`, the time and size of a body in `body`, its fields in `form`. How often a
conversation or a client may ask in `limits`, how much at the same time in `turns`, wrong codes in
`guesses`; who counts as a client in `household`. Behind that: turns in `bot/rush.py`, streams in
`bot/channels/web/bells.py`. How long an end takes in `serving`.
"""
