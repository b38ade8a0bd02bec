-- What happened and was not passed on yet: codes and references, no content. A row lives for seconds.
create table event (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    kind      text not null,
    focus     text not null,
    version   text,
    referral  uuid,
    client    text not null,
    agent     text not null,
    facts     jsonb not null,
    receivers text[] not null
);
