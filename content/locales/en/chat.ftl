# The page of the conversation. What is said stands with each dialogue.

chat-title = Your conversation
chat-who = Automatic assistant of { $organisation }
chat-you = You:
chat-us = Kansenbode:
chat-hello =
    Hi! I am the automatic assistant of { $organisation }.

    I help you find something that suits you. You are not committed to anything.
chat-begin = Begin the conversation
chat-see-all = See all opportunities
chat-write = Write a message
chat-send = Send
chat-choices = Choose an answer
chat-open = Open the page
chat-leave = Close conversation
chat-leave-sure = Is this phone or computer not yours? Then close your conversation, so that nobody else reads it. After that you cannot go on here yourself either.
chat-leave-do = Close my conversation
chat-aloud = Read aloud
chat-typing = An answer is coming
chat-late = The answer is on its way.
chat-look-again = Look again
chat-lost = There is no connection at the moment. I keep trying.
chat-not-sent = This has not been sent yet.
chat-again = Try once more
