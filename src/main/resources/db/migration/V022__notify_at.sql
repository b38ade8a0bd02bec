-- Where a client may have notifications sent: everything under these addresses, by the operator's file.
alter table oauth_client
    add column notify text[] not null default '{}';
