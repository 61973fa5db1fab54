# Kansen halen uit een tabel of uit OCDS, en ze als OCDS weer meegeven.

# Koppen van onderdelen, eisen en beoordelingspunten: het hoeveelste, en wat ervan. De andere koppen zijn die van commands-column.
exchange-column = kolom
    .item = { $item } { $number }
    .fact = { $item } { $number } { $fact }

# De uitlegrij van de tabel: zo vul je een cel in.
exchange-hint = uitleg
    .tender-id = Deze rij is uitleg. Een lege cel laat staan wat er al was. Een streepje (-) haalt het weg. Jullie eigen nummer, bijvoorbeeld WD-2026-01.
    .title = Liefst hooguit zestig letters. Er passen er 120.
    .summary = Wat zoeken jullie, in één zin?
    .description = Schrijf korte zinnen. Een lege regel begint een nieuwe alinea.
    .direction = formeel, informeel of gemengd
    .arrangement = bijvoorbeeld: contract, subsidie, bruikleen of zonder geld
    .municipality-role = bijvoorbeeld: opdrachtgever of gelijke partner
    .contributions = Meer mag, met een komma: geld, gereedschap, ruimte
    .cooperation = ja of nee
    .themes = Meer mag, met een komma: groen, ontmoeten
    .places = Namen of codes van het CBS, met een komma.
    .questions-until = 31-12-2026. De hele dag telt nog mee.
    .answers-until = 31-12-2026. De hele dag telt nog mee.
    .plan-until = 31-12-2026. Alleen als jullie eerst aanmeldingen vragen, en later plannen.
    .plan-asks = Wat wil je in het plan lezen? Alleen bij twee stappen.
    .starts-on = 31-12-2026
    .duration = bijvoorbeeld: 2 jaar
    .value-cents = 4.500,00 over de hele looptijd, zonder btw
    .currency = EUR
    .official = Het e-mailadres van de collega die vragen beantwoordt. Die krijgt er bericht van.
    .answer-days = 10
    .origin = idee van de gemeente of idee van bewoners
    .language = nl
    .checklist = Antwoord in één of twee zinnen.
    .choice = Kies een van de antwoorden.
    .parts-title = Een stuk dat iemand los kan doen.
    .parts-description = Wat hoort erbij?
    .parts-budget-cents = 1.500,00
    .parts-say = Wie beslist mee over dit geld?
    .requirements-text = Wat vragen jullie?
    .requirements-kinds = bijvoorbeeld: bewoner, groep bewoners. Leeg is voor iedereen.
    .requirements-alternative = Wat mag wie dit niet lukt?
    .criteria-text = Waar letten jullie op?
    .criteria-weight = 40

# Waarom een bestand niet gelezen kan worden. Er is dan niets veranderd.
exchange-unreadable = { $kind ->
    [empty] Dit bestand is leeg. Kijk of je het goede bestand hebt.
    [pdf] Dit is een PDF. Open de tabel in je rekenblad, en sla die op als XLSX of CSV.
    [picture] Dit is een plaatje. Zet de gegevens in een rekenblad, en sla dat op als XLSX of CSV.
    [document] Dit is een tekstdocument. Zet de tabel in een rekenblad, en sla die op als XLSX of CSV.
    [archive] Dit is een ingepakt bestand. Pak het eerst uit, en geef wat erin zit.
    [damaged] Dit bestand is beschadigd, of niet helemaal binnengekomen. Haal het opnieuw op, of sla het opnieuw op.
    [locked] Op dit werkboek zit een wachtwoord. Haal dat eraf, of sla de tabel op als CSV.
    [page] Dit is een webpagina. Open haar in je rekenblad, en sla de tabel op als XLSX of CSV.
    [xml] Dit is XML. Open het in je rekenblad en sla het op als XLSX of CSV, of vraag om OCDS in JSON.
   *[program] Dit soort bestand kennen we niet. Sla de tabel op als XLSX of CSV, of vraag om OCDS in JSON.
 } Er is niets veranderd.
exchange-no-text = In { $given } staan geen gewone letters. Sla het op als platte tekst (.txt), en geef dat bestand. Er is niets veranderd.
exchange-unpacked-large = Uitgepakt is dit bestand groter dan { $most } megabyte. Zo’n bestand lezen we niet. Er is niets veranderd.
exchange-damaged = Dit bestand is beschadigd. Haal het opnieuw op, of sla het opnieuw op. Er is niets veranderd.
exchange-workbook-broken = Dit werkboek kunnen we niet lezen. Open het in je rekenblad, en sla de tabel op als CSV. Er is niets veranderd.
exchange-workbook-heavy = Dit werkboek vraagt veel meer geheugen of tijd dan een tabel nodig heeft. Sla het blad met de tabel op als CSV. Er is niets veranderd.
exchange-cell-far = In cel { $cell } staat nog iets, ver van de tabel. Maak die cel leeg, en sla het werkboek opnieuw op.
exchange-sheet-hidden = De tabel staat op het blad “{ $sheet }”, en dat is verborgen. Maak het zichtbaar, en sla het werkboek opnieuw op.
exchange-broken = Dit bestand is beschadigd bij regel { $line } (byte { $byte }). Daar staat geen geldige JSON. Er is niets veranderd.
exchange-truncated = Dit bestand houdt te vroeg op, bij regel { $line } (byte { $byte }). Haal het opnieuw op. Er is niets veranderd.
exchange-not-utf8 = Bij regel { $line } (byte { $byte }) staat een teken dat geen UTF-8 is. Bewaar het bestand als UTF-8. Er is niets veranderd.
exchange-number-long = Bij regel { $line } (byte { $byte }) staat een getal van duizenden cijfers. Zo’n bestand lezen we niet. Verbeter dat getal, of haal het weg. Er is niets veranderd.
exchange-too-deep = Bij byte { $byte } staan meer dan { $deepest } haken in elkaar. Zo’n bestand lezen we niet. Er is niets veranderd.
exchange-record-large = Bij byte { $byte } begint een record van meer dan { $most } megabyte. Zo’n bestand lezen we niet. Er is niets veranderd.
exchange-not-ocds = In dit bestand staan geen aankondigingen volgens OCDS. Er is niets veranderd.
exchange-all-links = In dit bestand staan de aankondigingen zelf niet, alleen links ernaartoe. Haal ze daar op, en lees die bestanden in. De eerste: { $url }
exchange-all-empty = De records in dit bestand hebben geen aankondiging die we kunnen lezen. Er is niets veranderd.
exchange-quote-open = In rij { $row } begint een aanhalingsteken dat nergens eindigt. Haal het weg, of zet er een bij. Er is niets veranderd.
exchange-no-table = Dit bestand is geen tabel. Bewaar het in je rekenblad als CSV.
exchange-table-large = Deze tabel is te groot. Hooguit { $most } megabyte kan tegelijk. Maak er een paar kleinere van.
exchange-cells-many = Deze tabel heeft meer dan { $most } cellen. Maak er een paar kleinere van.
exchange-no-key-column = In de eerste rij ontbreekt de kop “{ $heading }”. Een lege tabel maak je met: kansenbode import --template

# Wat er met een rij of een cel is, en hoe je het herstelt.
exchange-cp1252 = Dit bestand is niet in UTF-8 bewaard. We lezen het als Windows-tekst. Kijk of é en € goed staan.
exchange-sheets = We lezen alleen het blad “{ $sheet }”. Ook hier staat een tabel: { $others }. Sla die op als los bestand.
exchange-column-twice = Deze kop staat er al. We lezen de eerste kolom met deze kop, en slaan deze over.
exchange-column-unknown = Deze kop kennen we niet. We slaan de kolom over.
exchange-no-key = Het kenmerk ontbreekt. Geef elke kans een eigen kenmerk.
exchange-key-twice = Het kenmerk { $given } staat ook al in rij { $first }. Geef elke kans een eigen kenmerk.
exchange-title-missing = De titel van { $given } ontbreekt. Vul die in.
exchange-would-lack = Dit is openbaar en mag niet leeg worden: { $what }.
exchange-item-empty = { $list ->
    [parts] Een onderdeel heeft geen naam. Vul die in, of maak de cellen ernaast leeg.
    [requirements] Een eis heeft geen tekst. Vul die in, of maak de cellen ernaast leeg.
   *[criteria] Een beoordelingspunt heeft geen tekst. Vul die in, of maak de cel ernaast leeg.
 }
exchange-elsewhere = “{ $given }” ligt niet in jullie gemeente. Kijk of je die plek bedoelt.
exchange-cell-code = “{ $given }” kennen we hier niet. Kies uit: { $allowed }
exchange-cell-codes = “{ $given }” kennen we hier niet. Kies uit: { $allowed }. Zet er komma’s tussen.
exchange-cell-yes-no = “{ $given }” is geen ja en geen nee. Schrijf ja of nee.
exchange-cell-day = “{ $given }” is geen datum. Schrijf de datum zo: 31-12-2026
exchange-cell-deadline = “{ $given }” is geen datum. Schrijf de datum zo: 31-12-2026
exchange-cell-year = “{ $given }” ligt heel ver weg. Is er geen datum? Laat de cel dan leeg.
exchange-cell-keeps = Dit mag niet leeg worden. Vul het in, of laat de cel leeg: dan blijft het zoals het was.
exchange-cell-money = “{ $given }” is geen bedrag. Schrijf het bedrag zo: 1.234,56
exchange-cell-number = “{ $given }” past hier niet. Schrijf een heel getal. Procenten gaan tot 100.
exchange-cell-number-beyond = “{ $given }” past hier niet. Schrijf een heel getal van { $least } tot en met { $most }.
exchange-cell-one = Een 1 kan één procent zijn, of alles. Bedoel je één procent? Schrijf dan 1%. Bedoel je alles? Maak van de cel een gewoon getal, en schrijf 100.
exchange-cell-money-beyond = “{ $given }” past hier niet. Een bedrag is niet lager dan nul, en hooguit { $most }.
exchange-cell-language = “{ $given }” past hier niet. Voor een taal schrijf je een code, zoals nl of fr.
exchange-cell-currency = “{ $given }” past hier niet. Voor een munt schrijf je EUR.
exchange-cell-too-long = Deze tekst is te lang: { $count } tekens. Er passen er { $most }.
exchange-cell-places = “{ $given }” kunnen we niet lezen. Zet komma’s tussen de namen.

# Wat vreemd is aan een aankondiging in OCDS. De rest ervan gaat gewoon mee.
exchange-no-release = Deel { $number } van het bestand is geen aankondiging. We slaan het over.
exchange-broken-line = Regel { $number } van het bestand is geen geldige JSON. We slaan die over. De andere regels lezen we wel.
exchange-no-ocid = Aankondiging { $number } heeft geen OCID. We slaan haar over.
exchange-ocid-long = Aankondiging { $number } heeft een OCID van meer dan { $most } tekens. We slaan haar over.
exchange-only-links = Deel { $number } van het bestand heeft alleen links naar aankondigingen, zoals { $url }. We slaan het over. Haal die op, en lees ze in.
exchange-empty-record = Deel { $number } van het bestand heeft geen aankondiging die we kunnen lezen. We slaan het over.
exchange-ocid-form = Deze OCID heeft niet de vorm ocds-xxxxxx-nummer. We nemen haar over zoals ze is.
exchange-no-date = De datum ontbreekt of is niet te lezen. Een nieuwere versie herkennen we dan niet.
exchange-same-date = Hier zijn { $count } versies van met dezelfde datum en andere inhoud. We voegen ze samen. Kijk na wat er nu staat.
exchange-no-zone = Bij { $given } staat geen tijdzone. We lezen het als Nederlandse tijd.
exchange-date-wrong = “{ $given }” in { $field } is geen datum. Vul de datum zelf in.
exchange-date-far = “{ $given }” in { $field } ligt heel ver weg. We lezen het als: geen datum. Vul zelf een datum in als die er is.
exchange-no-title = De titel ontbreekt. Kijk of de titel klopt die er nu staat.
exchange-html = In { $field } stond opmaak. We hebben er gewone tekst van gemaakt.
exchange-cut = { $field } is langer dan { $longest } tekens. Het begin staat erin; de bron houdt alles.
exchange-many = In { $field } staan er meer dan { $most }. De eerste { $most } staan erin; de bron houdt alles.
exchange-kind-wrong = { $field } is van een ander soort dan OCDS zegt. Kijk dit na.
exchange-amount-text = Het bedrag “{ $given }” staat als tekst in { $field }. Kijk of we het goed lezen.
exchange-amount-wrong = “{ $given }” in { $field } is geen bedrag. Vul het zelf in.
exchange-amount-beyond = Het bedrag “{ $given }” in { $field } is hoger dan { $most }. Vul het zelf in.
exchange-no-currency = Bij het bedrag staat geen munt. We lezen het als euro.
exchange-odd-currency = “{ $given }” is geen munt, zoals EUR. We lezen het bedrag als euro. Kijk of dat klopt.
exchange-lot-id = Een onderdeel heeft geen eigen nummer ({ $given }). We nemen het niet als onderdeel over.
exchange-own-wrong = Ons eigen veld { $field } is niet te lezen. We laten het leeg.
exchange-own-beyond = Ons eigen veld { $field } is te lang of te groot. De grens is { $most }. We laten het leeg.
exchange-place-unknown = De plek { $given } staat niet in de lijst. Voeg haar toe, of kies zelf een plek.
exchange-contacts = { $count ->
    [one] Eén contactpersoon van een partij hebben we niet bewaard. Dat beschermt hun privacy.
   *[other] { $count } contactpersonen van partijen hebben we niet bewaard. Dat beschermt hun privacy.
 }
exchange-own = Deze kans is van jullie zelf. Een bestand verandert haar niet.

# Wat er gedaan is.
exchange-line = { $where ->
    [none] { $text }
   *[other] { $where }: { $text }
 }
exchange-row = { $column ->
    [none] rij { $row }
   *[other] rij { $row }, kolom “{ $column }”
 }
exchange-more = { $count ->
    [one] En nog 1 opmerking.
   *[other] En nog { $count } opmerkingen.
}
exchange-template = De lege tabel staat in { $file }
exchange-table-done = { $file }: { $made } nieuw, { $updated } veranderd, { $same } hetzelfde, { $refused } niet gelukt.{ $held ->
    [0] { "" }
    [one] { " " }{ $held } wacht op jullie ja.
   *[other] { " " }{ $held } wachten op jullie ja.
 }
exchange-done = { $file }: { $made } nieuw, { $updated } veranderd, { $same } hetzelfde, { $older } ouder, { $own } van jullie zelf, { $refused } niet gelukt, { $skipped } overgeslagen.{ $held ->
    [0] { "" }
    [one] { " " }{ $held } wacht op jullie ja.
   *[other] { " " }{ $held } wachten op jullie ja.
 }
exchange-touched = { $given } “{ $title }” { $done ->
    [yes] { $public ->
        [yes] is openbaar, en is nu veranderd:
       *[no] is een concept, en is nu veranderd:
    }
   *[no] { $public ->
        [yes] is openbaar. Dit zou veranderen:
       *[no] is nog een concept. Dit zou veranderen:
    }
 }
exchange-by-hand = Let op: een collega veranderde “{ $name }” met de hand, op { $at }. Het bestand zet dat terug.
exchange-held = { $count ->
    [one] Eén openbare kans is niet veranderd. Klopt het hierboven? Geef dan
   *[other] { $count } openbare kansen zijn niet veranderd. Klopt het hierboven? Geef dan
 }: kansenbode import { $file } --yes
exchange-closed = De bron van { $given } is afgelopen. De kans { $done ->
    [yes] is daarom nu gesloten.
   *[no] gaat daarom dicht.
 }
exchange-reading = { $file } lezen
exchange-writing = { $file } overnemen
exchange-exported = { $count ->
    [0] Er is niets om mee te geven.
    [one] Eén kans staat in { $file }
   *[other] { $count } kansen staan in { $file }
 }
exchange-unregistered = Het voorvoegsel { $prefix } is nog niet aangevraagd. Vraag er een aan bij het Open Contracting Partnership.
