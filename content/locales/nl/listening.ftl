# Hoe mensen zeggen wat ze willen. Tussen de streepjes staat steeds een zin van een paar woorden:
# in elke volgorde, met een paar andere woorden ertussen. Een schuine streep: het een of het ander.
# Een ster: het woord mag verder gaan. Een is-teken: alleen als er verder niets gezegd wordt.

listening-wish = wat iemand wil, bij elke vraag
    .link = =ander kanaal | verder/praten/kan/gaan via/op/in/met whatsapp/telegram/signal/app/telefoon/mobiel/computer/laptop/messenger | =whatsapp/telegram/signal | ander/andere kanaal/telefoon/apparaat/computer verder/gaan/op | koppel*/koppelen gesprek/telegram/kanaal | gesprek verder/meenemen telefoon/thuis/computer/laptop/later | appen kan/met jullie
    .stop = stop | stoppen | stopzetten | afmelden | uitschrijven | opzeggen | wil/willen/wou stoppen/ophouden/kappen
        | stop*/ophou*/hou/houd bericht*/berigt*/app*/mail*/sms*/whatsapp*/meldingen/sturen/stuur*
        | hou/houd/hoor/schei op/uit sturen/stuur* | =hou/houd/schei/kap op/uit/ermee/mee
        | geen bericht*/berigt*/app*/mail*/sms*/whatsapp*/nieuws/meldingen/reclame meer
        | geen bericht*/berigt*/app*/mail*/nieuws/meldingen krijgen/ontvangen/hebben/sturen/stuur*
        | niet/niets/niks/nooit meer app*/mail*/sturen/stuur*/stuurt/bericht*/ontvangen
        | niets/niks/niet/nooit meer horen/krijgen/hoeven jullie/u/van
        | niets/niks meer horen/ontvangen/krijgen | =wil/hoef/hoeft niet/niks/niets/nie meer | =doe niet meer mee
        | =wil geen bericht*/app*/mail* | meld*/afmeld* me/mij/mezelf af | meld*/melden/schrijf*/schrijven me/mij/mezelf af/uit
        | wil afmelden/uitschrijven/afgemeld/uitgeschreven | haal/halen/schrap/verwijder* me/mij/nummer lijst*/verzendlijst
        | laat/laten me/mij rust | val/vallen/vallt me/mij niet lastig | lastig gevallen/vallen niet/geen meer
        | bericht*/meldingen/app* uit/uitzetten/stopzetten/afzetten | stopzetten alles | alles stoppen/stop
        | spam me/mij/niet | abonnement opzeggen/stoppen
        | =ophouden/kappen/kap/stopp/uitzetten/blokkeer/blokkeren/weg/deblokkeren | wil/wou hier/ervan/er/lijst vanaf/af/uit/weg/vandaan | haal/haalt/halen me/mij/mezelf eraf/af/weg/uit/eruit/van | hou/houd/houdt/kap/kappen/stop/stoppen/ophouden ermee/mee/daarmee/hiermee | niet/niets/niks meer storen/gestoord/lastig/contacteren/benaderen/benaderd/mailen/appen/bellen/berichten/sturen/bericht*/toegestuurd/gestuurd | stuur/sturen/stuurt niets/niks/niet/geen meer/bericht*/mij/me | geen interesse/belangstelling meer/in/bericht*/hoor | =geen interesse/belangstelling | hoef/hoeft/hoeven geen/niet/niks/niets bericht*/meer/horen/ontvangen/nieuws/die/deze | krijg/krijgen/ontvang/ontvangen geen/niet/niks/niets meer/liever | blokkeer*/deactiveer* nummer/mij/me/bot/jullie/dit | bericht*/nieuws/app* stopgezet/stoppe/ongewenst/ongevraagd/zat/moe/beu | uitgeschreven/afgemeld worden | beeindig* gesprek/contact/dit/abonnement | ga/gaan weg | donder op | opt out | wil stop*/ophou*/eruit | geen contact meer/willen/opnemen | niks/niets meer ermee/mee/hiermee/daarmee doen/maken/hebben/te
    .forget = vergeet/vergeten me/mij | wis/wissen me/mij/alles | verwijder*/verwijdert/delete* me/mij | verwijder*/wis/wissen/delete*/weggooi*/gooi*/weghal*/weg/gewist/verwijderd gegevens/data/info/informatie/account/profiel/geschiedenis
        | verwijder*/wis/wissen/delete*/gooi/weg/haal/gewist/vergeet* alles/bericht*/gesprek*/chat*/naam/nummer/telefoonnummer/mailadres/adres jullie/mij/me/mijn/hebben/hebt
        | =verwijder*/delete*/wis/gooi alles | =gooi/haal alles weg | =alles moet/mag weg | =alles wissen/verwijder*/weg
        | niet/geen/niets/niks/nooit bewaren/bewaart/bewaar/onthouden/opslaan gegevens/data/mij/me
        | recht vergetelheid | uit/van systeem/bestand/database/computer halen/haal/verwijder*/wissen mij/me/mijn/gegevens
        | wil vergeten worden | nooit bestaan doe alsof
        | weg/weghalen/verwijder*/wissen/wis/vergeten/uitwissen/vernietig*/opgeruimd/schrap* gegevens/alles/bericht*/naam/data/info*/nummer/gesprek*/chat*/account/profiel mijn/me/mij/jullie/van/ik/over | alles/gegevens moet/moeten/mag/mogen/kan/kunnen weg/gewist/verwijderd/vernietigd/vergeten | niets/niks/geen bewaren/bewaard/bewaar/onthouden/opgeslagen/achterblijven/achterlaten/overblijven | =wissen/wis/verwijder/verwijderen/delete/vergeet | verwijder*/wis/haal/gooi mij/me/mijn uit/weg/alles/overal/helemaal | vergeet wie/alles/dat/mijn ik/me/mij/ben/gegevens/naam | ingevuld/getypt/geschreven/gezegd/gestuurd/verteld verwijder*/wis*/weg/weghalen/wissen/gewist | avg/gdpr verwijder*/wis*/verzoek/recht/vergetelheid
    .human = medewerker | =mens | =persoon | ambtenaar | klantenservice | medewerk*/mens/iemand/persoon/ambtenaar/collega/baas/chef spreken/spreek/praten/praat/bellen/bel/contact/overleg*/telefoon/chatten/kletsen
        | echt*/levend*/gewoon* mens/persoon/iemand/medewerk* | bel/bellen/belt/belle me/mij/terug | kunnen/kunt/kun/kan/willen/wilt/mag bellen me/mij
        | =kan/mag/wil bellen | word*/worden graag/terug gebeld/teruggebeld | teruggebeld/terugbel* | =bel | welk* nummer bellen | =telefoonnummer | telefoonnummer gemeente/jullie
        | geen/niet robot/bot/computer/automaat/machine/chatbot praten/spreken/tegen/met | =geen robot/bot/computer/chatbot
        | gemeente/gemeentehuis spreken/spreek/bellen/praten | contact opnemen gemeente/jullie/medewerk*/iemand/mens/persoonlijk | persoonlijk contact/gesprek/spreken
        | menselijk* contact/hulp | liever/wil/graag mens/iemand/persoon/medewerk* gemeente/echt/contact/aan de/lijn
        | iemand me/mij helpen/helpt/helpe/bellen/uitleggen | doorverbind*/doorverbonden/verbind* | verbind*/geef me/mij medewerk*/mens/iemand/collega/persoon
        | afspraak maken/gemeente/medewerk* | =wie kan/ken ik bellen/spreken
        | hulp/helpen van/door een/echt* mens/persoon/medewerk*/iemand | iemand/mens/medewerk*/persoon gemeente | wil/kan/mag/graag/liever iemand/medewerk*/mens spreken/spreek/praten/bellen/zien/langskomen/contact | langskomen/langs komen/balie/loket/gemeentehuis/stadhuis kan/mag/wil/bij | met iemand/mens/persoon/medewerk* | nummer/telefoonnummer bellen/bereiken/jullie/gemeente | bereik* jullie/gemeente | =iemand | bellen liever/graag/kunnen/gemeente | spreken/praten graag/liever/wil | praot* met mens/iemand
    .my-data = =mijn gegevens/data | wat/welke/hoeveel weten/weet/wete/hebben/hebt/heb/heeft/bewaren/bewaart/bewaard/opgeslagen/opslaan/onthouden/staat mij/me/mijn
        | gegevens/data/info/informatie/dossier mijn/mij/mijne zien/inzien/opvragen/bekijken/lezen/downloaden/krijgen/opvragen/inzage/laten
        | inzage/inzien gegevens/dossier | welke/wat gegevens/data/info/informatie hebben/hebt/heb/bewaren/bewaart/opgeslagen/staan jullie/u/je/over/van
    .privacy = privacy* | avg | =is dit/het/hier veilig/anoniem/vertrouwelijk | wat/waarvoor/hoe gebeurt/doen/doet/gebruik*/gaan/omgaan gegevens/data/informatie/bericht*
        | wie leest/lezen/ziet/zien/krijgt/inzien/meelezen/meekijken dit/bericht*/gegevens/mee/antwoord*/alles/nummer/naam/krijgt/kan/kunnen | =wie leest/ziet/lezen dit/mee
        | gegevens/data veilig/anoniem/doorgeven/doorverkop*/delen/verkopen | anoniem blijven/meedoen/doen
        | gedeeld/doorgegeven/doorverkocht/verkocht/openbaar/publiek/gepubliceerd wordt/word/worden/komt dit/gegevens/naam/nummer/adres | komt naam/nummer/adres op/internet/openbaar/krant/site | waarom/waarvoor wil*/moet*/heb*/nodig/vraag*/vraagt/vragen naam/nummer/telefoonnummer/mail*/adres/gegevens/e | wat doen/doe/gebeurt/gebruik* naam/nummer/telefoonnummer/mail*/adres/email* | hoelang/lang bewaren/bewaart/bewaard | geheim*/vertrouwelijk blijft/blijven/is/dit/houden | privacyverklaring | waar blijft/blijven/gaat gegevens/dit/bericht*/naartoe | moet*/verplicht naam/echte geven/zeggen/opgeven/noemen | mijn privacy
    .help = help | hulp | uitleg | hoe werkt/werk dit/het/dat/deze/chat* | wat kan/kun/ken/doe jij/je/hij/bot/chat* | =wat kan ik hier/doen | =wat is dit/deze/hier | =wat moet ik hier/doen/typen
        | hoe moet/gaat dit/het/chat* werken | wie/wat ben/bent/zijt jij/je/u/jullie | ben/bent robot/mens/echt/computer jij/je/u
        | hoe werkt/werk/gaat dit/het/dat/deze/alles/chat* | =wat/hoe nu/dan/verder | wat kan/ken ik/hier/allemaal met/vragen/typen | leg/uitleggen/uitleg uit/dit/hoe/kan/werkt | waar is/dient dit/deze chat*/voor/site | =wat is de bedoeling | snap/begrijp dit/deze chat*/app/site/systeem niet/niks
    .language = andere taal | taal/tale veranderen/wisselen/kiezen/switchen
        | praat/praten/praot/spreek/spreken/spreekt/schrijf/schrijven/typ/typen/verder engels/nederlands/turks/pools/arabisch/oekraiens/duits/frans/spaans/russisch
        | =engels/nederlands/turks/pools/arabisch/oekraiens/duits/frans/spaans/russisch | =in engels/nederlands/turks/pools/arabisch/oekraiens/duits/frans
        | geen/niet/slecht/weinig/beetje/goed/moeilijk nederlands/hollands spreek/praat/begrijp/kan/snap/lees/versta/praten/spreken
        | kan/mag engels/turks/pools/arabisch/oekraiens/duits/frans | =nederlands/engels niet/moeilijk/slecht
        | begrijp/versta/snap/spreek/lees/praat/spreekt/kan/ken geen/niet/slecht/weinig/nie nederlands/hollands/taal | in/naar/op het engels/turks/pools/arabisch/oekraiens/duits/frans kan/mag/graag/aub/verder/overschakelen | is/heb er dit/iemand engels/turks/pools/arabisch/oekraiens
    .interests = mijn/me aanmelding*/aanmelden/inschrijving* | aanmelding/inschrijving zien/bekijken/wijzig*/verander*/status/intrek*/trek*/aanpas*/gelukt
        | waar heb ik aangemeld/opgegeven/ingeschreven | heb/ben mij/me/ik al aangemeld/opgegeven/ingeschreven
        | hoe staat aanmelding/inschrijving | mijn kansen
        | waar/hoe staat/zit mijn/het aanmelding/aanmelden/inschrijving | mijn/onze aanmelding*/inschrijving*/opgave | al iets/wat gehoord/bekend aanmelding | ik/we heb*/had*/ben me/mij/ons/al aangemeld/ingeschreven/opgegeven | waar doe ik/aan mee/al | ben ik al/goed aangemeld/ingeschreven | overzicht aanmelding*/mijn
    .question = =vraag | heb vraag/vraagje | vraag/vraagje stellen/over | iets vragen wil/mag/kan | mag/kan/wil ik vragen
        | =ik wil/moet iets/wat weten/vragen | vraag aan gemeente/jullie/iemand/medewerk* | had/heb/heeft/hebbe vraag/vraagje/vragen/vraogje | mag/kan/wil/zou ik iets/wat vragen/weten
    .start = =begin/start/beginnen opnieuw | =helemaal opnieuw | opnieuw beginnen wil
    .menu = hoofdmenu | =terug/naar menu | =toon/laat menu zien
        | =menu* | =toon/geef/open/naar hoofdmenu/menu/begin/start | wat zijn/keuzes/opties alle/mijn/de keuzes/opties | =keuzes/opties/mogelijkheden
    .back = =terug | =ga/een/stap terug | vorige vraag/stap | antwoord veranderen/wijzigen/aanpassen | =vergist/foutje/fout | verkeerd getypt/gedrukt/geklikt/ingevuld
        | terug/ga naar vorige*/begin/stap/vraag/net/hiervoor | =vorige/vorig* | ging/gaat/ging/heb verkeerd/fout/mis/vergist ik/iets/me/dat/het/daar | antwoord/vorige/naam anders/veranderen/verbeteren/wijzigen/aanpassen/fout/verkeerd | =wacht/oeps/oei fout/foutje/verkeerd/terug | wil/kan/mag terug/teruggaan | stap/stapje terug | teruggaan | nog keer vorige/terug
    .cancel = annuleer* | =laat maar | =toch niet | =laat zitten | =doe maar niet
        | ik bedenk/bedacht/bedenken me/mij | heb bedacht mij/me | =ik doe het niet/toch | niet/nie doorgaan/doorgaat | =zie ervan/er af/vanaf/van | =wil toch niet/nie | wil/ga/doe toch niet/nie/maar meedoen/mee | =hoeft al/niet/nie meer | =breek/breken af | afbreken/stopzetten dit/aanmelding | annuleren aanmelding/dit/wil | =doe maar niet/nie | toch maar niet/nie | =ik stop/stoppe hiermee/hier/mee | =laat maar zitten/zo | niet verder | gooi/ga aanmelding weg | toch liever niet
    .browse = kansen/projecten/klussen/mogelijkheden zien/bekijken/welke/zijn/andere/laat/toon | =kansen | =vrijwilligerswerk | wat is/valt te doen | wat kan/ken ik doen/betekenen buurt/wijk/hier/gemeente
        | vrijwilliger* worden/zoek/doen/wil | iets/wat doen/betekenen buurt/wijk/straat/gemeente | laat/toon alles zien | =ik wil helpen/meehelpen/meedoen | welke/wat kansen/projecten

listening-option = wat iemand kiest, waar dat gevraagd wordt
    .join = doe/doen/doet/meedoen/meedoe/mee wil/graag/ik mee/meedoen | ik doe mee | meedoen | meedoon | meehelpen | meehelp | aanmelden/opgeven/inschrijven wil/graag/kan/me/mij | =aanmelden | schrijf/schrijft/meld/geef me/mij in/aan/op/maar
        | wil/graag/kan helpen | help graag mee | =ja ik wil | =ik wil dit/wel | =lijkt me/mij leuk | doe/doen we/wij mee | zet me/mij op/lijst | interesse
        | wil/wille/zou/kan/kunnen/willen/mogen/mag graag/ik/we/wij/best/wel meedoen/meehelpen/helpen/mee/bijdragen/meedraaien/aansluiten/steentje/handje/mithelpen | meedoen*/meehelpen*/aanmelden*/aansluiten | steentje/handje bijdragen/helpen | doe/doet/doen ik/wij/we mee/graag/wel/mar/maar | zet/schrijf/meld me/mij/ons op/in/aan/maar/erbij | =ik/we ben/zijn erbij/bij/van/partij/de | waar/hoe kan/moet ik/me/we aanmelden/meedoen/opgeven/inschrijven/aanmelde | heb/heeft interesse/zin/belangstelling | =leuk/gaaf/ja/interessant/top/mooi/super lijkt/ik/me/mij/wil/doe/mee/dit/wel/goed/idee
    .more = vertel/weten/vertellen/lezen/info/informatie/uitleg meer | wil/kan meer weten/info/informatie | =meer | meer informatie | =vertel/vertellen/leg uit | =wat houdt dit/dat/het in | =waar gaat dit/het over
        | =wat is dit/het/de bedoeling | details | =info
    .requirements = wat/welke vragen/vraagt/verwachten/verwacht/eisen/eis/voorwaarden jullie/er/van | eisen/voorwaarden/vereisten | wat moet ik kunnen/hebben | =wat moet/heb ik nodig | welke diploma*/papieren
    .answers = vragen anderen | wat vroegen/vragen/vraagt anderen/mensen | andere vragen/antwoorden | antwoorden lezen/zien/anderen
    .share = doorgeven/doorsturen/delen/deel/doorstuur*/stuur door/dit/met/aan/wil/kan | =delen | link sturen/delen/krijgen | buurvrouw/buurman/vriend*/kennis* sturen/doorsturen/doorgeven/delen
    .others = ander* kans*/project*/klus*/mogelijkhe*/dingen | iets/wat anders | =andere | verder kijken/zoeken | =terug naar lijst | =niks/niets voor mij
    .nearby = buurt/dichtbij/wijk/straat mij/mijn/de/bij/in | dichtbij | =omgeving
    .theme = thema*/onderwerp* | =per/op thema/onderwerp
    .all = =alles | alles zien/bekijken/tonen/laten/laat/toon | =maakt niet uit
    .alone = alleen/eentje ik/mijn/mn | =alleen | ik mezelf/zelf | =niemand anders
    .group = met buren/buurvrouw/buurman/vrienden/vriendinnen/groep*/man/vrouw/gezin/familie/anderen/zus/kinderen/straat | groepje | =samen | wij/we zijn met/samen/een | =met zijn/z'n allen/tweeen/drieen
    .organisation = stichting/vereniging/bedrijf/organisatie/club/school/kerk/moskee | namens/voor werk/zaak/organisatie/bedrijf/stichting/vereniging
    .yes = ja/jaa/jawel/joa/yep/ok/oke/okee/goed/goet/prima/klopt/zeker/top/akkoord/graag/doen/doe/natuurlijk/tuurlijk/jazeker/perfect/mooi | sla/opslaan op/maar/ja | verstuur*/verzend*/versturen | =is goed/oke/prima | =helemaal/alles goed/juist
        | =klopt/juist/zeker/correct/exact/precies helemaal/allemaal/dat/het/alles/zo/is | =zo is het/goed/prima/mooi/staat/kan/laat | =verstuur/stuur/sla/bewaar/doe/zet maar/het/op/door/zo/dit/hem | opslaan/bewaren/versturen/verzenden maar/graag/mag/dit/ja/kan | ziet er/dat goed/prima uit | =yes/yess/jep/jup/jawel/tuurlijk/zekers/mooi/tiptop/helemaal/uitstekend/akkoord/gaat/doen | =dat/dit is juist/goed/correct | =laat/laten zo/maar/staan | =gaan met die banaan
    .no = nee/neen/nope/nein/nie/neej/fout/verkeerd/onjuist | klopt niet | nog niet | =liever/beter niet | veranderen/wijzigen/aanpassen/verbeteren/corrigeren wil/iets/nog/naam/kan/moet | anders moet/zijn/is
        | naam/tekst/spelling is/klopt niet/fout/anders/verkeerd | spelfout/typfout/typefout/foutje
        | =klopt/is niet/nie/fout | moet anders/veranderd/gewijzigd/verbeterd/aangepast iets/nog/dat/het/naam/tekst/er | iets/wat veranderen/wijzigen/aanpassen/toevoegen/fout/verkeerd/vergeten/anders | nee/nie wacht/even/nog/wil/iets | vergeten/toevoegen/toegevoegd iets/nog/dat/er/wil | naam/tekst/groep/adres/antwoord verkeerd/fout/anders/veranderen/wijzigen/aanpassen/verbeteren/niet/andere | =absoluut/zeker/nog/helemaal niet | verbeter*/corrigeer*/wijzig*/pas/verander* naam/tekst/aan/dit/dat/het/iets/wat
    .skip = overslaan/oversla* | sla over | =geen idee | =weet niet | =weet ik niet | =niet nodig | =niets/niks | =geen | =doe maar niet | =maakt niet uit | =zeg ik liever niet | =later | =volgende/verder
        | =sla/slaan maar/deze/dit/over/dat | =hoeft/hoef niet/nie/voor/mij | heb/hebben geen/nie telefoon/mail*/email*/nummer/mobiel/computer | wil/geef/geven/zeg liever/ik niet/nie nummer/dat/telefoon*/mail*/prive/geven/zeggen/kwijt/delen | geen mail*/telefoon*/nummer/contact nodig/wil/geven/hebben | =hier/via is genoeg/goed/prima/chat/kan/bereikbaar/gewoon/deze | =bereik me hier/gewoon/via/chat | =prive | =niet/nie nodig/van/toepassing | =nvt
    .interest = alleen aanmelding | =over mijn aanmelding
    .keep = =niets/niks/alles houden/bewaren/laten | laat zo/maar staan
    .fine = lukt/kan/gaat/prima/oke/geen/probleem dat/wel/ons/mij/goed/dit/probleem | =geen probleem
    .unmet = lukt/kan/gaat/heb/hebben/kunnen niet/geen/nie/ons/mij dat/dit/ons/mij/we/wij/ik

listening-tone = hoe iemand iets zegt
    .hello = =hoi/hallo/hey/hee/hi/goedemorgen/goedemiddag/goedenavond/goedendag/moin/dag/hoihoi/haai/goeiedag/goeiemorgen/yo/halo/hai
    .bye = =doei/doeg/doei/dag/ciao/groetjes/groet/mazzel/houdoe/aju/tot ziens/later/doei/dan/snel | =tot ziens/later/gauw/morgen/snel | =houdoe | =fijne dag/avond | =doei/doeg/groetjes/houdoe/ciao
        | =tot/de volgende/keer/zo/straks/horens/ziens/later/kijk | =werkse/slaap/welterusten lekker/ze | =ik ga/moet weg/nu/er/vandoor/slapen/eten/door/stoppen | =later/laters | =fijn/fijne/prettig*/goede/goeie weekend/avond/dag/nacht/middag
    .thanks = =dank/bedankt/dankje/dankjewel/dankuwel/merci/thanks/thx | =dank je/u wel/zeer | =hartstikke/heel erg bedankt | =top/super/fijn/mooi bedankt/dank/dankjewel | dankjewel
        | dank/bedankt/dankje/dankjewel/thanks je/u/wel/voor/hulp/alvast/allemaal/hoor/uitleg/moeite/info | =top/super/fijn/mooi/geweldig/prima bedankt/dank/dankjewel/zo
    .insult = kut*/klote*/kanker*/tyfus*/tering* | klootzak*/eikel*/sukkel*/idioot/idioten/debiel*/mongool/lul/hufter* | rot op | stom*/achterlijk*/waardeloos/waardeloze/dom/domme ding/bot/robot/systeem/computer/gemeente/chat*/apparaat | =stom*/dom/waardeloos/achterlijk/belachelijk | fuck* | sodemieter/donder/flikker op
        | val dood/kapot | stik | tyf/tief op | flut*/prut*/rot/kut/pokke bot/ding/chat*/robot/gemeente/systeem/computer/app/site | luister/snap* nooit/niks/niets/geen/bot/je | hou/houd bek/mond/smoel/kop/je | nutteloos/nutteloze/onzin/bagger/shit/wtf/sukkels/oetlul*/randdebiel*/flikker/trut*/kreng/mafkees/loser* | haat | slecht*/belabberd bot/systeem/chat*/ding | je/jij bent/zijt dom/stom/gek/niks/slecht/irritant/waardeloos | irritant*/vervelend* bot/ding/chat*/robot/je | niks/niets waard | klere*/godver*/verdomme/gvd/jezus
    .complaint = klacht*/klagen | schandalig/schandalige/schande/belachelijk/onacceptabel | melding doen/maken/kapot/overlast | overlast/overlastmelding | vuilnis/afval/container/lantaarn*/straatlamp/stoeptegel*/hondenpoep/rotzooi/zwerfvuil kapot/vol/ligt/overal/opgehaald/doet/los/staat/niet
        | boos/kwaad/teleurgesteld/zat ben | niemand luistert/reageert/antwoord*/doet/belt/komt
        | kapot/stuk/losse/scheef/vol/verstopt/vies/vuil/smerig/gevaarlijk straat/stoep/lantaarn*/lamp/put/container/prullenbak/bank*/speeltuin/weg/fietspad/boom/tegel*/riool/park/het/de/al | opgehaald/geleegd/gerepareerd/gemaakt/gedaan/opgelost nog/niet/nie/al/weken/maanden/nooit | overlast/lawaai/herrie/geluidsoverlast/hangjongeren/ratten/drugs/parkeren buren/van/straat/jongeren/de/is/in/last | ik/wij wacht*/wachten weken/maanden/lang/al/nog | paspoort/rijbewijs/uitkering/belasting/parkeervergunning/vergunning/huurwoning/bijstand/woz aanvragen/verlengen/mijn/betalen/nieuw/een | gemeente doet/luistert/reageert niks/niets/nooit/niet | bezwaar maken/tegen | al keer*/maanden/weken gebeld/gemaild/gemeld | zwerfvuil/rotzooi/rommel/troep/afval/hondenpoep ligt/overal/straat/hier/opruimen/op
    .unknown = weet/wete/wee niet/nie | weet ik niet/veel/nie | =weet niet/nie | geen idee/benul/flauw | =idk | =geen | =nog niet/geen/niks/niets | =nee/ja weet niet | twijfel | =nog over nadenken/denken | =eens/even nadenken/denken/overleggen | =moet ik/nog over nadenken/denken/overleggen/weten | =zou ik/het niet weten
        | weet/kweet/kweenie/tweet niet/nie/nog/eigenlijk/zo/echt/precies | kweenie/kweetnie | =dunno/pff/hmm/tja/euh/uh/ehm | =geen flauw/idee/benul | =nog niet/nie over/bedacht/nagedacht/beslist/besloten | nog niet/nie zeker/bedacht/besloten | moeilijk* vraag | =moeilijk | =zeg/bedenk/verzin/kies jij/jullie/maar/iets/zelf/wat | =geen/iets/zoiets/wat dan ook
    .nameless = geen/nog naam/namen hebben/heb/bedacht/verzonnen/groep/nog | hebben/heb geen/niet naam | =geen naam | =nog geen | =naamloos | =zonder naam | naam nog niet
        | geen/zonder/nog groepsnaam/naam/groep | naam/naamloos hebben/heb/is/bestaat we/wij/er/nog niet/geen/nie | moeten/moet/moete we/er/een naam bedenken/verzinnen/nog/kiezen | =nog geen/niks/niets/bedenken/niet/kiezen/verzinnen
    .puzzled = wat bedoel/bedoelt/bedoelen/bedoelje je/u/jullie/daarmee/ermee/hiermee | =wat/hoezo/huh/he/hoe/waarom/watte | snap/begrijp/begriep/snapt/begrijpt/vat niet/niets/niks/nie/geen | =hoe bedoel je | =wat moet ik invullen/typen/zeggen/schrijven/doen/hier/antwoorden/daar
        | =wat/hoe moet/kan ik hier/daar invullen/typen/zeggen/schrijven/doen/nou/dan/op/antwoorden | voorbeeld geef/geven/heb/een | =bijvoorbeeld | =zoals/wat/zoals wat | niet/nie duidelijk | onduidelijk | =wat voor/bedoeling
        | wat bedoel*/betekent/betekend/houdt/is dat/dit/je/jullie/hiermee/daarmee/ermee/in/bedoel*/vraag/brengen/meebrengen | =wat/hoezo/waarom/huh/waarvoor dan/is/nou/nodig/moet/dat/zo | hoe bedoel*/bedoelt je/u | moet/kan/mag ik/hier invullen/typen/schrijven/zetten/zeggen/neerzetten/antwoorden/opschrijven | =snap/begrijp/vat/volg/kap niet/nie/het/er/dit/de/vraag/niks | verstaan/versta/begrijp vraag niet/nie/de | =kun/kan/kunt anders/duidelijker/uitleggen/uitleg/je/dat/vraag/het/makkelijker/simpeler | herhaal/herhalen/nogmaals/opnieuw vraag/keer/uitleggen | =welke naam/groep/vraag/soort | =zoals/bijvoorbeeld wat/welke
    .contact = =mijn nummer/telefoonnummer/mail/email/emailadres/adres is

listening-small = woorden die op zichzelf niets zeggen
    .filler = ik | je | jij | jullie | u | we | wij | me | mij | mijn | mn | het | t | de | een | n | dit | dat | die | er | en | of | ook | nu | nou | eens | even | ff | maar | dan | hier | daar | met | van | voor | aan | in | op | te | om | bij | aub | aug | svp | alsjeblieft | alstublieft | alsjeblief | graag | gaag | wil | willen | wilde | wou | zou | zouden | kan | kun | kunnen | ken | kunt | mag | moet | ga | gaan | ben | bent | is | zijn | heb | hebben | hebt | heeft | worden | word | wel | toch | hoor | ja | nee | hoi | hallo | hey | dag | beste | geachte | sorry | please | pls | gewoon | echt | meteen | direct | onmiddellijk | nog | al | alle | alles | zo | als | dus | want | eigenlijk | misschien | bedankt | dank | dankje | wat | welke | hoe | waar | naar | over | door | doe | doen | allemaal | jou | jouw | uw | zelf | iets | gemeente | meer | zeg | ervan | ermee | hierbij | bitte | joh | man | mevrouw | meneer | ie | hem | deze | daarmee | hiermee | eerst | liever | toe | helemaal | vandaag | verder | asjeblief | aajb | ajb | uit | af | nl
    .not = niet | nie | geen | nooit | zonder | niets | niks | hoeft | hoef
    .asks = wat | waar | wie | wanneer | waarom | hoe | hoeveel | hoelang | welk | welke | hoezo | wa | waarvoor | hoelaat
    .may = kan | kun | kunt | kunnen | mag | mogen | moet | moeten | is | zijn | krijg | krijgen | krijgt | wordt | worden | zit | zitten | bent | geldt | bestaat | gaat | komt | mot | hebben | heeft | kent | weten | weet
    .whom = ik | je | jij | jullie | we | wij | er | het | dat | dit | mijn | u | de | iemand | hij | zij | ze | die | daar | hier | mn | ook

# Woorden uit talen die hier ook gesproken worden: Turks, Pools, Arabisch, Oekraïens.
listening-elsewhere = woorden uit andere talen
    .skip = istemiyorum/yok | nie mam telefonu/maila | nie chce | ليس لدي | не маю/хочу
    .thanks = tesekkur*/sagol | dziekuje/dzieki | شكرا | дякую
    .hello = =merhaba/selam/gunaydin | =czesc/dzien dobry/witam | =مرحبا/السلام عليكم/اهلا | =привіт/добрий день/вітаю
    .puzzled = ne demek | anlamadim | anlamiyorum | co znaczy/masz | nie rozumiem | ماذا تقصد/يعني | لا افهم | не розумію | що значить/це
    .unknown = bilmiyorum | nie wiem | لا اعرف/ادري | не знаю
    .join = katilmak | yardim etmek | chce pomoc/dolaczyc/uczestniczyc | اريد المشاركة/المساعدة/ان | хочу допомогти/долучитися/участь/взяти
    .no = hayir | yanlis | degil | nie | zle | لا | خطا | ні | неправильно | невірно
    .yes = evet | tamam | olur | tak | dobrze | zgadza | نعم | اجل | صحيح | так | добре | вірно
    .stop = dur | durdur* | durun | mesaj* istemiyorum | artik yazmayin | przestan* | przestancie | nie chce wiadomosc*/wiecej | wypisz* | توقف | ايقاف | لا اريد رسائل | قف | стоп | зупин* | припин* | не хочу повідом* | не пишіть* | відпис* | wypis*
        | mesaj*/bildirim* istemiyorum/gonderme*/atma*/yazma*/alma*/gelmesin/kes* | artik istemiyorum/yeter/yazma*/birak* | =yeter/iptal/birak/dursun | birak* beni/rahat | abonelik*/listeden cik*/iptal | prosze przestac/przestan*/nie/wypisac | nie wysylaj*/wysylac/pisz*/pisac/kontaktowac | =stop/dosc/koniec/rezygnuje | nie chce juz/wiecej/tych/dostawac/otrzymywac | wypisac/wypisz/zrezygnowac/rezygnuje | لا ترسل*/ترسلوا/تراسلوني/تكتب* | اوقف*/اوقفوا/توقفوا/ايقاف/كفى/الغاء/الغ | لا اريد/ارغب رسائل/الرسائل/المزيد/بعد | =كفى/خلاص | не надсилайте/надсилати/пишіть/писати/турбуйте/шліть/хочу | досить/зупиніть/припиніть/відпишіть/відписатися/скасувати | більше не хочу/надсилайте/пишіть/отримувати/треба
    .forget = beni unut* | beni sil* | verilerim* sil* | bilgilerim* sil* | usun*/usunac/skasuj* dane/wszystko/mnie/moje | zapomnij* mnie | احذف | امسح | احذفوا | بياناتي حذف | видал*/видаліть/зітр* дані/мене/все/мої | забуд* мене
        | her seyi/hepsini/verilerimi/bilgilerimi/beni sil*/silin/silinsin/unut*/yok | verilerim*/bilgilerim* sil* | usun*/usunac/usuncie/skasuj*/skasowac/wymaz* dane/wszystko/mnie/moje/konto/wszystkie | zapomnij*/zapomniec o/mnie | احذف*/امسح*/حذف/مسح بياناتي/معلوماتي/كل/شيء/عني/البيانات | انساني/انسوني | видал*/видаліть/видалити/зітр*/стерти/знищ* дані/мене/все/мої/інформацію | забуд* про/мене
    .human = yetkili | insanla konus* | biriyle konus* | gorevli* | calisan* konus* | pracownik* | rozmawiac/porozmawiac z/kims/czlowiek* | czlowiek* | موظف | اتحدث مع | شخص | التحدث | людин* | працівник* | поговорити | оператор*
        | insan*/biri*/yetkili*/gorevli*/calisan*/memur* konus*/gorus*/istiyorum/ara*/baglan* | beni aray* | gercek insan* | porozmawiac/rozmawiac/pogadac/mowic/kontakt z/kims/czlowiek*/pracownik*/osoba/urzednik* | prosze zadzwon*/o/kontakt | zadzwon*/oddzwon* do/mnie | اريد/ممكن/هل التحدث/اتحدث/اتكلم/التكلم/الكلام مع/شخص/موظف/احد/انسان | اتصل*/اتصلوا بي | موظف/انسان | хочу/можна/можу поговорити/говорити/спілкуватися з/людиною/кимось/працівником | зателефонуйте/передзвоніть/подзвоніть мені | людиною/оператор*/працівник*
    .my-data = ne biliyorsunuz | verilerim* gor*/nedir/neler | hakkimda bil* | moje dane | co wiecie o mnie | jakie dane | بياناتي | معلوماتي | мої дані | що ви знаєте
    .privacy = gizlilik | kisisel veri* | prywatnosc* | خصوصية | الخصوصية | конфіденційн* | приватн*
    .help = yardim* | pomoc | pomocy | مساعدة | ساعدني | допомог* | помоги* | nasil calis* | jak to dziala
    .language = turkce | po turecku | po polsku | polski | polsku | عربي | العربية | українськ* | ingilizce | po angielsku | hollandaca/felemenkce bilmiyorum | nie mowie po/niderlandzku/holendersku | لا اتكلم | اتحدث العربية | не розмовляю

# Gewone woorden waaraan een taal te herkennen is.
listening-spoken = in welke taal iemand schrijft
    .tr = merhaba | selam | ben | istiyorum | istemiyorum | icin | nasil | var | yok | bir | ve | degil | evet | hayir | tesekkur* | lutfen | mi | ne | bu | turkce | konusuyor* | yardim* | bilmiyorum | anlamiyorum | katilmak | nerede
    .pl = czesc | dzien | dobry | jestem | chce | chcialbym | chcialabym | nie | tak | prosze | dziekuje | jak | co | gdzie | sie | moge | mam | po | polsku | rozumiem | jest | ja | pomoc | witam | kiedy | ile
    .ar = مرحبا | السلام | عليكم | انا | اريد | هل | كيف | شكرا | نعم | لا | ما | من | في | على | اين | العربية
    .uk = привіт | добрий | день | я | хочу | можу | як | дякую | так | ні | що | де | мені | не | ви | українською | будь | ласка
    .de = hallo | ich | nicht | mochte | bitte | danke | wie | und | kann | deutsch | sie | ein | eine | mitmachen | helfen | guten | spreche | sprechen | verstehe | kein
    .fr = bonjour | je | suis | voudrais | merci | pas | comment | est | francais | parle | vous | aider | oui | bonsoir | salut | veux | parler | comprends | ne
    .es = hola | quiero | gracias | no | como | espanol | hablo | puedo | yo | ayuda | ayudar | buenos | dias | entiendo | por | favor
    .en = hello
    .nl = hoi
