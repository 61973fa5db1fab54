interest-kind = Fijn! Doe je mee …
    .alone = alleen
    .group = met een groep
    .organisation = voor een organisatie
    .short = Alleen of samen
    .unclear = Kies: alleen, met een groep, of voor een organisatie.
    .help = Ben je met buren of vrienden? Kies dan “met een groep”. Een groep hoeft geen naam of papieren te hebben.
interest-formal = Goed om te weten: bij deze kans beslist de officiële procedure. Die staat hier: { $notice } Je kunt je hier wel melden. Dan zoeken we met jou naar partners.
interest-as-partner = Goed om te weten: deze kans is vooral voor bewoners. Jullie kunnen meedoen als partner van hen.
interest-combined = Goed om te weten: bewoners en organisaties doen hier samen mee. { $leads }
interest-together = Goed om te weten: hier werk je altijd samen met anderen. Je mag je nu alleen melden. Wij helpen je om partners te vinden.
interest-own-name = Hoe mogen we je noemen? Alleen je voornaam is genoeg.
    .short = Je naam
interest-group-name = Hoe heet jullie groep? Nog geen naam? Schrijf dan bijvoorbeeld: buren van de Lindenstraat.
    .short = De naam van de groep
interest-name = Hoe heet je organisatie?
    .short = Naam organisatie
interest-sort = Wat voor organisatie is het?
    .short = Soort organisatie
    .unclear = Kies wat het beste past.
interest-give = Wat willen jullie doen of meebrengen? Een paar zinnen is genoeg.
    .short = Wat je doet
    .help = Denk aan tijd, handen, gereedschap, kennis of een plek. Bijvoorbeeld: wij zijn met zes buren en hebben elke zaterdag tijd.
interest-summary = Dit ga ik opslaan:
    Kans: { $title }
    Naam: { $party } ({ $sort })
    Wat je doet of meebrengt: { $give }

    Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van { $organisation } kunnen dit lezen.
interest-sure = Klopt dit?
    .yes = Ja, opslaan
    .no = Nee, veranderen
    .unclear = Typ ja om op te slaan. Typ nee om iets te veranderen.
interest-thanks = Gelukt, je aanmelding is binnen! Je code is { $reference }. Bewaar die goed.

    { $official } leest je bericht. Je hoort uiterlijk { $answer_by } van ons.
interest-more = Wil je nog iets meer vertellen? Het zijn een paar korte vragen, en overslaan mag altijd.
    .yes = Ja, graag
    .no = Nee, het is goed
interest-people = Met hoeveel mensen zijn jullie ongeveer?
interest-parts = Wil je één onderdeel doen, of meer? Kies er een, of typ de nummers.
    .unclear = Kies een onderdeel, of typ de nummers met een komma ertussen.
interest-area = Is er een plek of straat waar je het liefst iets doet?
interest-needs = Wat heb je van de gemeente nodig?
interest-partners = Met wie zou je graag samenwerken?
interest-second = Is er nog iemand bij jullie die mee mag lezen en antwoorden? Dan geef ik je een code voor die persoon.
interest-invitation = Geef deze code aan je tweede contactpersoon: { $code }. Die typt hem hier in een eigen gesprek. De code werkt één keer, en zeven dagen lang.
interest-show-name = Mogen andere mensen die meedoen je naam zien? Zo kunnen jullie elkaar vinden.
interest-news = Wil je hier een bericht krijgen bij nieuwe kansen in je buurt? Je kunt altijd “stop” typen.
interest-reach = Hoe kunnen we je nog meer bereiken? Typ een e-mailadres of nummer als je dat wilt. Alleen medewerkers zien het.
interest-end = Dank je wel! Alles staat klaar.
