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
my_data-place = Je buurt: { $place }.
my_data-news = Je krijgt berichten over nieuwe kansen.
my_data-no-news = Je krijgt geen berichten over nieuwe kansen.
my_data-file =
    Open hier, waar je nu chat, alles als bestand:
    { $address }/chat/mijn-gegevens.json

    Wil je dat we alles wissen? Typ dan “vergeet mij”.
