language-name = العربية
language-locale = ar
language-direction = rtl
