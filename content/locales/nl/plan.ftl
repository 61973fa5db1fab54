plan-pick = Welk plan wil je openen?
    .unclear = Kies een plan, of typ waar het over gaat.
plan-none = Er is nu geen plan om te schrijven. Nodigt de gemeente je uit, dan hoor je dat hier.
plan-begin = Fijn dat jullie verder gaan! Elk antwoord is meteen bewaard. Stop wanneer je wilt, en ga later verder, tot en met { $until }. Anderen van { $party } kunnen meeschrijven.
plan-closed = { $state ->
        [sent] Je plan voor “{ $title }” is ingestuurd. Veranderen kan niet meer.
        [missed] De laatste dag voor plannen bij “{ $title }” is voorbij. Wil je er iets over vragen? Typ “medewerker”.
       *[none] Bij “{ $title }” kun je nu geen plan schrijven. Wil je weten waarom? Typ “medewerker”.
    }
plan-what = Wat gaan jullie doen? Bijvoorbeeld: elke zaterdag werken we in het plantsoen, en twee keer per jaar planten we met de hele straat.
    .short = Wat jullie doen
    .later = Later invullen
plan-who = Wie doen er mee, en wie doet wat? Bijvoorbeeld: zes buren. Fatma maakt het rooster, Henk zorgt voor het gereedschap.
    .short = Wie er meedoen
    .later = Later invullen
plan-timing = Wanneer begint het, en hoe vaak is het? Bijvoorbeeld: we starten in maart, daarna elke zaterdag van tien tot twaalf.
    .short = Wanneer
    .later = Later invullen
plan-costs = Wat kost het ongeveer? Bijvoorbeeld: 400 euro voor planten en 250 voor gereedschap, samen 650 euro.
    .short = Wat het kost
    .later = Later invullen
plan-right = Ik lees: { $amount } in totaal. Klopt dat?
    .unclear = Typ ja als dat het hele bedrag is. Typ nee om het bedrag zelf te typen.
plan-amount = Hoeveel is het samen, in euro’s? Bijvoorbeeld: 650.
    .unsure = Weet ik nog niet
    .unclear = Typ één bedrag, bijvoorbeeld 650 of “zeshonderdvijftig euro”.
plan-needs = Wat hebben jullie van de gemeente nodig? Bijvoorbeeld: een kraan, een plek voor het gereedschap en iemand om te bellen.
    .short = Nodig van gemeente
    .later = Later invullen
plan-more = Dit wil de gemeente ook lezen: { $asks }
    .short = Vraag gemeente
    .later = Later invullen
plan-both =
    Iemand anders van jullie schreef hier intussen: { $theirs }

    Jouw tekst staat er nu onder. Wat moet er blijven?
    .both = Allebei
    .mine = Alleen mijn tekst
    .theirs = Alleen die ander
    .unclear = Kies “Allebei”, “Alleen mijn tekst” of “Alleen die ander”.
plan-card = Jullie plan voor “{ $title }”
    .what = Wat
    .who = Wie
    .timing = Wanneer
    .costs = Wat het kost
    .amount = Samen
    .needs = Nodig van de gemeente
    .more = Wat de gemeente vraagt
    .photos = Foto’s
    .voices = Spraakberichten
    .files = Bestanden
plan-others = Een ander van jullie schreef: { $lines }.
plan-in = Je plan is ingestuurd. Veranderen kan tot en met { $until }, de gemeente leest het dan meteen mee.
plan-meanwhile = Wacht even: iemand anders van jullie veranderde net dit: { $lines }. Lees het eerst na. Daarna kun je insturen.
plan-now = Wat wil je doen? Een foto of bestand mag je ook sturen.
    .send = Plan insturen
    .go-on = Verder schrijven
    .change = Iets veranderen
    .unclear = Kies een antwoord, of typ het zelf.
plan-field = Wat wil je veranderen?
    .keep = Laat alles zo
    .unclear = Kies een regel, of kies “Laat alles zo”.
plan-changed = { $sent ->
        [yes] Dat is veranderd. De gemeente leest nu deze tekst.
       *[no] Dat is bewaard.
    }
plan-thanks = Gelukt, je plan is binnen!
    .reference = Code
    .at = Verstuurd op
    .channel = Via
    .party = Naam
    .what = Wat
    .who = Wie
    .timing = Wanneer
    .costs = Wat het kost
    .amount = Samen
    .needs = Nodig van de gemeente
    .more = Wat de gemeente vraagt
    .photos = Foto’s
    .voices = Spraakberichten
    .files = Bestanden
    .answer_by = Antwoord uiterlijk
    .how = Iets veranderen
plan-next = { $official } leest je plan. Veranderen kan tot en met { $until }. Daarna kiest de gemeente, en hoor je wat het is geworden.
