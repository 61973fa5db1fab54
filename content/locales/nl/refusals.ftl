# Wat er niet kan, en hoe het wel kan.

refusal-email = “{ $given }” is geen e-mailadres. Schrijf het zo: naam@gemeente.nl
refusal-code = “{ $given }” ken ik niet. Kies uit: { $allowed }
refusal-staff-unknown = Er is geen medewerker met het adres { $given }. Voeg die toe met: kansenbode staff add { $given }
refusal-place-code = “{ $given }” is geen code van het CBS. Een code ziet er zo uit: GM0344, WK034401 of BU03440123.
refusal-place-unknown = De plek “{ $given }” staat niet in de lijst. Kies een andere naam of een code van het CBS. Plekken inlezen kan met: kansenbode places import
refusal-tender-id-taken = Het kenmerk { $given } is al in gebruik. Kies een ander kenmerk.
refusal-field = Het veld “{ $given }” bestaat niet. Kies uit: { $allowed }
refusal-value = “{ $given }” past niet bij het veld { $field }. Een goed voorbeeld: { $example }
refusal-unknown = Nummer { $given } bestaat niet. Kijk in de lijst welke nummers er zijn.
refusal-ended = Kans { $given } is afgelopen. Je kunt die niet meer veranderen.
refusal-step = Dat kan nu niet: de kans is { $state }. { $allowed ->
    [none] Er is geen stap meer.
   *[other] Wat wel kan: { $allowed }
 }
refusal-not-ready = De kans kan nog niet open. Dit ontbreekt nog: { $lacks }
refusal-deadline-past = De laatste dag om te reageren is al voorbij: { $until }. Kies eerst een nieuwe dag.
refusal-move = Dat kan nu niet: de aanmelding is { $state }. { $allowed ->
    [none] Er is geen stap meer.
   *[other] Wat wel kan: { $allowed }
 }
refusal-answered = Vraag { $given } heeft al een antwoord.
refusal-private = Bericht { $given } is alleen voor de gemeente. Geef het antwoord alleen aan de vrager.
refusal-personal = Dit kan over een persoon gaan: { $found }. Haal het weg, want iedereen leest dit. Mag het blijven staan? Geef dan --checked mee.

refusal-opportunity-unknown = Deze kans ken ik niet. Misschien is die al weg.
refusal-opportunity-closed = Je kunt niet meer reageren op “{ $title }”. De tijd is voorbij, of de kans is gesloten.
refusal-opportunity-changed = “{ $title }” is net veranderd. Kijk nog even of het voor jou zo klopt.
refusal-interest-twice = { $party } heeft zich hier al voor aangemeld. Kijk bij “mijn aanmeldingen”.
refusal-not-yours = Deze aanmelding is niet van jou. Je kunt die niet veranderen.
refusal-questions-closed = Vragen stellen kon tot en met { $until }. Wil je toch iemand spreken? Typ dan “medewerker”.
refusal-invitation = Deze uitnodiging werkt niet meer. Vraag een nieuwe code aan wie je heeft uitgenodigd.
refusal-link = Deze code werkt niet meer. Vraag op je andere kanaal een nieuwe.

refusal-staff-missing = Zeg wie dit doet: geef --as naam@gemeente.nl mee. Nieuw? kansenbode staff add naam@gemeente.nl
refusal-pair = “{ $given }” mist een waarde. Schrijf het zo: veld=waarde
refusal-public-question = Voor iedereen? Geef dan --for-all en --public-question "…" samen: de vraag zonder namen.
refusal-empty = Dit is leeg. Schrijf er een tekst bij.
refusal-right = De rol van { $given } mag dit niet. Dit mogen alleen: { $allowed }
refusal-last-administrator = { $given } is de enige beheerder. Maak eerst een collega beheerder.
refusal-places-columns = In deze tabel mist een kolom. De ene heet { $codes }, de andere { $names }.

refusal-venue-unknown = Er is geen plek met de code { $given }. Kijk in de lijst met: kansenbode venues list
refusal-venue-there = Die plek staat er al, met de code { $given }.
refusal-venue-new = Plek { $given } is nog niet bevestigd. Kijk of het klopt en gebruik dan: kansenbode venues confirm { $given }
refusal-venue-left = Op plek { $given } zijn we niet meer. Iemand daar kan de bot weer toevoegen.
refusal-venue-by-hand = Op plek { $given } kan geen bot iets plaatsen. Een link, een QR-code en een tekst krijg je met: kansenbode venues trail { $given } KENMERK
refusal-venue-full = { $name } wil per week hoogstens dit aantal berichten: { $most }. Plaatsen kan weer vanaf { $again }.
refusal-not-open = Kans { $given } is niet open. Je kunt die nu niet verspreiden.
