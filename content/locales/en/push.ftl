# What a browser shows: never words of the conversation, as others may look.

push-answer = There is an answer for you.
push-decided = There is a decision about your sign-up.
push-news = There is news in your conversation.
push-known = You get notifications in { $count ->
    [one] one browser
   *[other] { $count } browsers
 }.
