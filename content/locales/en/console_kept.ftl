# A form that was sent after the session had ended.

console_kept-title = You were signed out
console_kept-lead = Nothing was sent yet, and what you wrote still stands here. Sign in on another tab, come back here and send it again.
console_kept-sign-in = Sign in on another tab
console_kept-again = Send again
