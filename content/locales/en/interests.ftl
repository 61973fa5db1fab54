interests-none = You have not signed up for anything yet.
interests-item = { $number }. { $title }
    Name: { $party }. Code: { $reference }. State: { $state }.
interests-pick = Which interest would you like to open?
    .unclear = Choose an interest, or type what it is about.
