# Wat in elk gesprek gezegd kan worden.

talk-hello = Hoi! Ik ben de automatische assistent van { $organisation }, geen mens. Op { $address }/privacy lees je wat we met je gegevens doen.
talk-step = (stap { $now } van { $all })
talk-unknown = onbekend
talk-unclear = Dat begrijp ik niet goed. Kun je het anders zeggen?
talk-offer-human = Sorry, ik begrijp je nog steeds niet. Wil je een medewerker spreken? Typ dan “medewerker”.
talk-too-long = Dat is te lang: { $given } tekens. Er passen er { $max }. Kun je het korter zeggen?
talk-too-many = Dat zijn er te veel: { $given }. Noem er hoogstens { $max } tegelijk.
talk-number = Typ één getal van { $low } tot { $high }, bijvoorbeeld 6.
talk-media-photo = Ik zie dat je een foto stuurde, maar bekijken kan ik die niet. Typ ook wat erop staat, als dat belangrijk is.
talk-media-voice = Een spraakbericht kan ik niet verstaan. Wil je het typen?
talk-media-other = Dit soort bericht kan ik niet lezen. Wil je het typen?
talk-old-button = Die knop hoort bij een oude vraag. Dit is de vraag van nu:
talk-gone = Dit hoort bij een gesprek dat ik niet meer heb. Ik heb er niets van bewaard. Wil je opnieuw beginnen? Typ dan gewoon een nieuw bericht.
talk-added = Dat heb ik bij je antwoord gezet.
talk-not-added = Je stuurde net nog iets, maar dat past niet meer bij je antwoord. Typ “terug” als je je antwoord wilt veranderen.
talk-corrected = Dat heb ik in je antwoord veranderd.
talk-not-corrected = Je hebt een eerder bericht veranderd. Wat ik toen opschreef, blijft staan. Wil je iets anders zeggen? Typ het dan als nieuw bericht, of typ “terug”.
talk-no-back = Verder terug kan hier niet. Wat je al hebt verstuurd, blijft staan.
talk-cancelled = Goed, we stoppen hiermee. Wat je al hebt verstuurd, blijft staan.
talk-resume = We gaan verder waar je was.
talk-closed = Dit gesprek is intussen veranderd. Wat je al hebt verstuurd, is bewaard.
talk-failed = Oei, er ging iets mis bij mij. Je bericht is wel bewaard. Probeer het nog een keer, of typ “medewerker”.
talk-again = Met je laatste bericht ging er bij mij iets mis. Dat is nu opgelost. Wil je het nog eens sturen?
talk-not-kept = Sorry, dit bericht kon ik niet bewaren. Wil je het nog eens schrijven, in andere woorden? Of typ “medewerker”.
talk-code-unknown = Deze code ken ik niet. Misschien is die verlopen. Kijk nog eens goed, of vraag een nieuwe code.
talk-code-misread = Deze code ken ik niet. In onze codes staan nooit de letters I, L, O en U, en nooit een 0 of 1. Kijk nog eens goed.
talk-code-reference = Met deze code vindt de gemeente een aanmelding terug. Je leest en verandert die in het gesprek waar je je hebt aangemeld. Kun je daar niet meer bij? Typ dan “medewerker”.
talk-remind = We waren nog niet klaar. Wil je verder? Geef dan gewoon antwoord op mijn laatste vraag. Typ “stop” als je niets meer wilt horen.
talk-ended = { $days ->
    [one] We hebben een dag niets van je gehoord.
   *[other] We hebben { $days } dagen niets van je gehoord.
 } Daarom sluit ik dit gesprek. Wil je toch verder? Typ dan “menu”.
talk-change = Wat wil je veranderen?

# Woorden die overal werken: alleen als het hele bericht zo is.
talk-words = woorden
    .stop = stop | stoppen | afmelden | uitschrijven
    .start = start | begin | opnieuw beginnen
    .back = terug | vorige | ga terug
    .cancel = annuleer | annuleren | laat maar
    .help = help | hulp | uitleg
    .menu = menu | hoofdmenu
    .human = medewerker | mens | een mens | medewerker spreken | ik wil een mens spreken
    .language = taal | andere taal | spreek engels | praat engels | praat nederlands | praat nederlands aub | nederlands aub
    .my-data = mijn gegevens | gegevens
    .forget = vergeet mij | vergeet me | wis mijn gegevens | verwijder mijn gegevens
    .question = vraag | ik heb een vraag | vraag stellen
    .link = ander kanaal | ander kanaal gebruiken | verder op een ander kanaal | verder in telegram | koppelen | koppel
    .leave = ik ben iemand anders | iemand anders | gesprek sluiten
