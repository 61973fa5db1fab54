explore-can =
    This is what we want to ask: { $text }

    Could you do that?
    .fine = We can
    .unmet = We cannot do this
    .help = It is still a draft. What you say can still change something.
    .unclear = Choose “We can” or “We cannot do this”.
explore-why = What can you not do, or what would work? Only the municipality reads this.
explore-missing = Is anything missing? Something that you need, or that should be different. Only the municipality reads this.
explore-fine = Good, then it is right for you. Want to hear when it is open? Choose “Keep me posted”.
explore-thanks = Thank you for thinking along
    .reference = Number
    .at = Sent on
    .channel = Through
    .title = Opportunity
    .unmet = You cannot do
    .missing = What is missing
    .answer_by = Answer by
    .how = To add something
explore-hear = When it opens, you hear what has changed. You have not signed up yet.
