-- Where people get letters: one row for each person or organisation that chose something, or to whom nothing gets through.
create table mailbox (
    reference       text not null primary key,
    -- When: at-once, digest or off.
    moments         text not null default 'at-once',
    -- Of a digest: the hours of a working day.
    hours           integer[] not null default '{}',
    tongue          text not null default 'both',
    -- Why nothing arrives, since when, at which address (SHA-256), and who is told (Organization/…); null while all is well.
    failure         text,
    failing_since   timestamptz,
    failing_address bytea,
    coordination    text,
    -- It came back after it was taken: nothing more is sent before somebody replays, or the address is another.
    held            boolean not null default false
);

create index mailbox_failing on mailbox (coordination) where failure is not null;
