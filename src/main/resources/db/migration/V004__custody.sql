-- Who has an open referral, and why: what the server must know to look after referrals whose people come and go.

alter table referral
    -- Since when the owner has been the owner; absent for referrals from before this column.
    add column owner_since     timestamptz,
    -- Who was away when an absence with the agreement to hand over began, and who got the referral because of that.
    add column handed_over_for text,
    add column handed_over_to  text;

create index referral_open on referral (practice)
    where status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold');

-- PractitionerRoles that have left, or will: from that moment on they see nothing and may do nothing.
create table departure (
    role text primary key,
    at   timestamptz not null
);
