# The pages for staff: what stands on every page.

console-sign-out = Sign out
console-done =
    .answered = { $count ->
        [one] Answered. One person gets a message.
       *[other] Answered. { $count } people get a message.
     }
    .moved = { $count ->
        [0] Saved. There was nobody to send a message to.
        [one] Saved. One person gets a message.
       *[other] Saved. { $count } people get a message.
     }
    .session-ended = That device is signed out.
    .sessions-ended = All other devices are signed out.
    .role-set = The role is changed. Your colleague signs in anew.
    .colleague-left = Your colleague is signed out and no longer works here.
    .invited = The link was made, and shown once. Did you not see it? Then make a new one.
    .password-set = Your password is changed. Your other devices are signed out.
    .saved = Saved.
console-nav-today = Today
console-nav-opportunities = Opportunities
console-nav-colleagues = Colleagues
console-problem = Look at this once more
console-may-stay = I checked this. It may stay.
console-facts = Facts
console-look-title = This happens when you send it
console-look-told = { $count ->
    [one] One person gets a message,
   *[other] { $count } people get a message,
 }
console-look-at = on { $at }.
console-look-now = at once.
console-look-nobody = Nobody gets a message.
console-look-reads = { $count ->
    [one] One person reads:
   *[other] { $count } people read:
 }
console-look-send = { $count ->
    [0] Save
    [one] Send 1 message
   *[other] Send { $count } messages
 }
console-look-back = Change the text
