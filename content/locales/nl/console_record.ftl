# Eén kans, voor medewerkers.

console_record-sure =
    .open = Maak openbaar
    .closed = Sluit
    .withdrawn = Trek in
    .verleng = Geef de tijd terug
console_record-step =
    .open = Maak openbaar
    .closed = Sluit voor nieuwe aanmeldingen
    .withdrawn = Trek de kans in
    .verleng = Geef de verloren tijd terug
console_record-not = Toch niet
console_record-steps = Wat je kunt doen
console_record-why = Waarom trek je deze kans in?
console_record-why-hint = Wie zich aanmeldde, leest dit.
console_record-outage = { $hours ->
    [one] Eén uur lang kon niemand reageren. Dat was vlak voor de laatste dag.
   *[other] { $hours } uur lang kon niemand reageren. Dat was vlak voor de laatste dag.
 }
console_record-lacks = Dit ontbreekt of klopt nog niet
console_record-remarks = { $count ->
    [one] Eén ding om over na te denken
   *[other] { $count } dingen om over na te denken
 }
console_record-unmet-of = { $count ->
    [one] één eis lukt niet
   *[other] { $count } eisen lukken niet
 }
console_record-promised = beloofd voor { $day }
console_record-answered =
    .all = beantwoord voor iedereen
    .one = beantwoord
console_record-more = { $count ->
    [one] En nog één die ouder is.
   *[other] En nog { $count } die ouder zijn.
 }
console_record-no-interests = Er heeft zich nog niemand aangemeld.
console_record-no-questions = Er is nog niets gevraagd.
console_record-requirements = Eisen
console_record-else = Kan ook zo: { $text }
console_record-unmet = { $count } keer “dit lukt ons niet”
console_record-meetings = Bijeenkomsten
console_record-coming = { $count ->
    [0] nog niemand komt
    [one] 1 persoon komt
   *[other] { $count } mensen komen
 }
console_record-public = Bekijk zoals bewoners het zien
console_record-life = Verloop
console_record-told = Verteld aan wie meedoet
console_record-notices = { $count ->
    [0] nog niets
    [one] 1 keer
   *[other] { $count } keer
 }
