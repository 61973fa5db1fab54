# De pagina's voor medewerkers: wat op elke pagina staat.

console-sign-out = Log uit
console-done =
    .saved = Opgeslagen.
