notice-answer = Er is antwoord op een vraag.
    Vraag: { $question }
    Antwoord: { $answer }
notice-answer-about = Er is antwoord op een vraag over de kans “{ $title }”.
    Vraag: { $question }
    Antwoord: { $answer }
notice-corrected = Een antwoord dat je van ons kreeg, klopte niet. Zo is het goed.
    Vraag: { $question }
    Antwoord: { $answer }
notice-corrected-about = Een antwoord over de kans “{ $title }” klopte niet. Zo is het goed.
    Vraag: { $question }
    Antwoord: { $answer }

# Wat er met een kans gebeurde, voor iedereen die zich heeft aangemeld.
notice-change = Er is iets veranderd bij de kans “{ $title }”.
notice-open = De kans “{ $title }” is weer open. Mensen kunnen zich weer aanmelden.
notice-closed = De kans “{ $title }” is nu gesloten. Nieuwe mensen kunnen zich niet meer aanmelden.
notice-stays = Je aanmelding blijft staan.
notice-withdrawn = De gemeente gaat niet door met de kans “{ $title }”. Dank je wel dat je wilde meedoen.
notice-decided = De gemeente heeft besloten over de kans “{ $title }”. { $asked ->
    [yes] { $agreed ->
        [one] Er is één partij gekozen.
       *[other] Er zijn { $agreed } partijen gekozen.
     }
   *[no] { $agreed ->
        [0] Er is met niemand een afspraak gemaakt.
        [one] Er is met één partij een afspraak gemaakt.
       *[other] Er is met { $agreed } partijen een afspraak gemaakt.
     }
 }
notice-facts = Dit is anders: { $facts }.
notice-until = Reageren kan nu tot en met { $until }.
notice-reason = De reden: { $reason }
    .in = De reden, in het { $spoken }: { $reason }
    .known = De reden las je al in een eerder bericht.
notice-ask = Heb je daar vragen over? Typ “medewerker”.
notice-ask-why = Wil je weten waarom? Typ “medewerker”.
notice-look = Typ “menu” en kies “Mijn aanmeldingen” om de kans te bekijken. Wil je niets meer horen? Typ “stop”.

notice-written = Een bericht van de gemeente over de aanmelding van { $party } voor de kans “{ $title }”:

    { $text }

    Antwoorden? Kies “Antwoorden”, of typ “medewerker”.
    .reply = Antwoorden

# Bij een besluit: hoe het met de eigen aanmelding staat.
notice-chosen = Goed nieuws: met { $party } is een afspraak gemaakt. Wil je iets vragen of afspreken? Typ dan “medewerker”.
notice-chosen-asked = Goed nieuws: { $party } is gekozen. Wil je iets vragen of afspreken? Typ dan “medewerker”.
notice-confirm = Doet { $party } mee? Laat het weten, uiterlijk { $until }. Kies of typ “Ja, we doen het” of “Nee, toch niet”. Eén antwoord per partij is genoeg.
    .confirm = Ja, we doen het
    .decline = Nee, toch niet
    .confirm-of = Ja, { $party }
    .decline-of = Nee, { $party }
notice-confirm-remind = { $party } is gekozen bij de kans “{ $title }”. We weten nog niet of jullie het gaan doen.
notice-not-chosen = Met { $party } is helaas geen afspraak gemaakt.
notice-reserve = { $party } staat op de reservelijst. Valt er een partij af, dan hoor je het van ons. Je hoeft nu niets te doen.
notice-place = De plek op de reservelijst: { $place }.
notice-amount = Het bedrag: { $amount }.
notice-together = Dit gaat samen met een andere partij. Een medewerker brengt jullie met elkaar in contact.
notice-objection = Ben je het niet eens met dit besluit? Dan kun je bezwaar maken, tot en met { $until }. Schrijf een brief. Noem je naam, je adres en de datum. Zeg over welk besluit het gaat, en waarom je het er niet mee eens bent. Zet je handtekening eronder. Stuur de brief naar: { $where }
notice-still-new = De aanmelding van { $party } is nog nieuw. Wil je er meer over weten? Typ “medewerker”.
notice-still-in_talk = De gemeente praat nog met { $party }. Wil je er meer over weten? Typ “medewerker”.
notice-still-invited = { $party } is nog uitgenodigd. Wil je er meer over weten? Typ “medewerker”.

# Wat er met één aanmelding gebeurde, voor de mensen van die partij.
notice-in_talk = De gemeente wil met { $party } verder praten over de kans “{ $title }”. Typ “medewerker” om te antwoorden.
notice-invited = Goed nieuws! { $party } is uitgenodigd voor de volgende stap bij de kans “{ $title }”. Wil je iets vragen of afspreken? Typ dan “medewerker”.
notice-invited-plan = Goed nieuws! { $party } mag een plan schrijven voor de kans “{ $title }”. Dat kan tot en met { $until }. In het plan vertel je: { $asks } Iedereen die is uitgenodigd, krijgt dezelfde vragen en heeft evenveel tijd. Kies “Plan schrijven”, of typ “mijn plan”.
    .write = Plan schrijven
notice-plan-remind = Je kunt het plan van { $party } voor de kans “{ $title }” nog insturen tot en met { $until }. Typ “mijn plan” om verder te gaan.
    .write = Verder met het plan
notice-agreed = Goed nieuws! De gemeente gaat samen met { $party } verder bij de kans “{ $title }”. Wil je iets vragen of afspreken? Typ dan “medewerker”.
notice-agreed-asked = Goed nieuws! De gemeente wil de kans “{ $title }” samen met { $party } gaan doen. Wil je iets vragen of afspreken? Typ dan “medewerker”.
notice-on-reserve = { $party } staat op de reservelijst voor de kans “{ $title }”. Valt er een partij af, dan hoor je het van ons.
notice-moved-up = Bij de kans “{ $title }” is een partij afgevallen. De eerste van de reservelijst is gevraagd, dus de anderen schuiven op.
    .place = { $party } staat nu op plek { $place } van de reservelijst.
    .wait = Je hoeft nu niets te doen. Valt er weer een partij af, dan hoor je het van ons.
notice-stepped-back = Je liet weten dat { $party } niet meer meedoet met de kans “{ $title }”. Dank je wel dat je het zei. De gemeente heeft nu een partij van de reservelijst gevraagd.
notice-declined = De gemeente gaat bij de kans “{ $title }” helaas niet verder met { $party }. Dank je wel voor je idee.
notice-taken-back = De aanmelding van { $party } voor de kans “{ $title }” is ingetrokken. Klopt dat niet? Typ “medewerker”.

# Wat een van de contactpersonen van een partij deed, voor de anderen.
notice-others-joined = { $party } heeft er een contactpersoon bij. Die leest mee en mag antwoorden. Ken je diegene niet? Typ “medewerker”.
notice-others-signed-up = Iemand van { $party } heeft jullie aangemeld voor de kans “{ $title }”. Typ “mijn aanmeldingen” om het te lezen.
notice-others-changed = Iemand van { $party } heeft iets veranderd in jullie aanmelding voor de kans “{ $title }”. Typ “mijn aanmeldingen” om het te lezen.
notice-others-withdrew = Iemand van { $party } heeft jullie aanmelding voor de kans “{ $title }” ingetrokken. Klopt dat niet? Typ “medewerker”.

# Over een bijeenkomst, voor wie komt of zich heeft aangemeld.
notice-meeting = Er komt een { $what } over de kans “{ $title }”.
    Wanneer: { $when }
    Waar: { $where }

    Kom je ook? Kies “Aanmelden”, of typ “bijeenkomst”.
    .look = Aanmelden
notice-meeting-changed = Let op: er is iets veranderd aan de { $what } over de kans “{ $title }”. Zo is het nu:
    Wanneer: { $when }
    Waar: { $where }

    Kun je dan niet? Kies “Bekijken”, of typ “mijn aanmeldingen”.
    .look = Bekijken
notice-meeting-cancelled = De { $what } over de kans “{ $title }” gaat niet door. Het gaat om: { $when }, { $where }.

    De reden: { $reason }
notice-meeting-seated = Goed nieuws: er is plek voor je bij de { $what } over de kans “{ $title }”.
    Wanneer: { $when }
    Waar: { $where }
    In je agenda: { $address }/bijeenkomsten/{ $id }.ics

    Kun je toch niet? Kies “Bekijken”, of typ “mijn aanmeldingen”. Dan kan iemand anders komen.
    .look = Bekijken
notice-meeting-reminder = Tot snel bij de { $what } over de kans “{ $title }”!
    Wanneer: { $when }
    Waar: { $where }

    Kun je toch niet? Kies “Bekijken”, of typ “mijn aanmeldingen”. Dan kan iemand anders komen.
    .look = Bekijken
notice-others-confirmed = Iemand van { $party } heeft gezegd dat jullie het doen, bij de kans “{ $title }”. Er is nu een afspraak. Klopt dat niet? Typ “medewerker”.
notice-others-plan = Iemand van { $party } heeft iets veranderd in jullie plan voor de kans “{ $title }”. Typ “mijn plan” om het te lezen.
notice-others-plan-sent = Iemand van { $party } heeft jullie plan voor de kans “{ $title }” ingestuurd. Typ “mijn plan” om het te lezen.

# Wie meedacht over een concept, of wilde horen wanneer het opengaat.
notice-explored = Je dacht mee over de kans “{ $title }”. Die is nu open: je kunt je aanmelden.
notice-followed = Je wilde het horen: de kans “{ $title }” is nu open. Je kunt je aanmelden.
notice-explored-off = De kans “{ $title }” gaat niet door. Dank je wel dat je meedacht of haar volgde.
notice-explored-gone = Je zei dat dit niet lukt. Zo vragen we het niet meer: { $texts }
notice-explored-eased = Je zei dat dit niet lukt. Het mag nu ook anders: { $texts }
notice-explored-stays = Je zei dat dit niet lukt. Toch blijven we dit vragen: { $texts }
notice-explored-same = Verder is er niets veranderd sinds je het las.
notice-explored-because = De gemeente zegt erbij: { $reason }
notice-explored-look = Lees hoe het nu is, en doe mee: { $address }/kansen/{ $id }
