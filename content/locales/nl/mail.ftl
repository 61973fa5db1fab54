# De e-mail aan collega’s over wat er wacht. Nooit woorden van inwoners.

mail-subject =
    { $count ->
        [one] Er wacht iets
       *[other] Er wachten { $count } dingen
    }{ $late ->
        [0] {""}
       *[other] {" "}({ $late } te laat)
    }
mail-hello =
    Dag { $name },
    
    Dit wacht op iemand van { $organisation }.
mail-what = { $kind } { $number }
mail-stage = stand
    .half = NOG GEEN REACTIE: { $what }. De helft van de tijd is om.
    .late = TE LAAT: { $what }
mail-promised = Antwoord beloofd voor { $answer_by }.
mail-more = En nog { $count } meer. Zie je lijst met: kansenbode today
mail-end =
    Alles wat wacht zie je met: kansenbode today
    Liever vaker of minder vaak e-mail? Dat verandert je beheerder.
