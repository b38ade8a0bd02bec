-- Files with offers that were shown and are not taken yet: whoever has seen what will change takes it in a second request, which
-- may reach another node. Gone once taken, or a day after.
create table offer_import (
    id uuid primary key,
    coordination varchar(80) not null,
    content text not null,
    noted_at timestamptz not null
);
create index offer_import_noted on offer_import (noted_at);
