# Ontvangstbewijs: wat iemand verstuurde, zoals het is bevestigd.

receipt-page = Ontvangstbewijs
    .page = { $address }/chat/ontvangst/{ $number }
    .read = Ontvangstbewijs openen
receipt-title = Ontvangstbewijs
receipt-intro = Dit bevestigden we je op { $at }. Zo staat het bij ons bewaard.
receipt-copy = Kopiëren
receipt-copied = Gekopieerd
receipt-share = Delen
receipt-print = Afdrukken
receipt-pdf = Als pdf
receipt-back = Terug naar het gesprek
