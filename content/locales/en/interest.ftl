interest-already = You have already signed up for “{ $title }”. That still stands.
interest-already-next = What would you like to do?
    .see = See my interest
    .new = Sign others up
    .unclear = Choose “See my interest” if you want to add something.
interest-kind = Great! Are you taking part …
    .alone = alone
    .group = with a group
    .organisation = for an organisation
    .short = Alone or together
    .named = =alone/together/group/organisation/organization | not for/with/as/a group/organisation/organization | not alone | for/with/as actually group/organisation/myself | by myself | actually alone/together
    .unclear = Choose: alone, with a group, or for an organisation.
    .help = Are you with neighbours or friends? Then choose “with a group”. A group needs no name and no papers.
interest-formal =
    Good to know: here the official procedure decides. Read more about it here:
    { $notice }

    You can sign up here all the same. Then the municipality knows who you are and what you can do.
interest-formal-organisation = Take part in the official procedure as well. Signing up here does not take its place.
interest-as-partner = Good to know: this opportunity is mainly for residents. You take part as a partner of the residents.
interest-combined = Good to know: residents and organisations take part together here. { $leads }
interest-together = Here you always work together with others. Nobody to work with yet? You may sign up all the same. Add who you would like to work with, or who you are still looking for.
interest-own-name = What may we call you? Just your first name is fine.
    .short = Your name
    .named = name* | call*/called me/am | spelled/spelt/misspelled
    .unclear = Type just a name. It need not be your real name.
interest-group-name = What is your group called? A name of your own, or just your street.
    .nameless = No name yet
    .help = For example: neighbours of Lindenstraat. Do you have no name yet? Then choose “No name yet”.
    .short = The group's name
    .named = name* | name* group* | called/call we/us/group/are | spelled/spelt/misspelled
    .unclear = Type a name for your group. Your street will do.
interest-name = What is your organisation called?
    .short = Organisation's name
    .named = name* | name* organisation*/organization* | called we/are | spelled/spelt/misspelled
    .unclear = Type the name of your organisation.
interest-sort = What kind of organisation is it?
    .short = Organisation's kind
    .named = kind/sort/type organisation*/organization* | kind/sort/type
    .unclear = Choose what fits best.
interest-give = What would you like to do or bring? A few sentences are enough.
    .short = What you do
    .named = what i/we/you do/bring/give/offer/can/will | bring*/offer*/contribution | text/description
    .help = Think of time, hands, tools, knowledge or a place. For example: we are six neighbours and have time every Saturday.
interest-summary = I am going to store this:
    Opportunity: { $title }
    Name: { $party } ({ $sort })
    What you do or bring: { $give }

    This is not a bid, and it binds you to nothing. Only staff of { $organisation } can read this.
interest-over = A pity: “{ $title }” is over by now. What you typed here was not sent.
interest-sure = Is this right?
    .yes = Yes, store it
    .no = No, change it
    .unclear = Type yes to store it. Type no to change something.
interest-thanks = Done, we have your interest! Your code is { $reference }. Keep it safe.

    { $official } will read your message. You will hear from us by { $answer_by } at the latest.
interest-again = You had signed up for this before, and withdrawn that. What else you told us then stands in it again. Type “my interests” to read or change it.
interest-more = Would you like to tell a little more? There are { $count } short questions left, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }. You may skip any of them.
    .yes = Yes, please
    .no = No, this is fine
    .unclear = Type yes for the short questions. Type no if this is enough.
interest-people = Roughly how many of you are there?
    .short = Number of people
interest-parts = Would you like to do one part, or more? Choose one, or type which.
    .short = Parts
    .unclear = Choose a part. Do you want more? Then type them with a comma between them.
interest-area = Where would you most like to do something? Name a place or a street.
    .short = Where
interest-needs = What do you need from the municipality?
    .short = What you need
interest-partners = Who would you like to work with?
    .short = Who with
interest-second = Is there somebody else among you who may read along and answer? Then I will give you a code for that person.
    .unclear = Type yes for a code. Type no if you do this alone.
interest-invitation = Give this code to your second contact: { $code }. Or send this link: { $address }/c/{ $code }. The code works once, within seven days.
interest-news = Would you like a message here about new opportunities? You can always type “stop”.
    .unclear = Type yes if you want messages. Type no if you do not.
interest-named = May the name of your organisation stand in the public record after the decision? Without your yes it stays out.
    .short = Name in the record
    .unclear = Type yes if the name may stand in the public record. Type no if it may not.
interest-reach = How else can we reach you? Type an e-mail address or telephone number if you like. Only staff see it.
    .short = How we reach you
    .unclear = I see no e-mail address or telephone number in that. Type one, or choose a button.
interest-reached = This is how we reach you: { $reach }.
interest-mail = Do you want an e-mail when there is an answer? Then type “mail me”.
interest-end = Thank you! We know enough now.
interest-page = Would you like to go on later, perhaps on another device? Then keep the link to this conversation.
    .page = { $address }/chat/bewaar
    .read = Keep the link
interest-chat = You can go on in { $channel } too. This link works for fifteen minutes: { $link }
