notice-answer = There is an answer.
    Question: { $question }
    Answer: { $answer }
