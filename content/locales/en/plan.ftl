plan-pick = Which plan would you like to open?
    .unclear = Choose a plan, or type what it is about.
plan-none = There is no plan to write now. If you are invited, you hear that here.
plan-begin = Good that you go on! Each answer is kept at once. Stop when you like, and go on later, until { $until }. Others of { $party } may write too.
plan-closed = { $state ->
        [sent] Your plan for “{ $title }” was sent in. It can be changed no more.
        [missed] The last day for plans for “{ $title }” has passed. Want to ask something about it? Type “human”.
       *[none] You cannot write a plan for “{ $title }” now. Want to know why? Type “human”.
    }
plan-what = What are you going to do? For example: every Saturday we work in the green strip, and twice a year the whole street plants together.
    .short = What you do
    .later = Fill in later
plan-who = Who takes part, and who does what? For example: six neighbours. Fatma makes the rota, Henk looks after the tools.
    .short = Who takes part
    .later = Fill in later
plan-timing = When does it begin, and how often is it? For example: we start in March, then every Saturday from ten to twelve.
    .short = When
    .later = Fill in later
plan-costs = What does it cost, roughly? For example: 400 euros for plants and 250 for tools, 650 euros together.
    .short = What it costs
    .later = Fill in later
plan-right = I read: { $amount } in total. Is that right?
    .unclear = Type yes if that is the whole amount. Type no to type the amount yourself.
plan-amount = How much is it together, in euros? For example: 650.
    .unsure = I do not know yet
    .unclear = Type one amount, for example 650 or “six hundred and fifty euros”.
plan-needs = What do you need from the municipality? For example: a tap, a place for the tools and somebody to call.
    .short = What you need
    .later = Fill in later
plan-more = The municipality wants to read this too: { $asks }
    .short = What they ask
    .later = Fill in later
plan-both =
    Somebody else of you wrote here meanwhile: { $theirs }

    Your text now stands below it. What should stay?
    .both = Both
    .mine = Only my text
    .theirs = Only the other
    .unclear = Choose “Both”, “Only my text” or “Only the other”.
plan-card = Your plan for “{ $title }”
    .what = What
    .who = Who
    .timing = When
    .costs = What it costs
    .amount = Together
    .needs = Needed from the municipality
    .more = What the municipality asks
    .photos = Photos
    .voices = Voice messages
    .files = Files
plan-others = Another of you wrote: { $lines }.
plan-in = Your plan was sent in. You can change it until { $until }, and the municipality reads that at once.
plan-meanwhile = One moment: somebody else of you just changed this: { $lines }. Read it first. Then you can send it in.
plan-now = What would you like to do? You may send a photo or a file too.
    .send = Send in the plan
    .go-on = Go on writing
    .change = Change something
    .unclear = Choose an answer, or type it yourself.
plan-field = What would you like to change?
    .keep = Leave it all
    .unclear = Choose a line, or choose “Leave it all”.
plan-changed = { $sent ->
        [yes] That is changed. The municipality now reads this text.
       *[no] That is kept.
    }
plan-thanks = Done, your plan is in!
    .reference = Code
    .at = Sent on
    .channel = Through
    .party = Name
    .what = What
    .who = Who
    .timing = When
    .costs = What it costs
    .amount = Together
    .needs = Needed from the municipality
    .more = What the municipality asks
    .photos = Photos
    .voices = Voice messages
    .files = Files
    .answer_by = Answer by
    .how = To change something
plan-next = { $official } reads your plan. You can change it until { $until }. After that the municipality chooses, and you hear what it has become.
