-- What is counted of each referral, without the person: a random id, codes and days. A row goes when its quarter is published,
-- and with its Task when that is erased.
create table referral_fact (
    task         uuid primary key,
    -- Whether something happened since that the row does not know of yet.
    stale        boolean not null default true,
    -- The day on which the server received it.
    received     date,
    -- Whose coordinator looks after it.
    organization text,
    practice     text,
    area         text,
    status       text,
    outcome      text,
    -- The days of the first contact attempt, of the first that reached the person, and of the final feedback.
    tried        date,
    reached      date,
    feedback     date,
    -- Whether the practice has got the final feedback, and whether somebody there says to have read it.
    fetched      boolean not null default false,
    confirmed    boolean not null default false
);
create index referral_fact_stale on referral_fact (task) where stale;
create index referral_fact_received on referral_fact (received);
-- What is there already is counted too.
insert into referral_fact (task)
select resource from referral_member where type = 'Task' and position is not null;

-- The quarters that are published: nothing of them changes any more.
create table published_quarter (
    quarter      text primary key,
    published_at timestamptz not null
);

-- What was published: nothing below the threshold ever gets in here.
create table published_group (
    quarter      text     not null references published_quarter (quarter),
    organization text     not null,
    breakdown    text     not null,
    place        smallint not null,
    categories   text[]   not null,
    referrals    integer  not null check (referrals >= 5),
    primary key (quarter, organization, breakdown, place)
);
create index published_group_of on published_group (organization, quarter);
