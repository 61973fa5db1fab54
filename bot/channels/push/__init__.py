"""Web push: a browser rings when something is said in the conversation, without a word of it."""
