my_data-known = This is what we have of you: { $messages } { $messages ->
    [one] message
   *[other] messages
 }, { $interests } { $interests ->
    [one] interest
   *[other] interests
 } and { $questions } { $questions ->
    [one] question
   *[other] questions
 }.
my_data-parties = You take part as: { $parties }.
my_data-channels = We talk with you in { $channels }.
my_data-reached = This is how the municipality may reach you: { $reached }.
my_data-place = Your neighbourhood: { $place }.
my_data-news = You get messages about new opportunities: { $channels }.
my_data-no-news = You get no messages about new opportunities.
my_data-name = { $count ->
    [one] At one interest the name may stand in the public record.
   *[other] At { $count } interests the name may stand in the public record.
 }
my_data-talk = A colleague may read what you wrote here up to your message.
my_data-meetings = { $count ->
    [one] You are on the list of one meeting.
   *[other] You are on the list of { $count } meetings.
 }
my_data-back = This is what you allowed. Do you want to take anything back?
    .keep = Leave all as it is
    .unclear = Choose what you want to take back. Or choose “Leave all as it is”.
my_data-taken = That has been taken back.
my_data-file =
    Open all of it as a file, where you chat now:
    { $address }/chat/mijn-gegevens.json

    Do you want us to erase everything? Then type “forget me”.
my_data-file-elsewhere =
    Do you want all of it as a file? Then type “human”.

    Do you want us to erase everything? Then type “forget me”.
