"""The one aiohttp application: headers, limits, kind errors, health. It does not know the pages.

The limits by module, from the outside in: connections and requests in `door`, how many fit in
`files`, the time and size of a body in `body`, its fields in `form`, of a form with a file in
`upload`. How often a conversation or a client may ask in `limits`, how much at the same time in
`queues`, wrong codes in `guesses`; what counts as one client in `household`. Behind that: turns in
`bot/rush.py`, streams in `bot/channels/web/bells.py`. How long shutdown takes in `serving`, on
which event loop in `loop`.
"""
