explore-can =
    Dit willen we vragen: { $text }

    Zou dat lukken?
    .fine = Dat lukt
    .unmet = Dit lukt ons niet
    .help = Het is nog een concept. Wat je zegt, kan nog iets veranderen.
    .unclear = Kies “Dat lukt” of “Dit lukt ons niet”.
explore-why = Wat lukt er niet, of wat zou wel lukken? Alleen de gemeente leest dit.
explore-missing = Mist er nog iets? Denk aan iets dat je nodig hebt, of dat anders moet. Alleen de gemeente leest dit.
explore-fine = Fijn, dan klopt het voor jou. Wil je het horen als de kans open is? Kies “Hou me op de hoogte”.
explore-thanks = Dank je voor het meedenken
    .reference = Nummer
    .at = Verstuurd op
    .channel = Via
    .title = Kans
    .unmet = Dit lukt niet
    .missing = Dit mist nog
    .answer_by = Antwoord uiterlijk
    .how = Iets erbij zeggen
explore-hear = Gaat de kans open, dan hoor je wat er is veranderd. Je bent nog niet aangemeld.
