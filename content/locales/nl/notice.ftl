notice-answer = Er is antwoord op een vraag.
    Vraag: { $question }
    Antwoord: { $answer }
