start-again = Fijn dat je er weer bent!
start-news = Wil je hier een bericht krijgen bij nieuwe kansen? Je kunt altijd “stop” typen.
    .unclear = Typ ja als je berichten wilt. Typ nee als je ze niet wilt.
