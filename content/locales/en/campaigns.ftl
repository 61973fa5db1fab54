# What staff read about campaigns: the card beforehand, the course, and the report.

commands-help-campaign = Bring opportunities to many people at once, and see what came of it.
commands-help-campaign-new = Make a draft. Nothing goes out yet.
    .occasion = What for: a new opportunity, a reminder or a thank-you.
    .facts = Facts, each as field=value. For example: themes=groen first=10 spread=4 remind=3
commands-help-campaign-set = Change a draft.
    .facts = Facts, each as field=value. A text of your own goes like this: text.nl=@letter.txt
commands-help-campaign-list = List the campaigns.
commands-help-campaign-copy = Make a new draft of a campaign, a cancelled one too.
commands-help-campaign-show = Show one campaign.
commands-help-campaign-preflight = Show the card beforehand: who gets what, who does not and why, and when.
commands-help-campaign-test-send = Send the text to yourself. Type “link” in your own conversation to get a code.
    .code = The code from your own conversation.
    .language = The language of the text.
    .step = Send the reminder instead of the first message.
commands-help-campaign-approve = Approve a campaign. After that it goes out.
    .people = The number of people that you read on the card. If it is another one by now, nothing goes out.
commands-help-campaign-pause = Hold a campaign. Nothing more goes out from now on.
commands-help-campaign-resume = Let a campaign go on.
commands-help-campaign-cancel = Call a campaign off for good.
commands-help-campaign-watch = Follow a campaign while it goes out.
    .once = Look once, and stop.
commands-help-campaign-report = Show what came of a campaign.
    .people = Show every person, by number.
commands-help-campaign-retry = Try again what failed.
    .uncertain = Also send again what may have arrived. Whoever had it then gets it twice.

commands-campaign-none = There are no campaigns yet. Make one with: kansenbode campaign new REFERENCE
commands-campaign-everybody = everybody who wants news
commands-campaign-made = Campaign { $number } was made. Now look at the card with: kansenbode campaign preflight { $number }
commands-campaign-own-text =
    Own text ({ $step }, { $language }):
    { $text }
commands-campaign-tested = The test is on its way to your own conversation.
commands-campaign-writing = Prepared: { $done } of { $all }. Nothing goes out yet.
commands-campaign-approved = { $people ->
    [0] The campaign is approved. It goes to venues only: { $at }.
    [one] The campaign is approved. One person gets it: { $at }.
   *[other] The campaign is approved. { $people } people get it from { $at } on.
 } { $minutes ->
    [0] You can always call it off with: kansenbode campaign cancel
   *[other] Until then you can still call it off altogether with: kansenbode campaign cancel
 }
commands-campaign-unposted = Venue { $code } gets no card. { $reason }
commands-campaign-paused = Campaign { $number } is on hold. Go on with: kansenbode campaign resume { $number }
commands-campaign-resumed = Campaign { $number } goes on.
commands-campaign-cancelled = { $unsent ->
    [0] Campaign { $number } was called off. Nothing was waiting to be sent any more.
    [one] Campaign { $number } was called off. One message does not go out any more.
   *[other] Campaign { $number } was called off. { $unsent } messages do not go out any more.
 }
commands-campaign-retried = { $count ->
    [0] There is nothing to try again.
    [one] One message goes again.
   *[other] { $count } messages go again.
 }
commands-campaign-differs = The opportunity is not what it was when this campaign was prepared:
commands-campaign-difference = { $language ->
    [none] { $fact }: { $before } → { $after }
   *[other] { $fact } ({ $language }): { $before } → { $after }
 }
commands-campaign-goes-on = What has not gone out waits for you. Go on with the new text: kansenbode campaign resume { $number }. Stop it: kansenbode campaign cancel { $number }
commands-campaign-waits = Mind: campaign { $number } waits now, because its text is no longer true. See what changed with: kansenbode campaign show { $number }
commands-campaign-would-wait = Mind: campaign { $number } will wait then, because its text will no longer be true.
commands-campaign-cut-short = { $people ->
    [one] Campaign { $number } still had to reach one person, who gets nothing now.
   *[other] Campaign { $number } still had to reach { $people } people, who get nothing now.
 }
commands-campaign-stale = The campaign waits for you. { $reason } See what changed with: kansenbode campaign show { $number }
commands-campaign-done-without = done, { $count } not reached. { $reason }
commands-campaign-expired = { $people ->
    [one] One person got nothing, because it was too late. Is the opportunity open again? A new campaign reaches exactly that person: kansenbode campaign copy { $number }
   *[other] { $people } people got nothing, because it was too late. Is the opportunity open again? A new campaign reaches exactly those: kansenbode campaign copy { $number }
 }
commands-campaign-nothing = Nothing was sent or planned yet. Approve with: kansenbode campaign approve
commands-campaign-held = The campaign waits for you, because many messages met the same. { $reason } Solved? Go on with: kansenbode campaign resume { $number }
commands-campaign-again = { $failed ->
    [0] All that could be sent was sent.
    [one] One message failed. Try again with: kansenbode campaign retry { $number }
   *[other] { $failed } messages failed. Try again with: kansenbode campaign retry { $number }
 } { $uncertain ->
    [0] {""}
    [one] Of one message we do not know whether it arrived. Send again with: kansenbode campaign retry { $number } --uncertain
   *[other] Of { $uncertain } messages we do not know whether they arrived. Send again with: kansenbode campaign retry { $number } --uncertain
 }
commands-campaign-watch = { $step }: { $stand }. { $counts }. To go: { $remaining } of { $people }. Now { $rate } a second. { $left ->
    [none] {""}
   *[other] About { $left } left.
 }

# The card beforehand.
commands-card-head = Campaign { $number }: { $title }
commands-card-people = { $people ->
    [0] Nobody gets this message.
    [one] One person gets this message.
   *[other] { $people } people get this message.
 }
commands-card-held = { $people ->
    [one] One of them is talking with us now. That person gets the message when the conversation is over.
   *[other] { $people } of them are talking with us now. They get the message when the conversation is over.
 }
commands-card-left-out = { $people ->
    [one] One person in the audience does not get it:
   *[other] { $people } people in the audience do not get it:
 }
commands-card-sum = Together: { $people } do and { $out } do not, which is the whole audience of { $all }.
commands-card-posted = These venues get a card: { $venues }.
commands-card-by-hand = Here you spread a poster or text yourself (kansenbode venues trail): { $venues }.
commands-card-not-ready = These venues are not confirmed yet, or we are no longer there: { $venues }.
commands-card-proposed = These venues could be chosen too: { $venues }.
commands-card-instead = There is nobody to write to. Rather choose a venue or a poster: { $venues }. Do so with: kansenbode campaign set { $number } venues=CODE
commands-card-no-venues = There is nobody to write to, and no venue yet to post in. Add a notice board or group with: kansenbode venues add NAME
commands-card-preview = This is how it looks ({ $step }, { $channel }, { $language }):
commands-card-warnings = { $count ->
    [one] Mind this:
   *[other] Mind these ({ $count }):
 }
commands-card-blockers = { $count ->
    [one] This has to change first:
   *[other] These have to change first ({ $count }):
 }
commands-card-ready = The campaign can go out. Approve with: kansenbode campaign approve { $number } --people { $people }

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

# Why a message did not go out.
send-stopped = This person wants no more messages.
send-cancelled = The campaign was called off.
send-expired = The time of this message was over.
send-closed = The opportunity was closed already.
send-unwanted = This person wants no more news in this channel.
send-answered = This person has responded already.
send-talking = This person is talking with us. The message comes after that.
send-uncertain = The program stopped just as it went out. It may have arrived.
campaign-changed = The opportunity was changed.
