"""E-mail to residents: what they are told in a chat is told here too, once they confirmed it."""
