-- Clients prove who they are with keys or a certificate of their own; a shared secret is for the demo region only.
alter table oauth_client
    alter column secret_hash drop not null,
    -- What the client may be granted at most, as SMART v2 scopes.
    add column scopes                 text[]  not null default '{system/*.cruds}',
    -- Public keys, or where the client publishes them.
    add column jwks                   jsonb,
    add column jwks_uri               text,
    -- One of these for mutual TLS: the subject as RFC 2253 writes it, or SHA-256 of the certificate in base64url.
    add column certificate_subject    text,
    add column certificate_thumbprint text,
    -- Registered by the operator's file, and disabled when it is no longer there.
    add column from_file              boolean not null default false,
    add constraint oauth_client_one_proof check (
        num_nonnulls(secret_hash, jwks, jwks_uri, certificate_subject, certificate_thumbprint) = 1);

-- Assertions that were used, on whichever node, until they would have expired anyway.
create table used_assertion (
    -- SHA-256 of client and jti: what a client writes there is its own business.
    digest     bytea primary key,
    expires_at timestamptz not null
);

create index used_assertion_expires_at on used_assertion (expires_at);
