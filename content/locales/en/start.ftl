start-again = Good to have you back!
start-news = Would you like a message here about new opportunities near you? You can always type “stop”.
