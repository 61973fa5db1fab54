"""Run the server on its own: `python -m tests.botapi --port 8081`; it prints its address.

People are moved over HTTP, one action a call; a new name makes a new person:

    curl localhost:8081/people/Fatma/start -d payload=K7M2AB
    curl localhost:8081/people/Fatma/write -d text='Ik doe mee'
    curl localhost:8081/people/Fatma/press -d label=Ja
    curl localhost:8081/people/Fatma            # the chat as it stands now
    curl localhost:8081/tally                   # how many calls were carried out
"""

import argparse
import asyncio
import signal
from contextlib import suppress

from tests.botapi.rates import Rates
from tests.botapi.server import TOKEN, BotApi

FAST = 1_000_000


async def run(arguments: argparse.Namespace) -> None:
    server = BotApi(
        arguments.token,
        arguments.name,
        rates=None if arguments.limits else Rates(overall=FAST, chat=FAST, group=FAST),
        open_door=arguments.open,
        delay=arguments.delay,
        keep_calls=False,
        control=True,
    )
    await server.start(arguments.port)
    print(server.address, flush=True)
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await stopped.wait()
    await server.stop()


def main() -> None:
    parser = argparse.ArgumentParser(
        "python -m tests.botapi", description="A Bot API server for tests."
    )
    parser.add_argument(
        "--port", type=int, default=0, help="0: any free port; the address is printed"
    )
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--name", default="waterdam_bot", help="user name of the bot")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds that each answer takes")
    parser.add_argument("--open", action="store_true", help="let the bot write to any user number")
    parser.add_argument("--limits", action="store_true", help="30 messages a second, one per chat")
    with suppress(KeyboardInterrupt):
        asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    main()
