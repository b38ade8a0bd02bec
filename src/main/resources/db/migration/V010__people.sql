-- Who may sign in with a browser, and as whom. Filled from the operator's file, never by signing in.
create table position (
    id                bigint generated always as identity primary key,
    -- Where the row comes from: the operator's file, or the demo region. Each keeps its own rows only.
    source            text not null,
    -- Who it is at the provider: OpenID Connect promises that issuer and subject together are never given to another.
    issuer            text not null,
    subject           text not null,
    capacity          text not null
        check (capacity in ('practice', 'social-worker', 'coordinator', 'privacy-officer', 'operator')),
    organization      text not null,
    practitioner_role text
);

create unique index position_once
    on position (source, issuer, subject, capacity, organization, coalesce(practitioner_role, ''));
create index position_of on position (issuer, subject);

-- Who is signed in. A row that goes ends the session on every node.
create table web_session (
    -- SHA-256 of what the cookie says: whoever reads this table cannot go on with a session.
    key      bytea primary key,
    issuer   text        not null,
    subject  text        not null,
    -- The one role that is acted in; absent while somebody with several roles has not chosen yet.
    position bigint references position (id) on delete cascade,
    -- What the provider said, for signing out there; absent for the accounts of the demo region.
    id_token text,
    began_at timestamptz not null,
    seen_at  timestamptz not null
);

create index web_session_position on web_session (position);
create index web_session_began on web_session (began_at);
