notice-answer = Er is een antwoord.
    Vraag: { $question }
    Antwoord: { $answer }
