# What can be said in every conversation.

talk-hello = Hi! I am the automatic assistant of { $organisation }, not a human.
    .page = { $address }/privacy
    .read = What we do with your data
talk-step = (step { $now } of { $all })
talk-unknown = unknown
talk-unclear = I do not quite understand that. Can you say it differently?
talk-offer-human = Sorry, I still do not understand you. Would you like to talk to a human? Then type “human”.
talk-too-long = That is too long: { $given } characters. There is room for { $max }. Can you say it more briefly?
talk-too-many = Those are too many: { $given }. Name { $max } at most at a time.
talk-number = Type one number from { $low } to { $high }, for example 6.
talk-amount = I see no amount in that, or more than one. Type one amount, for example 650.
talk-file-kept = { $kind ->
        [photo] Your photo came in. I cannot look at it myself. Type what it shows, if that matters.
        [voice] Your voice message came in. I cannot understand it myself. Type what you want to say, if that matters.
        [album] What you sent came in. I cannot look at it myself. Type what it shows, if that matters.
       *[file] Your file came in. I cannot read it myself. Type what it says, if that matters.
    } { $belongs ->
        [interest] It stands with your sign-up. Only our staff see it.
        [draft] It will stand with your sign-up once you store that. Only our staff see it.
       *[talk] If you ask a question, our staff can see it.
    }
talk-file-refused = { $reason ->
        [kind] I cannot take this kind of file. A photo (JPEG, PNG or WebP), a sound recording or a PDF will do.
        [large] That file is too large. There is room for { $most } MB at most.
        [many] You sent many in a row already. Try again in an hour.
        [empty] That file is empty. Choose it again.
        [none] I cannot take files here. Could you type it?
        [full] There is no room for files now. Type “human”, and we find another way.
        [away] I could not fetch the file. Could you send it again?
       *[broken] That file is not whole. Could you send it again?
    }
talk-file-lost = { $kind ->
        [photo] I did not keep the photo that you sent.
        [voice] I did not keep the voice message that you sent.
       *[file] I did not keep the file that you sent.
    }
talk-media-other = I cannot read this kind of message. Could you type it?
talk-old-saved = I have stored that already. This is the question now:
talk-old-button = That button belongs to an old question. This is the question now:
talk-gone = This belongs to a conversation that I no longer have. I have kept nothing of it. Would you like to begin again? Then just type a new message.
talk-added = I have added that to your answer.
talk-add = Add this?
    “{ $words }”
talk-dropped = Fine, I leave that out.
talk-not-added = You sent something more just now, but it does not fit with your answer any more. Type “back” if you want to change your answer.
talk-changing = Fine, let us change that.
talk-corrected = I have changed that in your answer.
talk-not-corrected = You changed an earlier message. What I wrote down then stays as it is. Do you want to say something else? Then type it as a new message, or type “back”.
talk-no-back = We cannot go back any further here. What you have sent stays as it is.
talk-cancelled = All right, we stop here.
talk-cancelled-sent = What you have sent stays as it is.
talk-cancelled-nothing = Nothing was sent.
talk-cancelled-unchanged = Nothing was changed.
talk-resume = Let us go on where you were.
talk-closed = This conversation has changed in the meantime. What you sent before is kept.
talk-failed = Oops, something went wrong on my side. Your message is kept. Try once more, or type “human”.
talk-again = Something went wrong here with your last message. That is mended now. Would you send it again?
talk-not-kept = Sorry, I could not keep this message. Could you write it again, in other words? Or type “human”.
talk-code-unknown = I do not know this code. It may have expired. Look again, or ask for a new code.
talk-code-misread = I do not know this code. Our codes never have the letters I, L, O and U in them, and never a 0 or 1. Please look again.
talk-code-reference = With this code the municipality finds an interest. You read and change it in the conversation where you signed up. Can you no longer reach that? Then type “human”.
talk-remind = We had not finished yet. Would you like to go on? Just answer my last question. Type “stop” if you do not want to hear from us any more.
talk-ended = { $days ->
    [one] We have not heard from you for a day.
   *[other] We have not heard from you for { $days } days.
 } So I close this conversation. Would you like to go on after all? Then type “menu”.
talk-unclear-again = I do not understand that either. Try it in one word, or choose an answer.
talk-offer-human-again = I cannot manage this. A human will gladly help you further. Then type “human”.
talk-privacy = A page of its own tells what we do with your data. Type “my data” to see what we hold about you.
    .page = { $address }/privacy
    .read = What we do with your data
talk-street = { $street } lies in more than one neighbourhood.
talk-guess = Do you mean this?
talk-heard-question = I do not know the answer. Shall I ask the municipality?
talk-heard-pass-on = Shall I ask the municipality?
talk-heard-sentence = Is “{ $words }” the name? If not, you can tell this in a moment.
talk-heard-ahead = You choose each time what you want. If you sign up, you first see all of it. Only when you say yes does it go to the municipality.
talk-heard-ahead-step = { $left ->
    [one] One more question comes after this.
   *[other] { $left } more questions come after this.
 } At the end you see all of it. Only when you say yes does it go to the municipality.
talk-heard-ahead-skip = { $left ->
    [0] This is the last question.
    [one] One more question comes after this.
   *[other] { $left } more questions come after this.
 } You may always skip.
talk-heard-puzzled = I will gladly explain. Type “help”, or choose what you would like.
talk-heard-yesno = Here I ask for a little more than yes or no.
talk-heard-hello = Hi! Good to have you here.
talk-heard-thanks = You are welcome!
talk-heard-bye = Goodbye! You can always go on here.
talk-heard-insult = I see that you are angry. I am only a computer. Would you like to talk to a human?
talk-heard-contact = That is a number or an address. I pass it on only if you want me to. A human will then contact you.
talk-heard-complaint = A report or complaint? This is the place for it: { $desk }

    I can also send your message to a colleague.
talk-heard-long = I cannot read that well enough. A human can. Shall I pass on your message?
talk-heard-words = { $words }
talk-heard-language = Would you like to talk in English?

# A colleague takes the conversation over.
talk-taken = Hello, I am { $colleague } of { $organisation }. I am a human, and I am reading along now. Feel free to type: what you write now comes to me. The automatic assistant says nothing for a while.
talk-colleague = { $colleague }, { $organisation }:

    { $words }
talk-still-taken = You are still talking with a colleague. What you type next is read by a human.
talk-given-back = { $colleague } is done and hands the conversation back to me. I am the automatic assistant again.
talk-over = { $colleague } is no longer in this conversation. You are talking with me again, the automatic assistant.
talk-unanswered = { $colleague } cannot answer you now. Your message is kept. You get an answer by { $answer_by } at the latest, here in this conversation. Until then you talk with me again, the automatic assistant.

talk-offer = button for what you may mean
    .stop = Stop messages
    .forget = Erase my data
    .human = A human
    .my-data = My data
    .privacy = Privacy
    .help = Explanation
    .language = Other language
    .interests = My interests
    .meetings = Meetings
    .question = Ask a question
    .start = Start again
    .menu = Menu
    .back = Back
    .cancel = Cancel
    .browse = See opportunities
    .link = Another channel
    .email = Message by e-mail
    .receipt = Receipt
    .no-mail = No more mail
    .said = No, it is my answer
    .said-name = Yes, that is the name
    .ask = Ask municipality
    .tell = To a human
    .again = Start over
    .add = Yes, add it
    .drop = No, leave it out
talk-change = What would you like to change?

# Words that work everywhere: only when they are the whole message.
talk-words = words
    .stop = stop | unsubscribe | quit
    .start = start | begin
    .again = start again | begin again | start over
    .back = back | go back | previous
    .cancel = cancel | never mind
    .help = help | info
    .menu = menu | main menu
    .human = human | a human | colleague | talk to a human
    .language = language | other language | english please | speak english | can we speak english | in english please
    .my-data = my data
    .forget = forget me | delete my data | erase my data
    .question = question | i have a question | ask a question
    .link = another channel | go on in another channel | continue in telegram | link
    .email = message by e-mail | mail me | email me | send me an email | by email
    .receipt = receipt | receipts | my receipt | as a pdf | pdf
    .leave = i am somebody else | i am someone else | somebody else | close the conversation
    .interests = my interests | my applications
    .plan = my plan | go on with the plan | go on with our plan | write the plan
    .confirm = yes, we will do it | we will do it | yes we do it | we do it
    .decline = no, not after all | we will not do it after all
    .privacy = privacy statement
