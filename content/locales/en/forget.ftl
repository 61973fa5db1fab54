forget-sure =
    Are you sure? I will erase your messages, your name and how we reach you, in every channel. After that nobody can bring them back.

    Your open interests end. Without your name, we only keep that they were there. Are there more people in your group? Then the group goes on without you.
    .yes = Yes, erase all
    .no = No, keep it
    .unclear = Type yes to erase everything. Type no to erase nothing.
forget-done = Your data is erased. We no longer know who you are. Thank you, and perhaps until we meet again!
forget-kept = All right, I erase nothing.
