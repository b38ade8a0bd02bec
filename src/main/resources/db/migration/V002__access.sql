-- Who may call, and the keys that sign access tokens. Both live in the database so that every node knows them.

create table oauth_client (
    client_id         text primary key,
    -- With the name of the algorithm in front, for instance {bcrypt}$2a$10$…
    secret_hash       text        not null,
    organization      text        not null,
    -- Absent when a system calls, not a person.
    practitioner_role text,
    capacity          text        not null check (capacity in ('practice', 'social-worker', 'coordinator')),
    enabled           boolean     not null default true,
    created_at        timestamptz not null default now()
);

-- To rotate: update signing_key set retired_at = now() where retired_at is null. Within a minute a node makes the next
-- key; a retired key goes on verifying until the last token that it signed has expired.
create table signing_key (
    kid        text primary key,
    -- The private key as a JWK: whoever reads this column can sign tokens.
    jwk        jsonb       not null,
    created_at timestamptz not null default now(),
    retired_at timestamptz
);

-- At most one key signs: nodes that start at the same instant agree on whose key it is.
create unique index signing_key_in_use on signing_key ((true)) where retired_at is null;
