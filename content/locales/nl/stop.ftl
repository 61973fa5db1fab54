stop-keep = Je krijgt geen berichten meer van ons, ook niet over een aanmelding. Wil je daar nog wel nieuws over? Kies dan “Alleen aanmelding”.
    .interest = Alleen aanmelding
    .all = Alles uit
    .unclear = Kies “Alleen aanmelding” of “Alles uit”.
stop-interest = Goed. Je hoort alleen nog iets over je eigen aanmelding.
stop-meetings = Je staat ook niet meer op de lijst van een bijeenkomst. Gaat die niet door, dan kunnen we je dat niet vertellen.
stop-all = Goed. Je hoort niets meer, tot je zelf weer iets stuurt. Typ “start” om opnieuw te beginnen.
