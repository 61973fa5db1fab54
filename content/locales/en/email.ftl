# E-mail to residents: what somebody is told in a conversation, by e-mail too.

# In the conversation.
email-address =
    To which e-mail address? You get answers, decisions and messages about your sign-up there. News of new opportunities comes there only if you want it.
    .skip = No, rather not
    .unclear = I see no whole e-mail address. Type it like this: name@example.com
email-sent =
    We now send an e-mail to { $email }. Click the link in it. Only then do we mail you.

    No e-mail? Look at unwanted e-mail. The link works for two days.
email-kept = Fine, we do not mail you.
email-known = We mail you at { $email }.
email-known-news = News of new opportunities comes there too.
email-what = Do you want to change that?
    .keep = Leave it so
    .news = New opportunities
    .no-news = No new opportunities
    .other = Another address
    .end = No more mail
    .unclear = Choose what you want.
email-ended = Done. We mail you no more, and your e-mail address is erased here. In this conversation you still hear from us. Do you not want that either? Then type “stop”.
email-news = Do you want a message when there are new opportunities? You can always type “stop”.
    .here = Yes, here
    .mail = Yes, by e-mail
    .none = No
    .unclear = Choose where you want news. Or choose “No”.
email-news-on = Fine. News of new opportunities comes by e-mail, and no longer here. To stop, use the link in that e-mail, or “stop”.
email-news-off = Fine. We mail you no more news of new opportunities. We still mail answers and decisions.
email-off = { $organisation } sends no e-mail from this conversation. Your answer comes here. This is how you come back: { $address }/chat/bewaar

# In the e-mail.
email-subject-confirm = Is this your e-mail address?
email-subject-welcome = You now get e-mail too
email-subject-receipt-interest = We have your sign-up
email-subject-receipt-question = Your message was sent
email-subject-new = New opportunity: { $title }
email-subject-reminder = A reminder: { $title }
email-subject-thanks = Thank you: { $title }
email-subject-receipt-meeting = You are on the list
email-subject-meeting = About a meeting
email-subject-receipt-change = Your sign-up was changed
email-subject-receipt-plan = We have your plan
email-subject-answer = Answer to your question
email-subject-corrected = Corrected answer to your question
email-subject-written = Message about your sign-up
email-subject-talk = News about your sign-up
email-subject-invited = Invitation to talk
email-subject-judged = Decision about your sign-up
email-subject-withdrawn = Your sign-up was taken back
email-subject-decided = A decision was taken
email-subject-closed = Answers are no longer taken
email-subject-explored = The opportunity you thought along about is open
email-subject-called-off = This opportunity was withdrawn
email-subject-change = Something changed
email-subject-other = Message about your sign-up or question
email-confirm =
    Hello,

    Somebody asked in the conversation with { $organisation } for e-mail at this address. Was that you? Then click the button.

    Was it not you? Then you need not do anything. We send you nothing else.
email-welcome =
    Hello,

    Your e-mail address is right. From now on we send answers, decisions and messages about your sign-up here too.
email-receipt-meeting =
    Hello,

    You are on the list for a meeting about “{ $title }”.
    When: { $when }
    Where: { $where }
    For your calendar: { $address }/bijeenkomsten/{ $id }.ics

    Can you not make it after all? Then type “my interests” in your conversation.
email-standing-lead = You already take part in:
email-standing = { $title } (number { $reference })
email-do-confirm = Yes, this is my e-mail address
email-do-read = Read on
email-do-talk = To your conversation
email-private = This e-mail is for you alone. Whoever has it can open your conversation.
email-about = You cannot answer this e-mail, but you can in your conversation. You get it because you asked for it.
email-about-confirm = This is an automatic e-mail from { $organisation }. The link works for two days.
email-about-news = You get this e-mail because you wanted news of new opportunities. Do pass it on.
email-leave = Get no more e-mail
email-leave-news = No more new opportunities by e-mail
