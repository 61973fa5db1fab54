# E-mail aan inwoners: wat iemand in een gesprek hoort, ook per e-mail.

# In het gesprek.
email-address =
    Naar welk e-mailadres? Je krijgt daar antwoorden, besluiten en berichten over jouw aanmelding. Nieuws over nieuwe kansen krijg je daar alleen als je dat wilt.
    .skip = Nee, liever niet
    .unclear = Ik zie geen heel e-mailadres. Typ het zo: naam@voorbeeld.nl
email-sent =
    We sturen nu een e-mail naar { $email }. Klik daarin op de link. Pas dan mailen we je.

    Geen e-mail gezien? Kijk bij ongewenste e-mail. De link werkt twee dagen.
email-kept = Goed, we mailen je niet.
email-known = We mailen je op { $email }.
email-known-news = Nieuws over nieuwe kansen komt daar ook.
email-what = Wil je dat veranderen?
    .keep = Zo laten
    .news = Nieuwe kansen ook
    .no-news = Geen nieuwe kansen
    .other = Ander adres
    .end = Niet meer mailen
    .unclear = Kies wat je wilt.
email-ended = Klaar. We mailen je niet meer, en je e-mailadres is hier gewist. In dit gesprek hoor je nog wel van ons. Wil je dat ook niet? Typ dan “stop”.
email-news = Wil je een bericht krijgen bij nieuwe kansen? Je kunt altijd “stop” typen.
    .here = Ja, hier
    .mail = Ja, per e-mail
    .none = Nee
    .unclear = Kies waar je nieuws wilt. Of kies “Nee”.
email-news-on = Goed. Nieuws over nieuwe kansen komt per e-mail, en niet meer hier. Stoppen kan met de link in die e-mail, of met “stop”.
email-news-off = Goed. We mailen je geen nieuws over nieuwe kansen meer. Antwoorden en besluiten mailen we nog wel.
email-off = { $organisation } mailt niet vanuit dit gesprek. Je antwoord komt hier. Zo kom je terug: { $address }/chat/bewaar

# In de e-mail.
email-subject-confirm = Klopt je e-mailadres?
email-subject-welcome = Je krijgt nu ook e-mail
email-subject-receipt-interest = Je aanmelding is binnen
email-subject-receipt-question = Je bericht is verstuurd
email-subject-new = Nieuwe kans: { $title }
email-subject-reminder = Nog even: { $title }
email-subject-thanks = Bedankt: { $title }
email-subject-receipt-meeting = Je staat op de lijst
email-subject-meeting = Over een bijeenkomst
email-subject-receipt-change = Je aanmelding is veranderd
email-subject-receipt-plan = Je plan is binnen
email-subject-answer = Antwoord op je vraag
email-subject-corrected = Verbeterd antwoord op je vraag
email-subject-written = Bericht over je aanmelding
email-subject-talk = Nieuws over je aanmelding
email-subject-invited = Uitnodiging voor een gesprek
email-subject-judged = Besluit over je aanmelding
email-subject-withdrawn = Je aanmelding is ingetrokken
email-subject-decided = Er is besloten
email-subject-closed = Reageren kan niet meer
email-subject-explored = De kans waarover je meedacht, is open
email-subject-called-off = Deze kans is ingetrokken
email-subject-change = Er is iets veranderd
email-subject-other = Bericht over je aanmelding of vraag
email-confirm =
    Hallo,

    Iemand vroeg in het gesprek met { $organisation } om e-mail op dit adres. Was jij dat? Klik dan op de knop.

    Was jij het niet? Dan hoef je niets te doen. We sturen je verder niets.
email-welcome =
    Hallo,

    Je e-mailadres klopt. Antwoorden, besluiten en berichten over jouw aanmelding sturen we nu ook hierheen.
email-receipt-meeting =
    Hallo,

    Je staat op de lijst voor een bijeenkomst over “{ $title }”.
    Wanneer: { $when }
    Waar: { $where }
    In je agenda: { $address }/bijeenkomsten/{ $id }.ics

    Kun je toch niet? Typ dan “mijn aanmeldingen” in je gesprek.
email-standing-lead = Hier deed je al mee:
email-standing = { $title } (nummer { $reference })
email-do-confirm = Ja, dit is mijn e-mailadres
email-do-read = Lees verder
email-do-talk = Naar je gesprek
email-private = Deze e-mail is alleen voor jou. Wie hem heeft, kan je gesprek openen.
email-about = Antwoorden kan niet op deze e-mail, wel in je gesprek. Je krijgt deze e-mail omdat je hem hebt gevraagd.
email-about-confirm = Dit is een automatische e-mail van { $organisation }. De link werkt twee dagen.
email-about-news = Je krijgt deze e-mail omdat je nieuws over nieuwe kansen wilde. Geef hem gerust door.
email-leave = Geen e-mail meer ontvangen
email-leave-news = Geen nieuwe kansen meer per e-mail
