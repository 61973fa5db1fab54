# De pagina's voor bewoners. $organisation is overal de naam van de gemeente.

page-value = { $value }
page-percent = { $weight }%
page-brand = Kansenbode
page-brand-of = { $organisation }
page-site = Kansenbode van { $organisation }
page-skip = Ga naar de inhoud
page-nav = Hoofdmenu
page-nav-overview = Kansen
page-nav-chat = Mijn gesprek
page-nav-unread = nieuw
page-nav-privacy = Privacy
page-language = Kies een taal
page-foot = Kansenbode is een dienst van { $organisation }. Je praat met een automatische assistent. Een medewerker beslist.
page-foot-phone = Bel { $phone }
page-foot-links = Over deze site
page-foot-site = Naar { $site }

page-overview-title = Doe mee in jouw buurt
page-overview-lead = Kies een kans. Je reageert in een kort gesprek.
page-overview-count = { $count ->
    [0] Geen kansen gevonden
    [one] 1 kans open
   *[other] { $count } kansen open
 }
page-overview-about = over { $theme }
page-overview-near = bij { $place }
page-overview-words = met “{ $words }”
page-overview-postcode = Een postcode kennen we niet. Typ de naam van je buurt of wijk.
    .street = Deze postcode kennen we niet. Typ de naam van je straat, buurt of wijk.
page-overview-lies = { $given } ligt in { $place }.
page-overview-within = { $given } ligt in { $count } buurten. Welke is het?
page-overview-empty = Hier is nu niets open. Kies een grotere plek of een ander thema.
page-overview-empty-all = Bekijk alle kansen
page-overview-empty-talk = Praat met ons
page-embed-more = Bekijk ze allemaal
page-count = { $count ->
    [one] 1 kans
   *[other] { $count } kansen
 }
page-days = { $days ->
    [0] Vandaag de laatste dag
    [one] Nog 1 dag
   *[other] Nog { $days } dagen
 }
page-places = Kansen per buurt
page-card-until = Reageren tot en met
page-only-in = (alleen in het { $spoken })

page-filter-place = Waar woon je?
page-filter-place-example = Buurt, wijk of straat
    .street = Straat of postcode
page-filter-theme = Thema’s
page-filter-all-themes = Alles
page-filter-show = Zoek
page-filter-clear = Wis keuze

page-steps-title = Zo werkt het
page-steps-choose = Kies een kans
    .text = Kijk wat bij jou past. Alleen meedoen mag, met een groep ook.
page-steps-talk = Vertel wat je wilt doen
    .text = Dat gaat in een kort gesprek. Alleen wat nodig is, vragen we.
page-steps-hear = Hoor wat er gebeurt
    .text = Je krijgt een nummer en een datum. Uiterlijk dan hoor je van de gemeente.
page-steps-look-around = Ik wil eerst praten
page-two-steps = In twee stappen
page-two-steps-interest = Eerst meld je je aan, in een kort gesprek. Daar zit je nergens aan vast.
page-two-steps-plan = Daarna kiest de gemeente wie een plan mag schrijven. Insturen kan tot en met { $until }. Wie niet mag, hoort waarom.
page-two-steps-asks = Dit staat straks in het plan

page-fact-where = Waar
page-fact-for = Voor wie
page-fact-answers-until = Reageren tot en met
page-fact-questions-until = Vragen stellen kan tot en met
page-fact-plan-until = Plannen tot en met
page-fact-starts = Begint op
page-fact-duration = Hoe lang
page-fact-value = Geld
page-fact-value-note = voor de hele tijd, zonder btw
page-fact-arrangement = Vorm
page-fact-role = Rol van de gemeente
page-fact-contribution = De gemeente helpt met
page-fact-origin = Van wie komt het idee
page-fact-open-data = Open data
page-open-data = OCDS, voor programma’s
page-fact-number = Kenmerk
page-for =
    .formal = bedrijven en organisaties
    .informal = bewoners en groepen
    .combined = bewoners, groepen en bedrijven
page-cooperation = Je werkt samen met een andere partij

page-back = Alle kansen
page-back-list = Terug naar de lijst
page-join = Ik doe mee
page-join-no-end = Er is geen einddatum
page-taking-part = { $count ->
    [one] Al 1 aanmelding
   *[other] Al { $count } aanmeldingen
 }
page-ask = Vraag
page-share = Deel
page-share-whatsapp = WhatsApp
page-share-mail = E-mail
page-share-copy = Kopieer het adres
page-share-copied = Gekopieerd
page-share-address = Het adres van deze kans
page-contact = Wie kun je vragen?
page-contact-role = Contactpersoon bij { $organisation }
page-contact-answer = Je krijgt antwoord binnen { $days ->
    [one] 1 dag
   *[other] { $days } dagen
 }.
page-contact-ask = Stel een vraag
page-facts-all = Alle gegevens
page-poster = Meedoen? Richt de camera van je telefoon op het vierkant. Of ga naar:
page-no-bid = Dit is geen offerte. Je zit nergens aan vast.
page-candidate = Ik heb ook belangstelling
page-intention = Wij verwachten dat maar één partij dit kan. Waarom staat bij “Goed om te weten”. Kun jij het ook? Laat het weten.
page-lot = De loting
page-lot-before = Is er te weinig geld voor iedereen? Dan loten we, na de laatste dag om te reageren. Iedereen heeft evenveel kans.
page-lot-seal = Zo weet je dat het eerlijk gaat
page-lot-sealed = De loting begint met een lang getal dat nu al vastligt. Hieronder staat de SHA-256 daarvan. Na de loting laten we het getal zelf zien. Iedereen kan dan nakijken dat het niet is veranderd.
page-lot-drawn = Er is geloot op { $at }. { $count ->
    [one] Er deed één aanmelding mee.
   *[other] Er deden { $count } aanmeldingen mee.
 } De nummers volgen wie zich het eerst aanmeldde. Dit is de volgorde:
page-lot-number = nummer { $number }
page-lot-own = Deed je mee? Jouw nummer staat in je gesprek, bij “Mijn aanmeldingen”.
page-lot-again = Zelf nog eens loten
page-lot-how = De plek van nummer 3 volgt uit de SHA-256 van het getal hieronder met :3 erachter. De laagste komt het eerst. Dit is het getal:
page-lot-same = De SHA-256 van het getal zelf stond hier al voor de loting:
page-draft = Concept
page-drafts = Denk mee
page-drafts-hint = Deze kansen zijn nog niet open. Lees het concept en zeg wat er beter kan.
page-draft-what = Dit is een concept. Aanmelden kan nog niet. Zeg wat jou niet lukt, of wat er mist.
page-draft-say = Ik denk mee
page-draft-follow = Hou me op de hoogte
page-draft-hear = Gaat de kans open, dan hoor je wat er is veranderd.
page-ended =
    .closed = Reageren kan niet meer
    .decided = Er is besloten
    .withdrawn = Deze kans is ingetrokken
page-ended-more = Je kunt hier nog lezen waar het over ging.
page-ended-others = Bekijk wat nu open is
page-facts = In het kort
page-photo-credit = Foto: { $credit }
page-about = Waar gaat het over?
page-meetings = Kom langs
page-meetings-hint = Kijken en vragen stellen mag altijd. Je hoeft nog niet mee te doen.
page-meeting-when = Wanneer
page-meeting-where = Waar
page-meeting-room = Plaatsen
page-meeting-free = { $free ->
    [0] Vol, er is een wachtlijst
   *[other] Nog { $free } van de { $seats } vrij
 }
page-meeting-access = Er is
page-meeting-spoken = Tolk
page-meeting-off = Gaat niet door
page-meeting-come = Ik kom
page-meeting-calendar = Zet in je agenda
page-parts = Wat kun je doen?
page-parts-hint = Je mag één onderdeel kiezen, of meer.
page-parts-say = Wie beslist over het geld:
page-requirements = Wat vragen we?
page-requirement-for-all = Voor iedereen
page-requirement-for = Voor { $kinds }
page-requirement-else = Het kan ook zo:
page-criteria = Waar letten we op?
page-criteria-hint = Zo vergelijkt de gemeente de aanmeldingen.
page-criteria-whole = Samen is het 100%.
page-criteria-scale = Bij elk punt kiest ze een woord: { $words }. Na het besluit kun je lezen wat jij kreeg, en waarom.
page-criteria-most = telt het meest
page-good-to-know = Goed om te weten
page-answers = Vragen en antwoorden
page-answers-corrected = verbeterd op { $at }
page-answers-none = Er zijn nog geen vragen beantwoord.
page-answers-ask = Stel jouw vraag
page-answers-until = Dat kan tot en met { $until }.
page-answers-over = Vragen stellen kan niet meer.

page-about-title = Over Kansenbode
page-about-lead = Hier lees je wat je samen met { $organisation } kunt doen in de buurt.
page-about-how =
    De gemeente zet hier waar zij bewoners en organisaties voor zoekt. Jij kiest wat bij je past. Je reageert in een kort gesprek, en je krijgt een datum waarop je iets hoort.
    .title = Hoe werkt het?
page-about-robot =
    Je praat met een computerprogramma met vaste vragen. Het verzint niets. Medewerkers lezen wat je stuurt, en zij beslissen.
    .title = Met wie praat je?
page-about-open =
    Wat hier staat, is open data. Ook het programma zelf is open: iedereen mag lezen hoe het werkt.
    .title = Is dit openbaar?
page-accessibility-title = Toegankelijkheid
page-accessibility-lead = Iedereen moet hier mee kunnen doen.
page-accessibility-how =
    Je kunt deze pagina’s gebruiken met een toetsenbord of een schermlezer, met grote letters, in het donker en zonder JavaScript. We proberen dat bij elke verandering uit.
    .title = Wat doen we?
page-accessibility-statement =
    De verklaring van { $organisation } staat op { $statement }.
    .title = Waar staat de verklaring?
page-accessibility-tell =
    Zeg het in het gesprek. Typ “medewerker”, dan krijg je een mens.
    .title = Lukt iets niet?
page-privacy-title = Jouw gegevens
page-privacy-lead = Je hoeft je naam niet te zeggen om rond te kijken. Hier lees je wat wij bewaren.
page-privacy-what =
    We bewaren wat je ons in het gesprek vertelt. Dat is bijvoorbeeld wat je wilt doen en hoe we je bereiken.

    Lees je wat er nodig is bij een kans? Dan bewaren we je antwoorden even, voor als je je aanmeldt. De gemeente leest ze pas als jij ze meestuurt.

    Vertel niets over je gezondheid, je geloof of je geldzaken. Dat hebben we niet nodig.
    .title = Wat bewaren we?
page-privacy-why =
    { $organisation } is verantwoordelijk voor je gegevens. Zij doet dit voor haar publieke taak: samen met bewoners werken aan de buurt. Dat mag volgens artikel 6, eerste lid, onder e van de privacywet (AVG).

    Nieuws over andere kansen krijg je alleen als je dat zelf wilt. Dan is jouw toestemming de reden (onder a).
    .title = Wie doet dit, en waarom?
page-privacy-who =
    Medewerkers van de gemeente die over de kans gaan. De naam van een bewoner of een groep bewoners geven we niet aan anderen.

    Doe je mee namens een organisatie? Dan vragen we of de naam van de organisatie na het besluit in het openbare verslag mag staan. Zonder jullie ja blijft die eruit.
    .title = Wie leest het?
page-privacy-files =
    Je mag een foto, een spraakbericht of een PDF sturen. Alleen medewerkers zien die. Ze blijven zo lang als je aanmelding. Hoort een bestand nergens bij? Dan wissen we het tegelijk met je berichten.

    Uit een foto halen we de plek en het toestel. In een PDF kan nog iets over jou staan. Let erop dat er geen anderen herkenbaar op staan, zonder dat ze het goed vinden.
    .title = En als ik een foto stuur?
page-privacy-where =
    Op een computer die voor { $organisation } werkt. We verkopen niets. Er zit geen reclame op deze pagina's.
    .title = Waar staat het?
page-privacy-telegram =
    Je kiest zelf of je hier op de website met ons praat, of in Telegram. Telegram is een bedrijf buiten de gemeente. Wat je daar schrijft, gaat langs hun computers, met hun eigen regels.

    Van Telegram krijgen we een nummer, en de taal van je app. Je telefoonnummer krijgen we niet.
    .title = En als ik in Telegram praat?
page-privacy-email =
    Je kunt een e-mailadres achterlaten. Dan vragen we eerst in een e-mail of het van jou is. Pas na jouw klik mailen we je antwoorden, besluiten en berichten over jouw aanmelding. Nieuws over nieuwe kansen mailen we alleen als je daarvoor kiest. Bevestig je het niet? Dan wissen we het adres na twee dagen.

    In een e-mail over jou staat een knop naar je gesprek. Geef die dus niet door. In elke e-mail staat ook een link om te stoppen. Stop je met alle e-mail? Dan wissen we het adres. We kunnen niet zien of je een e-mail leest.
    .title = En als ik e-mail wil?
page-privacy-push =
    Je kunt meldingen aanzetten. Je browser geeft ons dan een adres van de dienst die zijn meldingen brengt: van Google, Mozilla, Apple of Microsoft. In een melding staan nooit woorden uit je gesprek. Die dienst ziet wel dat er een melding komt, en wanneer.

    Zet je meldingen uit, of sluit je je gesprek? Dan wissen we dat adres.
    .title = En als ik meldingen wil?
page-privacy-long =
    De tekst van berichten bewaren we { $days ->
        [one] 1 dag
       *[other] { $days } dagen
    }. Jouw aanmelding bewaren we tot { $months ->
        [one] 1 maand
       *[other] { $months } maanden
    } na het besluit. Een reservekopie blijft { $backups ->
        [one] 1 dag
       *[other] { $backups } dagen
    } staan.
    .title = Hoe lang bewaren we het?
page-privacy-cookie =
    We gebruiken drie kleine cookies. De eerste onthoudt jouw gesprek: zolang je aanmelding of je vraag loopt, en anders 30 dagen. De tweede onthoudt welk bericht je het laatst zag. De derde onthoudt jouw taal. Wat je typt maar nog niet verstuurde, bewaart je browser tot je het tabblad sluit. We volgen je niet.
    .title = Welke cookies zijn er?
page-privacy-rights =
    Schrijf in het gesprek “mijn gegevens”. Dan lees je wat we van je hebben, en hoe je alles als bestand krijgt.

    Schrijf “vergeet mij” en we wissen het. Niemand kan het dan nog zien. Binnen een dag is het ook van de schijf. Een reservekopie houdt het nog, zolang die blijft. Van je berichten bewaren we nog twee dagen een merkteken, zonder woorden of naam. Komt een bericht nog eens binnen? Dan weten we dat het gewist is.

    Schrijf “stop” en je krijgt geen berichten meer.

    Mail ook gerust naar { $contact }. Ben je niet tevreden? Dan kun je klagen bij de Autoriteit Persoonsgegevens: https://www.autoriteitpersoonsgegevens.nl/een-tip-of-klacht-indienen-bij-de-ap
    .title = Wat kun je zelf doen?
page-privacy-officer =
    De functionaris gegevensbescherming let op of wij ons aan de wet houden. Die bereik je zo: { $officer }
    .title = Wie kijkt mee?
page-privacy-robot =
    Je praat met een computerprogramma met vaste vragen. Het programma beslist niets. Dat doet altijd een mens.
    .title = Beslist een computer over mij?

# De pagina’s achter de links in een e-mail.
page-mailbox-confirm =
    Mag { $organisation } je mailen op { $email }? Je krijgt daar antwoorden, besluiten en berichten over jouw aanmelding. Nieuws over nieuwe kansen krijg je daar alleen als je dat wilt. Stoppen kan altijd, met de link in elke e-mail.
    .title = Klopt je e-mailadres?
page-mailbox-confirm-do = Ja, mail mij hier
page-mailbox-confirmed =
    Je krijgt zo een e-mail. Je kunt dit venster sluiten.
    .title = Gelukt
page-mailbox-leave =
    Wil je geen e-mail meer op { $email }? Dan wissen we dit adres. In je gesprek hoor je nog wel van ons.
    .title = Geen e-mail meer
page-mailbox-leave-do = Stop met mailen
page-mailbox-left =
    We mailen je niet meer. Je e-mailadres is hier gewist. In je gesprek hoor je nog wel van ons.
    .title = Klaar
page-mailbox-no-news =
    Wil je op { $email } geen nieuws over nieuwe kansen meer? Antwoorden, besluiten en berichten over jouw aanmelding mailen we nog wel.
    .title = Geen nieuws meer
page-mailbox-no-news-do = Geen nieuws meer mailen
page-mailbox-leave-all = Liever helemaal geen e-mail meer
page-mailbox-news-ended =
    We mailen je geen nieuws over nieuwe kansen meer. Wil je het later weer? Typ dan in je gesprek “mail mij”.
    .title = Klaar
page-mailbox-gone =
    Misschien is de link al gebruikt, of is hij ouder dan twee dagen. Wil je weer e-mail? Typ dan in je gesprek “mail mij”.
    .title = Deze link werkt niet meer

page-code-invitation =
    { $party } doet mee met { $organisation }, en vraagt jou als tweede contactpersoon. Je leest mee, en je mag antwoorden namens { $party }.

    Zeg je ja, dan zie je eerst nog een vraag in een kort gesprek. Ken je { $party } niet? Doe dan niets.
    .title = Je bent uitgenodigd door { $party }
page-code-invitation-do = Ja, ik doe mee
page-code-reference =
    Deze code hoort bij een aanmelding. Wat erin staat, lees je alleen in het gesprek waar je je hebt aangemeld.

    Heb je een link naar dat gesprek bewaard? Open dan die. Kun je er niet meer bij? Begin dan een gesprek en typ “medewerker”.
    .title = Jouw aanmelding
page-code-reference-do = Open mijn gesprek
page-code-link =
    Met deze code ga je verder met een gesprek van een ander kanaal. Hij werkt één keer, een kwartier lang.

    Kreeg je deze code van iemand anders? Ga dan niet verder.
    .title = Verder met je gesprek
page-code-link-do = Verder in de webchat

page-error-desk = Naar Vandaag
page-error-home = Naar alle kansen
page-error-talk = Naar het gesprek
page-error-code = Heb je een code?
page-error-code-go = Zoek
page-error-400 = Er ging iets mis met wat je stuurde. Ga terug en probeer het nog een keer.
    .title = Dit begrijpen we niet
page-error-403 = Deze opdracht kwam van een andere website. Open onze eigen pagina en probeer het daar.
    .title = Dit mag niet
page-error-404 = Deze pagina is er niet, of niet meer. Klopt de code of het adres?
    .title = Niet gevonden
page-error-405 = Zo werkt deze pagina niet. Begin opnieuw bij de lijst met kansen.
    .title = Dat kan hier niet
page-error-408 = Je bericht kwam niet helemaal aan. Misschien is je verbinding traag. Probeer het nog een keer.
    .title = Dat duurde te lang
page-error-413 = Je bericht is te lang. Maak het korter, of stuur het in twee delen.
    .title = Te lang
page-error-415 = We kunnen alleen gewone tekst lezen. Ga terug en typ je bericht.
    .title = Dit kunnen we niet lezen
page-error-429 = Je vraagt of stuurt veel in korte tijd. Wacht even en probeer het dan nog een keer.
    .title = Even rustig aan
page-error-500 = Er ging bij ons iets mis. Dat ligt niet aan jou. Probeer het straks nog een keer.
    .title = Sorry, dit ging mis
page-error-503 = Het is nu te druk of we zijn even bezig. Probeer het over een minuut nog een keer. Wat je al vertelde, is bewaard.
    .title = Even geduld

page-channels-title = Waar kun je ons schrijven?
page-channels-lead = Per soort bericht zie je waar het kan, en wanneer een mens antwoordt.
page-channels-what = Wat je stuurt
page-channels-where = Waar dat kan
page-channels-kind = soort bericht
    .question = Een vraag, of een bericht aan een medewerker
    .interest = Een aanmelding, of iets dat je daarin verandert
    .withdrawal = Een aanmelding intrekken
    .candidate = Ook belangstelling, als we maar één partij verwachten
    .explore = Meedenken over een concept
    .objection = Bezwaar, een klacht, of een stuk voor een officiële procedure
page-channels-web = De chat op deze site
page-channels-telegram = Telegram
page-channels-not = Niet hier.
page-channels-ask = Vraag bij { $organisation } waar je dat stuurt. Stuur het op tijd: wat je hier typt, geldt niet als bezwaar.
page-channels-email =
    Wil je dat, dan krijg je antwoorden ook per e-mail. Typ in de chat “mail mij”. Antwoorden op die e-mail kan niet.
    .title = En per e-mail?
page-channels-push =
    Je telefoon of computer kan een melding geven als er antwoord is. Dat zet je aan bij de drie puntjes in de chat.
    .title = En met een melding?
page-channels-receipt =
    Na elk bericht krijg je meteen een ontvangstbewijs. Daarin staat wat je stuurde, wanneer en waar, en wanneer je antwoord krijgt. Je kunt het bewaren, delen of afdrukken.
    .title = Hoe weet je dat het aankwam?
page-channels-answer =
    Een computerprogramma stelt je vragen en bevestigt wat je stuurt. Medewerkers lezen het en geven antwoord. Hoe lang dat duurt, staat bij elke kans. Gaat je vraag over iets anders? Dan krijg je binnen { $days ->
        [one] één dag
       *[other] { $days } dagen
     } antwoord.
    .title = Wanneer antwoordt een mens?
page-channels-hours =
    Een medewerker spreken kan ook: { $hours }. Hoe, staat onderaan deze pagina.
    .title = Wil je liever praten?
page-channels-outage =
    Lukt het niet om iets te sturen? Probeer het later opnieuw, of bel de gemeente. Is de laatste dag dan voorbij? Zeg dat er een storing was.
    .title = Werkt het niet?
page-channels-decision =
    { $organisation } heeft bepaald welk bericht je waar kunt sturen. Dat besluit lees je hier:
    { $decision }
    .title = Wie heeft dit bepaald?
page-receipt-copy = Kopiëren
page-receipt-copied = Gekopieerd
page-receipt-share = Delen
page-receipt-print = Afdrukken
page-receipt-pdf = Als pdf
page-receipt-back = Terug naar het gesprek
