help-text = This is how it works: I ask one question at a time. Choose an answer, or type it yourself.

    These words always work: help, menu, back, cancel, question, human, language, link, somebody else, my data, forget me, stop, start.
