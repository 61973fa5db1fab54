menu-pick = What would you like to do?
    .go-on = Back where I was
    .browse = See opportunities
    .interests = My interests
    .question = Ask a question
    .language = Language · Taal
    .my-data = My data
    .unclear = Choose an answer, or type its number.
