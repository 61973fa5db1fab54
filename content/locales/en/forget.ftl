forget-sure =
    Are you sure? I will erase your messages, your name and how we reach you, in every channel. After that nobody can bring them back.

    Your open interests end. Without your name, we only keep that they were there. Are there more people in your group? Then the group goes on without you.
    .yes = Yes, erase all
    .no = No, keep it
    .unclear = Type yes to erase everything. Type no to erase nothing.
forget-called =
    This goes on without you: { $groups }. What you wrote down together stays, because it belongs to the group.

    Is your own name in it? Then type that name, and I will look for it. I do not keep it.
    .no = No, it is not there
    .unclear = Type only your name, as it stands there. Type no if your name is not in it.
forget-not-there = I do not find that name there.
forget-group =
    Are you sure? I will erase all that we have of you, in every channel. That cannot be undone.

    This goes on without you: { $groups }. What you wrote down together stays, because it belongs to the group. This of you is still in it: { $words }. Shall I erase that too? It will then read “…” there.
    .yes = Yes, erase that too
    .leave = Yes, but leave that
    .no = No, keep it all
    .unclear = Type yes to erase everything. Type 2 to leave only those words. Type no to erase nothing.
forget-done = Your data is erased. Nobody can see it any more, and we no longer know who you are. Within a day it is off the disk too. Only backups still hold it, until we throw them away. Thank you, and perhaps until we meet again!
forget-kept = All right, I erase nothing.
