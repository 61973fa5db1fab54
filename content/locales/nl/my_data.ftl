my_data-known = Dit hebben we van je: { $messages } { $messages ->
    [one] bericht
   *[other] berichten
 }, { $interests } { $interests ->
    [one] aanmelding
   *[other] aanmeldingen
 } en { $questions } { $questions ->
    [one] vraag
   *[other] vragen
 }.
my_data-parties = Je doet mee als: { $parties }.
my_data-channels = We praten met je in { $channels }.
my_data-reached = Zo mag de gemeente je bereiken: { $reached }.
my_data-place = Je buurt: { $place }.
my_data-news = Je krijgt berichten over nieuwe kansen: { $channels }.
my_data-no-news = Je krijgt geen berichten over nieuwe kansen.
my_data-name = { $count ->
    [one] Bij één aanmelding mag de naam in het openbare verslag staan.
   *[other] Bij { $count } aanmeldingen mag de naam in het openbare verslag staan.
 }
my_data-talk = Een medewerker mag lezen wat je hier schreef tot aan je bericht.
my_data-meetings = { $count ->
    [one] Je staat op de lijst van één bijeenkomst.
   *[other] Je staat op de lijst van { $count } bijeenkomsten.
 }
my_data-back = Dit heb je goed gevonden. Wil je iets terugnemen?
    .keep = Laat alles zo
    .unclear = Kies wat je terug wilt nemen. Of kies “Laat alles zo”.
my_data-taken = Dat is teruggenomen.
my_data-file =
    Open hier, waar je nu chat, alles als bestand:
    { $address }/chat/mijn-gegevens.json

    Wil je dat we alles wissen? Typ dan “vergeet mij”.
my_data-file-elsewhere =
    Wil je alles als bestand? Typ dan “medewerker”.

    Wil je dat we alles wissen? Typ dan “vergeet mij”.
