-- What it happened to, without its type: so that what is erased takes along what has not been passed on yet. And how often
-- it could not be passed on; what fails again and again is set aside and waits for an operator.
alter table event add column resource text not null generated always as (split_part(focus, '/', 2)) stored;
alter table event add column attempts int not null default 0;
-- Rows come and go by the thousand: what is dead at the head of the queue must not pile up.
alter table event set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Who gets messages, in order, and how far that has come.
create table outbox_receiver (
    id            bigint generated always as identity primary key,
    -- Which courier, and for it whom: for instance subscription and its id.
    kind          text        not null,
    key           text        not null,
    state         text        not null default 'WELL' check (state in ('WELL', 'FAILING', 'GIVEN_UP', 'STOPPED')),
    -- The number of the newest message, and up to which they were delivered.
    last          bigint      not null default 0,
    delivered     bigint      not null default 0,
    -- When there is something to do for it; null while there is nothing. While a node is at it: when others may take over.
    due           timestamptz,
    -- What the node that is at it shows; null while nobody is.
    claim         uuid,
    -- Since when it fails or is slow; such receivers get a part of the places only.
    troubled      boolean     not null default false,
    failures      int         not null default 0,
    failing_since timestamptz,
    code          text,
    unique (kind, key)
) with (fillfactor = 70);
create index outbox_receiver_due on outbox_receiver (troubled, due) where due is not null;
create index outbox_receiver_stuck on outbox_receiver (failing_since) where state in ('FAILING', 'GIVEN_UP');

-- Codes and references for one receiver, kept for a while after they were delivered. A number without a row was erased, or
-- is kept no longer: it counts as delivered like the others, and tells nothing.
create table outbox_message (
    receiver bigint      not null references outbox_receiver (id) on delete cascade,
    number   bigint      not null,
    at       timestamptz not null,
    -- From when on it may be sent.
    due      timestamptz not null,
    -- The id of the resource that it is about, without the type.
    resource text,
    payload  jsonb       not null,
    primary key (receiver, number)
);
create index outbox_message_resource on outbox_message (resource) where resource is not null;
create index outbox_message_at on outbox_message (at);
