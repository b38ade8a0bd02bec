create table second_table (id bigint primary key references first_table);
insert into first_table values (1, 'one');
