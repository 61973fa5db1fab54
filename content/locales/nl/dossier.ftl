# Het dossier van een kans: een map die het besluit uitlegt.

dossier-title = Dossier: { $title }
dossier-lead = Wat er over deze kans te lezen was, hoe de gemeente koos, en wie wanneer wat hoorde.
dossier-foot = { $given } · dossier van { $at }
dossier-party = partij { $number }
dossier-party-named = { $party }: { $name }
dossier-colleague = medewerker { $number }
dossier-count = { $name }: { $count }
dossier-brief = In het kort
dossier-fact = feit
    .tender-id = kenmerk
    .state = stand
    .opened = geopend
    .until = reageren tot
    .decided = besloten
    .interests = aanmeldingen
    .versions = gepubliceerde versies
    .digest = hash van het geheime getal, vooraf gepubliceerd
    .drawn = geloot
    .seed = het getal
dossier-names = Een partij heeft een nummer: de hoeveelste aanmelding het was. De naam van een persoon staat er alleen bij als het besluit dat nodig heeft. Wat mensen zelf schreven, staat niet in dit dossier.
dossier-versions = Wat er te lezen was
dossier-versions-none = Deze kans is nooit gepubliceerd.
dossier-version = Versie { $number }, { $at }
dossier-version-changed = { $what ->
    [none] De tekst bleef gelijk.
   *[other] Anders dan de versie ervoor: { $what }.
 } { $state ->
    [none] {""}
   *[other] De stand werd: { $state }.
 }
dossier-criteria = Waar de gemeente op lette
dossier-criteria-none = Bij deze kans zijn geen beoordelingspunten gepubliceerd.
dossier-criteria-since = Zo gepubliceerd sinds versie { $number }, { $at }, voordat de eerste reageerde. Daarna bleven de punten gelijk.
dossier-criteria-late = Let op: zo gepubliceerd sinds versie { $number }, { $at }. Toen had er al iemand gereageerd.
dossier-scale = De woorden, en hoeveel ze tellen: { $words }. De schaal staat op de pagina van de kans.
dossier-overruled = Toch geopend
dossier-overruled-by = { $remark }, door { $by }, { $at }
dossier-parties = Wie zich aanmeldde
dossier-parties-none = Niemand meldde zich aan.
dossier-parties-words = Wat een partij aanbood, staat bij de aanmelding zelf. Dat is na de bewaartermijn weg.
dossier-weighing = De weging
dossier-weighing-none = Er is niets gewogen.
dossier-weighing-sum = Iedere collega gaf een eigen woord. Het vastgestelde woord telt. De som helpt bij het vergelijken en beslist niets.
dossier-of-party = { $party }
dossier-score = De vastgestelde woorden, keer hoe zwaar elk punt telt: { $score } van 100.
dossier-by = { $by }
    .settled = vastgesteld door { $by }
    .word = { $by }
    .earlier = { $by }, eerder
dossier-lot = De loting
dossier-lot-again = Iedereen kan dit nadoen met: kansenbode opportunities lot-again, het getal, en hoeveel er meededen. De plek van nummer 3 volgt uit de SHA-256 van “getal:3”. De laagste gaat voor.
dossier-decision = Het besluit
dossier-decision-none = Er is nog geen besluit. Dit is de stand van nu.
dossier-decision-why = De reden van het besluit als geheel
dossier-against = Let op: { $more } kwam samen hoger uit dan { $less }, en kreeg een mindere uitkomst. De redenen hierboven moeten dat uitleggen.
dossier-told = Wie wanneer wat hoorde
dossier-told-none = Er is niemand iets verteld.
dossier-told-apart = Tussen de eerste en de laatste die hetzelfde hoorde, zat hoogstens { $apart }.
dossier-told-not = Niet aangekomen, of nog niet: { $states }.
dossier-questions = Vragen en antwoorden
dossier-asked = Vraag, zoals iedereen die kan lezen
dossier-answered = { $corrected ->
    [none] Antwoord aan iedereen, { $at }
   *[other] Antwoord aan iedereen, { $at }, verbeterd op { $corrected }
 }
dossier-questions-rest = { $private ->
    [0] Er is niets aan één persoon beantwoord.
    [one] Eén vraag is aan één persoon beantwoord.
   *[other] { $private } vragen zijn elk aan één persoon beantwoord.
 } { $waiting ->
    [0] Er wacht geen vraag op antwoord.
    [one] Er wacht nog één vraag op antwoord.
   *[other] Er wachten nog { $waiting } vragen op antwoord.
 }
dossier-campaigns = Campagnes
dossier-campaigns-none = Er was geen campagne.
dossier-campaign = Campagne { $number }: { $occasion }
dossier-campaign-by = Gemaakt door { $made }. { $approved ->
    [none] Nog niet goedgekeurd.
   *[other] Goedgekeurd door { $approved }.
 }
dossier-campaign-step = Begonnen op { $begins }. { $counts }.
dossier-card = Zo ging de kaart uit ({ $language })
dossier-log = Alles wat er gebeurde
dossier-log-what = Elke gebeurtenis staat in een keten: wie er achteraf een verandert, valt op. Wat iemand typte, staat er niet in.
dossier-column = kolom
    .criterion = punt
    .text = waar we op letten
    .weight = telt mee
    .party = partij
    .kind = soort
    .arrived = aangemeld
    .version = las versie
    .state = uitkomst
    .by = volgens
    .word = woord
    .reason = reden
    .at = wanneer
    .place = plek
    .what = bericht
    .people = voor
    .sent = verstuurd
    .first = eerste
    .last = laatste
    .apart = verschil
    .together = samen (0–100)
    .stand = stand
    .who = wie
    .deed = wat
