opportunity-card = { $title }
    .text = { $summary }
    .where = Waar
    .money = Geld
    .duration = Hoe lang
    .until = Reageren tot en met
    .page = { $address }/kansen/{ $id }
    .picture = { $address }/kansen/{ $id }/beeld.png?taal=nl&beeld={ $drawn }
    .read = Alles lezen
opportunity-listed = { $title }
    .where = Waar
    .money = Geld
    .duration = Hoe lang
    .until = Tot en met
    .page = { $address }/kansen/{ $id }
    .read = Alles lezen
opportunity-only-in = (alleen in het { $spoken })
opportunity-intention = Wij verwachten dat maar één partij dit kan. Kun jij het ook? Laat het weten.
opportunity-exploring = Dit is nog een concept. Lees het, en zeg wat jou niet lukt of wat er mist. Aanmelden kan pas als de kans open is.
opportunity-early = Fijn dat je wilt meedoen! Aanmelden kan nog niet: dit is een concept. Kies “Hou me op de hoogte”, dan hoor je het zodra het kan.
opportunity-followed = Goed, je hoort het zodra de kans open is. Wil je niets meer horen? Typ “stop”.
opportunity-more = { $description }
    .page = { $address }/kansen/{ $id }
    .read = Alles lezen
opportunity-page = { "" }
    .page = { $address }/kansen/{ $id }
    .read = Alles lezen
opportunity-nothing = Daar staat bij deze kans niets over. Vraag het gerust.
opportunity-where = Waar: { $places }.
opportunity-form = Vorm: { $arrangement }.
opportunity-money = Geld: { $value } voor de hele tijd.
opportunity-when = Start: { $start }. { $duration ->
    [none] { "" }
   *[other] Hoe lang: { $duration }.
 }
opportunity-until = Reageren kan tot en met { $until }.
opportunity-two-steps = Dit gaat in twee stappen. Eerst meld je je aan. De gemeente kiest wie daarna een plan mag schrijven, tot en met { $until }.
opportunity-role = Rol van de gemeente: { $role }.
opportunity-brings = De gemeente helpt met: { $what }.
opportunity-formal = { $direction ->
    [formal] Dit is een officiële aanbesteding. Meedoen hier is geen offerte. { $notice ->
        [none] { "" }
       *[other] De officiële stukken staan op { $notice }
     }
   *[other] Meedoen hier is geen offerte. { $notice ->
        [none] { "" }
       *[other] De aankondiging staat op { $notice }
     }
 }
opportunity-together = Hier werk je altijd samen met anderen.
opportunity-parts = Je kunt kiezen uit: { $titles }. Eén mag, meer mag ook.
opportunity-weighs = Hier letten we op, en zo zwaar telt het:
    { $points }
opportunity-good = Goed om te weten: kies een onderwerp.
opportunity-good-words = { $words }
opportunity-contact = Wil je iemand spreken? { $official } van de gemeente helpt je. Typ “medewerker”.
opportunity-answers = Dit vroegen anderen al:
opportunity-answer = Vraag: { $question }
    Antwoord: { $answer }
opportunity-share =
    Leuk dat je het doorgeeft! Stuur deze link:
    { $address }/c/{ $code }

    Of noem de code: { $code }
opportunity-closed = Je kunt hier niet meer op reageren. De kans is { $state }.
opportunity-next = Wat wil je doen?
    .join = Ik doe mee
    .candidate = Ook belangstelling
    .more = Vertel meer
    .time = Tijd
    .money = Geld
    .decides = Wie beslist
    .good = Goed om te weten
    .parts = Onderdelen
    .weighs = Waar we op letten
    .responsible = Wie regelt wat
    .insurance = Verzekering
    .if-people-stop = Als iemand stopt
    .lent = Spullen lenen
    .allowance = Vergoeding
    .public-property = Grond en gebouw
    .agreements = Afspraken
    .requirements = Wat is er nodig?
    .meetings = Wanneer langskomen?
    .question = Ik heb een vraag
    .answers = Wat anderen vroegen
    .share = Doorgeven
    .others = Andere kansen
    .unclear = Kies wat je wilt doen. Meedoen? Typ dan “ik doe mee”.
opportunity-draft = Wat wil je doen?
    .explore = Denk mee
    .follow = Hou me op de hoogte
    .join = Ik doe mee
    .more = Vertel meer
    .time = Tijd
    .money = Geld
    .decides = Wie beslist
    .good = Goed om te weten
    .parts = Onderdelen
    .weighs = Waar we op letten
    .responsible = Wie regelt wat
    .insurance = Verzekering
    .if-people-stop = Als iemand stopt
    .lent = Spullen lenen
    .allowance = Vergoeding
    .public-property = Grond en gebouw
    .agreements = Afspraken
    .meetings = Wanneer langskomen?
    .question = Ik heb een vraag
    .answers = Wat anderen vroegen
    .share = Doorgeven
    .others = Andere kansen
    .unclear = Kies wat je wilt doen. Meedenken? Typ dan “denk mee”.
opportunity-over = Wat wil je doen?
    .meetings = Wanneer langskomen?
    .answers = Wat anderen vroegen
    .others = Andere kansen
    .unclear = Kies een antwoord.
