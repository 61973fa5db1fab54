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
