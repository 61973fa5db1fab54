"""Our account at a channel, as it is after the first start."""

from bot.channels.telegram.channel import Telegram
from outreach.delivery.account import keep_account
from outreach.store.store import Store
from outreach.store.unit import NOBODY


def connect_telegram(store: Store) -> None:
    """Let Telegram have told what our bot is called."""
    store.run(keep_account, NOBODY, channel=Telegram.name, can=Telegram.can, handle="waterdam_bot")
