# De eerste pagina voor medewerkers: wat er op iemand wacht.

console_today-title = Vandaag
console_today-late = { $count ->
    [one] Eén belofte is te laat. Begin daarmee.
   *[other] { $count } beloftes zijn te laat. Begin daarmee.
 }
console_today-first = { $days ->
    [0] Niets is te laat. Vandaag verwacht iemand antwoord.
    [1] Niets is te laat. Morgen verwacht iemand antwoord.
   *[other] Niets is te laat. Nog { $days } dagen tot de eerste belofte.
 }
console_today-none-promised = Er wacht werk, maar niemand heeft een dag gehoord.
console_today-whose = Van wie
console_today-all = Alles
console_today-mine = Van mij
console_today-group =
    .late = Te laat
    .soon = Deze week beloofd
    .later = Later beloofd
    .open = Zonder belofte
    .works = Voor de beheerder
console_today-no-record = Los van een kans
console_today-since = sinds { $since }
console_today-promised = { $days ->
    [0] vandaag
    [1] morgen
   *[other] over { $days } dagen
 }
console_today-overdue = { $days ->
    [one] één dag te laat
   *[other] { $days } dagen te laat
 }
console_today-done = Alles is beantwoord.
console_today-mine-done = Voor jouw kansen is alles beantwoord.
console_today-done-more = Zodra iemand reageert of iets vraagt, staat het hier. De eerste belofte staat bovenaan.
console_today-more = Hier staat wat het eerst aan de beurt is. De rest verschijnt als dit is gedaan.
