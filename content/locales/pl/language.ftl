language-name = Polski
language-locale = pl_PL
language-direction = ltr
