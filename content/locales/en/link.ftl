# Go on in another channel.

link-code =
    You can go on with this conversation elsewhere.

    Begin a conversation there and type this code: { $code }. The code works once, for fifteen minutes. Give it to nobody else.
link-chat = This link takes you on in { $channel } too: { $link }
link-page = Would you like to go on in a browser? Then keep the link to this conversation.
    .page = { $address }/chat/bewaar
    .read = Keep the link
link-web = You can go on in a browser too.
    .page = { $address }/chat
    .read = To the web chat
link-own = This code is your own. Type it in your other channel.
link-sure =
    This code belongs to a conversation in { $channel }, begun on { $since }. Is that you too?

    Only choose yes if you were given the code yourself. Then it becomes one conversation. Whoever writes there also sees what you stored here.
    .yes = Yes, that is me
    .no = No
    .unclear = Type yes if you were given the code yourself. Type no if it comes from somebody else.
link-kept = Fine, nothing has changed. Did somebody ask you to type that code? Then type “human”.
link-done = Done! Your conversation in { $channel } now belongs to this one. You find your interests and questions here and there.
link-stopped = You had typed “stop” there. That now holds here too. Would you like messages again? Then type “start”.
link-notice = This conversation now also goes on in { $channel }. Was that not you? Then type “human”. A human will look at it.
