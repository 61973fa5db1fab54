# Wat `kansenbode doctor` vindt, en wat helpt.

doctor-state = uitslag
    .ok = goed
    .warning = let op
    .fault = fout

doctor-line = { $state }: { $finding }
doctor-help = → { $remedy }

doctor-settings-right = De instellingen kloppen.
doctor-settings-wrong =
    Er is iets mis met de instellingen:
    { $lines }
    .remedy = Verbeter { $folder }/.env of de omgeving. Kijk daarna met: kansenbode doctor --data { $folder }
doctor-sqlite-right = SQLite { $version } is in orde.
doctor-sqlite-doubtful = SQLite { $version } maakt soms fouten na ANALYZE. Kansenbode vermijdt zulke vragen.
    .remedy = Stap over op een nieuwere SQLite: apt-get upgrade libsqlite3-0
doctor-postgresql-right = PostgreSQL { $version } is in orde.
doctor-postgresql-old = PostgreSQL { $version } is te oud. Nodig is 13 of nieuwer.
    .remedy = Stap over op een nieuwere PostgreSQL: apt-get install postgresql
doctor-postgresql-encoding = De database bewaart letters als { $encoding }, niet als UTF8. Dan kan een bericht verloren gaan.
    .remedy = Maak een goede database en noem die in KANSENBODE_DATABASE_URL: createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8 kansenbode
doctor-postgresql-owner = De database is niet van onze gebruiker. Dan kunnen we niet alles van iemand wissen.
    .remedy = Geef de database aan de gebruiker uit KANSENBODE_DATABASE_URL: ALTER DATABASE … OWNER TO …
doctor-postgresql-blind = Onze gebruiker ziet niet wie de database nog leest. Dan weten we niet zeker of alles van iemand gewist is.
    .remedy = Laat de beheerder van de server dit geven: GRANT pg_read_all_stats TO …
doctor-postgresql-mighty = Onze gebruiker mag op de databaseserver meer dan nodig is. Wie zijn wachtwoord heeft, kan dan overal bij.
    .remedy = Geef Kansenbode een eigen gebruiker, zoals in docs/deploy/database.sql.
doctor-checksums-off = PostgreSQL zet geen controlegetallen bij wat het bewaart. Raakt er iets beschadigd, dan merkt niemand dat.
    .remedy = Laat de beheerder de server stoppen, dit doen, en hem weer starten: pg_checksums --enable --pgdata=…
doctor-loop-fast = De server gebruikt een versneller: { $name } { $version }. Zo kost een bericht de computer minder werk.
doctor-loop-plain = De server draait zonder versneller. Dat is goed.
    .remedy = Wil je dat een bericht de computer minder werk kost? Dat kan met: uv sync --no-dev --extra fast
doctor-disk-room = Er is { $megabytes } MB vrij in { $folder }.
doctor-disk-little = Er is nog maar { $megabytes } MB vrij in { $folder }.
    .remedy = Ruim op. Kijk wat veel plaats kost met: du -sh { $folder }/*
doctor-disk-full = De schijf is bijna vol: er is nog { $megabytes } MB vrij in { $folder }.
    .remedy = Ruim nu op. Kijk wat veel plaats kost met: du -sh { $folder }/*
doctor-zone-right = De tijden van { $zone } zijn bekend.
doctor-zone-missing = De tijden van { $zone } zijn niet bekend.
    .remedy = Haal de tijdzones binnen: uv sync
doctor-database-sound = De database is gaaf.
doctor-database-missing = Er is nog geen database in { $folder }.
    .remedy = Maak die met: kansenbode serve --data { $folder }
doctor-database-broken = De database is stuk: { $reason }
    .remedy = Stop de server. Zet een kopie terug: kansenbode restore { $folder }/backups/BESTAND --data { $folder }
doctor-database-unreadable = Een waarde in de database kunnen we niet lezen. Ze staat in tabel { $table }, kolom { $column }, rij { $row }. { $kind ->
    [datetime] Daar hoort een moment, zoals 2026-12-31 22:59:59.000000
    [date] Daar hoort een datum, zoals 2026-12-31
    [json] Daar hoort JSON
   *[other] Daar hoort een heel getal
 }.
    .remedy = Stop de server. Zet er een goede waarde neer: sqlite3 kansenbode.db "UPDATE { $table } SET { $column } = 'WAARDE' WHERE rowid = { $row }". Of haal de nieuwste goede kopie terug: kansenbode restore BESTAND
doctor-database-away = De database is niet te bereiken: { $reason }
    .remedy = Kijk of PostgreSQL draait: pg_isready. Het adres staat in KANSENBODE_DATABASE_URL.
doctor-migrations-right = De database heeft de nieuwste vorm.
doctor-migrations-differ = De database heeft vorm { $step }, dit programma wil { $newest }.
    .remedy = Start de server opnieuw, die werkt de database bij: kansenbode serve --data { $folder }
doctor-events-right = Het logboek is heel.
doctor-events-broken = Iemand heeft het logboek veranderd, bij regel { $event }.
    .remedy = Zet een kopie terug van daarvoor: kansenbode restore { $folder }/backups/BESTAND --data { $folder }
doctor-staff-known = Medewerker { $email } is bekend.
doctor-staff-none = Er is geen vaste medewerker ingesteld. Bij elke verandering is dan --as nodig.
    .remedy = Zet in .env: KANSENBODE_STAFF=naam@gemeente.nl
doctor-staff-unknown = De ingestelde medewerker { $email } is niet bekend.
    .remedy = kansenbode staff add { $email }
doctor-backup-recent = De laatste kopie is van { $at }.
doctor-backup-old = De laatste kopie is al oud: { $at }.
    .remedy = kansenbode backup --data { $folder }
doctor-backup-none = Er is nog geen kopie van de database.
    .remedy = kansenbode backup --data { $folder }
doctor-backup-elsewhere = De kopieën van de database maakt iemand anders. Kijk daar of ze lukken.
doctor-backup-tool = Er komen geen kopieën van de database: pg_dump ontbreekt.
    .remedy = apt-get install postgresql-client
doctor-backup-version = Er komen geen kopieën van de database: pg_dump { $tool } is ouder dan de server, PostgreSQL { $server }.
    .remedy = apt-get install postgresql-client-{ $server }
doctor-wipe-done = Wie vergeten is, is ook van de schijf gewist. { $last ->
    [none] Er was nog niets te wissen.
   *[other] De laatste keer was { $last }.
 }
doctor-wipe-waits = Vannacht gaat van de schijf wie sinds { $since } vergeten is. { $most ->
    [0] Niemand kan het nog zien.
   *[other] Niemand kan het nog zien. Gedaan: { $done } van { $most } tabellen.
 }
doctor-wipe-late =
    Wie sinds { $since } vergeten is, staat nog op de schijf. Beloofd is: binnen een dag. In de weg staat: { $way }. { $most ->
        [0] Niemand kan het nog zien.
       *[other] Niemand kan het nog zien. Gedaan: { $done } van { $most } tabellen.
    }
    .remedy = Neem weg wat in de weg staat, en dan: kansenbode wipe --data { $folder }
doctor-tick-right = Wat de server vanzelf doet, lukt.
doctor-tick-failing = Dit lukt de server niet sinds { $since }: { $tick } ({ $count } keer, { $error }).
    .remedy = Los op wat hier fout staat. Kijk anders in het logboek: journalctl -u kansenbode
doctor-tick-clock = Klopt de klok van deze computer? Wat het laatst is opgeschreven, ligt er ver van af. Daarom wacht dit: { $tick }. Er gaat niets voorgoed weg tot de klok een uur lang gelijk liep. Daarna gaat het vanzelf verder.
    .remedy = timedatectl
doctor-tick-snag =
    { $count ->
        [one] Eén rij slaan we over
       *[other] { $count } rijen slaan we over
    } bij: { $work }. Dat is sinds { $since } ({ $error }, de eerste is nummer { $subject }). { $part ->
        [seal] Het logboek blijft daar open.
       *[other] De rest gaat door.
    }
    .remedy = Zoek in het logboek: journalctl -u kansenbode --grep "passed over". Is er in de database iets veranderd, zoals een trigger of een regel? Haal dat weg. Daarna: kansenbode failed retry
doctor-inbound-right = Elk bericht dat binnenkomt, is te bewaren.
doctor-inbound-aside =
    { $count ->
        [one] Eén bericht is
       *[other] { $count } berichten zijn
    } bij { $channel } niet bewaard sinds { $since }, het laatst op { $last }: { $error }. Wie het schreef, kreeg te lezen dat het niet lukte.
    .remedy = Zoek in het logboek waarom: journalctl -u kansenbode --grep "set aside". Is er in de database iets veranderd, zoals een trigger of een regel? Haal dat weg.
doctor-house-unset = Er zijn nog geen instellingen: dit is de bedachte gemeente Waterdam.
    .remedy = Maak { $folder }/.env. Wat erin kan staan, lees je in docs/settings.md.
doctor-sample-name = De organisatie heet nog Gemeente Waterdam, net als in het voorbeeld.
    .remedy = Zet in .env: KANSENBODE_ORGANISATION=Gemeente …
doctor-sample-code = De code van de organisatie is nog die van het voorbeeld, GM9901.
    .remedy = Zet in .env de code van het CBS: KANSENBODE_ORGANISATION_ID=GM…
doctor-sample-privacy = Vragen over gegevens gaan nog naar het adres van het voorbeeld.
    .remedy = Zet in .env: KANSENBODE_PRIVACY_CONTACT=privacy@gemeente.nl
doctor-sample-ocid = Het OCID-begin is nog dat van het voorbeeld, ocds-xxxxxx.
    .remedy = Vraag er een aan bij de Open Contracting Partnership. Zet die in KANSENBODE_OCID_PREFIX.
doctor-code-odd = De code { $code } is geen code van een gemeente (GM0344) en geen OIN (twintig cijfers).
    .remedy = Zet in .env: KANSENBODE_ORGANISATION_ID=GM…
doctor-code-other = De code { $code } is van een andere gemeente dan de plekken ({ $towns }).
    .remedy = Zet de goede code in KANSENBODE_ORGANISATION_ID, of lees andere plekken in: kansenbode places import
doctor-privacy-odd = “{ $contact }” is geen e-mailadres en geen webadres. Mensen lezen het als adres voor vragen over gegevens.
    .remedy = Zet in .env: KANSENBODE_PRIVACY_CONTACT=privacy@gemeente.nl
doctor-address-here = { $channel } stuurt mensen naar { $url }. Dat adres werkt alleen op deze computer.
    .remedy = Zet in .env het adres waar mensen komen: KANSENBODE_ADDRESS=https://…
doctor-proxy-seen = Op { $url } antwoordt de server. Hij telt jou als { $client }.
doctor-proxy-one = Voor { $url } staat een proxy, maar de server let daar niet op: alle bezoekers tellen als één.
    .remedy = Zet in .env, en start de server opnieuw: KANSENBODE_BEHIND_PROXY=true
doctor-proxy-chosen = De server gelooft een proxy die er niet is: elke bezoeker kiest zelf als wie hij telt.
    .remedy = Zet in .env, en start de server opnieuw: KANSENBODE_BEHIND_PROXY=false. Staat er wel een proxy? Laat die zelf X-Forwarded-For invullen.
doctor-proxy-alone = Het adres begint met https, maar de server rekent niet op een proxy. Dan tellen alle bezoekers als één.
    .remedy = Zet in .env, als er een proxy voor staat: KANSENBODE_BEHIND_PROXY=true
doctor-proxy-silent = Op { $url } antwoordt onze server niet: { $reason }
    .remedy = Draait de server? Wijst het adres hierheen? Kijk met: systemctl status kansenbode
doctor-room-enough = De server heeft plaats voor { $count } verbindingen tegelijk.
doctor-room-few = De server heeft maar plaats voor { $count } verbindingen tegelijk: hij mag te weinig bestanden openen. Wie daarna komt, leest dat het te druk is.
    .remedy = Zet in kansenbode.service LimitNOFILE=16384, of doe dit voor de start: ulimit -n 16384. Start de server daarna opnieuw.
doctor-files-open =
    { $count ->
        [one] Andere gebruikers van deze computer kunnen 1 bestand met gegevens lezen.
       *[other] Andere gebruikers van deze computer kunnen { $count } bestanden met gegevens lezen.
    }
    .remedy = chmod -R go-rwx { $folder }
doctor-owner-folder = { $folder } is van een andere gebruiker, en die kan er zelf niet bij.
    .remedy = Geef de dienst een vaste gebruiker, zoals in docs/deploy/kansenbode.service.
doctor-owner-program = De gebruiker van { $folder } mag { $file } niet lezen, en kan Kansenbode dus niet starten.
    .remedy = UV_PYTHON_INSTALL_DIR=/opt/kansenbode/python uv sync --no-dev
doctor-logo-wrong = { $lines }
    .remedy = Zet in .env: KANSENBODE_LOGO=logo.svg
doctor-colour-right = De kleur { $asked } is goed te lezen op lichte pagina’s. Op donkere staat een lichtere tint: { $dark }.
doctor-colour-shade = De kleur { $asked } is op lichte pagina’s te licht om te lezen. Daar staat een donkerder tint: { $light }. Op donkere pagina’s staat { $dark }.
doctor-mail-right = De mailserver { $host } laat ons binnen.
doctor-mail-unset = Niemand hoort per e-mail dat er iets wacht: er is geen mailserver ingesteld.
    .remedy = Zet in .env: KANSENBODE_MAIL_HOST en KANSENBODE_MAIL_FROM. Uitleg staat in docs/operate.md.
doctor-mail-wrong = De mailserver { $host }:{ $port } laat ons niet binnen: { $reason }
    .remedy = Kijk in .env de regels na die beginnen met KANSENBODE_MAIL.
doctor-letter-stuck = Een e-mail aan { $email } lukt niet sinds { $since } ({ $tries } keer geprobeerd): { $reason }
    .remedy = Kijk of het adres klopt: kansenbode staff list. Wat er wacht, zie je met: kansenbode today
doctor-failed-messages = Niet aangekomen in 30 dagen: { $of } ({ $count }). { $reason }
    .remedy = kansenbode failed list
doctor-told-nobody = Er is geen medewerker die iets mag veranderen. Niemand kan dus antwoord geven.
    .remedy = kansenbode staff add naam@gemeente.nl --role editor
doctor-told-silent = Alle medewerkers die antwoord mogen geven, willen geen e-mail over wat er wacht.
    .remedy = kansenbode staff add naam@gemeente.nl --notify daily
doctor-outage-deadline = Het systeem was { $hours } uur niet te bereiken, kort voor de laatste dag van kans { $first }.
    .remedy = Geef iedereen die tijd terug: kansenbode opportunities extend { $first }
doctor-outage-ongoing = Het systeem is nu niet te bereiken, kort voor de laatste dag van kans { $first }.
    .remedy = Start de server. Geef daarna iedereen die tijd terug: kansenbode opportunities extend { $first }
doctor-official-stranger =
    { $count ->
        [one] Bij één open kans, { $first },
       *[other] Bij { $count } open kansen, zoals { $first },
    } is de contactpersoon geen medewerker. Dan hoort niemand meteen dat er iets binnenkomt.
    .remedy = kansenbode opportunities set { $first } contactpersoon=naam@gemeente.nl
doctor-channel-right = Het kanaal { $name } werkt.
doctor-channel-wrong = Het kanaal { $name } werkt niet: { $reason }
    .remedy = De instellingen van { $name } staan uitgelegd in docs/settings.md.
