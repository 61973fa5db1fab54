human-words = Wat wil je aan een medewerker vragen of vertellen? Alleen de gemeente leest dit.
human-words-to = Je bericht gaat naar { $official }, over “{ $title }”. Wat wil je vragen of vertellen? Alleen de gemeente leest dit.
human-thanks = Je bericht is verstuurd. Een medewerker geeft hier antwoord, uiterlijk { $answer_by }.
human-read = Mag de medewerker ook dit gesprek lezen, tot hier? Dan hoef je niets twee keer te vertellen.
    .unclear = Typ ja als de medewerker het gesprek mag lezen. Typ nee als dat niet mag.
human-may-read = Goed, de medewerker kan het gesprek lezen. Bij “mijn gegevens” neem je dat weer terug.
human-may-not-read = Goed, de medewerker leest alleen je bericht.
