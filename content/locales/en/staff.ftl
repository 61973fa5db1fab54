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

staff-colleagues-title = Colleagues
staff-colleagues-lead = Who works here, and what they may do. Only administrators see this page.
staff-colleagues-demo = In this demo everybody signs in without a password, as anyone.
staff-not-come = not in yet
staff-role = Role
staff-role-set = Change role
staff-role-of = Change the role of { $name }
staff-role-may =
    .viewer = Sees how all of it stands, without names or words of residents.
    .editor = Reads and changes everything, but sends no campaigns.
    .sender = Does what an editor does, and approves campaigns too.
    .administrator = May do everything, also invite colleagues.
    .privacy-officer = Reads everything, and helps who wants to see or erase their data.
staff-link-new = New link
staff-link-of = Make a new link for { $name }
staff-link-title = Send this link to { $name }
staff-link-lead = By it your colleague chooses a password. The link works once, for a week. You see it only now.
staff-link-address = Link
staff-invite-title = Invite a colleague
staff-invite-name = Name
staff-invite-go = Make an invitation
staff-leaving = Leaves
staff-leaving-title = { $name } no longer works here
staff-leaving-lead = { $name } is then signed out at once and can do nothing any more. What { $name } did is kept.
staff-leaving-contact = { $name } is still the contact of { $count ->
    [one] 1 opportunity
   *[other] { $count } opportunities
 }. Hand them to a colleague:
staff-leaving-go = Let { $name } go
staff-leaving-not = Rather not

staff-password-change = Change your password
staff-password-now = Your present password
staff-password-next = New password
staff-password-ends = On your other devices you sign in again after that.
