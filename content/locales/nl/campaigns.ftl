# Wat een medewerker leest over campagnes: de kaart vooraf, het verloop en het verslag.

commands-help-campaign = Kansen naar veel mensen tegelijk brengen, en zien wat ervan kwam.
commands-help-campaign-new = Maak een concept. Er gaat nog niets uit.
    .occasion = Waarvoor: een nieuwe kans, een herinnering of een bedankje.
    .facts = Feiten, elk als veld=waarde. Bijvoorbeeld: themes=groen first=10 spread=4 remind=3
commands-help-campaign-set = Verander een concept.
    .facts = Feiten, elk als veld=waarde. Een eigen tekst geef je zo: text.nl=@brief.txt
commands-help-campaign-list = Geef de lijst met campagnes.
commands-help-campaign-copy = Maak een nieuw concept van een campagne, ook van een die gestopt is.
commands-help-campaign-show = Laat één campagne zien.
commands-help-campaign-preflight = Laat de kaart vooraf zien: wie krijgt wat, wie niet en waarom, en wanneer.
commands-help-campaign-test-send = Stuur de tekst naar jezelf. Typ in je eigen gesprek “koppel” voor een code.
    .code = De code uit je eigen gesprek.
    .language = De taal van de tekst.
    .step = Stuur de herinnering in plaats van het eerste bericht.
commands-help-campaign-approve = Keur een campagne goed. Daarna gaat ze uit.
    .people = Het aantal mensen dat je op de kaart las. Klopt het niet meer? Dan gaat er niets uit.
commands-help-campaign-pause = Houd een campagne tegen. Er gaat meteen niets meer uit.
commands-help-campaign-resume = Laat een campagne verdergaan.
commands-help-campaign-cancel = Stop een campagne voorgoed.
commands-help-campaign-watch = Kijk mee terwijl een campagne uitgaat.
    .once = Kijk één keer, en stop dan.
commands-help-campaign-report = Laat zien wat er van een campagne kwam.
    .people = Laat elke persoon zien, met een nummer.
commands-help-campaign-retry = Probeer opnieuw wat niet lukte.
    .uncertain = Stuur ook opnieuw wat misschien al is aangekomen. Wie het al had, krijgt het dan twee keer.

commands-campaign-none = Er zijn nog geen campagnes. Maak er een met: kansenbode campaign new KENMERK
commands-campaign-everybody = iedereen die nieuws wil
commands-campaign-made = Campagne { $number } is gemaakt. Kijk nu naar de kaart met: kansenbode campaign preflight { $number }
commands-campaign-own-text =
    Eigen tekst ({ $step }, { $language }):
    { $text }
commands-campaign-tested = De proef is onderweg naar je eigen gesprek.
commands-campaign-writing = Klaargezet: { $done } van { $all }. Er gaat nog niets uit.
commands-campaign-approved = { $people ->
    [0] De campagne is goedgekeurd. Ze gaat alleen naar buurtplekken: { $at }.
    [one] De campagne is goedgekeurd. Eén persoon krijgt haar: { $at }.
   *[other] De campagne is goedgekeurd. { $people } mensen krijgen haar vanaf { $at }.
 } { $minutes ->
    [0] Stoppen kan altijd met: kansenbode campaign cancel
   *[other] Tot dan kun je haar nog helemaal stoppen met: kansenbode campaign cancel
 }
commands-campaign-unposted = Op plek { $code } komt geen kaart. { $reason }
commands-campaign-paused = Campagne { $number } is tegengehouden. Verdergaan kan met: kansenbode campaign resume { $number }
commands-campaign-resumed = Campagne { $number } gaat verder.
commands-campaign-cancelled = { $unsent ->
    [0] Campagne { $number } is gestopt. Er stond niets meer klaar om te versturen.
    [one] Campagne { $number } is gestopt. Eén bericht gaat niet meer uit.
   *[other] Campagne { $number } is gestopt. { $unsent } berichten gaan niet meer uit.
 }
commands-campaign-retried = { $count ->
    [0] Er is niets om opnieuw te proberen.
    [one] Eén bericht gaat opnieuw.
   *[other] { $count } berichten gaan opnieuw.
 }
commands-campaign-differs = De kans is anders dan toen deze campagne klaarstond:
commands-campaign-difference = { $language ->
    [none] { $fact }: { $before } → { $after }
   *[other] { $fact } ({ $language }): { $before } → { $after }
 }
commands-campaign-goes-on = Wat nog niet weg is, wacht op jou. Verder met de nieuwe tekst: kansenbode campaign resume { $number }. Stoppen: kansenbode campaign cancel { $number }
commands-campaign-waits = Let op: campagne { $number } wacht nu, want haar tekst klopt niet meer. Kijk wat anders is met: kansenbode campaign show { $number }
commands-campaign-would-wait = Let op: campagne { $number } gaat dan wachten, want haar tekst klopt dan niet meer.
commands-campaign-cut-short = { $people ->
    [one] Campagne { $number } moest nog één persoon bereiken. Die krijgt niets meer.
   *[other] Campagne { $number } moest nog { $people } mensen bereiken. Zij krijgen niets meer.
 }
commands-campaign-stale = De campagne wacht op jou. { $reason } Kijk wat anders is met: kansenbode campaign show { $number }
commands-campaign-done-without = klaar, { $count } niet bereikt. { $reason }
commands-campaign-expired = { $people ->
    [one] Eén persoon kreeg niets, omdat het te laat was. Is de kans weer open? Een nieuwe campagne bereikt precies die persoon: kansenbode campaign copy { $number }
   *[other] { $people } mensen kregen niets, omdat het te laat was. Is de kans weer open? Een nieuwe campagne bereikt precies hen: kansenbode campaign copy { $number }
 }
commands-campaign-nothing = Er is nog niets verstuurd of gepland. Goedkeuren kan met: kansenbode campaign approve
commands-campaign-held = De campagne wacht op jou, omdat veel berichten op hetzelfde stuitten. { $reason } Opgelost? Ga verder met: kansenbode campaign resume { $number }
commands-campaign-again = { $failed ->
    [0] Alles wat kon, is verstuurd.
    [one] Eén bericht lukte niet. Opnieuw proberen kan met: kansenbode campaign retry { $number }
   *[other] { $failed } berichten lukten niet. Opnieuw proberen kan met: kansenbode campaign retry { $number }
 } { $uncertain ->
    [0] {""}
    [one] Van één bericht weten we niet of het aankwam. Opnieuw sturen kan met: kansenbode campaign retry { $number } --uncertain
   *[other] Van { $uncertain } berichten weten we niet of ze aankwamen. Opnieuw sturen kan met: kansenbode campaign retry { $number } --uncertain
 }
commands-campaign-watch = { $step }: { $stand }. { $counts }. Nog te gaan: { $remaining } van { $people }. Nu { $rate } per seconde. { $left ->
    [none] {""}
   *[other] Nog ongeveer { $left }.
 }

# De kaart vooraf.
commands-card-head = Campagne { $number }: { $title }
commands-card-people = { $people ->
    [0] Niemand krijgt dit bericht.
    [one] Eén persoon krijgt dit bericht.
   *[other] { $people } mensen krijgen dit bericht.
 }
commands-card-held = { $people ->
    [one] Eén van hen praat nu met ons. Die krijgt het bericht als dat gesprek klaar is.
   *[other] { $people } van hen praten nu met ons. Zij krijgen het bericht als dat gesprek klaar is.
 }
commands-card-left-out = { $people ->
    [one] Eén persoon van de gekozen groep krijgt het niet:
   *[other] { $people } mensen van de gekozen groep krijgen het niet:
 }
commands-card-sum = Samen: { $people } wel en { $out } niet, dat is de hele gekozen groep van { $all }.
commands-card-posted = Deze plekken krijgen een kaart: { $venues }.
commands-card-by-hand = Hier verspreid je zelf een poster of tekst (kansenbode venues trail): { $venues }.
commands-card-not-ready = Deze plekken zijn nog niet bevestigd, of we zijn er weg: { $venues }.
commands-card-proposed = Deze plekken kun je ook kiezen: { $venues }.
commands-card-instead = Er is niemand om te schrijven. Kies liever een plek of een poster: { $venues }. Dat doe je met: kansenbode campaign set { $number } venues=CODE
commands-card-no-venues = Er is niemand om te schrijven, en er is nog geen plek om iets te plaatsen. Voeg een bord of groep toe met: kansenbode venues add NAAM
commands-card-preview = Zo ziet het eruit ({ $step }, { $channel }, { $language }):
commands-card-warnings = { $count ->
    [one] Let hierop:
   *[other] Let hierop ({ $count }):
 }
commands-card-blockers = { $count ->
    [one] Dit moet eerst anders:
   *[other] Dit moet eerst anders ({ $count }):
 }
commands-card-ready = De campagne kan uit. Goedkeuren doe je met: kansenbode campaign approve { $number } --people { $people }

campaign-block-approved = Deze campagne is geen concept meer.
campaign-block-nobody = Er is niemand om te schrijven en geen plek die een kaart krijgt.
campaign-block-not-open = De kans is niet open. Openen kan met: kansenbode opportunities open
campaign-block-over = De laatste dag om te reageren is al voorbij: { $until }.
campaign-block-soon = Mensen hebben na het laatste bericht ({ $last }) minder dan { $days } dagen om te reageren. De laatste dag is nu { $until }.
campaign-block-expires = Het laatste bericht ({ $last }) gaat pas uit als de campagne al voorbij is: { $expires }.
campaign-block-reminder = De herinnering ({ $at }) komt niet na het laatste bericht ({ $last }). Kies remind kleiner, of laat haar weg.
campaign-block-text = { $people ->
    [one] Eén persoon leest { $language }. Daar is geen tekst voor. Geef er een met: kansenbode campaign set { $number } { $field }=…
   *[other] { $people } mensen lezen { $language }. Daar is geen tekst voor. Geef er een met: kansenbode campaign set { $number } { $field }=…
 }
campaign-block-channel = { $channel } werkt nu niet voor ons account. Kijk met: kansenbode doctor
campaign-block-channel-says = { $channel } werkt nu niet: { $reason }
campaign-warn-few = { $people ->
    [one] Dit gaat maar naar 1 persoon. Is de groep te klein gekozen?
   *[other] Dit gaat maar naar { $people } mensen. Is de groep te klein gekozen?
}
campaign-warn-passed = Het moment dat je koos, is al voorbij: { $at }. Het eerste bericht gaat nu uit op { $begins }.
campaign-warn-language = Niemand in deze groep leest { $language }.
campaign-warn-group = Niemand past bij wat je koos ({ $fields }). Kies ruimer, of laat een keuze leeg.
campaign-warn-many = Dit gaat naar { $people } mensen. Denk aan golven: first=10 spread=4
campaign-warn-eyes = Dit gaat naar meer dan { $most } mensen. Een collega moet het goedkeuren, niet wie het maakte.
campaign-warn-slow = Het laatste bericht gaat pas uit na de laatste dag om te reageren: { $finish }.
campaign-warn-hard = De tekst is moeilijk (score { $score }). Kortere zinnen en gewone woorden helpen.
campaign-warn-words = Deze woorden of zinnen kunnen eenvoudiger: { $found }.
campaign-refusal-venue-new = Deze plek is nog niet bevestigd.
campaign-refusal-venue-left = Daar zijn we niet meer.
campaign-refusal-venue-by-hand = Daar kan geen bot iets plaatsen. Maak een poster of tekst met: kansenbode venues trail
campaign-refusal-venue-full = Die plek heeft deze week al genoeg berichten gehad.
campaign-refusal-not-open = De kans is niet open.
campaign-refusal-venue-unknown = Die plek bestaat niet meer.

# Waarom een bericht niet uitging.
send-stopped = Deze persoon wil geen berichten meer.
send-cancelled = De campagne is gestopt.
send-expired = De tijd van dit bericht was voorbij.
send-closed = De kans was al gesloten.
send-unwanted = Deze persoon wil geen nieuws meer in dit kanaal.
send-answered = Deze persoon heeft al gereageerd.
send-talking = Deze persoon praat nu met ons. Het bericht komt daarna.
send-uncertain = Net toen het uitging, viel het programma stil. Misschien is het aangekomen.
campaign-changed = De kans is veranderd.
