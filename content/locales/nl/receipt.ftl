# Ontvangstbewijs: wat iemand verstuurde, zoals het is bevestigd.

receipt-page = Ontvangstbewijs
    .page = { $address }/chat/ontvangst/{ $number }
    .read = Bewijs openen

# Vragen om een bewijs: als bestand, op een bladzijde of per e-mail.
receipt-on-request = Bewaren als pdf? Typ “ontvangstbewijs”.
receipt-none = Er is nog geen ontvangstbewijs. Verstuur je iets, dan krijg je er een.
receipt-item = { $number }. { $title }, { $at }
receipt-which = Welk ontvangstbewijs wil je hebben?
    .back = Geen
    .unclear = Kies er een. Of kies “Geen”.
receipt-where = Hoe wil je het hebben?
    .here = Hier
    .mail = Per e-mail
    .unclear = Kies “Hier” of “Per e-mail”.
receipt-here = { $title }, { $at }.
    .page = { $address }/chat/ontvangst/{ $number }
    .read = Bewijs openen
receipt-file = Je ontvangstbewijs als pdf: { $title }, { $at }.
receipt-mailed = Je ontvangstbewijs is onderweg naar { $email }.
