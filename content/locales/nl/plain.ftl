# Wat een medewerker leest over een tekst die nog niet makkelijk genoeg is.
# $found is het stukje tekst (bij een bericht: het aantal woorden), $better het betere woord (bij een lengte: de grens).

plain-sentence-length = Deze zin heeft meer dan { $better } woorden. Maak er twee zinnen van: “{ $found }”
plain-message-length = Dit bericht heeft { $found } woorden. Houd het op { $better } woorden, of stuur twee berichten.
plain-jargon = “{ $found }” is een moeilijk woord. Schrijf liever: “{ $better }”.
plain-abbreviation = Niet iedereen kent “{ $found }”. Schrijf liever: “{ $better }”.
plain-passive = Zeg wie het doet. Hier staat dat er niet bij: “{ $found }”
plain-double-negation = Zeg het zonder twee keer nee: “{ $found }”
plain-score =
    Leesbaarheid: { NUMBER($score, maximumFractionDigits: 0) } ({ $level ->
        [easy] makkelijk
        [fair] goed te lezen
        [hard] moeilijk
       *[very-hard] heel moeilijk
    })
