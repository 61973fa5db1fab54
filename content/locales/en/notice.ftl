notice-answer = A question has been answered.
    Question: { $question }
    Answer: { $answer }
