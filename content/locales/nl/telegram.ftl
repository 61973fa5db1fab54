# Wat mensen in Telegram over de bot lezen, en wat een beheerder over hem hoort.

telegram-description = Ik ben de automatische assistent van { $organisation }. Ik laat zien wat je in jouw buurt kunt doen. Wat we met je gegevens doen, lees je op { $address }/privacy
telegram-about = Automatische assistent van { $organisation }
telegram-commands = opdrachten
    .start = Begin, of ga verder
    .menu = Wat kan ik hier?
    .help = Zo werkt het
    .stop = Geen berichten meer

telegram-problem = wat er mis is
    .token = Telegram kent dit token niet. Kijk KANSENBODE_TELEGRAM_TOKEN na.
    .conflict = Een ander programma haalt de berichten van deze bot op. Stop dat programma, of maak een eigen bot.
    .refused = Telegram weigert een instelling van de bot: { $reason }
    .store = De database kan nu niet schrijven. Kijk met: kansenbode doctor
    .away = Telegram is niet te bereiken. We proberen het steeds opnieuw.
    .over = Telegram werkt weer.

telegram-wrong = wat kansenbode doctor vindt
    .token = Telegram kent dit token niet. Vraag @BotFather om het goede token.
    .away = Telegram geeft geen antwoord.
    .mode = Telegram stuurt de berichten nog naar een webadres. Start de server, dan haalt die ze weer zelf op.
    .https = Telegram stuurt alleen naar een adres met https, op poort 443, 80, 88 of 8443. Zet KANSENBODE_ADDRESS goed, of kies KANSENBODE_TELEGRAM_MODE=polling.
    .webhook = Telegram kent ons webadres nog niet. Start de server, dan zegt die het door.
    .delivery = Telegram kan de berichten niet bij ons afleveren: { $reason }
    .local = De links in berichten en op posters wijzen naar deze computer: niemand anders kan ze openen. Zet KANSENBODE_ADDRESS op het adres dat mensen gebruiken.
    .privacy = In het profiel van de bot staat geen link naar de privacypagina. Start de server, dan zet die hem erin.
