-- One row per referral: the unique key of the sender, and what every write to the referral locks first.
create table referral (
    id            uuid primary key,
    number        text not null unique,
    practice      text not null,
    placer_system text not null,
    placer_value  text not null,
    content_hash  bytea not null,
    coordination  text not null,
    status        text not null,
    owner         text not null,
    recipients    text[] not null,
    unique (practice, placer_system, placer_value)
);

-- Which resources belong to a referral; position is the entry of the bundle in which the resource arrived.
create table referral_member (
    resource uuid not null,
    referral uuid not null references referral (id),
    type     text not null,
    position smallint,
    primary key (resource, referral)
);
create index referral_member_referral on referral_member (referral);

-- Keys that all nodes share, by purpose.
create table server_key (
    purpose text primary key,
    value   bytea not null
);
