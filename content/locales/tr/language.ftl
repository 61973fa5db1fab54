language-name = Türkçe
language-locale = tr_TR
language-direction = ltr
