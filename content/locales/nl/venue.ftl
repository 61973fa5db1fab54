# Wat mensen lezen in een groep, op een bord of in een nieuwsbrief.

venue-introduction = Hoi! Ik ben de automatische assistent van { $organisation }. Ik vertel hier soms over een taak in de buurt waar je aan mee kunt doen. Een medewerker kijkt eerst of dat hier past. Ik lees niet mee. Ik antwoord alleen als je op een bericht van mij reageert. Meer weten? { $chat ->
    [none] { $address }/c/{ $code }
   *[other] { $chat }
 }
venue-answer = Ik antwoord hier kort, zo blijft het rustig in de groep. Stel je vraag in een gesprek met mij alleen: { $chat ->
    [none] { $address }/c/{ $code }
   *[other] { $chat }
 }

venue-card = Doe mee: { $title }
    .where = Waar
    .until = Reageren tot en met
    .money = Geld voor de hele tijd
    .page = { $address }/c/{ $code }
    .read = Lees alles
    .chat = Praat erover, alleen met mij
venue-card-only-in = (alleen in het { $spoken })
venue-card-where = Waar: { $places }.
venue-card-until = Reageren kan tot en met { $until }.
venue-card-money = Geld: { $value } voor de hele tijd.
venue-card-no-bid = Een bericht van { $organisation }. Dit is geen offerte, je zit nergens aan vast.
venue-card-closed =
    Gesloten: { $title }

    Reageren kan niet meer. Nalezen kan nog.
    .page = { $address }/c/{ $code }
    .read = Lees het na

venue-forward =
    Doe mee in de buurt: { $title }

    { $summary }
venue-forward-link =
    Lees meer en reageer hier: { $address }/c/{ $code }

    Een bericht van { $organisation }. Je zit nergens aan vast.
venue-qr-title = QR-code naar: { $title }
