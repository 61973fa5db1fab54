# The page of the conversation. What is said stands with each dialogue.

chat-title = Your conversation
chat-automatic = Automatic assistant
chat-human-days = A human: within { $days ->
    [one] a day
   *[other] { $days } days
}
chat-menu = Menu
chat-menu-human = Talk to a human
chat-menu-mail = Message by e-mail
chat-push-on = Notifications on
chat-push-off = Notifications off
chat-push-done = Notifications are on. This device tells you when there is something for you. What it says you read only here.
chat-push-ended = Notifications are off on this device.
chat-push-refused = Your browser allows no notifications. Turn them on in the settings of your browser, and try once more.
chat-push-failed = That does not work now. Try again later.
chat-push-apple = On an iPhone or iPad this works if this site is on your home screen. Tap Share, then “Add to Home Screen”. Open it there.
chat-menu-data = My data
chat-about = What this is about
chat-about-until = You can respond until { $until }.
chat-about-closed = This opportunity is closed.
chat-today = Today
chat-yesterday = Yesterday
chat-step = Question { $now } of { $all }
chat-step-back = Back
chat-room = Characters left: { $count }
chat-too-long = Characters too many: { $count }
chat-anew = New conversation
chat-you = You:
chat-us = Kansenbode:
chat-hello = Find something that suits you in a short conversation. You need nothing for it, and you are not committed to anything.
chat-begin = Begin the conversation
chat-privacy = Read what we do with your data
chat-see-all = See all opportunities
chat-write = Write a message
chat-send = Send
chat-choices = Choose an answer
chat-change = Change
chat-more = More
chat-leave = Close conversation
chat-leave-sure = Is this phone or computer not yours? Then close your conversation, so that nobody else reads it. It is then closed everywhere, on your other devices too. A link that you kept before does not work any more. Are you still waiting for an answer? Then ask for a new link.
chat-leave-link = Close, and give me a new link
chat-leave-do = Close my conversation
chat-closed = Your conversation is closed
chat-closed-lead = With this new link you can come back later. Keep it now: you see it only once. Then close this page.
chat-closed-bare = Nobody can read it here any more, nor on your other devices. A link that you kept before does not work any more.
chat-closed-go = Done, close this page
chat-aloud = Read aloud
chat-typing = An answer is coming
chat-late = The answer is on its way.
chat-look-again = Look again
chat-earlier = Earlier in this conversation
chat-latest = To the latest messages
chat-down = To the last message
chat-down-news = New message
chat-busy = It is very busy now. I will try again by myself in a moment.
chat-lost = There is no connection at the moment. I keep trying.
chat-not-sent = This has not been sent yet.
chat-no-file = I cannot take a photo or a file here. Write what it shows, or ask for a human in the menu.
chat-attach = Send a photo or a file
chat-attach-pick = Choose a photo, a sound recording or a PDF
chat-attach-told = { $most } MB at most. Only our staff see it.
chat-attach-send = Send the file
chat-attach-photo = Take a photo
chat-attach-any = Choose a photo or a file
chat-attach-many = { $most } files go at a time at most. Send the others after these.
chat-file-sending = Sending…
chat-file-again = This was not sent. Choose the file again.
chat-speak = Record a message
chat-voice-on = Recording
chat-voice-stop = Stop the recording
chat-voice-drop = Throw the recording away
chat-voice-send = Send the recording
chat-no-mic = I cannot use your microphone. Allow it in your browser, or type your message.
chat-photo = Photo: { $name }
chat-voice = Your voice message
chat-file-awaited = being fetched
chat-file-refused = not kept
chat-again = Try once more

chat-back = Back to your conversation
chat-keep = Keep this conversation
chat-keep-lead = With this link you come back to your conversation, on another device too.
chat-keep-link = Your link. Copy it and keep it safe.
chat-keep-scan = Or scan this picture with your other phone.
chat-keep-mail = Mail it to me
chat-keep-mail-lead = Or leave your e-mail address. Each e-mail then has a link to your conversation. You get your answers there too.
chat-keep-picture = Picture of your link, to scan
chat-keep-safe =
    Share this link with nobody. Whoever has the link can read your conversation.

    The link works as long as your sign-up or your question is open, and at least until 30 days after the last message. Do you close the conversation, or type “forget me”? Then it stops working at once.
chat-return = Go on with your conversation
chat-return-lead = This link belongs to a conversation with { $organisation }.
chat-return-other = There is another conversation in this browser. It closes if you go on here.
chat-return-do = Go on with your conversation
chat-return-safe = Did somebody else give you this link? Then do not go on. Is this device not yours? Close your conversation when you are done, and clear the history of the browser.
chat-return-gone =
    See whether you copied all of the link. It works as long as your sign-up or your question is open, and at least until 30 days after the last message. Did you close the conversation, stop the e-mail, or ask us to forget you? Then it does not work either.

    You can always begin a new conversation.
    .title = This link does not work
