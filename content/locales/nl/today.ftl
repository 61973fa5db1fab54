# Wat `kansenbode today` laat zien: wat er wacht op iemand van de gemeente.

today-count =
    { $count ->
        [0] Er wacht niets.
        [one] Er wacht één ding.
       *[other] Er wachten { $count } dingen.
    }{ $late ->
        [0] {""}
        [one] {" "}Daarvan is er één te laat.
       *[other] {" "}Daarvan zijn er { $late } te laat.
    }
today-promised = Beloofd voor { $answer_by }
today-late = TE LAAT: beloofd voor { $answer_by }
today-since = Wacht sinds { $since }
today-about = { $what }: { $title } ({ $tender_id })
today-kind = soort
    .interest = Nieuwe aanmelding
    .plan = Plan dat is ingestuurd
    .question = Vraag
    .human = Bericht voor een medewerker
    .talk = Gesprek dat een collega heeft overgenomen
    .candidate = Iemand anders heeft ook belangstelling
    .explore = Iemand dacht mee over een concept
    .decision = Goedgekeurd besluit dat is vastgehouden: er kwam iets tussen
    .vacancy = Een gekozen partij is afgevallen, en er is een reserve
    .unconfirmed = Een gekozen partij heeft niet op tijd ja of nee gezegd
    .draft = Campagne, nog niet goedgekeurd
    .paused = Campagne die stilstaat
    .late = Campagne die te laat is
    .backup = Er komt geen nieuwe kopie van de database
    .tick = Werk dat de server vanzelf doet, lukt niet
    .mail = E-mail aan collega’s die de mailserver niet aanneemt: { $count }
    .row = Rijen die de server overslaat: { $count }
    .card = Kaart op een buurtplek, niet aangekomen: { $count }
    .edit = Verandering van een kaart, niet aangekomen: { $count }
    .notice = Bericht over een kans of vraag, niet aangekomen: { $count }
    .reply = Antwoord in een gesprek, niet aangekomen: { $count }
    .campaign = Bericht van een campagne, niet aangekomen: { $count }
    .turn = Bericht van iemand dat in een gesprek misging: { $count }
