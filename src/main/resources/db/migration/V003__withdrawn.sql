-- W-2: the person no longer permits sharing; the social side sees nothing of the referral any more.
alter table referral add column withdrawn boolean not null default false;

-- From when on the consent has lapsed by itself; null when it has no end.
alter table referral add column shared_until timestamptz;
