human-words = Wat wil je aan een medewerker vragen of vertellen? Alleen de gemeente leest dit.
human-words-to = Je bericht gaat naar { $official }, over “{ $title }”. Wat wil je vragen of vertellen? Alleen de gemeente leest dit.
human-thanks = Je bericht is verstuurd. Een medewerker geeft hier antwoord, uiterlijk { $answer_by }.
