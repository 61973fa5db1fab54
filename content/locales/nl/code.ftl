# Namen van codes. Elke lijst is één bericht, elke code een attribuut.

code-direction = richting
    .formal = formeel
    .informal = informeel
    .combined = gemengd

code-state = stand
    .draft = concept
    .open = open
    .closed = gesloten
    .decided = besloten
    .withdrawn = ingetrokken

code-origin = herkomst
    .municipality = idee van de gemeente
    .challenge = idee van bewoners

code-arrangement = vorm
    .contract = contract
    .subsidy = subsidie
    .management-agreement = beheerovereenkomst
    .rent = huur
    .loan-for-use = bruikleen
    .sale = verkoop
    .ground-lease = erfpacht
    .transfer-of-task = overdracht van de taak
    .transfer-of-property = overdracht van het eigendom
    .no-money = zonder geld

code-published_in = waar we het bekendmaken
    .here = hier
    .gazette = Gemeenteblad
    .tender = TenderNed, als het bedrag daarom vraagt

code-recorded = wat we bewaren
    .answers = de antwoorden van de checklist
    .versions = elke versie die openbaar was
    .questions = vragen en antwoorden
    .interests = aanmeldingen
    .decision = de beslissing met haar redenen

code-role = rol van de gemeente
    .commissioner = opdrachtgever
    .facilitator = helper op de achtergrond
    .equal-partner = gelijke partner
    .none = geen vaste rol

code-contribution = inbreng van de gemeente
    .process-help = hulp bij het regelen
    .room-in-rules = ruimte in de regels
    .money = geld
    .tools = gereedschap
    .space = ruimte

code-theme = thema
    .groen = groen
    .ontmoeten = ontmoeten
    .zorg = zorg
    .jeugd = jeugd
    .sport = sport
    .cultuur = cultuur
    .energie = energie
    .werk = werk
    .veiligheid = veiligheid
    .verkeer = verkeer
    .afval = afval
    .overig = overig

code-party = soort partij
    .resident = bewoner
    .residents-group = groep bewoners
    .self-organisation = zelforganisatie
    .association = vereniging/stichting
    .social-enterprise = sociale onderneming
    .firm = bedrijf
    .housing-corporation = woningcorporatie
    .care-institution = zorg of welzijn
    .school = school
    .other-organisation = andere organisatie
    .municipality = gemeente

code-party_many = soorten partijen
    .resident = bewoners
    .residents-group = groepen bewoners
    .self-organisation = mensen die zelf iets regelen
    .association = verenigingen en stichtingen
    .social-enterprise = sociale ondernemingen
    .firm = bedrijven
    .housing-corporation = woningcorporaties
    .care-institution = zorg en welzijn
    .school = scholen
    .other-organisation = andere organisaties
    .municipality = gemeenten

code-interest = stand van de aanmelding
    .new = nieuw
    .in-talk = in gesprek
    .invited = uitgenodigd
    .agreed = afgesproken
    .reserve = reserve
    .declined = afgewezen
    .withdrawn = ingetrokken

code-outcome = uitkomst
    .chosen = gekozen
    .reserve = reserve
    .not-chosen = niet gekozen

code-known = wat we weten
    .other = door iemand anders van jullie opgegeven
    .allowed = dat mag
    .removed = weggehaald

code-meets = antwoord op een eis
    .fine = lukt
    .instead = lukt op de andere manier
    .unmet = lukt niet

code-weighing = weging
    .poor = onvoldoende
    .fair = matig
    .enough = voldoende
    .good = goed
    .strong = heel goed

code-question = soort vraag
    .question = vraag
    .human = bericht aan een medewerker
    .candidate = ook belangstelling

code-receipt = soort ontvangstbewijs
    .interest = aanmelding
    .change = verandering
    .withdrawal = intrekking
    .plan = plan
    .question = vraag
    .human = bericht aan een medewerker
    .candidate = ook belangstelling

code-receipt_how = hoe je iets verandert
    .interest = Typ “mijn aanmeldingen”.
    .again = Meld je opnieuw aan, zolang de kans open is.
    .plan = Typ “mijn plan”.
    .question = Typ “vraag”.
    .human = Typ “medewerker”.

code-checklist = checklist
    .agreements = Welke afspraken zijn er al, en met wie?
    .agreements-until = Tot wanneer lopen die afspraken?
    .agreements-talks = Is er nog overleg over die afspraken?
    .notice = Waar staat de officiële aankondiging?
    .responsible = Wie blijft verantwoordelijk?
    .insurance = Hoe zit het met schade en verzekering?
    .if-people-stop = Wat als mensen stoppen?
    .lent = Welk gereedschap of geld leent de gemeente uit?
    .allowance = Is er een vergoeding voor vrijwilligers?
    .public-property = Welke grond of welk gebouw van de gemeente gebruik je?
    .who-leads = Wie mag de leiding nemen?
    .options = Staan de verlengingen al in het bedrag?
    .scheme = In welke regeling of begroting staat dit geld?
    .scarce = Is er genoeg geld voor iedereen die meedoet?
    .division = Hoe verdelen we het geld?
    .exploits = Mag je er zelf aan verdienen?
    .candidates = Kunnen meer partijen dit willen?
    .choosing = Hoe en wanneer kiezen we?
    .one-reason = Waarom kan maar één partij dit doen?
    .price = Wat kost het, en hoe is die prijs bepaald?
    .handover = Gaan er mensen of spullen mee over?
    .mandate = Wie besluit hierover, en wanneer?

code-options = verlengingen
    .included = ja, die tellen mee
    .none = er zijn geen verlengingen
    .apart = nee, die komen er nog bij

code-scarce = hoeveel geld er is
    .enough = ja, er is genoeg
    .scarce = nee, misschien niet voor iedereen

code-division = hoe we het geld verdelen
    .arrival = wie het eerst komt, gaat voor
    .weighing = het beste plan gaat voor
    .equal-shares = ieder krijgt evenveel
    .lot = door loting

code-exploits = verdienen
    .yes = ja, dat mag
    .no = nee, er is niets te verdienen

code-candidates = wie dit kunnen willen
    .more = ja, dat kan
    .one = nee, wij verwachten er maar één

code-staff = rol
    .viewer = kijker
    .editor = redacteur
    .sender = verzender
    .administrator = beheerder
    .privacy-officer = privacy-functionaris

code-notify = e-mail over wat wacht
    .at-once = meteen
    .daily = één keer per dag
    .none = niet

code-fact = feit van een kans
    .title = de titel
    .summary = de korte tekst
    .description = de uitleg
    .direction = voor wie de kans is
    .themes = de thema’s
    .places = de plek
    .arrangement = de vorm
    .municipality-role = de rol van de gemeente
    .contributions = wat de gemeente bijdraagt
    .cooperation = of samenwerken moet
    .value-cents = het bedrag
    .starts-on = de dag waarop het begint
    .duration = hoe lang het duurt
    .official = de contactpersoon
    .answer-days = hoe snel je antwoord krijgt
    .questions-until = de laatste dag voor vragen
    .answers-until = de laatste dag om te reageren
    .plan-until = de laatste dag voor plannen
    .plan-asks = wat in een plan moet staan
    .checklist = de afspraken
    .parts = de onderdelen
    .requirements = wat we vragen
    .criteria = waar we op letten
    .division = hoe we het geld verdelen
    .candidates = of meer partijen dit kunnen willen

code-meeting = soort bijeenkomst
    .information = informatieavond
    .open-day = open dag
    .work-day = werkdag
    .talk = bijeenkomst om te praten

code-access = wat er is
    .wheelchair = plek voor een rolstoel
    .toilet = een rolstoeltoilet
    .loop = een ringleiding
    .sign = een tolk voor gebarentaal
    .quiet = een rustige ruimte
    .children = iets te doen voor kinderen

code-meeting_fact = feit van een bijeenkomst
    .kind = wat voor bijeenkomst het is
    .begins-at = wanneer het begint
    .ends-at = wanneer het klaar is
    .location = waar het is

code-plan = stand van een plan
    .to-write = nog niet begonnen
    .writing = in de maak
    .sent = ingestuurd
    .missed = niet ingestuurd

code-plan_line = regel van een plan
    .what = wat
    .who = wie
    .timing = wanneer
    .costs = wat het kost
    .cost-cents = het bedrag
    .needs = wat jullie nodig hebben
    .more = wat de gemeente vraagt

code-notice = bericht
    .answer = antwoord
    .corrected = verbeterd antwoord
    .written = bericht van een collega
    .change = verandering
    .open = weer open
    .closed = gesloten
    .withdrawn = ingetrokken
    .decided = besluit
    .in-talk = in gesprek
    .invited = uitgenodigd
    .invited-plan = uitgenodigd voor een plan
    .plan-remind = herinnering aan een plan
    .agreed = afgesproken
    .on-reserve = reserve
    .stepped-back = een ander gevraagd
    .declined = afgewezen
    .taken-back = aanmelding ingetrokken
    .others-joined = nieuwe contactpersoon
    .others-signed-up = aangemeld door een ander
    .others-changed = veranderd door een ander
    .others-withdrew = ingetrokken door een ander
    .meeting = nieuwe bijeenkomst
    .meeting-changed = bijeenkomst veranderd
    .meeting-cancelled = bijeenkomst gaat niet door
    .meeting-seated = plek vrij bij een bijeenkomst
    .meeting-reminder = herinnering aan een bijeenkomst
    .others-plan = plan veranderd door een ander
    .others-plan-sent = plan ingestuurd door een ander

code-delivery = stand van een bericht
    .planned = wacht
    .claimed = onderweg
    .sent = verstuurd
    .failed = niet gelukt
    .gone = adres bestaat niet meer
    .stopped = gaat niet uit
    .expired = te laat
    .uncertain = misschien verstuurd

code-work = werk
    .seal = het logboek sluiten
    .campaigns = campagnes bijhouden
    .decisions = besluiten toepassen
    .venues = buurtplekken bijhouden
    .mail = e-mail aan collega’s
    .meetings = bijeenkomsten bijhouden
    .beat = bijhouden of mensen ons bereiken
    .silence = herinneringen
    .retention = gegevens op tijd wissen
    .back-up = een kopie van de database maken
    .copies = oude kopieën van de database weggooien
    .wipe = van de schijf wissen wat vergeten is
    .damage = kijken of de database heel is
    .sending = berichten versturen
code-way = wat wissen in de weg staat
    .time = het is nog geen nacht geweest
    .reader = een ander programma leest al lang in de database
    .busy = iemand schreef steeds
    .another = een ander proces is al aan het wissen
    .room = de schijf is te vol
    .layout = het bestand is anders gemaakt dan Kansenbode doet, of te groot
    .failed = de schijf of de database weigerde
    .away = de database is niet te bereiken
    .stopped = iemand stopte het wissen
code-message = soort bericht
    .card = kaart op een buurtplek
    .edit = verandering van een kaart
    .notice = bericht over een kans of vraag
    .reply = antwoord in een gesprek
    .campaign = bericht van een campagne
    .turn = bericht dat in een gesprek misging

code-consent = toestemming
    .news = Nieuws over kansen
    .name = Naam in verslag
    .email = Antwoord per mail
    .push = Meldingen
    .talk = Gesprek lezen

code-media = soort bijlage
    .photo = foto
    .voice = spraakbericht
    .file = bestand
    .other = iets anders

code-attachment = wat er met een bijlage is
    .kept = bewaard
    .awaited = nog onderweg
    .refused = niet bewaard

code-speaker = wie iets zei
    .person = bewoner
    .house = Kansenbode

code-channel = kanaal
    .web = de webchat
    .telegram = Telegram
    .email = e-mail
    .push = meldingen
    .terminal = de terminal

code-venue = soort plek
    .neighbourhood-group = groep
    .broadcast = nieuwskanaal
    .notice-board = prikbord
    .newsletter = nieuwsbrief

code-venue_state = stand van de plek
    .new = nieuw
    .confirmed = bevestigd
    .left = weg

code-trail = hoe mensen kwamen
    .share = doorgestuurd
    .venue = buurtplek
    .poster = poster
    .mailing = bericht van de gemeente

code-occasion = aanleiding
    .new = nieuwe kans
    .reminder = herinnering
    .thanks = bedankje

code-stand = stand van de campagne
    .draft = concept
    .writing = we zetten haar klaar
    .approved = goedgekeurd
    .waiting = wacht op het begin
    .sending = gaat uit
    .paused = tegengehouden
    .late = te laat, wacht op jou
    .done = klaar
    .cancelled = gestopt

code-left_out = waarom iemand niets krijgt
    .stopped = wil geen berichten meer
    .gone = adres bestaat niet meer
    .no-consent = heeft niet om nieuws gevraagd
    .joined = doet al mee met deze kans
    .not-joined = deed niet mee met deze kans
    .asked = kreeg dit bericht al
    .cap = kreeg deze week al genoeg

code-partner = partner
    .known = bekend: er was al een afspraak
    .new = nieuw: er was nog geen afspraak

code-policy = na een storing
    .again = opnieuw sturen
    .hold = vasthouden tot iemand kijkt

code-deed = wat er gebeurde
    .attachment-read = bijlagen naar een map geschreven
    .attachment-removed = bijlage weggehaald
    .campaign-approved = campagne goedgekeurd
    .campaign-cancelled = campagne gestopt
    .campaign-changed = campagne veranderd
    .campaign-held = campagne vastgehouden
    .campaign-made = campagne gemaakt
    .campaign-paused = campagne tegengehouden
    .campaign-resumed = campagne gaat verder
    .campaign-retried = campagne opnieuw geprobeerd
    .campaign-tested = campagne naar zichzelf gestuurd
    .card-changed = kaart op een plek veranderd
    .card-closed = kaart op een plek gesloten
    .card-planned = kaart op een plek geplaatst
    .card-stopped = kaart op een plek gestopt
    .consent-given = toestemming gegeven
    .consent-withdrawn = toestemming teruggenomen
    .decision-approved = besluit goedgekeurd
    .decision-called-off = besluit afgezegd
    .decision-held = besluit vastgehouden
    .decision-worded = eigen tekst bij een uitkomst
    .delivery-retried = niet aangekomen berichten opnieuw geprobeerd
    .dossier-written = dossier geschreven
    .interest-changed = aanmelding aangevuld
    .interest-expressed = aangemeld
    .interest-moved = aanmelding naar een andere stand
    .interest-listed = lijst met aanmeldingen gelezen
    .interest-moved-up = van de reservelijst naar gekozen
    .interest-penciled = uitkomst in potlood geschreven
    .interest-rubbed-out = uitkomst in potlood weggehaald
    .interest-read = aanmelding gelezen
    .interest-settled = weging vastgesteld
    .interest-weighed = aanmelding gewogen
    .interest-written = aan een partij geschreven
    .plan-changed = plan veranderd
    .plan-sent = plan ingestuurd
    .plan-listed = plannen bekeken
    .plan-reminded = aan een plan herinnerd
    .question-listed = lijst met vragen gelezen
    .question-read = vraag gelezen
    .told-read = gelezen wie wat te horen kreeg
    .recipients-read = gelezen wie een campagne kreeg
    .meeting-cancelled = bijeenkomst afgezegd
    .meeting-changed = met een ander aantal naar een bijeenkomst
    .meeting-edited = bijeenkomst aangepast
    .meeting-joined = komt naar een bijeenkomst
    .meeting-left = komt niet naar een bijeenkomst
    .meeting-listed = gelezen wie naar een bijeenkomst komt
    .meeting-made = bijeenkomst gemaakt
    .meeting-reported = verteld wat er op een bijeenkomst gebeurde
    .meeting-seated = plek gekregen bij een bijeenkomst
    .notice-called-off = bericht afgezegd
    .notice-planned = bericht gepland
    .opportunity-changed = kans veranderd
    .opportunity-closed = kans gesloten
    .opportunity-decided = besluit vastgelegd
    .opportunity-drawn = geloot
    .opportunity-extended = laatste dag verschoven na een storing
    .opportunity-made = kans gemaakt
    .opportunity-open = kans geopend
    .opportunity-pictured = foto van kans veranderd
    .opportunity-overruled = kans mag open, met een reden
    .opportunity-withdrawn = kans ingetrokken
    .outage-noted = storing opgeschreven
    .party-founded = partij gemaakt
    .party-joined = lid van een partij geworden
    .person-changed = eigen gegevens veranderd
    .person-forgotten = persoon vergeten
    .person-linked = twee kanalen aan elkaar gekoppeld
    .person-read = alles van een persoon gelezen
    .person-started = wil weer berichten
    .person-stopped = wil geen berichten meer
    .place-removed = plek uit de lijst gehaald
    .question-answered = vraag beantwoord
    .question-asked = vraag gesteld
    .question-corrected = antwoord verbeterd
    .retention-applied = oude gegevens gewist
    .search-made = gezocht
    .staff-left = medewerker weggegaan
    .staff-refused = geweigerd: de rol mag dit niet
    .staff-set = medewerker toegevoegd of veranderd
    .staff-signed-in = ingelogd
    .staff-signed-out = uitgelogd
    .venue-added = plek toegevoegd
    .venue-changed = plek veranderd
    .venue-confirmed = plek bevestigd
    .venue-joined = bot op een plek gekomen
    .venue-listed = lijst met plekken gelezen
    .venue-left = bot van een plek weg
    .venue-moved = plek heeft een ander adres
    .venue-read = plek gelezen

code-thing = waarover
    .outage = storing
    .meeting = bijeenkomst
    .opportunity = kans
    .interest = aanmelding
    .question = vraag
    .campaign = campagne
    .venue = plek
    .place = CBS-plek
    .party = partij
    .person = persoon
    .gone = eerst persoon
    .staff = medewerker
    .message = bericht aan een partij
    .mailing = verzending
    .delivery = bezorging
    .version = versie

code-actor = wie
    .person = persoon
    .staff = medewerker
    .import = import
    .tick = de klok
    .nobody = het systeem
