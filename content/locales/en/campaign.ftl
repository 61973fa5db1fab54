# What people read in a campaign. Staff may change the text; the names between braces become facts.

campaign-placeholder = names of facts
    .title = title
    .summary = summary
    .places = place
    .until = until
    .money = money
    .organisation = municipality
campaign-places = { $places }
campaign-until = { $until }
campaign-money = { $value }
campaign-organisation = { $organisation }

campaign-new =
    Hi! { $organisation } is looking for people who want to take part.

    { $title }
    { $summary }

    You can respond until { $until }.
campaign-reminder =
    Hi! You can still take part: { $title }

    You can respond until { $until }. Busy with something else? Then you need not do anything.
campaign-thanks =
    Thank you for wanting to take part in “{ $title }”.

    Want to see how it stands? Type “menu” and choose “My interests”.
campaign-more = Tell me more
campaign-page = Take part
campaign-footer = You are reading this because you asked for news from { $organisation }. You are not bound to anything. No more messages? Type “stop” in your conversation.

campaign-block-approved = This campaign is no draft any more.
campaign-block-nobody = There is nobody to write to and no venue that gets a card.
campaign-block-not-open = The opportunity is not open. Open it with: kansenbode opportunities open
campaign-block-over = The last day to respond is over: { $until }.
campaign-block-soon = After the last message ({ $last }) people have less than { $days } days to respond. The last day is now { $until }.
campaign-block-expires = The last message ({ $last }) would go out when the campaign is over already: { $expires }.
campaign-block-reminder = The reminder ({ $at }) does not come after the last message ({ $last }). Choose a smaller remind, or leave it out.
campaign-block-text = { $people ->
    [one] One person reads { $language }. There is no text for it. Give one with: kansenbode campaign set { $number } { $field }=…
   *[other] { $people } people read { $language }. There is no text for it. Give one with: kansenbode campaign set { $number } { $field }=…
 }
campaign-block-channel = { $channel } does not work for our account now. Look with: kansenbode doctor
campaign-block-channel-says = { $channel } does not work now: { $reason }
campaign-warn-few = { $people ->
    [one] This goes to 1 person only. Is the audience chosen too small?
   *[other] This goes to { $people } people only. Is the audience chosen too small?
}
campaign-warn-passed = The moment that you chose has passed: { $at }. The first message goes out on { $begins }.
campaign-warn-language = Nobody in this group reads { $language }.
campaign-warn-group = Nobody fits what you chose ({ $fields }). Choose wider, or leave a choice empty.
campaign-warn-many = This goes to { $people } people. Think of waves: first=10 spread=4
campaign-warn-eyes = This goes to more than { $most } people. A colleague has to approve it, not whoever made it.
campaign-warn-slow = The last message goes out after the last day to respond only: { $finish }.
campaign-warn-hard = The text is hard to read (score { $score }). Shorter sentences and common words help.
campaign-warn-words = These words or sentences can be simpler: { $found }.
campaign-refusal-venue-new = This venue is not confirmed yet.
campaign-refusal-venue-left = We are no longer there.
campaign-refusal-venue-by-hand = No bot can post there. Make a poster or text with: kansenbode venues trail
campaign-refusal-venue-full = That venue has had enough messages this week.
campaign-refusal-not-open = The opportunity is not open.
campaign-refusal-venue-unknown = That venue is no more.

campaign-changed = The opportunity was changed.
