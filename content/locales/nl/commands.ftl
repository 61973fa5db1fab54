# Wat een medewerker of beheerder leest op de opdrachtregel.

commands-answer = antwoord
    .yes = ja
    .no = nee

commands-money = { $amount }
commands-count = { $count }

# Koppen van kolommen: één woord per kolom, overal hetzelfde.
commands-column = kolom
    .id = nummer
    .tender-id = kenmerk
    .ocid = OCID
    .title = titel
    .state = stand
    .direction = richting
    .version = versie
    .origin = herkomst
    .summary = in één zin
    .description = beschrijving
    .language = taal
    .themes = thema’s
    .places = plekken
    .arrangement = vorm
    .municipality-role = rol van de gemeente
    .contributions = inbreng van de gemeente
    .cooperation = samenwerken verplicht
    .value = waarde
    .opened-at = geopend
    .questions-until = vragen tot
    .answers-until = reageren tot
    .plan-until = plannen tot
    .plan-asks = wat het plan vertelt
    .plan-state = plan
    .confirm = ja gezegd
    .confirm-until = ja of nee uiterlijk
    .plan-line = regel
    .plan-what = plan: wat
    .plan-who = plan: wie
    .plan-timing = plan: wanneer
    .plan-costs = plan: kosten
    .plan-cost = plan: bedrag
    .plan-needs = plan: nodig
    .plan-more = plan: antwoord op wat jullie vragen
    .sent-at = ingestuurd op
    .starts-on = begin
    .duration = hoe lang
    .official = contactpersoon
    .answer-days = antwoord binnen (dagen)
    .decided-at = besloten
    .translated = vertaald in
    .published-in = bekend maken
    .recorded = wij bewaren
    .interest = aanmelding
    .interests = aanmeldingen
    .questions = open vragen
    .key = nummer
    .budget = budget
    .say = wie beslist mee
    .text = tekst
    .kinds = voor wie
    .alternative = of anders
    .unmet = lukt niet (aantal)
    .weight = telt mee (%)
    .reference = code
    .party = partij
    .kind = soort
    .legal-form = rechtsvorm
    .stored-at = binnen op
    .waits-at = wacht sinds
    .taken-until = overgenomen tot
    .holder = overgenomen door
    .assigned = van
    .known-as = bekend als
    .asked = gevraagd aan een mens
    .answer-by = antwoord voor
    .brings = brengt mee
    .needs = heeft nodig
    .people = aantal mensen
    .part-keys = onderdelen
    .area = waar
    .partners = samen met
    .outcome = uitkomst
    .applied-at = verteld op
    .amount = bedrag
    .reach = te bereiken via
    .meets = wat lukt
    .remarks = lukt niet
    .can = lukt dat
    .person = persoon
    .channels = kanalen
    .at = wanneer
    .actor = wie
    .field = veld
    .fields = velden
    .deed = wat
    .about = waarover
    .before = was
    .after = werd
    .question = vraag
    .answer = antwoord
    .asked-at = gesteld op
    .code = code
    .year = jaar
    .email = e-mail
    .name = naam
    .role = rol
    .notify = e-mail over wat wacht
    .confirmed-at = bevestigd op
    .source = bron
    .source-date = datum van de bron
    .source-last = laatste in de bron
    .left-at = weg sinds
    .created-at = bekend sinds
    .stopped-at = geen berichten meer sinds
    .news = wil nieuws
    .used-at = laatst gebruikt
    .gone-at = weg sinds
    .purpose = waarvoor
    .given = goed gevonden
    .scope = waarbij
    .made-at = gemaakt op
    .what = wat
    .planned-for = gepland voor
    .persons = mensen
    .called-off = afgezegd
    .sent = verstuurd
    .waiting = wacht
    .failed = niet gelukt
    .gone = adres weg
    .stopped = gestopt
    .first = eerste
    .last = laatste
    .apart = verschil
    .channel = kanaal
    .reason = reden
    .begins-at = begint
    .ends-at = eindigt
    .location = waar precies
    .seats = plaatsen
    .access = toegankelijk
    .interpreters = tolken
    .notes = goed om te weten
    .coming = komen
    .seated = heeft plek
    .cancelled-at = afgezegd op
    .media = foto of spraak
    .file = bestand
    .size = grootte
    .who = van wie
    .answered-at = beantwoord op
    .for-all = voor iedereen
    .public-text = vraag voor iedereen
    .place = plek
    .most-a-week = hoogstens per week
    .contact = contact
    .venue = buurtplek
    .link = link
    .chat = gesprek
    .seen = gezien
    .started = begonnen
    .expressed = aangemeld
    .agreed = afgesproken
    .occasion = aanleiding
    .stand = stand
    .made-by = gemaakt door
    .approved-by = goedgekeurd door
    .approved-at = goedgekeurd op
    .begins = begint
    .languages = talen
    .parties = soorten partijen
    .partner = partner
    .answered = reageerde eerder
    .spread = rest na (uren)
    .remind = herinnering (dagen vooraf)
    .expires = voorbij op
    .policy = na een storing
    .venues = buurtplekken
    .picture = foto
    .wave = golf
    .finish = klaar rond
    .step = bericht
    .expired = te laat
    .uncertain = onzeker
    .audience = voor wie
    .plan = plan
    .texts = teksten
    .currency = munt
    .checklist = checklist
    .translations = vertaling
    .reminder = herinnering
    .number = nummer
    .parts = onderdelen
    .requirements = eisen
    .criteria = beoordelingspunten
    .criterion = punt
    .word = woord
    .by = volgens
    .settled = vastgesteld
    .score = samen (0–100)
    .earlier = eerder
    .differs = verschilt

# Andere woorden voor kolommen, met een streep ertussen.
commands-also = ook
    .value = bedrag
    .answers-until = reageren tot en met | deadline
    .plan-until = plannen tot en met | plan tot
    .plan-asks = plan vraagt
    .questions-until = vragen tot en met
    .summary = korte tekst
    .starts-on = begint op
    .title = naam
    .criteria = criterium | punt
    .kinds = voor
    .alternative = anders
    .weight = gewicht
    .say = zeggenschap

# Wat een veld aanneemt, in de hulp.
commands-takes = waarde
    .text = tekst, hooguit { $most } tekens
    .code = kies uit { $names }
    .codes = een of meer, met komma’s ertussen: { $names }
    .places = namen of codes van het CBS, met komma’s ertussen
    .venues = codes van buurtplekken, met komma’s ertussen
    .languages = talen, met komma’s ertussen, zoals nl,en
    .language = een taal, zoals nl
    .currency = een munt, zoals EUR
    .money = een bedrag in euro, zoals 1.234,56
    .day = een dag, zoals 31-12-2026 of 31 december 2026
    .start = een dag met een tijd, zoals 31-12-2026 19:30
    .deadline = een dag, of een dag met een tijd, zoals 31-12-2026 17:00
    .at = een dag, of een dag met een tijd, zoals 31-12-2026 17:00. Leeg: meteen
    .yes-no = ja of nee
    .number = een getal van { $low } tot { $high }
    .first = hoeveel procent van de mensen het eerst bericht krijgt, van { $low } tot { $high }
    .spread = hoeveel uur later de rest bericht krijgt, van { $low } tot { $high }
    .remind = hoeveel dagen voor de laatste dag we herinneren, van { $low } tot { $high }
    .picture = het adres van een foto, dat begint met https://
    .template = per taal een eigen tekst. Voor Nederlands zet je .nl achter de naam. Uit een bestand: @brief.txt
    .items = één voor één, met het nummer uit opportunities show. Een nummer dat er nog niet is, komt erbij. Leeg neemt weg. Alles tegelijk mag als JSON, ook uit een bestand: @lijst.json
    .checklist = tekst per vraag, hooguit { $most } tekens. Na een punt komt de naam van de vraag, of de vraag zelf: checklist.lent=een boor
    .translations = hetzelfde in een andere taal: vertaling.en.titel=Benches, vertaling.en.eis.1=A plan

# Eén uit een lijst die meer dan één veld heeft.
commands-one = één
    .parts = onderdeel
    .requirements = eis
    .criteria = beoordelingspunt

# Hulp bij opties die meer opdrachten delen, en de kopjes van de hulp.
commands-option = opties
    .data = De map met de gegevens: database, instellingen en bestanden.
    .json = Geef alles als JSON.
    .limit = Hoeveel regels je hooguit ziet. De nieuwste eerst.
    .staff = Het e-mailadres van de medewerker die dit doet of leest. Anders geldt de instelling KANSENBODE_STAFF.
    .language = De taal.
    .host = Het adres waarop de server luistert.
    .port = De poort waarop de server luistert.
    .opportunity = Het nummer of kenmerk van de kans.
    .interest = Het nummer van de aanmelding, of de code die mensen kregen.
    .campaign = Het nummer van de campagne.
    .conversation = Het nummer van het gesprek.
    .question = Het nummer van de vraag.
    .facts = Feiten, elk als veld=waarde. Bijvoorbeeld: richting=informeel reageren-tot=31-12-2026
    .file = Het bestand.
    .to = Bewaar het in een nieuw bestand: een werkboek (.xlsx), of een tabel (.csv).
    .preview = Laat alleen zien wat er verandert en wie bericht krijgt. Er verandert niets.
    .yes = Je hebt gezien wat er verandert. Doe het zonder te vragen.
    .version = De versie die je las, uit opportunities show. Is er intussen een nieuwere, dan verandert er niets.
    .reason = Waarom, of de naam van een bestand: @reden.txt. Iedereen die zich aanmeldde leest dit.
    .help = Laat deze hulp zien.
    .install-completion = Vul opdrachten voortaan aan met de tab-toets.
    .show-completion = Laat zien hoe je het aanvullen zelf instelt.
    .panel-option = Opties
    .panel-argument = Wat je meegeeft
    .panel-command = Opdrachten

commands-help = Kansenbode brengt kansen van de gemeente naar mensen in de buurt.
    .version = Laat zien welke versie dit is.
commands-help-serve = Start de server met de pagina’s en de chat.
commands-help-web = Start alleen de pagina’s en de chat. Daarnaast draaien workers, op dezelfde PostgreSQL.
commands-help-worker = Verstuur wat aan de beurt is, naast de servers waar mensen komen.
commands-help-demo = Probeer Kansenbode met de bedachte gemeente Waterdam.
    .data = De map voor de gegevens. Zonder deze optie is dat een nieuwe tijdelijke map.
commands-help-talk = Voer het gesprek hier, in de terminal.
commands-help-opportunities = Kansen bekijken, maken en openen.
commands-help-opportunities-list = Geef de lijst met kansen.
    .state = Alleen kansen met deze stand.
commands-help-opportunities-show = Laat één kans zien, met wat er nog ontbreekt.
commands-help-opportunities-told = Laat zien wie wat te horen kreeg, wanneer en waar.
    .people = Laat elke persoon zien, met een nummer.
commands-help-opportunities-retry = Probeer opnieuw de berichten over een kans die niet aankwamen.
commands-help-opportunities-planned = Laat zien welke berichten nog uitgaan, wanneer, naar hoeveel mensen, en met welke tekst.
commands-help-opportunities-call-off = Zeg een bericht af dat nog moet uitgaan.
    .notice = Het nummer van het bericht, uit opportunities planned.
commands-help-opportunities-new = Maak een nieuwe kans. Niemand ziet die tot je haar opent.
    .tender-id = Het kenmerk waaronder jullie deze kans kennen.
commands-help-opportunities-set = Vul feiten van een kans in, of verander ze.
commands-help-opportunities-explore = Laat mensen een concept lezen en zeggen wat er mist. Aanmelden kan nog niet.
commands-help-opportunities-open = Open een kans, zodat mensen kunnen reageren.
    .reason = Wat je deed met wat mensen over het concept zeiden, of de naam van een bestand: @reden.txt. Wie meedacht of de kans volgde, leest dit.
    .checked = Je hebt nagekeken dat de reden niet over een persoon gaat.
commands-help-opportunities-picture = Geef een kans een foto, met wat er op te zien is. Of haal de foto weg.
    .file = De foto, als JPEG of PNG.
    .alt = Wat er op de foto te zien is, voor wie de foto niet ziet. In een andere taal zo: --alt "en=A garden".
    .credit = Van wie de foto is, en onder welke licentie. Dat staat eronder.
    .remove = Haal de foto weg. Er staat dan weer een tekening.
commands-help-opportunities-overrule = Leg vast waarom een kans opengaat, ook al staat er iets in de weg.
    .remark = Wat er in de weg staat, zoals opportunities open het noemt.
    .reason = De reden, en wie ernaar keek, of de naam van een bestand: @reden.txt. Zonder reden gaat die weer weg.
commands-help-opportunities-lot = Loot wie het eerst aan de beurt is. Wie het nog eens doet, krijgt dezelfde volgorde.
commands-help-opportunities-lot-again = Loot nog eens met het getal van de pagina, zoals iedereen het kan nadoen.
    .seed = Het getal van de loting, zoals het op de pagina staat.
    .count = Hoeveel aanmeldingen er meedoen.
commands-help-opportunities-dossier = Schrijf alles van een kans naar een map, om het besluit uit te leggen. Dat is een PDF voor het archief, en open data.
    .to = De map. Die mag er nog niet zijn.
    .without-names = Zonder namen: partijen en collega’s hebben een nummer.
commands-help-opportunities-close = Sluit een kans. Niemand kan dan nog reageren.
commands-help-opportunities-letter = Vertel een uitkomst in eigen woorden. Zonder tekst gebruiken we weer die van ons.
    .outcome = Voor wie de tekst is.
    .text = De tekst, of de naam van een bestand: @brief.txt. Zet %party% waar de naam van de partij komt, en %title% waar de titel van de kans komt.
    .checked = Je hebt nagekeken dat er niets over een persoon in staat.
commands-help-opportunities-next = Vraag de volgende van de reservelijst, in de plaats van wie afviel. Beide horen het.
    .reason = Waarom, of de naam van een bestand: @reden.txt. De gevraagde partij leest dit.
    .checked = Je hebt nagekeken dat de reden niet over een andere partij gaat.
commands-help-opportunities-apply = Maak van wat in potlood staat het besluit, en vertel het iedereen tegelijk.
    .people = Hoeveel mensen het horen, zoals --preview het telde. Klopt dat niet meer, dan gebeurt er niets.
    .cancel = Zeg een goedgekeurd besluit af, zolang het nog niet is ingegaan.
    .checked = Je hebt nagekeken dat de reden niet over een persoon gaat.
commands-help-opportunities-withdraw = Trek een kans in.
    .checked = Je hebt nagekeken dat de reden niet over een persoon gaat.
commands-help-interests = Aanmeldingen bekijken en verder brengen.
commands-help-interests-list = Geef de lijst met aanmeldingen.
    .decision = Hoe de aanmeldingen van één kans gewogen zijn: geef ook --opportunity.
    .state = Alleen aanmeldingen met deze stand.
commands-help-interests-plans = Laat de plannen zien die zijn ingestuurd, of bewaar ze als tabel.
commands-help-interests-show = Laat één aanmelding zien, met alle veranderingen.
    .decision = Hoe de aanmelding gewogen is, met de woorden van iedere collega.
commands-help-interests-move = Geef een aanmelding een andere stand.
    .checked = Je hebt nagekeken dat de reden niet over een andere partij gaat.
    .reason = Waarom, of de naam van een bestand: @reden.txt. De partij leest dit.
    .state = De nieuwe stand.
    .read = De stand die je las. Is die intussen anders, dan verandert er niets.
commands-help-interests-pencil = Schrijf in potlood wat er van een aanmelding wordt. Niemand buiten de gemeente leest dit, tot je het besluit vertelt.
    .outcome = Wat er van de aanmelding wordt.
    .reason = Waarom, in een zin, of de naam van een bestand: @reden.txt. De partij leest dit als het besluit er is.
    .language = De taal van de reden, als die niet voor iedereen is: wie die taal leest, krijgt deze reden.
    .order = De hoeveelste reserve het is. Zonder nummer is het de laatste.
    .together = De aanmelding waarmee deze samen doorgaat.
    .amount = Welk bedrag wie gekozen is krijgt, bijvoorbeeld 1.250,00.
    .take-back = Haal weg wat er in potlood staat.
    .checked = Je hebt nagekeken dat de reden niet over een andere partij gaat.
commands-help-interests-weigh = Weeg een aanmelding op één beoordelingspunt.
    .criterion = Het nummer van het beoordelingspunt, zoals bij opportunities show.
    .says = Wat je ervan vindt.
    .reason = Waarom, in een zin. Of de naam van een bestand: @reden.txt. Na het besluit mag de partij dit lezen.
    .settle = Dit woord geldt in het besluit.
    .checked = Je hebt nagekeken dat de reden niet over een andere partij gaat.
commands-help-interests-write = Schrijf iemand die zich aanmeldde. Het antwoord komt terug als vraag.
    .text = Wat je schrijft, of de naam van een bestand: @brief.txt
    .checked = Je hebt nagekeken dat de naam van een ander er mag staan.
commands-help-interests-files = Schrijf foto’s, spraakberichten en bestanden van een aanmelding naar een map.
    .to = De map. Is die er nog niet? Dan maken we die.
commands-help-questions = Vragen bekijken en er antwoord op geven.
commands-help-questions-list = Geef de lijst met vragen.
    .waiting = Alleen vragen die nog op antwoord wachten.
commands-help-questions-show = Laat één vraag zien, met het gesprek als dat mag.
commands-help-questions-files = Schrijf foto’s, spraakberichten en bestanden die bij een vraag horen naar een map, als je het gesprek mag lezen.
    .to = De map. Is die er nog niet? Dan maken we die.
commands-help-questions-answer = Geef antwoord aan wie de vraag stelde, of aan iedereen.
    .text = Het antwoord, of de naam van een bestand: @antwoord.txt
    .for-all = Geef het antwoord aan iedereen die interesse heeft.
    .public-question = De vraag zoals iedereen haar leest, zonder namen. Of de naam van een bestand: @vraag.txt
    .checked = Je hebt nagekeken dat er niets over een persoon in staat.
commands-help-questions-correct = Verbeter een antwoord. Wie het oude antwoord kreeg, krijgt het goede.
    .text = Het goede antwoord, of de naam van een bestand: @antwoord.txt
    .public-question = De vraag zoals iedereen haar leest, als die ook anders moet. Of de naam van een bestand: @vraag.txt
    .version = Het hoeveelste antwoord je las, uit questions show. Is er intussen een ander, dan verandert er niets.
    .checked = Je hebt nagekeken dat er niets over een persoon in staat.
commands-help-conversations = Zelf met een bewoner praten, in plaats van de assistent.
commands-help-conversations-list = Toon de gesprekken die een collega heeft, of die op een mens wachten.
    .mine = Alleen die van jou.
    .free = Alleen die van niemand.
commands-help-conversations-show = Toon één gesprek, voor zover je het mag lezen.
commands-help-conversations-take = Neem een gesprek over. De assistent zwijgt, en de bewoner leest wie er meeleest.
    .minutes = Hoelang het gesprek van jou is na elk bericht, in minuten.
commands-help-conversations-say = Schrijf de bewoner, onder je eigen naam.
    .text = Wat je schrijft, of de naam van een bestand: @bericht.txt
commands-help-conversations-assign = Geef een gesprek aan een collega. Zonder collega is het van niemand.
    .email = Het e-mailadres van de collega.
commands-help-conversations-give-back = Geef een gesprek terug. De assistent gaat verder waar die was.
commands-help-venues = Plekken van anderen: groepen, borden en nieuwsbrieven.
commands-help-venues-add = Voeg een plek toe waar geen bot kan komen, zoals een bord of een app-groep.
    .name = Hoe mensen de plek noemen.
    .kind = Wat voor plek het is.
    .place = De wijk of buurt: een naam of een code van het CBS.
    .language = De taal van de plek.
    .contact = Via wie je daar iets regelt. Noem een functie, zoals “beheerder van de groep”. Geen privénummer.
    .most-a-week = Hoeveel berichten de plek per week wil, op zijn hoogst.
commands-help-venues-list = Geef de lijst met plekken. Nieuwe plekken wachten tot je ze bevestigt.
commands-help-venues-show = Laat één plek zien: wat daar geplaatst is en wat de plek weigerde.
    .code = De korte naam van de plek, uit de lijst.
commands-help-venues-retry = Probeer opnieuw wat een plek weigerde. De kaart zegt wat er nu over de kans bekend is.
    .code = De korte naam van de plek, uit de lijst.
commands-help-venues-confirm = Bevestig een plek, zodat je er iets kunt plaatsen. Of verander wat erover bekend is.
    .code = De korte naam van de plek, uit de lijst.
    .name = Hoe mensen de plek noemen.
    .kind = Wat voor plek het is.
    .place = De wijk of buurt: een naam of een code van het CBS.
    .language = De taal van de plek.
    .contact = Via wie je daar iets regelt. Noem een functie, zoals “beheerder van de groep”. Geen privénummer.
    .most-a-week = Hoeveel berichten de plek per week wil, op zijn hoogst.
commands-help-venues-post = Plaats één kaart over een kans op een plek. Verandert de kans, dan verandert de kaart mee.
    .code = De korte naam van de plek, uit de lijst.
commands-help-venues-trail = Geef link, code, QR-code en een tekst om door te sturen.
    .code = De korte naam van de plek, uit de lijst.
    .to = Het bestand voor de QR-code. Met een streepje (-) komt die op het scherm.
commands-help-opportunities-extend = Verschuif de laatste dag na een storing, met zoveel tijd als mensen misten. Iedereen die zich aanmeldde, hoort het op één moment.
commands-help-meetings = Bijeenkomsten bij een kans: maken, veranderen, afzeggen, en wie er komt.
commands-help-meetings-add = Zet een bijeenkomst bij een kans. Wie zich aanmeldde voor de kans, hoort het.
    .facts = Feiten, elk als veld=waarde. Bijvoorbeeld: soort="open dag" begint="3-12-2026 14:00" eindigt="3-12-2026 17:00"
commands-help-meetings-edit = Verander een bijeenkomst. Iedereen die komt, hoort het op één moment.
    .meeting = Het nummer van de bijeenkomst, uit de lijst.
    .facts = Feiten, elk als veld=waarde. Bijvoorbeeld: plaatsen=40
commands-help-meetings-cancel = Zeg een bijeenkomst af. Iedereen die zou komen, hoort op één moment waarom.
    .meeting = Het nummer van de bijeenkomst, uit de lijst.
    .reason = Waarom het niet doorgaat, of de naam van een bestand: @reden.txt. Iedereen die zou komen leest dit.
    .checked = Je hebt nagekeken dat de reden niet over een persoon gaat.
commands-help-meetings-report = Vertel iedereen die zich aanmeldde wat er op een bijeenkomst gebeurde. Het staat daarna bij de vragen en antwoorden.
    .meeting = Het nummer van de bijeenkomst, uit de lijst.
    .text = Wat er gebeurde, of de naam van een bestand: @verslag.txt.
    .checked = Je hebt gekeken: er staat niets in over een persoon.
commands-help-meetings-list = Geef de lijst met bijeenkomsten: hoeveel mensen komen, en hoeveel er wachten.
commands-help-meetings-show = Laat één bijeenkomst zien: wie er komt, en wat die mensen nodig hebben.
    .meeting = Het nummer van de bijeenkomst, uit de lijst.
commands-help-places = Wijken, buurten, straten en postcodes inlezen en bekijken.
commands-help-places-import = Lees wijken en buurten in uit een tabel van het CBS, of straten en postcodes met hun buurt.
    .file = Een CSV-bestand met de kolommen code en naam. Of met straat, postcode of PC6, en daarbij buurt.
    .year = Het jaar van de indeling van het CBS.
commands-help-places-remove = Haal een plek weg die er niet bij hoort.
    .place = De code van het CBS, of de naam.
commands-help-places-list = Geef de lijst met plekken.
commands-help-audit = Nagaan of het log van wie wat deed nog is zoals het is opgeschreven.
commands-help-audit-verify = Loop de keten van gebeurtenissen na.
    .kept = Het zegel dat je eerder bewaarde: zo zie je ook of er gebeurtenissen weg zijn.
commands-help-staff = Medewerkers toevoegen, bekijken en laten gaan.
commands-help-staff-add = Voeg een medewerker toe, of verander naam en rol.
    .email = Het e-mailadres van de medewerker.
    .name = De naam van de medewerker.
    .role = De rol van de medewerker.
    .notify = Hoe hoort deze collega per e-mail wat er wacht?
commands-help-staff-remove = Haal een medewerker weg die hier niet meer werkt. Wat die deed, blijft bewaard.
    .email = Het e-mailadres van wie weggaat.
    .heir = De collega die contactpersoon wordt bij de kansen van wie weggaat.
commands-help-staff-invite = Maak een link waarmee een collega een wachtwoord kiest, voor het eerst of opnieuw.
    .email = Het e-mailadres van de collega.
commands-help-staff-list = Geef de lijst met medewerkers.
    .left = Laat ook zien wie hier niet meer werkt.
commands-help-today = Laat zien wat op antwoord of een besluit wacht. Wat het eerst beloofd is, staat bovenaan.
    .limit = Hoeveel er van elke soort hooguit in de lijst komen.
commands-help-find = Zoek alles bij een code, een nummer, een naam of een woord.
    .word = De code die iemand kreeg, een nummer, een naam, of een woord uit een tekst.
    .limit = Hoeveel er van elke soort hooguit in de lijst komen.
commands-help-events = Laat zien wie wat deed, en wanneer. Het nieuwste staat bovenaan.
    .by = Alleen wat deze collega deed: een e-mailadres.
    .since = Alleen wat gebeurde vanaf deze dag.
    .opportunity = Alleen wat bij deze kans hoort: het nummer of kenmerk.
    .interest = Alleen wat bij deze aanmelding hoort: het nummer, of de code die mensen kregen.
    .question = Alleen wat bij deze vraag hoort: het nummer.
    .campaign = Alleen wat bij deze campagne hoort: het nummer.
commands-help-failed = Berichten die niet aankwamen: waarom, wat helpt, en opnieuw proberen.
commands-help-failed-list = Laat zien wat de laatste 30 dagen niet aankwam.
    .kind = Alleen berichten van deze soort.
commands-help-failed-retry = Probeer opnieuw wat niet aankwam. Voor campagnes is er: kansenbode campaign retry
    .kind = Alleen berichten van deze soort.
commands-help-import = Haal kansen binnen uit tabellen (XLSX, ODS, XLS, CSV) en uit OCDS.
    .files = De bestanden, hoe ze ook heten. Wat een openbare kans verandert, laten we eerst zien.
    .template = Maak een lege tabel om in te vullen. Met een bestandsnaam komt die daar.
commands-help-export = Geef kansen met hun aanmeldingen als OCDS.
    .ocid = Alleen de kans met deze OCID. Je mag dit vaker opgeven.
    .since = Alleen wat veranderde vanaf deze dag.
    .to = Het bestand voor het resultaat. Zonder deze naam komt het op het scherm.
    .drafts = Neem ook concepten mee.
    .published = De datum die in het bestand komt. Anders is dat de laatste verandering.
commands-help-backup = Maak een kopie van de database. De server mag gewoon doorgaan.
    .file = Het bestand voor de kopie. Zonder deze naam komt die in de map backups.
commands-help-restore = Zet een kopie van de database terug. Stop eerst de server.
    .file = De kopie die je terugzet.
    .erased = De lijst van mensen die vergeten zijn, van de machine waar de kopie vandaan komt: erased.jsonl.
    .without-list = Ga verder, ook als de lijst van vergeten mensen weg is of kapot. Wie erop stond, kan dan terugkomen.
commands-help-wipe = Wis nu van de schijf wat vergeten is. Anders gebeurt dat ’s nachts. De server mag gewoon doorgaan.
commands-help-doctor = Kijk of alles goed staat, en hoe je het maakt als dat niet zo is.

# Wat er in de hulp voor een waarde staat.
commands-metavar = waarde
    .occasion = AANLEIDING
    .step = BERICHT
    .number = NUMMER
    .state = STAND
    .role = ROL
    .choice = KEUZE
    .kind = SOORT
    .kenmerk = KENMERK
    .remark = OPMERKING
    .file = BESTAND
    .dir = MAP
    .email = E-MAIL
    .text = TEKST
    .code = CODE
    .name = NAAM
    .place = PLEK
    .opportunity = KANS
    .interest = AANMELDING
    .conversation = GESPREK
    .question = VRAAG
    .campaign = CAMPAGNE
    .criterion = PUNT
    .word = WOORD
    .year = JAAR
    .address = ADRES
    .date = DAG
    .outcome = UITKOMST
    .amount = BEDRAG
    .field-value = VELD=WAARDE
    .folder = MAP
    .people = AANTAL
    .seal = ZEGEL
    .most-a-week = AANTAL
    .ocid = OCID
    .file-svg = BESTAND.svg
    .file-xlsx = BESTAND.xlsx

commands-usage-names = { $help } Kies uit: { $names }.
commands-usage-fields = Velden, elk als veld=waarde. De Engelse naam mag ook. Een spatie in een naam mag een streepje zijn. Met niets of een los streepje (-) achter het =-teken maak je een veld leeg.
commands-usage-field = { $field }: { $takes }
commands-usage-hint = Hulp vind je met: { $command } --help
commands-usage-missing = Hier ontbreekt nog iets: { $name }
commands-usage-choice = Dit past niet bij { $name }. Kies uit: { $allowed }
commands-usage-number = Geef bij { $name } een heel getal dat kan, bijvoorbeeld 3.
commands-usage-command = { $near ->
    [none] Die opdracht is er niet.
   *[other] Die opdracht is er niet. Bedoel je { $near }?
 } Kies uit: { $allowed }
commands-usage-option = { $near ->
    [none] De optie { $name } bestaat niet.
   *[other] De optie { $name } bestaat niet. Bedoel je { $near }?
 }
commands-usage-day = Geef bij { $name } een dag, zoals 31-12-2026.
commands-usage-closed = Wat je bij { $name } noemt, mag je niet lezen: { $given }
commands-usage-wrong = Dit past niet bij { $name }.
commands-usage-value = De optie { $name } mist een waarde.
commands-usage-extra = Dit is te veel: { $given }. Zet een tekst met spaties tussen aanhalingstekens.
commands-usage-other = Dat begrijp ik niet.

# Woorden in de hulp zelf.
commands-usage-word = woorden
    .usage = Zo werkt het:
    .options = [OPTIES]
    .subcommand = OPDRACHT …
    .required-long = nodig
    .default = anders: { $value }
    .envvar = of de variabele { $value }

# Wat er mis kan gaan met de opslag, zoals outreach/store/errors.py het noemt.
commands-store = opslag
    .store-error = De opslag kan dit niet.
    .not-now = De opslag neemt nu even niets aan. Hetzelfde kan later wel.
    .too-many = Er schrijven nu meer mensen dan we op tijd kunnen antwoorden. Probeer het zo weer.
    .store-closed = De opslag sluit af en neemt niets nieuws meer aan.
    .store-busy = Een ander programma houdt de database te lang vast. Sluit dat af, of probeer het zo weer.
    .store-failed = We kunnen niets in de database schrijven. Kijk naar de schijf, en dan met: kansenbode doctor
    .database-away = De databaseserver is niet te bereiken. Kijk of PostgreSQL draait, en wat er bij KANSENBODE_DATABASE_URL staat.
    .store-damaged = De database is beschadigd. Stop de server en zet de nieuwste goede kopie terug: kansenbode restore BESTAND.
    .unreadable = Iets in de database is geen datum of JSON meer. Waar het staat, zegt: kansenbode doctor
    .clock-in-doubt = De klok staat ver van wat het laatst is opgeschreven. Wat voorgoed weggaat, wacht een uur. In dat uur moet de klok gelijk lopen.
    .swallowed-error = Een regel ving een fout van de database op en ging door. Meld dit aan de makers.
    .rule-commits = Een regel mag niet zelf vastleggen of terugdraaien. Meld dit aan de makers.
    .row-failed = Enkele rijen zijn niet te verwerken; de andere wel. Kijk met: kansenbode doctor
    .database-missing = Hier is geen database. Maak er een met kansenbode serve, of noem een andere map met --data.
    .database-newer = Deze database is gemaakt door een nieuwere Kansenbode. Installeer die versie, of zet een oudere kopie terug.
    .database-unreleased = Deze database is van voor de eerste uitgave; haar stappen kennen we niet meer. Wil je er iets van bewaren? Exporteer dat met het programma dat haar maakte. Begin dan met een andere map of een andere database, en importeer het daar.
    .step-breaks = Een stap van de omzetting liet rijen achter zonder de rijen waar ze naar wijzen. Er is niets veranderd.
    .folder-in-use = Een andere Kansenbode werkt met deze map. Stop die eerst.
    .database-in-use = Andere programma’s gebruiken deze database. Stop die eerst.
    .not-shared = Met een database in een bestand werkt alleen kansenbode serve. Voor meer servers heb je KANSENBODE_DATABASE_URL nodig.
    .file-there = Er is al een bestand met deze naam. Daar schrijven we niet overheen. Kies een andere naam.
    .erasures-broken = De lijst van vergeten mensen is op deze regel niet te lezen. Herstel die regel, zodat niemand terugkomt. Kan dat niet? Dan kun je verder met --without-list.
    .erasures-lost = Deze lijst van vergeten mensen is weg of niet compleet. Wie erop stond, zou terugkomen. Er is niets veranderd. Heb je de lijst nog, van deze of een andere machine? Geef die mee met --erased BESTAND. Heb je haar echt niet meer? Dan kun je verder met --without-list.
    .not-wiped = Wie vergeten is, staat nog op de schijf. Niemand kan het zien. Probeer het later nog eens.
    .not-a-backup = Dit bestand is geen goede kopie van Kansenbode. Er is niets veranderd.
    .backup-failed = pg_dump kon de database niet kopiëren. Het moet bij de server kunnen, en even nieuw zijn als die server.
    .tool-older = pg_dump is ouder dan de server, en weigert daarom. Installeer postgresql-client van de versie van de server.
    .not-unicode = Deze database van PostgreSQL kan niet elke letter bewaren: ze is niet UTF-8. Maak er een die dat wel is, en noem die:

        createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8 kansenbode
    .tool-missing = Hiervoor is een programma nodig dat bij PostgreSQL hoort, en dat er niet is: apt-get install postgresql-client

# Wat deze computer, de database of een server niet kan, bij de naam die een programma eraan geeft.
commands-fault = fout
    .enoent = dat bestand of die map is er niet
    .eacces = daar mag je niet bij
    .eperm = dat mag je niet
    .eexist = dat is er al
    .eisdir = dat is een map
    .enotdir = dat is geen map
    .enospc = de schijf is vol
    .edquot = de ruimte die we hier mogen gebruiken, is op
    .erofs = je kunt daar alleen lezen
    .eio = de schijf geeft een fout
    .ebusy = iets anders gebruikt dat nu
    .emfile = er zijn te veel bestanden open
    .enfile = er zijn te veel bestanden open
    .eloop = de koppelingen wijzen in een kring
    .eaddrinuse = die poort is al in gebruik
    .eaddrnotavail = dat adres is niet van deze computer
    .econnrefused = daar neemt niemand op
    .econnreset = de andere kant brak af
    .etimedout = we kregen op tijd geen antwoord
    .enetunreach = dat netwerk is niet te bereiken
    .ehostunreach = die computer is niet te bereiken
    .enametoolong = die naam is te lang
    .no-host = die naam van een computer is niet bekend
    .sqlite-readonly = we mogen er alleen in lezen
    .sqlite-full = de schijf is vol
    .sqlite-cantopen = we kunnen het bestand niet openen
    .sqlite-busy = een ander programma houdt haar te lang vast
    .sqlite-locked = een ander programma houdt haar te lang vast
    .sqlite-corrupt = het bestand is beschadigd
    .sqlite-notadb = het bestand is geen database
    .sqlite-ioerr = de schijf geeft een fout
    .sqlite-perm = we mogen er niet bij
    .password = de gebruiker of het wachtwoord klopt niet
    .no-database = die database of die gebruiker is er niet
    .starting = de server start nog op
    .databaseaway = daar neemt niemand op, of we komen er niet bij
    .unreadable = er staat iets in de database dat we niet kunnen lezen
    .storedamaged = de database is beschadigd
    .orphan = een rij wijst naar een rij die er niet is
    .connections = er zijn te veel verbindingen open
    .away = de server brak de verbinding af
    .integrityerror = de database weigert wat erin moet
    .dataexception = de database weigert wat erin moet
    .operationalerror = de database kan dit nu niet
    .storefailed = we kunnen niets in de database schrijven
    .storebusy = een ander programma houdt de database te lang vast
    .permissionerror = daar mag je niet bij
    .filenotfounderror = dat bestand of die map is er niet
    .timeouterror = we kregen op tijd geen antwoord
    .smtpauthenticationerror = de naam of het wachtwoord klopt niet
    .smtpconnecterror = daar neemt niemand op
    .smtpconnecttimeouterror = we kregen op tijd geen antwoord
    .smtpconnectresponseerror = de server laat ons niet toe
    .smtptimeouterror = we kregen op tijd geen antwoord
    .smtpreadtimeouterror = we kregen op tijd geen antwoord
    .smtpserverdisconnected = de server brak de verbinding af
    .smtprecipientsrefused = de server neemt geen post aan voor dit adres
    .smtprecipientrefused = de server neemt geen post aan voor dit adres
    .smtpsenderrefused = de server neemt geen post aan van het adres in KANSENBODE_MAIL_FROM
    .smtpdataerror = de server weigert het bericht
    .smtpheloerror = de server herkent ons niet
    .smtpnotsupported = de server kan niet wat KANSENBODE_MAIL_TLS vraagt
    .smtpexception = de mailserver geeft een fout
    .smtpresponseexception = de mailserver geeft een fout
    .sslcertverificationerror = het certificaat van de server klopt niet
    .sslerror = de beveiligde verbinding lukt niet
    .gaierror = die naam van een computer is niet bekend
    .connectionrefusederror = daar neemt niemand op
    .connectionreseterror = de andere kant brak af
    .connectionerror = er is geen verbinding
    .clientconnectorerror = daar neemt niemand op
    .networkerror = er is geen verbinding

commands-system = { $where ->
    [none] Dat lukt niet op deze computer: { $reason }.
   *[other] Dat lukt niet op deze computer: { $reason }: { $where }
 }
commands-database = De database werkt niet mee: { $reason }. Kijk met: kansenbode doctor
commands-unforeseen = Er ging iets mis dat we niet hadden verwacht ({ $kind }, { $where }). Meld dit aan de makers.

commands-working = Deze worker verstuurt wat aan de beurt is. Mensen komen hier niet. Stoppen doe je met Ctrl-C.
commands-serving = Open { $address } in je browser. Stoppen doe je met Ctrl-C.
commands-demo-serving = Open { $address } in je browser. Medewerkers gaan naar { $address }werk. Stoppen doe je met Ctrl-C.
commands-demo-folder =
    Dit is de demo van Waterdam. De gegevens staan in { $folder }
    Je bent daar medewerker { $staff }. Gebruik dit bij opdrachten: --data { $folder } --as { $staff }
commands-demo-others =
    Het stadhuis heeft nog meer collega’s. Zet er een achter --as: { $others }
    Probeer: kansenbode interests list --data { $folder } --as { $staff }

commands-opportunities-none = Er zijn nog geen kansen. Maak er een met: kansenbode opportunities new KENMERK
commands-picture-set = De foto staat bij kans { $number }: { $wide } × { $high } pixels, { $kilobytes } kB.
commands-picture-removed = De foto is weg. Er staat weer een tekening.
commands-picture-none = Deze kans heeft geen foto.
commands-opportunities-made = Kans { $number } is gemaakt, met kenmerk { $tender_id }.
commands-opportunities-set = { $fields ->
    [none] Er is niets veranderd.
   *[other] Veranderd: { $fields }
 }
commands-opportunities-moved = De stand van kans { $given } is nu: { $state }.
commands-opportunities-overruled = { $reason ->
    [none] De reden bij { $remark } is weg.
   *[other] Vastgelegd bij { $remark }: { $reason }
 }
commands-opportunities-drawn = Geloot op { $at }. Het getal is { $seed }
    De SHA-256 daarvan is { $digest }
commands-opportunities-drawn-nobody = Er deed niemand mee.
commands-changed = - { $name }: “{ $before }” wordt “{ $after }”
commands-changed-item = { $number ->
    [new] { $one } (nieuw)
   *[other] { $one } { $number }
 }
commands-preview-reads = { $count ->
    [one] Dit krijgt één persoon te lezen:
   *[other] Dit krijgen { $count } mensen te lezen:
 }

    { $text }

commands-preview-more = { $count ->
    [one] En nog 1 ander bericht.
   *[other] En nog { $count } andere berichten.
}
commands-preview-only = Er is niets veranderd: dit was om te kijken.
commands-preview-ask = Doen we dit? ja of nee
commands-sheet = blad
    .weighing = Weging
    .plans = plannen
    .opportunities = Kansen
    .interests = Aanmeldingen
    .questions = Vragen
    .told = Berichten
    .people = Wie wat kreeg
    .steps = Stappen
    .reasons = Waarom niet
    .brought = Wat het bracht
commands-sheet-written = { $count ->
    [0] Er is niets om te bewaren. De koppen staan in { $file }
    [one] Eén rij staat in { $file }
   *[other] { $count } rijen staan in { $file }
 }
commands-more = Dit zijn de nieuwste. { $count ->
    [one] Er is nog 1 oudere.
   *[other] Er zijn nog { $count } oudere.
  } Wil je alles zien? Zet dan erachter: --limit { $whole }
commands-opportunities-dossier = Het dossier staat in { $folder }. Controleer de bestanden met: sha256sum -c SHA256SUMS
commands-interests-none = Er zijn nog geen aanmeldingen.
commands-interests-no-plans = Er is nog geen plan ingestuurd.
commands-interests-moved = De stand van aanmelding { $number } is nu: { $state }. Die was: { $before }.
commands-interests-early = Let op: deze kans is nog open. { $until ->
    [always] Anderen kunnen zich nog aanmelden.
   *[other] Anderen kunnen zich nog aanmelden, tot en met { $until }.
 } Weeg ook hun aanmelding.
commands-interests-no-reason = Zonder reden lezen ze alleen dat het niet doorgaat. Zo geef je er een: kansenbode interests move { $given } --reason "Waarom" afgewezen
commands-outcome = { $outcome }{ $place ->
    [0] {""}
   *[other] {" "}{ $place }
 }{ $amount ->
    [none] {""}
   *[other] , { $amount }
 }{ $together ->
    [none] {""}
   *[other] , samen met aanmelding { $together }
 }. De reden: { $reason }
commands-letter = { $text ->
    [none] Wie { $outcome } is, leest weer onze tekst.
   *[other] Wie { $outcome } is, leest straks: { $text }
 }
commands-decision-approved = Het besluit over kans { $given } is goedgekeurd. Het gaat in op { $at }. { $people ->
    [0] Er is niemand om het aan te vertellen.
    [one] Eén persoon hoort het daarna, buiten de stille uren.
   *[other] { $people } mensen horen het daarna op één moment, buiten de stille uren.
 } Afzeggen kan tot dan: kansenbode opportunities apply { $given } --cancel
commands-decision-called-off = Het besluit over kans { $given } is afgezegd. Wat in potlood staat, blijft staan.
commands-decision-untranslated = Bij “{ $outcome }” is er geen reden in het { $language }. { $people ->
    [one] Eén persoon leest die
   *[other] { $people } mensen lezen die
 } in het { $spoken }. Schrijf die met: kansenbode interests pencil … --language { $code }
commands-next = Aanmelding { $number } is nu gekozen, in de plaats van { $gone }.
commands-pencil = In potlood bij aanmelding { $number }: { $outcome }
    Niemand buiten de gemeente leest dit, tot je het besluit vertelt.
commands-pencil-back = Bij aanmelding { $number } staat niets meer in potlood.
commands-interests-weighed = { $settled ->
    [yes] Vastgesteld bij aanmelding { $number }, punt { $criterion }: { $word }.
   *[no] Jouw woord bij aanmelding { $number }, punt { $criterion }: { $word }.
 }
commands-interests-weighed-same = Dit stond er al.
commands-weighing-scale = De woorden, en hoeveel ze tellen: { $words }. Waar een vraagteken staat, is nog niets vastgesteld.
commands-weighing-sum = “Samen” helpt bij het vergelijken. Het is elk vastgesteld woord, keer hoe zwaar dat punt telt, op een schaal van 0 tot 100. Het beslist niets.
commands-weighing-against = Let op: aanmelding { $more } ({ $first }) komt samen hoger uit dan { $less } ({ $second }). Dat mag, met een reden die dat uitlegt.
commands-weighing-settled = vastgesteld door { $by }
commands-weighing-earlier = Eerder, op { $at }, vond { $by }: { $word }. { $reason ->
    [none] {""}
   *[other] { $reason }
 }
commands-weighing-no-criteria = Deze kans heeft geen beoordelingspunten. Er valt dan niets te wegen.
commands-interests-written = Je bericht staat bij aanmelding { $number }.
commands-interests-missed = { $stopped ->
    [0] {""}
    [one] Eén persoon krijgt dit niet: die typte “stop”.{" "}
   *[other] { $stopped } mensen krijgen dit niet: zij typten “stop”.{" "}
 }{ $gone ->
    [0] {""}
    [one] Eén persoon kunnen we niet meer bereiken.
   *[other] { $gone } mensen kunnen we niet meer bereiken.
 }
commands-conversations-none = Er wacht geen gesprek op een mens.
commands-conversations-unread = Je kunt hier niets lezen: niemand nam dit gesprek over, en de bewoner gaf geen toestemming.
commands-conversations-taken = Gesprek { $number } is van jou, tot { $until }. { $leaving ->
        [0] De assistent zwijgt.
        [one] De assistent zwijgt. Eén bericht was al onderweg en kan nog aankomen.
       *[other] De assistent zwijgt. { $leaving } berichten waren al onderweg en kunnen nog aankomen.
    }
commands-conversations-written = Je bericht in gesprek { $number } gaat nu uit. Het gesprek is van jou tot { $until }.
commands-conversations-assigned = { $who ->
        [nobody] Gesprek { $number } is nu van niemand.
       *[other] Gesprek { $number } is nu van { $email }.
    }
commands-conversations-given-back = Gesprek { $number } is teruggegeven. De assistent gaat verder waar die was.
commands-questions-none = Er zijn geen vragen.
commands-questions-openly = Iedereen leest deze vraag en dit antwoord bij de kans: op de pagina en in het gesprek.
commands-questions-answered = { $told ->
    [0] Het antwoord is bewaard. Er is niemand om het aan te sturen.
    [one] Het antwoord gaat naar één persoon.
   *[other] Het antwoord gaat naar { $told } mensen.
 }{ $all ->
    [yes] {" "}Het staat nu ook bij de kans, voor iedereen.
   *[no] {""}
 }
commands-questions-corrected = Het antwoord op vraag { $number } is verbeterd. { $told ->
    [0] Er is niemand om het aan te sturen.
    [one] Eén persoon krijgt het goede antwoord.
   *[other] { $told } mensen krijgen het goede antwoord.
 }
commands-venues-none = Er zijn nog geen plekken. Zet de bot in een groep, of voeg er een toe met: kansenbode venues add NAAM
commands-venues-added = { $name } staat erin, met de code { $code }.
commands-venues-confirmed = Het is vastgelegd. Plaatsen kan met: kansenbode venues post { $code } KENMERK
commands-venues-posted = De kaart is klaar. { $name } krijgt haar: { $at }.
commands-venues-before = Deze kans stond al klaar voor { $name }: { $at }. Er is niets nieuws geplaatst.
commands-venues-text = Deze tekst kun je doorsturen:

    { $text }
commands-venues-refused = { $name } ({ $code }) weigerde iets op { $at }. { $reason } Meer zie je met: kansenbode venues show { $code }
commands-failed-none = Alles kwam aan.
commands-failed-line =
    {"  "}{ $count ->
        [one] Eén keer
       *[other] { $count } keer
    }, via { $channel }, het laatst: { $last }. { $reason }
commands-failed-again = {"  "}Opnieuw proberen: { $command }
commands-failed-retried = { $count ->
    [0] Er is niets om opnieuw te proberen.
    [one] We proberen één bericht opnieuw. Hoe het gaat, zie je straks met: kansenbode failed list
   *[other] We proberen { $count } berichten opnieuw. Hoe het gaat, zie je straks met: kansenbode failed list
 }
commands-failed-snag =
    Overgeslagen rijen bij { $work }: { $count }
      Sinds { $since }: { $error }. We proberen het vanzelf opnieuw, steeds minder vaak.
      Nu opnieuw proberen: kansenbode failed retry
commands-failed-snags = { $count ->
    [one] Ook één overgeslagen rij komt nu opnieuw aan de beurt.
   *[other] Ook { $count } overgeslagen rijen komen nu opnieuw aan de beurt.
 }
commands-failed-asked = { $count ->
    [0] Er is niemand die we opnieuw iets moeten vragen.
    [one] We vragen één persoon om het nog eens te sturen.
   *[other] We vragen { $count } mensen om het nog eens te sturen.
 }
commands-venues-svg = De QR-code staat in { $file }
commands-opportunities-extended = Bij kans { $given } heeft iedereen de verloren tijd terug.
commands-record-outage = Het systeem was { $hours } uur niet te bereiken, kort voor een laatste dag. Geef iedereen die tijd terug: kansenbode opportunities extend { $number }
commands-record-outage-ongoing = Het systeem is nu niet te bereiken, kort voor een laatste dag. Start de server. Geef daarna iedereen die tijd terug: kansenbode opportunities extend { $number }
commands-meetings-made = Bijeenkomst { $number } staat erbij.
commands-meetings-changed = { $fields ->
    [none] Er is niets veranderd.
   *[other] Veranderd: { $fields }.
 }
commands-meetings-cancelled = Bijeenkomst { $number } gaat niet door.
commands-meetings-reported = Over bijeenkomst { $number } is nu verteld wat er gebeurde.
commands-meetings-none = Er zijn nog geen bijeenkomsten. Maak er een met: kansenbode meetings add KANS
commands-meetings-comers = Wie er komt:
commands-meetings-question = Wat gebeurde er op de { $what } van { $at }?
commands-places-added = { $count ->
    [one] 1 plek staat erin.
   *[other] { $count } plekken staan erin.
}
commands-places-passed = { $count ->
    [one] Eén rij is overgeslagen: { $given } is geen gemeente, wijk of buurt met een naam.
   *[other] { $count } rijen zijn overgeslagen, zoals { $given }. Dat is geen gemeente, wijk of buurt met een naam.
 }
commands-places-elsewhere = { $count ->
    [one] Eén plek, { $given }, ligt niet in jullie gemeente ({ $home }). Kijk of je de goede tabel hebt.
   *[other] { $count } plekken liggen niet in jullie gemeente ({ $home }), zoals { $given }. Kijk of je de goede tabel hebt.
 }
commands-streets-added = { $streets ->
    [0] { $postcodes ->
        [one] 1 postcode staat
       *[other] { $postcodes } postcodes staan
    } erin.
   *[other] { $streets ->
        [one] 1 straat
       *[other] { $streets } straten
    } en { $postcodes ->
        [one] 1 postcode
       *[other] { $postcodes } postcodes
    } staan erin.
 }
commands-streets-passed = { $count ->
    [one] Eén rij is overgeslagen
   *[other] { $count } rijen zijn overgeslagen
 }, zoals rij { $row } met “{ $given }”. Daar staat geen straat of postcode met een buurt die we kennen.
commands-places-removed = { $given } ({ $code }) staat er niet meer in.
commands-places-none = Er zijn nog geen plekken. Lees ze in met: kansenbode places import BESTAND.csv
commands-audit-right = { $count ->
    [one] 1 gebeurtenis klopt, zoals die is opgeschreven.
   *[other] { $count } gebeurtenissen kloppen, zoals ze zijn opgeschreven.
 } Zonder zegel nog: { $waiting }.
commands-audit-keep = Bewaar dit ergens anders, en controleer er later mee: --kept { $kept }
commands-staff-none = Er zijn nog geen medewerkers. Voeg er een toe met: kansenbode staff add NAAM@GEMEENTE.NL
commands-staff-added = { $name } staat erin, met de rol { $role }.
commands-staff-link = Stuur dit aan { $name }. De link werkt één keer, een week lang: { $link }
commands-staff-first = Hier werkt nog niemand. Maak jezelf de eerste beheerder. De link werkt één keer, een week lang: { $link }
commands-staff-left = { $name } werkt hier niet meer, en kan niets meer doen. Wat { $name } eerder deed, blijft bewaard.
commands-staff-contact = { $count ->
    [one] Bij één kans is deze collega nog de contactpersoon. Kies een ander met:
   *[other] Bij { $count } kansen is deze collega nog de contactpersoon. Kies een ander met:
 }
commands-staff-theirs = kansenbode opportunities set { $tender_id } contactpersoon=naam@gemeente.nl  ({ $title })
commands-staff-at-once = Alles in één keer aan een collega geven: kansenbode staff remove { $email } --to naam@gemeente.nl
commands-staff-handing = Kans { $tender_id }, “{ $title }”:
commands-staff-handed = Kans { $tender_id }: { $name } is nu de contactpersoon.
commands-version = Kansenbode { $version }

commands-record-parts = Onderdelen
commands-record-requirements = Eisen
commands-record-explored = Wat mensen zeiden van het concept, met de nummers van de vragen
commands-record-explored-stands = { $text }
commands-record-explored-gone = Zo vraag je het niet meer: { $text }
commands-record-explored-missing = Wat er mist
commands-record-remark = { $text }{ $words ->
    [none] { "" }
   *[other] { " " }({ $words })
 }
commands-record-criteria = Waar we op letten
commands-record-checklist = Checklist
commands-record-trails = Via welke plek
commands-record-earlier = Wat er eerst als antwoord stond, en tot wanneer
commands-record-meets = Wat ze kunnen van wat we vragen
commands-record-meet = { $text } ({ $can })
commands-record-members = Contactpersonen
commands-record-plan = Het plan
commands-record-changes = Wat er veranderde
commands-record-count = { $count } { $name }
commands-record-lacks = Dit ontbreekt nog voordat de kans open kan:
commands-record-lack = - { $field }
commands-record-lack-words = - { $field } Zo geef je antwoord: checklist.{ $key }="…"
commands-record-lack-choice = - { $field } Zo geef je antwoord: checklist.{ $key }={ $codes }
commands-record-unsettled = - { $text } Gaat de kans toch open? Leg vast waarom: kansenbode opportunities overrule { $given } { $remark } --reason "…"
commands-record-fault = - { $text }
commands-record-ready = Er ontbreekt niets. De kans kan open.

commands-backup-made = De kopie staat in { $file }
commands-wipe-nothing = Er staat niets meer op de schijf van wie vergeten is.
commands-wipe-begins =
    Ik wis van de schijf wie sinds { $since } vergeten is. Niemand hoeft daarop te wachten. { $shared ->
        [yes] Het duurt ongeveer één minuut per 2 GB, en er is zoveel ruimte nodig als de grootste tabel inneemt.
       *[no] Het duurt een paar seconden per GB, en er is geen extra ruimte nodig.
    }
commands-wipe-on = { $percent } procent is gedaan.
commands-wipe-done = Klaar. Van wie vergeten is, staat niets meer in de database. Kopieën houden het nog, tot hun termijn.
commands-wipe-not = Niet alles is gewist: { $reason }. Niemand kan het zien. De server probeert het opnieuw; jij kunt dat ook.
commands-restore-done = { $forgotten ->
    [0] De kopie { $file } staat weer in { $folder }. Er was niemand die opnieuw vergeten moest worden.
    [one] De kopie { $file } staat weer in { $folder }. Eén persoon is opnieuw vergeten.
   *[other] De kopie { $file } staat weer in { $folder }. We hebben { $forgotten } mensen opnieuw vergeten.
 }
commands-restore-unsure = Let op: niemand weet hier wie na deze kopie is vergeten. Die mensen staan er nu weer in. Heb je hun lijst (erased.jsonl) of een nieuwere kopie? Zet die nieuwere kopie eerst terug, en dan deze. Of zet deze nog eens terug met --erased BESTAND.
commands-restore-kept = De database die er stond, heet nu { $file }

# Wie er bericht krijgt.
commands-told = { $told ->
    [0] Er is niemand om bericht te sturen.
    [one] Eén persoon krijgt bericht: { $at }.
   *[other] { $told } mensen krijgen bericht: { $at }.
 }
commands-planned-none = Er wacht geen bericht.
commands-planned-off = { $count ->
    [one] Bericht { $number } is afgezegd. Eén persoon krijgt het niet.
   *[other] Bericht { $number } is afgezegd. { $count } mensen krijgen het niet.
 } { $had ->
    [0] Niemand had het al.
    [one] Eén persoon had het al.
   *[other] { $had } mensen hadden het al.
 } Wat je veranderde, blijft zo.
commands-told-none = Er is nog niemand bericht gestuurd.
commands-told-widest = Het grootste verschil tussen de eerste en de laatste: { $apart }.
commands-apart = { $unit ->
    [days] { $count } dagen
    [hours] { $count } uur
    [minutes] { $count } minuten
   *[seconds] { $count } { $count ->
        [one] seconde
       *[other] seconden
     }
 }
commands-record-unconfirmed = Nog geen ja van: { $references }.
commands-record-told = { $count ->
    [one] Er is één bericht gestuurd of gepland.
   *[other] Er zijn { $count } berichten gestuurd of gepland.
 } { $apart ->
    [none] Nog niemand heeft het gekregen.
   *[other] Het grootste verschil tussen de eerste en de laatste: { $apart }.
 }
commands-record-messages = Wat er geschreven is
commands-record-receipts = Wat er is bevestigd
commands-record-media = { $count ->
    [one] Er is één foto, spraakbericht of bestand meegestuurd. Schrijf het naar een map met: interests files
   *[other] Er zijn { $count } foto’s, spraakberichten of bestanden meegestuurd. Schrijf ze naar een map met: interests files
 }
commands-kilobytes = { $size } kB
commands-files-none = Er is niets meegestuurd dat bewaard is.
commands-files-written = { $count ->
    [one] Er staat één bestand in { $folder }. Alleen jij kunt het lezen. Open het met zorg: het is niet op virussen gecontroleerd.
   *[other] Er staan { $count } bestanden in { $folder }. Alleen jij kunt ze lezen. Open ze met zorg: ze zijn niet op virussen gecontroleerd.
 }
commands-record-lines = Het gesprek tot aan deze vraag:
commands-record-no-lines = Je mag het gesprek niet lezen: daar is geen toestemming voor gegeven.

commands-events-none = Er is niets gebeurd dat hierbij past.
commands-openly = Namen en woorden van bewoners zijn weggelaten: je rol mag die niet lezen.

# Wat een medewerker leest over campagnes: de kaart vooraf, het verloop en het verslag.

commands-help-campaign = Kansen naar veel mensen tegelijk brengen, en zien wat ervan kwam.
commands-help-campaign-new = Maak een concept. Er gaat nog niets uit.
    .occasion = Waarvoor: een nieuwe kans, een herinnering of een bedankje.
    .facts = Feiten, elk als veld=waarde. Bijvoorbeeld: themes=groen first=10 spread=4 remind=3
commands-help-campaign-set = Verander een concept.
    .facts = Feiten, elk als veld=waarde. Een eigen tekst geef je zo: text.nl=@brief.txt
commands-help-campaign-list = Geef de lijst met campagnes.
commands-help-campaign-copy = Maak een nieuw concept van een campagne, ook van een die gestopt is.
commands-help-campaign-show = Laat één campagne zien.
commands-help-campaign-preflight = Laat de kaart vooraf zien: wie krijgt wat, wie niet en waarom, en wanneer.
commands-help-campaign-test-send = Stuur de tekst naar jezelf. Typ in je eigen gesprek “koppel” voor een code.
    .code = De code uit je eigen gesprek.
    .language = De taal van de tekst.
    .step = Stuur de herinnering in plaats van het eerste bericht.
commands-help-campaign-approve = Keur een campagne goed. Daarna gaat ze uit.
    .people = Het aantal mensen dat je op de kaart las. Klopt het niet meer? Dan gaat er niets uit.
commands-help-campaign-pause = Houd een campagne tegen. Er gaat meteen niets meer uit.
commands-help-campaign-resume = Laat een campagne verdergaan.
commands-help-campaign-cancel = Stop een campagne voorgoed.
commands-help-campaign-watch = Kijk mee terwijl een campagne uitgaat.
    .once = Kijk één keer, en stop dan.
commands-help-campaign-report = Laat zien wat er van een campagne kwam.
    .people = Laat elke persoon zien, met een nummer.
commands-help-campaign-retry = Probeer opnieuw wat niet lukte.
    .uncertain = Stuur ook opnieuw wat misschien al is aangekomen. Wie het al had, krijgt het dan twee keer.

commands-campaign-none = Er zijn nog geen campagnes. Maak er een met: kansenbode campaign new KENMERK
commands-campaign-everybody = iedereen die nieuws wil
commands-campaign-made = Campagne { $number } is gemaakt. Kijk nu naar de kaart met: kansenbode campaign preflight { $number }
commands-campaign-own-text =
    Eigen tekst ({ $step }, { $language }):
    { $text }
commands-campaign-tested = De proef is onderweg naar je eigen gesprek.
commands-campaign-writing = Klaargezet: { $done } van { $all }. Er gaat nog niets uit.
commands-campaign-approved = { $people ->
    [0] De campagne is goedgekeurd. Ze gaat alleen naar buurtplekken: { $at }.
    [one] De campagne is goedgekeurd. Eén persoon krijgt haar: { $at }.
   *[other] De campagne is goedgekeurd. { $people } mensen krijgen haar vanaf { $at }.
 } { $minutes ->
    [0] Stoppen kan altijd met: kansenbode campaign cancel
   *[other] Tot dan kun je haar nog helemaal stoppen met: kansenbode campaign cancel
 }
commands-campaign-unposted = Op plek { $code } komt geen kaart. { $reason }
commands-campaign-paused = Campagne { $number } is tegengehouden. Verdergaan kan met: kansenbode campaign resume { $number }
commands-campaign-resumed = Campagne { $number } gaat verder.
commands-campaign-cancelled = { $unsent ->
    [0] Campagne { $number } is gestopt. Er stond niets meer klaar om te versturen.
    [one] Campagne { $number } is gestopt. Eén bericht gaat niet meer uit.
   *[other] Campagne { $number } is gestopt. { $unsent } berichten gaan niet meer uit.
 }
commands-campaign-retried = { $count ->
    [0] Er is niets om opnieuw te proberen.
    [one] Eén bericht gaat opnieuw.
   *[other] { $count } berichten gaan opnieuw.
 }
commands-campaign-differs = De kans is anders dan toen deze campagne klaarstond:
commands-campaign-difference = { $language ->
    [none] { $fact }: { $before } → { $after }
   *[other] { $fact } ({ $language }): { $before } → { $after }
 }
commands-campaign-goes-on = Wat nog niet weg is, wacht op jou. Verder met de nieuwe tekst: kansenbode campaign resume { $number }. Stoppen: kansenbode campaign cancel { $number }
commands-campaign-waits = Let op: campagne { $number } wacht nu, want haar tekst klopt niet meer. Kijk wat anders is met: kansenbode campaign show { $number }
commands-campaign-would-wait = Let op: campagne { $number } gaat dan wachten, want haar tekst klopt dan niet meer.
commands-campaign-cut-short = { $people ->
    [one] Campagne { $number } moest nog één persoon bereiken. Die krijgt niets meer.
   *[other] Campagne { $number } moest nog { $people } mensen bereiken. Zij krijgen niets meer.
 }
commands-campaign-stale = De campagne wacht op jou. { $reason } Kijk wat anders is met: kansenbode campaign show { $number }
commands-campaign-done-without = klaar, { $count } niet bereikt. { $reason }
commands-campaign-expired = { $people ->
    [one] Eén persoon kreeg niets, omdat het te laat was. Is de kans weer open? Een nieuwe campagne bereikt precies die persoon: kansenbode campaign copy { $number }
   *[other] { $people } mensen kregen niets, omdat het te laat was. Is de kans weer open? Een nieuwe campagne bereikt precies hen: kansenbode campaign copy { $number }
 }
commands-campaign-nothing = Er is nog niets verstuurd of gepland. Goedkeuren kan met: kansenbode campaign approve
commands-campaign-held = De campagne wacht op jou, omdat veel berichten op hetzelfde stuitten. { $reason } Opgelost? Ga verder met: kansenbode campaign resume { $number }
commands-campaign-again = { $failed ->
    [0] Alles wat kon, is verstuurd.
    [one] Eén bericht lukte niet. Opnieuw proberen kan met: kansenbode campaign retry { $number }
   *[other] { $failed } berichten lukten niet. Opnieuw proberen kan met: kansenbode campaign retry { $number }
 } { $uncertain ->
    [0] {""}
    [one] Van één bericht weten we niet of het aankwam. Opnieuw sturen kan met: kansenbode campaign retry { $number } --uncertain
   *[other] Van { $uncertain } berichten weten we niet of ze aankwamen. Opnieuw sturen kan met: kansenbode campaign retry { $number } --uncertain
 }
commands-campaign-watch = { $step }: { $stand }. { $counts }. Nog te gaan: { $remaining } van { $people }. Nu { $rate } per seconde. { $left ->
    [none] {""}
   *[other] Nog ongeveer { $left }.
 }

# De kaart vooraf.
commands-card-head = Campagne { $number }: { $title }
commands-card-people = { $people ->
    [0] Niemand krijgt dit bericht.
    [one] Eén persoon krijgt dit bericht.
   *[other] { $people } mensen krijgen dit bericht.
 }
commands-card-held = { $people ->
    [one] Eén van hen praat nu met ons. Die krijgt het bericht als dat gesprek klaar is.
   *[other] { $people } van hen praten nu met ons. Zij krijgen het bericht als dat gesprek klaar is.
 }
commands-card-left-out = { $people ->
    [one] Eén persoon van de gekozen groep krijgt het niet:
   *[other] { $people } mensen van de gekozen groep krijgen het niet:
 }
commands-card-sum = Samen: { $people } wel en { $out } niet, dat is de hele gekozen groep van { $all }.
commands-card-posted = Deze plekken krijgen een kaart: { $venues }.
commands-card-by-hand = Hier verspreid je zelf een poster of tekst (kansenbode venues trail): { $venues }.
commands-card-not-ready = Deze plekken zijn nog niet bevestigd, of we zijn er weg: { $venues }.
commands-card-proposed = Deze plekken kun je ook kiezen: { $venues }.
commands-card-instead = Er is niemand om te schrijven. Kies liever een plek of een poster: { $venues }. Dat doe je met: kansenbode campaign set { $number } venues=CODE
commands-card-no-venues = Er is niemand om te schrijven, en er is nog geen plek om iets te plaatsen. Voeg een bord of groep toe met: kansenbode venues add NAAM
commands-card-preview = Zo ziet het eruit ({ $step }, { $channel }, { $language }):
commands-card-warnings = { $count ->
    [one] Let hierop:
   *[other] Let hierop ({ $count }):
 }
commands-card-blockers = { $count ->
    [one] Dit moet eerst anders:
   *[other] Dit moet eerst anders ({ $count }):
 }
commands-card-ready = De campagne kan uit. Goedkeuren doe je met: kansenbode campaign approve { $number } --people { $people }

commands-help-privacy = Iemand alles geven wat we hebben, of iemand vergeten. Voor wie dat met een brief of aan de balie vraagt.
commands-help-privacy-file = Schrijf alles wat we van één persoon hebben in twee bestanden: JSON, en tekst om te lezen.
    .code = De code die de persoon kreeg: bij een aanmelding, of in het gesprek met het woord “koppel”.
    .person = Het nummer van de persoon, zoals bij interests show.
    .question = Het nummer van een vraag of bericht van de persoon.
commands-help-privacy-forget = Vergeet één persoon voorgoed, zoals die het zelf kan met “vergeet mij”.
    .code = De code die de persoon kreeg: bij een aanmelding, of in het gesprek met het woord “koppel”.
    .person = Het nummer van de persoon, zoals bij interests show.
    .question = Het nummer van een vraag of bericht van de persoon.
    .yes = Je weet zeker dat dit de goede persoon is. Doe het zonder te vragen.
