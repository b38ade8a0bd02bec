-- Whose referrals these are: searches of a social worker are narrowed by it.
create index referral_owner on referral (owner);
create index referral_recipients on referral using gin (recipients);
