# The residents' pages. $organisation is the municipality's name everywhere.

page-value = { $value }
page-percent = { $weight }%
page-brand = Kansenbode
page-brand-of = { $organisation }
page-site = Kansenbode of { $organisation }
page-skip = Skip to the content
page-nav = Main menu
page-nav-overview = Opportunities
page-nav-chat = My conversation
page-nav-unread = new
page-nav-privacy = Privacy
page-language = Choose a language
page-foot = Kansenbode is a service of { $organisation }. You talk with an automatic assistant. A person decides.
page-foot-phone = Call { $phone }
page-foot-links = About this site
page-foot-site = To { $site }

page-overview-title = Take part in your neighbourhood
page-overview-lead = Choose an opportunity. You answer in a short conversation.
page-overview-count = { $count ->
    [0] No opportunities found
    [one] 1 opportunity open
   *[other] { $count } opportunities open
 }
page-overview-about = about { $theme }
page-overview-near = near { $place }
page-overview-words = with “{ $words }”
page-overview-postcode = We do not know postcodes. Type the name of your neighbourhood or district.
    .street = We do not know this postcode. Type the name of your street, neighbourhood or district.
page-overview-lies = { $given } lies in { $place }.
page-overview-within = { $given } lies in { $count } neighbourhoods. Which one is it?
page-overview-empty = Nothing is open here now. Choose a larger area or another theme.
page-overview-empty-all = See all opportunities
page-overview-empty-talk = Talk with us
page-embed-more = See all of them
page-count = { $count ->
    [one] 1 opportunity
   *[other] { $count } opportunities
 }
page-days = { $days ->
    [0] Today is the last day
    [one] 1 day left
   *[other] { $days } days left
 }
page-places = Opportunities by neighbourhood
page-card-until = Answer by
page-only-in = (in { $spoken } only)

page-filter-place = Where do you live?
page-filter-place-example = Neighbourhood or street
    .street = Street or postcode
page-filter-theme = Themes
page-filter-all-themes = All
page-filter-show = Search
page-filter-clear = Clear choice

page-steps-title = How it works
page-steps-choose = Choose an opportunity
    .text = See what suits you. You may take part alone, or with a group.
page-steps-talk = Tell us what you want to do
    .text = You do that in a short conversation. We ask only what is needed.
page-steps-hear = Hear what happens next
    .text = You get a number and a date. You hear from the municipality by then.
page-steps-look-around = I would like to talk first
page-two-steps = In two steps
page-two-steps-interest = First you sign up, in a short conversation. That binds you to nothing.
page-two-steps-plan = Then the municipality chooses who may write a plan, until { $until }. Who may not hears why.
page-two-steps-asks = What the plan will have to tell

page-fact-where = Where
page-fact-for = For whom
page-fact-answers-until = Answer by
page-fact-questions-until = Ask questions by
page-fact-plan-until = Plans by
page-fact-starts = Begins on
page-fact-duration = How long
page-fact-value = Money
page-fact-value-note = for the whole period, without VAT
page-fact-arrangement = Arrangement
page-fact-role = Role of the municipality
page-fact-contribution = The municipality helps with
page-fact-origin = Whose idea it is
page-fact-open-data = Open data
page-open-data = OCDS, for programs
page-fact-number = Reference
page-for =
    .formal = firms and organisations
    .informal = residents and groups
    .combined = residents, groups and firms
page-cooperation = You work together with another party

page-back = All opportunities
page-back-list = Back to the list
page-join = I want to take part
page-join-no-end = There is no end date
page-taking-part = { $count ->
    [one] 1 has signed up
   *[other] { $count } have signed up
 }
page-ask = Ask
page-share = Share
page-share-whatsapp = WhatsApp
page-share-mail = E-mail
page-share-copy = Copy the address
page-share-copied = Copied
page-share-address = The address of this opportunity
page-contact = Whom can you ask?
page-contact-role = Contact at { $organisation }
page-contact-answer = You get an answer within { $days ->
    [one] 1 day
   *[other] { $days } days
 }.
page-contact-ask = Ask a question
page-facts-all = All details
page-poster = Want to take part? Point your phone’s camera at the square. Or go to:
page-no-bid = This is not a bid. You are not committed to anything.
page-candidate = I am interested too
page-intention = We expect that only one party can do this. Why stands under “Good to know”. Can you do it too? Let us know.
page-lot = The lot
page-lot-before = Is there too little money for everybody? Then we draw a lot, after the last day to respond. Everybody has the same chance.
page-lot-seal = How you know that it is fair
page-lot-sealed = The lot begins with a long number that is fixed already. Below stands its SHA-256. After the draw we show the number itself. Everybody can then see that it was not changed.
page-lot-drawn = The lot was drawn on { $at }. { $count ->
    [one] One interest took part.
   *[other] { $count } interests took part.
 } The numbers follow who signed up first. This is the order:
page-lot-number = number { $number }
page-lot-own = Did you take part? Your number stands in your conversation, at “My interests”.
page-lot-again = Draw it again yourself
page-lot-how = The place of number 3 follows from the SHA-256 of the number below with :3 behind it. The lowest comes first. This is the number:
page-lot-same = The SHA-256 of the number itself stood here before the draw:
page-draft = Draft
page-drafts = Think along
page-drafts-hint = These opportunities are not open yet. Read the draft and say what could be better.
page-draft-what = This is a draft. You cannot sign up yet. Say what you cannot do, or what is missing.
page-draft-say = I think along
page-draft-follow = Keep me posted
page-draft-hear = When it opens, you hear what has changed.
page-ended =
    .closed = You cannot answer any more
    .decided = A decision was made
    .withdrawn = This opportunity was withdrawn
page-ended-more = You can still read here what it was about.
page-ended-others = See what is open now
page-facts = In brief
page-photo-credit = Photo: { $credit }
page-about = What is it about?
page-meetings = Come by
page-meetings-hint = You can always come to look and ask. You do not have to take part yet.
page-meeting-when = When
page-meeting-where = Where
page-meeting-room = Places
page-meeting-free = { $free ->
    [0] Full, there is a waiting list
   *[other] { $free } of { $seats } still free
 }
page-meeting-access = There is
page-meeting-spoken = Interpreter
page-meeting-off = Called off
page-meeting-come = I will come
page-meeting-calendar = Put it in your calendar
page-parts = What can you do?
page-parts-hint = You may choose one part, or more.
page-parts-say = Who decides about the money:
page-requirements = What do we ask?
page-requirement-for-all = For everybody
page-requirement-for = For { $kinds }
page-requirement-else = This is also possible:
page-criteria = What do we look at?
page-criteria-hint = This is how the municipality compares who wants to take part.
page-criteria-whole = Together it is 100%.
page-criteria-scale = On each point it chooses a word: { $words }. After the decision you can read what you got, and why.
page-criteria-most = counts most
page-good-to-know = Good to know
page-answers = Questions and answers
page-answers-corrected = corrected on { $at }
page-answers-none = No questions have been answered yet.
page-answers-ask = Ask your question
page-answers-until = You can until { $until }.
page-answers-over = You cannot ask questions any more.

page-about-title = About Kansenbode
page-about-lead = Here you read what you can do in the neighbourhood together with { $organisation }.
page-about-how =
    The municipality tells here what it is looking for residents and organisations for. You choose what suits you. You answer in a short conversation, and get a date by which you hear more.
    .title = How does it work?
page-about-robot =
    You talk with a computer program with fixed questions. It makes nothing up. People at the town hall read what you send, and they decide.
    .title = Whom do you talk with?
page-about-open =
    What is told here is open data. The program itself is open too: everybody may read how it works.
    .title = Is this public?
page-accessibility-title = Accessibility
page-accessibility-lead = Everybody should be able to take part here.
page-accessibility-how =
    You can use these pages with a keyboard or a screen reader, with large letters, in the dark and without JavaScript. We try that at every change.
    .title = What do we do?
page-accessibility-statement =
    The statement of { $organisation } is at { $statement }.
    .title = Where is the statement?
page-accessibility-tell =
    Say so in the conversation. Type “human” to talk with a person.
    .title = Does something not work?
page-privacy-title = Your data
page-privacy-lead = You need not give your name to look around. Here you read what we keep.
page-privacy-what =
    We keep what you tell us in the conversation. For example what you want to do and how we can reach you.

    Do you read what is needed for an opportunity? Then we keep your answers for a while, in case you sign up. The municipality reads them only once you send them along.

    Tell us nothing about your health, your religion or your finances. We do not need it.
    .title = What do we keep?
page-privacy-why =
    { $organisation } is responsible for your data. It does this for its public task: working on the neighbourhood together with residents. The privacy law (GDPR) allows that in article 6, paragraph 1, under e.

    You get news about other opportunities only if you want it yourself. Then your consent is the reason (under a).
    .title = Who does this, and why?
page-privacy-who =
    Employees of the municipality who deal with the opportunity. We give the name of a resident or a group of residents to nobody else.

    Do you take part for an organisation? Then we ask whether its name may stand in the public record after the decision. Without your yes it stays out.
    .title = Who reads it?
page-privacy-files =
    You may send a photo, a voice message or a PDF. Only our staff see it. It stays as long as your sign-up. Does a file belong to nothing? Then we erase it together with your messages.

    We take the place and the device out of a photo. A PDF may still say something about you. Make sure that nobody else can be recognised who does not agree.
    .title = And if I send a photo?
page-privacy-where =
    On a computer that works for { $organisation }. We sell nothing. There is no advertising on these pages.
    .title = Where is it kept?
page-privacy-telegram =
    You choose whether you talk with us here on the website, or in Telegram. Telegram is a company outside the municipality. What you write there passes through their computers, under their own rules.

    From Telegram we get a number, and the language of your app. We do not get your phone number.
    .title = And if I talk in Telegram?
page-privacy-email =
    You can leave an e-mail address. Then we first ask in an e-mail whether it is yours. Only after your click do we mail you answers, decisions and messages about your sign-up. News of new opportunities is mailed only if you choose that. You do not confirm it? Then we erase the address after two days.

    An e-mail about you has a button to your conversation, so do not pass it on. Each e-mail has a link to stop, too. Do you stop all e-mail? Then we erase the address. We cannot see whether you read an e-mail.
    .title = And if I want e-mail?
page-privacy-push =
    You can turn notifications on. Your browser then gives us an address of the service that brings its notifications: of Google, Mozilla, Apple or Microsoft. A notification never has words of your conversation. That service does see that a notification comes, and when.

    Do you turn notifications off, or close your conversation? Then we erase that address.
    .title = And if I want notifications?
page-privacy-long =
    We keep the text of messages for { $days ->
        [one] 1 day
       *[other] { $days } days
    }. We keep your interest until { $months ->
        [one] 1 month
       *[other] { $months } months
    } after the decision. A backup is kept for { $backups ->
        [one] 1 day
       *[other] { $backups } days
    }.
    .title = How long do we keep it?
page-privacy-cookie =
    We use three small cookies. The first remembers your conversation: as long as your sign-up or your question is open, otherwise for 30 days. The second remembers which message you saw last. The third remembers your language. Your browser keeps what you typed but did not send yet until you close the tab. We do not follow you.
    .title = Which cookies are there?
page-privacy-rights =
    Write “my data” in the conversation. You then read what we have of you, and how to get all of it as a file.

    Write “forget me” and we erase it. Nobody can see it then. Within a day it is off the disk too. A backup still holds it, as long as that is kept. For two more days we keep a mark of your messages, without words or a name. Does a message come in once more? Then we know that it was erased.

    Write “stop” and you get no more messages.

    You may also write to { $contact }. Are you not satisfied? Then you can complain to the Dutch data protection authority, the Autoriteit Persoonsgegevens: https://www.autoriteitpersoonsgegevens.nl/en/
    .title = What can you do yourself?
page-privacy-officer =
    The data protection officer watches whether we keep to the law. This is how to reach them: { $officer }
    .title = Who watches us?
page-privacy-robot =
    You talk with a computer program that has fixed questions. The program decides nothing. A person always does.
    .title = Does a computer decide about me?

# The pages behind the links in an e-mail.
page-mailbox-confirm =
    May { $organisation } mail you at { $email }? You get answers, decisions and messages about your sign-up there. News of new opportunities comes there only if you want it. You can stop at any time, with the link in each e-mail.
    .title = Is this your e-mail address?
page-mailbox-confirm-do = Yes, mail me here
page-mailbox-confirmed =
    You will get an e-mail soon. You can close this window.
    .title = Done
page-mailbox-leave =
    Do you want no more e-mail at { $email }? Then we erase this address. In your conversation you still hear from us.
    .title = No more e-mail
page-mailbox-leave-do = Stop mailing
page-mailbox-left =
    We mail you no more. Your e-mail address is erased here. In your conversation you still hear from us.
    .title = Done
page-mailbox-no-news =
    Do you want no more news of new opportunities at { $email }? We still mail answers, decisions and messages about your sign-up.
    .title = No more news
page-mailbox-no-news-do = Mail no more news
page-mailbox-leave-all = Rather no e-mail at all
page-mailbox-news-ended =
    We mail you no more news of new opportunities. Do you want it again later? Then type “mail me” in your conversation.
    .title = Done
page-mailbox-gone =
    Perhaps the link was used before, or is older than two days. Do you want e-mail again? Then type “mail me” in your conversation.
    .title = This link does not work any more

page-code-invitation =
    { $party } takes part with { $organisation }, and asks you as a second contact. You read along, and you may answer for { $party }.

    If you say yes, you first see one question in a short conversation. Do you not know { $party }? Then do nothing.
    .title = You are invited by { $party }
page-code-invitation-do = Yes, I want to join
page-code-reference =
    This code belongs to a sign-up. What it says can only be read in the conversation in which you signed up.

    Did you keep a link to that conversation? Then open that one. Can you not reach it any more? Then begin a conversation and type “human”.
    .title = Your sign-up
page-code-reference-do = Open my conversation
page-code-link =
    With this code you go on with a conversation from another channel. It works once, for a quarter of an hour.

    Did somebody else give you this code? Then do not go on.
    .title = Go on with your conversation
page-code-link-do = Go on in the web chat

page-error-desk = To Today
page-error-home = To all opportunities
page-error-talk = To the conversation
page-error-code = Do you have a code?
page-error-code-go = Find
page-error-400 = Something was wrong with what you sent. Go back and try once more.
    .title = We do not understand this
page-error-403 = This request came from another website. Open our own page and try it there.
    .title = This is not allowed
page-error-404 = This page is not there, or not any more. Is the code or the address right?
    .title = Not found
page-error-405 = This page does not work that way. Begin again at the list of opportunities.
    .title = That is not possible here
page-error-408 = Your message did not arrive completely. Perhaps your connection is slow. Try once more.
    .title = That took too long
page-error-413 = Your message is too long. Make it shorter, or send it in two parts.
    .title = Too long
page-error-415 = We can only read plain text. Go back and type your message.
    .title = We cannot read this
page-error-429 = You are asking or sending a lot in a short time. Wait a moment and try once more.
    .title = Not so fast
page-error-500 = Something went wrong on our side. It is not your fault. Try again later.
    .title = Sorry, this went wrong
page-error-503 = It is too busy now, or we are at work. Try again in a minute. What you told us already is safe.
    .title = One moment

page-channels-title = Where can you write to us?
page-channels-lead = For each kind of message you see where it can be sent, and when a human answers.
page-channels-what = What you send
page-channels-where = Where you can
page-channels-kind = kind of message
    .question = A question, or a message to a colleague
    .interest = An interest, or something that you change in it
    .withdrawal = Taking back an interest
    .candidate = Interested too, where we expect one party
    .explore = Thinking along about a draft
    .objection = An objection, a complaint, or a document for an official procedure
page-channels-web = The chat on this site
page-channels-telegram = Telegram
page-channels-not = Not here.
page-channels-ask = Ask { $organisation } where to send that. Send it in time: what you type here does not count as an objection.
page-channels-email =
    If you want, you get answers by e-mail too. Type “mail me” in the chat. You cannot answer that e-mail.
    .title = And by e-mail?
page-channels-push =
    Your phone or computer can tell you when there is an answer. You turn that on behind the three dots in the chat.
    .title = And by a notification?
page-channels-receipt =
    After each message you get a receipt at once. It has what you sent, when and where, and when you get an answer. You can keep it, share it or print it.
    .title = How do you know that it arrived?
page-channels-answer =
    A computer program asks you questions and confirms what you send. Colleagues read it and answer. How long that takes stands with each opportunity. Is your question about something else? Then you get an answer within { $days ->
        [one] one day
       *[other] { $days } days
     }.
    .title = When does a human answer?
page-channels-hours =
    You can also talk to a colleague: { $hours }. How, stands at the bottom of this page.
    .title = Would you rather talk?
page-channels-outage =
    Can you not send something? Try again later, or call the municipality. Is the last day over by then? Say that it did not work.
    .title = Does it not work?
page-channels-decision =
    { $organisation } decided which message you can send where. You read that decision here:
    { $decision }
    .title = Who decided this?
page-receipt-copy = Copy
page-receipt-copied = Copied
page-receipt-share = Share
page-receipt-print = Print
page-receipt-pdf = As a PDF
page-receipt-back = Back to the conversation
