-- A user who owns its own database and can do nothing else at the server. The image of compose.yaml runs this when it
-- makes its files; at a server of your own, its administrator does, with the password of that user in a file:
--   psql --set=ON_ERROR_STOP=1 --set=secret=/run/secrets/database --file=database.sql
\if :{?secret}
\else
\set secret /run/secrets/database
\endif
\set password `cat :'secret'`

CREATE ROLE kansenbode LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'password';
-- It sees who still reads what was erased: only then is it known to be wiped.
GRANT pg_read_all_stats TO kansenbode;
CREATE DATABASE kansenbode OWNER kansenbode TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';

REVOKE ALL ON DATABASE kansenbode, postgres, template1 FROM PUBLIC;
