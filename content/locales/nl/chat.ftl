# De pagina van het gesprek. Wat er gezegd wordt, staat bij elk gespreksverloop.

chat-title = Jouw gesprek
chat-automatic = Automatische assistent
chat-human-days = Medewerker: binnen { $days ->
    [one] een dag
   *[other] { $days } dagen
}
chat-menu = Menu
chat-menu-human = Medewerker spreken
chat-menu-mail = Bericht per mail
chat-push-on = Meldingen aan
chat-push-off = Meldingen uit
chat-push-done = Meldingen staan aan. Je krijgt een seintje op dit apparaat als er iets voor je is. Wat er staat, lees je alleen hier.
chat-push-ended = Meldingen staan uit op dit apparaat.
chat-push-refused = Je browser laat geen meldingen toe. Zet ze aan bij de instellingen van je browser, en probeer het dan nog een keer.
chat-push-failed = Dat lukt nu niet. Probeer het later nog een keer.
chat-push-apple = Op een iPhone of iPad kan dit als deze site op je beginscherm staat. Tik op Deel, en dan op “Zet op beginscherm”. Open hem daar.
chat-menu-data = Mijn gegevens
chat-about = Hier gaat het over
chat-about-until = Reageren kan tot en met { $until }.
chat-about-closed = Deze kans is gesloten.
chat-today = Vandaag
chat-yesterday = Gisteren
chat-step = Vraag { $now } van { $all }
chat-step-back = Terug
chat-room = Tekens over: { $count }
chat-too-long = Tekens te veel: { $count }
chat-anew = Nieuw gesprek
chat-you = Jij:
chat-us = Kansenbode:
chat-hello = Zoek in een kort gesprek iets dat bij jou past. Je hebt er niets voor nodig, en je zit nergens aan vast.
chat-begin = Begin het gesprek
chat-privacy = Lees wat we met je gegevens doen
chat-see-all = Bekijk alle kansen
chat-write = Schrijf een bericht
chat-send = Verstuur
chat-choices = Kies een antwoord
chat-change = Verander
chat-more = Meer
chat-leave = Gesprek sluiten
chat-leave-sure = Is deze telefoon of computer niet van jou? Sluit dan je gesprek, zodat een ander het niet leest. Het is dan overal dicht, ook op je andere apparaten. Een link die je eerder bewaarde, werkt niet meer. Wacht je nog op antwoord? Vraag dan een nieuwe link.
chat-leave-link = Sluit, en geef mij een nieuwe link
chat-leave-do = Sluit mijn gesprek
chat-closed = Je gesprek is gesloten
chat-closed-lead = Met deze nieuwe link kom je later terug. Bewaar hem nu: je ziet hem maar één keer. Sluit daarna deze pagina.
chat-closed-bare = Hier kan niemand het meer lezen, en op je andere apparaten ook niet. Een link die je eerder bewaarde, werkt niet meer.
chat-closed-go = Klaar, sluit deze pagina
chat-aloud = Lees voor
chat-typing = Er komt een antwoord
chat-late = Het antwoord komt eraan.
chat-look-again = Kijk opnieuw
chat-earlier = Eerder in dit gesprek
chat-latest = Naar de laatste berichten
chat-down = Naar het laatste bericht
chat-down-news = Nieuw bericht
chat-busy = Het is nu erg druk. Ik probeer het zo vanzelf nog een keer.
chat-lost = Er is even geen verbinding. Ik probeer het steeds opnieuw.
chat-not-sent = Dit is nog niet verstuurd.
chat-no-file = Een foto of bestand kan ik hier niet aannemen. Schrijf wat erop staat, of vraag via het menu om een medewerker.
chat-attach = Foto of bestand sturen
chat-attach-pick = Kies een foto, een geluidsopname of een PDF
chat-attach-told = Hoogstens { $most } MB. Alleen medewerkers zien het.
chat-attach-send = Verstuur het bestand
chat-attach-photo = Foto maken
chat-attach-any = Foto of bestand kiezen
chat-attach-many = Er gaan hoogstens { $most } bestanden tegelijk. Stuur de andere daarna.
chat-file-sending = Wordt verstuurd…
chat-file-again = Dit is niet verstuurd. Kies het bestand nog eens.
chat-speak = Spreek een bericht in
chat-voice-on = De opname loopt
chat-voice-stop = Stop de opname
chat-voice-drop = Gooi de opname weg
chat-voice-send = Verstuur de opname
chat-no-mic = Ik kan je microfoon niet gebruiken. Sta dat toe in je browser, of typ je bericht.
chat-photo = Foto: { $name }
chat-voice = Jouw spraakbericht
chat-file-awaited = komt eraan
chat-file-refused = niet bewaard
chat-again = Probeer het nog een keer

chat-back = Terug naar je gesprek
chat-keep = Bewaar dit gesprek
chat-keep-lead = Met deze link kom je terug in je gesprek, ook op een ander apparaat.
chat-keep-link = Jouw link. Kopieer hem en bewaar hem goed.
chat-keep-scan = Of scan dit plaatje met je andere telefoon.
chat-keep-mail = Mail het mij
chat-keep-mail-lead = Of laat je e-mailadres achter. In elke e-mail staat dan een link naar je gesprek. Je krijgt daar ook antwoord.
chat-keep-picture = Plaatje met jouw link, om te scannen
chat-keep-safe =
    Deel deze link met niemand. Wie de link heeft, leest je gesprek.

    De link werkt zolang je aanmelding of je vraag loopt, en zeker tot 30 dagen na het laatste bericht. Sluit je het gesprek, of typ je “vergeet mij”? Dan werkt hij meteen niet meer.
chat-return = Verder met je gesprek
chat-return-lead = Deze link hoort bij een gesprek met { $organisation }.
chat-return-other = In deze browser staat al een ander gesprek. Dat sluit als je hier verdergaat.
chat-return-do = Verder met je gesprek
chat-return-safe = Kreeg je deze link van iemand anders? Ga dan niet verder. Is dit apparaat niet van jou? Sluit je gesprek als je klaar bent, en wis de geschiedenis van de browser.
chat-return-gone =
    Kijk of je de link helemaal hebt overgenomen. Hij werkt zolang je aanmelding of je vraag loopt, en zeker tot 30 dagen na het laatste bericht. Sloot je het gesprek, stopte je met e-mail, of vroeg je ons je te vergeten? Dan werkt hij ook niet meer.

    Je kunt altijd een nieuw gesprek beginnen.
    .title = Deze link werkt niet
