# A question of a resident, for whoever answers it.

console_question-hidden = What it says is not shown in your role.
console_question-personal = Mind, this may be about a person:
console_question-given =
    .all = Answer for everybody
    .one = Answer to who asked
console_question-public-was = This is how the question stands on the page: { $text }
console_question-answer = Your answer
console_question-answer-hint = Write as you speak. Name a day if you promise something.
console_question-who = Who reads this answer?
    .one = Only who asked
    .all = Everybody: it also comes on the page of the opportunity
console_question-public = The question, as everybody reads it
console_question-public-hint = Only needed if everybody reads it. Leave out who asked, and where they live.
console_question-look = See who gets it
console_question-before = What was said before
console_question-asked = Asked
console_question-by = Answer promised by
console_question-answered = Answered
console_question-reads = Colleagues who answer read this question. That you read it is noted.
    .talk = Who asked this allowed you to read the talk before it. That you read this is noted.
console_question-alike = Answered before for this opportunity
console_question-correct = Correct this answer
console_question-correct-hint = Who read the first answer gets the new one too.
