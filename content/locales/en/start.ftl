start-again = Good to have you back!
start-news = Would you like a message here about new opportunities? You can always type “stop”.
    .unclear = Type yes if you want messages. Type no if you do not.
