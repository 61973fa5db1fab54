# Names of codes. Each list is one message, each code an attribute.

code-direction = direction
    .formal = formal
    .informal = informal
    .combined = combined

code-state = state
    .draft = draft
    .open = open
    .closed = closed
    .decided = decided
    .withdrawn = withdrawn

code-origin = origin
    .municipality = the municipality's idea
    .challenge = residents' idea

code-arrangement = arrangement
    .contract = contract
    .subsidy = subsidy
    .management-agreement = management agreement
    .rent = rent
    .loan-for-use = loan for use
    .sale = sale
    .ground-lease = ground lease
    .transfer-of-task = transfer of the task
    .transfer-of-property = transfer of the property
    .no-money = no money involved

code-published_in = where it is made known
    .here = here
    .gazette = the municipal gazette (Gemeenteblad)
    .tender = TenderNed, if the amount asks for it

code-recorded = what we keep
    .answers = the answers of the checklist
    .versions = every version that was public
    .questions = questions and answers
    .interests = interests
    .decision = the decision with its reasons

code-role = the municipality's role
    .commissioner = commissioner
    .facilitator = helper in the background
    .equal-partner = equal partner
    .none = no fixed role

code-contribution = what the municipality brings
    .process-help = help with arranging things
    .room-in-rules = room in the rules
    .money = money
    .tools = tools
    .space = space

code-theme = theme
    .groen = green
    .ontmoeten = meeting people
    .zorg = care
    .jeugd = youth
    .sport = sport
    .cultuur = culture
    .energie = energy
    .werk = work
    .veiligheid = safety
    .verkeer = traffic
    .afval = waste
    .overig = other

code-party = kind of party
    .resident = resident
    .residents-group = residents' group
    .self-organisation = self-organisation
    .association = club or foundation
    .social-enterprise = social enterprise
    .firm = firm
    .housing-corporation = housing corporation
    .care-institution = care or welfare
    .school = school
    .other-organisation = other organisation
    .municipality = municipality

code-party_many = kinds of party
    .resident = residents
    .residents-group = groups of residents
    .self-organisation = people who organise something themselves
    .association = associations and foundations
    .social-enterprise = social enterprises
    .firm = firms
    .housing-corporation = housing corporations
    .care-institution = care and welfare
    .school = schools
    .other-organisation = other organisations
    .municipality = municipalities

code-interest = state of the interest
    .new = new
    .in-talk = in talk
    .invited = invited
    .agreed = agreed
    .reserve = reserve
    .declined = declined
    .withdrawn = withdrawn

code-outcome = outcome
    .chosen = chosen
    .reserve = reserve
    .not-chosen = not chosen

code-known = what we know
    .other = somebody else of you left that
    .allowed = that is fine
    .removed = taken away

code-meets = answer to a requirement
    .fine = can do
    .instead = can do in the other way
    .unmet = cannot do

code-weighing = weighing
    .poor = not enough
    .fair = moderate
    .enough = enough
    .good = good
    .strong = very good

code-question = kind of question
    .question = question
    .human = message to a colleague
    .candidate = interested too

code-receipt = kind of receipt
    .interest = sign-up
    .change = change
    .withdrawal = withdrawal
    .plan = plan
    .question = question
    .human = message to a colleague
    .candidate = interested too

code-receipt_how = how you change something
    .interest = Type “my interests”.
    .again = Sign up again, as long as the opportunity is open.
    .plan = Type “my plan”.
    .question = Type “question”.
    .human = Type “human”.

code-checklist = checklist
    .agreements = Which agreements are there already, and with whom?
    .agreements-until = Until when do those agreements run?
    .agreements-talks = Are those agreements still being discussed?
    .notice = Where is the official notice?
    .responsible = Who stays responsible?
    .insurance = What about damage and insurance?
    .if-people-stop = What if people stop?
    .lent = Which tools or money does the municipality lend?
    .allowance = Is there an allowance for volunteers?
    .public-property = Which municipal ground or building do you use?
    .who-leads = Who may take the lead?
    .options = Are the renewals in the amount already?
    .scheme = In which scheme or budget does this money stand?
    .scarce = Is there enough money for everybody who takes part?
    .division = How do we divide the money?
    .exploits = May you earn by it yourself?
    .candidates = Could more parties want this?
    .choosing = How and when do we choose?
    .one-reason = Why can only one party do this?
    .price = What does it cost, and how was that price set?
    .handover = Do people or things move along?
    .mandate = Who decides about this, and when?

code-options = renewals
    .included = yes, they count
    .none = there are no renewals
    .apart = no, they come on top

code-scarce = how much money there is
    .enough = yes, there is enough
    .scarce = no, maybe not for everybody

code-division = how we divide the money
    .arrival = first come, first served
    .weighing = the best plan goes first
    .equal-shares = everybody gets the same
    .lot = by lot

code-exploits = earning
    .yes = yes, you may
    .no = no, there is nothing to earn

code-candidates = who could want this
    .more = yes, they could
    .one = no, we expect only one

code-staff = role
    .viewer = viewer
    .editor = editor
    .sender = sender
    .administrator = administrator
    .privacy-officer = privacy officer

code-notify = e-mail of what waits
    .at-once = at once
    .daily = once a day
    .none = not at all

code-fact = fact of an opportunity
    .title = the title
    .summary = the short text
    .description = the explanation
    .direction = whom the opportunity is for
    .themes = the themes
    .places = the place
    .arrangement = the form
    .municipality-role = the role of the municipality
    .contributions = what the municipality brings
    .cooperation = whether working together is a must
    .value-cents = the amount
    .starts-on = the day on which it begins
    .duration = how long it takes
    .official = the contact person
    .answer-days = how soon you get an answer
    .questions-until = the last day for questions
    .answers-until = the last day to respond
    .plan-until = the last day for plans
    .plan-asks = what a plan must tell
    .checklist = the arrangements
    .parts = the parts
    .requirements = what we ask
    .criteria = what we look at
    .division = how we divide the money
    .candidates = whether more parties could want this

code-meeting = kind of meeting
    .information = information evening
    .open-day = open day
    .work-day = day of work together
    .talk = talk with each other

code-access = what there is
    .wheelchair = room for a wheelchair
    .toilet = a wheelchair toilet
    .loop = a hearing loop
    .sign = a sign language interpreter
    .quiet = a quiet room
    .children = something to do for children

code-meeting_fact = fact of a meeting
    .kind = what kind of meeting it is
    .begins-at = when it begins
    .ends-at = when it ends
    .location = where it is

code-plan = state of a plan
    .to-write = not begun
    .writing = being written
    .sent = sent in
    .missed = not sent in

code-plan_line = line of a plan
    .what = what
    .who = who
    .timing = when
    .costs = what it costs
    .cost-cents = the amount
    .needs = what you need
    .more = what the municipality asks

code-notice = notice
    .answer = answer
    .corrected = corrected answer
    .written = message from a colleague
    .change = change
    .open = open again
    .closed = closed
    .withdrawn = withdrawn
    .decided = decision
    .in-talk = in talks
    .invited = invited
    .invited-plan = invited to write a plan
    .plan-remind = reminder of a plan
    .agreed = agreed
    .on-reserve = reserve
    .stepped-back = another asked
    .declined = declined
    .taken-back = interest withdrawn
    .others-joined = new contact person
    .others-signed-up = signed up by another
    .others-changed = changed by another
    .others-withdrew = withdrawn by another
    .meeting = new meeting
    .meeting-changed = meeting changed
    .meeting-cancelled = meeting is off
    .meeting-seated = place at a meeting
    .meeting-reminder = reminder of a meeting
    .others-plan = plan changed by another
    .others-plan-sent = plan sent in by another

code-delivery = state of a message
    .planned = waiting
    .claimed = on its way
    .sent = sent
    .failed = did not work
    .gone = address is no more
    .stopped = does not go out
    .expired = too late
    .uncertain = may have been sent

code-work = work
    .seal = closing the log
    .campaigns = looking after campaigns
    .decisions = applying decisions
    .venues = looking after venues
    .mail = mail to colleagues
    .meetings = looking after meetings
    .beat = noting whether people reach us
    .silence = reminders
    .retention = erasing data in time
    .back-up = making a copy of the database
    .copies = dropping old copies of the database
    .wipe = wiping from the disk what was forgotten
    .damage = looking whether the database is sound
    .sending = sending messages
code-way = what is in the way of wiping
    .time = there was no night yet
    .reader = another program has been reading in the database for long
    .busy = somebody wrote all the time
    .another = another process is wiping already
    .room = the disk is too full
    .layout = the file is not made as Kansenbode makes it, or too large
    .failed = the disk or the database refused
    .away = the database cannot be reached
    .stopped = the wiping was stopped
code-message = kind of message
    .card = card in a venue
    .edit = change of a card
    .notice = message about an opportunity or question
    .reply = answer in a conversation
    .campaign = message of a campaign
    .turn = message that went wrong in a conversation

code-consent = consent
    .news = News of chances
    .name = Name in record
    .email = Answers by mail
    .push = Notifications
    .talk = Reading this talk

code-media = kind of attachment
    .photo = photo
    .voice = voice message
    .file = file
    .other = something else

code-attachment = what became of an attachment
    .kept = kept
    .awaited = being fetched
    .refused = not kept

code-speaker = who said something
    .person = resident
    .house = Kansenbode

code-channel = channel
    .web = the web chat
    .telegram = Telegram
    .email = e-mail
    .push = notifications
    .terminal = the terminal

code-venue = kind of venue
    .neighbourhood-group = group
    .broadcast = broadcast
    .notice-board = notice board
    .newsletter = newsletter

code-venue_state = state of the venue
    .new = new
    .confirmed = confirmed
    .left = left

code-trail = how people came
    .share = passed on
    .venue = venue
    .poster = poster
    .mailing = message of the municipality

code-occasion = occasion
    .new = new opportunity
    .reminder = reminder
    .thanks = thank-you

code-stand = state of the campaign
    .draft = draft
    .writing = is being prepared
    .approved = approved
    .waiting = waits for its beginning
    .sending = is going out
    .paused = on hold
    .late = late, waits for you
    .done = done
    .cancelled = called off

code-left_out = why somebody gets nothing
    .stopped = wants no more messages
    .gone = address is no more
    .no-consent = did not ask for news
    .joined = takes part in this opportunity already
    .not-joined = did not take part in this opportunity
    .asked = got this message already
    .cap = got enough this week

code-partner = partner
    .known = known: there was an agreement before
    .new = new: there was no agreement yet

code-policy = after a failure
    .again = send again
    .hold = hold until somebody looks

code-deed = what happened
    .attachment-read = attachments written to a folder
    .attachment-removed = attachment taken away
    .campaign-approved = campaign approved
    .campaign-cancelled = campaign called off
    .campaign-changed = campaign changed
    .campaign-held = campaign held back
    .campaign-made = campaign made
    .campaign-paused = campaign paused
    .campaign-resumed = campaign goes on
    .campaign-retried = campaign tried again
    .campaign-tested = campaign sent to oneself
    .card-changed = card in a venue changed
    .card-closed = card in a venue closed
    .card-planned = card put in a venue
    .card-stopped = card in a venue stopped
    .consent-given = permission given
    .consent-withdrawn = permission taken back
    .decision-approved = decision approved
    .decision-called-off = decision called off
    .decision-held = decision held
    .decision-worded = own words for an outcome
    .delivery-retried = messages that did not arrive tried again
    .dossier-written = dossier written
    .interest-changed = interest added to
    .interest-expressed = interest expressed
    .interest-moved = interest moved to another state
    .interest-listed = list of interests read
    .interest-moved-up = moved up from the reserve list
    .interest-penciled = outcome written in pencil
    .interest-rubbed-out = outcome in pencil taken back
    .interest-read = interest read
    .interest-settled = word on an interest settled
    .interest-weighed = interest weighed
    .interest-written = wrote to a party
    .plan-changed = plan changed
    .plan-sent = plan sent in
    .plan-listed = looked at plans
    .plan-reminded = reminded of a plan
    .question-listed = list of questions read
    .question-read = question read
    .told-read = read who was told what
    .recipients-read = read who got a campaign
    .meeting-cancelled = meeting called off
    .meeting-changed = comes to a meeting with another number
    .meeting-edited = meeting put right
    .meeting-joined = comes to a meeting
    .meeting-left = does not come to a meeting
    .meeting-listed = read who comes to a meeting
    .meeting-made = meeting made
    .meeting-reported = told what came of a meeting
    .meeting-seated = got a place at a meeting
    .notice-called-off = notice called off
    .notice-planned = notice planned
    .opportunity-changed = opportunity changed
    .opportunity-closed = opportunity closed
    .opportunity-decided = decision written down
    .opportunity-extended = last day moved after an outage
    .opportunity-drawn = lot drawn
    .opportunity-made = opportunity made
    .opportunity-open = opportunity opened
    .opportunity-pictured = photo of opportunity changed
    .opportunity-overruled = opportunity may open, with a reason
    .opportunity-withdrawn = opportunity withdrawn
    .outage-noted = outage noted
    .party-founded = party made
    .party-joined = became a member of a party
    .person-changed = own data changed
    .person-forgotten = person forgotten
    .person-linked = two channels joined
    .person-read = all of a person read
    .person-started = wants messages again
    .person-stopped = wants no messages any more
    .place-removed = place taken out of the list
    .question-answered = question answered
    .question-asked = question asked
    .question-corrected = answer corrected
    .retention-applied = old data erased
    .search-made = searched
    .staff-left = colleague left
    .staff-refused = refused: the role may not do this
    .staff-set = colleague added or changed
    .staff-signed-in = signed in
    .staff-signed-out = signed out
    .venue-added = venue added
    .venue-changed = venue changed
    .venue-confirmed = venue confirmed
    .venue-joined = bot came into a venue
    .venue-listed = list of venues read
    .venue-left = bot left a venue
    .venue-moved = venue has another address
    .venue-read = venue read

code-thing = about what
    .outage = outage
    .meeting = meeting
    .opportunity = opportunity
    .interest = interest
    .question = question
    .campaign = campaign
    .venue = venue
    .place = CBS place
    .party = party
    .person = person
    .gone = before that person
    .staff = colleague
    .message = message to a party
    .mailing = mailing
    .delivery = delivery
    .version = version

code-actor = who
    .person = person
    .staff = colleague
    .import = import
    .tick = the clock
    .nobody = the system
