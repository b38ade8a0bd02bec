-- When the referral ended: from then on the time runs after which it is erased. Whatever had ended before this column
-- counts from the day of the upgrade.
alter table referral add column ended_at timestamptz;
update referral set ended_at = now() where status not in ('requested', 'received', 'accepted', 'in-progress', 'on-hold');
create index referral_ended on referral (ended_at) where ended_at is not null;

-- What was erased, when, by whom and on which ground. It names nothing but random ids, and nothing leads from them back to
-- a person once the person's resources are gone.
create table erasure (
    id           uuid primary key,
    at           timestamptz not null,
    ground       text        not null,
    client       text        not null,
    agent        text        not null,
    practice     text        not null,
    -- The organisations that coordinated what was erased.
    coordination text[]      not null,
    -- Patient/…, also when only a part of what is kept of the person was erased.
    person       text        not null,
    -- Whether the person went as well, or only referrals or parts of them.
    whole        boolean     not null,
    -- The referrals and single resources that went by themselves, for when a backup brings them back.
    referrals    uuid[]      not null,
    parts        text[]      not null,
    -- How many resources of each type, and how many rows of each table.
    resources    jsonb       not null,
    rows         jsonb       not null
);
create index erasure_person on erasure (person);
create index erasure_practice on erasure (practice, at);

-- The numbers of the senders of erased referrals, as a MAC under a key of this server: what is sent again under such a
-- number is recognised, and nobody can tell from this table which numbers these were.
create table erased_key (
    mac     bytea primary key,
    erasure uuid not null references erasure (id)
);
create index erased_key_erasure on erased_key (erasure);
