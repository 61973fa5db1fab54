language-which = In which language would you like to talk? In welke taal?
    .nl = Nederlands
    .en = English
    .unclear = Type “Nederlands” or “English”.
language-chosen = Fine, we will talk in English.
