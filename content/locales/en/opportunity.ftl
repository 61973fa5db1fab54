opportunity-card = { $title }
    .text = { $summary }
    .where = Where
    .money = Money
    .duration = How long
    .until = Answer by
    .page = { $address }/kansen/{ $id }
    .picture = { $address }/kansen/{ $id }/beeld.png?taal=en&beeld={ $drawn }
    .read = Read all of it
opportunity-listed = { $title }
    .where = Where
    .money = Money
    .duration = How long
    .until = Answer by
    .page = { $address }/kansen/{ $id }
    .read = Read all of it
opportunity-only-in = (only in { $spoken })
opportunity-intention = We expect that only one party can do this. Can you too? Let us know.
opportunity-exploring = This is still a draft. Read it, and say what you cannot do or what is missing. You can sign up only once it is open.
opportunity-early = Good that you want to join! You cannot sign up yet: this is a draft. Choose “Keep me posted” and you hear as soon as you can.
opportunity-followed = Good, you will hear as soon as it is open. Want to hear no more? Type “stop”.
opportunity-more = { $description }
    .page = { $address }/kansen/{ $id }
    .read = Read all of it
opportunity-page = { "" }
    .page = { $address }/kansen/{ $id }
    .read = Read all of it
opportunity-nothing = The opportunity says nothing about that. Feel free to ask.
opportunity-where = Where: { $places }.
opportunity-form = Form: { $arrangement }.
opportunity-money = Money: { $value } for the whole term.
opportunity-when = Start: { $start }. { $duration ->
    [none] { "" }
   *[other] How long: { $duration }.
 }
opportunity-until = You can answer until { $until }.
opportunity-two-steps = This goes in two steps. First you sign up. The municipality chooses who may write a plan after that, until { $until }.
opportunity-role = The municipality's role: { $role }.
opportunity-brings = The municipality helps with: { $what }.
opportunity-formal = { $direction ->
    [formal] This is an official tender. Taking part here is not a bid. { $notice ->
        [none] { "" }
       *[other] The official documents are at { $notice }
     }
   *[other] Taking part here is not a bid. { $notice ->
        [none] { "" }
       *[other] The notice is at { $notice }
     }
 }
opportunity-together = Here you always work together with others.
opportunity-parts = You can choose from: { $titles }. One is fine, more is fine too.
opportunity-weighs = What we look at, and how much it counts:
    { $points }
opportunity-good = Good to know: choose a subject.
opportunity-good-words = { $words }
opportunity-contact = Would you like to talk to somebody? { $official } of the municipality will help you. Type “human”.
opportunity-answers = Others have asked this:
opportunity-answer = Question: { $question }
    Answer: { $answer }
opportunity-share =
    How nice that you pass it on! Send this link:
    { $address }/c/{ $code }

    Or tell people the code: { $code }
opportunity-closed = You can no longer answer this. The opportunity is { $state }.
opportunity-next = What would you like to do?
    .join = Count me in
    .candidate = Interested too
    .more = Tell me more
    .time = Time
    .money = Money
    .decides = Who decides
    .good = Good to know
    .parts = Parts
    .weighs = What we look at
    .responsible = Who does what
    .insurance = Insurance
    .if-people-stop = If somebody stops
    .lent = Borrowing things
    .allowance = Allowance
    .public-property = Ground and building
    .agreements = Agreements
    .requirements = What is needed?
    .meetings = When can I come by?
    .question = I have a question
    .answers = What others asked
    .share = Pass it on
    .others = Other opportunities
    .unclear = Choose what you would like to do. Want to take part? Then type “count me in”.
opportunity-draft = What would you like to do?
    .explore = Think along
    .follow = Keep me posted
    .join = Count me in
    .more = Tell me more
    .time = Time
    .money = Money
    .decides = Who decides
    .good = Good to know
    .parts = Parts
    .weighs = What we look at
    .responsible = Who does what
    .insurance = Insurance
    .if-people-stop = If somebody stops
    .lent = Borrowing things
    .allowance = Allowance
    .public-property = Ground and building
    .agreements = Agreements
    .meetings = When can I come by?
    .question = I have a question
    .answers = What others asked
    .share = Pass it on
    .others = Other opportunities
    .unclear = Choose what you want to do. To think along, type “think along”.
opportunity-over = What would you like to do?
    .meetings = When can I come by?
    .answers = What others asked
    .others = Other opportunities
    .unclear = Choose an answer.
