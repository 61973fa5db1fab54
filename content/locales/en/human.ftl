human-words = What would you like to ask or tell a colleague? Only the municipality reads this.
human-words-to = Your message goes to { $official }, about “{ $title }”. What would you like to ask or tell? Only the municipality reads this.
human-thanks = Your message has been sent. A colleague will answer here by { $answer_by } at the latest.
