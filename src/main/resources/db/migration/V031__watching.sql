-- How many promises are overdue is asked every few seconds by whoever watches the server: counted from this index alone, in
-- which only those stand that went so far.
create index promise_overdue on promise (kind) where rung >= 2;
