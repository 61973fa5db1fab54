interest-already = Je hebt je al aangemeld voor “{ $title }”. Die aanmelding staat er nog.
interest-already-next = Wat wil je doen?
    .see = Mijn aanmelding zien
    .new = Nog iemand aanmelden
    .unclear = Kies “Mijn aanmelding zien” als je iets wilt toevoegen.
interest-kind = Fijn! Doe je mee …
    .alone = alleen
    .group = met een groep
    .organisation = voor een organisatie
    .short = Alleen of samen
    .named = =alleen/samen/groep/organisatie | niet/nee voor/met/een/namens/als groep/organisatie/stichting/bedrijf/buren | niet alleen | voor/met/namens/als toch groep/organisatie/mezelf/alleen | alleen of samen | toch alleen/samen | doe/kom ik alleen
    .unclear = Kies: alleen, met een groep, of voor een organisatie.
    .help = Ben je met buren of vrienden? Kies dan “met een groep”. Een groep hoeft geen naam of papieren te hebben.
interest-formal =
    Goed om te weten: bij deze kans beslist de officiële procedure. Lees er hier meer over:
    { $notice }

    Je kunt je hier wel melden. Zo weet de gemeente wie je bent en wat je kunt doen.
interest-formal-organisation = Doe ook mee aan de officiële procedure. Je aanmelding hier komt niet in de plaats daarvan.
interest-as-partner = Goed om te weten: deze kans is vooral voor bewoners. Jullie doen mee als partner van de bewoners.
interest-combined = Goed om te weten: bewoners en organisaties doen hier samen mee. { $leads }
interest-together = Hier werk je altijd samen met anderen. Heb je nog niemand? Je mag je toch melden. Zet erbij met wie je wilt samenwerken, of wie je nog zoekt.
interest-own-name = Hoe mogen we je noemen? Alleen je voornaam is genoeg.
    .short = Je naam
    .named = naam* | heet ik/niet | noem/noemen me/mij | gespeld*
    .unclear = Typ alleen een naam. Het hoeft niet je echte naam te zijn.
interest-group-name = Hoe heet jullie groep? Een eigen naam mag, jullie straat ook.
    .nameless = Nog geen naam
    .help = Bijvoorbeeld: buren van de Lindenstraat. Hebben jullie nog geen naam? Kies dan “Nog geen naam”.
    .short = De naam van de groep
    .named = naam* | naam* groep* | groepsnaam* | heet/heten we/wij/groep*/niet | noem/noemen we/ons/wij | gespeld*
    .unclear = Typ een naam voor jullie groep. Jullie straat mag ook.
interest-name = Hoe heet je organisatie?
    .short = Naam organisatie
    .named = naam* | naam* organisatie*/bedrijf/stichting/vereniging | heet/heten we/wij/organisatie/niet | gespeld*
    .unclear = Typ de naam van je organisatie.
interest-sort = Wat voor organisatie is het?
    .short = Soort organisatie
    .named = soort organisatie* | soort* | geen stichting/vereniging/bedrijf/school
    .unclear = Kies wat het beste past.
interest-give = Wat wil je doen of meebrengen? Een paar zinnen is genoeg.
    .short = Wat je doet
    .named = wat/waarmee ik/we/wij/je/jullie doe/doen/doet/ga/gaan/breng/brengen/geef/geven/help*/kan/kunnen/wil/willen | meebreng*/meenem*/meeneem*/meegebracht | tekst/omschrijving/bijdrage/aanbod
    .help = Denk aan tijd, handen, gereedschap, kennis of een plek. Bijvoorbeeld: wij zijn met zes buren en hebben elke zaterdag tijd.
interest-summary = Dit ga ik opslaan:
    Kans: { $title }
    Naam: { $party } ({ $sort })
    Wat je doet of meebrengt: { $give }

    Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van { $organisation } kunnen dit lezen.
interest-over = Jammer, “{ $title }” is intussen afgelopen. Wat je hier typte, is niet verstuurd.
interest-sure = Klopt dit?
    .yes = Ja, opslaan
    .no = Nee, veranderen
    .unclear = Typ ja om op te slaan. Typ nee om iets te veranderen.
interest-thanks = Gelukt, je aanmelding is binnen! Je code is { $reference }. Bewaar die goed.

    { $official } leest je bericht. Je hoort uiterlijk { $answer_by } van ons.
interest-again = Je had je hier al eens aangemeld, en dat ingetrokken. Wat je toen nog meer vertelde, staat er weer bij. Typ “mijn aanmeldingen” om het te lezen of te veranderen.
interest-more = Wil je nog iets meer vertellen? Het zijn nog { $count } korte vragen, ongeveer { $minutes ->
    [one] één minuut
   *[other] { $minutes } minuten
 }. Overslaan mag altijd.
    .yes = Ja, graag
    .no = Nee, het is goed
    .unclear = Typ ja voor de korte vragen. Typ nee als het zo goed is.
interest-people = Met hoeveel mensen zijn jullie ongeveer?
    .short = Aantal mensen
interest-parts = Wil je één onderdeel doen, of meer? Kies er een, of typ welke.
    .short = Onderdelen
    .unclear = Kies een onderdeel. Wil je er meer? Typ ze dan met een komma ertussen.
interest-area = Waar doe je het liefst iets? Noem een plek of een straat.
    .short = Waar
interest-needs = Wat heb je van de gemeente nodig?
    .short = Wat je nodig hebt
interest-partners = Met wie zou je graag samenwerken?
    .short = Met wie
interest-second = Is er nog iemand bij jullie die mee mag lezen en antwoorden? Dan geef ik je een code voor die persoon.
    .unclear = Typ ja voor een code. Typ nee als je dit alleen doet.
interest-invitation = Geef deze code aan je tweede contactpersoon: { $code }. Of stuur deze link: { $address }/c/{ $code }. De code werkt één keer, binnen zeven dagen.
interest-news = Wil je hier een bericht krijgen bij nieuwe kansen? Je kunt altijd “stop” typen.
    .unclear = Typ ja als je berichten wilt. Typ nee als je ze niet wilt.
interest-named = Mag de naam van je organisatie na het besluit in het openbare verslag staan? Zonder je ja blijft die eruit.
    .short = Naam in verslag
    .unclear = Typ ja als de naam in het openbare verslag mag. Typ nee als dat niet mag.
interest-reach = Hoe kunnen we je nog meer bereiken? Typ een e-mailadres of telefoonnummer als je dat wilt. Alleen medewerkers zien het.
    .short = Hoe we je bereiken
    .unclear = Daarin zie ik geen e-mailadres of telefoonnummer. Typ er een, of kies een knop.
interest-reached = Zo bereiken we je: { $reach }.
interest-mail = Wil je een e-mail als er antwoord is? Typ dan “mail mij”.
interest-end = Dank je wel! We weten nu genoeg.
interest-page = Wil je later verder, ook op een ander apparaat? Bewaar dan de link naar dit gesprek.
    .page = { $address }/chat/bewaar
    .read = Bewaar de link
interest-chat = Verder in { $channel } kan ook. Deze link werkt een kwartier: { $link }
