-- What robot Wally still has to do with referrals of the demo region. Without a demo region nothing is ever written here.
create table simulation (
    task    uuid primary key,
    script  text        not null,
    -- How many moves of the script are done.
    move    smallint    not null default 0,
    -- From when on it has been this move's turn, and before when it is not looked at (again).
    since   timestamptz not null,
    due     timestamptz not null,
    -- How often this move was tried in vain because something else happened at the same moment.
    tries   smallint    not null default 0,
    -- Why nothing more is done; null while it goes on.
    outcome text
);
create index simulation_due on simulation (due) where outcome is null;
