forget-sure = Are you sure? I will erase all that we have of you: your messages, your name and how we reach you. Your open interests end. This cannot be undone.
    .yes = Yes, erase all
    .no = No, keep it
    .unclear = Type yes to erase everything. Type no to erase nothing.
forget-done = Everything is erased. We no longer know who you are. Thank you for talking, and perhaps until we meet again!
forget-kept = All right, I erase nothing.
