forget-sure =
    Weet je het zeker? Ik wis dan op elk kanaal je berichten, je naam en hoe we je bereiken. Daarna kan niemand dat terughalen.

    Je open aanmeldingen vervallen. Zonder je naam bewaren we alleen dat ze er waren. Doen er meer mensen mee in je groep? Dan gaat de groep zonder jou verder.
    .yes = Ja, wis alles
    .no = Nee, bewaar het
    .unclear = Typ ja om alles te wissen. Typ nee om niets te wissen.
forget-called =
    Zonder jou gaat verder: { $groups }. Wat jullie opschreven, blijft staan, want het is van de groep.

    Staat je eigen naam daarin? Typ dan die naam, dan zoek ik hem op. Ik bewaar hem niet.
    .no = Nee, staat er niet
    .unclear = Typ alleen je naam, zoals die er staat. Typ nee als je naam er niet in staat.
forget-not-there = Die naam vind ik daar niet.
forget-group =
    Weet je het zeker? Ik wis op elk kanaal wat we van je hebben. Dat kan niet terug.

    Zonder jou gaat verder: { $groups }. Wat jullie opschreven, blijft staan, want het is van de groep. Daarin staat nog van jou: { $words }. Zal ik dat ook wissen? Dan staat daar straks “…”.
    .yes = Ja, wis ook dat
    .leave = Ja, laat dat staan
    .no = Nee, bewaar alles
    .unclear = Typ ja om alles te wissen. Typ 2 om alleen die woorden te laten staan. Typ nee om niets te wissen.
forget-done = Je gegevens zijn gewist. Niemand kan ze nog zien, en we weten niet meer wie je bent. Binnen een dag zijn ze ook van de schijf. Alleen in reservekopieën staan ze nog, tot we die weggooien. Dank je wel, en misschien tot ziens!
forget-kept = Goed, ik wis niets.
