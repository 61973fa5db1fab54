question-words = Wat wil je weten? Alleen de gemeente leest je vraag.
question-like = Dit lijkt op een vraag van iemand anders:
    Vraag: { $question }
    Antwoord: { $answer }
question-corrected = Dit antwoord is verbeterd op { $at }.
question-enough = Is dat wat je zocht?
    .enough = Ja, dank je
    .send = Nee, stel mijn vraag
    .join = Ik doe mee
    .unclear = Kies “Ja, dank je” als dit genoeg is. Kies “Nee, stel mijn vraag” om hem te versturen.
question-good = Mooi! Dan hoef je niet te wachten.
question-thanks = Je vraag is verstuurd
    .reference = Nummer
    .at = Verstuurd op
    .channel = Via
    .title = Kans
    .words = Je schreef
    .answer_by = Antwoord uiterlijk
    .how = Iets erbij zeggen
