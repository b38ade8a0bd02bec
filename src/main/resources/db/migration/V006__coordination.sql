-- Whose coordinator looks after a practice is asked every minute, whatever number of referrals the practice ever had.
create index referral_coordination on referral (practice, coordination);
