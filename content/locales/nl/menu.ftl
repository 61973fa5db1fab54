menu-pick = Wat wil je doen?
    .go-on = Verder waar ik was
    .browse = Kansen bekijken
    .interests = Mijn aanmeldingen
    .question = Een vraag stellen
    .language = Taal · Language
    .my-data = Mijn gegevens
    .unclear = Kies een antwoord, of typ het nummer.
