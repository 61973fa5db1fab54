# What people read about the bot in Telegram, and what an operator hears about it.

telegram-description = I am the automatic assistant of { $organisation }. I show you what you can do in your neighbourhood. What we do with your data is told at { $address }/privacy
telegram-about = Automatic assistant of { $organisation }
telegram-commands = commands
    .start = Begin, or go on
    .menu = What can I do here?
    .help = How it works
    .stop = No more messages

telegram-problem = what is wrong
    .token = Telegram does not know this token. Check KANSENBODE_TELEGRAM_TOKEN.
    .conflict = Another program takes the messages of this bot. Stop that program, or make a bot of your own.
    .refused = Telegram refuses a setting of the bot: { $reason }
    .store = The database cannot be written now. Look with: kansenbode doctor
    .away = Telegram cannot be reached. We keep trying.
    .over = Telegram works again.

telegram-wrong = what kansenbode doctor finds
    .token = Telegram does not know this token. Ask @BotFather for the right one.
    .away = Telegram does not answer.
    .mode = Telegram still sends the messages to a web address. Start the server: it takes them itself again.
    .https = Telegram sends only to an address with https, on port 443, 80, 88 or 8443. Set KANSENBODE_ADDRESS right, or choose KANSENBODE_TELEGRAM_MODE=polling.
    .webhook = Telegram does not know our web address yet. Start the server: it passes it on.
    .delivery = Telegram cannot deliver the messages to us: { $reason }
    .local = The links in messages and on posters point to this computer: nobody else can open them. Set KANSENBODE_ADDRESS to the address that people use.
    .privacy = The bot's profile has no link to the privacy page. Start the server: it puts it there.
