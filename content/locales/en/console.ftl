# The pages for staff: what stands on every page.

console-sign-out = Sign out
console-done =
    .session-ended = That device is signed out.
    .sessions-ended = All other devices are signed out.
    .saved = Saved.
console-nav-today = Today
console-nav-opportunities = Opportunities
