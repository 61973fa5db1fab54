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
doctor-postgresql-owner = De database is niet van onze gebruiker. Dan kunnen we niet alles van iemand wissen.
    .remedy = Geef de database aan de gebruiker uit KANSENBODE_DATABASE_URL: ALTER DATABASE … OWNER TO …
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
doctor-backup-tool = Er komen geen kopieën van de database: pg_dump ontbreekt.
    .remedy = apt-get install postgresql-client
doctor-backup-version = Er komen geen kopieën van de database: pg_dump { $tool } is ouder dan de server, PostgreSQL { $server }.
    .remedy = apt-get install postgresql-client-{ $server }
doctor-tick-right = Wat de server vanzelf doet, lukt.
doctor-tick-failing =
    Dit lukt de server niet sinds { $since }: { $tick ->
        [seal] het logboek sluiten
        [campaigns] campagnes bijhouden
        [venues] buurtplekken bijhouden
        [mail] e-mail aan collega’s
        [silence] herinneringen
        [retention] gegevens op tijd wissen
        [back_up] een kopie van de database maken
       *[other] { $tick }
    } ({ $count } keer, { $error }).
    .remedy = Los op wat hier fout staat. Kijk anders in het logboek: journalctl -u kansenbode
doctor-channel-right = Het kanaal { $name } werkt.
doctor-channel-wrong = Het kanaal { $name } werkt niet: { $reason }
    .remedy = Kijk de instellingen van { $name } na. Ze staan in docs/settings.md.
