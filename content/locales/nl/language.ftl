language-which = In welke taal wil je praten? In which language?
    .nl = Nederlands
    .en = English
    .unclear = Typ “Nederlands” of “English”.
language-chosen = Prima, we praten Nederlands.
