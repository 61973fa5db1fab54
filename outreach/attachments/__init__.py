"""Photos, voice messages and files that people send along, and what is done with them."""
