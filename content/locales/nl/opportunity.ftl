opportunity-card = { $title }. { $summary } { $until ->
    [none] { "" }
   *[other] Reageren kan tot en met { $until }.
 }
opportunity-only-in = (alleen in het { $spoken })
opportunity-more = { $description }
opportunity-where = Waar: { $places }.
opportunity-form = Vorm: { $arrangement }.
opportunity-money = Geld: { $value } voor de hele tijd.
opportunity-when = Start: { $start }. Hoe lang: { $duration }.
opportunity-role = Rol van de gemeente: { $role }.
opportunity-brings = De gemeente helpt met: { $what }.
opportunity-part = Onderdeel: { $title }. { $description } { $budget ->
    [none] { "" }
   *[other] Geld voor dit onderdeel: { $budget }.
 } { $say ->
    [none] { "" }
   *[other] Wie beslist mee: { $say }
 }
opportunity-together = Hier werk je altijd samen met anderen.
opportunity-criteria = Hier letten we op. Hoe hoger het getal, hoe zwaarder het telt.
opportunity-criterion = { $weight }%: { $text }
opportunity-contact = Wil je iemand spreken? { $official } van de gemeente helpt je. Typ “medewerker”.
opportunity-page = Alles bij elkaar, met wat er al is afgesproken: { $address }/kansen/{ $number }
opportunity-answers = Dit vroegen anderen al:
opportunity-no-answers = Er zijn nog geen vragen beantwoord. Stel gerust de eerste!
opportunity-answer = Vraag: { $question }
    Antwoord: { $answer }
opportunity-corrected = Dit antwoord is verbeterd op { $at }.
opportunity-share =
    Leuk dat je het doorgeeft! Stuur deze link:
    { $address }/c/{ $code }

    Of noem de code: { $code }
opportunity-closed = Je kunt hier niet meer op reageren. De kans is { $state }.
opportunity-next = Wat wil je doen?
    .join = Ik doe mee
    .more = Vertel meer
    .requirements = Wat vragen we?
    .question = Ik heb een vraag
    .answers = Vragen van anderen
    .share = Doorgeven
    .others = Andere kansen
    .unclear = Kies wat je wilt doen. Meedoen? Typ dan “ik doe mee”.
opportunity-over = Wat wil je doen?
    .answers = Vragen van anderen
    .others = Andere kansen
    .unclear = Kies een antwoord, of typ 1 of 2.
