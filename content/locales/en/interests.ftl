interests-none = You have not signed up for anything yet.
interests-item = { $title }
    Name: { $party }. Code: { $reference }. State: { $state }. Answer by: { $answer_by }.
    What you do or bring: { $brings }
interests-pick = Which one would you like to open?
    .menu = Menu
    .unclear = Choose an interest, or type its number.
interests-what = What would you like to do?
    .add = Add something
    .withdraw = Withdraw
    .open = See opportunity
    .menu = Menu
interests-words = What would you like to add?
interests-added = That has been added.
interests-sure = Are you sure you want to withdraw your interest in “{ $title }”?
    .yes = Yes, withdraw
    .no = No, keep it
interests-withdrawn = Your interest is withdrawn. A pity, but good that you say so.
