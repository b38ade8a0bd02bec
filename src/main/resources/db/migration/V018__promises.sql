-- What was promised and is not kept yet; a promise that is kept, or whose referral ends, has no row.
create table promise (
    -- The Task that the promise is about: of a referral, or of a question to the GP side.
    task      uuid not null,
    kind      text not null,
    referral  uuid not null,
    since     timestamptz not null,
    due       timestamptz not null,
    -- How far it went up: nothing, reminded, overdue, told to the stand-in, told to the coordinator.
    rung      smallint not null default 0,
    -- When the clock strikes next; -infinity: still to be worked out; null: nothing more to come, or on hold.
    next      timestamptz default '-infinity',
    -- Since when it has been on hold.
    paused_at timestamptz,
    primary key (task, kind)
);
create index promise_next on promise (next) where next is not null;
create index promise_referral on promise (referral);

-- Whether a clock has gone up to those who may stand in: from then on they may act, whoever owns the referral.
alter table referral add column escalated boolean not null default false;
