# What staff and operators read on the command line.

commands-answer = answer
    .yes = yes
    .no = no

commands-money = { $amount }
commands-count = { $count }

# Headings of columns: one word per column, the same everywhere.
commands-column = column
    .id = number
    .tender-id = reference number
    .ocid = OCID
    .title = title
    .state = state
    .direction = direction
    .version = version
    .origin = origin
    .summary = in one sentence
    .description = description
    .language = language
    .themes = themes
    .places = places
    .arrangement = arrangement
    .municipality-role = role of the municipality
    .contributions = what the municipality brings
    .cooperation = working together required
    .value = value
    .opened-at = opened
    .questions-until = questions until
    .answers-until = respond until
    .plan-until = plans until
    .plan-asks = what a plan tells
    .plan-state = plan
    .confirm = said yes
    .confirm-until = yes or no by
    .plan-line = line
    .plan-what = plan: what
    .plan-who = plan: who
    .plan-timing = plan: when
    .plan-costs = plan: costs
    .plan-cost = plan: amount
    .plan-needs = plan: needed
    .plan-more = plan: answer to what you ask
    .sent-at = sent in on
    .starts-on = starts
    .duration = how long
    .official = contact person
    .answer-days = answer within (days)
    .decided-at = decided
    .translated = translated into
    .published-in = make known
    .recorded = we keep
    .interest = interest
    .interests = interests
    .questions = open questions
    .key = number
    .budget = budget
    .say = who has a say
    .text = text
    .kinds = for whom
    .alternative = or instead
    .unmet = cannot do this (times)
    .weight = weight (%)
    .reference = code
    .party = party
    .kind = kind
    .legal-form = legal form
    .stored-at = came in
    .waits-at = waits since
    .taken-until = taken over until
    .holder = taken over by
    .assigned = whose
    .known-as = known as
    .asked = asked a human
    .answer-by = answer by
    .brings = brings
    .needs = needs
    .people = number of people
    .part-keys = parts
    .area = where
    .partners = together with
    .outcome = outcome
    .applied-at = told on
    .amount = amount
    .reach = to be reached by
    .meets = what they can do
    .remarks = cannot do
    .can = can they
    .person = person
    .channels = channels
    .at = when
    .actor = who
    .field = field
    .fields = fields
    .deed = what
    .about = about
    .before = was
    .after = became
    .question = question
    .answer = answer
    .asked-at = asked
    .code = code
    .year = year
    .email = e-mail
    .name = name
    .role = role
    .notify = e-mail of what waits
    .confirmed-at = confirmed at
    .source = source
    .source-date = date of the source
    .source-last = last in the source
    .left-at = left on
    .created-at = known since
    .stopped-at = no messages any more since
    .news = wants news
    .used-at = used last
    .gone-at = gone since
    .purpose = for what
    .given = allowed
    .scope = where
    .made-at = made on
    .what = what
    .planned-for = planned for
    .persons = people
    .called-off = called off
    .sent = sent
    .waiting = waiting
    .failed = failed
    .gone = address gone
    .stopped = stopped
    .first = first
    .last = last
    .apart = difference
    .channel = channel
    .reason = reason
    .begins-at = begins
    .ends-at = ends
    .location = where exactly
    .seats = places
    .access = accessible
    .interpreters = interpreters
    .notes = good to know
    .coming = coming
    .seated = has a place
    .cancelled-at = called off on
    .media = photo or voice
    .file = file
    .size = size
    .who = from whom
    .answered-at = answered on
    .for-all = for everybody
    .public-text = question for everybody
    .place = place
    .most-a-week = at most a week
    .contact = contact
    .venue = venue
    .link = link
    .chat = chat
    .seen = seen
    .started = started
    .expressed = signed up
    .agreed = agreed
    .occasion = occasion
    .stand = state
    .made-by = made by
    .approved-by = approved by
    .approved-at = approved on
    .begins = begins
    .languages = languages
    .parties = kinds of party
    .partner = partner
    .answered = responded before
    .spread = rest after (hours)
    .remind = reminder (days before)
    .expires = over on
    .policy = after a failure
    .venues = venues
    .picture = picture
    .wave = wave
    .finish = done around
    .step = message
    .expired = too late
    .uncertain = uncertain
    .audience = audience
    .plan = plan
    .texts = texts
    .currency = currency
    .checklist = checklist
    .translations = translation
    .reminder = reminder
    .number = number
    .parts = parts
    .requirements = requirements
    .criteria = criteria
    .criterion = criterion
    .word = word
    .by = says
    .settled = settled
    .score = together (0–100)
    .earlier = earlier
    .differs = differs

# Other words for columns, with a bar between them.
commands-also = also
    .value = amount
    .answers-until = deadline
    .plan-until = last day for plans | plan until
    .plan-asks = plan asks
    .questions-until = last day for questions
    .summary = short text
    .starts-on = begins on
    .title = name
    .criteria = criterion | point
    .kinds = for
    .alternative = otherwise
    .weight = weight
    .say = say

# What a field takes, in the help.
commands-takes = value
    .text = text, at most { $most } characters
    .code = choose from { $names }
    .codes = one or more, with commas between them: { $names }
    .places = names or codes of Statistics Netherlands, with commas between them
    .venues = codes of venues, with commas between them
    .languages = languages, with commas between them, such as nl,en
    .language = a language, such as nl
    .currency = a currency, such as EUR
    .money = an amount in euro, such as 1.234,56
    .day = a day, such as 31-12-2026 or 31 December 2026
    .start = a day with a time, such as 31-12-2026 19:30
    .deadline = a day, or a day with a time, such as 31-12-2026 17:00
    .at = a day, or a day with a time, such as 31-12-2026 17:00. Empty: at once
    .yes-no = yes or no
    .number = a number from { $low } to { $high }
    .first = how many per cent of the people are told first, from { $low } to { $high }
    .spread = how many hours later the rest is told, from { $low } to { $high }
    .remind = how many days before the last day we remind, from { $low } to { $high }
    .picture = the address of a picture, which begins with https://
    .template = a text of your own for each language. For Dutch, put .nl behind the name. From a file: @letter.txt
    .items = one at a time, with the number from opportunities show. A number that is not there yet is added. Empty takes it out. All at once may be JSON, also from a file: @list.json
    .checklist = text for each question, at most { $most } characters. After a dot comes the name of the question, or the question itself: checklist.lent=a drill
    .translations = the same in another language: translation.en.title=Benches, translation.en.requirement.1=A plan

# One of a list that has more than one field.
commands-one = one
    .parts = part
    .requirements = requirement
    .criteria = criterion

# Help for options that commands share, and the headings of the help.
commands-option = options
    .data = The folder with the data: database, settings and files.
    .json = Give everything as JSON.
    .limit = How many lines you see at most. The newest first.
    .staff = The e-mail address of the colleague who does or reads this. Otherwise the setting KANSENBODE_STAFF counts.
    .language = The language.
    .host = The address where the server listens.
    .port = The port where the server listens.
    .opportunity = The number of the opportunity, ours or your own.
    .interest = The number of the interest, or the code that people were given.
    .campaign = The number of the campaign.
    .conversation = The number of the conversation.
    .question = The number of the question.
    .facts = Facts, each as field=value. For example: direction=informal answers_until=31-12-2026
    .file = The file.
    .to = Keep it in a new file: a workbook (.xlsx), or a table (.csv).
    .preview = Only show what changes and who gets a message. Nothing is changed.
    .yes = You have seen what changes. Do it without asking.
    .version = The version that you read, from opportunities show. Where there is a newer one, nothing is changed.
    .reason = Why, or the name of a file: @reason.txt. Everybody who signed up reads this.
    .help = Show this help.
    .install-completion = Complete commands with the tab key from now on.
    .show-completion = Show how to set up completion yourself.
    .panel-option = Options
    .panel-argument = What you give
    .panel-command = Commands

commands-help = Kansenbode brings opportunities of the municipality to people nearby.
    .version = Show which version this is.
commands-help-serve = Start the server with the pages and the chat.
commands-help-web = Start the pages and the chat only. Workers run beside it, on the same PostgreSQL.
commands-help-worker = Send what is due, beside the servers that people reach.
commands-help-demo = Try Kansenbode with the fictional municipality Waterdam.
    .data = The folder for the data. Without this option it is a new temporary folder.
commands-help-talk = Have the conversation here, in the terminal.
commands-help-opportunities = See, make and open opportunities.
commands-help-opportunities-list = List the opportunities.
    .state = Only opportunities in this state.
commands-help-opportunities-show = Show one opportunity, with what still lacks.
commands-help-opportunities-told = Show who was told what, when and where.
    .people = Show every person, by number.
commands-help-opportunities-retry = Try again the messages about an opportunity that did not arrive.
commands-help-opportunities-planned = Show which notices still go out, when, to how many people, and with which text.
commands-help-opportunities-call-off = Call off a notice that has not gone out.
    .notice = The number of the notice, from opportunities planned.
commands-help-opportunities-new = Make a new opportunity. Nobody sees it until you open it.
    .tender-id = Your own number for this opportunity.
commands-help-opportunities-set = Fill in or change facts of an opportunity.
commands-help-opportunities-explore = Let people read a draft and say what is missing. Nobody can sign up yet.
commands-help-opportunities-open = Open an opportunity, so that people can answer.
    .reason = What you did with what people said of the draft, or the name of a file: @reason.txt. Who thought along or followed it reads this.
    .checked = You have checked that the reason is not about a person.
commands-help-opportunities-picture = Give an opportunity a photo, with what it shows in words. Or take the photo away.
    .file = The photo, as JPEG or PNG.
    .alt = What the photo shows, for who does not see it. In another language like this: --alt "nl=Een tuin".
    .credit = Whose photo it is, and under which licence. It stands below the photo.
    .remove = Take the photo away. A drawing stands there again then.
commands-help-opportunities-overrule = Write down why an opportunity opens although something stands in the way.
    .remark = What stands in the way, as opportunities open calls it.
    .reason = The reason, and who looked at it, or the name of a file: @reason.txt. Without one it is taken away again.
commands-help-opportunities-lot = Draw who comes first. Whoever does it again gets the same order.
commands-help-opportunities-lot-again = Draw again by the number on the page, as anybody can do it.
    .seed = The number of the lot, as it stands on the page.
    .count = How many interests take part.
commands-help-opportunities-dossier = Write all that there is of an opportunity to a folder, to explain its decision: as PDF for the archive and as open data.
    .to = The folder. It must not be there yet.
    .without-names = Without names: parties and colleagues have a number.
commands-help-opportunities-close = Close an opportunity. Nobody can answer any more.
commands-help-opportunities-letter = Tell an outcome in your own words. Without a text we use ours again.
    .outcome = For whom the text is.
    .text = The text, or the name of a file: @letter.txt. Put %party% where the name of the party comes, and %title% where the title of the opportunity comes.
    .checked = You looked whether it says anything about a person.
commands-help-opportunities-next = Ask the next of the reserve list, in the place of who stepped back. Both hear of it.
    .reason = Why, or the name of a file: @reason.txt. Who is asked reads this.
    .checked = You looked whether the reason says anything about another party.
commands-help-opportunities-apply = Make what is in pencil the decision, and tell everybody at once.
    .people = How many people hear of it, as --preview counted. If that is no longer true, nothing happens.
    .cancel = Call off an approved decision, as long as it was not applied.
    .checked = You looked whether the reason says anything about a person.
commands-help-opportunities-withdraw = Withdraw an opportunity.
    .checked = You looked whether the reason says anything about a person.
commands-help-interests = See interests and bring them further.
commands-help-interests-list = List the interests.
    .decision = How the interests of one opportunity were weighed: give --opportunity too.
    .state = Only interests in this state.
commands-help-interests-plans = Show the plans that were sent in, or keep them as a table.
commands-help-interests-show = Show one interest, with every change.
    .decision = How the interest was weighed, with the words of each colleague.
commands-help-interests-move = Move an interest to another state.
    .checked = You have checked that the reason is not about another party.
    .reason = Why, or the name of a file: @reason.txt. The party reads this.
    .state = The new state.
    .read = The state that you read. Where it is another one by now, nothing changes.
commands-help-interests-pencil = Write in pencil what becomes of an interest. Nobody outside the municipality reads this until you tell the decision.
    .outcome = What becomes of the interest.
    .reason = Why, in a sentence, or the name of a file: @reason.txt. The party reads this once there is a decision.
    .language = The language of the reason, if it is not for everybody: who reads that language gets this reason.
    .order = Which place it has in the reserve. Without a number it is the last.
    .together = The interest with which this one goes on together.
    .amount = What amount a chosen party gets, for example 1250.00.
    .take-back = Take away what stands in pencil.
    .checked = You looked whether the reason says anything about another party.
commands-help-interests-weigh = Weigh an interest on one criterion.
    .criterion = The number of the criterion, as opportunities show has it.
    .says = What you think of it.
    .reason = Why, in a sentence. Or the name of a file: @reason.txt. The party may read it after the decision.
    .settle = This word counts in the decision.
    .checked = You have checked that the reason is not about another party.
commands-help-interests-write = Write to somebody who signed up. Their answer comes back as a question.
    .text = What you write, or the name of a file: @letter.txt
    .checked = You made sure that the name of another may stand there.
commands-help-interests-files = Write the photos, voice messages and files of an interest to a folder.
    .to = The folder. It is made if there is none.
commands-help-questions = See and answer questions.
commands-help-questions-list = List the questions.
    .waiting = Only questions that still wait for an answer.
commands-help-questions-show = Show one question, with the conversation where that is allowed.
commands-help-questions-files = Write the photos, voice messages and files that belong to a question to a folder, if you may read the conversation.
    .to = The folder. It is made if there is none.
commands-help-questions-answer = Answer the person who asked, or everybody.
    .text = The answer, or the name of a file: @answer.txt
    .for-all = Give the answer to everybody who is interested.
    .public-question = The question as everybody reads it, without names. Or the name of a file: @question.txt
    .checked = You looked whether it says anything about a person.
commands-help-questions-correct = Correct an answer. Whoever had the old answer gets the right one.
    .text = The right answer, or the name of a file: @answer.txt
    .public-question = The question as everybody reads it, where that must change too. Or the name of a file: @question.txt
    .version = Which answer in turn you read, from questions show. Where there is another by now, nothing changes.
    .checked = You looked whether it says anything about a person.
commands-help-conversations = Talk with a resident yourself, in place of the assistant.
commands-help-conversations-list = List the conversations that a colleague has, or that wait for a human.
    .mine = Only yours.
    .free = Only those of nobody.
commands-help-conversations-show = Show one conversation, as far as you may read it.
commands-help-conversations-take = Take a conversation over. The assistant is silent, and the resident reads who reads along.
    .minutes = How long the conversation is yours after each message, in minutes.
commands-help-conversations-say = Write to the resident, by your own name.
    .text = What you write, or the name of a file: @message.txt
commands-help-conversations-assign = Give a conversation to a colleague. Without one it is nobody’s.
    .email = The e-mail address of the colleague.
commands-help-conversations-give-back = Give a conversation back. The assistant goes on where it was.
commands-help-venues = Places of others: groups, boards and newsletters.
commands-help-venues-add = Add a venue in which no bot can be, such as a board or a WhatsApp group.
    .name = What people call the venue.
    .kind = What kind of venue it is.
    .place = The district or neighbourhood: a name or a CBS code.
    .language = The language of the venue.
    .contact = Through whom you arrange things there. Name a role, such as “keeper of the group”. No private number.
    .most-a-week = How many messages the venue wants in a week, at most.
commands-help-venues-list = List the venues. New ones wait until you confirm them.
commands-help-venues-show = Show one venue: what was posted there, and what it refused.
    .code = The short name of the venue, from the list.
commands-help-venues-retry = Try again what a venue refused. The card says what is known of the opportunity now.
    .code = The short name of the venue, from the list.
commands-help-venues-confirm = Confirm a venue, so that you can post in it. Or change what we know of it.
    .code = The short name of the venue, from the list.
    .name = What people call the venue.
    .kind = What kind of venue it is.
    .place = The district or neighbourhood: a name or a CBS code.
    .language = The language of the venue.
    .contact = Through whom you arrange things there. Name a role, such as “keeper of the group”. No private number.
    .most-a-week = How many messages the venue wants in a week, at most.
commands-help-venues-post = Post one card about an opportunity in a venue. When the opportunity changes, so does the card.
    .code = The short name of the venue, from the list.
commands-help-venues-trail = Give link, code, QR code and a text to pass on.
    .code = The short name of the venue, from the list.
    .to = The file for the QR code. With a dash (-) it goes to the screen.
commands-help-opportunities-extend = Move the last day after an outage, by the time that people missed. Everybody interested hears of it at one moment.
commands-help-meetings = Meetings about an opportunity: make, change, call off, and who comes.
commands-help-meetings-add = Put a meeting beside an opportunity. Everybody interested hears of it.
    .facts = Facts, each as field=value. For example: kind="open day" begins="3-12-2026 14:00" ends="3-12-2026 17:00"
commands-help-meetings-edit = Change a meeting. Everybody who comes hears of it at one moment.
    .meeting = The number of the meeting, from the list.
    .facts = Facts, each as field=value. For example: places=40
commands-help-meetings-cancel = Call a meeting off. Everybody who would come hears at one moment why.
    .meeting = The number of the meeting, from the list.
    .reason = Why it is off, or the name of a file: @reason.txt. Everybody who would come reads this.
    .checked = You looked whether the reason says anything about a person.
commands-help-meetings-report = Tell everybody interested what came of a meeting. From then on it stands with the questions and answers.
    .meeting = The number of the meeting, from the list.
    .text = What happened, or the name of a file: @report.txt.
    .checked = You have looked: there is nothing in it about a person.
commands-help-meetings-list = Give the list of meetings: how many people come, and how many wait.
commands-help-meetings-show = Show one meeting: who comes, and what they need.
    .meeting = The number of the meeting, from the list.
commands-help-places = Take in and list districts, neighbourhoods, streets and postcodes.
commands-help-places-import = Take in districts and neighbourhoods from a table of Statistics Netherlands (CBS), or streets and postcodes with their neighbourhood.
    .file = A CSV file with the columns code and name. Or with street, postcode or PC6, and neighbourhood beside it.
    .year = The year of the CBS division.
commands-help-places-remove = Take out a place that does not belong there.
    .place = The CBS code, or the name.
commands-help-places-list = List the places.
commands-help-audit = Find out if the log of who did what is still as it was written down.
commands-help-audit-verify = Go through the chain of events.
    .kept = The seal that you kept before: so you also see if events are gone.
commands-help-staff = Add and see colleagues, and let them leave.
commands-help-staff-add = Add a colleague, or change their name and role.
    .email = The e-mail address of the colleague.
    .name = The name of the colleague.
    .role = The role of the colleague.
    .notify = How does this colleague hear by e-mail of what waits? At once, once a day or not at all.
commands-help-staff-remove = Take out a colleague who no longer works here. What they did is kept.
    .email = The e-mail address of the colleague who leaves.
    .heir = The colleague who becomes the contact person of their opportunities.
commands-help-staff-invite = Make a link by which a colleague chooses a password, for the first time or again.
    .email = The e-mail address of the colleague.
commands-help-staff-list = List the colleagues.
    .left = Show also who no longer works here.
commands-help-today = Show what waits for an answer or a decision. What was promised first comes first.
    .limit = How many of each kind the list has at most.
commands-help-find = Find anything by a code, a number, a name or a word.
    .word = The code that somebody was given, a number, a name, or a word of a text.
    .limit = How many of each kind are listed at most.
commands-help-events = Show who did what, and when. The newest comes first.
    .by = Only what this colleague did: an e-mail address.
    .since = Only what happened from this day on.
    .opportunity = Only what belongs to this opportunity: its number or kenmerk.
    .interest = Only what belongs to this interest: its number, or the code that people were given.
    .question = Only what belongs to this question: its number.
    .campaign = Only what belongs to this campaign: its number.
commands-help-failed = Messages that did not arrive: why, what helps, and trying again.
commands-help-failed-list = Show what did not arrive in the last 30 days.
    .kind = Only messages of this kind.
commands-help-failed-retry = Try again what did not arrive. For campaigns there is: kansenbode campaign retry
    .kind = Only messages of this kind.
commands-help-import = Take in opportunities from tables (XLSX, ODS, XLS, CSV) and from OCDS.
    .files = The files, whatever they are called. What changes a public opportunity is shown first.
    .template = Make an empty table to fill in. With a file name it goes there.
commands-help-export = Give opportunities with their interests as OCDS.
    .ocid = Only the opportunity with this OCID. You may give this more than once.
    .since = Only what changed from this day on.
    .to = The file for the result. Without this name it goes to the screen.
    .drafts = Take drafts along too.
    .published = The date that goes into the file. Else that is the last change.
commands-help-backup = Copy the database. The server may go on meanwhile.
    .file = The file for the copy. Without it, the copy goes into the folder backups.
commands-help-restore = Put a copy of the database back. Stop the server first.
    .file = The copy to put back.
    .erased = The list of people who were forgotten, from the machine where the copy comes from: erased.jsonl.
    .without-list = Go on where the list of forgotten people is lost or broken. Whoever stood on it may come back.
commands-help-wipe = Wipe from the disk now what was forgotten. Else that happens at night. The server may go on.
commands-help-doctor = See if all is well, and how to mend what is not.

# What the help shows for a value.
commands-metavar = value
    .occasion = OCCASION
    .step = MESSAGE
    .number = NUMBER
    .state = STATE
    .role = ROLE
    .choice = CHOICE
    .kind = KIND
    .kenmerk = OWN-NUMBER
    .remark = REMARK
    .file = FILE
    .dir = FOLDER
    .email = E-MAIL
    .text = TEXT
    .code = CODE
    .name = NAME
    .place = PLACE
    .opportunity = OPPORTUNITY
    .interest = INTEREST
    .conversation = CONVERSATION
    .question = QUESTION
    .campaign = CAMPAIGN
    .criterion = CRITERION
    .word = WORD
    .year = YEAR
    .address = ADDRESS
    .date = DAY
    .outcome = OUTCOME
    .amount = AMOUNT
    .field-value = FIELD=VALUE
    .folder = FOLDER
    .people = NUMBER
    .seal = SEAL
    .most-a-week = NUMBER
    .ocid = OCID
    .file-svg = FILE.svg
    .file-xlsx = FILE.xlsx

commands-usage-names = { $help } Choose from: { $names }.
commands-usage-fields = Fields, each as field=value. A space in a name may be a dash. With nothing or a single dash (-) after the = sign you empty a field.
commands-usage-field = { $field }: { $takes }
commands-usage-hint = For help: { $command } --help
commands-usage-missing = Something is missing here: { $name }
commands-usage-choice = This does not fit { $name }. Choose from: { $allowed }
commands-usage-number = Give a whole number that is possible for { $name }, for example 3.
commands-usage-command = { $near ->
    [none] There is no such command.
   *[other] There is no such command. Do you mean { $near }?
 } Choose from: { $allowed }
commands-usage-option = { $near ->
    [none] There is no option { $name }.
   *[other] There is no option { $name }. Do you mean { $near }?
 }
commands-usage-day = Give { $name } a day, such as 31-12-2026.
commands-usage-closed = You may not read what you named for { $name }: { $given }
commands-usage-wrong = This does not fit { $name }.
commands-usage-value = The option { $name } lacks a value.
commands-usage-extra = This is too much: { $given }. Put a text with spaces between quotes.
commands-usage-other = I do not understand that.

# Words of the help itself.
commands-usage-word = words
    .usage = Usage:
    .options = [OPTIONS]
    .subcommand = COMMAND …
    .required-long = required
    .default = default: { $value }
    .envvar = or the variable { $value }

# What can go wrong with the store, as outreach/store/errors.py calls it.
commands-store = store
    .store-error = The store cannot do this.
    .not-now = The store takes nothing at the moment, whatever it is; the same may be taken later.
    .too-many = More people write than can be answered in time; who comes back in a moment is taken.
    .store-closed = The store is closing down and takes no new work.
    .store-busy = Another program has held the database for too long; end it, or try again in a moment.
    .store-failed = The database cannot be written; look at the disk, then at `kansenbode doctor`.
    .database-away = The database server cannot be reached; see that PostgreSQL runs, and what KANSENBODE_DATABASE_URL says.
    .store-damaged = The database is damaged; stop the server and put the newest good copy back: `kansenbode restore FILE`.
    .unreadable = Something in the database is no date or JSON any more. Where it stands, says: kansenbode doctor
    .clock-in-doubt = The clock is far from what was noted last; what goes for good waits an hour, in which it has to run evenly.
    .swallowed-error = A rule caught a database error and went on; use ON CONFLICT for conflicts that are expected.
    .rule-commits = A rule may not commit or roll back; the store does, after the rule.
    .row-failed = Some rows of a unit cannot be dealt with; the others can.
    .database-missing = There is no database here; `kansenbode serve` makes one, `--data` names another folder.
    .database-newer = This database was made by a newer Kansenbode; install that version, or restore an older backup.
    .database-unreleased = This database was made before the first release, whose steps are no longer known. To keep something of it, export that with the program that made it. Then start with another data folder or another database, and import it there.
    .step-breaks = A step of the migration left rows without the rows that they point to; nothing was changed.
    .folder-in-use = Another Kansenbode serves this data folder; stop that one first.
    .database-in-use = Other programs are connected to this database; stop them first.
    .not-shared = A database in a file is served by `kansenbode serve` alone; several servers need KANSENBODE_DATABASE_URL.
    .file-there = There is a file of this name already; nothing is ever written over one. Choose another name.
    .erasures-broken = The list of forgotten persons cannot be read at this line; mend the line, so that nobody comes back. Is that impossible? Then you can go on --without-list.
    .erasures-lost = This list of forgotten persons is lost or incomplete. Whoever stood on it would come back. Nothing was changed. Do you still have the list, from this or another machine? Give it by --erased FILE. Is it really gone? Then you can go on --without-list.
    .not-wiped = Who was forgotten still stands on the disk. Nobody can see it. Try again later.
    .not-a-backup = This file is not a sound Kansenbode backup; nothing was changed.
    .backup-failed = pg_dump could not copy the database; it must reach the server, and be as new as that is.
    .tool-older = pg_dump is older than the server, so it refuses; install postgresql-client of the server's version.
    .not-unicode = This PostgreSQL database cannot hold every letter: it is not UTF-8. Make one that is, and name that:

        createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8 kansenbode
    .tool-missing = This needs a program that comes with PostgreSQL and is not on the PATH: apt-get install postgresql-client.

# What this computer, the database or a server cannot do, by the name that a program gives it.
commands-fault = fault
    .enoent = that file or folder is not there
    .eacces = you may not go there
    .eperm = you may not do that
    .eexist = that is there already
    .eisdir = that is a folder
    .enotdir = that is no folder
    .enospc = the disk is full
    .edquot = the room that we may use here is taken
    .erofs = one can only read there
    .eio = the disk gives an error
    .ebusy = something else uses that now
    .emfile = too many files are open
    .enfile = too many files are open
    .eloop = the links point in a circle
    .eaddrinuse = that port is in use already
    .eaddrnotavail = that address is not of this computer
    .econnrefused = nobody answers there
    .econnreset = the other side broke off
    .etimedout = we got no answer in time
    .enetunreach = that network cannot be reached
    .ehostunreach = that computer cannot be reached
    .enametoolong = that name is too long
    .no-host = that name of a computer is not known
    .sqlite-readonly = we may only read in it
    .sqlite-full = the disk is full
    .sqlite-cantopen = we cannot open the file
    .sqlite-busy = another program holds it for too long
    .sqlite-locked = another program holds it for too long
    .sqlite-corrupt = the file is damaged
    .sqlite-notadb = the file is no database
    .sqlite-ioerr = the disk gives an error
    .sqlite-perm = we may not go there
    .password = the user or the password is wrong
    .no-database = there is no such database or user
    .starting = the server is still starting
    .databaseaway = nobody answers there, or we cannot get there
    .unreadable = something in the database cannot be read
    .storedamaged = the database is damaged
    .orphan = a row points to a row that is not there
    .connections = too many connections are open
    .away = the server broke the connection off
    .integrityerror = the database refuses what should go in
    .dataexception = the database refuses what should go in
    .operationalerror = the database cannot do this now
    .storefailed = we cannot write to the database
    .storebusy = another program holds the database for too long
    .permissionerror = you may not go there
    .filenotfounderror = that file or folder is not there
    .timeouterror = we got no answer in time
    .smtpauthenticationerror = the name or the password is wrong
    .smtpconnecterror = nobody answers there
    .smtpconnecttimeouterror = we got no answer in time
    .smtpconnectresponseerror = the server does not let us in
    .smtptimeouterror = we got no answer in time
    .smtpreadtimeouterror = we got no answer in time
    .smtpserverdisconnected = the server broke the connection off
    .smtprecipientsrefused = the server takes no mail for this address
    .smtprecipientrefused = the server takes no mail for this address
    .smtpsenderrefused = the server takes no mail from the address in KANSENBODE_MAIL_FROM
    .smtpdataerror = the server refuses the message
    .smtpheloerror = the server does not know us
    .smtpnotsupported = the server cannot do what KANSENBODE_MAIL_TLS asks
    .smtpexception = the mail server gives an error
    .smtpresponseexception = the mail server gives an error
    .sslcertverificationerror = the certificate of the server is wrong
    .sslerror = the secured connection does not work
    .gaierror = that name of a computer is not known
    .connectionrefusederror = nobody answers there
    .connectionreseterror = the other side broke off
    .connectionerror = there is no connection
    .clientconnectorerror = nobody answers there
    .networkerror = there is no connection

commands-system = { $where ->
    [none] This computer cannot do that: { $reason }.
   *[other] This computer cannot do that: { $reason }: { $where }
 }
commands-database = The database does not work: { $reason }. Look with: kansenbode doctor
commands-unforeseen = Something went wrong that we did not expect ({ $kind }, { $where }). Please tell the makers.

commands-working = This worker sends what is due. Nobody visits it. Stop with Ctrl-C.
commands-serving = Open { $address } in your browser. Stop with Ctrl-C.
commands-demo-serving = Open { $address } in your browser. Staff go to { $address }werk. Press Ctrl-C to stop.
commands-demo-folder =
    This is the demo of Waterdam. The data are in { $folder }
    Your colleague there is { $staff }. Use with commands: --data { $folder } --as { $staff }
commands-demo-others =
    The town hall has more colleagues. Put one behind --as: { $others }
    Try: kansenbode interests list --data { $folder } --as { $staff }

commands-opportunities-none = There are no opportunities yet. Make one with: kansenbode opportunities new NUMBER
commands-picture-set = Opportunity { $number } has its photo: { $wide } × { $high } pixels, { $kilobytes } kB.
commands-picture-removed = The photo is gone. A drawing stands there again.
commands-picture-none = This opportunity has no photo.
commands-opportunities-made = Opportunity { $number } is made, with your own number { $tender_id }.
commands-opportunities-set = { $fields ->
    [none] Nothing changed.
   *[other] Changed: { $fields }
 }
commands-opportunities-moved = The state of opportunity { $given } is now: { $state }.
commands-opportunities-overruled = { $reason ->
    [none] The reason for { $remark } is gone.
   *[other] Written down for { $remark }: { $reason }
 }
commands-opportunities-drawn = Drawn on { $at }. The number is { $seed }
    Its SHA-256 is { $digest }
commands-opportunities-drawn-nobody = Nobody took part.
commands-changed = - { $name }: “{ $before }” becomes “{ $after }”
commands-changed-item = { $number ->
    [new] { $one } (new)
   *[other] { $one } { $number }
 }
commands-preview-reads = { $count ->
    [one] One person will read this:
   *[other] { $count } people will read this:
 }

    { $text }

commands-preview-more = { $count ->
    [one] And 1 other message.
   *[other] And { $count } other messages.
}
commands-preview-only = Nothing was changed: this was only to look.
commands-preview-ask = Shall we do this? yes or no
commands-sheet = sheet
    .weighing = Weighing
    .plans = plans
    .opportunities = Opportunities
    .interests = Interests
    .questions = Questions
    .told = Messages
    .people = Who got what
    .steps = Steps
    .reasons = Why not
    .brought = What it brought
commands-sheet-written = { $count ->
    [0] There is nothing to keep. The headings are in { $file }
    [one] One row is in { $file }
   *[other] { $count } rows are in { $file }
 }
commands-more = These are the newest. { $count ->
    [one] There is 1 older one.
   *[other] There are { $count } older ones.
  } To see all, add: --limit { $whole }
commands-opportunities-dossier = The dossier stands in { $folder }. Check its files with: sha256sum -c SHA256SUMS
commands-interests-none = There are no interests yet.
commands-interests-no-plans = No plan was sent in yet.
commands-interests-moved = Interest { $number } is now: { $state }. It was: { $before }.
commands-interests-early = Mind: this opportunity is still open. { $until ->
    [always] Others can still sign up.
   *[other] Others can still sign up, until { $until }.
 } Weigh their interest too.
commands-interests-no-reason = Without a reason they read only that it does not go on. This is how to give one: kansenbode interests move { $given } --reason "Why" declined
commands-outcome = { $outcome }{ $place ->
    [0] {""}
   *[other] {" "}{ $place }
 }{ $amount ->
    [none] {""}
   *[other] , { $amount }
 }{ $together ->
    [none] {""}
   *[other] , together with interest { $together }
 }. The reason: { $reason }
commands-letter = { $text ->
    [none] Who is { $outcome } reads our text again.
   *[other] Who is { $outcome } will read: { $text }
 }
commands-decision-approved = The decision about opportunity { $given } was approved. It is applied on { $at }. { $people ->
    [0] There is nobody to tell.
    [one] One person hears of it after that, outside quiet hours.
   *[other] { $people } people hear of it after that at one moment, outside quiet hours.
 } Until then it can be called off: kansenbode opportunities apply { $given } --cancel
commands-decision-called-off = The decision about opportunity { $given } was called off. What is in pencil stays.
commands-decision-untranslated = For “{ $outcome }” there is no reason in { $language }. { $people ->
    [one] One person reads it
   *[other] { $people } people read it
 } in { $spoken }. Write it with: kansenbode interests pencil … --language { $code }
commands-next = Interest { $number } is chosen now, in the place of { $gone }.
commands-pencil = In pencil with interest { $number }: { $outcome }
    Nobody outside the municipality reads this until you tell the decision.
commands-pencil-back = Nothing stands in pencil with interest { $number } any more.
commands-interests-weighed = { $settled ->
    [yes] Settled for interest { $number }, criterion { $criterion }: { $word }.
   *[no] Your word for interest { $number }, criterion { $criterion }: { $word }.
 }
commands-interests-weighed-same = It said so already.
commands-weighing-scale = The words, and how much they count: { $words }. What has a question mark is not settled yet.
commands-weighing-sum = “Together” helps to compare. It is each settled word, times the weight of its criterion, on a scale from 0 to 100. It decides nothing.
commands-weighing-against = Mind: interest { $more } ({ $first }) comes to more than { $less } ({ $second }). That may be, with a reason that explains it.
commands-weighing-settled = settled by { $by }
commands-weighing-earlier = Before, on { $at }, { $by } said: { $word }. { $reason ->
    [none] {""}
   *[other] { $reason }
 }
commands-weighing-no-criteria = This opportunity has no criteria. So there is nothing to weigh.
commands-interests-written = Your message stands with interest { $number }.
commands-interests-missed = { $stopped ->
    [0] {""}
    [one] One person does not get this: they typed "stop".{" "}
   *[other] { $stopped } people do not get this: they typed "stop".{" "}
 }{ $gone ->
    [0] {""}
    [one] One person cannot be reached any more.
   *[other] { $gone } people cannot be reached any more.
 }
commands-conversations-none = No conversation waits for a human.
commands-conversations-unread = There is nothing for you to read here: nobody took this conversation over, and its resident gave no permission.
commands-conversations-taken = Conversation { $number } is yours, until { $until }. { $leaving ->
        [0] The assistant is silent.
        [one] The assistant is silent. One message was under way already and may still arrive.
       *[other] The assistant is silent. { $leaving } messages were under way already and may still arrive.
    }
commands-conversations-written = Your message in conversation { $number } goes out now. The conversation is yours until { $until }.
commands-conversations-assigned = { $who ->
        [nobody] Conversation { $number } is nobody’s now.
       *[other] Conversation { $number } belongs to { $email } now.
    }
commands-conversations-given-back = Conversation { $number } was given back. The assistant goes on where it was.
commands-questions-none = There are no questions.
commands-questions-openly = Everybody reads this question and this answer with the opportunity: on its page and in the conversation.
commands-questions-answered = { $told ->
    [0] The answer is kept. There is nobody to send it to.
    [one] The answer goes to one person.
   *[other] The answer goes to { $told } people.
 }{ $all ->
    [yes] {" "}It now stands with the opportunity too, for everybody.
   *[no] {""}
 }
commands-questions-corrected = The answer to question { $number } was corrected. { $told ->
    [0] There is nobody to send it to.
    [one] One person gets the right answer.
   *[other] { $told } people get the right answer.
 }
commands-venues-none = There are no venues yet. Put the bot into a group, or add one with: kansenbode venues add NAME
commands-venues-added = { $name } is in, with the code { $code }.
commands-venues-confirmed = It is written down. Post with: kansenbode venues post { $code } NUMBER
commands-venues-posted = The card is ready. { $name } gets it: { $at }.
commands-venues-before = This opportunity was planned for { $name } before: { $at }. Nothing new is posted.
commands-venues-text = You can pass this text on:

    { $text }
commands-venues-refused = { $name } ({ $code }) refused something on { $at }. { $reason } See more with: kansenbode venues show { $code }
commands-failed-none = Everything arrived.
commands-failed-line =
    {"  "}{ $count ->
        [one] Once
       *[other] { $count } times
    }, through { $channel }, last on { $last }. { $reason }
commands-failed-again = {"  "}Try again: { $command }
commands-failed-retried = { $count ->
    [0] There is nothing to try again.
    [one] We try one message again. See later how it went with: kansenbode failed list
   *[other] We try { $count } messages again. See later how it went with: kansenbode failed list
 }
commands-failed-snag =
    Rows passed over in { $work }: { $count }
      Since { $since }: { $error }. It is tried again by itself, less and less often.
      Try again now: kansenbode failed retry
commands-failed-snags = { $count ->
    [one] One row that was passed over is tried again too.
   *[other] { $count } rows that were passed over are tried again too.
 }
commands-failed-asked = { $count ->
    [0] There is nobody to ask once more.
    [one] We ask one person to send it again.
   *[other] We ask { $count } people to send it again.
 }
commands-venues-svg = The QR code is in { $file }
commands-opportunities-extended = At opportunity { $given } everybody has the lost time back.
commands-record-outage = The system could not be reached for { $hours ->
    [one] one hour
   *[other] { $hours } hours
 }, shortly before a last day. Give everybody that time back: kansenbode opportunities extend { $number }
commands-record-outage-ongoing = The system cannot be reached now, shortly before a last day. Start the server. Then give everybody that time back: kansenbode opportunities extend { $number }
commands-meetings-made = Meeting { $number } is there.
commands-meetings-changed = { $fields ->
    [none] Nothing changed.
   *[other] Changed: { $fields }.
 }
commands-meetings-cancelled = Meeting { $number } is off.
commands-meetings-reported = What came of meeting { $number } is told now.
commands-meetings-none = There are no meetings yet. Make one with: kansenbode meetings add OPPORTUNITY
commands-meetings-comers = Who comes:
commands-meetings-question = What happened at the { $what } of { $at }?
commands-places-added = { $count ->
    [one] 1 place is in.
   *[other] { $count } places are in.
}
commands-places-passed = { $count ->
    [one] One row was passed over: { $given } is no municipality, district or neighbourhood with a name.
   *[other] { $count } rows were passed over, such as { $given }. It is no municipality, district or neighbourhood with a name.
 }
commands-places-elsewhere = { $count ->
    [one] One place, { $given }, does not lie in your municipality ({ $home }). Check that you have the right table.
   *[other] { $count } places do not lie in your municipality ({ $home }), like { $given }. Check that you have the right table.
 }
commands-streets-added = { $streets ->
    [0] { $postcodes ->
        [one] 1 postcode is
       *[other] { $postcodes } postcodes are
    } in.
   *[other] { $streets ->
        [one] 1 street
       *[other] { $streets } streets
    } and { $postcodes ->
        [one] 1 postcode
       *[other] { $postcodes } postcodes
    } are in.
 }
commands-streets-passed = { $count ->
    [one] One row was passed over
   *[other] { $count } rows were passed over
 }, such as row { $row } with “{ $given }”. It holds no street or postcode with a neighbourhood that we know.
commands-places-removed = { $given } ({ $code }) is taken out.
commands-places-none = There are no places yet. Take them in with: kansenbode places import FILE.csv
commands-audit-right = { $count ->
    [one] 1 event is as it was written down.
   *[other] { $count } events are as they were written down.
 } Without a seal yet: { $waiting }.
commands-audit-keep = Keep this somewhere else, and check with it later: --kept { $kept }
commands-staff-none = There are no colleagues yet. Add one with: kansenbode staff add NAME@MUNICIPALITY.NL
commands-staff-added = { $name } is in, with the role { $role }.
commands-staff-link = Send this to { $name }. The link works once, for a week: { $link }
commands-staff-first = Nobody works here yet. Make yourself the first administrator. The link works once, for a week: { $link }
commands-staff-left = { $name } no longer works here, and can do nothing any more. What { $name } did before is kept.
commands-staff-contact = { $count ->
    [one] This colleague is still the contact person of one opportunity. Choose another with:
   *[other] This colleague is still the contact person of { $count } opportunities. Choose another with:
 }
commands-staff-theirs = kansenbode opportunities set { $tender_id } official=name@municipality.nl  ({ $title })
commands-staff-at-once = To hand all of it to one colleague: kansenbode staff remove { $email } --to name@municipality.nl
commands-staff-handing = Opportunity { $tender_id }, “{ $title }”:
commands-staff-handed = Opportunity { $tender_id }: { $name } is the contact person now.
commands-version = Kansenbode { $version }

commands-record-parts = Parts
commands-record-requirements = Requirements
commands-record-explored = What people said of the draft, with the numbers of the questions
commands-record-explored-stands = { $text }
commands-record-explored-gone = No longer asked like this: { $text }
commands-record-explored-missing = What is missing
commands-record-remark = { $text }{ $words ->
    [none] { "" }
   *[other] { " " }({ $words })
 }
commands-record-criteria = What counts
commands-record-checklist = Checklist
commands-record-trails = By which place
commands-record-earlier = What stood there as answer before, and until when
commands-record-meets = What they can do of what is asked
commands-record-meet = { $text } ({ $can })
commands-record-members = Contact persons
commands-record-plan = The plan
commands-record-changes = What changed
commands-record-count = { $count } { $name }
commands-record-lacks = Still missing before the opportunity can open:
commands-record-lack = - { $field }
commands-record-lack-words = - { $field } This is how you answer: checklist.{ $key }="…"
commands-record-lack-choice = - { $field } This is how you answer: checklist.{ $key }={ $codes }
commands-record-unsettled = - { $text } Does it open all the same? Write down why: kansenbode opportunities overrule { $given } { $remark } --reason "…"
commands-record-fault = - { $text }
commands-record-ready = Nothing is missing. The opportunity can open.

commands-backup-made = The copy is in { $file }
commands-wipe-nothing = Nothing is left on the disk of who was forgotten.
commands-wipe-begins =
    I wipe from the disk who was forgotten since { $since }. Nobody needs to wait for that. { $shared ->
        [yes] It takes about a minute for 2 GB, and needs as much room as the largest table takes.
       *[no] It takes a few seconds for each GB, and needs no room.
    }
commands-wipe-on = { $percent } percent is done.
commands-wipe-done = Done. Nothing is left in the database of who was forgotten. Copies still hold it, until their term.
commands-wipe-not = Not everything is wiped: { $reason }. Nobody can see it. The server tries again; so can you.
commands-restore-done = { $forgotten ->
    [0] The copy { $file } is back in { $folder }. Nobody had to be forgotten again.
    [one] The copy { $file } is back in { $folder }. One person is forgotten again.
   *[other] The copy { $file } is back in { $folder }. { $forgotten } people are forgotten again.
 }
commands-restore-unsure = Mind: nobody here knows who was forgotten after this copy was made. Those people are in it again. Do you have their list (erased.jsonl) or a newer copy? Put that newer copy back first, and then this one. Or put this one back once more with --erased FILE.
commands-restore-kept = The database that was there is now called { $file }

# Who is told.
commands-told = { $told ->
    [0] There is nobody to tell.
    [one] One person is told: { $at }.
   *[other] { $told } people are told: { $at }.
 }
commands-planned-none = No notice waits.
commands-planned-off = { $count ->
    [one] Notice { $number } was called off. One person does not get it.
   *[other] Notice { $number } was called off. { $count } people do not get it.
 } { $had ->
    [0] Nobody had it yet.
    [one] One person had it already.
   *[other] { $had } people had it already.
 } What you changed stays as it is.
commands-told-none = Nobody has been told anything yet.
commands-told-widest = The widest difference between the first and the last: { $apart }.
commands-apart = { $unit ->
    [days] { $count } days
    [hours] { $count } hours
    [minutes] { $count } minutes
   *[seconds] { $count } { $count ->
        [one] second
       *[other] seconds
     }
 }
commands-record-unconfirmed = No yes so far from: { $references }.
commands-record-told = { $count ->
    [one] One message was sent or planned.
   *[other] { $count } messages were sent or planned.
 } { $apart ->
    [none] Nobody has received it yet.
   *[other] The widest difference between the first and the last: { $apart }.
 }
commands-record-messages = What was written
commands-record-receipts = What was confirmed
commands-record-media = { $count ->
    [one] One photo, voice message or file was sent along. Write it to a folder by: interests files
   *[other] { $count } photos, voice messages or files were sent along. Write them to a folder by: interests files
 }
commands-kilobytes = { $size } kB
commands-files-none = Nothing that was sent along is kept.
commands-files-written = { $count ->
    [one] One file is in { $folder }. Only you can read it. Open it with care: it was not checked for viruses.
   *[other] { $count } files are in { $folder }. Only you can read them. Open them with care: they were not checked for viruses.
 }
commands-record-lines = The conversation up to this question:
commands-record-no-lines = You may not read the conversation: no consent was given for that.

commands-events-none = Nothing happened that fits this.
commands-openly = Names and words of residents are left out: your role may not read them.

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

commands-help-privacy = Give somebody all that we hold, or forget somebody. For who asks by letter or at the desk.
commands-help-privacy-file = Write all that we hold of one person to two files: JSON, and text to read.
    .code = The code that the person was given: with an interest, or in the conversation with the word “link”.
    .person = The number of the person, as in interests show.
    .question = The number of a question or message of the person.
commands-help-privacy-forget = Forget one person for good, as they can do themselves with “forget me”.
    .code = The code that the person was given: with an interest, or in the conversation with the word “link”.
    .person = The number of the person, as in interests show.
    .question = The number of a question or message of the person.
    .yes = You are sure that this is the right person. Do it without asking.
