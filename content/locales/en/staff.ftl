# Colleagues in the console: signing in, and what is their own.

staff-sign-in-title = Sign in
staff-demo-title = Choose who you are
staff-demo-lead = This is a demo with a fictional municipality. You sign in without a password.

staff-me-title = Me
staff-me-who = You are signed in as { $name } ({ $email }). Your role is { $role }.
staff-sessions-title = Where you are signed in
staff-sessions-lead = Do you see a device that you do not know? Sign it out.
staff-session-unknown = unknown device
staff-session-here = this device
staff-session-when = Signed in on { $began }. Last used on { $seen }.
staff-session-end = Sign out: { $browser }
staff-sessions-end = Sign out all other devices

staff-email = E-mail address
staff-name = Your name
staff-password = Password
staff-password-new = Choose a password
staff-password-how = At least { $low } characters. A few words in a row are strong, and easy to remember. Pasting is fine.
staff-sign-in-go = Sign in
staff-sign-in-forgot = Forgot your password? Ask an administrator for a new link.
staff-sign-in-wrong =
    .unknown = This address and password do not belong together. Try again.
    .often = There were too many attempts to sign in. { $minutes ->
        [one] Try again in 1 minute.
       *[other] Try again in { $minutes } minutes.
     }
staff-invitation-title = Welcome to the console
staff-invitation-lead = Hello { $name }. Choose a password, then you can start. This link works once.
staff-invitation-first = Nobody works here yet. You will be the first administrator, and then invite your colleagues.
staff-invitation-go = Start
staff-invitation-over = This link does not work (any more). Ask an administrator for a new one.
