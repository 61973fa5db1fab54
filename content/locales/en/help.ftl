help-text = This is how it works: I ask one question at a time. Choose a button, or type your answer.

    These words always work: menu, back, cancel, question, human, language, my data, forget me, stop.
