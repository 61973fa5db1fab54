# Wat een browser meldt: nooit woorden uit het gesprek, want anderen kijken mee.

push-answer = Er is een antwoord voor je.
push-decided = Er is een besluit over je aanmelding.
push-news = Er is nieuws in je gesprek.
push-known = Je krijgt meldingen in { $count ->
    [one] één browser
   *[other] { $count } browsers
 }.
