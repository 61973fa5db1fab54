# Wat mensen in een campagne lezen. Een medewerker mag de tekst veranderen; de namen tussen accolades worden feiten.

campaign-placeholder = namen van feiten
    .title = titel
    .summary = samenvatting
    .places = plek
    .until = tot
    .money = geld
    .organisation = gemeente
campaign-places = { $places }
campaign-until = { $until }
campaign-money = { $value }
campaign-organisation = { $organisation }

campaign-new =
    Hoi! { $organisation } zoekt mensen die willen meedoen.

    { $title }
    { $summary }

    Reageren kan tot en met { $until }.
campaign-reminder =
    Hoi! Je kunt nog meedoen: { $title }

    Reageren kan tot en met { $until }. Doe je al iets anders? Dan hoef je niets te doen.
campaign-thanks =
    Dank je wel dat je wilde meedoen met “{ $title }”.

    Wil je zien hoe het ermee staat? Typ “menu” en kies “Mijn aanmeldingen”.
campaign-more = Vertel meer
campaign-footer = Je leest dit omdat je nieuws wilde van { $organisation }. Je zit nergens aan vast. Geen berichten meer? Typ “stop”.
