# De lijst van kansen voor medewerkers.

console_list-title = Kansen
console_list-take = Neem mee als
console_list-file = kansen
console_list-search = Zoek op titel of kenmerk
console_list-state = Stand
console_list-order = Volgorde:
    .newest = nieuwste eerst
    .ending = eerst wat bijna sluit
console_list-what = Kans
console_list-interests = Aanmeldingen
console_list-questions = Vragen
console_list-reach = Bereik
console_list-count = { $count ->
    [0] geen
   *[other] { $count }
 }
console_list-open = { $count ->
    [0] geen
   *[other] { $count } open
 }
console_list-over = Reageren is voorbij
console_list-reached = { $seen } gezien, { $started } begonnen, { $expressed } aangemeld
console_list-unreached = Nog niet gemeten
console_list-pages = Bladeren
console_list-first = Naar het begin
console_list-next = Volgende kansen
console_list-none-found = Er is geen kans die hierbij past.
console_list-none = Er zijn nog geen kansen.
console_list-none-yet = Zodra er een kans is gemaakt of ingelezen, staat die hier.
console_list-all = Bekijk alle kansen
