candidate-words = You are interested in “{ $title }” too. Tell briefly who you are and what you would do with it. Only the municipality reads this.
candidate-thanks = Thank you, this has been passed on. The municipality looks at it first. Before that it decides nothing. You get an answer here by { $answer_by } at the latest.
