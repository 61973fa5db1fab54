# Wat `kansenbode find` laat zien: alles waar een woord naartoe leidt.

find-count = { $count ->
    [0] Er is niets gevonden met “{ $word }”.
    [one] Er is één ding gevonden met “{ $word }”.
   *[other] Er zijn { $count } dingen gevonden met “{ $word }”.
 }
find-kind = soort
    .opportunity = Kans
    .interest = Aanmelding
    .question = Vraag
    .campaign = Campagne
    .venue = Buurtplek
    .staff = Medewerker
