help-text = Zo werkt het: ik stel één vraag tegelijk. Kies een antwoord, of typ het zelf.

    Deze woorden werken altijd: help, menu, terug, annuleer, vraag, medewerker, taal, koppel, iemand anders, mijn gegevens, vergeet mij, stop, start.
