-- What somebody may take over now is looked up each time that a work list is shown: among the open referrals alone, however
-- many have ended.
create index referral_open_recipients on referral using gin (recipients)
    where status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold');
