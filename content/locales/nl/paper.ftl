# Wat wordt afgedrukt of bewaard.

paper-signs = Sommige tekens kunnen niet op papier, zoals een emoji of een Arabische letter. Daarvoor staat hun nummer, zoals [U+2764].
paper-receipt-title = Ontvangstbewijs
paper-receipt-intro = Dit bevestigden we je op { $at }. Zo staat het bij ons bewaard.
paper-receipt-name = ontvangstbewijs-{ $number }.pdf
