# Medewerkers in de werkomgeving: inloggen, en wat van henzelf is.

staff-sign-in-title = Inloggen
staff-demo-title = Kies wie je bent
staff-demo-lead = Dit is een demo met een verzonnen gemeente. Je logt in zonder wachtwoord.

staff-me-title = Ik
staff-me-who = Je bent ingelogd als { $name } ({ $email }). Je rol is { $role }.
staff-sessions-title = Waar je bent ingelogd
staff-sessions-lead = Zie je hier een apparaat dat je niet kent? Log het dan uit.
staff-session-unknown = onbekend apparaat
staff-session-here = dit apparaat
staff-session-when = Ingelogd op { $began }. Het laatst gebruikt op { $seen }.
staff-session-end = Log uit: { $browser }
staff-sessions-end = Log alle andere apparaten uit

staff-email = E-mailadres
staff-name = Je naam
staff-password = Wachtwoord
staff-password-new = Kies een wachtwoord
staff-password-how = Minstens { $low } tekens. Een paar woorden achter elkaar is sterk, en makkelijk te onthouden. Plakken mag.
staff-sign-in-go = Log in
staff-sign-in-forgot = Wachtwoord vergeten? Vraag een beheerder om een nieuwe link.
staff-sign-in-wrong =
    .unknown = Dit adres en wachtwoord horen niet bij elkaar. Probeer het nog eens.
    .often = Er is te vaak geprobeerd om in te loggen. { $minutes ->
        [one] Probeer het over 1 minuut opnieuw.
       *[other] Probeer het over { $minutes } minuten opnieuw.
     }
staff-invitation-title = Welkom bij de werkomgeving
staff-invitation-lead = Dag { $name }. Kies een wachtwoord, dan kun je beginnen. Deze link werkt één keer.
staff-invitation-first = Hier werkt nog niemand. Jij wordt de eerste beheerder, en nodigt daarna je collega’s uit.
staff-invitation-go = Begin
staff-invitation-over = Deze link werkt niet (meer). Vraag een beheerder om een nieuwe.
