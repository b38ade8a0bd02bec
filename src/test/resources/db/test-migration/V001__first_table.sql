create table first_table (id bigint primary key, word text not null);
create index first_table_word on first_table (word);
