# Wat mensen in een campagne lezen. Een medewerker mag de tekst veranderen; de namen tussen accolades worden feiten.

campaign-placeholder = namen van feiten
    .title = titel
    .summary = samenvatting
    .places = plek
    .until = tot
    .money = geld
    .organisation = gemeente
campaign-places = { $places }
campaign-until = { $until }
campaign-money = { $value }
campaign-organisation = { $organisation }

campaign-new =
    Hoi! { $organisation } zoekt mensen die willen meedoen.

    { $title }
    { $summary }

    Reageren kan tot en met { $until }.
campaign-reminder =
    Hoi! Je kunt nog meedoen: { $title }

    Reageren kan tot en met { $until }. Doe je al iets anders? Dan hoef je niets te doen.
campaign-thanks =
    Dank je wel dat je wilde meedoen met “{ $title }”.

    Wil je zien hoe het ermee staat? Typ “menu” en kies “Mijn aanmeldingen”.
campaign-more = Vertel meer
campaign-page = Doe mee
campaign-footer = Je leest dit omdat je nieuws wilde van { $organisation }. Je zit nergens aan vast. Geen berichten meer? Typ “stop” in je gesprek.

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

campaign-changed = De kans is veranderd.
