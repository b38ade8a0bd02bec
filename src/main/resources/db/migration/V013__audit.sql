-- What happened, for whoever must be able to ask later (NEN 7513). Nothing here is ever changed or taken away; what proves
-- that is the chain of MACs, whose key is not in the database (docs/audit.md). The triggers only stop accidents.
create table audit_record (
    number       bigint generated always as identity primary key,
    -- Canonical JSON, to the byte what the MAC is of. The columns below repeat parts of it, to be found by.
    content      text        not null,
    recorded_at  timestamptz not null,
    persons      text[]      not null,
    organization text        not null,
    key_id       text        not null,
    mac          bytea       not null
);
create index audit_record_persons on audit_record using gin (persons) with (fastupdate = on);
create index audit_record_organization on audit_record (organization, number);

-- Records that no seal covers yet: written with the record itself, gone within seconds.
create table audit_unsealed (
    number bigint primary key
);

-- Each seal covers the one before it and the records it names, in that order: a chain, made after the fact, so that no
-- commit waits for another.
create table audit_seal (
    number    bigint primary key,
    sealed_at timestamptz not null,
    records   bigint[]    not null,
    -- How many records this seal and all before it cover.
    total     bigint      not null,
    key_id    text        not null,
    hash      bytea       not null
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is only ever added to';
end
$$;
create trigger audit_record_append_only before update or delete or truncate on audit_record
    for each statement execute function audit_is_append_only();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function audit_is_append_only();
