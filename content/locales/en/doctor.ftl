# What `kansenbode doctor` finds, and what helps.

doctor-state = outcome
    .ok = good
    .warning = mind
    .fault = fault

doctor-line = { $state }: { $finding }
doctor-help = → { $remedy }

doctor-settings-right = The settings are right.
doctor-settings-wrong =
    Something is wrong with the settings:
    { $lines }
    .remedy = Mend { $folder }/.env or the environment. Then look with: kansenbode doctor --data { $folder }
doctor-sqlite-right = SQLite { $version } is in order.
doctor-sqlite-doubtful = SQLite { $version } can go wrong after ANALYZE. Kansenbode avoids such queries.
    .remedy = Move to a newer SQLite: apt-get upgrade libsqlite3-0
doctor-postgresql-right = PostgreSQL { $version } is in order.
doctor-postgresql-old = PostgreSQL { $version } is too old. It takes 13 or newer.
    .remedy = Move to a newer PostgreSQL: apt-get install postgresql
doctor-postgresql-encoding = The database stores letters as { $encoding }, not as UTF8. A message may get lost.
    .remedy = Make a right database and name it in KANSENBODE_DATABASE_URL: createdb --encoding=UTF8 --template=template0 --locale=C.UTF-8 kansenbode
doctor-postgresql-owner = The database does not belong to our user. Then we cannot erase everything of a person.
    .remedy = Give the database to the user in KANSENBODE_DATABASE_URL: ALTER DATABASE … OWNER TO …
doctor-postgresql-blind = Our user does not see who still reads the database. Then we cannot be sure that all of somebody is wiped.
    .remedy = Have the administrator of the server grant this: GRANT pg_read_all_stats TO …
doctor-postgresql-mighty = Our user may do more at the database server than it needs. Whoever has its password can then reach everything.
    .remedy = Give Kansenbode a user of its own, as in docs/deploy/database.sql.
doctor-checksums-off = PostgreSQL keeps no checksums of what it stores. If something gets damaged, nobody notices.
    .remedy = Have the administrator stop the server, do this, and start it again: pg_checksums --enable --pgdata=…
doctor-loop-fast = The server uses an accelerator: { $name } { $version }. So a message takes less work of the computer.
doctor-loop-plain = The server runs without an accelerator. That is fine.
    .remedy = Should a message take less work of the computer? That can be had by: uv sync --no-dev --extra fast
doctor-disk-room = There are { $megabytes } MB free in { $folder }.
doctor-disk-little = There are only { $megabytes } MB free in { $folder }.
    .remedy = Make room. See what takes it with: du -sh { $folder }/*
doctor-disk-full = The disk is nearly full: { $megabytes } MB free in { $folder }.
    .remedy = Make room now. See what takes it with: du -sh { $folder }/*
doctor-zone-right = The times of { $zone } are known.
doctor-zone-missing = The times of { $zone } are not known.
    .remedy = Get the time zones: uv sync
doctor-database-sound = The database is sound.
doctor-database-missing = There is no database in { $folder } yet.
    .remedy = Make it with: kansenbode serve --data { $folder }
doctor-database-broken = The database is broken: { $reason }
    .remedy = Stop the server. Put a copy back: kansenbode restore { $folder }/backups/FILE --data { $folder }
doctor-database-unreadable = There is a value in the database that we cannot read. It stands in table { $table }, column { $column }, row { $row }. { $kind ->
    [datetime] It should be a moment, such as 2026-12-31 22:59:59.000000
    [date] It should be a date, such as 2026-12-31
    [json] It should be JSON
   *[other] It should be a whole number
 }.
    .remedy = Stop the server. Put a right value there: sqlite3 kansenbode.db "UPDATE { $table } SET { $column } = 'VALUE' WHERE rowid = { $row }". Or take the newest good copy back: kansenbode restore FILE
doctor-database-away = The database cannot be reached: { $reason }
    .remedy = See if PostgreSQL runs: pg_isready. Its address is in KANSENBODE_DATABASE_URL.
doctor-migrations-right = The database has the newest shape.
doctor-migrations-differ = The database has shape { $step }, this program wants { $newest }.
    .remedy = Start the server again, it updates the database: kansenbode serve --data { $folder }
doctor-events-right = The log is whole.
doctor-events-broken = Somebody changed the log, at line { $event }.
    .remedy = Put a copy back from before that: kansenbode restore { $folder }/backups/FILE --data { $folder }
doctor-staff-known = Colleague { $email } is known.
doctor-staff-none = No colleague is set. Every change then needs --as.
    .remedy = Put in .env: KANSENBODE_STAFF=name@municipality.nl
doctor-staff-unknown = The colleague that is set, { $email }, is not known.
    .remedy = kansenbode staff add { $email }
doctor-backup-recent = The last copy is of { $at }.
doctor-backup-old = The last copy is old: { $at }.
    .remedy = kansenbode backup --data { $folder }
doctor-backup-none = There is no copy of the database yet.
    .remedy = kansenbode backup --data { $folder }
doctor-backup-elsewhere = Somebody else makes the copies of the database. Look there whether they go well.
doctor-backup-tool = No copies of the database are made: pg_dump is missing.
    .remedy = apt-get install postgresql-client
doctor-backup-version = No copies of the database are made: pg_dump { $tool } is older than the server, PostgreSQL { $server }.
    .remedy = apt-get install postgresql-client-{ $server }
doctor-wipe-done = Who was forgotten is wiped from the disk too. { $last ->
    [none] There was nothing to wipe yet.
   *[other] The last time was { $last }.
 }
doctor-wipe-waits = Who was forgotten since { $since } is wiped from the disk tonight. { $most ->
    [0] Nobody can see it any more.
   *[other] Nobody can see it any more. Done: { $done } of { $most } tables.
 }
doctor-wipe-late =
    Who was forgotten since { $since } still stands on the disk. Promised is: within a day. In the way: { $way }. { $most ->
        [0] Nobody can see it any more.
       *[other] Nobody can see it any more. Done: { $done } of { $most } tables.
    }
    .remedy = Take away what is in the way, and then: kansenbode wipe --data { $folder }
doctor-tick-right = What the server does by itself goes well.
doctor-tick-failing = The server fails in this since { $since }: { $tick } ({ $count } times, { $error }).
    .remedy = Mend what is a fault here. Else look in the log: journalctl -u kansenbode
doctor-tick-clock = Is the clock of this machine right? What was noted last is far from it. So this waits: { $tick }. Nothing goes for good before the clock has run evenly for an hour; then it goes on by itself.
    .remedy = timedatectl
doctor-tick-snag =
    { $count ->
        [one] One row is
       *[other] { $count } rows are
    } passed over in this: { $work }. That is since { $since } ({ $error }, the first is number { $subject }). { $part ->
        [seal] The log stays open there.
       *[other] The others go on.
    }
    .remedy = Look in the log: journalctl -u kansenbode --grep "passed over". Was something changed in the database, such as a trigger or a rule? Take that away. Then: kansenbode failed retry
doctor-inbound-right = Every message that comes in can be kept.
doctor-inbound-aside =
    { $count ->
        [one] One message was
       *[other] { $count } messages were
    } not kept at { $channel } since { $since }, the last one at { $last }: { $error }. Who wrote it was told that it did not work.
    .remedy = Look in the log for the reason: journalctl -u kansenbode --grep "set aside". Was something changed in the database, such as a trigger or a rule? Take that away.
doctor-house-unset = There are no settings yet: this is the fictional municipality Waterdam.
    .remedy = Make { $folder }/.env. What it may say is in docs/settings.md.
doctor-sample-name = The organisation is still called Gemeente Waterdam, as in the sample.
    .remedy = Put in .env: KANSENBODE_ORGANISATION=Gemeente …
doctor-sample-code = The organisation's code is still the sample's, GM9901.
    .remedy = Put the code of Statistics Netherlands in .env: KANSENBODE_ORGANISATION_ID=GM…
doctor-sample-privacy = Questions about data still go to the sample's address.
    .remedy = Put in .env: KANSENBODE_PRIVACY_CONTACT=privacy@municipality.nl
doctor-sample-ocid = The OCID prefix is still the sample's, ocds-xxxxxx.
    .remedy = Ask the Open Contracting Partnership for one, and put it in KANSENBODE_OCID_PREFIX.
doctor-code-odd = The code { $code } is no municipality's (GM0344) and no OIN (twenty digits).
    .remedy = Put in .env: KANSENBODE_ORGANISATION_ID=GM…
doctor-code-other = The code { $code } is of another municipality than the places ({ $towns }).
    .remedy = Put the right one in KANSENBODE_ORGANISATION_ID, or read in other places: kansenbode places import
doctor-privacy-odd = “{ $contact }” is no e-mail address and no web address. People read it as the address for questions about data.
    .remedy = Put in .env: KANSENBODE_PRIVACY_CONTACT=privacy@municipality.nl
doctor-address-here = { $channel } sends people to { $url }. That address works on this computer only.
    .remedy = Put the address where people come in .env: KANSENBODE_ADDRESS=https://…
doctor-proxy-seen = The server answers at { $url }. It counts you as { $client }.
doctor-proxy-one = A proxy stands before { $url }, but the server takes no notice of it: all visitors count as one.
    .remedy = Put into .env, and start the server anew: KANSENBODE_BEHIND_PROXY=true
doctor-proxy-chosen = The server believes a proxy that is not there: every visitor chooses as whom they count.
    .remedy = Put into .env, and start the server anew: KANSENBODE_BEHIND_PROXY=false. Is there a proxy after all? Let it fill in X-Forwarded-For itself.
doctor-proxy-alone = The address begins with https, but the server does not reckon with a proxy. Then all visitors count as one.
    .remedy = Put into .env, if a proxy stands before it: KANSENBODE_BEHIND_PROXY=true
doctor-proxy-silent = Our server does not answer at { $url }: { $reason }
    .remedy = Is the server running? Does the address lead here? Look with: systemctl status kansenbode
doctor-room-enough = The server has room for { $count } connections at a time.
doctor-room-few = The server has room for only { $count } connections at a time: it may open too few files. Whoever comes after that reads that it is too busy.
    .remedy = Put LimitNOFILE=16384 into kansenbode.service, or do this before the start: ulimit -n 16384. Then start the server again.
doctor-files-open =
    { $count ->
        [one] Other users of this computer can read 1 file with data.
       *[other] Other users of this computer can read { $count } files with data.
    }
    .remedy = chmod -R go-rwx { $folder }
doctor-owner-folder = { $folder } belongs to another user, who cannot reach it.
    .remedy = Give the service a user that stays, as in docs/deploy/kansenbode.service.
doctor-owner-program = The user of { $folder } may not read { $file }, and so cannot start Kansenbode.
    .remedy = UV_PYTHON_INSTALL_DIR=/opt/kansenbode/python uv sync --no-dev
doctor-logo-wrong = { $lines }
    .remedy = Put in .env: KANSENBODE_LOGO=logo.svg
doctor-colour-right = The colour { $asked } is easy to read on light pages. On dark ones a lighter shade stands: { $dark }.
doctor-colour-shade = The colour { $asked } is too light to be read on light pages. There a darker shade stands: { $light }. On dark pages it is { $dark }.
doctor-mail-right = The mail server { $host } lets us in.
doctor-mail-unset = Nobody hears by e-mail that something waits: no mail server is set.
    .remedy = Put in .env: KANSENBODE_MAIL_HOST and KANSENBODE_MAIL_FROM. docs/operate.md explains them.
doctor-mail-wrong = The mail server { $host }:{ $port } does not let us in: { $reason }
    .remedy = Check the lines in .env that begin with KANSENBODE_MAIL.
doctor-letter-stuck = A mail to { $email } does not go since { $since } (tried { $tries } times): { $reason }
    .remedy = See if the address is right: kansenbode staff list. What waits shows: kansenbode today
doctor-failed-messages = Not arrived in 30 days: { $of } ({ $count }). { $reason }
    .remedy = kansenbode failed list
doctor-told-nobody = There is no colleague who may change anything. So nobody can answer.
    .remedy = kansenbode staff add name@municipality.nl --role editor
doctor-told-silent = All colleagues who may answer want no e-mail of what waits.
    .remedy = kansenbode staff add name@municipality.nl --notify daily
doctor-outage-deadline = The system could not be reached for { $hours ->
        [one] one hour
       *[other] { $hours } hours
    }, shortly before the last day of opportunity { $first }.
    .remedy = Give everybody that time back: kansenbode opportunities extend { $first }
doctor-outage-ongoing = The system cannot be reached now, shortly before the last day of opportunity { $first }.
    .remedy = Start the server. Then give everybody that time back: kansenbode opportunities extend { $first }
doctor-official-stranger =
    { $count ->
        [one] For one open opportunity, { $first },
       *[other] For { $count } open opportunities, such as { $first },
    } the contact is no colleague. Then nobody hears at once that something came in.
    .remedy = kansenbode opportunities set { $first } official=name@municipality.nl
doctor-channel-right = The channel { $name } works.
doctor-channel-wrong = The channel { $name } does not work: { $reason }
    .remedy = What the settings of { $name } do stands in docs/settings.md.
