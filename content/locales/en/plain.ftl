# What staff read about a Dutch text that is not plain enough yet.
# $found is the piece of text (for a message: the number of words), $better the better word (for a length: the limit).

plain-sentence-length = This sentence has more than { $better } words. Make it two sentences: “{ $found }”
plain-message-length = This message has { $found } words. Keep to { $better } words, or send two messages.
plain-jargon = “{ $found }” is a difficult word. Better: “{ $better }”.
plain-abbreviation = Not everybody knows “{ $found }”. Better: “{ $better }”.
plain-passive = Say who does it. Here nobody does: “{ $found }”
plain-double-negation = Say it without denying twice: “{ $found }”
plain-score =
    Readability: { NUMBER($score, maximumFractionDigits: 0) } ({ $level ->
        [easy] easy
        [fair] good to read
        [hard] hard
       *[very-hard] very hard
    })
