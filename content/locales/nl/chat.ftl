# De pagina van het gesprek. Wat er gezegd wordt, staat bij elk gespreksverloop.

chat-title = Jouw gesprek
chat-who = Automatische assistent van { $organisation }
chat-you = Jij:
chat-us = Kansenbode:
chat-hello =
    Hoi! Ik ben de automatische assistent van { $organisation }.

    Ik help je iets te vinden dat bij jou past. Je zit nergens aan vast.
chat-begin = Begin het gesprek
chat-see-all = Bekijk alle kansen
chat-write = Schrijf een bericht
chat-send = Verstuur
chat-choices = Kies een antwoord
chat-open = Open de pagina
chat-leave = Gesprek sluiten
chat-leave-sure = Is deze telefoon of computer niet van jou? Sluit dan je gesprek, zodat een ander het niet leest. Daarna kun je hier zelf ook niet meer verder.
chat-leave-do = Sluit mijn gesprek
chat-aloud = Lees voor
chat-typing = Er komt een antwoord
chat-late = Het antwoord komt eraan.
chat-look-again = Kijk opnieuw
chat-lost = Er is even geen verbinding. Ik probeer het steeds opnieuw.
chat-not-sent = Dit is nog niet verstuurd.
chat-again = Probeer het nog een keer
