# De taal zelf: haar naam, de landinstelling van haar datums en bedragen, en waar een regel begint.
language-name = Nederlands
language-locale = nl_NL
language-direction = ltr

language-which = In welke taal wil je praten? In which language?
    .unclear = Typ { $allowed }.
language-chosen = Prima, we praten Nederlands.
