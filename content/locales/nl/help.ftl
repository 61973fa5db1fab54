help-text = Ik stel één vraag tegelijk. Kies een antwoord, of typ het zelf.

    Dit werkt altijd, ook in een zin: help, menu, terug, annuleer, vraag, medewerker, taal, koppel, iemand anders. En over jou: mijn aanmeldingen, mijn plan, mijn gegevens, privacy, vergeet mij, stop, start, opnieuw beginnen.
    .page = { $address }/kanalen
    .read = Waar schrijf je ons?
