# Wat in elk gesprek gezegd kan worden.

talk-hello = Hoi! Ik ben de automatische assistent van { $organisation }, geen mens.
    .page = { $address }/privacy
    .read = Wat we met je gegevens doen
talk-step = (stap { $now } van { $all })
talk-unknown = onbekend
talk-unclear = Dat begrijp ik niet goed. Kun je het anders zeggen?
talk-offer-human = Sorry, ik begrijp je nog steeds niet. Wil je een medewerker spreken? Typ dan “medewerker”.
talk-too-long = Dat is te lang: { $given } tekens. Er passen er { $max }. Kun je het korter zeggen?
talk-too-many = Dat zijn er te veel: { $given }. Noem er hoogstens { $max } tegelijk.
talk-number = Typ één getal van { $low } tot { $high }, bijvoorbeeld 6.
talk-amount = Ik zie daar geen bedrag in, of meer dan één. Typ één bedrag, bijvoorbeeld 650.
talk-file-kept = { $kind ->
        [photo] Je foto is binnen. Ik kan die zelf niet bekijken. Typ erbij wat erop staat, als dat belangrijk is.
        [voice] Je spraakbericht is binnen. Ik kan het zelf niet verstaan. Typ erbij wat je wilt zeggen, als dat belangrijk is.
        [album] Wat je stuurde, is binnen. Ik kan het zelf niet bekijken. Typ erbij wat erop staat, als dat belangrijk is.
       *[file] Je bestand is binnen. Ik kan het zelf niet lezen. Typ erbij wat erin staat, als dat belangrijk is.
    } { $belongs ->
        [interest] Het staat bij je aanmelding. Alleen medewerkers zien het.
        [draft] Het komt bij je aanmelding, als je die opslaat. Alleen medewerkers zien het.
       *[talk] Stel je een vraag, dan kan een medewerker het zien.
    }
talk-file-refused = { $reason ->
        [kind] Dit soort bestand kan ik niet aannemen. Een foto (JPEG, PNG of WebP), een geluidsopname of een PDF kan wel.
        [large] Dat bestand is te groot. Er past hoogstens { $most } MB.
        [many] Je stuurde al veel achter elkaar. Probeer het over een uur nog eens.
        [empty] Dat bestand is leeg. Kies het nog eens.
        [none] Bestanden kan ik hier niet aannemen. Wil je het typen?
        [full] Er is nu geen plek voor bestanden. Typ “medewerker”, dan zoeken we een andere manier.
        [away] Ik kon het bestand niet ophalen. Wil je het nog eens sturen?
       *[broken] Dat bestand is niet heel. Wil je het nog eens sturen?
    }
talk-file-lost = { $kind ->
        [photo] De foto die je stuurde, heb ik niet bewaard.
        [voice] Het spraakbericht dat je stuurde, heb ik niet bewaard.
       *[file] Het bestand dat je stuurde, heb ik niet bewaard.
    }
talk-media-other = Dit soort bericht kan ik niet lezen. Wil je het typen?
talk-old-saved = Dat heb ik al opgeslagen. Dit is de vraag van nu:
talk-old-button = Die knop hoort bij een oude vraag. Dit is de vraag van nu:
talk-gone = Dit hoort bij een gesprek dat ik niet meer heb. Ik heb er niets van bewaard. Wil je opnieuw beginnen? Typ dan gewoon een nieuw bericht.
talk-added = Dat heb ik bij je antwoord gezet.
talk-add = Dit erbij zetten?
    “{ $words }”
talk-dropped = Goed, dat laat ik weg.
talk-not-added = Je stuurde net nog iets, maar dat past niet meer bij je antwoord. Typ “terug” als je je antwoord wilt veranderen.
talk-changing = Goed, dat passen we aan.
talk-corrected = Dat heb ik in je antwoord veranderd.
talk-not-corrected = Je hebt een eerder bericht veranderd. Wat ik toen opschreef, blijft staan. Wil je iets anders zeggen? Typ het dan als nieuw bericht, of typ “terug”.
talk-no-back = Verder terug kan hier niet. Wat je al hebt verstuurd, blijft staan.
talk-cancelled = Goed, we stoppen hiermee.
talk-cancelled-sent = Wat je al hebt verstuurd, blijft staan.
talk-cancelled-nothing = Er is niets verstuurd.
talk-cancelled-unchanged = Er is niets veranderd.
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
talk-unclear-again = Ook zo begrijp ik het niet. Zeg het eens met één woord, of kies een antwoord.
talk-offer-human-again = Dit lukt me niet. Een medewerker helpt je graag verder. Typ dan “medewerker”.
talk-privacy = Op een eigen pagina lees je wat we met je gegevens doen. Typ “mijn gegevens” en je ziet wat we van je hebben.
    .page = { $address }/privacy
    .read = Wat we met je gegevens doen
talk-street = { $street } ligt in meer dan één buurt.
talk-guess = Bedoel je dit?
talk-heard-question = Ik weet het antwoord niet. Zal ik dit aan de gemeente vragen?
talk-heard-pass-on = Zal ik dit aan de gemeente vragen?
talk-heard-sentence = Is “{ $words }” de naam? Zo niet, dan kun je dit straks vertellen.
talk-heard-ahead = Je kiest steeds zelf wat je wilt. Meld je je aan, dan zie je eerst alles terug. Pas als jij ja zegt, gaat het naar de gemeente.
talk-heard-ahead-step = { $left ->
    [one] Hierna komt nog één vraag.
   *[other] Hierna komen nog { $left } vragen.
 } Aan het eind zie je alles terug. Pas als jij ja zegt, gaat het naar de gemeente.
talk-heard-ahead-skip = { $left ->
    [0] Dit is de laatste vraag.
    [one] Hierna komt nog één vraag.
   *[other] Hierna komen nog { $left } vragen.
 } Overslaan mag altijd.
talk-heard-puzzled = Ik leg het graag uit. Typ “help”, of kies wat je wilt.
talk-heard-yesno = Ik vraag hier om wat meer dan ja of nee.
talk-heard-hello = Hoi! Fijn dat je er bent.
talk-heard-thanks = Graag gedaan!
talk-heard-bye = Tot ziens! Je kunt hier altijd verder.
talk-heard-insult = Ik snap dat je boos bent. Ik ben maar een computer. Wil je een medewerker spreken?
talk-heard-contact = Dat is een nummer of adres. Ik geef het pas door als je dat wilt. Een medewerker neemt dan contact met je op.
talk-heard-complaint = Een melding of klacht? Die kun je hier kwijt: { $desk }

    Ik kan je bericht ook naar een medewerker sturen.
talk-heard-long = Dat lees ik niet goed genoeg. Een medewerker wel. Zal ik je bericht doorsturen?
talk-heard-words = { $words }
talk-heard-language = Wil je Nederlands praten?

# Een medewerker neemt het gesprek over.
talk-taken = Hoi, ik ben { $colleague } van { $organisation }. Ik ben een mens en ik lees nu met je mee. Typ gerust: wat je nu schrijft, komt bij mij. De automatische assistent zegt even niets.
talk-colleague = { $colleague }, { $organisation }:

    { $words }
talk-still-taken = Je praat nog met een medewerker. Wat je hierna typt, leest een mens.
talk-given-back = { $colleague } is klaar en geeft het gesprek aan mij terug. Ik ben weer de automatische assistent.
talk-over = { $colleague } is niet meer in dit gesprek. Je praat weer met mij, de automatische assistent.
talk-unanswered = { $colleague } kan je nu niet antwoorden. Je bericht is bewaard. Je krijgt uiterlijk { $answer_by } antwoord, hier in dit gesprek. Tot dan praat je weer met mij, de automatische assistent.

talk-offer = knop voor wat je misschien bedoelt
    .stop = Stop berichten
    .forget = Wis mijn gegevens
    .human = Medewerker
    .my-data = Mijn gegevens
    .privacy = Privacy
    .help = Uitleg
    .language = Andere taal
    .interests = Mijn aanmeldingen
    .meetings = Bijeenkomsten
    .question = Een vraag stellen
    .start = Opnieuw beginnen
    .menu = Menu
    .back = Terug
    .cancel = Annuleren
    .browse = Kansen bekijken
    .link = Ander kanaal
    .email = Bericht per mail
    .receipt = Ontvangstbewijs
    .no-mail = Niet meer mailen
    .said = Nee, mijn antwoord
    .said-name = Ja, zo heten we
    .ask = Vraag de gemeente
    .tell = Naar een medewerker
    .again = Opnieuw beginnen
    .add = Ja, erbij zetten
    .drop = Nee, weglaten
talk-change = Wat wil je veranderen?

# Woorden die overal werken: alleen als het hele bericht zo is.
talk-words = woorden
    .stop = stop | stoppen | afmelden | uitschrijven
    .start = start | begin
    .again = opnieuw beginnen | begin opnieuw | helemaal opnieuw
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
    .email = bericht per mail | mail mij | mail me | email | stuur me een mail | per mail
    .receipt = ontvangstbewijs | ontvangstbewijzen | mijn ontvangstbewijs | als pdf | pdf | bewijs
    .leave = ik ben iemand anders | iemand anders | gesprek sluiten
    .interests = mijn aanmeldingen | mijn aanmelding | mijn inschrijvingen
    .plan = mijn plan | verder met het plan | verder met ons plan | plan schrijven
    .confirm = ja, we doen het | we doen het | wij doen het | ja, wij doen het
    .decline = nee, toch niet | we doen het toch niet | wij doen het toch niet
    .privacy = privacy | privacyverklaring
