browse-found = Hier kun je nu aan meedoen:
browse-none = Hier is nu niets open. Kijk eens bij een andere buurt of een ander thema.
browse-pick = Waar wil je meer over weten?
    .more = Meer kansen
    .nearby = Andere buurt
    .theme = Per thema
    .all = Alles, nieuw eerst
    .unclear = Kies een kans uit de lijst, of typ de naam.
