opportunity-card = { $title }. { $summary } { $until ->
    [none] { "" }
   *[other] Answer by { $until }.
 }
opportunity-only-in = (only in { $spoken })
opportunity-more = { $description }
opportunity-where = Where: { $places }.
opportunity-form = Form: { $arrangement }.
opportunity-money = Money: { $value } for the whole term.
opportunity-when = Start: { $start }. How long: { $duration }.
opportunity-role = The municipality's role: { $role }.
opportunity-brings = The municipality helps with: { $what }.
opportunity-part = Part: { $title }. { $description } { $budget ->
    [none] { "" }
   *[other] Money for this part: { $budget }.
 } { $say ->
    [none] { "" }
   *[other] Who has a say: { $say }
 }
opportunity-together = Here you always work together with others.
opportunity-criteria = This is what we look at. The higher the number, the more it counts.
opportunity-criterion = { $weight }%: { $text }
opportunity-contact = Would you like to talk to somebody? { $official } of the municipality will help you. Type “human”.
opportunity-page = All of it together, with what has been settled already: { $address }/kansen/{ $number }
opportunity-answers = Others have asked this:
opportunity-no-answers = No questions have been answered yet. Feel free to ask the first one!
opportunity-answer = Question: { $question }
    Answer: { $answer }
opportunity-corrected = This answer was corrected on { $at }.
opportunity-share =
    How nice that you pass it on! Send this link:
    { $address }/c/{ $code }

    Or tell people the code: { $code }
opportunity-closed = You can no longer answer this. The opportunity is { $state }.
opportunity-next = What would you like to do?
    .join = Count me in
    .more = Tell me more
    .requirements = What is asked?
    .question = I have a question
    .answers = Others' questions
    .share = Pass it on
    .others = Other opportunities
    .unclear = Choose what you would like to do. Want to take part? Then type “count me in”.
opportunity-over = What would you like to do?
    .answers = Others' questions
    .others = Other opportunities
    .unclear = Choose an answer, or type 1 or 2.
