# The language itself: its own name, the locale of its dates and amounts, and where its lines begin.
language-name = English
language-locale = en_GB
language-direction = ltr

language-which = In which language would you like to talk? In welke taal?
    .unclear = Type { $allowed }.
language-chosen = Fine, we will talk in English.
