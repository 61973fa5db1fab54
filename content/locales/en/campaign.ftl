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
campaign-footer = You are reading this because you asked for news from { $organisation }. You are not bound to anything. No more messages? Type “stop”.
