interests-none = You have not signed up for anything yet.
interests-item = { $number }. { $title }
    Name: { $party }. Code: { $reference }. State: { $state }. Answer by: { $answer_by }.
    What you do or bring: { $brings }
interests-pick = Which interest would you like to open?
    .unclear = Choose an interest, or type its number.
interests-what = What would you like to do?
    .add = Add something
    .withdraw = Withdraw
    .open = See opportunity
    .unclear = Choose an answer, or type its number.
interests-words = What would you like to add?
interests-added = That has been added.
interests-sure = Are you sure you want to withdraw your interest in “{ $title }”?
    .yes = Yes, withdraw
    .no = No, keep it
    .unclear = Type yes to withdraw. Type no to leave everything as it is.
interests-kept = All right, your interest stays.
interests-withdrawn = Your interest is withdrawn. A pity, but good that you tell us.
