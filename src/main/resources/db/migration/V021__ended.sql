-- What has ended at a practice since its last meeting with the Wally (W-11).
create index referral_ended_of_practice on referral (practice, ended_at) where ended_at is not null;
