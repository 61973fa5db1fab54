help-text = I ask one question at a time. Choose an answer, or type it.

    This always works, also in a sentence: help, menu, back, cancel, question, human, language, link, somebody else. And about you: my interests, my plan, my data, privacy statement, forget me, stop, start, start over.
    .page = { $address }/kanalen
    .read = Where to write to us
