# Wat er mis is met een instelling, en wat goed is. Nooit de waarde van een geheim.

settings-wrong = { $name } klopt niet{ $given ->
    [secret] { "." }
   *[other] : “{ $given }”.
 } Nodig is { $takes }. Zo is het goed: { $name }={ $example }
settings-unknown = { $name } is geen instelling. { $near ->
    [none] Welke er zijn, staat in docs/settings.md.
   *[other] Bedoel je { $near }? Alle instellingen staan in docs/settings.md.
 }
settings-twice = { $name } en { $file } staan er allebei. Houd er één.
settings-no-file = { $name } klopt niet: het bestand “{ $given }” kunnen we niet lezen. Zo is het goed: { $name }={ $example }
settings-no-text = { $name } is geen tekst. Bewaar het bestand als UTF-8.
settings-unreadable = { $name } kunnen we niet lezen. Zorg dat het een gewoon bestand is, en dat het programma het mag lezen.
settings-takes = waarde
    .number = een heel getal van { $low } tot { $high }
    .text = een tekst van { $low } tot { $high } tekens
    .answer = true (ja) of false (nee)
    .time = een tijd, van 00:00 tot 23:59
    .address = een adres dat begint met https:// of http://
    .choice = één van deze woorden: { $allowed }
    .languages = een of meer talen, met komma’s ertussen
    .zone = een tijdzone
    .ocid = het begin dat de Open Contracting Partnership gaf: ocds- met zes letters of cijfers
    .wall = een tijd zonder tijdzone: die staat in KANSENBODE_ZONE
    .secret = een woord van hooguit 256 letters, cijfers, streepjes (-) en lage streepjes (_)
    .database = het adres van een PostgreSQL-database
    .hosts = een of meer namen van servers, met komma’s ertussen
    .origins = een of meer adressen van websites zonder pad, met komma’s ertussen
    .colour = een kleur als # met zes cijfers of letters van a tot f
    .picture = de naam van een bestand dat eindigt op .svg, .png of .webp
    .email = een e-mailadres
settings-logo = { $name } klopt niet: “{ $given }” { $why ->
    [unreadable] kunnen we niet lezen. Zet het bestand in de datamap, en zorg dat het programma het mag lezen
    [large] is te groot. Een logo is hooguit 200 kB
    [unsafe] bevat een script, of laadt iets van een ander adres. Bewaar het als gewone SVG of als PNG
   *[other] is geen SVG, PNG of WebP die we kunnen tonen
 }.
