# De pagina's voor medewerkers: wat op elke pagina staat.

console-sign-out = Log uit
console-done =
    .answered = { $count ->
        [one] Beantwoord. Eén persoon krijgt bericht.
       *[other] Beantwoord. { $count } mensen krijgen bericht.
     }
    .moved = { $count ->
        [0] Bewaard. Er was niemand om bericht te sturen.
        [one] Bewaard. Eén persoon krijgt bericht.
       *[other] Bewaard. { $count } mensen krijgen bericht.
     }
    .session-ended = Dat apparaat is uitgelogd.
    .sessions-ended = Alle andere apparaten zijn uitgelogd.
    .role-set = De rol is veranderd. Je collega logt opnieuw in.
    .colleague-left = Je collega is uitgelogd en werkt hier niet meer.
    .invited = De link is gemaakt en één keer getoond. Zag je hem niet? Maak dan een nieuwe.
    .password-set = Je wachtwoord is veranderd. Je andere apparaten zijn uitgelogd.
    .saved = Opgeslagen.
console-nav-today = Vandaag
console-nav-opportunities = Kansen
console-nav-colleagues = Collega’s
console-problem = Kijk hier nog even naar
console-may-stay = Ik heb dit nagekeken. Het mag blijven staan.
console-facts = Gegevens
console-look-title = Dit gebeurt er als je verstuurt
console-look-told = { $count ->
    [one] Eén persoon krijgt bericht,
   *[other] { $count } mensen krijgen bericht,
 }
console-look-at = op { $at }.
console-look-now = meteen.
console-look-nobody = Niemand krijgt bericht.
console-look-reads = { $count ->
    [one] Eén persoon leest:
   *[other] { $count } mensen lezen:
 }
console-look-send = { $count ->
    [0] Bewaar
    [one] Stuur 1 bericht
   *[other] Stuur { $count } berichten
 }
console-look-back = Verander de tekst
