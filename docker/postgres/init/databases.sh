#!/usr/bin/env bash
# Once, when the folder of the data is empty: a database and a user for each who keeps something here, none of them with more
# rights than over their own; and one who may say when a backup begins and ends.
set -euo pipefail

psql() {
  command psql -X -v ON_ERROR_STOP=1 --no-password --quiet --username postgres --dbname postgres "$@"
}

for owner in wally keycloak; do
  psql -v owner="$owner" -v password="$(cat "/run/secrets/$owner-password")" << 'SQL'
create role :"owner" login password :'password';
create database :"owner" owner :"owner";
revoke all on database :"owner" from public;
SQL
done

psql << 'SQL'
create role backup login;
grant execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean) to backup;
SQL
