# What `kansenbode today` shows: what waits for somebody of the municipality.

today-count =
    { $count ->
        [0] Nothing waits.
        [one] One thing waits.
       *[other] { $count } things wait.
    }{ $late ->
        [0] {""}
        [one] {" "}One of them is late.
       *[other] {" "}{ $late } of them are late.
    }
today-promised = Promised by { $answer_by }
today-late = LATE: promised by { $answer_by }
today-since = Waits since { $since }
today-about = { $what }: { $title } ({ $tender_id })
today-kind = kind
    .interest = New interest
    .plan = Plan that was sent in
    .question = Question
    .human = Word for a colleague
    .talk = Conversation that a colleague took over
    .candidate = Somebody else is interested too
    .explore = Somebody thought along about a draft
    .decision = Approved decision that is held: something came in between
    .vacancy = A chosen party stepped back, and there is a reserve
    .unconfirmed = A chosen party said neither yes nor no in time
    .draft = Campaign, not yet approved
    .paused = Campaign that stands still
    .late = Campaign that is late
    .backup = No new copy of the database is made
    .tick = Work that the server does by itself fails
    .mail = Mail to colleagues that the mail server does not take: { $count }
    .row = Rows that the server passes over: { $count }
    .card = Card in a venue, not arrived: { $count }
    .edit = Change of a card, not arrived: { $count }
    .notice = Message about an opportunity or question, not arrived: { $count }
    .reply = Answer in a conversation, not arrived: { $count }
    .campaign = Message of a campaign, not arrived: { $count }
    .turn = Message of somebody that went wrong in a conversation: { $count }
