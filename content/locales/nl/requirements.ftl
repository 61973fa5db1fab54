requirements-kind = Wie ben je? Dan noem ik alleen wat voor jou geldt.
    .unsure = Weet ik niet
    .unclear = Kies wat het beste past. Twijfel je? Kies dan “Weet ik niet”.
requirements-none = Er zijn geen vaste eisen voor jou.
requirements-can =
    Dit vragen we: { $text }

    Lukt dat?
    .fine = Dat lukt
    .unmet = Dit lukt ons niet
    .help = Dit is een eis van de gemeente. Kun je eraan voldoen, dan lukt het. Zo niet, dan zeg ik of het ook anders kan.
    .unclear = Kies “Dat lukt” of “Dit lukt ons niet”.
requirements-instead =
    Geen probleem, dan kan het anders. { $instead }

    Lukt het zo wel?
    .instead = Ja, zo lukt het
    .unmet = Nee, ook niet
    .help = Dit mag in plaats van wat we net vroegen. Lukt dit ook niet? Je kunt toch meedoen.
    .unclear = Kies “Ja, zo lukt het” of “Nee, ook niet”.
requirements-noted = Goed dat je het zegt. De gemeente telt dit, en kijkt of het anders kan.
requirements-fine = Dat is alles wat we vragen, en alles lukt. Je kunt meedoen.
requirements-done =
    Dat is alles wat we vragen. Wat lukt: { $met } van { $all }. Je kunt toch meedoen.
    { $lines }
requirements-other = Dit kan anders: { $value }
requirements-open = Hiernaar kijkt de gemeente nog: { $value }
requirements-along = De gemeente ziet nu niet wie wat antwoordde. Meld je je aan, dan kies je of het meegaat.
requirements-add = Zal ik deze antwoorden bij je aanmelding zetten? Medewerkers van { $organisation } lezen ze dan.
    .unclear = Typ ja om ze bij je aanmelding te zetten. Typ nee om dat niet te doen.
requirements-added = Ze staan nu bij je aanmelding.
requirements-left = Goed, ze gaan nergens heen. De gemeente ziet niet wie wat antwoordde.
