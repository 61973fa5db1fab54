# The e-mail to colleagues about what waits. Never words of residents.

mail-subject =
    { $count ->
        [one] Something waits
       *[other] { $count } things wait
    }{ $late ->
        [0] {""}
       *[other] {" "}({ $late } late)
    }
mail-hello =
    Hello { $name },
    
    This waits for somebody of { $organisation }.
mail-what = { $kind } { $number }
mail-stage = stage
    .half = NO REACTION YET: { $what }. Half of the time has gone.
    .late = LATE: { $what }
mail-promised = An answer was promised by { $answer_by }.
mail-more = And { $count } more. See your list with: kansenbode today
mail-end =
    See all that waits with: kansenbode today
    Rather more or less mail? Your administrator changes that.
