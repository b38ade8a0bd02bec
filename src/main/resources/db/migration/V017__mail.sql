-- Where people get letters: one row for each person or organisation that ever had one or chose something.
create table mailbox (
    number          bigint generated always as identity primary key,
    reference       text not null unique,
    -- When: at-once, digest or off.
    moments         text not null default 'at-once',
    -- Of a digest: the hours of a working day.
    hours           integer[] not null default '{}',
    tongue          text not null default 'both',
    -- Why nothing arrives, since when, at which address (SHA-256), and who is told (Organization/…); null while all is well.
    failure         text,
    failing_since   timestamptz,
    failing_address bytea,
    coordination    text
);

create index mailbox_failing on mailbox (coordination) where failure is not null;

-- What waits for a digest. The id of what it is about stands there once more as such, so that it goes when that is erased.
create table mail_waiting (
    id       bigint generated always as identity primary key,
    mailbox  bigint not null references mailbox,
    kind     text not null,
    about    text not null,
    resource uuid,
    due      timestamptz not null,
    unique (mailbox, kind, about)
);

create index mail_waiting_due on mail_waiting (due);
create index mail_waiting_resource on mail_waiting (resource);
