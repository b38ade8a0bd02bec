-- How many open referrals each Wally of a coordination has, and how they stand: counted from this index alone.
create index referral_caseload on referral (coordination, owner, status)
    where status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold');
