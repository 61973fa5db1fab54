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
my_data-place = Your neighbourhood: { $place }.
my_data-news = You get messages about new opportunities.
my_data-no-news = You get no messages about new opportunities.
my_data-file =
    Open all of it as a file, where you chat now:
    { $address }/chat/mijn-gegevens.json

    Do you want us to erase everything? Then type “forget me”.
