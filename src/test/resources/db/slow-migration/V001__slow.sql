-- As when a large table is changed.
select pg_sleep(2);
