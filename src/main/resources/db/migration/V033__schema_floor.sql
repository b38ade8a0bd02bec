-- Which servers may run on these tables: those that know this migration, or a newer one. A newer server adds to the tables while
-- older ones still run on them; once it takes away what the older ones need ("-- contract"), it raises this in the same file.
create table schema_floor (
    -- There is one row.
    only_row  boolean primary key default true check (only_row),
    -- The number of the migration.
    migration integer not null,
    -- The release that brought it, for whoever reads a refusal.
    release   text not null
);
insert into schema_floor (migration, release) values (29, '0.1.0');
