-- What has ended is by far the most, and is looked at least. Two questions of the sweep that erases what has had its time went
-- through all of it: each way to end is kept for a time of its own, and so is the clarification.
create index referral_ended_how on referral (status, ended_at, id) where ended_at is not null;
drop index referral_ended;
create index referral_member_clarification on referral_member (referral, resource) where type = 'QuestionnaireResponse';

-- Rows that come and go with every request or referral: what is dead must not pile up until it is a fifth of the table.
alter table audit_unsealed set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
alter table outbox_receiver set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
alter table web_session set (fillfactor = 70);

-- A table of a million referrals would otherwise be cleaned of what was erased only when a fifth of it is dead.
alter table if exists hfj_resource set (autovacuum_vacuum_scale_factor = 0.05);
alter table if exists hfj_res_ver set (autovacuum_vacuum_scale_factor = 0.05);
alter table if exists hfj_res_link set (autovacuum_vacuum_scale_factor = 0.05);
alter table if exists hfj_spidx_date set (autovacuum_vacuum_scale_factor = 0.05);
alter table if exists hfj_spidx_string set (autovacuum_vacuum_scale_factor = 0.05);
alter table if exists hfj_spidx_token set (autovacuum_vacuum_scale_factor = 0.05);
alter table referral set (autovacuum_vacuum_scale_factor = 0.05);
alter table referral_member set (autovacuum_vacuum_scale_factor = 0.05);
alter table outbox_message set (autovacuum_vacuum_scale_factor = 0.05);
