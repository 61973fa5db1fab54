language-name = Українська
language-locale = uk_UA
language-direction = ltr
