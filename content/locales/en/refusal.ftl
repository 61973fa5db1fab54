# What is not possible, and how it is.

refusal-one-person = Say whom it is about, in one way: a code, --person NUMBER or --question NUMBER.
refusal-nobody = There is nobody (any more) behind “{ $given }”. Is the code right? Was the person forgotten already?
refusal-persons = More persons belong to “{ $given }”. Ask who it is, and choose with --person. The numbers: { $persons }

refusal-email = “{ $given }” is not an e-mail address. Write it like this: name@municipality.nl
refusal-code = “{ $given }” is not known. Choose from: { $allowed }
refusal-staff-unknown = There is no colleague with the address { $given }. Add them with: kansenbode staff add { $given }
refusal-staff-left = { $given } no longer works here. Back again? kansenbode staff add { $given }
refusal-place-code = “{ $given }” is not a CBS code. A code looks like this: GM0344, WK034401 or BU03440123.
refusal-place-many = There are { $count } places called “{ $given }”. Choose one by its code: { $codes }
refusal-place-garbled = A letter of the name “{ $given }” ({ $code }) is lost. Fetch the table again from CBS. Nothing was changed.
refusal-place-used = { $given } ({ $code }) is still in use: by an opportunity, a person or a venue. Give those another place first.
refusal-place-parent = { $count ->
    [one] There is still a place in { $given } ({ $code }): { $inside }. Take that out first.
   *[other] There are still { $count } places in { $given } ({ $code }), such as { $inside }. Take those out first.
    }
refusal-place-audience = { $given } ({ $code }) belongs to the audience of campaign { $campaigns }. Give a draft other places first. Was the campaign approved or cancelled? Then the place stays in the list.
refusal-place-unknown = The place “{ $given }” is not in the list. Choose another name or a CBS code. Take places in with: kansenbode places import
refusal-tender-id-taken = The number { $given } is in use already. Choose another one.
refusal-field = There is no field “{ $given }”. Choose from: { $allowed }
refusal-needed = The field { $field } may not be empty. A good example: { $example }
refusal-value = “{ $given }” does not fit the field { $field }. A good example: { $example }
refusal-unknown = There is no number { $given }. The list shows which numbers there are.
refusal-ended = Opportunity { $given } has ended. It cannot be changed any more.
refusal-step = That is not possible now: the opportunity is { $state }. { $allowed ->
    [none] There is no step left.
   *[other] What is possible: { $allowed }
 }
refusal-unfit = { $public ->
    [yes] This opportunity is public, and would no longer be right. Nothing was changed. Look at this:
   *[no] The opportunity cannot open yet. This comes first:
 }
refusal-unsettled = The opportunity cannot open yet. This comes first:
refusal-remark = “{ $given }” does not stand in the way of this opportunity. { $allowed ->
    [none] Nothing stands in the way.
   *[other] What does: { $allowed }
 }
refusal-intention = The intention is open to others until { $until }. Wait until then. Must it be earlier? Write down why: kansenbode opportunities overrule { $given } { $remark } --reason "…"
    .page = The intention is open to others until { $until }. Wait until then. Does it have to be earlier? An administrator can write down why.
refusal-unheard = { $count ->
    [one] Somebody else is interested too and got no answer yet: question { $questions }. Answer first.
   *[other] { $count } others are interested too and got no answer yet: questions { $questions }. Answer first.
 }
refusal-no-lot = No lot is drawn for opportunity { $given }. That takes that the page said so when people responded.
refusal-lot-open = The opportunity is { $state } now. A lot can be drawn once it is closed: then nobody can come in any more.
refusal-lot-drawn = The lot of opportunity { $given } was drawn already. Who comes in now would have no place in it. Make a new opportunity.
refusal-meeting-cancelled = This meeting is off.
refusal-meeting-over = This meeting has begun or is over.
refusal-meeting-small = { $seats ->
    [one] There is only one place. Are you more? Type “human”.
   *[other] There are only { $seats } places. Are you more? Type “human”.
 }
refusal-meeting-full = { $free ->
    [0] There is no place left. What you had stays.
   *[other] There is room for { $free } more. What you had stays.
 }
refusal-meeting-taken = { $taken ->
    [one] One person is coming. Fewer places would mean that you choose who has to stay away.
   *[other] { $taken } people are coming. Fewer places would mean that you choose who has to stay away.
 }
refusal-meeting-lacks = Of a meeting you also have to know: { $fields }.
refusal-meeting-times = A meeting ends after it begins, and takes fourteen days at most. Look at begins and ends.
refusal-meeting-past = A meeting cannot begin in the past. Is the day right?
refusal-meeting-reason = Say why it is off, with --reason "…". Everybody who would come reads that.
refusal-meeting-ahead = There is nothing to tell of a meeting that has not begun or was called off.
refusal-meeting-reported = What came of this meeting was told already. Is it wrong? kansenbode questions correct { $given } "…"
refusal-no-outage = There was no outage shortly before a last day of this opportunity, or it was made good already.
refusal-outage-ongoing = The outage is not over yet. Start the server first, and then do this again.
refusal-item = There is no number { $given } among { $what }. { $allowed ->
    [none] There is nothing yet.
   *[other] There are: { $allowed }
 }
refusal-item-empty = In { $what }, number { $given } has no text yet. Give that too.
refusal-item-twice = { $given } is there twice, and one does not go with the other. Choose one.
refusal-beyond = “{ $given }” does not fit the field { $field }. It may be from { $least } up to { $most }.
refusal-long = The field { $field } is too long: { $given } characters. There is room for { $most }.
refusal-many = There are { $given } in the field { $field }. There is room for { $most }: people read all of them.

refusal-same-rules = { $count ->
    [one] There is an interest already. This is fixed then: { $what }.
   *[other] There are { $count } interests already. This is fixed then: { $what }.
 } Must it change after all? Withdraw the opportunity and make a new one.
refusal-part-chosen = { $count ->
    [one] One interest ({ $references }) chose part { $parts }.
   *[other] { $count } interests ({ $references }) chose part { $parts }.
 } So it cannot go. You can call it something else: they will hear that. Must it go? Talk with them first, or withdraw the opportunity.
refusal-pencil-outcome = What becomes of this interest? Choose from: { $allowed }. Take it away by --take-back.
refusal-pencil-none = Nothing stands in pencil with interest { $given }.
refusal-pencil-late = Opportunity { $given } is { $state }. Nothing can be written in pencil any more. Does something change for a party? Do that by: kansenbode interests move
refusal-pencil-reason = Why is interest { $given } { $outcome }? The party wants to know. Give a sentence: --reason "…"
refusal-pencil-place = Interest { $given } is { $outcome }. Only a reserve has a place: leave out --order.
refusal-pencil-amount = Interest { $given } is { $outcome }. Only who is chosen gets an amount: leave out --amount.
refusal-pencil-taken = Place { $place } in the reserve is that of interest { $other }. Choose another place, such as { $free }, or give interest { $other } another one first.
refusal-pencil-together = Interest { $given } cannot go together with { $other }. Choose another interest in the same opportunity, which was not taken back.
refusal-undecided = Opportunity { $given } cannot be decided yet. What has to be done first stands above.
refusal-decision-approved = The decision about opportunity { $given } was approved, and is applied on { $at }. Must something be different? Call it off first: kansenbode opportunities apply { $given } --cancel
    .page = The decision on this opportunity is approved, and holds from { $at }. Must something change? Then call the decision off first.
refusal-decision-none = There is no approved decision about opportunity { $given } that can still be called off. Was it told already? Look by: kansenbode opportunities show { $given }
refusal-decision-people = The decision about opportunity { $given } goes to { $now ->
    [one] one person
   *[other] { $now } people
 } now. You read { $read }. Look again by: kansenbode opportunities apply { $given } --preview
refusal-decision-four-eyes = This decision goes to { $people ->
    [one] one person
   *[other] { $people } people
 }. Above { $most }, whoever wrote outcomes may not approve it too. Ask a colleague: kansenbode opportunities apply { $given } --as ADDRESS
refusal-lack-outcome = { $count ->
    [one] One interest has no outcome yet: { $references }.
   *[other] { $count } interests have no outcome yet: { $references }.
 } Give it by: kansenbode interests pencil CODE chosen --reason "…"
refusal-lack-reason = { $count ->
    [one] One interest was not chosen, without a reason: { $references }.
   *[other] { $count } interests were not chosen, without a reason: { $references }.
 } Say why: kansenbode interests pencil CODE not-chosen --reason "…". Or give everybody one reason, by --reason "…".
refusal-lack-together = Interest { $given } goes together with { $other }, and gets another outcome. Give both the same, or take it away: kansenbode interests pencil { $given } --take-back
refusal-lack-amount = { $count ->
    [one] One chosen interest has no amount: { $references }.
   *[other] { $count } chosen interests have no amount: { $references }.
 } The others have. Give it by: kansenbode interests pencil CODE chosen --amount AMOUNT
refusal-lack-budget = Together they get { $total }, and there is { $value }. Give less by: kansenbode interests pencil CODE chosen --amount AMOUNT
refusal-lack-part = For { $parts } they get { $total } together, and there is { $value } for that. Give less by: kansenbode interests pencil CODE chosen --amount AMOUNT
refusal-lack-answer = { $count ->
    [one] One question waits for an answer: { $questions }.
   *[other] { $count } questions wait for an answer: { $questions }.
 } Answer by: kansenbode questions answer NUMBER "…"
refusal-lack-objections = Whoever disagrees with this decision must know where to object. Fill in the setting KANSENBODE_OBJECTIONS, or give the opportunity a contact official.
refusal-next-undecided = Opportunity { $given } is { $state }. Asking somebody from the reserve list takes a decision first: kansenbode opportunities apply { $given }
refusal-next-nobody = Nobody who was chosen stepped back from opportunity { $given }. Does a party not go on after all? Write that down first: kansenbode interests move CODE declined --reason "…"
refusal-next-empty = Nobody is left on the reserve list of opportunity { $given }. Tell who has to know, or make a new opportunity.
refusal-no-outcome = { $count ->
    [one] One interest has no outcome yet: { $references }. Give it one first: agreed, declined or withdrawn.
   *[other] { $count } interests have no outcome yet: { $references }. Give them one first: agreed, declined or withdrawn.
 }
refusal-reason-decision = Nothing was agreed with anybody. Say why: add --reason "…". Everybody who signed up reads it.
refusal-reason-withdrawal = There are people who signed up. Say why the opportunity is gone: add --reason "…". They read it.
    .page = There are people who signed up. Write down why the opportunity is gone. They read it.
refusal-file-kind = { $given } has a name that we do not know. Let it end in: { $allowed }
refusal-yes = Nothing was changed yet. Is it right like this? Then add --yes.
refusal-version = Opportunity { $given } has changed meanwhile: you read version { $read }, now it is version { $now }. Look again with: kansenbode opportunities show { $given }
    .page = This opportunity has changed meanwhile: you read version { $read }, now it is version { $now }. Nothing was done. Look below how it stands now.
refusal-together = { $who } changed this just now too ({ $at }): { $what }. Nothing was changed. Look first what stands there now. Still so? Then add --yes.
refusal-move = That is not possible now: the interest is { $state }. { $allowed ->
    [none] There is no step left.
   *[other] What is possible: { $allowed }
 }{ $way ->
    [none] { "" }
   *[other] { "" }
    What you want is possible afterwards, from: { $way }
 }
refusal-moved = Interest { $given } is { $now } by now: { $who } did that ({ $at }). Nothing was changed. Look again with: kansenbode interests show { $given }
    .page = This interest is { $now } by now: { $who } did that ({ $at }). Nothing was changed. Below is how it stands now.
refusal-notice-out = Notice { $given } does not wait: it is out, called off, or was never there. What still waits is shown by: kansenbode opportunities planned
refusal-answered = Question { $given } has an answer already, by { $who } ({ $at }): “{ $answer }” Is it not right? Then use: kansenbode questions correct { $given }
    .page = This question has an answer already, by { $who } ({ $at }): “{ $answer }” What you wrote was not sent.
refusal-unanswered = There is no answer to correct at question { $given }. To answer it: kansenbode questions answer { $given }
refusal-answer-same = Question { $given } has this answer already. Nothing was changed.
refusal-answer-private = Question { $given } was answered to one person. Leave out --public-question.
refusal-corrected = Question { $given } was corrected meanwhile by { $who } ({ $at }). It now says: “{ $answer }” Nothing was changed. Look again with: kansenbode questions show { $given }
    .page = This question was corrected meanwhile by { $who } ({ $at }). Now it says: “{ $answer }” What you wrote was not sent.
refusal-private = Message { $given } is for the municipality only. Give the answer only to the person who asked.
refusal-personal = This may be about a person: { $found }. Take it out, because everybody reads this. May it stay? Then add --checked.
    .page = This may be about a person: { $found }. Take it out, because everybody reads this. May it stay? Then tick the box.
refusal-names-another = This may be about another who signed up: { $found }. Take it out. May it stay? Then add --checked.
    .page = This may be about another who signed up: { $found }. Take it out. May it stay? Then tick the box.
refusal-decision-which = Of which opportunity? Name it: --opportunity NUMBER
refusal-weigh-reason = Write in a sentence why: --reason "Why"
refusal-weigh-state = The opportunity is { $state } now. You can weigh from its opening until the decision.
refusal-weigh-withdrawn = This interest was withdrawn. You do not weigh it any more.
refusal-weigh-own = Your e-mail address stands with { $party }. Who takes part does not weigh. Ask a colleague.
refusal-interest-over = You cannot write about interest { $given } any more: it was taken back, forgotten, or emptied after its term.
refusal-talk-free = Nobody has conversation { $given }. Take it over first: kansenbode conversations take { $given }
refusal-talk-taken = { $who } has conversation { $given } now, until { $until }.
refusal-talk-gone = Nobody can be reached any more in conversation { $given }.
refusal-talk-stopped = Whoever is in conversation { $given } wants to hear nothing more. You can write once they ask for a human again.
refusal-unreachable = Nobody can be reached at interest { $given }. Stopped messages: { $stopped }. Not reachable any more: { $gone }. Nothing was sent. What the party gave itself stands at “to be reached by”: kansenbode interests show { $given }
    .page = We can reach nobody here. Stopped messages: { $stopped }. Out of reach: { $gone }. Nothing was sent. Look at “reached by”.

refusal-opportunity-unknown = I do not know this opportunity. It may be gone.
refusal-not-explored = You cannot think along about this now. See how things stand at the opportunity.
refusal-opportunity-closed = You can no longer answer “{ $title }”. The time has passed, or it is closed.
refusal-opportunity-changed = “{ $title }” has just changed. Please check if it is still right for you.
refusal-interest-twice = { $party } has signed up for this already. See “my interests”.
refusal-interest-ended = This interest is over. You cannot change it any more.
refusal-not-yours = This interest is not yours. You cannot change it.
refusal-confirm = For this interest no yes is asked now. Want to know about it? Type “human”.
refusal-plan-closed = This plan can be changed no more. What stood there stays. Questions? Type “human”.
refusal-plan-empty = First tell what you are going to do. Then you can send in the plan.
refusal-questions-closed = You could ask questions up to and including { $until }. Would you still like to talk to somebody? Then type “human”.
refusal-invitation = This invitation no longer works. Ask whoever invited you for a new code.
refusal-email-often = We have mailed a few times already. Look in your e-mail, at unwanted e-mail too. Does it not work? Then type “human”.
refusal-link = This code no longer works. Ask for a new one in your other channel.

refusal-staff-missing = Say who does this: add --as name@municipality.nl. New? kansenbode staff add name@municipality.nl
refusal-name-long = “{ $given }…” is too long for the name of a field. There is room for { $most } characters.
refusal-pair = “{ $given }” lacks a value. Write it like this: field=value
refusal-public-question = For everybody? Give --for-all and --public-question "…" together: the question without names.
refusal-empty = This is empty. Write a text.
refusal-right = The role of { $given } does not allow this. Only these roles may: { $roles }
refusal-last-administrator = { $given } is the only administrator. Make a colleague administrator first.
refusal-places-columns = This table lacks a column. One is called { $codes }, the other { $names }.
refusal-streets-none = Not one row has a street or postcode with a neighbourhood that we know, such as “{ $given }”. First read in the neighbourhoods, with the same command.
refusal-streets-many = These are more than { $most } streets and postcodes. Keep only the rows of your municipality.

refusal-venue-unknown = There is no venue with the code { $given }. See the list: kansenbode venues list
refusal-venue-there = That venue is there already, with the code { $given }.
refusal-venue-new = Venue { $given } is not confirmed yet. See if it is right, then use: kansenbode venues confirm { $given }
refusal-venue-left = We are no longer in venue { $given }. Somebody there can add the bot again.
refusal-venue-by-hand = No bot can post in venue { $given }. Get a link, a QR code and a text with: kansenbode venues trail { $given } NUMBER
refusal-venue-full = { $name } wants at most this many messages a week: { $most }. You can post again from { $again }.
refusal-not-open = Opportunity { $given } is not open. You cannot spread it now.

refusal-campaign-fixed = Campaign { $given } was approved or called off. It does not change any more. Make a new one with: kansenbode campaign new
refusal-channel = Nothing goes out now: { $channel } does not work ({ $reason }). See what is wrong with: kansenbode doctor
refusal-campaign-over = Campaign { $given } cannot go on like this: its last message goes on { $at }, and it is over on { $until }. Set a later last day to respond, or call it off with: kansenbode campaign cancel { $given }
refusal-campaign-no-card = The card is for a draft. Campaign { $given } is none any more: { $stand }. See how it goes with: kansenbode campaign report { $given }
refusal-campaign-long = The text is too long: { $given } characters. There is room for { $most }.
refusal-picture-file = Name the file of the photo. Or take the photo away with --remove.
refusal-picture-alt = Say with --alt what the photo shows, in the language of the opportunity ({ $language }). Who does not see the photo hears that.
refusal-picture-long = The description of the photo is too long. At most { $most } characters.
refusal-picture-credit = The line that says whose the photo is, is too long. At most { $most } characters.
refusal-picture-kind = This is no whole JPEG or PNG. Save the photo as JPEG.
refusal-picture-large = The photo is too large: at most { $most } kB. Save it smaller, for example 1600 pixels wide.
refusal-picture-size = The photo is { $given } pixels. It has to be at least { $wide } × { $high }, and at most { $most } wide or high.
refusal-picture-turned = The photo lies on its side. Turn it in a photo program, and save it again.
refusal-placeholder = The word { $given } is not known. Choose from: { $allowed }
refusal-campaign-passed = That moment has passed: { $at }. Choose a later one, or leave at empty: then it goes at once.
refusal-campaign-spread = The rest has to go within { $most } hours, so that everybody has an equal chance. Choose 1 to { $most }.
refusal-campaign-blocked = { $count ->
    [one] The campaign cannot go out yet. See what has to change with: kansenbode campaign preflight { $number }
   *[other] The campaign cannot go out yet: { $count } things have to change. Look with: kansenbode campaign preflight { $number }
 }
refusal-campaign-moved = The number of people has changed. The card said { $read }, now it is { $now }. Nothing went out. Look again with: kansenbode campaign preflight { $number }
refusal-campaign-writing = Campaign { $given } is being prepared just now. Try again in two minutes. Nothing went out.
refusal-campaign-broken-off = Preparing campaign { $given } took too long and was broken off. Nothing went out. Approve it again.
refusal-four-eyes = Above { $most } people a colleague approves it, not whoever made it. The number is now { $now }. Let a colleague type: kansenbode campaign approve { $number } --people { $people } --as name@town.example
refusal-campaign-not-so = That cannot be done with campaign { $given } now. See how far it is with: kansenbode campaign list
refusal-campaign-code = This code does not work. Type “link” in your own conversation and use the code within a quarter of an hour.
refusal-campaign-text = There is no text in this language: { $language }. Give one with: kansenbode campaign set { $number } text.{ $language }=…
refusal-polling = With several servers nobody asks { $channel } for messages: they would get each other’s. Put this into .env: { $setting }
refusal-owner-other = { $folder } belongs to the user { $user }, and you may not write there. Do this as that user: sudo -u { $user } kansenbode …
refusal-owner-folder = { $folder } belongs to another user, who cannot reach it. Give the service a user that stays, as in docs/deploy/kansenbode.service, or do this as that user: runuser -u kansenbode -- kansenbode …
refusal-owner-program = The user of { $folder } may not read { $file }, and so cannot start Kansenbode. Put Python and the program where everybody may read: UV_PYTHON_INSTALL_DIR=/opt/kansenbode/python uv sync --no-dev
refusal-password-short = This password is too short. Choose one of at least { $low } characters.
refusal-password-long = This password is too long. At most { $high } characters.
refusal-password-common = Others try this password first. Choose another one.
refusal-password-known = This password is nearly all a name or word that everybody here knows. Choose one with something of your own.
refusal-link-over = This link does not work (any more). Ask an administrator for a new one.
refusal-colleague-there = { $given } works here already. Change the role in the list, or make a new link.
refusal-audit-broken = The events were changed after they were written down: event { $event } does not fit the one before. Compare with an earlier backup.
refusal-audit-kept = Event { $event } no longer has the seal that you kept. The log was written anew since. Compare with an earlier backup.
refusal-audit-seal = “{ $given }” is no seal. Paste what this command gave before: kansenbode audit verify
refusal-password-now = Your present password is not right.
