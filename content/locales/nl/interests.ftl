interests-none = Je hebt je nog nergens voor aangemeld.
interests-item = { $number }. { $title }
    Naam: { $party }. Code: { $reference }. Stand: { $state }. Antwoord uiterlijk: { $answer_by }.
    Wat je doet of meebrengt: { $brings }
interests-pick = Welke aanmelding wil je openen?
    .unclear = Kies een aanmelding, of typ het nummer.
interests-what = Wat wil je doen?
    .add = Iets toevoegen
    .withdraw = Intrekken
    .open = Kans bekijken
    .unclear = Kies een antwoord, of typ het nummer.
interests-words = Wat wil je toevoegen?
interests-added = Dat staat erbij.
interests-sure = Weet je zeker dat je je aanmelding voor “{ $title }” wilt intrekken?
    .yes = Ja, intrekken
    .no = Nee, laat staan
    .unclear = Typ ja om in te trekken. Typ nee om alles zo te laten.
interests-kept = Goed, je aanmelding blijft staan.
interests-withdrawn = Je aanmelding is ingetrokken. Jammer, maar goed dat je het zegt.
