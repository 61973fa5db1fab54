help-text = This is how it works: I ask one question at a time. Choose an answer, or type it yourself.

    These words always work, also in a sentence: help, menu, back, cancel, question, human, language, link, somebody else. And about you: my interests, my data, privacy statement, forget me, stop, start, start over.
