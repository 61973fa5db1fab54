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
