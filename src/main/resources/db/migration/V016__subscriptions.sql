-- What delivery must know of a Subscription, beside the resource that its client reads and writes.
create table subscription (
    id           uuid primary key,
    -- Who asked for it: rights are asked again of this caller at each sending.
    client       text        not null,
    organization text        not null,
    role         text,
    capacity     text        not null,
    scopes       text[]      not null,
    -- The address of /fhir as that client reaches it.
    base         text        not null,
    topic        text        not null,
    filters      text[]      not null,
    endpoint     text        not null,
    content      text        not null check (content in ('empty', 'id-only')),
    media_type   text        not null,
    -- Seconds; absent without signs of life.
    heartbeat    integer,
    -- Seconds.
    timeout      integer     not null,
    -- How many events one notification tells of at most.
    most         integer     not null,
    ends_at      timestamptz,
    -- The resource follows this status.
    status       text        not null check (status in ('requested', 'active', 'error', 'off')),
    -- Code of the last failure, while it lasts.
    failure      text,
    -- When something was sent last, of whatever kind: a sign of life is owed some time after that.
    told_at      timestamptz not null,
    -- How often it was asked for, so that a handshake of an earlier time proves nothing for this one.
    asked        bigint      not null default 1,
    -- When the handshake is to be tried; absent when none is owed.
    proof_due    timestamptz,
    -- Whether the resource does not say yet what this row says.
    behind       boolean     not null default false
);

create index subscription_of_organization on subscription (topic, organization);
create index subscription_of_role on subscription (topic, role);
create index subscription_of_client on subscription (client);
create index subscription_heartbeat on subscription (told_at) where status = 'active' and heartbeat is not null;
create index subscription_proof on subscription (proof_due) where proof_due is not null;
create index subscription_behind on subscription (id) where behind;
create index subscription_end on subscription (ends_at) where status <> 'off' and ends_at is not null;

-- Values of the headers that a client wants to be sent along: sealed, and never shown to anybody.
create table subscription_header (
    subscription uuid  not null references subscription (id) on delete cascade,
    position     integer not null,
    name         text  not null,
    sealed       bytea not null,
    primary key (subscription, position)
);
