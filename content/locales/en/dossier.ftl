# The dossier of an opportunity: a folder that explains the decision.

dossier-title = Dossier: { $title }
dossier-lead = How this opportunity was published, weighed and decided, and who was told what when.
dossier-foot = { $given } · dossier of { $at }
dossier-party = party { $number }
dossier-party-named = { $party }: { $name }
dossier-colleague = colleague { $number }
dossier-count = { $name }: { $count }
dossier-brief = In brief
dossier-fact = fact
    .tender-id = number
    .state = state
    .opened = opened
    .until = respond until
    .decided = decided
    .interests = interests
    .versions = published versions
    .digest = hash of the secret number, published beforehand
    .drawn = drawn
    .seed = the number
dossier-names = A party has a number: its place in the order of arrival. The name of a person stands here only where the decision needs it. What people wrote themselves is not in this dossier.
dossier-versions = What was published
dossier-versions-none = This opportunity was never published.
dossier-version = Version { $number }, { $at }
dossier-version-changed = { $what ->
    [none] The text stayed the same.
   *[other] Different from the version before: { $what }.
 } { $state ->
    [none] {""}
   *[other] The state became: { $state }.
 }
dossier-criteria = What was weighed
dossier-criteria-none = No criteria were published with this opportunity.
dossier-criteria-since = Published like this since version { $number }, { $at }, before the first one signed up. The criteria stayed the same after that.
dossier-criteria-late = Mind: published like this since version { $number }, { $at }. Somebody had signed up by then.
dossier-scale = The words, and how much they count: { $words }. The scale stands on the page of the opportunity.
dossier-overruled = Opened all the same
dossier-overruled-by = { $remark }, by { $by }, { $at }
dossier-parties = Who signed up
dossier-parties-none = Nobody signed up.
dossier-parties-words = What a party offered stands with the interest itself. It goes when the time for keeping it is over.
dossier-weighing = The weighing
dossier-weighing-none = Nothing was weighed.
dossier-weighing-sum = Each colleague gave a word of their own. The settled word counts. The sum helps to compare and decides nothing.
dossier-of-party = { $party }
dossier-score = The settled words, times the weight of each criterion: { $score } of 100.
dossier-by = { $by }
    .settled = settled by { $by }
    .word = { $by }
    .earlier = { $by }, before
dossier-lot = The lot
dossier-lot-again = Anybody can repeat this with: kansenbode opportunities lot-again, the number, and how many took part. The place of number 3 follows from the SHA-256 of “number:3”. The lowest comes first.
dossier-decision = The decision
dossier-decision-none = There is no decision yet. This is how it stands now.
dossier-decision-why = The reason of the decision as a whole
dossier-against = Mind: { $more } came to more than { $less }, and has a lesser outcome. The reasons above have to explain that.
dossier-told = Who was told what when
dossier-told-none = Nobody was told anything.
dossier-told-apart = Between the first and the last who were told the same there was { $apart } at most.
dossier-told-not = Did not arrive, or not yet: { $states }.
dossier-questions = Questions and answers
dossier-asked = Question, as everybody can read it
dossier-answered = { $corrected ->
    [none] Answer to everybody, { $at }
   *[other] Answer to everybody, { $at }, corrected on { $corrected }
 }
dossier-questions-rest = { $private ->
    [0] Nothing was answered to one person.
    [one] One question was answered to one person.
   *[other] { $private } questions were answered to one person each.
 } { $waiting ->
    [0] No question waits for an answer.
    [one] One question still waits for an answer.
   *[other] { $waiting } questions still wait for an answer.
 }
dossier-campaigns = Campaigns
dossier-campaigns-none = There was no campaign.
dossier-campaign = Campaign { $number }: { $occasion }
dossier-campaign-by = Made by { $made }. { $approved ->
    [none] Not approved yet.
   *[other] Approved by { $approved }.
 }
dossier-campaign-step = Begun on { $begins }. { $counts }.
dossier-card = The card as it went out ({ $language })
dossier-log = All that happened
dossier-log-what = Every event stands in a chain: who changes one afterwards is noticed. What somebody typed is not in it.
dossier-column = column
    .criterion = criterion
    .text = what we look at
    .weight = counts
    .party = party
    .kind = kind
    .arrived = signed up
    .version = read version
    .state = outcome
    .by = says
    .word = word
    .reason = reason
    .at = when
    .place = place
    .what = message
    .people = for
    .sent = sent
    .first = first
    .last = last
    .apart = difference
    .together = together (0–100)
    .stand = state
    .who = who
    .deed = what
