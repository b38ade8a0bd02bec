-- In the soak of an hour each sweep left some 460 dead rows of 10,700: less than a twentieth and fifty, so that every second sweep
-- was cleaned, and the indexes held the dead of two.
alter table if exists hfj_res_link set (autovacuum_vacuum_scale_factor = 0.03);
