# Wat mensen lezen in een groep, op een bord of in een nieuwsbrief.

venue-introduction = Hoi! Ik ben de automatische assistent van { $organisation }. Ik vertel hier soms over een taak in de buurt waar je aan mee kunt doen. Een medewerker kijkt eerst of dat hier past. Ik lees niet mee. Ik antwoord alleen als je op een bericht van mij reageert. Meer weten? { $chat ->
    [none] { $address }/c/{ $code }
   *[other] { $chat }
 }
venue-answer = Ik antwoord hier kort, zo blijft het rustig in de groep. Stel je vraag in een gesprek met mij alleen: { $chat ->
    [none] { $address }/c/{ $code }
   *[other] { $chat }
 }

venue-card =
    Doe mee: { $title }

    { $summary }
venue-card-only-in = (alleen in het { $spoken })
venue-card-where = Waar: { $places }.
venue-card-until = Reageren kan tot en met { $until }.
venue-card-money = Geld: { $value } voor de hele tijd.
venue-card-page = Lees alles: { $address }/c/{ $code }
venue-card-chat = Praat erover, alleen met mij: { $link }
venue-card-no-bid = Een bericht van { $organisation }. Dit is geen offerte, je zit nergens aan vast.
venue-card-closed =
    Gesloten: { $title }

    Reageren kan niet meer. Nalezen kan nog: { $address }/c/{ $code }

venue-forward =
    Doe mee in de buurt: { $title }

    { $summary }
venue-forward-link =
    Lees meer en reageer hier: { $address }/c/{ $code }

    Een bericht van { $organisation }. Je zit nergens aan vast.
venue-qr-title = QR-code naar: { $title }
