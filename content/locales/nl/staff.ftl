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

staff-colleagues-title = Collega’s
staff-colleagues-lead = Wie hier werkt, en wat die mag. Alleen beheerders zien deze pagina.
staff-colleagues-demo = In deze demo logt iedereen zonder wachtwoord in, als wie dan ook.
staff-not-come = nog niet binnen
staff-role = Rol
staff-role-set = Verander rol
staff-role-of = Verander de rol van { $name }
staff-role-may =
    .viewer = Ziet hoe alles ervoor staat, zonder namen of woorden van bewoners.
    .editor = Leest en verandert alles, maar verstuurt geen campagnes.
    .sender = Doet wat een redacteur doet, en keurt ook campagnes goed.
    .administrator = Mag alles, ook collega’s uitnodigen.
    .privacy-officer = Leest alles, en helpt wie zijn gegevens wil zien of wissen.
staff-link-new = Nieuwe link
staff-link-of = Maak een nieuwe link voor { $name }
staff-link-title = Stuur deze link aan { $name }
staff-link-lead = Hiermee kiest je collega een wachtwoord. De link werkt één keer, een week lang. Je ziet de link alleen nu.
staff-link-address = Link
staff-invite-title = Nodig een collega uit
staff-invite-name = Naam
staff-invite-go = Maak een uitnodiging
staff-leaving = Weg
staff-leaving-title = { $name } werkt hier niet meer
staff-leaving-lead = { $name } is dan meteen uitgelogd en kan niets meer doen. Wat { $name } deed, blijft bewaard.
staff-leaving-contact = { $name } is nog contactpersoon van { $count ->
    [one] 1 kans
   *[other] { $count } kansen
 }. Geef die door aan een collega:
staff-leaving-go = Laat { $name } gaan
staff-leaving-not = Toch niet

staff-password-change = Verander je wachtwoord
staff-password-now = Je wachtwoord van nu
staff-password-next = Nieuw wachtwoord
staff-password-ends = Op je andere apparaten log je daarna opnieuw in.
