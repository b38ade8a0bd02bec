-- Beside the two sides of the loop: who answers people's questions about their data, and who runs the server.
alter table oauth_client drop constraint oauth_client_capacity_check;
alter table oauth_client add constraint oauth_client_capacity_check
    check (capacity in ('practice', 'social-worker', 'coordinator', 'privacy-officer', 'operator'));
