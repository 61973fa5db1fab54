interests-none = You have not signed up for anything yet.
interests-item = { $number }. { $title }
    Name: { $party }. Code: { $reference }. State: { $state }.
interests-meeting = { $number }. { $title }
    { $seated ->
        [yes] You come to the meeting ({ $what }): { $when }, { $where }.
       *[no] You are on the waiting list for the meeting ({ $what }): { $when }, { $where }.
    }
interests-pick = Which interest would you like to open?
    .unclear = Choose an interest, or type what it is about.
