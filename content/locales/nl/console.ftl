# De pagina's voor medewerkers: wat op elke pagina staat.

console-sign-out = Log uit
console-done =
    .session-ended = Dat apparaat is uitgelogd.
    .sessions-ended = Alle andere apparaten zijn uitgelogd.
    .saved = Opgeslagen.
console-nav-today = Vandaag
console-nav-opportunities = Kansen
