-- Those who may own a referral only because they stand in during somebody's absence: afterwards they may not any more.
alter table referral add column stand_ins text[] not null default '{}';
