# Antwoorden op een vraag over een kans, uit wat er al gepubliceerd is.

answers-found = Dit staat bij deze kans:
    .page = { $address }/kansen/{ $number }
    .read = Alles lezen
answers-passage = “{ $text }”
answers-unnamed = Over “{ $thing }” lees ik niets bij deze kans. Het staat in geen eis.
answers-more = Niet genoeg? Vraag het dan aan de gemeente.

# Hoe mensen naar iets vragen. Geschreven als in listening.ftl.
answers-asked = waar een vraag over gaat
    .place = =waar | =waar is/ligt/zit/staat/gebeurt/vindt het/dat/dit/plaats | waar precies/ergens | adres/locatie/postcode/plattegrond | welke straat/buurt/wijk/plek
    .until = tot/voor wanneer/welke/hoelang reageren/aanmelden/inschrijven/opgeven/meedoen/kan/kun/moet | uiterlijk/uiterste/deadline/sluitingsdatum/einddatum/inschrijftermijn | hoelang/lang/tijd reageren/aanmelden/inschrijven/opgeven | sluit/sluiten inschrijving/aanmelding/wanneer/het/dit | laatste dag | =tot wanneer
    .when = wanneer/hoelaat begint/beginnen/start/starten/gaat/gaan/van | begindatum/startdatum/ingangsdatum/looptijd/duur | hoelang/lang/hoeveel/jaar duurt/duren/loopt/zit/vast/blijft/doorgaan | per wanneer | =wanneer/hoelang | =wanneer is het/dat/dit | tot wanneer duurt/loopt
    .time = hoeveel/veel/welke/wat tijd/uur/uren/dagen/dagdelen/avonden/werk | hoeveel/vaak per/elke/in week/maand/dag/jaar | hoe vaak | tijdsbesteding/tijdsinvestering/urenbelasting/belasting | welke dag/dagen/dagdeel/tijden/tijdstip* | tijd kost/kwijt/nodig/vraagt/steken | veel/druk werk is/het | =hoelaat
    .size = hoe groot/breed/oppervlakte | oppervlakte/grootte/omvang | hoeveel meter/vierkante/m2
    .age = leeftijd/leeftijdsgrens/minderjarig*/oud/kinderen/jongeren vanaf/hoe/welke/mag/mogen/minimum*/moet/kunnen/is/ook | leeftijd*
    .money = hoeveel/wat/welk geld/budget/euro/subsidie/bedrag | budget/subsidie/begroting/financiering/vergoed*/bekostig* | krijgen/krijg/is/geeft/betaalt er/we/wij/ik/je geld | wie/wat betaalt/financiert | euro*
    .rate = uurtarief/tarief*/uurprijs/uurloon/uurvergoeding | hoeveel/wat euro/betaal*/krijg*/verdien*/vangt/levert uur/op/per | hoeveel/wat verdien* | prijs/bedrag/loon/vergoeding uur
    .costs = kost/kosten/betalen hoeveel/wat/iets/geld/moet/ons/mij/deelname/eigen/zelf/er | onkosten/kosten/contributie/bijdrage/reiskosten
    .decides = wie/kunnen/mogen/mag/hoe beslis*/bepaal*/kiest/kiezen/besluit*/zeggenschap/stem*/inspraak | zeggenschap/inspraak/medezeggenschap/beslis*/meebeslissen/meebepalen/meepraten | wie gaat daarover/erover | heb/hebben/krijgen iets/wat/stem/inspraak te/zeggen
    .leads = wie/mag/mogen/kan leid*/leiding/trekt/trekker/voorzitter/baas/hoofd | leiding/leider/trekker/kartrekker/penvoerder/hoofdaannemer
    .role = wat/welke doet/rol/helpt/taak gemeente/jullie | rol gemeente
    .requirements = eis/eisen/voorwaarde*/vereist*/criteria | wat nodig | moet/moeten/hoef/hoeft/hoeven/heb ik/je/we/wij diploma*/ervaring/verstand/kvk/vog/papieren/rekening/stichting/rechtsvorm/opleiding/rijbewijs/kennis/bestuur | wat verwacht*/vraagt/vragen/vraag/moet jullie/u/gemeente/kunnen/van/ons/mij | diploma*/ervaring/vog/kvk/opleiding/leeftijd/rechtsvorm nodig/hebben/vereist/verplicht/moet/eis | =wie mag/mogen/kan/kunnen meedoen/aanmelden/reageren | mag/mogen/kan/kunnen iedereen/bedrijf/bedrijven/stichting/vereniging/groep/alleen meedoen/aanmelden/reageren/doen
    .contact = contactpersoon/aanspreekpunt | wie kan/moet bellen/mailen/benaderen/spreken/bereiken/terecht | wie is/gaat contact*/hierover/over/ambtenaar | contact* wie/met/gegevens
    .parts = onderdeel/onderdelen/deel/delen/perceel/percelen/deeltaak/deeltaken/stuk/stukje welk*/alleen/een/kiezen/los/apart/gedeelte/zijn | welke/wat taken/werkzaamheden/klussen/werk | =wat moet/moeten/kan/kunnen ik/we/wij/er doen/gebeuren
    .contributions = wat/waarmee/hoe geeft/levert/regelt/helpt/biedt/brengt/steun*/ondersteun* gemeente/jullie | hulp/steun/ondersteuning/begeleiding krijgen/krijg/gemeente/is/van
    .arrangement = contract/overeenkomst/contractvorm/huurcontract/pacht soort/wat/welke/krijgen/tekenen/komt/is | vorm welke/wat/afspraak
    .together = samenwerk*/partner*/samen moet/moeten/verplicht/kan/mag/met/mogen | moet/mag/kan alleen/samen/zelfstandig | combinatie/consortium/coalitie
    .formal = aanbested*/offerte/inschrijving/tenderned/gunning/procedure/aankondiging | officiele/officieel stukken/procedure/aankondiging/aanbesteding
    .criteria = waar/waarop/hoe let/letten/beoordeel*/beoordelen/kies/kiezen/kiest/weeg*/gekozen/selecteer* jullie/gemeente/u/wordt/worden/op | beoordeling*/gunningscriteria/selectie*/beoordelingspunten
    .agreements = afspraken/contracten al/bestaande/lopende/huidige/gemaakt/zijn/welke | wie doet/deed/beheert/beheerde nu/eerst/eerder/hiervoor/huidige
    .responsible = verantwoordelijk*/aansprakelijk*/eigenaar/eigendom/onderhoud | wie zorgt/onderhoudt/regelt voor/onderhoud
    .insurance = verzeker*/verzekering/wa/ongeluk/ongeval/schade | gewond/valt/stuk/kapot als/iemand/wat/iets
    .if-people-stop = stoppen/stop/stopt/ophouden/opzeggen/opzegtermijn/opzegging/uitstappen als/tussentijds/eerder/mag/mogen/kan/kun/kunnen/wat/tijdens/ziek/verhuis* | tussentijds/opzegtermijn | ~als niet/geen/stopt/stoppen kan/lukt/zin/willen/meer | ziek als/word/ben/wordt
    .lent = gereedschap/spullen/materiaal/materialen/gereedschappen/machine*/maaier/handschoenen/schep* | lenen/leen/uitlenen/bruikleen/geleend | zelf meenemen/meebrengen/aanschaffen/kopen
    .allowance = vergoeding/vrijwilligersvergoeding/onkostenvergoeding/betaald/salaris/loon/verdien* | krijg/krijgen/word/worden/is betaald/geld/vergoeding/loon ervoor/voor/ik/je/we/wij
    .public-property = grond/gebouw/pand/ruimte/terrein/stoep van/gemeente/mag/mogen/gebruik* | open/toegankelijk iedereen | hek/schutting/slot/bouwen/plaatsen/neerzetten mag/mogen/kan

# Woorden waaraan een gepubliceerde zin te zien is waar die over gaat.
answers-said = waar een zin over gaat
    .place = nummer straat | adres | ligt/staat/zit aan/bij/tussen/achter
    .until = uiterlijk | reageren tot
    .when = begint/start op/in
    .time = uur/uren/dag/dagen/dagdeel/avond/avonden per/week/maand/jaar | om de week/maand | elke week/maand/zaterdag/avond
    .size = vierkante meter
    .age = jaar ouder/jonger | kinderen/jongeren/minderjarig*/leeftijd
    .money = gemeente geeft/betaalt/heeft euro | euro voor | euro jaar
    .rate = euro uur
    .costs = kost euro | huur euro | betaal* zelf/niets/eigen | eigen bijdrage
    .decides = beslis*/bepaal*/kiezen/kiest/stem*/stemmen samen/zelf/alle/over/mee | je/jullie bepaal*/kiest/kiezen zelf
    .leads = leiding
    .role = gemeente blijft/doet/helpt/is partner/mee/verantwoordelijk/opdrachtgever/met
    .requirements = eis/eisen | moet/moeten minstens/hebben/kunnen | voorwaarde*
    .contact = contactpersoon
    .parts = opdracht/werk bestaat stukken/delen/uit | kiest zelf wat
    .contributions = gemeente geeft/helpt/betaalt/levert/zorgt/regelt | leent/krijgt van ons/gemeente
    .arrangement = contract/overeenkomst/huur/bruikleen
    .together = alleen straat/vereniging/groep/kan | samenwerk*/samen* partij*/groep*/eis/anderen/met | niet alleen hoeft/hoef
    .formal = offerte | officiele stukken
    .criteria = letten beoordel*
    .agreements = contract*/afspraken stop*/lopen/nu
    .responsible = verantwoordelijk/eigenaar
    .insurance = verzeker*/verzekering
    .if-people-stop = stopt/stoppen bericht/vooraf/mag/kun/kan
    .lent = leent/lenen/gereedschap/bruikleen
    .allowance = vergoeding
    .public-property = iedereen open/huis/blijft

# Woorden die in zo'n vraag niets zeggen.
answers-small = woorden die op zichzelf niets zeggen
    .filler = na | half | gebeurt | gebeuren | mee | meedoen | doen | komen | kom | komt | mogen | moeten | hoef | hoeft | hoeven | krijg | krijgen | krijgt | precies | ongeveer | nodig | eigenlijk | straks | weten | weet | vraag | vragen | staat | dit | deze | kans | project | plan | ons | onze | hun | zij | ze | wie | waarom | wanneer | hoeveel | veel | per | tijdens | erbij | daarbij | ervoor | daarvoor | hiervoor | jullie | geven | geeft | vast | zitten | zit | verstand | keer | zo'n | want | gaat | worden | wordt | werkt | maken | allebei | mensen | iemand | wij | gebruiken | gebruik | bezig | was | val | betekent
    .things = vog/gedrag/gedragsverklaring | diploma/certificaat/getuigschrift | kvk/handelsregister | rijbewijs | ervaring | opleiding/cursus/training | rekening/bankrekening | rechtsvorm/statuten | bestuur | legitimatie/paspoort/identiteitskaart | contributie | verblijfsvergunning
