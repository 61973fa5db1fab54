# Verder op een ander kanaal.

link-code =
    Je kunt ergens anders verder met dit gesprek.

    Begin daar een gesprek en typ deze code: { $code }. De code werkt één keer, een kwartier lang. Geef hem aan niemand anders.
link-chat = Verder in { $channel } gaat ook met deze link: { $link }
link-page = Wil je verder in een browser? Bewaar dan de link naar dit gesprek.
    .page = { $address }/chat/bewaar
    .read = Bewaar de link
link-web = Je kunt ook verder in een browser.
    .page = { $address }/chat
    .read = Naar de webchat
link-own = Deze code is van jouzelf. Typ hem op je andere kanaal.
link-sure =
    Deze code hoort bij een gesprek in { $channel }, begonnen op { $since }. Ben jij dat ook?

    Kies alleen ja als je de code zelf hebt gekregen. Dan wordt het één gesprek. Wie daar schrijft, ziet ook wat jij hier hebt opgeslagen.
    .yes = Ja, dat ben ik
    .no = Nee
    .unclear = Typ ja als je de code zelf hebt gekregen. Typ nee als de code van een ander komt.
link-kept = Goed, er is niets veranderd. Heeft iemand je gevraagd om die code te typen? Typ dan “medewerker”.
link-done = Gelukt! Je gesprek in { $channel } hoort nu bij dit gesprek. Je aanmeldingen en vragen vind je nu hier en daar.
link-stopped = Je had daar “stop” getypt. Dat geldt nu ook hier. Wil je weer berichten? Typ dan “start”.
link-notice = Dit gesprek gaat nu ook verder in { $channel }. Was jij dat niet? Typ dan “medewerker”. Een mens kijkt er dan naar.
