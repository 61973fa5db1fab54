# Wat er niet kan, en hoe het wel kan.

refusal-one-person = Zeg om wie het gaat, op één manier: een code, --person NUMMER of --question NUMMER.
refusal-nobody = Bij “{ $given }” is er niemand (meer). Klopt de code? Is de persoon al vergeten?
refusal-persons = Bij “{ $given }” horen meer personen. Vraag wie het is, en kies met --person. De nummers: { $persons }

refusal-email = “{ $given }” is geen e-mailadres. Schrijf het zo: naam@gemeente.nl
refusal-code = “{ $given }” ken ik niet. Kies uit: { $allowed }
refusal-staff-unknown = Er is geen medewerker met het adres { $given }. Voeg die toe met: kansenbode staff add { $given }
refusal-staff-left = { $given } werkt hier niet meer. Toch weer terug? kansenbode staff add { $given }
refusal-place-code = “{ $given }” is geen code van het CBS. Een code ziet er zo uit: GM0344, WK034401 of BU03440123.
refusal-place-many = Er zijn { $count } plekken die “{ $given }” heten. Kies er een met de code: { $codes }
refusal-place-garbled = In de naam “{ $given }” ({ $code }) is een letter kwijt. Haal de tabel opnieuw op bij het CBS. Er is niets veranderd.
refusal-place-used = { $given } ({ $code }) is nog in gebruik: bij een kans, een persoon of een buurtplek. Geef die eerst een andere plek.
refusal-place-parent = { $count ->
    [one] In { $given } ({ $code }) ligt nog een plek: { $inside }. Haal die eerst weg.
   *[other] In { $given } ({ $code }) liggen nog { $count } plekken, zoals { $inside }. Haal die eerst weg.
    }
refusal-place-audience = { $given } ({ $code }) is een plek van campagne { $campaigns }. Geef een concept eerst andere plekken. Is de campagne goedgekeurd of gestopt? Dan blijft de plek in de lijst.
refusal-place-unknown = De plek “{ $given }” staat niet in de lijst. Kies een andere naam of een code van het CBS. Plekken inlezen kan met: kansenbode places import
refusal-tender-id-taken = Het kenmerk { $given } is al in gebruik. Kies een ander kenmerk.
refusal-field = Het veld “{ $given }” bestaat niet. Kies uit: { $allowed }
refusal-needed = Het veld { $field } mag niet leeg worden. Een goed voorbeeld: { $example }
refusal-value = “{ $given }” past niet bij het veld { $field }. Een goed voorbeeld: { $example }
refusal-unknown = Nummer { $given } bestaat niet. Kijk in de lijst welke nummers er zijn.
refusal-ended = Kans { $given } is afgelopen. Je kunt die niet meer veranderen.
refusal-step = Dat kan nu niet: de kans is { $state }. { $allowed ->
    [none] Er is geen stap meer.
   *[other] Wat wel kan: { $allowed }
 }
refusal-unfit = { $public ->
    [yes] Deze kans is openbaar, en zou zo niet meer kloppen. Er is niets veranderd. Kijk hiernaar:
   *[no] De kans kan nog niet open. Dit moet eerst:
 }
refusal-unsettled = De kans kan nog niet open. Dit moet eerst:
refusal-remark = “{ $given }” staat bij deze kans niet in de weg. { $allowed ->
    [none] Er staat niets in de weg.
   *[other] Wel: { $allowed }
 }
refusal-intention = Het voornemen staat nog tot en met { $until } open voor anderen. Wacht tot dan. Moet het eerder? Leg vast waarom: kansenbode opportunities overrule { $given } { $remark } --reason "…"
    .page = Het voornemen staat nog tot en met { $until } open voor anderen. Wacht tot dan. Moet het eerder? Een beheerder kan vastleggen waarom.
refusal-unheard = { $count ->
    [one] Eén ander heeft ook belangstelling en kreeg nog geen antwoord: vraag { $questions }. Antwoord eerst.
   *[other] { $count } anderen hebben ook belangstelling en kregen nog geen antwoord: vraag { $questions }. Antwoord eerst.
 }
refusal-no-lot = Bij kans { $given } loten we niet. Dat kan alleen als het al op de pagina stond toen mensen reageerden.
refusal-lot-open = Nu is de kans { $state }. Loten kan als die gesloten is: dan kan niemand er nog bij.
refusal-lot-drawn = Bij kans { $given } is al geloot. Wie er nu bij komt, heeft geen plek in de loting. Maak een nieuwe kans.
refusal-meeting-cancelled = Deze bijeenkomst gaat niet door.
refusal-meeting-over = Deze bijeenkomst is al begonnen of voorbij.
refusal-meeting-small = { $seats ->
    [one] Er is maar één plaats. Kom je met meer? Typ “medewerker”.
   *[other] Er zijn maar { $seats } plaatsen. Kom je met meer? Typ “medewerker”.
 }
refusal-meeting-full = { $free ->
    [0] Er is geen plek meer bij. Wat er stond, blijft staan.
   *[other] Er is nog plek voor { $free }. Wat er stond, blijft staan.
 }
refusal-meeting-taken = { $taken ->
    [one] Er komt al één mens. Minder plaatsen kan niet: dan moet je kiezen wie er af gaat.
   *[other] Er komen al { $taken } mensen. Minder plaatsen kan niet: dan moet je kiezen wie er af gaat.
 }
refusal-meeting-lacks = Van een bijeenkomst moet je ook weten: { $fields }.
refusal-meeting-times = Een bijeenkomst is klaar nadat die begint, en duurt hooguit veertien dagen. Kijk naar begint en eindigt.
refusal-meeting-past = Een bijeenkomst kan niet in het verleden beginnen. Klopt de dag?
refusal-meeting-reason = Zeg waarom het niet doorgaat, met --reason "…". Iedereen die zou komen, leest dat.
refusal-meeting-ahead = Over een bijeenkomst die nog niet begon of niet doorging, is er niets te vertellen.
refusal-meeting-reported = Er is al verteld wat er op deze bijeenkomst gebeurde. Klopt het niet? kansenbode questions correct { $given } "…"
refusal-no-outage = Er was geen storing kort voor een laatste dag van deze kans, of die is al goedgemaakt.
refusal-outage-ongoing = De storing is nog niet voorbij. Start eerst de server, en doe dit dan nog eens.
refusal-item = Nummer { $given } is er niet bij { $what }. { $allowed ->
    [none] Er staat nog niets.
   *[other] Wel: { $allowed }
 }
refusal-item-empty = Bij { $what } heeft nummer { $given } nog geen tekst. Geef die ook.
refusal-item-twice = { $given } staat er twee keer, en het één past niet bij het ander. Kies er een.
refusal-beyond = “{ $given }” past niet bij het veld { $field }. Het mag van { $least } tot en met { $most }.
refusal-long = Het veld { $field } is te lang: { $given } tekens. Er passen er { $most }.
refusal-many = In het veld { $field } staan er { $given }. Er passen er { $most }: mensen lezen ze allemaal.

refusal-same-rules = { $count ->
    [one] Er is al één aanmelding. Dan staat vast: { $what }.
   *[other] Er zijn al { $count } aanmeldingen. Dan staat vast: { $what }.
 } Moet het toch anders? Trek de kans in en maak een nieuwe.
refusal-part-chosen = { $count ->
    [one] Eén aanmelding ({ $references }) koos onderdeel { $parts }.
   *[other] { $count } aanmeldingen ({ $references }) kozen onderdeel { $parts }.
 } Het kan er dus niet uit. Je kunt het wel anders noemen: dat krijgen zij te horen. Moet het echt weg? Praat eerst met hen, of trek de kans in.
refusal-pencil-outcome = Wat wordt er van deze aanmelding? Kies uit: { $allowed }. Weghalen kan met --take-back.
refusal-pencil-none = Bij aanmelding { $given } staat niets in potlood.
refusal-pencil-late = Kans { $given } is { $state }. In potlood schrijven kan dan niet meer. Verandert er iets voor een partij? Doe dat met: kansenbode interests move
refusal-pencil-reason = Waarom is aanmelding { $given } { $outcome }? De partij wil het weten. Geef een zin mee: --reason "…"
refusal-pencil-place = Aanmelding { $given } is { $outcome }. Alleen een reserve heeft een plek: laat --order weg.
refusal-pencil-amount = Aanmelding { $given } is { $outcome }. Alleen wie gekozen is krijgt een bedrag: laat --amount weg.
refusal-pencil-taken = Plek { $place } in de reserve is van aanmelding { $other }. Kies een andere plek, zoals { $free }, of geef eerst aanmelding { $other } een andere.
refusal-pencil-together = Aanmelding { $given } kan niet samen met { $other }. Kies een andere aanmelding voor dezelfde kans, die niet is ingetrokken.
refusal-undecided = Een besluit over kans { $given } kan nog niet. Hierboven staat wat eerst moet.
refusal-decision-approved = Het besluit over kans { $given } is goedgekeurd, en gaat in op { $at }. Moet er toch iets anders? Zeg het eerst af: kansenbode opportunities apply { $given } --cancel
    .page = Het besluit over deze kans is goedgekeurd, en gaat in op { $at }. Moet er toch iets anders? Zeg het besluit dan eerst af.
refusal-decision-none = Over kans { $given } is er geen goedgekeurd besluit meer om af te zeggen. Is het al verteld? Kijk met: kansenbode opportunities show { $given }
refusal-decision-people = Het besluit over kans { $given } gaat nu naar { $now ->
    [one] één persoon
   *[other] { $now } mensen
 }. Je las { $read }. Kijk opnieuw met: kansenbode opportunities apply { $given } --preview
refusal-decision-four-eyes = Dit besluit gaat naar { $people ->
    [one] één persoon
   *[other] { $people } mensen
 }. Boven de { $most } mag wie uitkomsten opschreef het niet zelf goedkeuren. Vraag een collega: kansenbode opportunities apply { $given } --as ADRES
refusal-lack-outcome = { $count ->
    [one] Eén aanmelding heeft nog geen uitkomst: { $references }.
   *[other] { $count } aanmeldingen hebben nog geen uitkomst: { $references }.
 } Geef die met: kansenbode interests pencil CODE gekozen --reason "…"
refusal-lack-reason = { $count ->
    [one] Eén aanmelding is niet gekozen, zonder reden: { $references }.
   *[other] { $count } aanmeldingen zijn niet gekozen, zonder reden: { $references }.
 } Vertel waarom: kansenbode interests pencil CODE niet-gekozen --reason "…". Of geef één reden aan iedereen, met --reason "…".
refusal-lack-together = Aanmelding { $given } gaat samen met { $other }, en krijgt een andere uitkomst. Geef beide dezelfde, of haal het weg: kansenbode interests pencil { $given } --take-back
refusal-lack-amount = { $count ->
    [one] Eén gekozen aanmelding heeft geen bedrag: { $references }.
   *[other] { $count } gekozen aanmeldingen hebben geen bedrag: { $references }.
 } De andere wel. Geef het met: kansenbode interests pencil CODE gekozen --amount BEDRAG
refusal-lack-budget = Samen krijgen zij { $total }, en er is { $value }. Geef minder met: kansenbode interests pencil CODE gekozen --amount BEDRAG
refusal-lack-part = Voor { $parts } krijgen zij samen { $total }, en daar is { $value } voor. Geef minder met: kansenbode interests pencil CODE gekozen --amount BEDRAG
refusal-lack-answer = { $count ->
    [one] Eén vraag wacht nog op antwoord: { $questions }.
   *[other] { $count } vragen wachten nog op antwoord: { $questions }.
 } Antwoord met: kansenbode questions answer NUMMER "…"
refusal-lack-objections = Wie het niet eens is met dit besluit, moet weten waar bezwaar heen kan. Vul de instelling KANSENBODE_OBJECTIONS in, of geef de kans een contactpersoon.
refusal-next-undecided = Kans { $given } is { $state }. Iemand van de reservelijst vragen kan pas na het besluit: kansenbode opportunities apply { $given }
refusal-next-nobody = Bij kans { $given } is niemand die gekozen was afgevallen. Gaat een partij toch niet door? Leg dat eerst vast: kansenbode interests move CODE afgewezen --reason "…"
refusal-next-empty = Bij kans { $given } staat niemand meer op de reservelijst. Vertel het wie dat moet weten, of maak een nieuwe kans.
refusal-no-outcome = { $count ->
    [one] Eén aanmelding heeft nog geen uitkomst: { $references }. Geef die eerst een uitkomst: afgesproken, afgewezen of ingetrokken.
   *[other] { $count } aanmeldingen hebben nog geen uitkomst: { $references }. Geef die eerst een uitkomst: afgesproken, afgewezen of ingetrokken.
 }
refusal-reason-decision = Er is met niemand een afspraak. Vertel waarom: geef --reason "…" mee. Iedereen die zich aanmeldde leest het.
refusal-reason-withdrawal = Er zijn mensen die zich hebben aangemeld. Vertel waarom de kans weg is: geef --reason "…" mee. Zij lezen het.
    .page = Er zijn mensen die zich hebben aangemeld. Schrijf erbij waarom de kans weg is. Zij lezen het.
refusal-file-kind = { $given } heeft een naam die we niet kennen. Laat hem eindigen op: { $allowed }
refusal-yes = Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.
refusal-version = Kans { $given } is intussen veranderd: je las versie { $read }, nu is het versie { $now }. Kijk opnieuw met: kansenbode opportunities show { $given }
    .page = Deze kans is intussen veranderd: je las versie { $read }, nu is het versie { $now }. Er is niets gedaan. Kijk hieronder hoe het nu is.
refusal-together = { $who } veranderde dit net ook ({ $at }): { $what }. Er is niets veranderd. Kijk eerst wat er nu staat. Toch zo? Geef dan --yes mee.
refusal-move = Dat kan nu niet: de aanmelding is { $state }. { $allowed ->
    [none] Er is geen stap meer.
   *[other] Wat wel kan: { $allowed }
 }{ $way ->
    [none] { "" }
   *[other] { "" }
    Wat je wilt, kan daarna vanuit: { $way }
 }
refusal-moved = Aanmelding { $given } is intussen { $now }: { $who } deed dat ({ $at }). Er is niets veranderd. Kijk opnieuw met: kansenbode interests show { $given }
    .page = Deze aanmelding is intussen { $now }: { $who } deed dat ({ $at }). Er is niets veranderd. Hieronder staat hoe het nu is.
refusal-notice-out = Bericht { $given } wacht niet: het is al uit, afgezegd, of er nooit geweest. Wat nog wacht, zie je met: kansenbode opportunities planned
refusal-answered = Vraag { $given } heeft al een antwoord, van { $who } ({ $at }): “{ $answer }” Klopt het niet? Gebruik dan: kansenbode questions correct { $given }
    .page = Deze vraag heeft al een antwoord, van { $who } ({ $at }): “{ $answer }” Wat jij schreef, is niet verstuurd.
refusal-unanswered = Bij vraag { $given } staat geen antwoord om te verbeteren. Antwoorden kan met: kansenbode questions answer { $given }
refusal-answer-same = Dit antwoord staat al bij vraag { $given }. Er is niets veranderd.
refusal-answer-private = Vraag { $given } is aan één persoon beantwoord. Laat --public-question weg.
refusal-corrected = Vraag { $given } is intussen verbeterd door { $who } ({ $at }). Nu staat er: “{ $answer }” Er is niets veranderd. Kijk opnieuw met: kansenbode questions show { $given }
    .page = Deze vraag is intussen verbeterd door { $who } ({ $at }). Nu staat er: “{ $answer }” Wat jij schreef, is niet verstuurd.
refusal-private = Bericht { $given } is alleen voor de gemeente. Geef het antwoord alleen aan de vrager.
refusal-personal = Dit kan over een persoon gaan: { $found }. Haal het weg, want iedereen leest dit. Mag het blijven staan? Geef dan --checked mee.
    .page = Dit kan over een persoon gaan: { $found }. Haal het weg, want iedereen leest dit. Mag het blijven staan? Zet dan het vinkje.
refusal-names-another = Dit gaat misschien over een ander die zich aanmeldde: { $found }. Haal het weg. Mag het blijven staan? Geef dan --checked mee.
    .page = Dit gaat misschien over een ander die zich aanmeldde: { $found }. Haal het weg. Mag het blijven staan? Zet dan het vinkje.
refusal-decision-which = Van welke kans? Geef die erbij: --opportunity KENMERK
refusal-weigh-reason = Schrijf er in een zin bij waarom: --reason "Waarom"
refusal-weigh-state = Nu is de kans { $state }. Wegen kan van het openen tot het besluit.
refusal-weigh-withdrawn = Deze aanmelding is ingetrokken. Die weeg je niet meer.
refusal-weigh-own = Jouw e-mailadres staat bij { $party }. Wie zelf meedoet, weegt niet mee. Vraag het een collega.
refusal-interest-over = Over aanmelding { $given } kun je niet meer schrijven: die is ingetrokken, vergeten of na de bewaartermijn leeggemaakt.
refusal-talk-free = Gesprek { $given } is van niemand. Neem het eerst over: kansenbode conversations take { $given }
refusal-talk-taken = Gesprek { $given } is nu van { $who }, tot { $until }.
refusal-talk-gone = In gesprek { $given } is niemand meer te bereiken.
refusal-talk-stopped = Wie gesprek { $given } voert, wil niets meer horen. Pas als diegene weer om een mens vraagt, kun je schrijven.
refusal-unreachable = Bij aanmelding { $given } kunnen we niemand bereiken. Gestopt met berichten: { $stopped }. Niet meer bereikbaar: { $gone }. Er is niets verstuurd. Wat de partij zelf opgaf, staat bij “te bereiken via”: kansenbode interests show { $given }
    .page = We kunnen hier niemand bereiken. Gestopt met berichten: { $stopped }. Niet meer bereikbaar: { $gone }. Er is niets verstuurd. Kijk bij “te bereiken via”.

refusal-opportunity-unknown = Deze kans ken ik niet. Misschien is die al weg.
refusal-not-explored = Hierover kun je nu niet meedenken. Kijk bij de kans hoe het ermee staat.
refusal-opportunity-closed = Je kunt niet meer reageren op “{ $title }”. De tijd is voorbij, of de kans is gesloten.
refusal-opportunity-changed = “{ $title }” is net veranderd. Kijk nog even of het voor jou zo klopt.
refusal-interest-twice = { $party } heeft zich hier al voor aangemeld. Kijk bij “mijn aanmeldingen”.
refusal-interest-ended = Deze aanmelding is afgelopen. Je kunt die niet meer veranderen.
refusal-not-yours = Deze aanmelding is niet van jou. Je kunt die niet veranderen.
refusal-confirm = Bij deze aanmelding vragen we nu geen ja. Wil je er iets over weten? Typ “medewerker”.
refusal-plan-closed = Aan dit plan kun je nu niets meer veranderen. Wat er al stond, blijft staan. Vragen? Typ “medewerker”.
refusal-plan-empty = Vertel eerst wat jullie gaan doen. Daarna kun je het plan insturen.
refusal-questions-closed = Vragen stellen kon tot en met { $until }. Wil je toch iemand spreken? Typ dan “medewerker”.
refusal-invitation = Deze uitnodiging werkt niet meer. Vraag een nieuwe code aan wie je heeft uitgenodigd.
refusal-email-often = We hebben al een paar keer gemaild. Kijk in je e-mail, ook bij ongewenste e-mail. Lukt het niet? Typ dan “medewerker”.
refusal-link = Deze code werkt niet meer. Vraag op je andere kanaal een nieuwe.

refusal-staff-missing = Zeg wie dit doet: geef --as naam@gemeente.nl mee. Nieuw? kansenbode staff add naam@gemeente.nl
refusal-name-long = “{ $given }…” is te lang voor de naam van een veld. Er passen { $most } tekens.
refusal-pair = “{ $given }” mist een waarde. Schrijf het zo: veld=waarde
refusal-public-question = Voor iedereen? Geef dan --for-all en --public-question "…" samen: de vraag zonder namen.
refusal-empty = Dit is leeg. Schrijf er een tekst bij.
refusal-right = De rol van { $given } mag dit niet. Dit mogen alleen: { $roles }
refusal-last-administrator = { $given } is de enige beheerder. Maak eerst een collega beheerder.
refusal-places-columns = In deze tabel mist een kolom. De ene heet { $codes }, de andere { $names }.
refusal-streets-none = Geen enkele rij heeft een straat of postcode met een buurt die we kennen, zoals “{ $given }”. Lees eerst de buurten in met dezelfde opdracht.
refusal-streets-many = Dit zijn meer dan { $most } straten en postcodes. Houd alleen de rijen van jullie gemeente.

refusal-venue-unknown = Er is geen plek met de code { $given }. Kijk in de lijst met: kansenbode venues list
refusal-venue-there = Die plek staat er al, met de code { $given }.
refusal-venue-new = Plek { $given } is nog niet bevestigd. Kijk of het klopt en gebruik dan: kansenbode venues confirm { $given }
refusal-venue-left = Op plek { $given } zijn we niet meer. Iemand daar kan de bot weer toevoegen.
refusal-venue-by-hand = Op plek { $given } kan geen bot iets plaatsen. Een link, een QR-code en een tekst krijg je met: kansenbode venues trail { $given } KENMERK
refusal-venue-full = { $name } wil per week hoogstens dit aantal berichten: { $most }. Plaatsen kan weer vanaf { $again }.
refusal-not-open = Kans { $given } is niet open. Je kunt die nu niet verspreiden.

refusal-campaign-fixed = Campagne { $given } is goedgekeurd of gestopt. Ze verandert niet meer. Maak een nieuwe met: kansenbode campaign new
refusal-channel = Er gaat nu niets uit: { $channel } werkt niet ({ $reason }). Kijk wat er mis is met: kansenbode doctor
refusal-campaign-over = Campagne { $given } kan zo niet verder: haar laatste bericht gaat uit op { $at }, en ze is voorbij op { $until }. Zet de laatste dag om te reageren later, of stop haar met: kansenbode campaign cancel { $given }
refusal-campaign-no-card = De kaart is er voor een concept. Campagne { $given } is dat niet meer: { $stand }. Hoe het gaat, zie je met: kansenbode campaign report { $given }
refusal-campaign-long = De tekst is te lang: { $given } tekens. Er passen er { $most }.
refusal-picture-file = Noem het bestand met de foto. Of haal de foto weg met --remove.
refusal-picture-alt = Zeg met --alt wat er op de foto te zien is, in de taal van de kans ({ $language }). Wie de foto niet ziet, hoort dat.
refusal-picture-long = De beschrijving van de foto is te lang. Hooguit { $most } tekens.
refusal-picture-credit = De regel die zegt van wie de foto is, is te lang. Hooguit { $most } tekens.
refusal-picture-kind = Dit is geen JPEG of PNG die heel is. Bewaar de foto als JPEG.
refusal-picture-large = De foto is te groot: hooguit { $most } kB. Bewaar de foto kleiner, bijvoorbeeld 1600 pixels breed.
refusal-picture-size = De foto is { $given } pixels. Een foto moet minstens { $wide } × { $high } zijn, en hooguit { $most } breed of hoog.
refusal-picture-turned = De foto ligt op zijn kant. Draai de foto in een fotoprogramma, en bewaar hem opnieuw.
refusal-placeholder = Het woord { $given } ken ik niet. Kies uit: { $allowed }
refusal-campaign-passed = Dat moment is al voorbij: { $at }. Kies een later moment, of laat at leeg: dan gaat het meteen.
refusal-campaign-spread = De rest moet binnen { $most } uur gaan, zodat iedereen een gelijke kans heeft. Kies 1 tot { $most }.
refusal-campaign-blocked = { $count ->
    [one] De campagne kan nog niet uit. Kijk wat er anders moet met: kansenbode campaign preflight { $number }
   *[other] De campagne kan nog niet uit: { $count } dingen moeten anders. Kijk met: kansenbode campaign preflight { $number }
 }
refusal-campaign-moved = Het aantal mensen is veranderd. Op de kaart stond { $read }, nu is het { $now }. Er ging niets uit. Kijk opnieuw met: kansenbode campaign preflight { $number }
refusal-campaign-writing = We zetten campagne { $given } nu klaar. Probeer het over twee minuten opnieuw. Er ging niets uit.
refusal-campaign-broken-off = Campagne { $given } klaarzetten duurde te lang. Er ging niets uit. Keur haar opnieuw goed.
refusal-four-eyes = Boven { $most } mensen keurt een collega het goed, niet wie het maakte. Het aantal is nu { $now }. Laat een collega typen: kansenbode campaign approve { $number } --people { $people } --as naam@gemeente.nl
refusal-campaign-not-so = Dat kan nu niet met campagne { $given }. Kijk hoe ver ze is met: kansenbode campaign list
refusal-campaign-code = Deze code werkt niet. Typ in je eigen gesprek “koppel” en gebruik de code binnen een kwartier.
refusal-campaign-text = In deze taal is er geen tekst: { $language }. Geef er een met: kansenbode campaign set { $number } text.{ $language }=…
refusal-polling = Met meer servers haalt niemand berichten op bij { $channel }: ze zouden elkaars berichten krijgen. Zet dit in .env: { $setting }
refusal-owner-other = { $folder } is van de gebruiker { $user }, en jij mag er niet in schrijven. Doe dit als die gebruiker: sudo -u { $user } kansenbode …
refusal-owner-folder = { $folder } is van een andere gebruiker, en die kan er zelf niet bij. Geef de dienst een vaste gebruiker, zoals in docs/deploy/kansenbode.service, of doe dit als die gebruiker: runuser -u kansenbode -- kansenbode …
refusal-owner-program = De gebruiker van { $folder } mag { $file } niet lezen, en kan Kansenbode dus niet starten. Zet Python en het programma ergens waar iedereen mag lezen: UV_PYTHON_INSTALL_DIR=/opt/kansenbode/python uv sync --no-dev
refusal-password-short = Dit wachtwoord is te kort. Kies er een van minstens { $low } tekens.
refusal-password-long = Dit wachtwoord is te lang. Hooguit { $high } tekens.
refusal-password-common = Dit wachtwoord proberen anderen als eerste. Kies een ander.
refusal-password-known = Dit wachtwoord bestaat bijna helemaal uit een naam of woord dat iedereen hier kent. Kies er een met iets eigens.
refusal-link-over = Deze link werkt niet (meer). Vraag een beheerder om een nieuwe.
refusal-colleague-there = { $given } werkt hier al. Verander de rol in de lijst, of maak een nieuwe link.
refusal-audit-broken = De gebeurtenissen zijn veranderd nadat ze zijn opgeschreven: gebeurtenis { $event } past niet bij de vorige. Vergelijk met een back-up van eerder.
refusal-audit-kept = Gebeurtenis { $event } heeft niet meer het zegel dat je bewaarde. Het log is daarna opnieuw geschreven. Vergelijk met een back-up van eerder.
refusal-audit-seal = “{ $given }” is geen zegel. Plak wat deze opdracht eerder gaf: kansenbode audit verify
refusal-password-now = Je wachtwoord van nu klopt niet.
