# The pages for staff: what stands on every page.

console-sign-out = Sign out
console-done =
    .saved = Saved.
