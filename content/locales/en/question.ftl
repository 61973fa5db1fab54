question-words = What would you like to know? Only the municipality reads your question.
question-like = This looks like somebody else's question:
    Question: { $question }
    Answer: { $answer }
question-corrected = This answer was corrected on { $at }.
question-enough = Is that what you were looking for?
    .enough = Yes, thanks
    .send = No, send my question
    .join = Count me in
    .unclear = Choose “Yes, thanks” if this is enough. Choose “No, send my question” to send it.
question-good = Good! Then you do not have to wait.
question-thanks = Your question has been sent
    .reference = Number
    .at = Sent on
    .channel = Through
    .title = Opportunity
    .words = You wrote
    .answer_by = Answer by
    .how = To add something
