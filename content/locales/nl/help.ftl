help-text = Zo werkt het: ik stel één vraag tegelijk. Kies een knop, of typ je antwoord.

    Deze woorden werken altijd: menu, terug, annuleer, vraag, medewerker, taal, mijn gegevens, vergeet mij, stop.
