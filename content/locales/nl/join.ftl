join-sure = Je bent uitgenodigd door “{ $party }”. Wil je ook contactpersoon worden? Je leest dan mee, en je mag antwoorden.
    .yes = Ja, ik doe mee
    .unclear = Typ ja om mee te doen. Typ nee om het niet te doen.
join-done = Welkom! Je bent nu ook contactpersoon van “{ $party }”.
