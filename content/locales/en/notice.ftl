notice-answer = A question has been answered.
    Question: { $question }
    Answer: { $answer }
notice-answer-about = A question about the opportunity “{ $title }” has been answered.
    Question: { $question }
    Answer: { $answer }
notice-corrected = An answer that you had from us was not right. This is the right one.
    Question: { $question }
    Answer: { $answer }
notice-corrected-about = An answer about the opportunity “{ $title }” was not right. This is the right one.
    Question: { $question }
    Answer: { $answer }

# What became of an opportunity, for everybody who signed up.
notice-change = Something has changed about the opportunity “{ $title }”.
notice-open = The opportunity “{ $title }” is open again. People can sign up again.
notice-closed = The opportunity “{ $title }” is now closed. Nobody else can sign up.
notice-stays = You stay signed up.
notice-withdrawn = The municipality is not going ahead with the opportunity “{ $title }”. Thank you for wanting to take part.
notice-decided = The municipality has decided about the opportunity “{ $title }”. { $asked ->
    [yes] { $agreed ->
        [one] One party was chosen.
       *[other] { $agreed } parties were chosen.
     }
   *[no] { $agreed ->
        [0] No agreement was made with anybody.
        [one] An agreement was made with one party.
       *[other] Agreements were made with { $agreed } parties.
     }
 }
notice-facts = This is different: { $facts }.
notice-until = You can now respond until { $until }.
notice-reason = The reason: { $reason }
    .in = The reason, in { $spoken }: { $reason }
    .known = You read the reason in a message before.
notice-ask = Do you have questions about that? Type “human”.
notice-ask-why = Want to know why? Type “human”.
notice-look = Type “menu” and choose “My interests” to look at the opportunity. Want to hear no more? Type “stop”.

notice-written = A message from the municipality about the interest of { $party } in the opportunity “{ $title }”:

    { $text }

    Want to answer? Choose “Answer”, or type “human”.
    .reply = Answer

# With a decision: how one's own interest stands.
notice-chosen = Good news: an agreement was made with { $party }. Want to ask or arrange something? Type “human”.
notice-chosen-asked = Good news: { $party } was chosen. Want to ask or arrange something? Type “human”.
notice-confirm = Will { $party } take part? Let us know by { $until } at the latest. Choose or type “Yes, we will do it” or “No, not after all”. One answer for each party is enough.
    .confirm = Yes, we will do it
    .decline = No, not after all
    .confirm-of = Yes, { $party }
    .decline-of = No, { $party }
notice-confirm-remind = { $party } was chosen for the opportunity “{ $title }”. We do not know yet whether you are going to do it.
notice-not-chosen = No agreement was made with { $party }, we are sorry to say.
notice-reserve = { $party } is on the reserve list. If a party steps back, you hear from us. You need do nothing now.
notice-place = The place on the reserve list: { $place }.
notice-amount = The amount: { $amount }.
notice-together = This goes together with another party. A colleague puts you in touch with each other.
notice-objection = Do you disagree with this decision? You can object until and including { $until }. Write a letter with your name and address, the date, which decision it is about and why you disagree. Sign it. Send the letter to: { $where }
notice-still-new = What { $party } offered is still new. Want to know more about it? Type “human”.
notice-still-in_talk = The municipality is still talking with { $party }. Want to know more about it? Type “human”.
notice-still-invited = { $party } is still invited. Want to know more about it? Type “human”.

# What became of one interest, for the people of that party.
notice-in_talk = The municipality would like to talk on with { $party } about the opportunity “{ $title }”. Type “human” to answer.
notice-invited = Good news! { $party } is invited to the next step of the opportunity “{ $title }”. Want to ask or arrange something? Type “human”.
notice-invited-plan = Good news! { $party } may write a plan for the opportunity “{ $title }”, until { $until }. In the plan you tell: { $asks } Everybody who is invited gets the same questions and the same time. Choose “Write the plan”, or type “my plan”.
    .write = Write the plan
notice-plan-remind = You can still send in the plan of { $party } for the opportunity “{ $title }” until { $until }. Type “my plan” to go on.
    .write = Go on with the plan
notice-agreed = Good news! The municipality goes on together with { $party } for the opportunity “{ $title }”. Want to ask or arrange something? Type “human”.
notice-agreed-asked = Good news! The municipality would like to do the opportunity “{ $title }” together with { $party }. Want to ask or arrange something? Type “human”.
notice-on-reserve = { $party } is on the reserve list for the opportunity “{ $title }”. If a party steps back, you hear from us.
notice-moved-up = A party stepped back from the opportunity “{ $title }”. The first one on the reserve list was asked, so the others move up.
    .place = { $party } is now number { $place } on the reserve list.
    .wait = You need do nothing now. If another party steps back, you hear from us.
notice-stepped-back = You let us know that { $party } no longer takes part in the opportunity “{ $title }”. Thank you for telling us. The municipality has now asked a party from the reserve list.
notice-declined = The municipality does not go on with { $party } for the opportunity “{ $title }”, we are sorry to say. Thank you for your idea.
notice-taken-back = The interest of { $party } in the opportunity “{ $title }” was withdrawn. Is that wrong? Type “human”.

# What one of the contact persons of a party did, for the others.
notice-others-joined = { $party } has one more contact person, who reads along and may answer. Do you not know them? Type “human”.
notice-others-signed-up = Somebody of { $party } has signed you up for the opportunity “{ $title }”. Type “my interests” to read it.
notice-others-changed = Somebody of { $party } has changed something in your interest in the opportunity “{ $title }”. Type “my interests” to read it.
notice-others-withdrew = Somebody of { $party } has withdrawn your interest in the opportunity “{ $title }”. Is that not right? Type “human”.

# About a meeting, for those who come or signed up.
notice-meeting = There will be a meeting about the opportunity “{ $title }”: { $what }.
    When: { $when }
    Where: { $where }

    Will you come too? Choose “Sign up”, or type “meeting”.
    .look = Sign up
notice-meeting-changed = Please note: something changed about the meeting on the opportunity “{ $title }” ({ $what }). This is how it is now:
    When: { $when }
    Where: { $where }

    Can you not make it? Choose “Have a look”, or type “my interests”.
    .look = Have a look
notice-meeting-cancelled = The meeting about the opportunity “{ $title }” is off ({ $what }). It was to be: { $when }, { $where }.

    The reason: { $reason }
notice-meeting-seated = Good news: there is a place for you at the meeting about the opportunity “{ $title }” ({ $what }).
    When: { $when }
    Where: { $where }
    For your calendar: { $address }/bijeenkomsten/{ $id }.ics

    Can you not make it after all? Choose “Have a look”, or type “my interests”. Then somebody else can come.
    .look = Have a look
notice-meeting-reminder = See you soon at the meeting about the opportunity “{ $title }” ({ $what })!
    When: { $when }
    Where: { $where }

    Can you not make it after all? Choose “Have a look”, or type “my interests”. Then somebody else can come.
    .look = Have a look
notice-others-confirmed = Somebody of { $party } said that you will do it, for the opportunity “{ $title }”. There is an agreement now. Is that not right? Type “human”.
notice-others-plan = Somebody of { $party } has changed something in your plan for the opportunity “{ $title }”. Type “my plan” to read it.
notice-others-plan-sent = Somebody of { $party } has sent in your plan for the opportunity “{ $title }”. Type “my plan” to read it.

# Who thought along about a draft, or wanted to hear when it opens.
notice-explored = You thought along about the opportunity “{ $title }”. It is open now: you can sign up.
notice-followed = You wanted to hear: the opportunity “{ $title }” is open now. You can sign up.
notice-explored-off = The opportunity “{ $title }” is not going ahead. Thank you for thinking along or following it.
notice-explored-gone = You said that you cannot do this. We no longer ask it like that: { $texts }
notice-explored-eased = You said that you cannot do this. There is another way now: { $texts }
notice-explored-stays = You said that you cannot do this. We still ask it: { $texts }
notice-explored-same = Nothing else has changed since you read it.
notice-explored-because = The municipality adds: { $reason }
notice-explored-look = Read how it is now, and join: { $address }/kansen/{ $id }
