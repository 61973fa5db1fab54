human-words = What would you like to ask or tell a colleague? Only the municipality reads this.
human-words-to = Your message goes to { $official }, about “{ $title }”. What would you like to ask or tell? Only the municipality reads this.
human-thanks = Your message has been sent. A colleague will answer here by { $answer_by } at the latest.
human-read = May the colleague read this conversation too, up to here? Then you need not tell anything twice.
    .unclear = Type yes if the colleague may read the conversation. Type no if not.
human-may-read = Good, the colleague can read the conversation. You can take that back at “my data”.
human-may-not-read = Good, the colleague only reads your message.
