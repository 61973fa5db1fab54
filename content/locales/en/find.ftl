# What `kansenbode find` shows: all that a word leads to.

find-count = { $count ->
    [0] Nothing was found with “{ $word }”.
    [one] One thing was found with “{ $word }”.
   *[other] { $count } things were found with “{ $word }”.
 }
find-kind = kind
    .opportunity = Opportunity
    .interest = Interest
    .question = Question
    .campaign = Campaign
    .venue = Venue
    .staff = Colleague
